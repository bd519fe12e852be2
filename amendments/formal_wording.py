"""How an amendment is worded in the printed document: "In operative paragraph 5, after “…”, insert “…”."

Every sentence is proved by reading it back: what it does to the words of a paragraph
(``reading.words``), and where it puts a new one (``reading.goals``). What cannot be said in words of
the paragraph is said of the paragraph as a whole. The languages' patterns are data
(``wording.patterns``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from amendments.changes import Change, ChangeKind
from amendments.reading.goals import Goal, below
from amendments.wording.notes import starred, with_signs
from amendments.wording.places import Placing
from amendments.wording.sentences import Said, Sentences
from amendments.wording.words import Rewording
from drafting.manuscript import Manuscript
from drafting.numbering import Place, note_numbers, number
from drafting.outline import Kind
from drafting.text import Text, divided, parse, plain

_sentences = lru_cache(Sentences)  # one writes for all
_Order: TypeAlias = tuple[int, int]  # of instructions: their place, and at one place that of their change


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction of an amendment: a sentence in our markup, and the new paragraphs set below it."""

    text: str
    paragraphs: tuple[Text, ...] = ()


def word(
    manuscript: Manuscript, changes: Iterable[Change], language: str = "en", older: bool = False
) -> tuple[Instruction, ...]:
    """Word an amendment as it is printed, an instruction for each edit, in the order of the text.

    Deleted paragraphs are one instruction, and so is the same edit in several paragraphs. New notes are
    referred to by asterisks, as amendments print them, for their numbers depend on what else is merged.
    The ``older`` style says "insert the words “…”".
    """
    return FormalWording(manuscript, language, older).word(changes)


def spoken(manuscript: Manuscript, changes: Iterable[Change], language: str = "en") -> list[str]:
    """Word an amendment in plain sentences, each with the new paragraphs that it brings.

    A reference to a note is its number in brackets.
    """
    return FormalWording(manuscript, language).spoken(changes)


def names(manuscript: Manuscript, language: str = "en") -> dict[str, str]:
    """Name every paragraph that stands as a sentence does, by its id: "operative paragraph 5 (b)"."""
    return FormalWording(manuscript, language).names()


class FormalWording:
    """Words any number of changes to one manuscript in one language."""

    def __init__(self, manuscript: Manuscript, language: str, older: bool = False) -> None:
        self.manuscript = manuscript
        self.writing = _sentences(language, older)
        self.places = number(manuscript.outline)
        self.by_id = {place.provision.id: place for place in self.places}
        self.placing = Placing(self.writing, self.places)
        self.words = Rewording(self.writing, manuscript, self.places)

    def names(self) -> dict[str, str]:
        """Name every paragraph that stands, by its id."""
        return {id: self.writing.naming.names([place], "whole") for id, place in self.by_id.items()}

    def word(self, changes: Iterable[Change]) -> tuple[Instruction, ...]:
        """Word an amendment as it is printed, an instruction for each edit, in the order of the text."""
        given = self._that_can_be_said(starred(self.manuscript, list(changes)))
        found = [
            *self._deleted(given),
            *self._reworded([each for each in given if each.kind is ChangeKind.REWORD]),
            *self._placed(given),
            *self._notes(given),
        ]
        for change in given:
            if change.kind is ChangeKind.JOIN:
                both = [self.by_id[change.after], self.by_id[change.provision]]
                joined = Instruction(self.writing.write("join", {"whole": both}))
                found.append(((self.manuscript.position[change.provision], given.index(change)), joined))
        return tuple(instruction for _, instruction in sorted(found, key=lambda each: each[0]))

    def spoken(self, changes: Iterable[Change]) -> list[str]:
        """Word an amendment in plain sentences, each with the new paragraphs that it brings."""
        numbers = note_numbers(place.provision for place in self.places)
        signs = {note: f"[{number}]" for note, number in numbers.items()}
        return [
            " ".join(
                plain(with_signs(text, signs)) for text in (parse(instruction.text), *instruction.paragraphs)
            )
            for instruction in self.word(changes)
        ]

    # Paragraphs as a whole

    def _that_can_be_said(self, given: list[Change]) -> list[Change]:
        """Put a deletion and a new paragraph in the place of a move that leaves sub-paragraphs behind."""
        placed = {change.provision: change.after for change in given if change.has_place}
        moves = [change.provision for change in given if change.kind is ChangeKind.MOVE]
        apart: set[str] = set()
        whole: set[str] = set()
        for id in moves:
            going = [self.by_id[id], *below(self.places, self.by_id[id])]
            ids = [each.provision.id for each in going]
            chained = all(placed.get(each) == before for before, each in pairwise(ids))
            if id in whole:
                continue
            if chained and self.placing.moved(going, self._root(id, placed)):
                whole |= {*ids}
            else:
                apart.add(id)
        texts = {each.provision: each.text for each in given if each.kind is ChangeKind.REWORD}
        now = {id: f"{id}~moved" for id in apart}
        said: list[Change] = []
        for change in given:
            change = (
                replace(change, after=now.get(change.after, change.after)) if change.has_place else change
            )
            if change.provision not in apart:
                said.append(change)
            elif change.kind is ChangeKind.MOVE:
                text = texts.get(change.provision, self.manuscript.by_id[change.provision].text)
                gone = replace(change, kind=ChangeKind.DELETE, after="")
                new = replace(change, kind=ChangeKind.INSERT, provision=now[change.provision], text=text)
                said += [gone, new]
        return said

    def _root(self, id: str, placed: Mapping[str, str]) -> str:
        """Give the paragraph that stood already after which a new or moved one comes."""
        while id in placed:
            id = placed[id]
        return self._standing(id)

    def _deleted(self, given: Sequence[Change]) -> Iterator[tuple[_Order, Instruction]]:
        gone = {change.provision for change in given if change.kind is ChangeKind.DELETE}
        deleted = [place for place in self.places if place.provision.id in gone]
        whole: list[Place] = []
        going: set[str] = set()
        for place in deleted:
            under = {each.provision.id for each in below(self.places, place)}
            if place.provision.id in going:
                continue
            if under <= gone:
                whole.append(place)
                going |= under
            else:
                sentence = self.writing.write("delete_alone", {"whole": [place]})
                yield self._first([place.provision.id]), Instruction(sentence)
        if whole:
            does = "delete" if len(whole) == 1 else "delete_several"
            sentence = self.writing.write(does, {"whole": whole})
            yield self._first(place.provision.id for place in whole), Instruction(sentence)

    def _whole(self, change: Change) -> Instruction:
        """Replace a paragraph with another text, or with several."""
        parts = divided(change.text)
        pattern = self.writing.style.reword if len(parts) == 1 else self.writing.divide(len(parts))
        place = [self.by_id[change.provision]]
        return Instruction(self.writing.fill(pattern, {"whole": place, "whole_after": place}), tuple(parts))

    def _reworded(self, given: Sequence[Change]) -> Iterator[tuple[_Order, Instruction]]:
        """Say what is done to words: once for all paragraphs in which the same is done."""
        throughout = self.words.throughout(given)
        yield from ((self._first(each), Instruction(sentence)) for sentence, each in throughout.values())
        same: dict[Said, list[str]] = defaultdict(list)
        for change in given:
            said = self.words.said(change, [*throughout])
            if said is None:
                yield self._first([change.provision]), self._whole(change)
            else:
                for each in said:
                    same[each].append(change.provision)
        for each, provisions in same.items():
            there = [place for place in self.places if place.provision.id in provisions]
            yield self._first(provisions), Instruction(self.writing.about(each, there))

    # New and moved paragraphs

    def _placed(self, given: Sequence[Change]) -> Iterator[tuple[_Order, Instruction]]:
        """Word new and moved paragraphs; new ones that follow each other and are alike in one instruction."""
        following: dict[str, list[Change]] = defaultdict(list)
        for change in given:
            if change.has_place and change.paragraph_kind is not Kind.NOTE:
                following[change.after].append(change)
        own = {change.provision for change in given if change.has_place}
        for after in [each for each in following if each not in own]:
            chain = [*_chain(following, after)]
            at = self.manuscript.position.get(after, -1)
            depths: list[int] = []  # at which new paragraphs stand already in this place
            while chain:
                if chain[0].kind is ChangeKind.MOVE:
                    place = self.by_id[chain[0].provision]
                    going = [place, *below(self.places, place)]
                    count = len(going)
                    instruction = Instruction(self.placing.moved(going, self._standing(after)))
                else:
                    goal = Goal(self._standing(after), chain[0].paragraph_kind, chain[0].level)
                    counted = ((count, self.placing.new(goal, count, depths)) for count in (_alike(chain), 1))
                    count, sentence = next((each for each in counted if each[1]), (1, ""))
                    instruction = Instruction(sentence, tuple(each.text for each in chain[:count]))
                yield (at, len(depths)), instruction
                depths += [each.level for each in chain[:count]]
                chain = chain[count:]

    def _notes(self, given: Sequence[Change]) -> Iterator[tuple[_Order, Instruction]]:
        new = [each for each in given if each.kind is ChangeKind.INSERT and each.paragraph_kind is Kind.NOTE]
        if new:
            said = self.writing.new(self.writing.patterns.new[Kind.NOTE], len(new))
            sentence = self.writing.write("new_note", {}, new=said)
            end = len(self.manuscript.paragraphs)
            yield (end, 0), Instruction(sentence, tuple(each.text for each in new))

    def _standing(self, provision: str) -> str:
        """The paragraph of the body, or if it was struck, the last one that stands before it."""
        if provision not in self.manuscript.by_id:
            return ""
        above = self.manuscript.paragraphs[: self.manuscript.position[provision] + 1]
        standing = (
            each.id for each in reversed(above) if each.id in self.by_id and each.kind is not Kind.NOTE
        )
        return next(standing, "")

    def _first(self, provisions: Iterable[str]) -> _Order:
        return min(self.manuscript.position[provision] for provision in provisions), -1


def _chain(following: Mapping[str, Sequence[Change]], after: str) -> Iterator[Change]:
    for change in following.get(after, ()):
        yield change
        yield from _chain(following, change.provision)


def _alike(chain: Sequence[Change]) -> int:
    """How many of the first paragraphs of a chain are new and of one kind."""
    first = (chain[0].kind, chain[0].paragraph_kind, chain[0].level)
    return next(
        (at for at, each in enumerate(chain) if (each.kind, each.paragraph_kind, each.level) != first),
        len(chain),
    )
