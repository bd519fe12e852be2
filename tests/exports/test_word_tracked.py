"""A revision as true tracked changes: accepting all gives the revision, rejecting all gives the base."""

import datetime
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from amendments.changes import Change, Proposal, delete, insert, reword
from amendments.merge import merge
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Outline
from drafting.text import parse, plain
from exports import word
from tests.exports.word_drafts import DRAFTS, ENGLISH, OP, PP, W, draft, letters_of
from tests.exports.word_lint import lint

AT = datetime.datetime(2026, 10, 9, 17, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
AUTHORS = {"a1": word.Author("Norway", AT), "a2": word.Author("Fiji", AT + datetime.timedelta(hours=1))}

BASE = manuscript(ENGLISH)
CASES: dict[str, tuple[Change, ...]] = {
    "words struck": (reword(BASE, "p8", parse("*Calls upon* all States to exchange what they know;[^n1]")),),
    "words inserted": (reword(BASE, "p13", parse("*Decides* to remain actively seized of the matter.")),),
    "italics": (reword(BASE, "p9", parse("*Invites also* the regional commissions:")),),
    "a link": (
        reword(
            BASE,
            "p1",
            parse(
                "*Recalling* its resolution [72/1](https://undocs.org/A/RES/72/1) of 1 August 2017,[^n1] "
                "and the Charter of the United Nations,[^n2]"
            ),
        ),
    ),
    "a paragraph deleted": (delete(BASE, "p7"),),
    "the last paragraph deleted": (delete(BASE, "p13"),),
    "a paragraph inserted": (insert(BASE, "p7", "new", parse("*Noting* the costs,"), PP),),
    "a paragraph inserted at the end": (insert(BASE, "p13", "new", parse("*Requests* a report."), OP),),
    "a note added": (
        reword(BASE, "p12", parse("*Encourages* the sharing of A/C.3/81/CRP.4/Rev.1 “as appropriate”;[^n9]")),
        insert(BASE, "n2", "n9", parse("See *A Report*."), Kind.NOTE),
    ),
    "a note's first reference struck": (
        reword(BASE, "p1", parse("*Recalling* the Charter of the United Nations,[^n2]")),
    ),
    "a reference put before the first": (reword(BASE, "p2", parse("*Recalling also* the plan:")),
        insert(BASE, "enacting", "new", parse("*Mindful* of the past,[^n2]"), PP)),
}  # fmt: skip


def paragraphs(outline: Outline) -> list[str]:
    return [plain(each.text) for each in outline.provisions if each.kind is not Kind.NOTE]


def body(text: str) -> list[str]:
    """Give the paragraphs that pandoc printed from the title on, without numbers and references to notes."""
    lines = [re.sub(r"\s+", " ", line).strip() for line in text.split("\n\n")]
    lines = [re.sub(r"\[\d+\]|[⁰¹²³⁴⁵]+", "", line) for line in lines if not re.match(r"\[\d+\]", line)]
    lines = [re.sub(r"^(?:(?:\d+|[a-z]+)\.( |$))+", "", line).strip() for line in lines]
    return [line for line in lines[lines.index(ENGLISH.title, 4) :] if line]


@pytest.mark.parametrize("case", CASES)
def test_pandoc_accepts_and_rejects_every_change(case: str, pandoc: Callable[..., str]) -> None:
    text = merge(BASE, [Proposal("a1", CASES[case])]).manuscript
    content = word.write_tracked(text, AUTHORS)
    for choice, expected in (("accept", text.outline), ("reject", ENGLISH)):
        found = body(pandoc(content, f"--track-changes={choice}", "--to=plain", "--wrap=none"))
        assert found == paragraphs(expected)


@pytest.mark.parametrize("case", CASES)
def test_notes_are_right_in_the_base_and_in_the_revision(case: str, pandoc: Callable[..., str]) -> None:
    text = merge(BASE, [Proposal("a1", CASES[case])]).manuscript
    content = word.write_tracked(text, AUTHORS)
    for choice, expected in (("accept", text.outline), ("reject", ENGLISH)):
        found = pandoc(content, f"--track-changes={choice}", "--to=plain", "--wrap=none")
        notes = re.findall(r"^\[\d+\] +(.*)$", found, re.MULTILINE)
        used = {each.note for provision in expected.provisions for each in provision.text}
        assert sorted(notes) == sorted(plain(each.text) for each in expected.of(Kind.NOTE) if each.id in used)


def test_each_change_is_its_delegations_at_the_time_of_its_act() -> None:
    text = merge(
        BASE, [Proposal("a1", CASES["words struck"]), Proposal("a2", CASES["words inserted"])]
    ).manuscript
    changes = [(each.tag, each.get(f"{W}author"), each.get(f"{W}date")) for each in marked(text)]
    assert (f"{W}del", "Norway", "2026-10-09T15:30:00Z") in changes
    assert (f"{W}ins", "Fiji", "2026-10-09T16:30:00Z") in changes


def test_what_others_changed_before_is_settled() -> None:
    text = merge(
        BASE, [Proposal("a7", CASES["words struck"]), Proposal("a8", CASES["words inserted"])]
    ).manuscript
    assert marked(text) == []
    assert word.write_tracked(text, {}) == word.write(text.outline)


def test_a_word_inserted_and_struck_again_is_a_deletion_inside_an_insertion() -> None:
    once = merge(BASE, [Proposal("a1", CASES["words inserted"])]).manuscript
    again = reword(once, "p13", parse("*Decides* to remain seized of the matter."))
    twice = merge(once, [Proposal("a2", (again,))]).manuscript
    outer, inner = marked(twice)
    assert inner.getparent() is outer
    assert (outer.get(f"{W}author"), inner.get(f"{W}author")) == ("Norway", "Fiji")
    assert letters_of(inner).strip() == "actively"


@pytest.mark.parametrize("case", CASES)
def test_changes_have_the_forms_that_readers_accept(case: str) -> None:
    text = merge(BASE, [Proposal("a1", CASES[case])]).manuscript
    assert marked(text)
    assert lint(word.write_tracked(text, AUTHORS)) == []


def test_a_second_operative_paragraph_gives_the_first_its_number_as_a_change() -> None:
    single = manuscript(
        draft(ENGLISH.masthead, "Title", "*The General Assembly*,", [(OP, 0, "*Takes note* of it.")], [])
    )
    text = merge(
        single, [Proposal("a1", (insert(single, "p1", "p2", parse("*Decides* so."), OP),))]
    ).manuscript
    first = next(each for each in tree(text).iter(f"{W}pPr") if each.find(f"{W}pPrChange") is not None)
    assert first.find(f"{W}numPr") is not None
    assert first.find(f"{W}pPrChange/{W}pPr/{W}numPr") is None


@pytest.mark.parametrize("language", DRAFTS)
def test_libreoffice_opens_changes_in_every_language(
    language: str, soffice: Callable[[bytes], bytes]
) -> None:
    base = manuscript(DRAFTS[language])
    struck = next(each for each in base.paragraphs if each.kind is PP)
    changes = (delete(base, struck.id), insert(base, "enacting", "new", struck.text[:4], PP))
    text = merge(base, [Proposal("a1", changes)]).manuscript
    assert soffice(word.write_tracked(text, AUTHORS)).startswith(b"%PDF")


def tree(text: Manuscript) -> etree._Element:
    with ZipFile(BytesIO(word.write_tracked(text, AUTHORS))) as file:
        return etree.fromstring(file.read("word/document.xml"))


def marked(text: Manuscript) -> list[etree._Element]:
    return list(tree(text).iter(f"{W}ins", f"{W}del"))
