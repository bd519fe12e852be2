"""Moving paragraphs: what belongs to one goes with it."""

from amendments import changes
from amendments.asking import relocated
from amendments.changes import Proposal
from amendments.collisions import Severity, collisions
from amendments.merge import merge
from amendments.rebase import State, carry
from drafting.manuscript import manuscript
from drafting.outline import Kind, Outline, Provision
from drafting.text import parse

LINES = {"a": 0, "b": 0, "b1": 1, "b2": 2, "b3": 1, "c": 0, "c1": 1}
DRAFT = manuscript(
    Outline(
        provisions=tuple(
            Provision(id, Kind.SUBPARAGRAPH if level else Kind.OPERATIVE, parse(id), level)
            for id, level in LINES.items()
        )
    )
)


def moved(provision: str, behind: str) -> list[str]:
    merged = merge(DRAFT, [Proposal("k", relocated(DRAFT, (), provision, behind))])
    return [each.id for each in merged.manuscript.outline.provisions]


def test_a_paragraph_is_moved_with_its_sub_paragraphs_behind_another_one_and_its_own() -> None:
    assert moved("b", "c") == ["a", "c", "c1", "b", "b1", "b2", "b3"]
    assert moved("c", "a") == ["a", "c", "c1", "b", "b1", "b2", "b3"]


def test_a_sub_paragraph_is_moved_with_what_belongs_to_it() -> None:
    assert moved("b1", "b3") == ["a", "b", "b3", "b1", "b2", "c", "c1"]


def test_behind_a_paragraph_is_another_place_where_an_amendment_moves_that_one_too() -> None:
    alone = Proposal("k1", (changes.move(DRAFT, "c", "a"),))
    along = Proposal("k2", changes.move_together(DRAFT, ["a", "c"], "b3"))
    assert {each.severity for each in collisions(DRAFT, [alone, along])} == {Severity.HARD}
    new = Proposal("k3", (changes.insert(DRAFT, "a", "new", parse("new")),))
    both = merge(DRAFT, [new, along]).manuscript.outline.provisions
    assert [each.id for each in both] == ["new", "b", "b1", "b2", "b3", "a", "c", "c1"]


def test_two_who_move_a_paragraph_with_its_sub_paragraphs_alike_agree() -> None:
    twins = [Proposal(key, relocated(DRAFT, (), "b", "c")) for key in ("k1", "k2")]
    assert {each.severity for each in collisions(DRAFT, twins)} == {Severity.CONCURRING}


def test_what_follows_a_new_paragraph_that_cannot_be_offered_is_offered_in_its_place() -> None:
    sub = changes.insert(DRAFT, "b1", "sub", parse("sub"), Kind.SUBPARAGRAPH, 2)
    own = Proposal("k1", (sub, changes.insert(DRAFT, "sub", "new", parse("new"))))
    deleted = merge(DRAFT, [Proposal("k2", tuple(changes.delete(DRAFT, id) for id in ("b1", "b2")))])
    carried = carry(own, DRAFT, deleted)
    assert carried.state is State.NEEDS_AUTHOR
    assert carried.offered
    after = merge(deleted.manuscript, [carried.offered]).manuscript.outline.provisions
    assert [each.id for each in after] == ["a", "b", "new", "b3", "c", "c1"]


def test_a_word_that_came_with_a_joined_paragraph_is_still_the_base_text_s_when_it_is_struck() -> None:
    two = manuscript(
        Outline(provisions=tuple(Provision(id, Kind.OPERATIVE, parse(id)) for id in ("thanks", "asks")))
    )
    joined = merge(two, [Proposal("k1", (changes.join(two, "asks"),))]).manuscript
    struck = merge(joined, [Proposal("k2", (changes.reword(joined, "thanks", parse("thanks")),))]).manuscript
    word = struck.by_id["thanks"].cells[1]
    assert (word.word.text, word.struck, word.came, word.origin) == ("asks", ("k2",), ("k1",), ())


def test_an_amendment_to_a_note_that_went_with_its_last_reference_goes_back_to_its_author() -> None:
    lines = (
        Provision("p", Kind.OPERATIVE, parse("so,[^n] and so;")),
        Provision("n", Kind.NOTE, parse("A/80/1.")),
    )
    draft = manuscript(Outline(provisions=lines))
    merged = merge(draft, [Proposal("k1", (changes.reword(draft, "p", parse("so, and so;")),))])
    other = Proposal("k2", (changes.reword(draft, "n", parse("A/80/2.")),))
    assert carry(other, draft, merged).state is State.NEEDS_AUTHOR
    assert carry(Proposal("k3", (changes.delete(draft, "n"),)), draft, merged).state is State.ALREADY


def test_a_sub_paragraph_at_the_end_belongs_to_the_paragraph_before_the_notes() -> None:
    draft = manuscript(
        Outline(provisions=(*DRAFT.outline.provisions, Provision("n", Kind.NOTE, parse("See above."))))
    )
    behind = Proposal("k1", (changes.delete(draft, "n"), changes.move(draft, "b1", "n")))
    alike = Proposal("k2", behind.changes)
    assert {each.severity for each in collisions(draft, [behind, alike])} == {Severity.CONCURRING}
    without = Proposal("k3", (changes.delete(draft, "c"),))
    assert {each.severity for each in collisions(draft, [behind, without])} == {Severity.HARD}
