"""The compilation text and the amendment log as pages to print from a browser."""

from collections.abc import Iterator, Sequence
from html import escape

from amendments.compilation import Compilation
from amendments.proceedings import AmendmentLog
from drafting.outline import Masthead
from drafting.text import pieces
from exports.compilation import Line, Look, Run, index, lines, signs, told, unissued, waiting
from exports.log_files import LEADING, Says, heading, headings, rows
from exports.print_page import page

_TAGS = {Look.NEW: "b", Look.STRUCK: "s", Look.NAMES: "i"}


def write_compilation(compilation: Compilation) -> bytes:
    """Write a compilation as a page to print: new words bold, struck ones struck, names behind them."""
    terms, what = told(compilation)

    def body() -> Iterator[str]:
        yield from (f'<p class="compiled">{escape(each)}</p>' for each in (what, terms.legend))
        found = [[[cell] for cell in row] for row in index(compilation)]
        yield from _table((terms.number, terms.proposed_by, terms.paragraphs), found)
        referred = signs(compilation)
        yield from (_compiled(line, referred) for line in lines(compilation))
        yield from (f"<p>{escape(each)}</p>" for each in waiting(compilation))

    return _paper(compilation.head, terms.title, f"{terms.title}: {compilation.title}", body())


def write_log(log: AmendmentLog, says: Says = str) -> bytes:
    """Write the amendment log as a page to print: a table that repeats its headings on every page."""
    body = [
        f"<h1>{escape(log.title)}</h1>",
        *_table(headings(says), [rows(each, says) for each in log.fates], LEADING),
    ]
    return _paper(log.head, heading(log, says), f"{heading(log, says)}: {log.title}", body)


def _paper(head: Masthead, line: str, title: str, body: Sequence[str] | Iterator[str]) -> bytes:
    return page(unissued(head), line, title, body, ())


def _compiled(line: Line, referred: dict[str, str]) -> str:
    label = f"<b>{escape(line.label)}</b>" if line.touched else escape(line.label)
    words = "".join(_run(run, referred) for run in line.runs)
    return f'<p class="compiled depth{line.level + 1}"><span class="label">{label}</span> {words}</p>'


def _run(run: Run, referred: dict[str, str]) -> str:
    said = ""
    for piece in pieces(run.words):
        letters = escape(piece.text)
        if piece.note is not None:
            letters = f"<sup>{escape(referred.get(piece.note, ''))}</sup>"
        said += f"<i>{letters}</i>" if piece.italic else letters
    tag = _TAGS.get(run.look)
    return f"<{tag}>{said}</{tag}>" if tag else said


def _table(
    headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]], leading: Sequence[int] = ()
) -> Iterator[str]:
    """Give a table; a cell is a list of lines, the first of which stands out in the columns that lead."""
    yield (
        "<table><thead><tr>"
        + "".join(f"<th>{escape(each)}</th>" for each in headings)
        + "</tr></thead><tbody>"
    )
    for row in rows:
        yield (
            "<tr>"
            + "".join(f"<td>{_cell(cell, at in leading)}</td>" for at, cell in enumerate(row))
            + "</tr>"
        )
    yield "</tbody></table>"


def _cell(lines: Sequence[str], leads: bool) -> str:
    said = [escape(each) for each in lines]
    return "<br>".join([f"<b>{said[0]}</b>", *said[1:]] if leads and said else said)
