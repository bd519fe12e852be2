"""What a document shows of a text's history: which words are tracked changes, and whose."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from drafting.manuscript import Cell, Manuscript, Paragraph
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import Text, Word


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a change, as a delegation's name, and when, as the time of its act."""

    name: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class History:
    """Who inserted something and who struck it; nobody where it is no change. ``comments`` are about it."""

    inserted: Author | None = None
    struck: Author | None = None
    comments: tuple[int, ...] = ()

    @property
    def in_base(self) -> bool:
        """Whether it stands where all changes are rejected."""
        return self.inserted is None

    @property
    def in_revision(self) -> bool:
        """Whether it stands where all changes are accepted."""
        return self.struck is None


SETTLED = History()


@dataclass(frozen=True, slots=True)
class Tracked:
    """A paragraph as the document shows it: its words in stretches of one history, and its own history."""

    id: str
    kind: Kind
    stretches: tuple[tuple[Text, History], ...]
    level: int = 0
    history: History = SETTLED


def tracked(manuscript: Manuscript, authors: Mapping[str, Author]) -> tuple[Tracked, ...]:
    """Give the paragraphs with the changes of these authors; what others changed is settled.

    >>> from drafting.text import Text, Word
    >>> at = datetime.datetime(2026, 10, 9, 15, 30, tzinfo=datetime.UTC)
    >>> cells = (Cell(Word("the"), (), ("a2",)), Cell(Word("all"), ("a7",)), Cell(Word("States"), ("a1",)))
    >>> text = Manuscript(Masthead(), (Paragraph("op1", Kind.OPERATIVE, cells),))
    >>> [paragraph] = tracked(text, {"a7": Author("Norway", at)})
    >>> [(words[0].text, told.inserted and told.inserted.name) for words, told in paragraph.stretches]
    [('all', 'Norway'), ('States', None)]
    """
    found = []
    for paragraph in manuscript.history:
        history = _history(paragraph, authors)
        if history is None:
            continue
        shown: list[tuple[list[Word], History]] = []
        last: History | None = None
        for cell in paragraph.cells:
            told = _history(cell, authors) if cell.by or cell.struck else SETTLED
            if told is None:
                continue
            told = told if history is SETTLED else _within(told, history)
            if told is not last and told != last:  # mostly the same one, which need not be compared
                shown.append(([], told))
                last = told
            shown[-1][0].append(cell.word)
        stretches = tuple((tuple(words), told) for words, told in shown)
        found.append(Tracked(paragraph.id, paragraph.kind, stretches, paragraph.level, history))
    return tuple(found)


def settled(outline: Outline) -> tuple[Tracked, ...]:
    """Give the paragraphs of a draft of which no word is a change."""
    return tuple(
        Tracked(each.id, each.kind, ((each.text, SETTLED),), each.level) for each in outline.provisions
    )


def standing(head: Masthead, paragraphs: Iterable[Tracked], base: bool) -> Outline:
    """Give the draft as it reads with all changes rejected (``base``) or accepted."""

    def stands(history: History) -> bool:
        return history.in_base if base else history.in_revision

    provisions = []
    for each in paragraphs:
        if stands(each.history):
            text = tuple(chain.from_iterable(words for words, told in each.stretches if stands(told)))
            provisions.append(Provision(each.id, each.kind, text, each.level))
    return Outline(head, tuple(provisions))


def _history(thing: Cell | Paragraph, authors: Mapping[str, Author]) -> History | None:
    """Give the history of a word or a paragraph, or none where it was gone before these authors came."""
    if not thing.by and not thing.struck:
        return SETTLED
    struck = next((authors[key] for key in thing.struck if key in authors), None)
    if thing.struck and struck is None:
        return None
    inserted = next((authors[key] for key in thing.by if key in authors), None)
    return History(inserted, struck) if inserted or struck else SETTLED


def _within(word: History, paragraph: History) -> History:
    """Give the history of a word in its paragraph: it comes and goes with it."""
    return History(word.inserted or paragraph.inserted, word.struck or paragraph.struck)
