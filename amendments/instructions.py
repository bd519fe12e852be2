"""An amendment document read back: from its instructions to the changes that they ask for.

What is not understood, or does not fit the text, is named with its reason; the rest is still read. Words are
looked for in the text as it stands, and if they are not there, as earlier instructions left it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from amendments import changes
from amendments.changes import Change
from amendments.reading import goals
from amendments.reading.notes import Notes
from amendments.reading.patterns import Sentence, apart, clauses, unsaid
from amendments.reading.quotations import masked, unmasked, unwrapped
from amendments.reading.words import Meant, Unclear, change_throughout, change_words, compared
from drafting.manuscript import Manuscript
from drafting.messages import Message, Refused
from drafting.numbering import Place, number
from drafting.outline import Kind
from drafting.text import Text, parse, undivided

_NUMBER = regex.compile(
    r"(?:[-–—•‣·]\s+|\d{1,3}\s[-–]\s+|\(?(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)．、]\s*(?!\d))"
)
_NOTHING = regex.compile(r"^$")
_LETTER = regex.compile(r"^(?:\(\p{L}{1,4}\)|\p{L}{1,3}\))(?:\s*(?:bis|ter))?\s+")
_FIGURE = regex.compile(r"^\d{1,3}\s*(?:bis|ter|quater)?\s*\.\s+(?!\d)")


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction of a document, as it stands there, and why it cannot be followed, if so.

    ``does`` says in short what it asks for ("strike", "replace", "new_after" …), ``places`` are the labels
    of the paragraphs that it names ("OP5"), ``paragraphs`` the texts that it brings, ``about`` the ids of
    the paragraphs that it changes, new ones too.
    """

    words: str
    why: Message | None = None
    does: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    paragraphs: tuple[Text, ...] = ()
    about: tuple[str, ...] = ()


@dataclass
class Document:
    """What an amendment document asks for."""

    instructions: list[Instruction] = field(default_factory=list)
    changes: tuple[Change, ...] = ()

    @property
    def unread(self) -> list[Instruction]:
        """The instructions that cannot be followed."""
        return [each for each in self.instructions if each.why is not None]


def read(
    manuscript: Manuscript, paragraphs: Iterable[str], language: str = "", prefix: str = "new"
) -> Document:
    """Read the paragraphs of an amendment document, in our markup, against the text that it amends.

    The ids of new paragraphs begin with ``prefix``.

    >>> from drafting.manuscript import manuscript
    >>> from drafting.outline import Outline, Provision
    >>> from drafting.text import markup
    >>> one = Provision("op1", Kind.OPERATIVE, parse("*Thanks* all States."))
    >>> text = manuscript(Outline(provisions=(one,)))
    >>> found = read(text, ["In operative paragraph 1, delete “all”.", "Delete operative paragraph 2."])
    >>> [markup(each.text) for each in found.changes]
    ['*Thanks* States.']
    >>> [(each.words, str(each.why)) for each in found.unread]
    [('Delete operative paragraph 2.', 'The text has no such paragraph: “operative paragraph 2”.')]
    """
    language = language or manuscript.masthead.language
    notes = Notes(manuscript, list(paragraphs), language, prefix)
    reader = _Reader(manuscript, language, prefix, notes)
    body = [sentence for each in notes.paragraphs for sentence in _parted(each, notes, language)]
    at = 0
    while at < len(body):
        words = _unnumbered(body[at])
        meant = [] if body[at] in notes.asides else clauses(words, language)
        if not meant:
            if body[at] not in notes.asides and _asks(body[at], reader.found.instructions):
                reader.found.instructions.append(Instruction(words, Message("This is not understood.")))
            at += 1
            continue
        end = at + 1
        note = meant[0][0].does == "new_note"
        if unsaid(meant) or words.rstrip().endswith((":", "：")):
            while end < len(body) and (note or body[end] not in notes.asides):
                if clauses(_unnumbered(body[end]), language):
                    break
                end += 1
        reader.follow(words, meant, [each for each in body[at + 1 : end] if each])
        at = end
    reader.found.changes = tuple(reader.changes())
    return reader.found


def _parted(paragraph: str, notes: Notes, language: str) -> Iterator[str]:
    """Part the sentences of a paragraph that are instructions, and the new text that one brings with it."""
    if paragraph in notes.asides:
        yield paragraph
        return
    words = _unnumbered(paragraph)
    hidden, quotations = masked(words)
    head, colon, rest = hidden.partition(":")
    if colon and rest.strip() and not clauses(words, language):
        first, brought = (unmasked(each, quotations).strip() for each in (head + colon, rest))
        if unsaid(clauses(first, language)):
            yield first
            yield brought
            return
    each = apart(words, language)
    if each == [words]:
        yield paragraph
    else:
        for one in each:
            yield from _parted(one, notes, language)


def _unnumbered(words: str) -> str:
    found = _NUMBER.match(words)
    return words[found.end() :] if found else words


def _asks(words: str, before: Sequence[Instruction]) -> bool:
    """Whether a paragraph that is not understood must be an instruction: a title has no full stop."""
    return bool(before) or _NUMBER.match(words) is not None or words.rstrip().endswith((".", ":", "。", "："))


class _Reader:
    """Follows instructions one by one; each is followed as a whole or not at all."""

    def __init__(self, manuscript: Manuscript, language: str, prefix: str, notes: Notes) -> None:
        self.manuscript = manuscript
        self.language = language
        self.places = number(manuscript.outline)
        self.found = Document()
        self.words: dict[str, Meant] = {}
        self.whole: dict[str, Text] = {}
        self.others: list[Change] = []
        self.notes = notes
        self.prefix = prefix
        self.last: dict[str, str] = {}  # what came last into each place between paragraphs

    def follow(self, words: str, meant: Sequence[Sequence[Sentence]], new: Sequence[str]) -> None:
        """Follow an instruction, each part of it in the first of its meanings that fits the text."""
        kept = dict(self.words), dict(self.whole), list(self.others), dict(self.last)
        done: list[Sentence] = []
        for meanings in meant:
            why: Message | None = None
            for sentence in meanings:
                try:
                    self._follow(sentence, new)
                except Refused as refused:
                    why = why or refused.message
                else:
                    done.append(sentence)
                    break
            else:
                self.words, self.whole, self.others, self.last = kept
                self.found.instructions.append(Instruction(words, why))
                return
        texts = [parse(each) for each in new]
        labels = (place.label for sentence in done for place in self._all_named(sentence))
        does = tuple(sentence.does for sentence in done)
        places, about = tuple(dict.fromkeys(labels)), self._changed(*kept[:3])
        self.found.instructions.append(Instruction(words, None, does, places, tuple(texts), about))

    def _changed(
        self, words: Mapping[str, Meant], whole: Mapping[str, Text], others: Sequence[Change]
    ) -> tuple[str, ...]:
        """Give the paragraphs of which more is asked now than was before."""
        before, now = {**words, **whole}, {**self.words, **self.whole}
        about = [id for id in now if now[id] is not before.get(id)]
        return (*about, *(each.provision for each in self.others[len(others) :]))

    def _follow(self, sentence: Sentence, new: Sequence[str]) -> None:
        does = sentence.does
        if does == "throughout":
            self._throughout(sentence)
        elif does in ("strike", "replace", "insert_after", "insert_before", "insert_end", "italics", "roman"):
            there = self._named(sentence.places["there"])
            made = {
                place.provision.id: change_words(self._standing(place), sentence, self.language, place.label)
                for place in there
            }
            self.words |= made
        elif does in ("delete", "delete_several", "delete_alone"):
            where = self._named(sentence.places["whole"])
            for place, said in zip(where, new, strict=False):
                if compared(parse(unwrapped(said))) != compared(place.provision.text):
                    raise Unclear("{place} reads otherwise than the document says.", place=place.label)
            if does != "delete_alone":
                where = self._with_those_below(where)
            self.others += [changes.delete(self.manuscript, place.provision.id) for place in where]
        elif does in ("reword", "divide"):
            [place] = self._one(sentence.places["whole"])
            kind = place.provision.kind
            self.whole[place.provision.id] = undivided(self._brought(new, kind))
        elif does in ("move", "move_before"):
            self._move(sentence)
        elif does == "join":
            for place in self._named(sentence.places["whole"])[1:]:
                self.others.append(changes.join(self.manuscript, place.provision.id))
        elif does not in ("renumber", "new_note"):
            self._new(sentence, new)

    def _throughout(self, sentence: Sentence) -> None:
        made: dict[str, Meant] = {}
        for place in self.places:
            if place.parent in sentence.scopes:
                standing = self._standing(place)
                meant = change_throughout(standing, sentence, self.language, place.label)
                if meant != standing:
                    made[place.provision.id] = meant
        if not made:
            raise Unclear("“{words}” does not occur in the text.", words=sentence.quoted["words"])
        self.words |= made

    def _with_those_below(self, where: Sequence[Place]) -> list[Place]:
        """Give paragraphs, each with the sub-paragraphs that go with it."""
        every = (each for place in where for each in (place, *goals.below(self.places, place)))
        return list({each.provision.id: each for each in every}.values())

    def _move(self, sentence: Sentence) -> None:
        where = self._named(sentence.places["whole"])
        ids = [each.provision.id for each in self._with_those_below(where)]
        if sentence.does == "move":
            after = goals.behind(self.places, self._named(sentence.places["after"])[-1])
        else:
            after = goals.before(self.places, self._named(sentence.places["before"])[0])
        if after in ids:
            raise Unclear("{place} cannot be moved to where it stands.", place=where[0].label)
        at, after = after, self.last.get(after, after)
        self.others += changes.move_together(self.manuscript, ids, after)
        self.last[at] = ids[-1]

    def _new(self, sentence: Sentence, new: Sequence[str]) -> None:
        goal = goals.goal(sentence, self.places, self.language)
        for text in self._brought(new, goal.kind):
            after = self.last.get(goal.after, goal.after)
            id = f"{self.prefix}{len(self.others) + 1}"
            self.others.append(changes.insert(self.manuscript, after, id, text, goal.kind, goal.level))
            self.last[goal.after] = id

    def _brought(self, new: Sequence[str], kind: Kind) -> list[Text]:
        """Give the paragraphs that an instruction brings, without quotation marks and numbers around them."""
        if not new:
            raise Unclear("The paragraph that it brings is missing.")
        mark = {Kind.SUBPARAGRAPH: _LETTER, Kind.OPERATIVE: _FIGURE}.get(kind, _NOTHING)
        return [parse(mark.sub("", unwrapped(each), count=1)) for each in new]

    def _named(self, words: str) -> list[Place]:
        return goals.find(words, self.places, self.language)

    def _one(self, words: str) -> list[Place]:
        found = self._named(words)
        if len(found) > 1:
            raise Unclear("“{words}” are several paragraphs; say of each how it shall read.", words=words)
        return found

    def _all_named(self, sentence: Sentence) -> Iterator[Place]:
        for name, words in sentence.places.items():
            if name != "numbered":
                yield from self._named(words)

    def _standing(self, place: Place) -> Meant:
        return self.words.get(place.provision.id) or Meant(place.provision.text)

    def changes(self) -> Iterator[Change]:
        """Give the changes that all instructions together ask for."""
        texts = {id: meant.text for id, meant in self.words.items()} | self.whole
        for id, text in texts.items():
            made = changes.reword(self.manuscript, id, self.notes.referring(text))
            if made.edits:
                yield made
        for change in self.others:
            yield changes.with_text(change, self.notes.referring(change.text))
        yield from self.notes.changes()
