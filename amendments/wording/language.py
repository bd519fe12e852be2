"""What a language has to say to word an amendment (UN_FORMAT.md, section 3); each language fills it in.

In a sentence, ``{there}`` is where words are changed ("in operative paragraph 5"), ``{whole}`` a paragraph
as an object ("operative paragraph 5"), ``{after}`` and ``{before}`` where a new one goes; ``{whole_after}``
is an object in the case that the language has after "after". In a place, ``{n}`` is a figure with its
letters ("5 (a)"), ``{figure}`` and ``{letters}`` each alone, ``{nth}`` an ordinal word and ``{sub}`` the
letters after it. Of several, ``{count}`` is their number in words and ``{figure}`` in figures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafting.outline import Kind


@dataclass(frozen=True, slots=True)
class Named:
    """How a kind of paragraph is named in each position of a sentence; several where the language says so."""

    there: str
    whole: str
    after: str
    before: str
    several: tuple[str, str] | None = field(default=None, kw_only=True)  # there and whole, of two or more
    two: tuple[str, str] | None = field(default=None, kw_only=True)  # where the language has a dual


@dataclass(frozen=True, slots=True)
class Called:
    """What stands before quoted words: "the word", "the words", what figures or signs are called.

    ``mention`` stands before "the second mention of …".
    """

    one: str = ""
    several: str = ""
    figures: str = ""
    signs: str = ""
    mention: str = ""


def called(noun: str, words: str = "", figures: str = "", signs: str = "", mention: str = "") -> Called:
    """Make what stands before quoted words: what one is called, what several are, each with its space."""
    return Called(*(f"{each} " if each else "" for each in (noun, words or noun, figures, signs, mention)))


@dataclass(frozen=True, slots=True)
class Patterns:
    """The sentences of one language."""

    strike: str
    replace: str
    insert_after: str
    insert_before: str
    italics: str
    roman: str
    following: str  # put before the words that are struck or replaced where they occur more than once
    mention: str
    delete: str
    delete_several: str
    delete_alone: str  # a paragraph whose sub-paragraphs stay
    reword: str
    divide: tuple[str, ...]  # a paragraph is replaced with several; by form, from that of two on
    move: str
    move_before: str
    join: str
    throughout: str
    scopes: tuple[str, str, str]  # where throughout: the title, the preambular paragraphs, the operative ones
    new_after: str
    new_before: str
    new_note: str
    new: Mapping[Kind, tuple[str, ...]]  # a new paragraph, and several; by form
    names: Mapping[Kind, Named]
    quotes: tuple[str, str]
    joined: tuple[str, str] = (", ", " and ")
    listed: tuple[str, str] | None = None  # how ordinals and figures are listed, where otherwise than names
    figures_listed: tuple[str, str] | None = None
    letters_joined: str = " "
    counts: tuple[str, ...] = ()  # words for two, three …
    form: Callable[[int], int] = lambda count: min(count, 2) - 1  # which of the forms a number takes
    gender: str = "masculine"  # of the word for a preambular paragraph, and of "mention"
    mention_gender: str = "feminine"
    mention_is_called: bool = False  # whether "the word" is said of a mention too
    inflected: Callable[[str, str], str] = lambda ordinal, position: ordinal
    # What stands before quoted words, by what is done with them: strike, replace, by, insert, after,
    # before, and mark (in italics).
    called: Mapping[str, Called] = field(default_factory=dict)
    new_of_part: Mapping[Kind, tuple[str, ...]] = field(
        default_factory=dict
    )  # where ``new`` leaves the part open
    older: Mapping[str, Any] = field(default_factory=dict)  # sentences that the older style words otherwise


def same(text: str) -> Named:
    """Name a kind of paragraph the same in every position."""
    return Named(text, text, text, text)


ROLES = {  # what is done with the quoted words of a sentence, by the sentence and the words' name in it
    "strike": {"words": "strike"},
    "replace": {"words": "replace", "new": "by"},
    "throughout": {"words": "replace", "new": "by"},
    "insert_after": {"anchor": "after", "new": "insert"},
    "insert_before": {"anchor": "before", "new": "insert"},
    "italics": {"words": "mark"},
    "roman": {"words": "mark"},
}
