"""What the editorial rules find in a draft: on a page of their own, beside the text, while one is typing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from amendments.formal_wording import names
from drafting import queries
from drafting.checks import Finding, check
from drafting.numbering import note_numbers
from drafting.outline import Kind, Outline, Provision
from drafting.redline import Run, redline
from drafting.redline import runs as drawn
from drafting.text import Text, Word, markup, parse
from web.dependencies import Seat
from web.rendering import say


@dataclass(frozen=True)
class Remark:
    """A finding as the pages say it."""

    rule: str
    words: str  # the words concerned, unless the sentence says them
    sentence: str
    runs: list[Run]  # how the words read put right, with a few around them, where that can be
    url: str  # where the editor opens with the fix typed in, for who may amend


found = lru_cache(maxsize=32)(check)  # of texts that many people look at


def make(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of the checks shows: the findings, paragraph by paragraph."""
    draft = seat.on
    revision = queries.revision(session, draft)
    text = revision.text
    named = names(text, seat.language)
    findings = found(text.outline)
    texts = {each.id: each for each in text.outline.provisions}
    return {
        "revision": revision.label,
        "count": len(findings),
        "numbers": note_numbers(text.outline.provisions),
        "places": [
            {
                "id": id,
                "label": next(each.place for each in findings if each.provision == id),
                "place": named[id],
                "remarks": [remark(each, texts[id], draft.id, seat) for each in there],
            }
            for id, there in groupby(findings, key=lambda each: each.provision)
        ],
    }


def remark(finding: Finding, provision: Provision, draft: int, seat: Seat) -> Remark:
    """Say a finding in a person's language, with the way to its fix for who may propose one."""
    query = urlencode({"provision": finding.provision, "fix": finding.rule, "words": finding.words})
    may = finding.fix is not None and seat.can("propose") and provision.kind is not Kind.ENACTING
    sentence = say(finding.message, seat.language)
    return Remark(
        finding.rule,
        "" if finding.words in sentence else finding.words,
        sentence,
        _near(drawn(provision.text, redline(provision.text, finding.fix))) if finding.fix else [],
        f"/drafts/{draft}/edit?{query}" if may else "",
    )


_AROUND = 5  # words


def _near(runs: Sequence[Run]) -> list[Run]:
    """Give what changes in a paragraph with a few words around it."""
    shown = []
    for at, run in enumerate(runs):
        words, first, last = run.words, at == 0, at == len(runs) - 1
        if run.kind == "kept" and len(words) > 2 * _AROUND + 1:
            before = () if last else words[-_AROUND:]
            after = () if first else words[:_AROUND]
            words = (*after, Word("…", " "), *before)
        shown.append(replace(run, words=words))
    return shown


def counted(outline: Outline) -> Counter[str]:
    """Count the findings on each paragraph of a text."""
    return Counter(each.provision for each in found(outline))


def put_right(outline: Outline, provision: str, words: str, rule: str, about: str) -> str:
    """Give the words of a paragraph with what a rule has against some of them put right.

    Where nothing is found that fits, as when it was put right meanwhile, the words are given as they are.
    """
    if "[^:" in words:  # a new note among them, which stands in no text yet
        return words
    fits = [
        each for each in check(_with(outline, provision, parse(words)))
        if each.provision == provision and each.rule == rule and each.fix is not None
    ]  # fmt: skip
    chosen = next((each.fix for each in fits if each.words == about), None)
    return markup(chosen) if chosen else words


def _with(outline: Outline, provision: str, text: Text) -> Outline:
    return Outline(
        outline.masthead,
        tuple(
            Provision(each.id, each.kind, text, each.level) if each.id == provision else each
            for each in outline.provisions
        ),
    )


def caused(before: Outline, after: Outline, language: str) -> list[tuple[str, str, str]]:
    """Give the rule, place and sentence of each finding that a text has and the one before it had not."""
    known = Counter((each.rule, each.provision, each.words) for each in found(before))
    new = []
    for each in check(after):
        if known[(each.rule, each.provision, each.words)]:
            known[(each.rule, each.provision, each.words)] -= 1
        else:
            new.append((each.rule, each.place, say(each.message, language)))
    return new
