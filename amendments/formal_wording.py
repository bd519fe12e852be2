"""How an amendment is worded in the printed document: "In operative paragraph 5, after “…”, insert “…”."

Every sentence is written from an order, which says what is done to which words and is proved against the
text (``formal_wording_orders``). The languages' patterns are data (``formal_wording_patterns``).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from amendments.changes import Change, ChangeKind
from amendments.edits import lowered
from amendments.formal_wording_names import Naming
from amendments.formal_wording_orders import Order, occurrences, order
from amendments.formal_wording_patterns import PATTERNS
from amendments.instructed_words import Meant, Unclear, change_words
from amendments.instruction_patterns import sentences
from drafting.manuscript import Manuscript
from drafting.numbering import Place, note_numbers, number
from drafting.ordinals import ordinal
from drafting.outline import Kind
from drafting.redline import Edit
from drafting.text import Text, Word, bare, divided, divides, markup, parse, plain

_Order: TypeAlias = tuple[int, int]  # of instructions: their place, and at one place that of their change
_MANY = 4  # from so many places on it is clearer to say that words are replaced throughout the text


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
    numbers = note_numbers(manuscript.outline.provisions)
    signs = {note: f"[{number}]" for note, number in numbers.items()}
    return [
        " ".join(plain(_signed(text, signs)) for text in (parse(instruction.text), *instruction.paragraphs))
        for instruction in word(manuscript, changes, language)
    ]


def names(manuscript: Manuscript, language: str = "en") -> dict[str, str]:
    """Name every paragraph that stands as a sentence does, by its id: "operative paragraph 5 (b)"."""
    return FormalWording(manuscript, language).names()


def _starred(change: Change, stars: Mapping[str, str]) -> Change:
    """Put the asterisks of new notes in the place of references to them, and before the notes themselves."""
    if not stars:
        return change
    edits = tuple(replace(edit, words=_signed(edit.words, stars)) for edit in change.edits)
    text = _signed(change.text, stars)
    if change.provision in stars and text:
        text = (Word(stars[change.provision]), replace(text[0], glue=" "), *text[1:])
    return replace(change, text=text, edits=edits)


def _signed(text: Text, signs: Mapping[str, str]) -> Text:
    return tuple(
        Word(signs[each.note], each.glue) if each.note is not None and each.note in signs else each
        for each in text
    )


class FormalWording:
    """Words any number of changes to one manuscript in one language."""

    def __init__(self, manuscript: Manuscript, language: str, older: bool = False) -> None:
        self.manuscript = manuscript
        self.naming = Naming(language)
        self.patterns = PATTERNS[language]
        self.style = replace(self.patterns, **self.patterns.older) if older else self.patterns
        self.places = number(manuscript.outline)
        self.position = {paragraph.id: at for at, paragraph in enumerate(manuscript.paragraphs)}

    def word(self, changes: Iterable[Change]) -> tuple[Instruction, ...]:
        """Word an amendment as it is printed, an instruction for each edit, in the order of the text."""
        given = list(changes)
        new = (each for each in given if each.kind is ChangeKind.INSERT and each.paragraph_kind is Kind.NOTE)
        stars = {note.provision: "*" * count for count, note in enumerate(new, 1)}
        return tuple(self._of([_starred(change, stars) for change in given]))

    def _of(self, changes: Sequence[Change]) -> Iterator[Instruction]:
        """Give the instructions, each at the first place in the text that it is about."""
        found: list[tuple[_Order, Instruction]] = []
        deleted = [change.provision for change in changes if change.kind is ChangeKind.DELETE]
        if deleted:
            pattern = self.patterns.delete if len(deleted) == 1 else self.patterns.delete_several
            found.append((self._first(deleted), Instruction(self._sentence(pattern, deleted))))
        same: dict[str, list[str]] = defaultdict(list)
        throughout = self._throughout(changes)
        found += ((self._first(each), instruction) for instruction, each in throughout.values())
        for change in changes:
            if change.kind is ChangeKind.REWORD:
                paragraph = self.manuscript.by_id[change.provision]
                edits = lowered(paragraph, change.edits)
                whole = any(edit.end - edit.start == len(paragraph.text) for edit in edits)
                if whole or divides(change.text):
                    found.append((self._first([change.provision]), self._whole(change)))
                    continue
                said = [
                    self._words(order(edit, paragraph.text))
                    for edit in edits
                    if _replacement(edit, paragraph.text) not in throughout
                ]
                if not throughout and not self._proved(said, change):
                    found.append((self._first([change.provision]), self._whole(change)))
                    continue
                for sentence in said:
                    same[sentence].append(change.provision)
            elif change.kind in (ChangeKind.MOVE, ChangeKind.JOIN):
                goes = change.kind is ChangeKind.MOVE
                stands = self._place_of(change, changes) if goes else change
                at = self.position.get(stands.after, -1) if goes else self.position[change.provision]
                found.append(((at, changes.index(change)), self._elsewhere(stands)))
        for sentence, provisions in same.items():
            found.append((self._first(provisions), Instruction(self._sentence(sentence, provisions))))
        found += self._new(changes)
        return (instruction for _, instruction in sorted(found, key=lambda each: each[0]))

    def _whole(self, change: Change) -> Instruction:
        """Replace a paragraph with another text, or with several."""
        parts = divided(change.text)
        pattern = self.style.reword if len(parts) == 1 else self.patterns.divide
        pattern = pattern.replace("{count}", self._count(len(parts)))
        return Instruction(self._sentence(pattern, [change.provision]), tuple(parts))

    def _proved(self, said: Iterable[str], change: Change) -> bool:
        """Whether sentences, read back, make of a paragraph what its author left."""
        language = self.naming.language
        meant = Meant(self.manuscript.by_id[change.provision].text)
        for sentence in said:
            there = [place for place in self.places if place.provision.id == change.provision]
            spelled = sentence.format(there=self.naming.names(there, "there"))
            try:
                read = next(sentences(spelled, language))
                meant = change_words(meant, read, language, "")
            except (Unclear, StopIteration):
                return False
        return meant.text == change.text

    def _place_of(self, change: Change, changes: Iterable[Change]) -> Change:
        """Let what moves behind a new paragraph stand behind the one that this follows, after it."""
        new = {each.provision: each.after for each in changes if each.kind is ChangeKind.INSERT}
        after = change.after
        while after in new:
            after = new[after]
        return replace(change, after=after)

    def _elsewhere(self, change: Change) -> Instruction:
        """Move a paragraph, or make one of two; it goes after its sub-paragraphs, where it goes after one."""
        if change.kind is ChangeKind.JOIN:
            return Instruction(self._sentence(self.patterns.join, [change.after, change.provision]))
        place = self._standing_before(change.after) if change.after else None
        following = self.places[self.places.index(place) + 1 :] if place else self.places
        if place and (place.provision.kind is change.paragraph_kind or not following):
            pattern = self.patterns.move.replace("{after}", _braced(self.naming.names([place], "after")))
        else:
            name = self.naming.names([following[0]], "before")
            pattern = self.patterns.move_before.replace("{before}", _braced(name))
        return Instruction(self._sentence(pattern, [change.provision]))

    def _count(self, count: int) -> str:
        counts = self.patterns.counts
        return counts[count - 2] if 2 <= count < len(counts) + 2 else str(count)

    def _throughout(
        self, changes: Sequence[Change]
    ) -> dict[tuple[Text, Text], tuple[Instruction, Sequence[str]]]:
        """Word what is replaced wherever it occurs in the text, by what it replaces with what."""
        made: dict[tuple[Text, Text], list[str]] = defaultdict(list)
        for change in changes:
            if change.kind is ChangeKind.REWORD and not divides(change.text):
                paragraph = self.manuscript.by_id[change.provision]
                for edit in lowered(paragraph, change.edits):
                    if edit.words and 0 < edit.end - edit.start < len(paragraph.text):
                        made[_replacement(edit, paragraph.text)].append(change.provision)
        body = [place for place in self.places if place.provision.kind is not Kind.NOTE]
        found: dict[tuple[Text, Text], tuple[Instruction, Sequence[str]]] = {}
        for (struck, new), provisions in made.items():
            if len(provisions) < _MANY:
                continue
            every = [place for place in body for _ in occurrences(struck, place.provision.text)]
            if Counter(place.provision.id for place in every) != Counter(provisions):
                continue
            kinds = {place.parent for place in every}
            scoped = zip((Kind.TITLE, Kind.PREAMBULAR, Kind.OPERATIVE), self.patterns.scopes, strict=True)
            sentence = self.patterns.throughout.format(
                words=self._quoted(struck),
                new=self._quoted(new),
                scopes=self.naming.joined([scope for kind, scope in scoped if kind in kinds]),
            )
            if kinds <= {Kind.TITLE, Kind.PREAMBULAR, Kind.OPERATIVE}:
                found[struck, new] = (Instruction(sentence), provisions)
        return found

    def names(self) -> dict[str, str]:
        """Name every paragraph that stands, by its id."""
        return {place.provision.id: self.naming.names([place], "whole") for place in self.places}

    def _first(self, provisions: Iterable[str]) -> _Order:
        return min(self.position[provision] for provision in provisions), -1

    # Words within a paragraph

    def _words(self, order: Order) -> str:
        """Write what an order says, with the place still open."""
        patterns = self.patterns if order.mention else self.style
        struck, anchor, new = self._quoted(order.struck), self._quoted(order.anchor), self._quoted(order.new)
        if order.mention:
            nth = ordinal(order.mention, self.naming.language, patterns.mention_gender)
            meant = patterns.mention.format(nth=nth, words=struck or anchor)
            struck, anchor = (meant, "") if struck else ("", meant)
        if not order.struck:
            pattern = patterns.insert_before if order.before else patterns.insert_after
            return _later(pattern).format(anchor=_braced(anchor), new=_braced(new))
        following = patterns.following.format(anchor=anchor) if anchor else ""
        pattern = patterns.replace if order.new else patterns.strike
        return _later(pattern).format(following=_braced(following), words=_braced(struck), new=_braced(new))

    def _quoted(self, words: Text) -> str:
        if not words:
            return ""
        opening, closing = self.patterns.quotes
        return f"{opening}{markup(bare(words))}{closing}"

    # New paragraphs

    def _new(self, changes: Sequence[Change]) -> Iterator[tuple[_Order, Instruction]]:
        """Word new paragraphs; those that follow each other and are of one kind in one instruction."""
        following: dict[str, list[Change]] = defaultdict(list)
        for change in changes:
            if change.kind is ChangeKind.INSERT:
                following[change.after].append(change)
        for after in [each for each in following if each in self.position]:
            chain = list(_chain(following, after))
            while chain:
                kind = chain[0].paragraph_kind
                alike = next(
                    (at for at, each in enumerate(chain) if each.paragraph_kind is not kind), len(chain)
                )
                place = (self.position[after], changes.index(chain[0]))
                yield (
                    place,
                    Instruction(
                        self._insertion(after, kind, alike), tuple(each.text for each in chain[:alike])
                    ),
                )
                chain = chain[alike:]

    def _insertion(self, after: str, kind: Kind, count: int) -> str:
        one, several = self.patterns.new.get(kind, self.patterns.new[Kind.HEADING])
        new = one if count == 1 else several.format(count=self._count(count))
        if kind is Kind.NOTE:
            return _capital(self.patterns.new_note.format(new=new))
        pattern = self.patterns.new_after
        place = self._standing_before(after)
        following = self._following(place, kind)
        if place.parent is not kind and place.provision.kind is not kind and following is not None:
            return _capital(
                self.patterns.new_before.format(before=self.naming.names([following], "before"), new=new)
            )
        if kind is not Kind.SUBPARAGRAPH and place.provision.kind is Kind.SUBPARAGRAPH:
            place = next(
                each for each in self.places if each.path == place.path[:1] and each.parent is place.parent
            )
        return _capital(pattern.format(after=self.naming.names([place], "after"), new=new))

    def _standing_before(self, provision: str) -> Place:
        """The place of a paragraph, or if it was struck, of the last one that stands before it."""
        places = {place.provision.id: place for place in self.places}
        above = self.manuscript.paragraphs[: self.position[provision] + 1]
        return next((places[each.id] for each in reversed(above) if each.id in places), self.places[0])

    def _following(self, place: Place, kind: Kind) -> Place | None:
        after = self.places[self.places.index(place) + 1 :]
        return after[0] if after and after[0].provision.kind is kind else None

    # Places

    def _sentence(self, pattern: str, provisions: Sequence[str]) -> str:
        places = [place for place in self.places if place.provision.id in provisions]
        names = {
            position: self.naming.names(places, position)
            for position in ("there", "whole")
            if f"{{{position}}}" in pattern
        }
        return _capital(pattern.format(**names))


def _chain(following: dict[str, list[Change]], after: str) -> Iterator[Change]:
    for change in following.get(after, ()):
        yield change
        yield from _chain(following, change.provision)


def _replacement(edit: Edit, text: Text) -> tuple[Text, Text]:
    """Give which words are replaced with which, without the spaces before them."""
    return bare(text[edit.start : edit.end]), bare(edit.words)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _later(pattern: str) -> str:
    """Keep the place in a pattern open for when it is known in which paragraphs the same is said."""
    return pattern.replace("{there}", "{{there}}")


def _braced(words: str) -> str:
    """Keep braces in quoted words from being taken for a place."""
    return words.replace("{", "{{").replace("}", "}}")
