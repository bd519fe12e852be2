"""Pages as they are printed: where the lines of a PDF stand, and Word files that LibreOffice has printed."""

import html
import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

# How high the box of a word is, and how much of it lies below its line, by the size of its letters: a box
# follows from what the program that made the PDF says of fonts.
_BOXES = {"LibreOffice": (1.3, 0.35), "": (1.107, 0.216)}
_SAME_LINE = 4.5  # points; marks of notes stand higher than their line
_MARK = 6.7  # points; what is not larger is the mark of a note
_JUSTIFIED = re.compile(rb'(w:styleId="SingleTxt"(?:(?!</w:style>).)*<w:rPr>)')
USUAL = 103  # the scale of the letters in the Secretariat's styles
_PAGE = re.compile(r"<page .*?</page>", re.S)
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from its upper left corner; ``y`` is the line that it stands on."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(frozen=True)
class Line:
    """Words that stand on one line of a page."""

    page: int
    words: tuple[Word, ...]

    @cached_property
    def said(self) -> list[tuple[str, Word]]:
        """The words without signs, spaces and the marks of notes, and where each stands.

        >>> words = (Word("Rights,", 0, 30, 9, 10), Word("1", 31, 33, 5, 6), Word("the", 35, 50, 9, 10))
        >>> [each for each, _ in Line(1, words).said]
        ['Rights', 'the']
        """
        shown = (word for word in self.words if word.size > _MARK)
        return [(each, word) for word in shown for each in tokens(word.text)]

    @property
    def size(self) -> float:
        """The size of its largest letters."""
        return max(word.size for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins, in points; the mark of a note stands before it."""
        return min((word.left for _, word in self.said), default=self.words[0].left)

    def find(self, words: list[str]) -> Word | None:
        """Find the first of these words, if the line has them in a row."""
        told = [each for each, _ in self.said]
        starts = range(len(told) - len(words) + 1)
        at = next((at for at in starts if told[at : at + len(words)] == words), None)
        return self.said[at][1] if at is not None and words else None


def tokens(text: str) -> list[str]:
    """Take the words out of a text, without the signs between them."""
    return re.findall(r"\w+", text)


@dataclass(frozen=True)
class Pages:
    """A printed document."""

    count: int
    lines: tuple[Line, ...]


def read(pdf: Path) -> Pages:
    """Read where the lines of a PDF stand."""
    producer = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    box = next(box for name, box in _BOXES.items() if name in producer)
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = _PAGE.findall(found)
    lines = [line for number, page in enumerate(pages, 1) for line in _lines(number, page, box)]
    return Pages(len(pages), tuple(lines))


def _lines(number: int, page: str, box: tuple[float, float]) -> list[Line]:
    height, below = box
    words = []
    for text, (left, top, right, bottom) in ((each[4], map(float, each[:4])) for each in _WORD.findall(page)):
        size = (bottom - top) / height
        words.append(Word(html.unescape(text), left, right, bottom - size * below, size))
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.size, word.y)):  # marks of notes find their line
        near = [line for line in lines if -1 <= line[0].y - word.y < _SAME_LINE]
        if near:
            min(near, key=lambda line: abs(line[0].y - word.y)).append(word)
        else:
            lines.append([word])
    lines.sort(key=lambda line: line[0].y)
    return [Line(number, tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def printed(documents: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Print Word files with LibreOffice into a folder; gives the PDF of each by its name."""
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder)]
        command += [str(folder / f"{name}.docx") for name in documents]
        done = subprocess.run(command, capture_output=True, timeout=300)
    made = {name: folder / f"{name}.pdf" for name in documents}
    if not all(pdf.exists() for pdf in made.values()):
        raise RuntimeError((done.stdout + done.stderr).decode(errors="replace"))
    return made


def scaled(content: bytes, scale: int) -> bytes:
    """Copy a Word file with the letters of its text in another width.

    Word presses the spaces of a justified line together where a word more fits so; LibreOffice does not.
    """
    copy = BytesIO()
    with ZipFile(BytesIO(content)) as file, ZipFile(copy, "w") as to:
        for entry in file.infolist():
            to.writestr(entry, _JUSTIFIED.sub(rb'\1<w:w w:val="%d"/>' % scale, file.read(entry)))
    return copy.getvalue()
