"""Dividing an amendment: each part makes sense alone, and all together say what the whole said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.collisions import Severity, collisions
from amendments.division import divide, parts, together
from amendments.merge import merge
from drafting.manuscript import Manuscript, manuscript
from drafting.messages import OutOfOrder
from drafting.outline import Kind, Outline, Provision
from drafting.text import PILCROW, Word, markup, parse
from tests.amendments.negotiations import negotiations, reading

DRAFT = manuscript(
    Outline(
        provisions=(
            Provision("title", Kind.TITLE, parse("The rivers of the plain")),
            Provision("pp1", Kind.PREAMBULAR, parse("*Recalling* its resolution 71/222 on water,[^n1]")),
            Provision(
                "op1", Kind.OPERATIVE, parse("*Calls upon* all States to measure the rivers every month;")
            ),
            Provision("op2", Kind.OPERATIVE, parse("*Decides* to establish a register of springs:")),
            Provision("op2a", Kind.SUBPARAGRAPH, parse("The name of every spring;"), 1),
            Provision("op2b", Kind.SUBPARAGRAPH, parse("The yield of every spring;"), 1),
            Provision("op3", Kind.OPERATIVE, parse("*Requests* a report at its eighty-third session.")),
            Provision("n1", Kind.NOTE, parse("A/RES/71/222.")),
        )
    )
)


def reworded(provision: str, *swaps: tuple[str, str]) -> Change:
    text = markup(DRAFT.by_id[provision].text)
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return changes.reword(DRAFT, provision, parse(text))


def named(change: Change) -> str:
    return f"{change.kind.value} {change.provision}"


def inserted(id: str, after: str, text: str, kind: Kind = Kind.OPERATIVE, level: int = 0) -> Change:
    return changes.insert(DRAFT, after, id, parse(text), kind, level)


def test_each_edit_of_a_paragraph_can_be_a_part_of_its_own() -> None:
    whole = reworded("op1", ("all States", "riparian States"), ("every month", "every week"))
    first, second = parts(DRAFT, [whole])
    assert markup(first[0].text) == "*Calls upon* riparian States to measure the rivers every month;"
    assert markup(second[0].text) == "*Calls upon* all States to measure the rivers every week;"
    assert together(DRAFT, [first, second]) == (whole,)


def test_parts_come_in_the_order_of_the_text() -> None:
    every = [
        inserted("new", "op2b", "The owner of the land;", Kind.SUBPARAGRAPH, 1),
        reworded("op3", ("eighty-third", "eighty-fourth")),
        reworded("op1", ("all States", "riparian States"), ("every month", "every week")),
        reworded("title", ("rivers", "waters")),
    ]
    assert [[named(each) for each in part] for part in parts(DRAFT, every)] == [
        ["reword title"],
        ["reword op1"],
        ["reword op1"],
        ["insert new"],
        ["reword op3"],
    ]


@pytest.mark.parametrize(
    ("every", "together"),
    [
        pytest.param(
            [reworded("op1", ("all States", "States"), ("month;", "month;[^n2]")),
             inserted("n2", "n1", "A/74/127.", Kind.NOTE)],
            [["reword op1"], ["reword op1", "insert n2"]],
            id="words and their new note",
        ),
        pytest.param(
            [reworded("pp1", ("water,[^n1]", "water,")), changes.delete(DRAFT, "n1"),
             reworded("op3", ("Requests", "Urges"))],
            [["reword pp1", "delete n1"], ["reword op3"]],
            id="a note and the words that referred to it",
        ),
        pytest.param(
            [reworded("op1", ("month;", "month;[^n1]"), ("all States", "States")),
             reworded("n1", ("A/RES/71/222.", "General Assembly resolution 71/222."))],
            [["reword op1"], ["reword op1", "reword n1"]],
            id="a note that is changed and words that newly refer to it",
        ),
        pytest.param(
            [reworded("op1", ("month;", "month;[^n2]")), inserted("n2", "n1", "A/74/127.", Kind.NOTE),
             reworded("op3", ("session.", "session.[^n3]")), inserted("n3", "n2", "A/75/9.", Kind.NOTE)],
            [["reword op1", "insert n2"], ["reword op3", "insert n3"]],
            id="two notes, each with its own words",
        ),
        pytest.param(
            [inserted("a", "op1", "*Notes* this;"), inserted("b", "a", "*Notes* that;"),
             inserted("c", "op3", "*Notes* more.")],
            [["insert a", "insert b"], ["insert c"]],
            id="new paragraphs that follow each other",
        ),
        pytest.param(
            [inserted("a", "op1", "*Notes* this;"), inserted("b", "op1", "*Notes* that;")],
            [["insert a", "insert b"]],
            id="new paragraphs in one place",
        ),
        pytest.param(
            [changes.delete(DRAFT, "op1"), inserted("a", "op1", "*Notes* this;"), changes.delete(DRAFT, "op3")],
            [["delete op1", "insert a"], ["delete op3"]],
            id="a new paragraph after the deleted one that it replaces",
        ),
        pytest.param(
            [changes.delete(DRAFT, "op1"), inserted("a", "pp1", "*Notes* this;")],
            [["delete op1", "insert a"]],
            id="a new paragraph before the deleted one that it replaces",
        ),
        pytest.param(
            [changes.delete(DRAFT, "op2"), changes.delete(DRAFT, "op2a"), changes.delete(DRAFT, "op2b"),
             changes.delete(DRAFT, "op3")],
            [["delete op2", "delete op2a", "delete op2b"], ["delete op3"]],
            id="a paragraph that goes with its sub-paragraphs",
        ),
        pytest.param(
            [*changes.move_together(DRAFT, ["op2", "op2a", "op2b"], "op3"), reworded("op2", ("springs", "wells"))],
            [["move op2", "move op2a", "move op2b"], ["reword op2"]],
            id="a paragraph that moves with its sub-paragraphs, but not what it says",
        ),
        pytest.param(
            [inserted("c", "op2b", "The owner of the land;", Kind.SUBPARAGRAPH, 1),
             changes.move(DRAFT, "op2", "pp1")],
            [["move op2", "insert c"]],
            id="a new sub-paragraph and the paragraph that it belongs to, which moves",
        ),
        pytest.param(
            [changes.join(DRAFT, "op2"), reworded("op1", ("all States", "States")),
             reworded("op2", ("springs", "wells")), reworded("op3", ("Requests", "Urges"))],
            [["reword op1", "join op2", "reword op2"], ["reword op3"]],
            id="paragraphs that are joined and what is done to their words",
        ),
        pytest.param(
            [reworded("op1", (" to measure the rivers every month", "")),
             reworded("op3", (" a report at its", " all States to measure the rivers every month, at its"))],
            [["reword op1", "reword op3"]],
            id="words that move from one paragraph to another",
        ),
    ],
)  # fmt: skip
def test_what_makes_no_sense_apart_is_one_part(every: list[Change], together: list[list[str]]) -> None:
    assert sorted(sorted(map(named, part)) for part in parts(DRAFT, every)) == sorted(map(sorted, together))


def test_a_paragraph_can_be_divided_without_the_other_edits_of_it() -> None:
    text = parse("*Decides* to establish; a register of wells:")
    at = 4
    whole = changes.reword(DRAFT, "op2", (*text[:at], Word(PILCROW), *text[at:]))
    found = [markup(each.text) for part in parts(DRAFT, [whole]) for each in part]
    assert found == [
        "*Decides* to establish; ¶ a register of springs:",
        "*Decides* to establish a register of wells:",
    ]


def test_an_amendment_is_divided_in_two() -> None:
    every = [
        reworded("op1", ("all States", "States"), ("rivers", "wells"), ("month", "week")),
        changes.delete(DRAFT, "op3"),
    ]
    separate, rest = divide(DRAFT, every, [1, 3])
    assert [markup(each.text) for each in separate] == [
        "*Calls upon* all States to measure the wells every month;",
        "",
    ]
    assert [markup(each.text) for each in rest] == ["*Calls upon* States to measure the rivers every week;"]


@pytest.mark.parametrize("separate", [[], [0, 1], [7]])
def test_an_amendment_is_not_divided_into_all_and_nothing(separate: list[int]) -> None:
    with pytest.raises(OutOfOrder):
        divide(DRAFT, [reworded("op1", ("all States", "States"), ("month", "week"))], separate)


@settings(max_examples=200)
@given(negotiations(most=2), st.data())
def test_however_an_amendment_is_divided_its_parts_together_say_what_it_says(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]], data: st.DataObject
) -> None:
    draft, (whole, _) = negotiation
    smallest = parts(draft, whole.changes)
    sides = [data.draw(st.integers(0, 2)) for _ in smallest]
    groups = [[part for part, at in zip(smallest, sides, strict=True) if at == side] for side in range(3)]
    keys = data.draw(st.permutations(["a3", "c", "c1"]))
    divided = [
        Proposal(key, together(draft, group)) for key, group in zip(keys, groups, strict=True) if group
    ]
    assert all(each.severity is Severity.SOFT for each in collisions(draft, divided))
    for part in divided:
        merge(draft, [part])
    assert reading(merge(draft, divided).manuscript) == reading(merge(draft, [whole]).manuscript)


@given(negotiations(most=2))
def test_parts_are_as_small_as_they_say_and_none_is_lost(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, (whole, _) = negotiation
    smallest = parts(draft, whole.changes)
    for part in smallest:
        merge(draft, [Proposal("a", part)])
        assert parts(draft, part) == (part,)
    united = {(each.kind, each.provision): each.edits for each in together(draft, smallest)}
    assert united == {(each.kind, each.provision): each.edits for each in whole.changes}
    words = {each.provision for each in whole.changes if each.kind is ChangeKind.INSERT}
    assert words == {each.provision for part in smallest for each in part if each.kind is ChangeKind.INSERT}
