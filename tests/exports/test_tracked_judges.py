"""A tracked file of ours in LibreOffice: accepting every change gives the revision, rejecting gives the base."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from amendments.changes import Proposal, delete, reword
from amendments.merge import merge
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Outline
from drafting.text import markup, notes
from exports import word
from tests.exports.test_word_tracked import AUTHORS, BASE, CASES
from tests.exports.word_drafts import DRAFTS, ENGLISH

Settle = Callable[[bytes, str], bytes]


def read(outline: Outline) -> tuple[list[tuple[Kind, str]], list[str]]:
    """Give the paragraphs, and what the notes say that are referred to.

    Links are left out: LibreOffice lets one run on over what stands beside it where a change is rejected.
    """
    used = {note for each in outline.provisions for note in notes(each.text)}
    body = [
        (each.kind, markup(tuple(replace(one, link=None) for one in each.text if one.note is None)))
        for each in outline.provisions
        if each.kind is not Kind.NOTE
    ]
    return body, sorted(markup(each.text) for each in outline.of(Kind.NOTE) if each.id in used)


def both_ways(text: Manuscript, base: Outline, settling: Settle) -> None:
    content = word.write_tracked(text, AUTHORS)
    for choice, expected in (("Accept", text.outline), ("Reject", base)):
        again = word.read(settling(content, choice), base.masthead.language)
        assert not any("tracked" in str(remark) for remark in again.remarks)
        assert read(again.outline) == read(expected)


@pytest.mark.parametrize("case", CASES)
def test_libreoffice_accepts_and_rejects_every_change(case: str, settling: Settle) -> None:
    both_ways(merge(BASE, [Proposal("a1", CASES[case])]).manuscript, ENGLISH, settling)


@pytest.mark.parametrize("language", DRAFTS)
def test_in_every_language_two_authors_changes_are_settled_as_we_settle_them(
    language: str, settling: Settle
) -> None:
    base = manuscript(DRAFTS[language])
    preambular = next(each for each in base.paragraphs if each.kind is Kind.PREAMBULAR)
    last = [each for each in base.paragraphs if each.kind is Kind.OPERATIVE][-1]
    proposals = [
        Proposal("a1", (reword(base, last.id, (*last.text[:1], *last.text[2:])),)),
        Proposal("a2", (delete(base, preambular.id),)),
    ]
    both_ways(merge(base, proposals).manuscript, DRAFTS[language], settling)
