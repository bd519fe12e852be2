"""Merging amended copies: what goes in, what collides and stays out, whatever the order of the copies."""

from itertools import permutations

import pytest

from amendments.collisions import Severity
from amendments.copies import MergedCopies, merge_copies, wholes
from drafting.manuscript import manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import markup, parse

BASE = """
# The rivers of the plain
= The General Assembly,
- *Recalling* its resolution 71/222 of 21 December 2016 on water for sustainable development,[^1]
- *Recognizing* that the rivers of the plain feed twelve million people,
1 *Calls upon* all riparian States to measure the flow of the rivers every month;
1 *Decides* to establish a register of springs, which shall contain:
2 The name and the place of every spring;
2 The yield of every spring in the driest month of the year;
1 *Requests* the Secretary-General to report to the General Assembly at its eighty-third session.
^1 Resolution 71/222.
"""
KINDS = {
    "#": Kind.TITLE,
    "=": Kind.ENACTING,
    "-": Kind.PREAMBULAR,
    "1": Kind.OPERATIVE,
    "2": Kind.SUBPARAGRAPH,
}


def draft(text: str) -> Outline:
    """A draft from lines: a sign for the kind of paragraph, then its words; ``^id`` for a note."""
    provisions = []
    for at, line in enumerate(text.strip().splitlines()):
        sign, words = line.split(" ", 1)
        kind = KINDS.get(sign, Kind.NOTE)
        id = sign[1:] if kind is Kind.NOTE else f"p{at}"
        provisions.append(Provision(id, kind, parse(words), int(kind is Kind.SUBPARAGRAPH)))
    return Outline(Masthead(), tuple(provisions))


def merged(**copies: str) -> MergedCopies:
    return merge_copies(manuscript(draft(BASE)), {name: draft(copy) for name, copy in copies.items()})


def said(result: MergedCopies) -> list[str]:
    return [markup(each.text) for each in result.text.outline.provisions]


def meetings(result: MergedCopies) -> set[tuple[Severity, frozenset[str]]]:
    return {
        (each.severity, frozenset((result.movers[each.one], result.movers[each.other])))
        for each in result.collisions
    }


def amended(*swaps: tuple[str, str]) -> str:
    text = BASE
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text


def test_what_does_not_collide_goes_in() -> None:
    result = merged(
        norway=amended(("every month", "every week")),
        fiji=amended(("twelve million people", "twelve million people and their herds")),
        kenya=amended(("1 *Decides*", "1 *Invites* the World Bank to take part;\n1 *Decides*")),
    )
    assert not result.collisions
    assert not result.left_out
    assert "*Calls upon* all riparian States to measure the flow of the rivers every week;" in said(result)
    assert "*Invites* the World Bank to take part;" in said(result)
    assert any("and their herds" in text for text in said(result))


def test_a_copy_that_changes_nothing_takes_no_part() -> None:
    result = merged(norway=BASE)
    assert said(result) == [markup(each.text) for each in draft(BASE).provisions]
    assert not result.merged


def test_of_amendments_that_exclude_each_other_none_goes_in_but_what_they_say_elsewhere_does() -> None:
    result = merged(
        norway=amended(("every month", "every week"), ("twelve million", "eleven million")),
        fiji=amended(("every month", "every year")),
    )
    assert meetings(result) == {(Severity.HARD, frozenset({"norway", "fiji"}))}
    assert {result.movers[each.key] for each in result.left_out} == {"norway", "fiji"}
    assert result.rivals(result.left_out[0]) in (["norway"], ["fiji"])
    assert any("every month" in text for text in said(result))
    assert any("eleven million" in text for text in said(result))


def test_the_order_of_the_copies_makes_no_difference() -> None:
    copies = {
        "norway": draft(
            amended(("every month", "every week"), ("1 *Decides*", "1 *Notes* this;\n1 *Decides*"))
        ),
        "fiji": draft(
            amended(("every month", "every year"), ("1 *Decides*", "1 *Regrets* that;\n1 *Decides*"))
        ),
        "kenya": draft(
            amended(("all riparian States", "all States"), ("people,", "people,[^2]")) + "^2 A/74/127."
        ),
        "samoa": draft(amended(("twelve million people", "the people"))),
    }
    base = manuscript(draft(BASE))
    results = [merge_copies(base, dict(order)) for order in permutations(copies.items())]
    assert all(each == results[0] for each in results)


def test_the_very_same_change_of_two_copies_is_made_once_and_is_no_collision() -> None:
    result = merged(
        norway=amended(("every month", "every week")), fiji=amended(("every month", "every week"))
    )
    assert not result.collides
    assert meetings(result) == {(Severity.CONCURRING, frozenset({"norway", "fiji"}))}
    assert sum("every week" in text for text in said(result)) == 1


def test_new_paragraphs_in_one_place_stand_in_the_order_of_the_delegations_names() -> None:
    result = merged(
        norway=amended(("1 *Decides*", "1 *Notes* the work done;\n1 *Decides*")),
        fiji=amended(("1 *Decides*", "1 *Regrets* the floods;\n1 *Decides*")),
    )
    texts = said(result)
    assert texts.index("*Regrets* the floods;") + 1 == texts.index("*Notes* the work done;")
    assert meetings(result) == {(Severity.SOFT, frozenset({"norway", "fiji"}))}


def whole(copy: str) -> list[set[str]]:
    """What the amendments of a copy say, each as the first words of what it brings or the id of what goes."""
    return [
        {markup(change.text)[:12] or f"{change.kind} {change.provision}" for change in changes}
        for changes in wholes(manuscript(draft(BASE)), draft(copy))
    ]


@pytest.mark.parametrize(
    ("copy", "together"),
    [
        pytest.param(
            amended(("month;", "month;[^2]"), ("twelve", "ten")) + "^2 A/74/127.",
            [{"*Recognizing"}, {"*Calls upon*", "A/74/127."}],
            id="words with their new note",
        ),
        pytest.param(
            amended(("development,[^1]", "development,"), ("^1 Resolution 71/222.", "")),
            [{"*Recalling* "[:12], "delete 1"}],
            id="a note with the words that referred to it",
        ),
        pytest.param(
            amended(("1 *Decides*", "1 *Notes* a;\n1 *Notes* b;\n1 *Decides*")),
            [{"*Notes* a;", "*Notes* b;"}],
            id="new paragraphs that follow each other",
        ),
        pytest.param(
            amended(
                (
                    "- *Recognizing* that the rivers of the plain feed twelve million people,",
                    "- *Aware* of drought,",
                )
            ),
            [{"delete p3", "*Aware* of d"}],
            id="a paragraph in the place of another",
        ),
        pytest.param(
            amended(
                ("1 *Decides* to establish a register of springs, which shall contain:\n", ""),
                ("2 The name and the place of every spring;\n", ""),
                ("2 The yield of every spring in the driest month of the year;\n", ""),
            ),
            [{"delete p5", "delete p6", "delete p7"}],
            id="a paragraph with its sub-paragraphs",
        ),
        pytest.param(
            amended(
                ("1 *Calls upon* all riparian States to measure the flow of the rivers every month;\n", ""),
                (
                    "eighty-third session.",
                    "eighty-third session;\n1 *Calls upon* all riparian States to measure the flow of the rivers every month.",
                ),
            ),
            [{"move p4"}, {"*Calls upon*"}, {"*Requests* t"}],
            id="a paragraph that moves, and words that change in it",
        ),
        pytest.param(
            amended(
                (" every month;\n1 *Decides* to", " every month, and *decides* to"),
                ("twelve million", "ten million"),
            ),
            [{"*Recognizing"}, {"join p5", "*Calls upon*", "*decides* to"}],
            id="two paragraphs that are joined",
        ),
        pytest.param(
            amended(
                (
                    " to measure the flow of the rivers every month;",
                    ";\n1 *Requests* them to measure the flow of the rivers every month;",
                )
            ),
            [{"*Calls upon*"}],
            id="a paragraph that is split",
        ),
    ],
)
def test_what_makes_no_sense_apart_stays_together(copy: str, together: list[set[str]]) -> None:
    assert sorted(map(sorted, whole(copy))) == sorted(map(sorted, together))


def test_a_paragraph_is_not_doubled_when_one_moves_it_and_another_amends_it() -> None:
    moved = amended(
        ("1 *Calls upon* all riparian States to measure the flow of the rivers every month;\n", ""),
        (
            "1 *Requests*",
            "1 *Calls upon* all riparian States to measure the flow of the rivers every month;\n1 *Requests*",
        ),
    )
    result = merged(norway=moved, fiji=amended(("every month", "every week")))
    assert sum("*Calls upon*" in text for text in said(result)) == 1
    assert any("every week" in text for text in said(result))
    assert not result.collisions


def test_a_note_that_one_deletes_and_another_newly_refers_to_is_a_collision() -> None:
    without = amended(("development,[^1]", "development,"), ("^1 Resolution 71/222.\n", ""))
    result = merged(norway=without, fiji=amended(("every month;", "every month;[^1]")))
    assert (Severity.HARD, frozenset({"norway", "fiji"})) in meetings(result)
    assert "Resolution 71/222." in said(result)


def test_a_sub_paragraph_added_to_a_paragraph_that_another_deletes_is_a_collision() -> None:
    without = amended(
        ("1 *Decides* to establish a register of springs, which shall contain:\n", ""),
        ("2 The name and the place of every spring;\n", ""),
        ("2 The yield of every spring in the driest month of the year;\n", ""),
    )
    adding = amended(("month of the year;\n", "month of the year;\n2 The owner of the land;\n"))
    result = merged(norway=without, fiji=adding)
    assert (Severity.HARD, frozenset({"norway", "fiji"})) in meetings(result)
    assert "The owner of the land;" not in said(result)
