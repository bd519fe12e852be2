"""Drafts as text files: what is read from one, and one that a person likes to read.

A paragraph is a line, with an empty line between; italics, links and references to notes are in the
markup of ``drafting.text``, notes are ``[^3]: …``, raised figures refer to notes too. What plain print
would leave open bears a mark (``exports.plain_marks``), so that what was written is read as it was.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import regex

from drafting import mastheads
from drafting.languages import LANGUAGES
from drafting.messages import Message, Unreadable
from drafting.numbering import Place, number
from drafting.outline import Kind, Masthead, Outline
from drafting.reading import Block, Reading, read_blocks
from drafting.reading_ids import with_ids
from drafting.reading_masthead import read_job
from drafting.reading_sponsors import names_document
from drafting.text import Text, markup, parse
from exports import plain_marks
from exports.plain_figures import raised
from exports.plain_lines import Paragraph, note_number, paragraphs
from exports.plain_pages import furniture

_RAISED = r"[⁰¹²³⁴-⁹]+"
_SIGNS = regex.compile(rf"(?P<kept>\\.|\]\([^()\s]*\)|\[\^[^\]\s]+\])|(?P<raised>{_RAISED})", regex.DOTALL)
_REFERENCE = regex.compile(r"(?P<kept>\\.)|\[\^(?P<note>[^\]\s]+)\]", regex.DOTALL)
_UNIT = regex.compile(r"(?<!\p{L})[kcdm]?m$")
_PAIR = regex.compile(r"(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])")
_COMMENT = regex.compile(r"#\s.*\|")  # a line about the file, above the document
_STAR = regex.compile(r"\\.|\*", regex.DOTALL)
_BOLD = regex.compile(r"(?:#{1,6}\s+(?P<a>.+)|\*\*(?P<b>[^*]+)\*\*)")


def read(text: str, language: str | None = None) -> Reading:
    """Read a draft from a text file's text; Unreadable names what is missing where it is no draft."""
    found, lowered = raised(list(paragraphs(text, language)))
    remarks = []
    if found and _COMMENT.match(found[0].text):
        remarks.append(Message("Set aside: “{words}”.", words=found.pop(0).text))
    marked = [(each, plain_marks.read_mark(each.text) if each.own else None) for each in found]
    head = plain_marks.read_masthead(
        [each.text for each, mark in marked if each.own and mark is None], language
    )
    notes = _Notes(found)
    blocks: list[Block] = []
    for place, (each, mark) in enumerate(marked):
        if mark is not None:
            kind, level, value = mark
            blocks.append(Block(parse(notes.resolved(value, place)), kind=kind, level=level))
        elif not each.own:
            blocks.append(_block(each, place, notes))
    reading = read_blocks(blocks, language, head)
    outline = reading.outline if head else _numbered(reading.outline, text)
    return Reading(outline, (*remarks, *lowered, *reading.remarks))


def _numbered(outline: Outline, text: str) -> Outline:
    """Put the job number into a masthead, which stands at the foot of the first page."""
    job = next(filter(None, map(read_job, furniture(text))), None)
    if job is None:
        return outline
    return replace(outline, masthead=replace(outline.masthead, job=job[0], job_dates=job[1]))


def _block(paragraph: Paragraph, place: int, notes: "_Notes") -> Block:
    words = paragraph.text
    noted = paragraph.note is not None
    bold = None if noted else _BOLD.fullmatch(words)
    words = (bold["a"] or bold["b"]) if bold else words
    if not noted and any(names_document(words, code) for code in LANGUAGES):
        # An asterisk there is that of a note.
        return Block(parse(words.replace("\\", "\\\\").replace("*", "\\*")), broken=paragraph.broken)
    text = parse(notes.resolved(_paired(words), place))
    return Block(text, note=notes.ids.get(place), heading=bool(bold), broken=paragraph.broken)


class _Notes:
    """Which note a reference means: the next one of its number, for a page's notes stand below it."""

    def __init__(self, found: Sequence[Paragraph]) -> None:
        self.ids: dict[int, str] = {}  # of the paragraphs that are notes
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(found):
            if each.note is not None:
                earlier = len(self._places[each.note])
                self._places[each.note].append(place)
                self.ids[place] = f"{each.note}+{earlier}" if earlier else each.note

    def find(self, mark: str, place: int) -> str | None:
        """Give the id of the note with this number that a reference at this place means."""
        places = self._places.get(mark)
        if not places:
            return None
        return self.ids[next((each for each in places if each > place), places[-1])]

    def resolved(self, words: str, place: int) -> str:
        """Put the ids of the notes into a paragraph's markup; a raised figure without a note stays one."""

        def figure(match: regex.Match[str]) -> str:
            if match["kept"] is not None or _UNIT.search(words[: match.start()][-3:]):
                return str(match.group())
            return (
                f"[^{note_number(match['raised'])}]"
                if self.find(note_number(match["raised"]), place)
                else match.group()
            )

        def named(match: regex.Match[str]) -> str:
            if match["kept"] is not None:
                return str(match.group())
            return f"[^{self.find(match['note'], place) or match['note']}]"

        return str(_REFERENCE.sub(named, _SIGNS.sub(figure, words)))


def _paired(words: str) -> str:
    """Make asterisks that do not enclose anything ordinary signs, where their number is odd."""
    stars = sum(1 for match in _STAR.finditer(words) if match.group() == "*")
    if stars % 2 == 0:
        return words
    done, position = "", 0
    for match in _PAIR.finditer(words):
        done += _literal(words[position : match.start()]) + match.group()
        position = match.end()
    return done + _literal(words[position:])


def _literal(words: str) -> str:
    return _STAR.sub(lambda match: "\\*" if match.group() == "*" else match.group(), words)


def write(outline: Outline) -> str:
    """Write a draft as a text file; ``read`` gives the same draft back, with the ids of its places."""
    wanted = with_ids(outline)
    every = set(range(len(wanted.provisions)))
    marked: set[int] = set()
    fields = not _printable(wanted.masthead)
    for _ in range(3):
        text = _print(wanted, marked, fields)
        try:
            found = read(text).outline
        except Unreadable:
            break
        if found == wanted:
            return text
        fields = fields or found.masthead != wanted.masthead
        if len(found.provisions) != len(wanted.provisions):
            break
        pairs = enumerate(zip(found.provisions, wanted.provisions, strict=True))
        marked |= {place for place, (one, other) in pairs if one != other}
    text = _print(wanted, every, fields)
    try:
        exact = fields or read(text).outline == wanted
    except Unreadable:
        exact = False
    return text if exact else _print(wanted, every, True)


def _printable(head: Masthead) -> bool:
    """Whether the masthead's lines can say its session."""
    return head.session is None or 0 < head.session < 150 or 1945 <= head.session < 2200


def _print(outline: Outline, marked: set[int], fields: bool) -> str:
    head = outline.masthead
    printed = plain_marks.masthead_lines(head) if fields else _masthead(head)
    places = number(outline)
    written = {place.provision.id: _written(place, index in marked) for index, place in enumerate(places)}
    text = [written[each.id] for each in outline.provisions if each.kind is not Kind.NOTE]
    notes = [f"[^{each.id[1:]}]: {_markup(each.text)}".strip() for each in outline.of(Kind.NOTE)]
    stars = [] if fields else mastheads.notes(head)
    foot = [mastheads.job_line(head)] if head.job and not fields else []
    return "\n\n".join([*printed, *text, *stars, *notes, *foot]) + "\n"


def _masthead(head: Masthead) -> list[str]:
    """Print a masthead, without what is not known of it."""
    known = replace(head, distribution=head.distribution or "Limited")
    right = mastheads.issued(known)[0 if head.distribution else 1 :]
    anything = head.symbol or head.organ or head.distribution
    above = [LANGUAGES[head.language].organization] if anything else []
    above += [line for line in (mastheads.symbol(head), head.organ) if line]
    return [*above, *right, *mastheads.lines(head), mastheads.sponsors_line(head)]


def _written(place: Place, marked: bool) -> str:
    provision = place.provision
    words = _markup(provision.text)
    if marked:
        return f"{plain_marks.provision_mark(provision)} {words}".strip()
    return f"{place.number} {words}" if place.number else words


def _markup(text: Text) -> str:
    """Write a text in its markup with numbers for notes; figures that are raised as such stay so."""
    numbered = tuple(replace(word, note=word.note[1:]) if word.note is not None else word for word in text)
    return _SIGNS.sub(
        lambda match: match["kept"] or "".join(f"\\{figure}" for figure in match["raised"]), markup(numbered)
    )
