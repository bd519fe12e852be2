"""Our tracked file, brought back, gives the same amendments with the same authors, whatever they were."""

import datetime
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amendments.changes import ChangeKind, Proposal, delete, insert, reword
from amendments.collisions import Severity, between
from amendments.merge import merge
from amendments.other_base import Base
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Outline, Provision
from drafting.text import Word, build, markup, notes, parse, pieces, plain
from exports import plain as plain_text
from exports import word
from tests.amendments.negotiations import ALPHABETS, drafts, proposals_to
from tests.exports.test_word_read import told

AT = datetime.datetime(2026, 10, 9, 15, 30, tzinfo=datetime.UTC)
# What a Word file can show as somebody's words; to move, to join and to divide it shows as words that
# go and come.
_SHOWN = (ChangeKind.REWORD, ChangeKind.INSERT, ChangeKind.DELETE)

_NOTES = {  # notes are told apart by their words
    "n1": "Resolution 64/293 on the right to water, annex II",
    "n2": "United Nations, Treaty Series, vol. 1771, No. 30822",
}


def said(outline: Outline) -> list[tuple[Kind, str | None, str]]:
    """Give the paragraphs with their numbers, in italics or not."""
    shown = tuple(
        replace(each, text=build(replace(one, italic=False) for one in pieces(each.text)))
        for each in outline.provisions
    )
    return [(kind, number, words) for kind, _, number, words in told(replace(outline, provisions=shown))]


def is_sound(outline: Outline) -> bool:
    """Whether a draft is in order: it begins as one does, no sub-paragraph skips a step, no note is loose."""
    kinds = [each.kind for each in outline.provisions]
    body = [each for each in outline.provisions if each.kind not in (Kind.NOTE, Kind.HEADING)]
    used = {note for each in body for note in notes(each.text)}
    return (
        kinds[:2] == [Kind.TITLE, Kind.ENACTING]
        and kinds.count(Kind.TITLE) == kinds.count(Kind.ENACTING) == 1
        and Kind.OPERATIVE in kinds
        and all(each.level <= before.level + 1 for before, each in pairwise(body))
        and all(each.kind is not Kind.SUBPARAGRAPH for each in body[2:3])
        and all(plain(each.text) for each in outline.provisions)
        and all(each.id in used for each in outline.of(Kind.NOTE))
    )


def in_order(outline: Outline) -> Outline:
    """Give a draft an enacting line, and leave out what is not in order."""
    title, *rest = (each for each in outline.provisions if each.kind is not Kind.ENACTING)
    kept = [title, Provision("e", Kind.ENACTING, parse("*The General Assembly*,"))]
    for each in rest:
        level = next(one.level for one in reversed(kept) if one.kind is not Kind.HEADING)
        if each.kind is not Kind.NOTE and (len(kept) > 2 or not each.level) and each.level <= level + 1:
            kept.append(each)
    used = {note for each in kept for note in notes(each.text)}
    for note in (each for each in outline.of(Kind.NOTE) if each.id in used):
        kept.append(replace(note, text=parse(f"{_NOTES[note.id]} {markup(note.text)}")))
    return replace(outline, provisions=tuple(kept))


def cited(text: Manuscript) -> Counter[str]:
    return Counter(note for each in text.outline.provisions for note in notes(each.text))


def stand_apart(draft: Manuscript, one: Proposal, others: list[Proposal]) -> bool:
    """Whether the file shows what is one's and the others': not so if both strike the same words, or if
    one takes away a reference to a note that another refers to or changes."""
    before = cited(draft)
    new = [
        {change.text for change in each.changes if change.kind is ChangeKind.INSERT}
        for each in (one, *others)
    ]
    if any(new[0] & each for each in new[1:]):  # the same new paragraph of two is one's in the file
        return False
    for each in others:
        for mine, theirs in ((one, each), (each, one)):
            uses = (cited(merge(draft, [mine]).manuscript) - before).keys()
            uses |= {change.provision for change in mine.changes}
            if uses & (before - cited(merge(draft, [theirs]).manuscript)).keys():
                return False
    return not any(each.severity is not Severity.SOFT for each in between(draft, one, others))


@st.composite
def negotiations(draw: st.DrawFn) -> tuple[Manuscript, list[Proposal]]:
    """A draft in order and amendments that can be merged together, of which each is shown as its author's."""
    draft = manuscript(in_order(draw(drafts(draw(st.sampled_from(sorted(ALPHABETS))))).outline))
    assume(is_sound(draft.outline))
    found: list[Proposal] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        drawn = draw(proposals_to(draft, f"a{number}"))
        if (
            drawn.changes
            and all(each.kind in _SHOWN and not each.divides for each in drawn.changes)
            and is_sound(merge(draft, [drawn]).manuscript.outline)
            and stand_apart(draft, drawn, found)
        ):
            found.append(drawn)
    assume(found)
    return draft, found


@settings(max_examples=40)
@given(negotiations())
def test_what_each_author_proposed_comes_back_as_that_authors(
    case: tuple[Manuscript, list[Proposal]],
) -> None:
    draft, proposals = case
    authors = {each.key: word.Author(f"State {each.key}", AT) for each in proposals}
    content = word.write_tracked(merge(draft, proposals).manuscript, authors)
    file = word.changes_of(content, draft.masthead.language)
    assert said(file.base) == said(draft.outline)
    assert set(file.authors) <= {each.name for each in authors.values()}
    base = Base(draft, file.base)
    for proposal in proposals:
        wanted = merge(draft, [proposal]).manuscript.outline
        new = file.reads([authors[proposal.key].name])
        assert said(new) == said(wanted)
        found = base.bring(new, "new")
        assert found.lost == ()
        changes = tuple(change for whole in found.wholes for change in whole)
        assert said(merge(draft, [Proposal("new", changes)]).manuscript.outline) == said(wanted)


def test_what_is_proposed_to_real_drafts_comes_back_as_its_authors(corpus: Path) -> None:
    for path in sorted((corpus / "drafts").glob("*.txt")):
        draft = manuscript(plain_text.read(path.read_text()).outline)
        body = [each for each in draft.paragraphs if each.kind is Kind.OPERATIVE and len(each.text) > 4]
        first, last = body[0], body[-1]
        proposals = [
            Proposal(
                "a1", (reword(draft, first.id, (*first.text[:2], Word("64/293", " "), *first.text[3:])),)
            ),
            Proposal("a2", (insert(draft, first.id, "new", last.text, Kind.OPERATIVE),)),
            Proposal("a3", (delete(draft, last.id),)),
        ][: len(body) + 1]
        authors = {each.key: word.Author(f"State {each.key}", AT) for each in proposals}
        content = word.write_tracked(merge(draft, proposals).manuscript, authors)
        file = word.changes_of(content, draft.masthead.language)
        assert said(file.base) == said(draft.outline), path.name
        base = Base(draft, file.base)
        for proposal in proposals:
            found = base.bring(file.reads([authors[proposal.key].name]), "new")
            assert found.lost == (), path.name
            changes = tuple(change for whole in found.wholes for change in whole)
            assert said(merge(draft, [Proposal("new", changes)]).manuscript.outline) == said(
                merge(draft, [proposal]).manuscript.outline
            ), path.name
