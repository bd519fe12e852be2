"""A draft's words with where each came from: what a revision keeps and what amendments change.

A paragraph is a row of cells. A cell is a word, the amendment that put it in, and the amendments
that struck it. Struck cells and struck paragraphs stay in their places, so that a place once named
stays findable (MERGE.md, The model).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate, count
from typing import Any

from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.text import Text, Word, bare


@dataclass(frozen=True, slots=True)
class Cell:
    """One word in its place: who put it in (none: the base text) and who struck it (none: it stands).

    Both are keys of amendments; two that proposed the very same words are both named. ``came`` are those
    of ``by`` that did not put the word into the text, but only brought it here from another paragraph.
    """

    word: Word
    by: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    @property
    def origin(self) -> tuple[str, ...]:
        """Who put the word into the text, wherever in it that was; none: the base text had it."""
        return tuple(key for key in self.by if key not in self.came)


@dataclass(frozen=True)
class Paragraph:
    """A provision with the history of its words."""

    id: str
    kind: Kind
    cells: tuple[Cell, ...]
    level: int = 0
    by: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()

    @cached_property
    def text(self) -> Text:
        """The words that stand; the first has no space before it, wherever it came from."""
        return bare(tuple([cell.word for cell in self.cells if not cell.struck]))

    @cached_property
    def places(self) -> Sequence[int]:
        """Which cells are the words that stand."""
        return [place for place, cell in enumerate(self.cells) if not cell.struck]

    @cached_property
    def standing(self) -> Sequence[int]:
        """How many words stand before each cell, and in all."""
        if len(self.places) == len(self.cells):
            return range(len(self.cells) + 1)
        return list(accumulate([not cell.struck for cell in self.cells], initial=0))

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
        """The draft as it now reads: without the notes to which nothing refers any more."""
        standing = (paragraph.provision for paragraph in self.history if not paragraph.struck)
        return Outline(self.masthead, tuple(standing))

    @cached_property
    def dropped(self) -> dict[str, tuple[str, ...]]:
        """The notes of which every reference was struck, each with the keys of who struck them."""
        struck: dict[str, list[str]] = {}
        standing = set()
        for paragraph in self.paragraphs:
            for cell in paragraph.cells:
                if cell.word.note is not None:
                    if gone := cell.struck or paragraph.struck:
                        struck.setdefault(cell.word.note, []).extend(gone)
                    else:
                        standing.add(cell.word.note)
        dropped = (note for note in struck if note not in standing and note in self.by_id)
        return {note: tuple(dict.fromkeys(struck[note])) for note in dropped}

    @cached_property
    def history(self) -> tuple[Paragraph, ...]:
        """Every paragraph, struck ones too; a note is struck with the last reference to it."""
        dropped = {id: keys for id, keys in self.dropped.items() if not self.by_id[id].struck}
        return tuple(
            replace(each, struck=dropped[each.id]) if each.id in dropped else each for each in self.paragraphs
        )

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each paragraph, struck ones too, stands among the others, by its id."""
        return {paragraph.id: at for at, paragraph in enumerate(self.paragraphs)}

    def unused(self, prefix: str) -> str:
        """Give an id of these letters and a number that no paragraph has yet."""
        return next(id for id in (f"{prefix}{number}" for number in count(1)) if id not in self.by_id)

    def between(self, one: str, other: str) -> list[str]:
        """Give the ids of a paragraph and of the struck ones that follow it until another one."""
        return [each.id for each in self.paragraphs[self.position[one] : self.position[other]]]

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


def to_json(manuscript: Manuscript) -> dict[str, Any]:
    """Write a manuscript as plain values for a database column; ``from_json`` gives it back.

    A word without history or marks is a string, as most are; any other is a list.
    """
    masthead = asdict(manuscript.masthead)
    masthead["date"] = masthead["date"] and masthead["date"].isoformat()
    paragraphs = [
        {
            "id": paragraph.id,
            "kind": paragraph.kind.value,
            "level": paragraph.level,
            "by": list(paragraph.by),
            "struck": list(paragraph.struck),
            "cells": [_cell_to_json(cell) for cell in paragraph.cells],
        }
        for paragraph in manuscript.paragraphs
    ]
    return {"masthead": masthead, "paragraphs": paragraphs}


def from_json(value: dict[str, Any]) -> Manuscript:
    """Read a manuscript that ``to_json`` wrote."""
    masthead = dict(value["masthead"])
    masthead["date"] = date.fromisoformat(masthead["date"]) if masthead["date"] else None
    masthead["sponsors"] = tuple(Sponsor(**sponsor) for sponsor in masthead["sponsors"])
    paragraphs = (
        Paragraph(
            paragraph["id"],
            Kind(paragraph["kind"]),
            tuple(
                _plain_cell(cell) if isinstance(cell, str) else _cell_from_json(cell)
                for cell in paragraph["cells"]
            ),
            paragraph["level"],
            tuple(paragraph["by"]),
            tuple(paragraph["struck"]),
        )
        for paragraph in value["paragraphs"]
    )
    return Manuscript(Masthead(**masthead), tuple(paragraphs))


def words_to_json(text: Sequence[Word]) -> list[Any]:
    """Write words as plain values: a string each, or a list where a word has marks."""
    return [_word_to_json(word) for word in text]


def words_from_json(value: Sequence[Any]) -> Text:
    """Read the words that ``words_to_json`` wrote."""
    return tuple(_word_from_json(word) for word in value)


def _word_to_json(word: Word) -> str | list[Any]:
    letters = word.glue + word.text
    if not word.italic and word.link is None and word.note is None:
        return letters
    return [letters, word.italic, word.link, word.note]


def _word_from_json(value: str | list[Any]) -> Word:
    if isinstance(value, str):
        return _plain_cell(value).word
    letters, italic, link, note = value
    glue = letters[: len(letters) - len(letters.lstrip())]
    return Word(letters[len(glue) :], glue, italic, link, note)


def _cell_to_json(cell: Cell) -> str | list[Any]:
    word = _word_to_json(cell.word)
    if isinstance(word, str) and not cell.by and not cell.struck:
        return word
    return [word, list(cell.by), list(cell.struck), *([list(cell.came)] if cell.came else [])]


def _cell_from_json(value: list[Any]) -> Cell:
    word, by, struck, *came = value
    return Cell(_word_from_json(word), tuple(by), tuple(struck), *(tuple(keys) for keys in came))


@lru_cache(maxsize=50_000)
def _plain_cell(letters: str) -> Cell:
    text = letters.lstrip()  # a word's letters never begin with a space, so what does is its glue
    return Cell(Word(text, letters[: len(letters) - len(text)]))
