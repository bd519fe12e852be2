"""The laws of the engine (MERGE.md), for any texts and any amendments to them."""

from dataclasses import replace
from itertools import combinations, pairwise, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import Where, gathered
from amendments.collisions import Severity, between, clusters, collisions, severity
from amendments.merge import Collides, Merged, merge
from amendments.rebase import State, carry
from drafting.manuscript import Manuscript, Paragraph, from_json, manuscript, to_json
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.redline import apply, redline, runs
from drafting.text import Word, bare, divided, divides, parse
from tests.amendments import by_hand
from tests.amendments.negotiations import ALPHABETS, compatible, negotiations, reading, rewordings, texts


def standing(draft: Manuscript) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """The paragraphs and words that stand, and who first put each of them in."""
    return [
        (each.id, [(cell.word.text, cell.by[:1]) for cell in each.cells if not cell.struck])
        for each in draft.paragraphs
        if not each.struck
    ]


def words_stay(proposal: Proposal) -> bool:
    """Whether no words go to another paragraph, which leaves them struck as they were at that moment."""
    return not any(
        change.kind in (ChangeKind.MOVE, ChangeKind.JOIN) or divides(change.text)
        for change in proposal.changes
    )


def without(draft: Manuscript, keys: set[str], base: Manuscript) -> Manuscript:
    """A manuscript with all that these amendments did to it taken back; it names what the base text named."""
    first = base.by_id
    return Manuscript(
        draft.masthead,
        tuple(
            Paragraph(
                paragraph.id if paragraph.id in first or "~" not in paragraph.id else paragraph.id[:-2],
                paragraph.kind,
                tuple(
                    replace(cell, struck=tuple(key for key in cell.struck if key not in keys))
                    for cell in paragraph.cells
                    if not keys.intersection(cell.by)
                ),
                paragraph.level,
                paragraph.by,
                tuple(key for key in paragraph.struck if key not in keys),
            )
            for paragraph in draft.paragraphs
            if not keys.intersection(paragraph.by)
        ),
    )


@given(st.data())
def test_a_redline_makes_the_new_text_of_the_old_one(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(ALPHABETS)))
    old = data.draw(texts(language, 30))
    new = data.draw(st.one_of(texts(language, 30), rewordings(old, language)))
    edits = redline(old, new)
    assert apply(old, edits) == new
    assert all(before.end < after.start for before, after in pairwise(edits))
    shown = runs(old, edits)
    assert [word for run in shown if run.kind != "struck" for word in run.words] == list(new)
    assert [word.key for run in shown if run.kind != "inserted" for word in run.words] == [
        word.key for word in old
    ]


@given(negotiations(most=2))
def test_an_amendment_accepted_alone_gives_its_author_s_text(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    for proposal in proposals:
        merged = merge(draft, [proposal]).manuscript
        assert by_hand.read(merged) == by_hand.merged(draft, [proposal])
        for change in proposal.changes:
            if change.kind is ChangeKind.REWORD and not any(
                change.provision == each.after and each.kind is ChangeKind.JOIN for each in proposal.changes
            ):
                assert merged.by_id[change.provision].text in (bare(divided(change.text)[0]), ())


@given(negotiations())
def test_taking_everything_back_gives_the_base_text(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    chosen = compatible(draft, proposals)
    assert without(merge(draft, chosen).manuscript, {each.key for each in chosen}, draft) == draft


@given(negotiations())
def test_every_word_of_the_base_text_is_still_where_it_was(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    chosen = compatible(draft, proposals)
    keys = {each.key for each in chosen}
    standing = [
        (cell.word.text, cell.word.note, cell.by, tuple(key for key in cell.struck if key not in keys))
        for paragraph in merge(draft, chosen).manuscript.paragraphs
        if keys.isdisjoint(paragraph.by)
        for cell in paragraph.cells
        if keys.isdisjoint(cell.by)
    ]
    assert standing == [
        (cell.word.text, cell.word.note, cell.by, cell.struck)
        for paragraph in draft.paragraphs
        for cell in paragraph.cells
    ]


@given(negotiations(most=2))
def test_what_two_propose_in_the_same_words_is_merged_once(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, (one, _) = negotiation
    new = {each.provision: f"{each.provision}'" for each in one.changes if each.kind is ChangeKind.INSERT}
    if any(each.paragraph_kind is Kind.NOTE and each.provision in new for each in one.changes):
        return  # a new note is its author's own
    twin = Proposal(
        "twin",
        tuple(
            replace(
                each,
                provision=new.get(each.provision, each.provision),
                after=new.get(each.after, each.after),
            )
            for each in one.changes
        ),
    )
    if any(each.severity is Severity.HARD for each in collisions(draft, [one, twin])):
        assert any(each.kind is ChangeKind.MOVE and each.after in new for each in one.changes)
        return  # each moves a paragraph behind a new one of its own
    alone = merge(draft, [one])
    assert reading(merge(draft, [one, twin]).manuscript) == reading(alone.manuscript)
    assert carry(twin, draft, alone).state is State.ALREADY


@settings(max_examples=300)
@given(negotiations(), st.data())
def test_merging_in_any_order_and_any_steps_gives_one_text(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]], data: st.DataObject
) -> None:
    draft, proposals = negotiation
    chosen = compatible(draft, proposals)
    at_once = merge(draft, chosen).manuscript
    concurs = any(
        severity(one, other, where) is Severity.CONCURRING
        for (_, where), claims in gathered(draft, chosen).items()
        for one, other in combinations(claims, 2)
        if one.key != other.key
    )
    waiting = list(data.draw(st.permutations(chosen)))
    assert merge(draft, waiting).manuscript == at_once
    assert by_hand.read(at_once) == by_hand.merged(draft, chosen)
    now = Merged(draft, draft)
    while waiting:
        count = data.draw(st.integers(1, len(waiting)))
        before, now = now.manuscript, merge(now.manuscript, waiting[:count])
        rest = [(each, carry(each, before, now)) for each in waiting[count:]]
        assert all(carried.state is not State.NEEDS_AUTHOR for _, carried in rest)
        waiting = [carried.proposal for _, carried in rest if carried.proposal]
    assert reading(now.manuscript) == reading(at_once)
    if not concurs and not any(each.kind is ChangeKind.JOIN for one in chosen for each in one.changes):
        assert standing(now.manuscript) == standing(at_once)
    if not concurs and all(words_stay(each) for each in chosen):
        assert now.manuscript == at_once


def test_what_is_moved_behind_a_moved_paragraph_goes_with_it_though_another_was_put_there() -> None:
    provisions = (Provision("t", Kind.TITLE, parse("Water")), Provision("p", Kind.OPERATIVE, parse("Asks;")))
    draft = manuscript(Outline(Masthead(), provisions))
    insertion = Proposal("a1", (changes.insert(draft, "p", "a1.1", parse("Thanks;")),))
    moves = Proposal("a2", (changes.move(draft, "p", ""), changes.move(draft, "t", "p")))
    first = merge(draft, [insertion])
    carried = carry(moves, draft, first).proposal
    assert carried is not None
    at_once = merge(draft, [insertion, moves]).manuscript
    assert merge(first.manuscript, [carried]).manuscript == at_once


@given(negotiations())
def test_merging_refuses_exactly_when_two_exclude_each_other(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    hard = {
        frozenset((each.one, each.other))
        for each in collisions(draft, proposals)
        if each.severity is Severity.HARD
    }
    if not hard:
        merge(draft, proposals)
        return
    with pytest.raises(Collides) as refused:
        merge(draft, proposals)
    assert frozenset((refused.value.one, refused.value.other)) in hard


@given(negotiations(most=6))
def test_the_sweep_finds_what_comparing_every_pair_finds(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    found = {
        (frozenset((each.one, each.other)), each.provision, each.severity)
        for each in collisions(draft, proposals)
    }
    expected = set()
    for one, other in combinations(proposals, 2):
        worst: dict[tuple[str, Where], Severity] = {}
        mine, theirs = gathered(draft, [one]), gathered(draft, [other])
        for place in mine.keys() & theirs.keys():
            for claim, rival in product(mine[place], theirs[place]):
                if grade := severity(claim, rival, place[1]):
                    worst[place] = max(worst.get(place, grade), grade)
        expected |= {
            (frozenset((one.key, other.key)), provision, grade) for (provision, _), grade in worst.items()
        }
    assert found == expected
    assert found == {
        (frozenset((each.one, each.other)), each.provision, each.severity)
        for proposal in proposals
        for each in between(draft, proposal, proposals)
    }


@given(negotiations(most=6))
def test_clusters_are_what_hard_pairs_connect(negotiation: tuple[Manuscript, tuple[Proposal, ...]]) -> None:
    draft, proposals = negotiation
    groups = [{each.key} for each in proposals]
    for collision in collisions(draft, proposals):
        if collision.severity is Severity.HARD:
            met = [group for group in groups if group & {collision.one, collision.other}]
            groups = [group for group in groups if group not in met] + [set().union(*met)]
    assert {frozenset(group) for group in clusters(draft, proposals)} == {
        frozenset(group) for group in groups if len(group) > 1
    }


@given(negotiations())
def test_every_inserted_word_names_an_amendment_that_contains_it(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    chosen = compatible(draft, proposals)
    said = {each.key: {word for change in each.changes for word in brought(change)} for each in chosen}
    joins = {each.key for each in chosen for change in each.changes if change.kind is ChangeKind.JOIN}
    base = {by_hand.letters([cell.word]) for each in draft.paragraphs for cell in each.cells}
    for paragraph in merge(draft, chosen).manuscript.paragraphs:
        for cell in paragraph.cells:
            word, by = by_hand.letters([cell.word]), set(cell.by) & set(said)
            authors = {key for key in by if word in said[key]}
            assert by - authors <= joins  # these brought the words of one paragraph to another
            assert authors or not by or word in base


def brought(change: Change) -> set[str]:
    """The words that a change says shall come into the text."""
    texts = [change.text] if change.kind is ChangeKind.INSERT else [edit.words for edit in change.edits]
    return {by_hand.letters([word]) for text in texts for word in text}


@given(negotiations(most=2), st.data())
def test_marks_put_on_the_same_words_in_two_ways_exclude_each_other(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]], data: st.DataObject
) -> None:
    draft, _ = negotiation
    paragraph = data.draw(st.sampled_from([each for each in draft.paragraphs if each.text]))
    if paragraph.struck:
        return

    def slanted(key: str) -> tuple[set[int], Proposal]:
        words = list(paragraph.text)
        places = data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1))
        for at in places:
            words[at] = replace(words[at], italic=not words[at].italic)
        return places, Proposal(key, (changes.reword(draft, paragraph.id, tuple(words)),))

    (one, first), (other, second) = slanted("a1"), slanted("a2")
    found = {each.severity for each in between(draft, first, [second])}
    if one == other:
        assert found == {Severity.CONCURRING}
    elif Severity.HARD not in found:
        text = merge(draft, [first, second]).manuscript.by_id[paragraph.id].text
        turned = {
            at
            for at, (old, new) in enumerate(zip(paragraph.text, text, strict=True))
            if old.italic != new.italic
        }
        assert turned == one | other


@given(negotiations(most=2), st.data())
def test_insertions_at_one_place_stand_in_the_order_that_was_given(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]], data: st.DataObject
) -> None:
    draft, _ = negotiation
    paragraph = data.draw(st.sampled_from(draft.paragraphs))
    if paragraph.struck:
        return
    at = data.draw(st.integers(0, len(paragraph.text)))
    words = {key: Word(key, " ") for key in ("a1", "a2", "a10")}
    proposals = []
    for key, word in words.items():
        text = (*paragraph.text[:at], word, *paragraph.text[at:])
        after = changes.insert(draft, paragraph.id, f"{key}.new", (Word(key),))
        both = [changes.reword(draft, paragraph.id, text), after]
        proposals.append(Proposal(key, tuple(both if paragraph.kind is not Kind.NOTE else both[:1])))
    order = data.draw(st.permutations(sorted(words)))
    # A number into which something is put is drawn as replaced, which is no insertion.
    assume(all(edit.start == edit.end for each in proposals for edit in each.changes[0].edits))
    with pytest.raises(Collides):
        merge(draft, proposals)
    merged = merge(draft, proposals, [order]).manuscript
    assert [word.text for word in merged.by_id[paragraph.id].text if word.text in words] == order
    assert by_hand.read(merged) == by_hand.merged(draft, proposals, [order])


@given(negotiations())
def test_a_merged_amendment_is_carried_no_further(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    chosen = compatible(draft, proposals)
    merged = merge(draft, chosen)
    assert all(carry(each, draft, merged).state is State.ALREADY for each in chosen)


@given(negotiations(most=3))
def test_what_an_author_is_offered_can_be_merged(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, (first, *others) = negotiation
    merged = merge(draft, [first])
    for other in others:
        hard = any(each.severity is Severity.HARD for each in between(draft, other, [first]))
        carried = carry(other, draft, merged)
        assert hard or carried.state is not State.NEEDS_AUTHOR
        proposal = carried.proposal or carried.offered
        if proposal:
            again = merge(merged.manuscript, [proposal]).manuscript
            assert by_hand.read(again) == by_hand.merged(merged.manuscript, [proposal])


@given(negotiations())
def test_texts_and_changes_survive_the_database(negotiation: tuple[Manuscript, tuple[Proposal, ...]]) -> None:
    draft, proposals = negotiation
    assert from_json(to_json(draft)) == draft
    for proposal in proposals:
        assert (
            tuple(changes.from_json(changes.to_json(change)) for change in proposal.changes)
            == proposal.changes
        )
