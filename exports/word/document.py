"""A draft as a Word file: as it reads, or with what became of its words as tracked changes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from drafting.manuscript import Manuscript
from drafting.numbering import Place, note_numbers, number
from drafting.outline import Kind, Masthead, Outline
from drafting.text import notes
from exports.word.history import Author, History, Tracked, settled, standing, tracked
from exports.word.notes import Notes
from exports.word.numbers import numbered
from exports.word.package import Part
from exports.word.sheet import Sheet
from exports.word.styles import DEPTH

_STYLES = {
    Kind.TITLE: "DraftTitle",
    Kind.ENACTING: "Enacting",
    Kind.PREAMBULAR: "Preambular",
    Kind.OPERATIVE: "Operative",
    Kind.HEADING: "SectionHeading",
}


def write(outline: Outline) -> bytes:
    """Write a draft as a Word file that looks as the Secretariat's documents do."""
    return _Document(settled(outline), outline, outline, None).pack()


def write_tracked(text: Manuscript, authors: Mapping[str, Author]) -> bytes:
    """Write a draft with what these amendments did to it as tracked changes, each by its author.

    ``authors`` has the delegation and the time of the act by the amendment's key; all that other
    amendments did is settled text. Accepting every change gives the draft as it reads, rejecting
    every change gives it as it read before these amendments.
    """
    return write_history(text.masthead, tracked(text, authors), next(iter(authors.values()), None))


def write_history(
    head: Masthead,
    paragraphs: Sequence[Tracked],
    anybody: Author | None,
    line: str | None = None,
    others: Sequence[tuple[Part, str]] = (),
) -> bytes:
    """Write paragraphs with their tracked changes below a masthead; ``line`` says what the document is.

    ``anybody`` answers for what changes because other things did: numbers, and which reference to a
    note is its first one.
    """
    base, revision = (standing(head, paragraphs, each) for each in (True, False))
    return _Document(paragraphs, base, revision, anybody).pack(line, others)


class _Document:
    def __init__(
        self, paragraphs: Sequence[Tracked], base: Outline, revision: Outline, anybody: Author | None
    ) -> None:
        """Take the paragraphs to show, and the draft as it was and is."""
        self.paragraphs = paragraphs
        self.anybody = anybody
        self.title = revision.title
        self.places = {place.provision.id: place for place in number(revision)}
        self.base_places = (
            self.places if base is revision else {place.provision.id: place for place in number(base)}
        )
        numbers = note_numbers(revision.provisions)
        self.sheet = Sheet(revision.masthead)
        self.setting, self.lists = self.sheet.setting, self.sheet.lists
        self.notes = self.sheet.notes = Notes(
            self.setting,
            {each.id: each for each in self.paragraphs if each.kind is Kind.NOTE},
            self._references(in_notes=False),
            self._references(in_notes=True),
            (numbers if base is revision else note_numbers(base.provisions), numbers),
            self.anybody,
        )

    def pack(self, line: str | None = None, others: Sequence[tuple[Part, str]] = ()) -> bytes:
        """Put the file together."""
        text = chain(self._body(), self._unreferenced())
        return self.sheet.pack(text, self.title, line, self.anybody is not None, others)

    def _references(self, in_notes: bool) -> Counter[str]:
        """Count the references to each note that stand in the text, or in notes."""
        among = (each for each in self.paragraphs if (each.kind is Kind.NOTE) is in_notes)
        return Counter(note for each in among for words, _ in each.stretches for note in notes(words))

    def _body(self) -> Iterator[str]:
        list_id = 1
        body = [each for each in self.paragraphs if each.kind is not Kind.NOTE]
        for paragraph in body:
            place = self.places.get(paragraph.id) or self.base_places.get(paragraph.id)
            depth = 0
            if paragraph.kind is Kind.SUBPARAGRAPH:
                depth = min(max(len(place.path) - 1 if place else paragraph.level, 1), DEPTH)
            if paragraph.kind is Kind.OPERATIVE and place and place.number:
                list_id = 1
            elif paragraph.kind is not Kind.SUBPARAGRAPH:
                list_id = 0
            elif not list_id:
                list_id = self.lists.begin()
            keep = "<w:keepNext/>" if paragraph is body[-1] else ""  # the mark of the end never stands alone
            yield self._paragraph(paragraph, depth, list_id, keep)

    def _unreferenced(self) -> Iterator[str]:
        """Set the notes that the text does not refer to, which Word cannot keep as notes, below it."""
        for note in self.paragraphs:
            if note.kind is Kind.NOTE and not self.notes.cited[note.id]:
                words = self.setting.words(note.stretches, self.sheet.part, self.notes.inner)
                yield self.setting.paragraph("LooseNote", words, history=note.history)

    def _paragraph(self, paragraph: Tracked, depth: int, list_id: int, before: str) -> str:
        style = f"Subparagraph{depth}" if depth else _STYLES[paragraph.kind]
        words = self.setting.words(paragraph.stretches, self.sheet.part, self.notes.reference)
        changed = ""
        if self.lists.counts(depth):
            was, now = (
                self._number(each, paragraph, list_id, depth) for each in (self.base_places, self.places)
            )
            before += now if paragraph.history.in_revision else was
            if was != now and paragraph.history == History() and self.anybody:
                old = f'<w:pPr><w:pStyle w:val="{style}"/>{was}</w:pPr>'
                changed = f"<w:pPrChange{self.setting.by(self.anybody)}>{old}</w:pPrChange>"
        else:
            words = self._typed(paragraph) + words
        return self.setting.paragraph(style, words, before=before, history=paragraph.history, changed=changed)

    def _number(self, places: Mapping[str, Place], paragraph: Tracked, list_id: int, depth: int) -> str:
        place = places.get(paragraph.id)
        return numbered(list_id, depth) if place and place.number and list_id else ""

    def _typed(self, paragraph: Tracked) -> str:
        """Give the number as letters, where Word cannot count as the language does."""
        was, now = (
            place.number if (place := places.get(paragraph.id)) and place.number else ""
            for places in (self.base_places, self.places)
        )
        if was == now or not (paragraph.history.in_base and paragraph.history.in_revision):
            return self._tabbed(now or was, paragraph.history)
        return self._tabbed(was, History(None, self.anybody)) + self._tabbed(now, History(self.anybody, None))

    def _tabbed(self, number: str, history: History) -> str:
        if not number:
            return ""
        run = self.setting.run(number, struck=history.struck is not None) + "<w:r><w:tab/></w:r>"
        return self.setting.change(run, history)
