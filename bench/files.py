"""What it costs to write a resolution of the length of a long one in daily use, beside another program."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random

from amendments.changes import Proposal, reword
from amendments.merge import merge
from bench.figures import zipped
from bench.measuring import Work, figure
from bench.negotiation import negotiation
from drafting.manuscript import manuscript
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.text import markup, parse
from exports import word


def resolution(preambular: int = 36, operative: int = 26, notes: int = 18) -> Outline:
    """Make a draft resolution of about 6,000 words with notes.

    Its words are drawn one by one: phrases that come again and again are packed in no time, and the
    floor would be lower than that of any real text.
    """
    chance = Random(74)
    words = sorted({word for text in negotiation(0, 60).paragraphs.values() for word in text.split(" ")})
    words = [word for word in words if "*" not in word]
    provisions = [
        Provision("title", Kind.TITLE, parse("Harbours of small islands")),
        Provision("enacting", Kind.ENACTING, parse("*The General Assembly*,")),
    ]
    for at in range(1, preambular + operative + 1):
        said = " ".join(chance.choices(words, k=chance.randint(50, 130))).rstrip(",;")
        if at <= preambular:
            note = f"[^n{at}]" if at <= notes else ""
            provisions.append(Provision(f"p{at}", Kind.PREAMBULAR, parse(f"*Recalling* {said},{note}")))
        else:
            provisions.append(Provision(f"o{at}", Kind.OPERATIVE, parse(f"*Requests* {said};")))
    provisions += [
        Provision(f"n{at}", Kind.NOTE, parse(f"Resolution {60 + at}/{17 * at}."))
        for at in range(1, notes + 1)
    ]
    head = Masthead(
        "en", "A/C.3/81/L.5", session=81, committee="Third Committee", agenda_item="71 (b)",
        sponsors=(Sponsor("Fiji"), Sponsor("Kenya")),
    )  # fmt: skip
    return Outline(head, tuple(provisions))


@figure("writing a resolution of 6,000 words as a Word file", "zipping the same parts, built before")
@contextmanager
def writing() -> Iterator[tuple[Work, Work]]:
    """The whole way from the outline to the bytes."""
    outline = resolution()
    yield lambda: word.write(outline), zipped(word.write(outline))


@figure(
    "writing a resolution of 6,000 words, in process",
    "pandoc as a whole process, on the same text",
    "peer",
    9,
)
@contextmanager
def beside_pandoc() -> Iterator[tuple[Work, Work]]:
    """The same text, which pandoc has in Markdown with its notes; masthead and looks are ours alone."""
    outline = resolution()
    markdown = "\n\n".join(
        f"[^{each.id}]: {markup(each.text)}" if each.kind is Kind.NOTE else markup(each.text)
        for each in outline.provisions
    )
    command = ["pandoc", "--from=markdown", "--to=docx", "--output=-"]

    def pandoc() -> bytes:
        return subprocess.run(command, input=markdown.encode(), capture_output=True, check=True).stdout

    yield lambda: word.write(outline), pandoc


@figure(
    "reading a resolution with tracked changes, in process",
    "pandoc as a whole process, on the same file",
    "peer",
    5,
)
@contextmanager
def reading_tracked() -> Iterator[tuple[Work, Work]]:
    """Three delegations change every third paragraph: what each proposes is read, and what the base was."""
    text = manuscript(resolution())
    proposals = []
    for at, each in enumerate(text.outline.of(Kind.PREAMBULAR, Kind.OPERATIVE)):
        if at % 3 == 0:
            new = parse(markup(each.text).replace(" the ", " each ", 1))
            proposals.append(Proposal(f"a{at}", (reword(text, each.id, new),)))
    moment = datetime(2026, 10, 9, 15, 30, tzinfo=UTC)
    names = ("Fiji", "Kenya", "Norway")
    authors = {each.key: word.Author(names[at % 3], moment) for at, each in enumerate(proposals)}
    content = word.write_tracked(merge(text, proposals).manuscript, authors)

    def pandoc() -> bytes:
        command = ["pandoc", "--from=docx", "--to=markdown", "--track-changes=all", "--output=-"]
        return subprocess.run(command, input=content, capture_output=True, check=True).stdout

    yield lambda: word.changes_of(content).by_author(), pandoc
