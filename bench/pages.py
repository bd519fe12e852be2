"""Our pages beside the printed ones: as many, the same lines, everything where it stands on paper."""

import difflib
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from bench.measuring import FIGURES, Finding
from bench.printed import USUAL, Line, Pages, Word, printed, read, scaled, tokens
from drafting.mastheads import date_line, issued, organ, session_line
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import parse, plain
from exports import amendment_documents, word
from exports import plain as text_file
from exports.papers import Paper, Paragraph, Stands

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
SCALES = range(100, 106)
TEXT, NOTES = range(10, 21), range(8, 10)  # sizes of letters
_AMENDMENT = re.compile(r"amendment to (?:revised )?draft resolution \S+")
_FIRST = re.compile(r"\n(?=1\. )")
Writer = Callable[[str], tuple[Outline, bytes]]  # gives what a text says, and its Word file


def _draft(text: str) -> tuple[Outline, bytes]:
    outline = text_file.read(text).outline
    return outline, word.write(outline)


def _amendment(text: str) -> tuple[Outline, bytes]:
    """Write an amendment document again: its masthead read as that of a draft, its sentences as they are."""
    line, *said = _sentences(text)
    paper = Paper(head := _masthead(text), line, parse(said[0]), [_paragraph(each) for each in said[1:]])
    provisions = [Provision("title", Kind.TITLE, paper.title)]
    provisions += (Provision(str(at), Kind.OPERATIVE, each.text) for at, each in enumerate(paper.paragraphs))
    return Outline(head, tuple(provisions)), word.write_paper(paper)


def _masthead(text: str) -> Masthead:
    draft = _AMENDMENT.sub("draft resolution", text)
    return text_file.read(_FIRST.sub("\n*The General Assembly*,\n\n", draft, count=1)).outline.masthead


def _sentences(text: str) -> list[str]:
    """Give the line that says who submits what, the title and the paragraphs, without the notes."""
    found = [each for each in amendment_documents.text_paragraphs(text) if not each.startswith("\\*")]
    return found[next(at for at, each in enumerate(found) if _AMENDMENT.search(each)) :]


def _paragraph(said: str) -> Paragraph:
    number, _, words = said.partition(" ")
    if number.removesuffix(".").isdecimal():
        return Paragraph(parse(words), Stands.NUMBERED, number)
    return Paragraph(parse(said), Stands.NEW if said.startswith("*") else Stands.SENTENCE)


# How the texts of a folder of the corpus are written; one that is not here is not measured.
WRITERS: dict[str, Writer] = {"drafts": _draft, "amendments": _amendment}


@dataclass(frozen=True)
class Original:
    """A document that was printed, and its text."""

    pdf: Path
    text: Path

    @property
    def name(self) -> str:
        """Its symbol as files are named after it."""
        return self.pdf.stem

    def write(self, writers: Mapping[str, Writer] = WRITERS) -> tuple[Outline, bytes]:
        """Write it as we do."""
        return writers[self.text.parent.name](self.text.read_text())


def originals(corpus: Path = CORPUS, writers: Mapping[str, Writer] = WRITERS) -> list[Original]:
    """Find the printed documents whose texts we can write."""
    pages = sorted((corpus / "pages").glob("*.pdf"))
    texts = [(pdf, text) for pdf in pages for text in corpus.glob(f"*/*_{pdf.stem}.txt")]
    return [Original(pdf, text) for pdf, text in texts if text.parent.name in writers]


def body(pages: Pages, outline: Outline) -> list[Line]:
    """Give the lines of the text: those in its size and column, from the first paragraph on."""
    first = _first(outline)
    begin = next(at for at, line in enumerate(pages.lines) if line.find(first))
    size = pages.lines[begin].size
    return [line for line in pages.lines[begin:] if abs(line.size - size) < 0.6 and 110 < line.left < 300]


def _first(outline: Outline) -> list[str]:
    """Give the words that the text begins with."""
    text = next(each for each in outline.provisions if each.kind is not Kind.TITLE)
    return tokens(plain(text.text))[:4]


def same_ends(ours: Iterable[Line], theirs: Iterable[Line]) -> float:
    """Give the share of their lines that end at a word where a line of ours ends, in hundredths.

    >>> from bench.printed import Word
    >>> def line(text: str) -> Line:
    ...     return Line(1, tuple(Word(each, 0, 0, 0, 10) for each in text.split()))
    >>> same_ends([line("Recalling its"), line("resolution")], [line("Recalling"), line("its resolution")])
    50.0
    """
    (our_words, our_ends), (words, ends) = _stream(ours), _stream(theirs)
    matched = difflib.SequenceMatcher(None, words, our_words, autojunk=False).get_matching_blocks()
    same = sum(
        block.b + end - block.a in our_ends
        for block in matched
        for end in ends
        if block.a <= end < block.a + block.size
    )
    return round(100 * same / max(len(ends), 1), 1)


def _stream(lines: Iterable[Line]) -> tuple[list[str], set[int]]:
    words: list[str] = []
    ends = set()
    for line in lines:
        words += [each for each, _ in line.said]
        ends.add(len(words) - 1)
    return words, ends


def distances(ours: Pages, theirs: Pages, outline: Outline) -> dict[str, object]:
    """Give how far, in points, parts of the first page and the notes stand from where they were printed."""
    head = outline.masthead
    parts = {
        "organ": tokens(organ(head)),
        "symbol": tokens(head.symbol or ""),
        "distribution": tokens(issued(head)[0]),
        "date": tokens(date_line(head)),
        "session": tokens(session_line(head) or ""),
        "title": tokens(outline.title)[:4],
        "first paragraph": _first(outline),
    }
    moved = {part: _moved(ours, theirs, words) for part, words in parts.items()}
    apart: dict[str, object] = {part: _points(by) for part, by in moved.items()}
    if moved["session"] and moved["first paragraph"]:
        apart["first paragraph from session"] = _points(moved["first paragraph"] - moved["session"])
    notes = [head.on_behalf_of] if head.on_behalf_of else []
    notes += [plain(each.text) for each in outline.provisions if each.kind is Kind.NOTE]
    told = [_points(_moved(ours, theirs, tokens(each)[:4], NOTES)) for each in notes]
    near = sorted(each for each in told if each is not None)
    return apart | {
        "notes": round(median(near), 1) if near else None,
        "farthest note": near[-1] if near else None,
        "notes on another page": sum(each is None for each in told),
    }


def _moved(ours: Pages, theirs: Pages, words: list[str], sizes: range = TEXT) -> complex | None:
    """Give the way from where words stand on a page of theirs to where they stand on that page of ours."""
    places: list[dict[int, Word]] = [
        {
            line.page: place
            for line in reversed(pages.lines)
            if round(line.size) in sizes and (place := line.find(words))
        }
        for pages in (ours, theirs)
    ]
    page = min(places[0].keys() & places[1].keys(), default=None)
    if page is None:
        return None
    here, there = (each[page] for each in places)
    return complex(here.left - there.left, here.y - there.y)


def _points(way: complex | None) -> float | None:
    return None if way is None else round(abs(way), 1)


def beside(
    original: Original, folder: Path, writers: Mapping[str, Writer] = WRITERS, scales: Iterable[int] = SCALES
) -> dict[str, object]:
    """Write a document and measure it against its printed pages, at the scale that makes most lines alike."""
    outline, content = original.write(writers)
    copies = {f"{original.name}_{scale}": scaled(content, scale) for scale in scales}
    theirs = read(original.pdf)
    found = {int(name[-3:]): read(pdf) for name, pdf in printed(copies, folder).items()}
    text = body(theirs, outline)
    shares = {scale: same_ends(body(pages, outline), text) for scale, pages in found.items()}
    best = max(shares, key=lambda scale: (shares[scale], -abs(scale - USUAL)))
    return {
        "pages": found[best].count,
        "printed pages": theirs.count,
        "lines ending alike": shares[best],
        "at a scale of": best,
        "as it is": shares.get(USUAL),
        "points apart": distances(found[best], theirs, outline),
    }


def _told(original: Original) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        return beside(original, Path(folder))


FIGURES += [
    Finding(f"pages of {each.name} beside the printed ones", partial(_told, each)) for each in originals()
] or [Finding("pages beside the printed ones", lambda: {"not measured": f"there are none at {CORPUS}"})]
