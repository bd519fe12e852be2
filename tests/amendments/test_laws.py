"""The laws of the engine (MERGE.md), for any texts and any amendments to them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import Where, gathered
from amendments.collisions import Severity, between, clusters, collisions, severity
from amendments.merge import Collides, Merged, merge
from amendments.rebase import State, carry
from drafting.manuscript import Cell, Manuscript, Paragraph, from_json, manuscript, to_json
from drafting.messages import NotFound, OutOfOrder
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.redline import apply, redline, runs
from drafting.text import PILCROW, Text, Word, bare, divided, divides, parse

ALPHABETS = {
    "en": "women and girls , the right to water [safe] ( A/C.3/74/L.12 ) “clean” *Recalls* 64/293 30 July of",
    "es": "las niñas , las mujeres y los niños , el derecho al agua ; 64/293 de 30 de julio *Recordando*",
    "fr": "l’eau , les femmes et d’autres filles : l’accès à l’eau ; *Rappelant* sa résolution 64/293",
    "ru": "женщины и девочки , право на воду ; резолюция 64/293 от 30 июля *ссылаясь*",
    "zh": "妇 女 和 女 童 ， 享 有 水 的 权 利 七 十 六 64/293",
    "ar": "النساء والفتيات ، الحق في المياه ، القرار 64/293 و *وإذ تشير*",
}


@st.composite
def texts(draw: st.DrawFn, language: str, most: int = 14) -> Text:
    space = "" if language == "zh" else " "
    words = draw(st.lists(st.sampled_from(ALPHABETS[language].split()), min_size=1, max_size=most))
    return parse(space.join(words).replace(" ,", ","))


@st.composite
def rewordings(draw: st.DrawFn, text: Text, language: str) -> Text:
    """A text as somebody changed it, in one to three places."""
    words = list(text)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(words)))
        end = draw(st.integers(start, min(len(words), start + 3)))
        words[start:end] = draw(st.one_of(st.just(()), texts(language, 3)))
    return tuple(words) or text


@st.composite
def drafts(draw: st.DrawFn, language: str) -> Manuscript:
    paragraphs = draw(st.lists(texts(language), min_size=1, max_size=3))
    provisions = [Provision("t", Kind.TITLE, draw(texts(language, 3)))]
    provisions += [Provision(f"p{at}", Kind.OPERATIVE, text) for at, text in enumerate(paragraphs)]
    return manuscript(Outline(Masthead(language), tuple(provisions)))


@st.composite
def proposals_to(draw: st.DrawFn, draft: Manuscript, key: str) -> Proposal:
    language = draft.masthead.language
    standing = [paragraph for paragraph in draft.paragraphs if not paragraph.struck]
    made: list[Change] = []
    for paragraph in draw(st.lists(st.sampled_from(standing), min_size=1, max_size=2, unique_by=id)):
        kind = draw(st.sampled_from(["reword"] * 4 + ["divide", "insert", "delete", "move", "join"]))
        new_id = f"{key}.{len(made)}"
        if kind == "reword":
            made.append(changes.reword(draft, paragraph.id, draw(rewordings(paragraph.text, language))))
        elif kind == "divide":
            at = draw(st.integers(0, len(paragraph.text)))
            words = draw(st.one_of(st.just(paragraph.text), rewordings(paragraph.text, language)))
            made.append(changes.reword(draft, paragraph.id, (*words[:at], Word(PILCROW), *words[at:])))
        elif kind == "delete":
            made.append(changes.delete(draft, paragraph.id))
        elif kind == "move":
            places = ["", *(each.id for each in draft.paragraphs if each.id != paragraph.id)]
            with suppress(OutOfOrder):
                made.append(changes.move(draft, paragraph.id, draw(st.sampled_from(places))))
        elif kind == "join":
            with suppress(OutOfOrder):
                made.append(changes.join(draft, paragraph.id))
        else:
            made.append(changes.insert(draft, paragraph.id, new_id, draw(texts(language, 2))))
            if draw(st.booleans()):
                made.append(changes.insert(draft, new_id, new_id + "+", draw(texts(language, 2))))
    kept = tuple(change for change in made if change.edits or change.kind is not ChangeKind.REWORD)
    try:
        merge(draft, [Proposal(key, kept)])
    except (OutOfOrder, NotFound):  # two things at once to one paragraph, paragraphs that follow each other
        kept = kept[:1]
    return Proposal(key, kept)


@st.composite
def negotiations(draw: st.DrawFn, most: int = 4) -> tuple[Manuscript, tuple[Proposal, ...]]:
    """A draft that was amended before, and amendments to it."""
    draft = draw(drafts(draw(st.sampled_from(sorted(ALPHABETS)))))
    if draw(st.booleans()):
        draft = merge(
            draft, compatible(draft, [draw(proposals_to(draft, "b1")), draw(proposals_to(draft, "b2"))])
        ).manuscript
        if all(paragraph.struck for paragraph in draft.paragraphs):
            draft = manuscript(Outline(draft.masthead, (Provision("t", Kind.TITLE, parse("Water")),)))
    keys = [f"a{number}" for number in range(1, draw(st.integers(2, most)) + 1)]
    return draft, tuple(draw(proposals_to(draft, key)) for key in keys)


def compatible(draft: Manuscript, proposals: Sequence[Proposal]) -> list[Proposal]:
    chosen: list[Proposal] = []
    for proposal in proposals:
        if not any(each.severity is Severity.HARD for each in between(draft, proposal, chosen)):
            chosen.append(proposal)
    return chosen


def texts_of(draft: Manuscript) -> list[tuple[Kind, int, Text]]:
    return [(each.kind, each.level, each.text) for each in draft.outline.provisions]


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
                    Cell(cell.word, cell.by, tuple(key for key in cell.struck if key not in keys))
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


def made_by_hand(draft: Manuscript, proposal: Proposal) -> list[str]:
    """The paragraphs' letters as an amendment's author left them, without any cells."""
    texts = {each.id: "" if each.struck else letters(each.text) for each in draft.paragraphs}
    gone = {each.id for each in draft.paragraphs if each.struck}
    following: dict[str, list[str]] = {}
    moved = {change.provision for change in proposal.changes if change.kind is ChangeKind.MOVE}
    for change in proposal.changes:
        if change.kind in (ChangeKind.REWORD, ChangeKind.INSERT):
            texts[change.provision] = "¶".join(letters(part) for part in divided(change.text))
        if change.kind is ChangeKind.DELETE:
            gone.add(change.provision)
        if change.has_place:
            following.setdefault(change.after, []).append(change.provision)
    for change in proposal.changes:
        if change.kind is ChangeKind.JOIN:
            texts[change.after] += texts[change.provision]
            gone.add(change.provision)

    def below(after: str) -> Iterator[str]:
        for each in following.get(after, ()):
            yield texts[each]
            yield from below(each)

    found = list(below(""))
    for paragraph in draft.paragraphs:
        if paragraph.id not in gone | moved:
            found.append(texts[paragraph.id])
        if paragraph.id not in moved:
            found += below(paragraph.id)
    return "¶".join(found).split("¶") if found else []


def letters(text: Text) -> str:
    return "".join(word.text for word in text)


@given(negotiations(most=2))
def test_an_amendment_accepted_alone_gives_its_author_s_text(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    for proposal in proposals:
        merged = merge(draft, [proposal]).manuscript
        assert [letters(each.text) for each in merged.outline.provisions] == made_by_hand(draft, proposal)
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


@settings(max_examples=300)
@given(negotiations(), st.data())
def test_merging_in_any_order_and_any_steps_gives_one_text(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]], data: st.DataObject
) -> None:
    draft, proposals = negotiation
    chosen = compatible(draft, proposals)
    at_once = merge(draft, chosen).manuscript
    concurs = any(each.severity is Severity.CONCURRING for each in collisions(draft, chosen))
    waiting = list(data.draw(st.permutations(chosen)))
    assert merge(draft, waiting).manuscript == at_once
    now = Merged(draft, draft)
    while waiting:
        count = data.draw(st.integers(1, len(waiting)))
        before, now = now.manuscript, merge(now.manuscript, waiting[:count])
        rest = [(each, carry(each, before, now)) for each in waiting[count:]]
        assert all(carried.state is not State.NEEDS_AUTHOR for _, carried in rest)
        waiting = [carried.proposal for _, carried in rest if carried.proposal]
    assert texts_of(now.manuscript) == texts_of(at_once)
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
    said: dict[str, set[str]] = {
        each.key: {
            word.text
            for change in each.changes
            for word in change.text
            or (cell.word for cell in draft.by_id[change.provision].cells)  # they came from elsewhere
        }
        for each in chosen
    }
    for paragraph in merge(draft, chosen).manuscript.paragraphs:
        for cell in paragraph.cells:
            by = set(cell.by) & set(said)
            assert not by or any(cell.word.text in said[key] for key in by)


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
            assert [letters(each.text) for each in again.outline.provisions] == made_by_hand(
                merged.manuscript, proposal
            )


@given(negotiations())
def test_texts_and_changes_survive_the_database(negotiation: tuple[Manuscript, tuple[Proposal, ...]]) -> None:
    draft, proposals = negotiation
    assert from_json(to_json(draft)) == draft
    for proposal in proposals:
        assert (
            tuple(changes.from_json(changes.to_json(change)) for change in proposal.changes)
            == proposal.changes
        )
