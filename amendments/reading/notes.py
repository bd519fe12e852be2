"""The notes of an amendment document: what its asterisks and figures refer to."""

from collections.abc import Iterator, Sequence

import regex

from amendments import changes
from amendments.changes import Change
from amendments.reading.patterns import sentences
from drafting.manuscript import Manuscript
from drafting.numbering import note_numbers
from drafting.outline import Kind
from drafting.text import Text, Word, parse

_NOTE = regex.compile(r"(?:^|\s)(?P<stars>(?:\\?\*)+)\s+(?=[\p{Lu}\p{Lo}])")
_NUMBER = regex.compile(r"^\d{1,3}(?:[.)]|\s[-–])\s*")
_LISTED = regex.compile(r"(?P<stars>(?:\\?\*)+)\s+(?=\S)")
_FIGURE = regex.compile(r"\\\[\^(?P<mark>\d+)\]|(?P<kept>\\.)|\[\^(?P<mark>[^\]\s]+)\]", regex.DOTALL)
_MARKED = regex.compile(r"\[\^(?P<mark>[^\]\s]+)\]:\s*(?P<words>.*)", regex.DOTALL)
_STARS = regex.compile(r"(?:\\\*)+|(?<=[^\s*])\*{2,4}(?=[\s.,;:،؛)”»\"]|$)")


class Notes:
    """What a document says below its text, and which of it the new words refer to.

    References are asterisks, or figures that the document has notes for; any other figure means the note
    of the draft that bears that number there.
    """

    def __init__(self, manuscript: Manuscript, paragraphs: Sequence[str], language: str, prefix: str) -> None:
        self.manuscript = manuscript
        self.prefix = prefix
        self.texts: dict[str, Text] = {}
        self.asides: set[str] = set()  # the paragraphs that are notes
        self._printed = {str(at): id for id, at in note_numbers(manuscript.outline.provisions).items()}
        self._used: dict[str, None] = {}
        listed = False  # below an instruction that brings notes
        for each in paragraphs:
            if self._read(each, listed):
                self.asides.add(each)
            else:
                listed = any(meant.does == "new_note" for meant in sentences(_NUMBER.sub("", each), language))
        self.paragraphs = [each if each in self.asides else self._starred(each) for each in paragraphs]

    def _read(self, words: str, listed: bool) -> bool:
        """Take a paragraph as notes if it begins as one, one after the other as they stand there."""
        if marked := _MARKED.fullmatch(words):
            self.texts[marked["mark"]] = parse(marked["words"])
            return True
        own = _LISTED.match(words)
        if listed and own:
            self.texts[_star(own["stars"])] = parse(words[own.end() :])
            return True
        marks = list(_NOTE.finditer(words))
        if marks and not words[: marks[0].start()].strip():
            for mark, end in zip(marks, [*(each.start() for each in marks[1:]), len(words)], strict=True):
                self.texts.setdefault(_star(mark["stars"]), parse(words[mark.end() : end].strip()))
            return True
        if own and words.startswith("\\"):  # the asterisks are signs, so no list begins with them
            self.texts.setdefault(_star(own["stars"]), parse(words[own.end() :]))
            return True
        return False

    def _starred(self, words: str) -> str:
        """Make references of asterisks that have a note; others are asterisks and nothing else."""

        def star(match: "regex.Match[str]") -> str:
            stars = match.group()
            known = _star(stars) in self.texts
            return f"[^{_star(stars)}]" if known else stars if "\\" in stars else "\\*" * len(stars)

        def printed(match: "regex.Match[str]") -> str:
            mark = match["mark"]
            kept = mark is None or mark in self.texts or mark not in self._printed
            return str(match.group()) if kept else f"[^{self._printed[mark]}]"

        return _FIGURE.sub(printed, _STARS.sub(star, words))

    def referring(self, text: Text) -> Text:
        """Give words whose references are those of the amended draft."""
        return tuple(self._reference(word) if word.note is not None else word for word in text)

    def _reference(self, word: Word) -> Word:
        mark = word.note or ""
        if mark in self.texts:
            self._used[mark] = None
            return Word("", word.glue, note=self._id(mark))
        return word

    def changes(self) -> Iterator[Change]:
        """Give the notes to which new words refer, as new notes of the draft."""
        end = self.manuscript.paragraphs[-1].id
        for mark in self._used:
            yield changes.insert(self.manuscript, end, self._id(mark), self.texts[mark], Kind.NOTE)

    def _id(self, mark: str) -> str:
        return f"{self.prefix}n{mark[4:]}" if mark.startswith("star") else f"{self.prefix}f{mark}"


def _star(stars: str) -> str:
    return f"star{stars.count('*')}"
