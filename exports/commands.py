"""What the command line does with documents: read, write, check, compare, merge.

What cannot be done is said on standard error, with the file and the place, and ends with exit 2.
"""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from amendments.changes import Proposal
from amendments.copies import merge_copies
from amendments.instructions import read as read_instructions
from amendments.merge import merge as merge_amendments
from drafting import checks
from drafting.clock import now
from drafting.manuscript import manuscript
from drafting.messages import Refused
from drafting.outline import Outline
from exports import (
    amendment_documents,
    checking,
    comparison,
    documents,
    files,
    issuing,
    merging,
    outline_json,
    paper_text,
)
from exports.corrigenda import corrigendum as corrigendum_of
from exports.terminal import Sheet
from exports.word import Author, write_tracked

File = Annotated[Path, typer.Argument(help="A .docx, .txt or .json document.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def read(
    file: File,
    language: Annotated[str | None, typer.Option(help="en fr es ru zh ar; else it is found out.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read a document and print its numbered outline."""
    outline = _read(file, language)
    show(outline_json.to_json(outline)) if as_json else say(_sheet().outline(outline))


def write(
    file: File, out: Annotated[Path, typer.Argument(help="OUT.docx, .pdf, .html, .txt, .json or .xml.")]
) -> None:
    """Read a document and write it in another format."""
    _write(out, _read(file))


def check(file: File, as_json: AsJson = False) -> None:
    """Say what the editorial rules find in a document, place by place; exit 1 if they find anything."""
    found = checks.check(_read(file))
    show({"file": str(file), "findings": checking.values(found)}) if as_json else say(checking.lines(found))
    raise typer.Exit(1 if found else 0)


def compare(
    old: File,
    new: File,
    as_json: AsJson = False,
    out: Annotated[
        Path | None,
        typer.Option(help="A Word file to write with tracked changes; or the document asked for below."),
    ] = None,
    wording: Annotated[bool, typer.Option(help="Print the amendment that turns OLD into NEW.")] = False,
    older: Annotated[bool, typer.Option(help="With --wording: say “insert the words”.")] = False,
    corrigendum: Annotated[bool, typer.Option(help="Print the corrigendum: “For … read …”.")] = False,
) -> None:
    """Say what changed between two documents, paragraph by paragraph."""
    if wording or corrigendum:
        if wording and corrigendum:
            fail("--wording, --corrigendum", "one of them at a time.")
        return _said(old, new, wording, older, out, as_json)
    if out is not None and out.suffix.lower() != ".docx":
        fail(out, "tracked changes are written to a .docx file.")
    found = comparison.compare(_read(old), _read(new))
    if out is not None:
        with naming(out):
            files.keep(out, write_tracked(found.text, {comparison.KEY: Author(new.stem, now())}))
    if as_json:
        show({"old": str(old), "new": str(new), **comparison.values(found)})
    else:
        say(comparison.lines(found, _sheet()))


def _said(old: Path, new: Path, wording: bool, older: bool, out: Path | None, as_json: bool) -> None:
    """Print or write the amendment, or else the corrigendum, that turns one document into another."""
    before, after = _read(old), _read(new)
    if out is not None:
        paper = amendment_documents.paper(before, after, new.stem, older) if wording else None
        with naming(out):
            made = issuing.paper(paper or corrigendum_of(before, after), out.stem)
            return files.keep(out, made.write(out.suffix))
    if wording:
        text = manuscript(before)
        said = list(amendment_documents.lines(text, amendment_documents.turning(text, after), older))
    else:
        said = list(paper_text.paragraphs(corrigendum_of(before, after)))
    what = "wording" if wording else "corrigendum"
    return show({"old": str(old), "new": str(new), what: said}) if as_json else say(said)


def merge(
    base: File,
    amended: Annotated[list[Path], typer.Argument(help="Copies of BASE, each named after its delegation.")],
    out: Annotated[Path, typer.Option(help="The document to write: .docx, .txt or .json.")],
    as_json: AsJson = False,
) -> None:
    """Merge amended copies of a document; exit 1 if amendments collide, and leave out those that must be."""
    if twice := {each.stem for each in amended if [one.stem for one in amended].count(each.stem) > 1}:
        fail(", ".join(sorted(twice)), "two copies have one name; each is named after its delegation.")
    if out.resolve() in {each.resolve() for each in (base, *amended)}:
        fail(out, "this is one of the documents to be merged; choose another name for the result.")
    text = _read(base)
    copies = {each.stem: _read(each, text.masthead.language) for each in amended}
    for file, copy in zip(amended, copies.values(), strict=True):
        if differs := ", ".join(name for name, _, _ in comparison.above(text.masthead, copy.masthead)):
            typer.echo(f"{file}: {differs.replace('_', ' ')} differ from {base}, whose are kept.", err=True)
    result = merge_copies(manuscript(text), copies)
    _write(out, result.text.outline)
    if as_json:
        show({"base": str(base), "out": str(out), **merging.values(result)})
    else:
        say(merging.lines(result))
    raise typer.Exit(1 if result.collides else 0)


def amend(
    draft: File,
    instructions: Annotated[Path, typer.Argument(help="An amendment document: .docx or .txt.")],
    out: Annotated[Path, typer.Option(help="The amended draft to write: .docx, .txt or .json.")],
    as_json: AsJson = False,
    partly: Annotated[bool, typer.Option(help="Write what can be followed, even if not all can.")] = False,
) -> None:
    """Amend a draft as an amendment document says; exit 1 if an instruction cannot be followed.

    Nothing is written then, unless --partly asks for it.
    """
    text = manuscript(_read(draft))
    with naming(instructions):
        found = read_instructions(
            text, amendment_documents.read(instructions.name, instructions.read_bytes())
        )
        if not found.instructions:
            fail(instructions, "it has no instruction, such as “Delete operative paragraph 2.”")
        result = merge_amendments(text, [Proposal(comparison.KEY, found.changes)]).manuscript.outline
    if partly or not found.unread:
        _write(out, result)
    if as_json:
        told = amendment_documents.values(found)
        show({"draft": str(draft), "out": str(out), "instructions": told})
    else:
        say(amendment_documents.told(found))
    raise typer.Exit(1 if found.unread else 0)


def _read(file: Path, language: str | None = None) -> Outline:
    """Read a document, and say on standard error what its reader was not sure of."""
    with naming(file):
        found = documents.read(file.name, file.read_bytes(), language)
    for remark in found.remarks:
        typer.echo(f"{file}: {remark}", err=True)
    return found.outline


def _write(out: Path, outline: Outline) -> None:
    with naming(out):
        content = documents.write(outline, out.suffix)
        files.keep(out, content)


@contextmanager
def naming(what: Path | str) -> Iterator[None]:
    """Say what could not be done, and with which file or database."""
    try:
        yield
    except Refused as refused:
        fail(what, str(refused))
    except OSError as error:
        fail(what, f"{error.strerror}." if error.strerror else str(error))
    except SQLAlchemyError as error:
        fail(what, str(error.__cause__ or error).strip())


def fail(what: Path | str, why: str) -> NoReturn:
    """Say what could not be done and why, and end."""
    typer.echo(f"{what}: {why}", err=True)
    raise typer.Exit(2)


def _sheet() -> Sheet:
    return Sheet(min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else None)


def say(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        typer.echo(line)


def show(value: Any) -> None:
    """Print plain values as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
