"""Reading a Word file, as we write it or as delegations do, into an outline."""

from collections.abc import Iterator, Mapping

import regex
from lxml import etree

from drafting.messages import Message
from drafting.outline import Kind
from drafting.reading import Block, Reading, read_blocks
from drafting.reading_masthead import read_job
from drafting.text import Piece, build, markup
from exports.word.archive import Archive
from exports.word.counting import Lists
from exports.word.looks import Looks, W, toggle
from exports.word.tracked_changes import Accepts, changes_in, everybody, settle
from exports.word.walk import Line, R, Walk

# What our own styles say a paragraph is, by the names that they have in Word.
_KINDS = {
    "Draft title": Kind.TITLE,
    "Enacting line": Kind.ENACTING,
    "Preambular paragraph": Kind.PREAMBULAR,
    "Operative paragraph": Kind.OPERATIVE,
    "Section heading": Kind.HEADING,
}
_LOOSE = "Note without reference"
_SUBPARAGRAPH = regex.compile(r"Sub-paragraph (\d)$")
_TYPED = regex.compile(r"\s*\S{1,12}(?:\s-)?\t")  # a number that is typed where Word cannot count
_HEADINGS = regex.compile(r"heading|title|_ H", regex.IGNORECASE)
_STARS = regex.compile(r"^((?:\\\*)+)\s*")
_MARK = regex.compile(r"^\s*\*+\s*")
REMARKS = {
    "tracked": Message("The file has tracked changes; it is read as if they were accepted."),
    "comment": Message("The file has comments; they are left out."),
    "hidden": Message("The file has hidden text; it is left out."),
}


def read(content: bytes, language: str | None = None, accepts: Accepts = everybody) -> Reading:
    """Read a draft from a Word file; Unreadable says in plain words why a file cannot be one.

    Tracked changes are taken as accepted, or only those of some authors and all others as rejected.
    What was set aside is said in the remarks.
    """
    archive = Archive(content)
    changed = False

    def part(name: str | None) -> etree._Element | None:
        nonlocal changed
        root = archive.part(name) if name else None
        if root is not None:
            changed = changed or next(changes_in(root), None) is not None
            settle(root, accepts)
        return root

    name = archive.document
    document = part(name)
    if document is None:
        raise AssertionError(name)
    related = archive.related(name)
    named = dict(related.values())
    walk = Walk(Looks(part(named.get("styles"))), Lists(part(named.get("numbering"))), related)
    walk.note_bookmarks(document)
    lines = list(walk.lines(document))
    blocks: list[Block] = []
    for side in ("header", "footer"):
        around = part(first_page(document, related, side))
        if around is not None:
            found = map(_block, Walk(walk.looks, walk.lists, {}).lines(around))
            blocks += (each for each in found if side == "header" or read_job(each.words))
    blocks += (_block(line) for line in lines if line.style != _LOOSE)
    for kind, tag, prefix in (("footnotes", "footnote", ""), ("endnotes", "endnote", "e")):
        notes = part(named.get(kind))
        if notes is not None:
            walk.links = archive.related(named[kind])
            blocks += _notes(notes, tag, prefix, blocks, walk)
    loose = (build(line.pieces) for line in lines if line.style == _LOOSE)
    blocks += (Block(text, note=f"loose{at}") for at, text in enumerate(loose, 1))
    reading = read_blocks([block for block in blocks if block.text], language)
    if changed and accepts is everybody:
        walk.seen.add("tracked")
    remarks = [REMARKS[each] for each in REMARKS if each in walk.seen]
    return Reading(reading.outline, (*remarks, *walk.aside, *reading.remarks))


def paragraphs(content: bytes) -> list[str]:
    """Give the paragraphs of a Word file in our markup, each with its number, and below them its notes.

    A note comes as ``[^2]: …``, or with the asterisks that are its mark; headers and what our style says is
    the draft's title are left out. A raised figure, which has no note here, comes as ``[^2]`` in letters.
    """
    archive = Archive(content)
    document = archive.part(archive.document)
    if document is None:
        raise AssertionError(archive.document)
    settle(document, everybody)
    styles, numbering = (
        archive.part(target) if target else None
        for target in (_target(archive, "styles"), _target(archive, "numbering"))
    )
    related = archive.related(archive.document)
    walk = Walk(Looks(styles), Lists(numbering), related, raised=True)
    said = (line for line in walk.lines(document) if _KINDS.get(line.style) is not Kind.TITLE)
    numbered = [(line.number, markup(build(line.pieces))) for line in said]
    found = [f"{number} {words}" if number else words for number, words in numbered if words]
    target = _target(archive, "footnotes")
    notes = archive.part(target) if target else None
    if notes is not None:
        settle(notes, everybody)
    walk.links = archive.related(target) if target else {}
    for note in notes.iter(f"{W}footnote") if notes is not None else ():
        if note.get(f"{W}type") in (None, "normal"):
            id = note.get(f"{W}id", "")
            words = " ".join(markup(build(line.pieces)) for line in walk.lines(note))
            starred = id in walk.starred
            found.append(_STARS.sub(r"\1 ", words) if starred else f"[^{id}]: {words}")
    return found


def _target(archive: Archive, kind: str) -> str | None:
    return dict(archive.related(archive.document).values()).get(kind)


def first_page(
    document: etree._Element, related: Mapping[str, tuple[str, str]], side: str = "header"
) -> str | None:
    """Give the header of the first page, where the Secretariat keeps the masthead, or its footer."""
    section = next(document.iter(f"{W}sectPr"), None)
    if section is None:
        return None
    page = "first" if toggle(section, "titlePg") else "default"
    for reference in section.findall(f"{W}{side}Reference"):
        kind, target = related.get(reference.get(f"{R}id", ""), ("", ""))
        if kind == side and reference.get(f"{W}type") == page:
            return target
    return None


def _block(line: Line) -> Block:
    kind, level = _KINDS.get(line.style), 0
    if depth := _SUBPARAGRAPH.match(line.style):
        kind, level = Kind.SUBPARAGRAPH, int(depth[1])
    pieces = list(line.pieces)
    if kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) and line.number is None:
        pieces = _without(pieces, _TYPED)
    heading = line.bold or line.centred or _HEADINGS.match(line.style) is not None
    return Block(build(pieces), line.number, heading, kind=kind, level=level)


def _without(pieces: list[Piece], beginning: regex.Pattern[str]) -> list[Piece]:
    """Take what matches off the beginning of a text, whose stretches it may span."""
    match = beginning.match("".join(piece.text for piece in pieces))
    left = match.end() if match else 0
    kept = []
    for piece in pieces:
        text = piece.text[left:]
        left = max(left - len(piece.text), 0)
        if text or piece.note is not None:
            kept.append(Piece(text, piece.italic, piece.link, piece.note))
    return kept


def _notes(notes: etree._Element, tag: str, prefix: str, blocks: list[Block], walk: Walk) -> Iterator[Block]:
    """Read the notes that the text refers to; the group note of the sponsors bears an asterisk."""
    used = {word.note for block in blocks for word in block.text if word.note is not None}
    for note in notes.iter(f"{W}{tag}"):
        if note.get(f"{W}type") not in (None, "normal"):
            continue  # the rule between text and notes
        id = prefix + note.get(f"{W}id", "")
        pieces: list[Piece] = []
        for line in walk.lines(note):
            pieces += [Piece(" ")] * bool(pieces) + list(line.pieces)
        if id in walk.starred:
            yield Block(build(_without(pieces, _MARK)), note="*")
        elif id in used:
            yield Block(build(pieces), note=id)
