"""The compilation text: nothing that is proposed is lost, and every word bears its mover's name."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.changes import ChangeKind, Proposal, delete, insert, join, move, move_together, reword
from amendments.compilation import Compiled, compiled
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import Text, bare, parse, plain
from tests.amendments import negotiations

OP, SUB = Kind.OPERATIVE, Kind.SUBPARAGRAPH
DRAFT = manuscript(
    Outline(
        Masthead(),
        (
            Provision("t", Kind.TITLE, parse("Lighthouses")),
            Provision("pp1", Kind.PREAMBULAR, parse("*Recalling* the harbours of small islands,")),
            Provision(
                "op1", OP, parse("*Calls upon* all States to keep their lighthouses burning at night:")
            ),
            Provision("a", SUB, parse("By sharing oil;"), 1),
            Provision("b", SUB, parse("By sharing lamps;"), 1),
            Provision("op2", OP, parse("*Decides* to remain seized of the matter.")),
        ),
    )
)


def accepted(found: Compiled, keys: set[str]) -> Text:
    """Give a paragraph as it reads with these amendments made and all others rejected."""
    words = [
        word
        for each in found.stretches
        if all(keys.intersection(owners) for owners in each.path) and not keys.intersection(each.struck)
        for word in each.words
    ]
    return bare(tuple(words))


def labels(*proposals: Proposal) -> list[str]:
    return [each.label for each in compiled(DRAFT, proposals)]


@given(negotiations.negotiations())
def test_without_the_proposals_it_reads_as_the_text(drawn):
    draft, proposals = drawn
    own = [each for each in compiled(draft, proposals) if not each.path]
    body = [each for each in draft.outline.provisions if each.kind is not Kind.NOTE]
    notes = [each for each in draft.outline.provisions if each.kind is Kind.NOTE]
    assert [(each.kind, each.level, accepted(each, set())) for each in own] == [
        (each.kind, each.level, each.text) for each in (*body, *notes)
    ]


@given(negotiations.negotiations())
def test_every_proposal_can_be_read_out_of_it_as_its_author_wrote_it(drawn):
    draft, proposals = drawn
    found = compiled(draft, proposals)
    for proposal in proposals:
        key = {proposal.key}
        for change in proposal.changes:
            here = [each for each in found if each.id == f"={change.provision}"]
            mine = [each for each in found if each.path and key <= set(each.path[-1])]
            if change.kind is ChangeKind.REWORD:
                here += [each for each in mine if each.instead == f"={change.provision}"]
                assert bare(change.text) in [accepted(each, key) for each in here]
            elif change.kind is ChangeKind.INSERT:
                assert (change.paragraph_kind, change.level, bare(change.text)) in [
                    (each.kind, each.level, accepted(each, key)) for each in mine
                ]
            elif change.kind is ChangeKind.DELETE:
                assert proposal.key in here[0].struck
            elif change.kind is ChangeKind.JOIN:
                assert [said for by, said in here[0].remarks if proposal.key in by]


@given(st.data())
@settings(max_examples=60)
def test_every_word_that_is_new_or_struck_in_an_amendment_to_an_amendment_bears_its_movers_name(data):
    draft = data.draw(negotiations.drafts(data.draw(st.sampled_from(sorted(negotiations.ALPHABETS)))))
    proposals = [
        data.draw(negotiations.proposals_to(draft, "a1")),
        data.draw(negotiations.proposals_to(draft, "a2")),
    ]
    left = merge(draft, [proposals[0]]).manuscript
    inner = data.draw(negotiations.proposals_to(left, "a3"))
    found = compiled(draft, [*proposals, inner], {"a3": "a1"})
    new, struck = Counter(), Counter()
    for each in (stretch for paragraph in found for stretch in paragraph.stretches):
        if each.path and "a3" in each.path[-1]:
            new.update(word.key for word in each.words)
        if "a3" in each.struck:
            struck.update(word.key for word in each.words)
    whole = {each.id for each in found if "a3" in each.struck}
    for change in inner.changes:
        words = [word for edit in change.edits for word in edit.words]
        words += change.text if change.kind is ChangeKind.INSERT else ()
        if not whole or change.kind is ChangeKind.INSERT:
            kept = {cell.word.key for each in left.paragraphs for cell in each.cells}
            assert {word.key for word in words} - kept <= set(new)
        if change.kind is ChangeKind.DELETE:
            assert whole or any("a3" in by for each in found for by, _ in each.remarks)


def test_words_that_two_would_strike_are_struck_by_both_and_what_each_puts_there_stands_side_by_side():
    one = reword(DRAFT, "op2", parse("*Decides* to remain engaged in the matter."))
    two = reword(DRAFT, "op2", parse("*Decides* to remain apprised of the matter."))
    found = compiled(DRAFT, [Proposal("a1", (one,)), Proposal("a2", (two,))])[-1]
    assert [(plain(each.words), each.path, each.struck) for each in found.stretches] == [
        ("Decides to remain", (), ()),
        ("seized", (), ("a1", "a2")),
        ("apprised", (("a2",),), ()),
        ("of", (), ("a1",)),
        ("engaged in", (("a1",),), ()),
        ("the matter.", (), ()),
    ]


def test_the_very_same_words_have_the_names_of_all_who_propose_them():
    text = parse("*Recalling* the safe harbours of small islands,")
    found = compiled(DRAFT, [Proposal(key, (reword(DRAFT, "pp1", text),)) for key in ("a1", "a2")])[1]
    assert [each.path for each in found.stretches if each.path] == [(("a1", "a2"),)]


def test_new_paragraphs_are_bis_and_ter_and_those_below_them_have_letters():
    one = insert(DRAFT, "b", "x", parse("*Invites* all pilots:"), OP)
    below = insert(DRAFT, "x", "y", parse("To learn;"), SUB, 1)
    two = insert(DRAFT, "b", "z", parse("*Thanks* all pilots;"), OP)
    lettered = insert(DRAFT, "a", "w", parse("By sharing rope;"), SUB, 1)
    first = insert(DRAFT, "t", "v", parse("*Noting* the sea,"), Kind.PREAMBULAR)
    found = labels(Proposal("a1", (one, below)), Proposal("a2", (two, lettered, first)))
    assert found == [
        "Title", "PP1 ante", "PP1", "OP1", "OP1(a)", "OP1(a) bis", "OP1(b)", "OP1 bis", "OP1 bis(a)", "OP1 ter", "OP2",
    ]  # fmt: skip


def test_a_text_that_says_the_whole_paragraph_otherwise_stands_below_it_as_an_alternative():
    other = reword(DRAFT, "op1", parse("*Urges* coastal communities everywhere never to let a lamp go out:"))
    found = {each.label: each for each in compiled(DRAFT, [Proposal("a1", (other,))])}
    assert plain(accepted(found["OP1 alt"], {"a1"})).startswith("Urges coastal")
    assert [each.by for each in found["OP1"].stretches] == [()]


def test_an_amendment_to_an_amendment_stands_in_its_brackets():
    outer = Proposal("a1", (insert(DRAFT, "op2", "x", parse("*Requests* a short report every year."), OP),))
    left = merge(DRAFT, [outer]).manuscript
    inner = Proposal("a2", (reword(left, "x", parse("*Requests* a report every other year.")),))
    found = compiled(DRAFT, [outer, inner], {"a2": "a1"})[-1]
    assert [(plain(each.words), each.by) for each in found.stretches] == [
        ("Requests a", (("a1",),)),
        ("short", (("a1",), ("a2",))),
        ("report every", (("a1",),)),
        ("other", (("a1",), ("a2",))),
        ("year.", (("a1",),)),
    ]
    assert found.label == "OP2 bis"


def test_moves_and_joins_are_said_in_words_and_where_a_paragraph_comes_to():
    moved = Proposal("a1", (move(DRAFT, "pp1", "op2"),))
    joined = Proposal("a2", (join(DRAFT, "b"),))
    found = {each.id: each for each in compiled(DRAFT, [moved, joined])}
    assert "Move the first preambular paragraph" in found["=pp1"].remarks[0][1]
    assert found["a1>pp1"].moved
    assert found["a1>pp1"].label == "PP1 bis"
    assert found["a1>pp1"].remarks == found["=pp1"].remarks
    assert "(a) and" in found["=b"].remarks[0][1]


def test_each_move_or_join_is_said_only_where_it_happens():
    both = Proposal("a1", (move(DRAFT, "pp1", "op2"), join(DRAFT, "b")))
    found = {each.id: each for each in compiled(DRAFT, [both])}
    assert [said.startswith("Merge") for _, said in found["=b"].remarks] == [True]
    assert [said.startswith("Move") for _, said in found["=pp1"].remarks] == [True]


def test_paragraphs_that_are_moved_together_are_one_remark():
    moved = Proposal("a1", move_together(DRAFT, ["op1", "a", "b"], "op2"))
    found = compiled(DRAFT, [moved])
    assert [each.id for each in found if each.remarks] == ["=op1", "a1>op1"]


def test_a_deleted_paragraph_keeps_what_others_propose_for_it():
    gone = Proposal("a1", (delete(DRAFT, "op2"),))
    kept = Proposal(
        "a2", (reword(DRAFT, "op2", parse("*Decides* to remain actively seized of the matter.")),)
    )
    found = compiled(DRAFT, [gone, kept])[-1]
    assert found.struck == ("a1",)
    assert [plain(each.words) for each in found.stretches if each.path] == ["actively"]


@pytest.mark.parametrize(
    ("language", "told"),
    [("ru", "OP2-бис"), ("zh", "OP2之二"), ("ar", "OP2 مكررا"), ("fr", "OP2 bis"), ("es", "OP2 bis")],
)
def test_every_language_has_its_own_bis(language, told):
    text = manuscript(Outline(Masthead(language), DRAFT.outline.provisions))
    found = compiled(text, [Proposal("a1", (insert(text, "op2", "x", parse("X"), OP),))])
    assert found[-1].label == told
