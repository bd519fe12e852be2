"""A draft's words with where each came from: what a revision keeps and what amendments change.

A paragraph is a row of cells. A cell is a word, the amendment that put it in, and the amendments
that struck it. Struck cells and struck paragraphs stay in their places, so that a place once named
stays findable (MERGE.md, The model).
"""

from dataclasses import dataclass
from functools import cached_property

from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import Text, Word


@dataclass(frozen=True, slots=True)
class Cell:
    """One word in its place: who put it in (none: the base text) and who struck it (none: it stands)."""

    word: Word
    by: str = ""
    struck: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A provision with the history of its words."""

    id: str
    kind: Kind
    cells: tuple[Cell, ...]
    level: int = 0
    by: str = ""
    struck: tuple[str, ...] = ()

    @property
    def text(self) -> Text:
        """The words that stand."""
        return tuple(cell.word for cell in self.cells if not cell.struck)

    @property
    def provision(self) -> Provision:
        """The paragraph as it now reads, without its history."""
        return Provision(self.id, self.kind, self.text, self.level)


@dataclass(frozen=True)
class Manuscript:
    """The whole draft at one revision, with struck words and paragraphs still in their places."""

    masthead: Masthead
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def outline(self) -> Outline:
        """The draft as it now reads."""
        standing = (paragraph.provision for paragraph in self.paragraphs if not paragraph.struck)
        return Outline(self.masthead, tuple(standing))

    @cached_property
    def by_id(self) -> dict[str, Paragraph]:
        """Every paragraph, struck ones too, by its permanent id."""
        return {paragraph.id: paragraph for paragraph in self.paragraphs}


def manuscript(outline: Outline) -> Manuscript:
    """Take a draft as a base text, of which no word has a history yet."""
    paragraphs = (
        Paragraph(each.id, each.kind, tuple(Cell(word) for word in each.text), each.level)
        for each in outline.provisions
    )
    return Manuscript(outline.masthead, tuple(paragraphs))
