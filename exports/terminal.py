"""Drafts and redlines as a terminal shows them, or as lines of text where there is no terminal.

Through a pipe a text is written in its markup and a redline as ``[-struck-] {+inserted+}``; in a terminal
it is filled into the width, and italics, underlining and striking through are shown as such.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import typer
from babel.dates import format_date

from drafting import mastheads
from drafting.languages import LANGUAGES
from drafting.naming import renamed
from drafting.numbering import note_numbers, number
from drafting.outline import Kind, Masthead, Outline
from drafting.redline import Run
from drafting.text import markup

_SIGNS = {"kept": ("", ""), "struck": ("[-", "-]"), "inserted": ("{+", "+}")}
_MARGIN = 12  # columns for the label before a paragraph
_Shown: TypeAlias = tuple[str, str]  # a word with the space before it: its letters, and with their signs


@dataclass(frozen=True, slots=True)
class Sheet:
    """What lines are written on: so many columns of a terminal, or a file whose lines have no end."""

    columns: int | None = None

    def outline(self, outline: Outline) -> Iterator[str]:
        """Give a draft line by line: what stands above the text, its paragraphs by their labels, its notes.

        >>> from drafting.outline import Provision
        >>> from drafting.text import parse
        >>> draft = Outline(provisions=(Provision("1", Kind.PREAMBULAR, parse("*Recalling* its duty,")),))
        >>> list(Sheet().outline(draft))[-1]
        'PP1         *Recalling* its duty,'
        """
        yield from (line for line in masthead(outline.masthead) if line)
        numbers = printed(outline)
        part = None
        for place in number(outline):
            kind = place.provision.kind
            if kind is not Kind.SUBPARAGRAPH and (kind is not part or kind is Kind.HEADING):
                yield ""
                part = kind
            label = "" if kind in (Kind.TITLE, Kind.ENACTING, Kind.HEADING) else place.label
            yield self.paragraph(label, [Run("kept", place.provision.text)], numbers)

    def paragraph(self, label: str, runs: Iterable[Run], notes: Mapping[str, str]) -> str:
        """Give a paragraph with its changes, beside its label; ``notes`` are the numbers of the notes."""
        stretches = [Run(run.kind, renamed(run.words, notes)) for run in runs]
        if self.columns is None:
            return (f"{label:<{_MARGIN - 1}} " + "".join(_signed(run) for run in stretches)).rstrip()
        return _filled(label, (shown for run in stretches for shown in _styled(run)), self.columns)


def printed(outline: Outline) -> dict[str, str]:
    """Give the printed numbers of a draft's notes."""
    return {note: str(position) for note, position in note_numbers(outline.provisions).items()}


def masthead(head: Masthead) -> Iterator[str]:
    """Give what stands above a text, in a few lines."""
    date = format_date(head.date, "d MMMM y", "en") if head.date else None
    original = LANGUAGES[head.original_language].own_name if head.original_language else None
    session = f"session {head.session}" if head.session else None
    item = f"item {head.agenda_item}" if head.agenda_item else None
    symbol = mastheads.symbol(head)
    yield _listed(
        symbol, LANGUAGES[head.language].own_name, original and f"original {original}", date, head.job
    )
    yield _listed(head.organ, session, head.dates, head.committee, item, head.agenda_title)
    mark = mastheads.sponsors_mark(head)
    sponsors = ", ".join(sponsor.name + mark * sponsor.starred for sponsor in head.sponsors)
    yield _listed(sponsors or head.submitted_by, head.kind if head.kind != "draft resolution" else None)
    yield from mastheads.notes(head)


def _listed(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _signed(run: Run) -> str:
    """Write a stretch between its signs, with the space before it left outside of them."""
    opening, closing = _SIGNS[run.kind]
    words = markup(run.words)
    return words[: len(words) - len(words.lstrip())] + opening + words.lstrip() + closing


def _styled(run: Run) -> Iterator[_Shown]:
    changed = {"strikethrough": run.kind == "struck", "underline": run.kind == "inserted"}
    for at, word in enumerate(run.words):
        letters = f"[{word.note}]" if word.note is not None else word.text
        space = _style(word.glue, changed) if at else word.glue
        yield word.glue + letters, space + _style(letters, changed | {"italic": word.italic})


def _style(letters: str, signs: Mapping[str, bool]) -> str:
    on = {sign: True for sign, shown in signs.items() if shown}
    return typer.style(letters, **on) if on and letters else letters


def _filled(label: str, words: Iterable[_Shown], columns: int) -> str:
    lines, line, column = [], f"{label:<{_MARGIN - 1}} ", max(_MARGIN, len(label))
    for letters, shown in words:
        if letters[:1] == " " and column + len(letters) > columns:
            lines.append(line)
            line, column = " " * _MARGIN, _MARGIN
            letters, shown = letters[1:], shown.replace(" ", "", 1)
        line, column = line + shown, column + len(letters)
    return "\n".join([*lines, line])
