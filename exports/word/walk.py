"""Walking through the XML of a Word file, its tracked changes settled: paragraph after paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from lxml import etree

from drafting.messages import Message
from drafting.text import Piece
from exports.word.counting import Lists
from exports.word.links import Field, safe
from exports.word.looks import Looks, W, list_of, on, toggle
from exports.word.notes import RIGHT_TO_LEFT

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HAN = regex.compile(r"\p{Han}")
_UNIT = regex.compile(r"(?<!\p{L})[kcdm]?m$")
_ENDS = (",", ";", ".", ":", "،", "؛", "，", "；", "。", "：")
_CLEAR = {f"{W}{tag}": sign for tag, sign in (("tab", "\t"), ("ptab", "\t"), ("noBreakHyphen", "-"))}
_DRAWN = (f"{W}drawing", f"{W}pict")
BREAK = "\n"
LETTERS = (f"{W}t", f"{W}delText")
_LONGEST = 200  # letters of what is quoted to say what was left out


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the file, or a part of one that a manual line break sets apart."""

    pieces: tuple[Piece, ...]
    number: str | None = None  # as Word counts it; one that is typed is part of the words
    bold: bool = False
    centred: bool = False
    style: str = ""


@dataclass
class Walk:
    """Reads paragraphs; remembers what it saw that a reader should be told of."""

    looks: Looks
    lists: Lists
    links: dict[str, tuple[str, str]]
    raised: bool = False  # whether a raised figure means a note that the file does not have
    bookmarks: dict[str, str] = field(default_factory=dict)  # the note that a bookmark stands around
    starred: list[str] = field(default_factory=list)  # the notes that bear a mark instead of a number
    seen: set[str] = field(default_factory=set)  # what was read in another way or left out
    aside: list[Message] = field(default_factory=list)  # what was left out, named by its first words
    _fields: list[Field] = field(default_factory=list)
    _begun: bool = False
    _before: str = ""  # the letters that were read last

    def note_bookmarks(self, root: etree._Element) -> None:
        """Find the notes that bookmarks stand around, by which fields refer to them again."""
        names: dict[str | None, str] = {}
        for each in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}footnoteReference"):
            if each.tag == f"{W}bookmarkStart":
                names[each.get(f"{W}id")] = each.get(f"{W}name", "")
            elif each.tag == f"{W}bookmarkEnd":
                names.pop(each.get(f"{W}id"), None)
            else:
                for name in names.values():
                    self.bookmarks.setdefault(name, each.get(f"{W}id", ""))

    def lines(self, parent: etree._Element) -> Iterator[Line]:
        """Give the lines of the paragraphs below an element; of tables the one on top and frames alone."""
        for paragraph in self._paragraphs(parent):
            letters = list(self._letters(paragraph, self._style(paragraph), None))
            self._fields = [each for each in self._fields if each.shown]
            yield from self._lines(paragraph, letters)

    def _lines(self, paragraph: etree._Element, letters: list["_Letter"]) -> Iterator[Line]:
        style = self._style(paragraph)
        number = self._number(paragraph.find(f"{W}pPr"), style) if letters else None
        for at, part in enumerate(_parts(letters)):
            words = [letter for letter in part if letter.piece.text.strip()]
            yield Line(
                tuple(letter.piece for letter in part),
                None if at else number,
                bool(words) and all(letter.bold for letter in words),
                self.looks.centred(paragraph, style),
                self.looks.name(style),
            )

    def _style(self, paragraph: etree._Element) -> str:
        return _named(paragraph.find(f"{W}pPr"), "pStyle") or self.looks.default

    def _paragraphs(self, parent: etree._Element) -> Iterator[etree._Element]:
        for child in parent:
            if child.tag == f"{W}p":
                self._begun = self._begun or (parent.tag == f"{W}body" and any(child.itertext()))
                yield child
            elif child.tag == f"{W}tbl":
                if self._begun and not is_frame(child):  # a table on top is the masthead
                    self.aside.append(Message("A table is left out: “{words}”", words=shortened(said(child))))
                else:
                    yield from self._paragraphs(child)
            elif isinstance(child.tag, str):
                yield from self._paragraphs(child)

    def _number(self, properties: etree._Element | None, style: str) -> str | None:
        own, styled = list_of(properties), self.looks.numbering(style)
        list_id = own[0] if own and own[0] is not None else styled[0] if styled else None
        if list_id is None or list_id == "0":
            return None
        return self.lists.number(list_id, own[1] if own else styled[1] if styled else 0)

    def _letters(self, parent: etree._Element, style: str, link: str | None) -> Iterator["_Letter"]:
        """Give the stretches of a paragraph with their marks."""
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, style, link)
            elif child.tag == f"{W}hyperlink":
                yield from self._letters(child, style, self._link(child) or link)
            elif child.tag == f"{W}fldSimple":
                address = Field(child.get(f"{W}instr", "")).address
                yield from self._letters(child, style, address or link)
            elif child.tag in (
                f"{W}sdt",
                f"{W}sdtContent",
                f"{W}smartTag",
                f"{W}customXml",
                f"{W}bdo",
                f"{W}dir",
            ):
                yield from self._letters(child, style, link)

    def _link(self, element: etree._Element) -> str | None:
        kind, target = self.links.get(element.get(f"{R}id", ""), ("", ""))
        anchor = element.get(f"{W}anchor")
        return safe(target if kind == "hyperlink" else "", anchor)

    def _run(self, run: etree._Element, style: str, link: str | None) -> Iterator["_Letter"]:
        properties = run.find(f"{W}rPr")
        if toggle(properties, "vanish"):
            self.seen.add("hidden")
            return
        italic, bold = self.looks.italic(run, style), self.looks.bold(run, style)
        for child in _chosen(run):
            if child.tag == f"{W}fldChar":
                yield from self._field(child, bold)
                continue
            if child.tag == f"{W}instrText":
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
                continue
            if any(not each.shown or each.bookmark for each in self._fields):
                continue
            for each in self._fields:
                link = each.address or link
            if child.tag == f"{W}t":
                text = child.text or ""
                if text == RIGHT_TO_LEFT:
                    continue
                text = self._raised(text, properties) if self.raised else text
                kai = self.looks.kai(run) and _HAN.search(text) is not None
                yield _Letter(Piece(text, italic or kai, link), bold)
            elif child.tag in _CLEAR:
                yield _Letter(Piece(_CLEAR[child.tag], italic, link), bold)
            elif child.tag in (f"{W}br", f"{W}cr"):
                yield _Letter(Piece(BREAK if child.get(f"{W}type") is None else " ", italic), bold)
            elif child.tag == f"{W}footnoteReference":
                if on(child.get(f"{W}customMarkFollows", "0")):
                    self.starred.append(child.get(f"{W}id", ""))  # its mark follows as letters
                else:
                    yield _Letter(Piece("", note=child.get(f"{W}id", "")), bold)
            elif child.tag == f"{W}endnoteReference":
                yield _Letter(Piece("", note="e" + child.get(f"{W}id", "")), bold)
            elif child.tag == f"{W}commentReference":
                self.seen.add("comment")
            elif child.tag in _DRAWN:
                box = next(child.iter(f"{W}txbxContent"), None)
                if box is not None:
                    words = shortened(said(box))
                    self.aside.append(Message("A text box is left out: “{words}”", words=words))

    def _raised(self, text: str, properties: etree._Element | None) -> str:
        """Give a raised figure as a reference is typed, unless it belongs to a unit: "m²"."""
        unit = _UNIT.search(self._before) is not None
        self._before = text
        raised = _named(properties, "vertAlign") == "superscript"
        return f"[^{text}]" if raised and text.isdecimal() and not unit else text

    def _field(self, character: etree._Element, bold: bool) -> Iterator["_Letter"]:
        kind = character.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            note = self.bookmarks.get(self._fields.pop().bookmark or "")
            if note is not None:
                yield _Letter(Piece("", note=note), bold)


def _chosen(run: etree._Element) -> Iterator[etree._Element]:
    """Give what stands in a run; of what it says in several ways, the first, which is Word's own."""
    for child in run:
        if child.tag == f"{_MC}AlternateContent":
            yield from next(iter(child), ())
        else:
            yield child


@dataclass(frozen=True, slots=True)
class _Letter:
    piece: Piece
    bold: bool


def _parts(letters: list[_Letter]) -> list[list[_Letter]]:
    """Divide a paragraph where manual line breaks stand for the end of a paragraph; others are spaces."""
    parts: list[list[_Letter]] = [[]]
    before = ""
    for at, letter in enumerate(letters):
        if letter.piece.text != BREAK:
            parts[-1].append(letter)
            before = (before + letter.piece.text)[-20:]
            continue
        doubled = at > 0 and letters[at - 1].piece.text == BREAK
        if doubled or before.rstrip().endswith(_ENDS):
            parts.append([])
        else:
            parts[-1].append(_Letter(Piece(" ", letter.piece.italic), letter.bold))
        before = before if not doubled else ""
    return [part for part in parts if part] or [[]]


def is_frame(table: etree._Element) -> bool:
    """Whether a table is but a frame around paragraphs: it has one column, and nothing to compare."""
    return all(len(row.findall(f"{W}tc")) < 2 for row in table.iter(f"{W}tr"))


def said(element: etree._Element) -> str:
    """Give what an element says, struck words too; between paragraphs stands a space."""
    return "".join(
        " " if each.tag == f"{W}p" else each.text or "" for each in element.iter(f"{W}p", *LETTERS)
    )


def shortened(words: str) -> str:
    """Give the beginning of words that are quoted to say what they were about."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _named(properties: etree._Element | None, tag: str) -> str | None:
    found = properties.find(f"{W}{tag}") if properties is not None else None
    return found.get(f"{W}val") if found is not None else None
