"""The suggested order of voting (rule 130): furthest removed in substance first."""

from hypothesis import given
from hypothesis import strategies as st

from amendments import changes
from amendments.changes import Change, Proposal
from amendments.collisions import Severity, collisions
from amendments.voting_order import voting_order
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Outline, Provision
from drafting.text import markup, parse
from tests.amendments.negotiations import negotiations

DRAFT = manuscript(
    Outline(
        provisions=(
            Provision("title", Kind.TITLE, parse("The human rights to safe drinking water and sanitation")),
            Provision(
                "op1",
                Kind.OPERATIVE,
                parse(
                    "*Calls upon* Member States to ensure the progressive realization of the human rights to safe"
                    " drinking water and sanitation for all in a non-discriminatory manner;"
                ),
            ),
            Provision(
                "op2",
                Kind.OPERATIVE,
                parse("*Requests* the Secretary-General to submit a report at its eighty-third session;"),
            ),
            Provision("op2a", Kind.SUBPARAGRAPH, parse("On the progress made;"), 1),
        )
    )
)
TWO_WORDS = ("Member States", "all Governments")
HALF = (
    "the progressive realization of the human rights to safe drinking water and sanitation",
    "access to water services in accordance with national priorities",
)


def swapped(provision: str, old: str, new: str) -> Change:
    text = markup(DRAFT.by_id[provision].text)
    assert old in text
    return changes.reword(DRAFT, provision, parse(text.replace(old, new)))


def order(
    every: dict[str, Change], targets: dict[str, str] | None = None, *said: list[str]
) -> dict[str, tuple[str, ...]]:
    """The keys in the suggested order, each with those that its adoption settles."""
    proposals = [Proposal(key, (change,)) for key, change in every.items()]
    return {vote.key: vote.settles for vote in voting_order(DRAFT, proposals, targets or {}, said)}


def test_deleting_comes_before_replacing_half_of_a_paragraph_and_that_before_two_words() -> None:
    found = order(
        {
            "fiji": swapped("op1", *TWO_WORDS),
            "norway": swapped("op1", HALF[0], HALF[1]),
            "kenya": changes.delete(DRAFT, "op1"),
        }
    )
    assert found == {"kenya": ("norway", "fiji"), "norway": ("kenya",), "fiji": ("kenya",)}


def test_of_amendments_equally_far_removed_the_one_filed_first_is_put_first() -> None:
    weekly = swapped("op2", "eighty-third", "eighty-fourth")
    later = swapped("op2", "eighty-third", "eighty-fifth")
    assert list(order({"fiji": weekly, "norway": later})) == ["fiji", "norway"]
    assert list(order({"norway": later, "fiji": weekly})) == ["norway", "fiji"]


def test_striking_words_is_further_removed_than_replacing_some_of_them() -> None:
    assert list(
        order(
            {
                "norway": swapped("op1", "in a non-discriminatory manner", "in a fair manner"),
                "fiji": swapped("op1", " in a non-discriminatory manner", ""),
            }
        )
    ) == ["fiji", "norway"]


def test_what_changes_the_look_of_words_alone_is_not_removed_in_substance() -> None:
    plain = changes.reword(DRAFT, "op1", parse(markup(DRAFT.by_id["op1"].text).replace("*", "")))
    votes = voting_order(
        DRAFT,
        [Proposal("fiji", (plain,)), Proposal("norway", (swapped("op1", "Calls upon", "Urges"),))],
    )
    assert [(vote.key, vote.distance > 0) for vote in votes] == [("norway", True), ("fiji", False)]


def test_what_an_amendment_does_elsewhere_does_not_put_it_first() -> None:
    elsewhere = Proposal("fiji", (swapped("op1", *TWO_WORDS), changes.delete(DRAFT, "op2")))
    rival = Proposal(
        "norway", (swapped("op1", "Member States to ensure", "its regional commissions to monitor"),)
    )
    assert [vote.key for vote in voting_order(DRAFT, [elsewhere, rival])] == ["norway", "fiji"]


def test_a_new_sub_paragraph_gives_way_to_the_deletion_of_its_paragraph() -> None:
    new = changes.insert(DRAFT, "op2a", "new", parse("On the obstacles met;"), Kind.SUBPARAGRAPH, 1)
    found = order({"fiji": new, "kenya": changes.delete(DRAFT, "op2")})
    assert found == {"kenya": ("fiji",), "fiji": ("kenya",)}


def test_an_amendment_to_an_amendment_is_put_before_it_and_settles_only_others_to_the_same() -> None:
    found = order(
        {
            "kenya": changes.delete(DRAFT, "op1"),
            "norway": swapped("op1", *HALF),
            "fiji": swapped("op1", HALF[0], HALF[1].replace("national priorities", "international law")),
            "samoa": swapped("op1", HALF[0], HALF[1].replace("national", "agreed")),
        },
        {"fiji": "norway", "samoa": "norway"},
    )
    assert list(found) == ["kenya", "fiji", "samoa", "norway"]
    assert found["kenya"] == ("fiji", "samoa", "norway")
    assert found["fiji"] == ("samoa",)
    assert found["samoa"] == ("fiji",)


def test_the_chair_can_put_amendments_in_another_order() -> None:
    every = {
        "kenya": changes.delete(DRAFT, "op1"),
        "norway": swapped("op1", *HALF),
        "fiji": swapped("op1", *TWO_WORDS),
    }
    assert list(order(every, None, ["fiji", "norway", "kenya"])) == ["fiji", "norway", "kenya"]
    assert list(order(every, None, ["fiji", "kenya"])) == ["fiji", "norway", "kenya"]


def test_where_the_chair_puts_an_amendment_what_amends_it_goes_along() -> None:
    every = {
        "kenya": changes.delete(DRAFT, "op1"),
        "norway": swapped("op1", *HALF),
        "fiji": swapped("op1", HALF[0], HALF[1].replace("national priorities", "international law")),
    }
    targets = {"fiji": "norway"}
    assert list(order(every, targets, ["norway", "kenya"])) == ["fiji", "norway", "kenya"]
    assert list(order(every, targets, ["kenya", "fiji"])) == ["kenya", "fiji", "norway"]
    assert list(order(every, targets, ["norway", "fiji"])) == ["kenya", "norway", "fiji"]


@st.composite
def targets_of(draw: st.DrawFn, keys: list[str]) -> dict[str, str]:
    """Which of the amendments amend which other one."""
    shuffled = draw(st.permutations(keys))
    found = {}
    for at, key in enumerate(shuffled[1:], 1):
        if draw(st.booleans()):
            found[key] = draw(st.sampled_from(shuffled[:at]))
    return found


@given(negotiations(most=6), st.data())
def test_every_amendment_has_one_turn_and_those_to_an_amendment_come_before_it(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]], data: st.DataObject
) -> None:
    draft, filed = negotiation
    keys = [each.key for each in filed]
    targets = data.draw(targets_of(keys))
    turns = [vote.key for vote in voting_order(draft, filed, targets)]
    assert sorted(turns) == sorted(keys)
    assert all(turns.index(key) < turns.index(target) for key, target in targets.items())


@given(negotiations(most=6), st.data())
def test_the_chair_s_order_stands_and_otherwise_the_furthest_removed_is_first(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]], data: st.DataObject
) -> None:
    draft, filed = negotiation
    keys = [each.key for each in filed]
    said = data.draw(st.lists(st.sampled_from(keys), unique=True))
    turns = [vote.key for vote in voting_order(draft, filed, data.draw(targets_of(keys)), [said])]
    assert [key for key in turns if key in said] == said
    votes = voting_order(draft, filed)
    assert list(votes) == sorted(votes, key=lambda vote: (-vote.distance, keys.index(vote.key)))


@given(negotiations(most=6))
def test_adoption_settles_exactly_the_rivals(negotiation: tuple[Manuscript, tuple[Proposal, ...]]) -> None:
    draft, filed = negotiation
    hard = {
        frozenset((each.one, each.other))
        for each in collisions(draft, filed)
        if each.severity is Severity.HARD
    }
    for vote in voting_order(draft, filed):
        assert set(vote.settles) == {each.key for each in filed if frozenset((each.key, vote.key)) in hard}
