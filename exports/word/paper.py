"""A paper about a draft as a Word file: an amendment, an addendum, a corrigendum."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from amendments.formal_wording import Instruction
from drafting.outline import Masthead
from drafting.text import Text, plain
from exports.amendment_paper import amendment
from exports.papers import Paper, Paragraph, Stands, stretches
from exports.word.history import SETTLED, History
from exports.word.package import Part
from exports.word.sheet import Sheet

_STYLES = {
    Stands.SENTENCE: "Instruction",
    Stands.NUMBERED: "NumberedInstruction",
    Stands.PLACE: "PlaceHeading",
    Stands.NEW: "NewParagraph",
}
_RAISED = '<w:vertAlign w:val="superscript"/>'


def write_paper(paper: Paper) -> bytes:
    """Write a paper about a draft as the Secretariat sets it; its notes are notes of Word with asterisks."""
    return _Paper(paper).pack()


def write_amendment(head: Masthead, line: str, title: Text, instructions: Sequence[Instruction]) -> bytes:
    """Write the instructions of an amendment as a Word file; ``title`` is that of the draft."""
    return write_paper(amendment(head, line, title, instructions))


class _Paper:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.sheet = Sheet(paper.head)
        self.setting = self.sheet.setting
        self.cited: set[str] = set()

    def pack(self) -> bytes:
        """Put the file together."""
        return self.sheet.pack(self._body(), plain(self.paper.title), line=self.paper.line)

    def _body(self) -> Iterator[str]:
        yield self.setting.paragraph("DraftTitle", self._words(self.paper.title))
        if self.paper.part:
            yield self.setting.paragraph("PaperPart", self.setting.run(self.paper.part))
        for paragraph, following in zip_longest(self.paper.paragraphs, self.paper.paragraphs[1:]):
            yield self._paragraph(paragraph, following)

    def _paragraph(self, paragraph: Paragraph, following: Paragraph | None) -> str:
        """Set a paragraph; what it announces stands on its page, and so does the mark of the end."""
        announces = following is None or following.stands is Stands.NEW is not paragraph.stands
        keep = "<w:keepNext/>" if announces else ""
        number = self.setting.run(paragraph.number) + "<w:r><w:tab/></w:r>" if paragraph.number else ""
        words = number + self._words(paragraph.text)
        return self.setting.paragraph(_STYLES[paragraph.stands], words, before=keep)

    def _words(self, text: Text) -> str:
        found = stretches(text, self.paper.notes)
        part = self.sheet.part
        return "".join(self._set(said, part) + (self._starred(mark) if mark else "") for mark, said in found)

    def _set(self, words: Text, part: Part) -> str:
        return self.setting.words([(words, SETTLED)], part, self._figure)

    def _starred(self, mark: str) -> str:
        """Set asterisks: where they stand first they carry the note, later they repeat its mark."""
        if mark in self.cited:
            return self.setting.run(mark, more=_RAISED)
        self.cited.add(mark)
        return self.sheet.notes.marked(mark, self._set(self.paper.notes[mark], self.sheet.notes.part))

    def _figure(self, note: str, history: History) -> str:
        """Set the number of a note that stands in the draft, and not in this document."""
        return self.setting.run(note, more=_RAISED)
