"""What is wrong with a Word file that schemas do not see: each rule names the part and what it found there."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.exports.word_drafts import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHANGES = [f"{W}{name}" for name in (
    "ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange",
    "trPrChange", "numberingChange", "cellIns", "cellDel",
)]  # fmt: skip
RUNS_IN = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
OF_WORD = {"_top"}  # a place that every document has


class File:
    """A Word file taken apart."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as file:
            self.names = file.namelist()
            self.parts = {
                name: etree.fromstring(file.read(name))
                for name in self.names
                if name.endswith((".xml", ".rels"))
            }

    def values(self, tag: str, key: str = "val", part: str = "") -> list[str]:
        """Give an attribute of every element of a name, in one part or in all."""
        among = [self.parts[part]] if part in self.parts else [] if part else self.parts.values()
        return [each.get(f"{W}{key}", "") for root in among for each in root.iter(f"{W}{tag}")]

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids that styles, lists, notes and comments are called by."""
        return {
            "style": set(self.values("style", "styleId", "word/styles.xml")),
            "num": set(self.values("num", "numId", "word/numbering.xml")),
            "abstractNum": set(self.values("abstractNum", "abstractNumId", "word/numbering.xml")),
            "footnote": set(self.values("footnote", "id", "word/footnotes.xml")),
            "endnote": set(self.values("endnote", "id", "word/endnotes.xml")),
            "comment": set(self.values("comment", "id", "word/comments.xml")),
        }


def lint(content: bytes) -> list[str]:
    """Give everything that is wrong with a Word file."""
    file = File(content)
    return [said for rule in RULES for said in rule(file)]


def _everywhere(file: File, *tags: str) -> Iterator[tuple[str, etree._Element]]:
    for name, root in file.parts.items():
        for element in root.iter(*tags):
            yield name, element


def struck_letters(file: File) -> Iterator[str]:
    """Letters that are struck are w:delText, and no others are."""
    for name, each in _everywhere(file, f"{W}t", f"{W}instrText", f"{W}delText", f"{W}delInstrText"):
        struck = any(True for _ in each.iterancestors(f"{W}del", f"{W}moveFrom"))
        kept = etree.QName(each).localname in ("t", "instrText")
        if struck and kept:
            yield f"{name}: “{each.text}” is struck, but not as struck letters"
        if not struck and not kept:
            yield f"{name}: “{each.text}” is set as struck letters outside a deletion"


def fields(file: File) -> Iterator[str]:
    """A field begins, says what it shows, and ends, in one paragraph."""
    for name, paragraph in _everywhere(file, f"{W}p"):
        open_fields: list[str] = []
        for each in paragraph.iter(f"{W}fldChar"):
            kind = each.get(f"{W}fldCharType", "")
            expected = {"begin": None, "separate": "begin", "end": "separate"}[kind]
            if expected and (not open_fields or open_fields.pop() != expected):
                yield f"{name}: a field has its “{kind}” too early"
            if kind != "end":
                open_fields.append(kind)
        if open_fields:
            yield f"{name}: a field is left open"


def bookmarks(file: File) -> Iterator[str]:
    """Bookmarks begin and end once, bear names of their own, and are there if something leads to them."""
    for kind in ("bookmark", "commentRange"):
        starts, ends = (Counter(file.values(f"{kind}{which}", "id")) for which in ("Start", "End"))
        for id in sorted(starts.keys() | ends.keys()):
            if (starts[id], ends[id]) != (1, 1):
                yield f"{kind} {id} begins {starts[id]} times and ends {ends[id]} times"
    names = Counter(file.values("bookmarkStart", "name"))
    yield from (f"two bookmarks bear the name {name}" for name, times in names.items() if times > 1)
    known = names.keys() | OF_WORD
    links = {*file.values("hyperlink", "anchor")} - {""}
    for code in _everywhere(file, f"{W}instrText", f"{W}delInstrText"):
        links |= set(re.findall(r"\b(?:NOTEREF|PAGEREF|REF)\s+(\S+)", code[1].text or ""))
    yield from (f"there is no bookmark {name}" for name in sorted(links - known) if name.startswith("_"))


def names(file: File) -> Iterator[str]:
    """The styles and lists that are named are defined."""
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        yield from (f"no style {each}" for each in sorted(set(file.values(tag)) - file.ids["style"]))
    yield from (f"no list {each}" for each in sorted(set(file.values("numId")) - file.ids["num"] - {"0"}))
    abstract = {
        each.get(f"{W}val", "")
        for _, num in _everywhere(file, f"{W}num")
        for each in num.iter(f"{W}abstractNumId")
    }
    yield from (f"no abstract list {each}" for each in sorted(abstract - file.ids["abstractNum"]))
    levels = set(file.values("lvl", "ilvl", "word/numbering.xml"))
    for name, each in _everywhere(file, f"{W}numPr"):
        level = each.find(f"{W}ilvl")
        if level is not None and level.get(f"{W}val") not in levels:
            yield f"{name}: no list has a level {level.get(f'{W}val')}"


def changes(file: File) -> Iterator[str]:
    """Every tracked change has a number of its own, an author, and a time in Greenwich."""
    seen: Counter[str] = Counter()
    for name, each in _everywhere(file, *CHANGES):
        tag = etree.QName(each).localname
        seen[each.get(f"{W}id", "")] += 1
        if not (each.get(f"{W}author") or "").strip():
            yield f"{name}: a {tag} without an author"
        if not TIME.fullmatch(each.get(f"{W}date", "")):
            yield f"{name}: a {tag} without a time"
    yield from (f"{times} changes bear the number {id}" for id, times in seen.items() if times > 1)


def nesting(file: File) -> Iterator[str]:
    """No change stands around a link, no deletion in a deletion, no comment's mark in a change."""
    for name, each in _everywhere(file, *RUNS_IN):
        tag = etree.QName(each).localname
        if each.find(f".//{W}hyperlink") is not None:
            yield f"{name}: a {tag} stands around a link"
        if any(True for _ in each.iterancestors(each.tag)):
            yield f"{name}: a {tag} in a {tag}"
        if any(True for _ in each.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
            yield f"{name}: a comment begins or ends in a {tag}"


def last_paragraph(file: File) -> Iterator[str]:
    """The last paragraph of the text is no change: a reader cannot take its mark away."""
    for name, body in _everywhere(file, f"{W}body"):
        last = [each for each in body if each.tag != f"{W}sectPr"][-1:]
        if not last or last[0].tag != f"{W}p":
            yield f"{name}: the text does not end in a paragraph"
        elif (
            last[0].find(f"{W}pPr/{W}rPr/{W}ins") is not None
            or last[0].find(f"{W}pPr/{W}rPr/{W}del") is not None
        ):
            yield f"{name}: the last paragraph is a change"


def notes(file: File) -> Iterator[str]:
    """What is referred to is there, once: notes and comments."""
    for kind in ("footnote", "endnote", "comment"):
        part = f"word/{kind}s.xml"
        counted = Counter(file.values(kind, "id", part))
        yield from (f"{part}: two have the id {id}" for id, times in counted.items() if times > 1)
        referred = Counter(file.values(f"{kind}Reference", "id"))
        yield from (f"no {kind} {id}" for id in referred if id not in counted)
        yield from (
            f"{kind} {id} is referred to {times} times" for id, times in referred.items() if times > 1
        )
        own = {id for id in counted if id not in ("-1", "0") or kind == "comment"}
        yield from (f"nothing refers to {kind} {id}" for id in sorted(own - referred.keys()))


def parts(file: File) -> Iterator[str]:
    """Every part is told the kind of, and what a part refers to by id is there."""
    types = file.parts["[Content_Types].xml"]
    told = {each.get("PartName", "").lstrip("/") for each in types} | {"[Content_Types].xml"}
    yield from (
        f"{name} has no kind" for name in file.names if name not in told and not name.endswith(".rels")
    )
    yield from (f"{name} comes twice" for name, times in Counter(file.names).items() if times > 1)
    for name, root in file.parts.items():
        folder, _, base = name.rpartition("/")
        related = file.parts.get(f"{folder}/_rels/{base}.rels")
        known = {each.get("Id") for each in related} if related is not None else set()
        for each in root.iter(etree.Element):
            for key, value in each.attrib.items():
                if key.startswith(R) and value not in known:
                    yield f"{name}: nothing is called {value}"
        if name.endswith(".rels"):
            inside = [each.get("Target", "") for each in root if each.get("TargetMode") != "External"]
            top = f"{folder.removesuffix('_rels')}".strip("/")
            paths = {each[1:] if each.startswith("/") else f"{top}/{each}".lstrip("/") for each in inside}
            yield from (f"{name}: no part {path}" for path in sorted(paths - set(file.names)))


RULES: tuple[Callable[[File], Iterator[str]], ...] = (
    struck_letters, fields, bookmarks, names, changes, nesting, last_paragraph, notes, parts,
)  # fmt: skip
