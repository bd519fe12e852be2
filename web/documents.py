"""The documents of a draft on the table, by their kinds: what pages offer and ``penholder export`` writes.

A new kind is a function that makes the document, and its line in the table.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.compilation import Compilation
from amendments.compiling import compilation_of
from amendments.proceedings import AmendmentLog, log_of
from amendments.targets import Readings
from drafting import queries, states
from drafting.document_words import amendment_line
from drafting.messages import Message, NotFound, Unreadable
from drafting.models import Draft, Revision
from drafting.outline import Masthead, Outline
from exports import issuing, log_files, print_tables
from exports import log as log_table
from exports.addenda import addendum
from exports.amendment_paper import title, written
from exports.compilation import text as compiled_text
from exports.corrigenda import corrigendum as corrigendum_of
from exports.issuing import Document
from exports.papers import own_masthead
from exports.word import Author
from exports.word.compilation import write as write_compilation
from exports.word.compilation_tracked import write_tracked as write_compilation_tracked


@dataclass(frozen=True, slots=True)
class Asked:
    """Which document is asked for, and what of its masthead only the Secretariat gives."""

    number: int | None = None  # of the revision, or of the amendment
    since: int | None = None  # the revision that it is written against
    symbol: str | None = None
    date: datetime.date | None = None

    def given(self, head: Masthead) -> Masthead:
        """Put the symbol and the date that are given into a masthead."""
        return replace(head, symbol=self.symbol or head.symbol, date=self.date or head.date)


def day(written: str) -> datetime.date | None:
    """Read a date as it is typed for a document, or none where nothing is.

    >>> day("2026-10-12"), day("")
    (datetime.date(2026, 10, 12), None)
    """
    try:
        return datetime.date.fromisoformat(written.strip()) if written.strip() else None
    except ValueError as error:
        raise Unreadable("“{date}” is not a date; write it as 2026-10-12.", date=written) from error


def original(session: Session, draft: Draft, asked: Asked) -> Document:
    """The draft as it was first opened, the L-document."""
    return revision(session, draft, replace(asked, number=0))


def revision(session: Session, draft: Draft, asked: Asked) -> Document:
    """A revision as it reads, by default the current one."""
    found = queries.revision(session, draft, asked.number)
    outline = _outline(session, draft, found, asked)
    return issuing.draft(outline, _name(draft, outline.masthead, found.label))


def tracked(session: Session, draft: Draft, asked: Asked) -> Document:
    """A revision with tracked changes against an earlier one, by default against the L-document."""
    found, before = _both(session, draft, asked, 0)
    head = _outline(session, draft, found, asked).masthead
    merged = proposed.merged(session, draft, before.number, found.number)
    authors = {
        key: Author(queries.name(each.delegation, draft.language), each.submitted_at or found.issued_at)
        for key, each in merged.items()
    }
    name = f"{_name(draft, head, found.label)} tracked against {before.label}"
    return issuing.tracked(replace(found.text, masthead=head), authors, name)


def amendment(session: Session, draft: Draft, asked: Asked) -> Document:
    """An amendment as a document of its own, by its number."""
    if asked.number is None:
        raise NotFound("Say which amendment: each has a number.")
    found = proposed.amendment(session, draft, asked.number)
    wording = found.wording
    of = _outline(session, draft, queries.revision(session, draft, wording.revision), Asked()).masthead
    target = found.amends(wording)
    movers, others = (
        states.order(proposed.movers(each, draft.language), draft.language) if each else []
        for each in (found, target)
    )
    line = amendment_line(of, movers, others)
    text = Readings(session, draft).of(found)
    paper = written(text, wording.changes, asked.given(own_masthead(of)), line)
    name = asked.symbol or f"amendment {found.number} to {of.symbol or draft.title[:60]}"
    return issuing.paper(paper, name.replace("/", "_"))


def sponsors(session: Session, draft: Draft, asked: Asked) -> Document:
    """Who joined or left the sponsors after a revision was issued, up to the next one."""
    found = queries.revision(session, draft, asked.number)
    joined, left = queries.sponsors_changed(session, draft, found)
    if not joined and not left:
        raise NotFound("Nobody has joined or left the sponsors since {revision}.", revision=found.label)
    moments = [each.joined_at for each in joined] + [each.withdrawn_at for each in left if each.withdrawn_at]
    outline = _outline(session, draft, found, Asked())
    names = ([queries.name(each.delegation, draft.language) for each in those] for those in (joined, left))
    paper = addendum(replace(outline.masthead, date=max(moments).date()), title(outline), *names)
    paper = replace(paper, head=asked.given(paper.head))
    return issuing.paper(paper, _name(draft, paper.head, found.label, "Add.1"))


def corrigendum(session: Session, draft: Draft, asked: Asked) -> Document:
    """What is to be corrected in an earlier text, by default the one before, so that it reads as this one."""
    found, before = _both(session, draft, asked, None)
    old, new = (_outline(session, draft, each, Asked()) for each in (before, found))
    paper = corrigendum_of(old, new)
    paper = replace(paper, head=asked.given(paper.head))
    return issuing.paper(paper, _name(draft, paper.head, before.label, "Corr.1"))


def compilation(session: Session, draft: Draft, asked: Asked) -> Document:
    """The current text with every open proposal in its place, for printing."""
    found = compilation_of(session, draft)
    others: dict[str, Callable[[], bytes]] = {
        ".txt": lambda: compiled_text(found).encode(),
        ".html": partial(print_tables.write_compilation, found),
    }
    return issuing.of_word(_compiled(draft, found), partial(write_compilation, found), others)


def compilation_tracked(session: Session, draft: Draft, asked: Asked) -> Document:
    """The same with every proposal as tracked changes and a comment."""
    found = compilation_of(session, draft)
    return issuing.of_word(f"{_compiled(draft, found)} tracked", partial(write_compilation_tracked, found))


def log(session: Session, draft: Draft, asked: Asked) -> Document:
    """What became of each amendment, and the record of every act."""
    return record(draft, log_of(session, draft))


def record(draft: Draft, found: AmendmentLog, says: Callable[[Message], str] = str) -> Document:
    """A log as a document, in the words of a language."""
    others: dict[str, Callable[[], bytes]] = {
        ".xlsx": partial(log_files.write_workbook, found, says),
        ".csv": lambda: log_table.csv(found.entries).encode(),
        ".txt": lambda: "".join(f"{line}\n" for line in log_table.lines(found.entries)).encode(),
        ".html": partial(print_tables.write_log, found, says),
    }
    return issuing.of_word(f"log of draft {draft.id}", partial(log_files.write, found, says), others)


KINDS: Mapping[str, Callable[[Session, Draft, Asked], Document]] = {
    "draft": original,
    "revision": revision,
    "tracked": tracked,
    "amendment": amendment,
    "sponsors": sponsors,
    "corrigendum": corrigendum,
    "compilation": compilation,
    "compilation-tracked": compilation_tracked,
    "log": log,
}


def make(session: Session, draft: Draft, kind: str, asked: Asked) -> Document:
    """Make a document of a kind."""
    if kind not in KINDS:
        raise NotFound("There is no document of this kind: {kind}.", kind=kind)
    return KINDS[kind](session, draft, asked)


def _both(session: Session, draft: Draft, asked: Asked, first: int | None) -> tuple[Revision, Revision]:
    """Find a revision and the earlier one that it is written against: the one asked for, or the first."""
    found = queries.revision(session, draft, asked.number)
    earlier = first if asked.since is None else asked.since
    before = queries.revision(session, draft, found.number - 1 if earlier is None else earlier)
    if before.number >= found.number:
        raise NotFound("{revision} is not based on an earlier text.", revision=found.label)
    return found, before


def _outline(session: Session, draft: Draft, revision: Revision, asked: Asked) -> Outline:
    outline = queries.outline(session, draft, revision)
    return replace(outline, masthead=asked.given(outline.masthead))


def _compiled(draft: Draft, found: Compilation) -> str:
    return f"{_name(draft, found.head, found.revision)} compilation {found.at:%Y-%m-%d %H%M}"


def _name(draft: Draft, head: Masthead, revision: str, part: str = "") -> str:
    """Give the name of a file: the document's symbol, or else the title, the revision and what part it is."""
    named = head.symbol or f"{draft.title[:60]} {revision} {part}".strip()
    return named.replace("/", "_")
