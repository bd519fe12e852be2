"""The laws of amendments to an amendment, for any texts, amendments, and amendments to those."""

from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments import changes
from amendments.changes import Proposal
from amendments.collisions import Severity
from amendments.merge import Collides, merge
from amendments.rebase import State
from amendments.subamendments import amended, meetings, merge_all
from drafting.manuscript import Manuscript, manuscript
from drafting.messages import OutOfOrder
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import parse, plain
from tests.amendments.negotiations import negotiations, proposals_to, reading

Chosen = tuple[Manuscript, list[Proposal], dict[str, str]]


@st.composite
def discussions(draw: st.DrawFn) -> Chosen:
    """A draft, amendments to it, amendments to some of those, and to one of these an amendment again."""
    draft, proposals = draw(negotiations(most=3))
    every, targets = list(proposals), dict[str, str]()
    readings = {each.key: merge(draft, [each]).manuscript for each in proposals}
    for number in range(draw(st.integers(1, 4))):
        standing = [key for key, text in readings.items() if any(not each.struck for each in text.paragraphs)]
        if not standing:
            break
        target = draw(st.sampled_from(standing))
        sub = draw(proposals_to(readings[target], f"s{number}"))
        every.append(sub)
        targets[sub.key] = target
        readings[sub.key] = merge(readings[target], [sub]).manuscript
    return draft, every, targets


def agreeing(draft: Manuscript, every: Sequence[Proposal], targets: dict[str, str]) -> list[Proposal]:
    """The amendments that can all be taken, found by trying them one after the other."""
    chosen: list[Proposal] = []
    for each in every:
        if targets.get(each.key, each.key) in {one.key for one in (*chosen, each)}:
            try:
                merge_all(draft, [*chosen, each], targets)
                chosen.append(each)
            except Collides:
                pass
    return chosen


def still(key: str, targets: dict[str, str], gone: set[str]) -> str | None:
    """What an amendment amends when some are in the text: its target, or what that had amended."""
    target = targets.get(key)
    return still(target, targets, gone) if target in gone else target


@settings(deadline=None)
@given(discussions())
def test_an_amendment_accepted_with_its_target_reads_as_its_author_left_it(discussion: Chosen) -> None:
    draft, every, targets = discussion
    proposals = {each.key: each for each in every}
    for key, target in targets.items():
        if target not in targets:
            alone = merge(merge(draft, [proposals[target]]).manuscript, [proposals[key]]).manuscript
            both = merge_all(draft, [proposals[key], proposals[target]], targets)
            assert both.manuscript == alone


@settings(max_examples=300, deadline=None)
@given(discussions(), st.data())
def test_merging_in_any_order_and_any_steps_gives_one_text(discussion: Chosen, data: st.DataObject) -> None:
    draft, every, targets = discussion
    chosen = agreeing(draft, every, targets)
    at_once = merge_all(draft, chosen, targets).manuscript
    assert merge_all(draft, data.draw(st.permutations(chosen)), targets).manuscript == at_once
    now, waiting, bound = draft, list(chosen), dict(targets)
    while waiting:
        roots = [each for each in waiting if each.key not in bound]
        taken = data.draw(st.lists(st.sampled_from(roots), min_size=1, unique_by=lambda each: each.key))
        keys = {each.key for each in taken}
        for each in waiting:
            if bound.get(each.key) in keys and data.draw(st.booleans()):
                taken.append(each)
                keys.add(each.key)
        step = merge_all(now, taken, bound)
        carried = step.carry([each for each in waiting if each.key not in keys], bound)
        assert carried.keys() == {each.key for each in waiting} - keys
        assert all(each.state is not State.NEEDS_AUTHOR for each in carried.values())
        gone = keys | {key for key, each in carried.items() if each.state is State.ALREADY}
        waiting = [each.proposal for each in carried.values() if each.proposal]
        bound = {each.key: above for each in waiting if (above := still(each.key, bound, gone))}
        now = step.manuscript
    assert reading(now) == reading(at_once)


@settings(deadline=None)
@given(discussions())
def test_merging_refuses_exactly_when_two_exclude_each_other(discussion: Chosen) -> None:
    draft, every, targets = discussion
    hard = {
        frozenset((each.one, each.other))
        for each in meetings(draft, amended(every, targets))
        if each.severity is Severity.HARD
    }
    if not hard:
        with suppress(Collides):  # amendments to two different ones may exclude each other
            merge_all(draft, every, targets)
            return
        assert len(set(targets.values())) > 1
        return
    with pytest.raises(Collides) as refused:
        merge_all(draft, every, targets)
    assert frozenset((refused.value.one, refused.value.other)) in hard


@settings(deadline=None)
@given(discussions())
def test_every_amendment_is_merged_carried_or_waits_with_one_that_needs_its_author(
    discussion: Chosen,
) -> None:
    draft, every, targets = discussion
    chosen = agreeing(draft, every, targets)[:2]
    rest = [each for each in every if each not in chosen]
    carried = merge_all(draft, chosen, targets).carry(rest, targets)
    for each in rest:
        if each.key not in carried:
            above = targets[each.key]
            assert above not in carried or carried[above].state is State.NEEDS_AUTHOR


DRAFT = manuscript(
    Outline(
        Masthead("en"),
        (
            Provision("t", Kind.TITLE, parse("Harbours")),
            Provision("o1", Kind.OPERATIVE, parse("Invites all States to support small harbours;")),
            Provision("o2", Kind.OPERATIVE, parse("Decides to remain seized of the matter.")),
        ),
    )
)
TARGET = Proposal(
    "a1", (changes.reword(DRAFT, "o1", parse("Invites all rich States to support all small harbours;")),)
)
READING = merge(DRAFT, [TARGET]).manuscript


def to_target(words: str, key: str = "a2") -> Proposal:
    return Proposal(key, (changes.reword(READING, "o1", parse(words)),))


def test_an_amendment_changes_words_that_its_target_brings_and_each_word_keeps_its_name() -> None:
    sub = to_target("Invites all willing States to support all small harbours;")
    merged = merge_all(DRAFT, [TARGET, sub], {"a2": "a1"}).manuscript.by_id["o1"]
    assert plain(merged.text) == "Invites all willing States to support all small harbours;"
    named = {cell.word.text: (cell.by, cell.struck) for cell in merged.cells}
    assert named["rich"] == (("a1",), ("a2",))
    assert named["willing"] == (("a2",), ())


def test_an_amendment_without_its_target_is_refused_and_both_are_named() -> None:
    with pytest.raises(OutOfOrder, match="a2 amends a1"):
        merge_all(
            DRAFT, [to_target("Invites all willing States to support all small harbours;")], {"a2": "a1"}
        )


def test_where_the_target_is_merged_without_it_an_amendment_amends_the_text_from_then_on() -> None:
    sub = to_target("Invites all willing States to support all small harbours;")
    step = merge_all(DRAFT, [TARGET], {"a2": "a1"})
    carried = step.carry([sub], {"a2": "a1"})["a2"]
    assert carried.state is State.OK
    assert carried.proposal
    text = merge(step.manuscript, [carried.proposal]).manuscript.by_id["o1"].text
    assert plain(text) == "Invites all willing States to support all small harbours;"


def test_where_the_target_needs_its_author_what_amends_it_waits_with_it() -> None:
    rival = Proposal("a3", (changes.delete(DRAFT, "o1"),))
    sub = to_target("Invites all willing States to support all small harbours;")
    carried = merge_all(DRAFT, [rival], {}).carry([TARGET, sub], {"a2": "a1"})
    assert carried["a1"].state is State.NEEDS_AUTHOR
    assert "a2" not in carried


def test_an_amendment_to_one_that_is_carried_over_is_carried_with_it() -> None:
    other = Proposal(
        "a3", (changes.reword(DRAFT, "o1", parse("Again invites all States to support small harbours;")),)
    )
    sub = to_target("Invites all willing States to support all small harbours;")
    step = merge_all(DRAFT, [other], {})
    carried = step.carry([TARGET, sub], {"a2": "a1"})
    assert carried["a1"].proposal
    assert carried["a2"].proposal
    reads = merge_all(step.manuscript, [carried["a1"].proposal, carried["a2"].proposal], {"a2": "a1"})
    assert (
        plain(reads.manuscript.by_id["o1"].text)
        == "Again invites all willing States to support all small harbours;"
    )


def test_another_amendment_is_met_on_the_text_as_the_target_leaves_it() -> None:
    sub = to_target("Invites all willing States to support all small ports;")
    rival = Proposal("a3", (changes.reword(DRAFT, "o1", parse("Invites all States to support small bays;")),))
    found = meetings(DRAFT, amended([TARGET, sub, rival], {"a2": "a1"}))
    assert [({each.one, each.other}, each.severity) for each in found] == [({"a2", "a3"}, Severity.HARD)]
    with pytest.raises(Collides):
        merge_all(DRAFT, [TARGET, sub, rival], {"a2": "a1"})


def inserting(words: str, key: str) -> Proposal:
    return Proposal(key, (changes.insert(DRAFT, "o1", f"{key}.1", parse(words)),))


def test_new_paragraphs_keep_the_order_given_to_them_when_one_of_them_is_amended() -> None:
    first, second = inserting("Urges States to dredge;", "a1"), inserting("Requests a report;", "a3")
    left = merge(DRAFT, [first]).manuscript
    sub = Proposal("a2", (changes.reword(left, "a1.1", parse("Urges States to dredge with care;")),))
    text = merge_all(DRAFT, [first, sub, second], {"a2": "a1"}, [["a3", "a1"]]).manuscript
    assert [plain(each.text) for each in text.outline.provisions[2:4]] == [
        "Requests a report;",
        "Urges States to dredge with care;",
    ]


def test_where_words_at_one_place_were_put_in_order_what_amends_them_is_refused_and_not_lost() -> None:
    one = Proposal(
        "a1", (changes.reword(DRAFT, "o1", parse("Invites all rich States to support small harbours;")),)
    )
    other = Proposal(
        "a3", (changes.reword(DRAFT, "o1", parse("Invites all old States to support small harbours;")),)
    )
    left = merge(DRAFT, [one]).manuscript
    words = parse("Invites all very rich States to support small harbours;")
    sub = Proposal("a2", (changes.reword(left, "o1", words),))
    with pytest.raises(Collides, match="a2 and a3"):
        merge_all(DRAFT, [one, sub, other], {"a2": "a1"}, [["a3", "a1"]])
