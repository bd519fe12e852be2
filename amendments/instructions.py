"""An amendment document read back: from its instructions to the changes that they ask for.

What is not understood, or does not fit the text, is named with its reason; the rest is still read. Words are
looked for in the text as it stands, and if they are not there, as earlier instructions left it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from amendments import changes
from amendments.changes import Change
from amendments.instructed_words import Meant, Unclear, change_words, compared
from amendments.instruction_patterns import Sentence, sentences
from amendments.instruction_places import named
from drafting.manuscript import Manuscript
from drafting.messages import Message, Refused
from drafting.numbering import Place, number
from drafting.outline import Kind
from drafting.reading_marks import typed_number
from drafting.text import Text, Word, parse, plain, undivided

_STARS = regex.compile(r"(?:\\\*)+|(?<=[^\s*])\*{2,4}(?=[\s.,;:،؛)]|$)")
_NOTE = regex.compile(r"(?:^|\s)(?P<stars>(?:\\?\*)+)\s+(?=\p{Lu}|\p{Lo})")


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction of a document, as it stands there, and why it cannot be followed, if so.

    ``about`` are the ids of the paragraphs that it changes, new ones too.
    """

    words: str
    why: Message | None = None
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
    reader = _Reader(manuscript, language, prefix)
    body = [reader.starred(each) for each in paragraphs]
    at = 0
    while at < len(body):
        words = _unnumbered(body[at])
        meant = list(sentences(words, language))
        if not meant:
            if body[at] not in reader.asides and _asks(body[at], reader.found.instructions):
                reader.found.instructions.append(Instruction(words, Message("This is not understood.")))
            at += 1
            continue
        end = at + 1
        if words.rstrip().endswith((":", "：")):
            while end < len(body) and not list(sentences(_unnumbered(body[end]), language)):
                if body[end] in reader.asides:
                    break
                end += 1
        reader.follow(words, meant, [parse(each) for each in body[at + 1 : end] if each])
        at = end
    reader.found.changes = tuple(reader.changes())
    return reader.found


def _unnumbered(words: str) -> str:
    found = typed_number(words)
    return words[found[2] :] if found and found[1] else words


def _asks(words: str, before: Sequence[Instruction]) -> bool:
    """Whether a paragraph that is not understood must be an instruction: a title has no full stop."""
    found = typed_number(words)
    return bool(before) or bool(found and found[1]) or words.rstrip().endswith((".", ":", "。", "："))


class _Reader:
    """Follows instructions one by one; each is followed as a whole or not at all."""

    def __init__(self, manuscript: Manuscript, language: str, prefix: str) -> None:
        self.manuscript = manuscript
        self.language = language
        self.places = number(manuscript.outline)
        self.found = Document()
        self.words: dict[str, Meant] = {}
        self.whole: dict[str, Text] = {}
        self.others: list[Change] = []
        self.notes: dict[str, Text] = {}  # what the asterisks of the document refer to
        self.asides: set[str] = set()  # the paragraphs that say so
        self.prefix = prefix
        self.last: dict[str, str] = {}  # the last new paragraph after each place

    # Notes

    def starred(self, words: str) -> str:
        """Make references of asterisks; what they refer to is kept, for when new words do refer to it."""
        marks = list(_NOTE.finditer(words))
        if marks and not words[: marks[0].start()].strip():
            for mark, end in zip(marks, [*(each.start() for each in marks[1:]), len(words)], strict=True):
                self.notes[_star(mark["stars"])] = parse(words[mark.end() : end].strip())
            self.asides.add(words)
            return words
        return _STARS.sub(lambda match: f"[^{_star(match.group())}]", words)

    # Instructions

    def follow(self, words: str, meant: Sequence[Sentence], new: Sequence[Text]) -> None:
        """Follow an instruction in the first of its meanings that fits the text."""
        why: Message | None = None
        before, others = {**self.words, **self.whole}, len(self.others)
        for sentence in meant:
            try:
                self._follow(sentence, new)
            except Unclear as unclear:
                why = why or unclear.message
            except Refused as refused:
                why = why or refused.message
            else:
                why = None
                break
        now = {**self.words, **self.whole}
        about = [id for id in now if now[id] is not before.get(id)]
        about += [each.provision for each in self.others[others:]]
        self.found.instructions.append(Instruction(words, why, () if why else tuple(about)))

    def _follow(self, sentence: Sentence, new: Sequence[Text]) -> None:
        does = sentence.does
        if does == "throughout":
            self._throughout(sentence)
        elif does in ("strike", "replace", "insert_after", "insert_before"):
            there = self._named(sentence.places["there"])
            made = {
                place.provision.id: change_words(self._standing(place), sentence, self.language, place.label)
                for place in there
            }
            self.words |= made
        elif does in ("delete", "delete_several"):
            where = self._named(sentence.places["whole"])
            for place, said in zip(where, new, strict=False):
                if compared(said) != compared(place.provision.text):
                    raise Unclear("{place} reads otherwise than the document says.", place=place.label)
            self.others += [changes.delete(self.manuscript, place.provision.id) for place in where]
        elif does in ("reword", "divide"):
            [place] = self._named(sentence.places["whole"])
            self.whole[place.provision.id] = undivided(self._brought(new))
        elif does == "move":
            [place] = self._named(sentence.places["whole"])
            after = self._behind(self._named(sentence.places["after"])[-1], place.provision.kind)
            self.others.append(changes.move(self.manuscript, place.provision.id, after))
        elif does == "move_before":
            [place] = self._named(sentence.places["whole"])
            at = self.places.index(self._named(sentence.places["before"])[0])
            after = self.places[at - 1].provision.id if at else ""
            self.others.append(changes.move(self.manuscript, place.provision.id, after))
        elif does == "join":
            for place in self._named(sentence.places["whole"])[1:]:
                self.others.append(changes.join(self.manuscript, place.provision.id))
        else:
            self._new(sentence, new)

    def _throughout(self, sentence: Sentence) -> None:
        made: dict[str, Meant] = {}
        for place in self.places:
            if place.parent in sentence.scopes:
                at = 1
                while True:
                    try:
                        once = Sentence("replace", sentence.quoted, {}, {"words": at})
                        before = made.get(place.provision.id) or self._standing(place)
                        made[place.provision.id] = change_words(before, once, self.language, place.label)
                    except Unclear:
                        break
                    at += 1
        if not made:
            raise Unclear("“{words}” does not occur in the text.", words=sentence.quoted["words"])
        self.words |= made

    def _new(self, sentence: Sentence, new: Sequence[Text]) -> None:
        texts = self._brought(new)
        if sentence.does == "new_note":
            for text in texts:
                star = _star(text[0].text) if text else ""
                self.notes[star] = text[1:]
            return
        [place] = self._named(sentence.places.get("after") or sentence.places["before"])
        kind, level = self._kind(sentence, place, texts)
        if sentence.does == "new_before":
            position = self.places.index(place)
            place = self.places[position - 1]
            at = place.provision.id
        else:
            at = self._behind(place, kind, level)
        for text in texts:
            after = self.last.get(at, at)
            id = f"{self.prefix}{len(self.others) + 1}"
            self.others.append(changes.insert(self.manuscript, after, id, text, kind, level))
            self.last[at] = id

    def _kind(self, sentence: Sentence, place: Place, texts: Sequence[Text]) -> tuple[Kind, int]:
        """Find of which kind new paragraphs are that a language calls alike, by where they go."""
        kinds = sentence.kinds or (place.parent,)
        sub = place.provision.kind is Kind.SUBPARAGRAPH
        opens = plain(place.provision.text).endswith((":", "："))
        if Kind.SUBPARAGRAPH in kinds and (len(kinds) == 1 or sub or opens):
            above = sentence.does == "new_before"
            return Kind.SUBPARAGRAPH, place.provision.level + (not above and (opens or not sub))
        return (place.parent if place.parent in kinds else kinds[0]), 0

    def _behind(self, place: Place, kind: Kind, level: int = 0) -> str:
        """Give the paragraph that comes last of those that belong to one."""
        below = self.places[self.places.index(place) + 1 :]
        last = place
        for each in below:
            depth = each.provision.level if each.provision.kind is Kind.SUBPARAGRAPH else 0
            if not depth or depth < level or (depth == level and place.provision.level == level):
                break
            last = each
        return last.provision.id

    def _brought(self, new: Sequence[Text]) -> list[Text]:
        if not new:
            raise Unclear("The paragraph that it brings is missing.")
        return list(new)

    def _named(self, words: str) -> list[Place]:
        found = named(words, self.places, self.language)
        if not found:
            raise Unclear("The text has no such paragraph: “{words}”.", words=words)
        return found

    def _standing(self, place: Place) -> Meant:
        return self.words.get(place.provision.id) or Meant(place.provision.text)

    # What comes of them

    def changes(self) -> Iterator[Change]:
        """Give the changes that all instructions together ask for."""
        texts = {id: meant.text for id, meant in self.words.items()} | self.whole
        used: dict[str, None] = {}
        for id, text in texts.items():
            made = changes.reword(self.manuscript, id, self._referring(text, used))
            if made.edits:
                yield made
        for change in self.others:
            yield changes.with_text(change, self._referring(change.text, used))
        for star in used:
            end = self.manuscript.paragraphs[-1].id
            yield changes.insert(self.manuscript, end, self._note(star), self.notes[star], Kind.NOTE)

    def _referring(self, text: Text, used: dict[str, None]) -> Text:
        words: list[Word] = []
        for word in text:
            if word.note in self.notes:
                used[word.note] = None
                word = Word("", word.glue, note=self._note(word.note))
            elif word.note is not None and word.note.startswith("star"):
                word = Word("*" * int(word.note[4:]), word.glue)
            words.append(word)
        return tuple(words)

    def _note(self, star: str) -> str:
        return f"{self.prefix}n{star[4:]}"


def _star(stars: str) -> str:
    return f"star{stars.count('*')}"
