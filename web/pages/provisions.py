"""A draft's paragraphs and masthead as the pages set them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.formal_wording import names
from amendments.models import Amendment
from drafting import mastheads, queries
from drafting.languages import LANGUAGES
from drafting.manuscript import Manuscript, Paragraph, manuscript
from drafting.marks import Mark, marks, origins
from drafting.messages import Message
from drafting.models import Draft, Revision
from drafting.numbering import note_numbers, number
from drafting.outline import Kind, Masthead, Outline
from drafting.record import Deed
from drafting.redline import Run
from drafting.text import Text
from web.pages.origins import Origin, behind
from web.rendering import Credit, say


@dataclass
class Row:
    """A paragraph with what the page shows about it."""

    id: str
    kind: str
    level: int
    text: Text
    label: str = ""
    number: str | None = None
    place: str = ""
    state: str = ""
    change: str = ""
    runs: tuple[Run | Mark, ...] = ()
    amendments: list[Any] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    findings: int = 0  # of the editorial rules, beside the current text


def rows(
    text: Manuscript,
    language: str,
    fresh: Mapping[str, Amendment] | None = None,
    draw: Callable[[Paragraph, Collection[str]], tuple[Mark, ...]] = marks,
) -> list[Row]:
    """Give the paragraphs of a text, with the struck ones that ``fresh`` amendments struck.

    Of every paragraph the marks of these amendments are drawn; its place is named in the page's language.
    """
    fresh = fresh or {}
    places = {place.provision.id: place for place in number(text.outline)}
    named = names(text, language)
    found = []
    for paragraph in text.history:
        if paragraph.struck and not any(key in fresh for key in paragraph.struck):
            continue
        row = Row(paragraph.id, paragraph.kind.value, paragraph.level, paragraph.text)
        place = places.get(paragraph.id)
        if place is not None:
            row.label, row.number = place.label, place.number
            row.place = named[paragraph.id]
        row.runs = draw(paragraph, fresh) if fresh else ()
        row.change = change_of(paragraph, fresh, row.runs)
        if row.change in _STATES:
            row.state = say(_STATES[row.change], language)
        found.append(row)
    return found


_STATES = {"insert": Message("new"), "delete": Message("struck")}


def change_of(paragraph: Paragraph, fresh: Mapping[str, Amendment], drawn: Iterable[Run | Mark]) -> str:
    """Say in a word what became of a paragraph: insert, delete, reword or nothing."""
    if any(key in fresh for key in paragraph.struck):
        return "delete"
    if any(key in fresh for key in paragraph.by):
        return "insert"
    return "reword" if any(run.kind != "kept" for run in drawn) else ""


def sheet(found: list[Row], text: Outline, credits: Mapping[str, Credit] | None = None) -> dict[str, Any]:
    """Give what the templates take to set paragraphs: those of the text, the notes, the notes' numbers."""
    return {
        "paragraphs": [row for row in found if row.kind != Kind.NOTE.value],
        "notes": [row for row in found if row.kind == Kind.NOTE.value],
        "numbers": note_numbers(text.provisions),
        "credits": credits or {},
    }


def plain_sheet(text: Outline, language: str) -> dict[str, Any]:
    """Give the same for a text without a history."""
    return sheet(rows(manuscript(text), language), text)


def credits(merged: Mapping[str, Amendment], draft: Draft, language: str) -> dict[str, Credit]:
    """Name amendments beside the words that they put in or struck: number, movers, revision."""
    return {
        key: Credit(
            say(Message("No. {number}", number=each.number), language),
            ", ".join([*proposed.movers(each, language), f"Rev.{each.closed_in}"]),
            f"/drafts/{draft.id}/amendments/{each.number}",
        )
        for key, each in merged.items()
    }


VIEWS = ("clean", "marked", "origins")


def viewed(
    session: Session, draft: Draft, revision: Revision, asked: str | None, language: str
) -> tuple[str, list[Row], dict[str, Credit]]:
    """Give how a revision is to be shown, its paragraphs drawn so, and the amendments that are named.

    It is shown as it reads, with the marks of what came last, or with who wrote what from the beginning.
    """
    view = asked if asked in VIEWS else "clean"
    if view == "marked":
        return view, *marked(session, draft, revision, revision.number - 1, language)
    every = proposed.merged(session, draft, 0, revision.number)
    named = credits(every, draft, language)
    if view == "clean":
        found = rows(revision.text, language)
        for row in found:
            row.runs = origins(revision.text.by_id[row.id], gone=False)
        return view, found, named
    found = rows(revision.text, language, every, lambda paragraph, _: origins(paragraph))
    history = {each.id: each for each in revision.text.history}
    for row in found:
        row.origins = behind(history[row.id], row.runs, every, named, language)
        row.state = row.state if row.change == "delete" else ""
    return view, found, named


def marked(
    session: Session, draft: Draft, revision: Revision, since: int, language: str
) -> tuple[list[Row], dict[str, Credit]]:
    """Give a revision's paragraphs with the marks of all that was merged since another revision."""
    fresh = proposed.merged(session, draft, since, revision.number)
    return rows(revision.text, language, fresh), credits(fresh, draft, language)


def as_opened(session: Session, draft: Draft, language: str) -> str:
    """Say where the words come from that no amendment put in."""
    opening = queries.entries(session, draft, act=Deed.OPENED.value)[0]
    who = queries.name(opening.delegation, language)
    return say(Message("in the draft as first opened by {who}", who=who), language)


def masthead(head: Masthead, revised: bool = False) -> dict[str, Any]:
    """Give the head of the printed page, in the words of the document's own language."""
    return {
        "organization": LANGUAGES[head.language].organization,
        "symbol": mastheads.symbol(head),
        "organ": mastheads.organ(head),
        "lines": mastheads.lines(head),
        "sponsors": mastheads.sponsors_line(head, revised),
        "note": " ".join(mastheads.notes(head)) or None,
    }
