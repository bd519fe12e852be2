"""The figures: each beside the least that it could cost, or beside a program that does the same."""

import io
import itertools
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from lxml import etree
from sqlalchemy import MetaData, Table, insert, select
from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from amendments.changes import Proposal, reword
from amendments.merge import merge
from bench.measuring import Work, figure
from bench.room import draft, reworded, room
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind
from drafting.text import parse
from exports import plain as text_file
from exports import word

AMENDMENTS = 100


@figure("page of a draft with 100 amendments", "the same bytes from a constant")
@contextmanager
def page() -> Iterator[tuple[Work, Work]]:
    """The text as a delegation opens it, through the whole application."""
    with room(AMENDMENTS) as found:
        answer = found.client.get("/drafts/1")
        assert answer.status_code == 200
        bare = FastAPI()

        @bare.get("/drafts/1")
        def constant() -> HTMLResponse:
            return HTMLResponse(answer.text)

        floor = TestClient(bare)
        yield lambda: found.client.get("/drafts/1"), lambda: floor.get("/drafts/1")


@figure("submitting an amendment to a draft with 100", "inserting the same rows")
@contextmanager
def submit() -> Iterator[tuple[Work, Work]]:
    """Writing and submitting, two acts' worth of rows in one transaction, with the record and its seal."""
    with room(AMENDMENTS) as found:
        counted = itertools.count(AMENDMENTS)
        tables = [
            Table(name, MetaData(), autoload_with=found.engine) for name in ("amendment", "wording", "entry")
        ]
        with found.engine.connect() as connection:
            last = [(each, select(each).order_by(each.c.id.desc()).limit(1)) for each in tables]
            rows = [(each, dict(connection.execute(asked).mappings().one())) for each, asked in last]
        fresh = itertools.count(-1, -1)  # numbers that no act takes

        def floor() -> None:
            number = next(fresh)
            with found.engine.begin() as connection:
                for table, row in rows:
                    new = {name: number for name in ("id", "number", "amendment_id") if name in row}
                    connection.execute(insert(table), row | new)

        yield lambda: found.submit(next(counted)), floor


def zipped(content: bytes) -> Work:
    """Give the work of zipping the parts of a Word file, which are there already."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(each, archive.read(each)) for each in archive.infolist()]

    def zip_them() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, part in parts:
                archive.writestr(each, part)
        return out.getvalue()

    return zip_them


@figure("writing a draft as a Word file", "zipping the same parts, built before")
@contextmanager
def export() -> Iterator[tuple[Work, Work]]:
    """A clean L-document of the whole draft."""
    outline = draft()
    yield lambda: word.write(outline), zipped(word.write(outline))


@figure("writing a revision with tracked changes", "zipping the same parts, built before")
@contextmanager
def tracked() -> Iterator[tuple[Work, Work]]:
    """The same with 62 paragraphs changed, each by another amendment."""
    text, proposals = _proposed(62)
    merged = merge(text, proposals).manuscript
    yield lambda: word.write_tracked(merged, {}), zipped(word.write_tracked(merged, {}))


@figure("reading a Word file", "unpacking its parts and parsing them as XML")
@contextmanager
def reading() -> Iterator[tuple[Work, Work]]:
    """From the file to the numbered outline."""
    content = word.write(draft())

    def parse_parts() -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for each in archive.namelist():
                if each.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(each))

    yield lambda: word.read(content), parse_parts


@figure("reading a text file", "parsing its paragraphs as marked text")
@contextmanager
def reading_text() -> Iterator[tuple[Work, Work]]:
    """From the text to the numbered outline."""
    written = text_file.write(draft())
    paragraphs = written.split("\n\n")
    yield lambda: text_file.read(written), lambda: [parse(each) for each in paragraphs]


def _proposed(count: int) -> tuple[Manuscript, list[Proposal]]:
    text = manuscript(draft())
    bodies = [each for each in text.outline.provisions if each.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
    chosen = (bodies[at % len(bodies)] for at in range(count))
    made = [
        Proposal(f"a{at}", (reword(text, each.id, parse(reworded(each, at))),))
        for at, each in enumerate(chosen, 1)
    ]
    return text, made
