"""Words that come to stand in another paragraph, because two were joined or one was divided.

They are struck where they were, and the cells that they become take the edits of other amendments along.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.manuscript import Cell, Manuscript, Paragraph
from drafting.text import PILCROW


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph that another was divided into: which cells of the whole row it has, and who put it there.

    The first part keeps the id; of the words that went to other parts it keeps those that had been its own.
    """

    id: str
    start: int
    end: int
    by: tuple[str, ...]
    cells: tuple[Cell, ...]

    def of(self, paragraph: Paragraph) -> Paragraph:
        """Give this part of a paragraph as a paragraph."""
        return replace(paragraph, id=self.id, cells=self.cells, by=(*paragraph.by, *self.by))


def divided(
    manuscript: Manuscript,
    rows: Mapping[str, Sequence[Cell]],
    homes: Collection[str],
    keys: Collection[str],
) -> dict[str, tuple[Part, ...]]:
    """Divide rows of cells at the pilcrows that these amendments put in; gives the parts by paragraph.

    ``homes`` names the paragraphs whose words went to another one.
    """
    found: dict[str, tuple[Part, ...]] = {}
    count: Counter[str] = Counter()
    for paragraph in (each for each in manuscript.paragraphs if each.id not in homes):
        row = rows.get(paragraph.id, ())
        ends = [at for at, cell in enumerate(row) if _divides(cell, keys)]
        if not ends:
            continue
        first = (*row[: ends[0]], *_struck(row[ends[0] :], row[ends[0]].by, keys))
        parts = [Part(paragraph.id, 0, ends[0], (), first)]
        for start, end in zip(ends, [*ends[1:], len(row)], strict=True):
            by = row[start].by
            count[by[0]] += 1
            cells = _glued(row[start + 1 : end], "")
            parts.append(Part(f"{by[0]}.p{count[by[0]]}", start + 1, end, by, cells))
        found[paragraph.id] = tuple(parts)
    return found


def joined(row: Sequence[Cell], keys: Sequence[str], language: str) -> tuple[Cell, ...]:
    """Give the cells of a paragraph as they stand behind those of the one that it was joined to."""
    glued = _glued(row, "" if language == "zh" else " ")
    return tuple(_brought(cell, tuple(key for key in keys if key not in cell.by)) for cell in glued)


def _brought(cell: Cell, keys: tuple[str, ...]) -> Cell:
    return replace(cell, by=(*cell.by, *keys), came=(*cell.came, *keys))


def left_behind(paragraph: Paragraph, id: str, keys: Sequence[str]) -> Paragraph:
    """Give the place that a paragraph left when it went elsewhere: the words as they were, struck."""
    cells = tuple(_struck(paragraph.cells, keys, ()))
    return replace(paragraph, id=id, cells=cells, struck=tuple(keys))


def _divides(cell: Cell, keys: Collection[str]) -> bool:
    return cell.word.text == PILCROW and not cell.struck and not set(keys).isdisjoint(cell.by)


def _struck(row: Iterable[Cell], by: Sequence[str], new: Collection[str]) -> Iterable[Cell]:
    """Strike the words that had been there before; those that came with these amendments never were."""
    return (replace(cell, struck=cell.struck or tuple(by)) for cell in row if set(new).isdisjoint(cell.by))


def _glued(row: Sequence[Cell], glue: str) -> tuple[Cell, ...]:
    """Put a space, or none, before the first word that stands."""
    cells = list(row)
    at = next((at for at, cell in enumerate(cells) if not cell.struck), None)
    if at is not None:
        cells[at] = replace(cells[at], word=replace(cells[at].word, glue=glue))
    return tuple(cells)
