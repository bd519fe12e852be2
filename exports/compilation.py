"""A compilation text as it is printed: which words are bold, which struck, and whose brackets they are in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile

import regex

from amendments.compilation import Compilation, Compiled, Proposed
from amendments.compiled_words import Chain, Owners, Stretch
from drafting.outline import Kind, Masthead
from drafting.redline import Edit, runs
from drafting.text import Text, Word, pieces
from exports.compilation_terms import TERMS, Terms, moment, place

_ENDING = regex.compile(r"[\p{L}\p{N}\].,;:،؛]$")
_BEGINNING = regex.compile(r"[\p{L}\p{N}\[(“«]")


class Look(Enum):
    """How a stretch is printed."""

    PLAIN = "plain"
    NEW = "new"  # bold
    STRUCK = "struck"
    NAMES = "names"  # italic
    SIGN = "sign"  # brackets


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the text in one look, or letters that the compilation adds."""

    look: Look
    words: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is printed: its label, whether anything is proposed in it, and its runs."""

    label: str
    kind: Kind
    level: int
    touched: bool
    runs: tuple[Run, ...]


def unissued(head: Masthead) -> Masthead:
    """Give the masthead of a paper of the room, which nobody has issued: no symbol, date or sponsors."""
    bare = replace(head, symbol=None, distribution="", date=None, original_language=None)
    return replace(bare, job=None, job_dates=None, reissued=None, sponsors=(), on_behalf_of=None)


def lines(compilation: Compilation) -> Iterator[Line]:
    """Give the paragraphs as they are printed, the notes last."""
    for each in compilation.paragraphs:
        label = place(each.label, compilation.head.language)
        yield Line(label, each.kind, each.level, bool(each.keys), tuple(_runs(compilation, each)))


def told(compilation: Compilation) -> tuple[Terms, str]:
    """Give the words of the document's language, and the sentence that says what is compiled."""
    terms = TERMS[compilation.head.language]
    text = compilation.head.symbol or f"“{compilation.title}”, {compilation.revision}"
    count = len(compilation.proposals)
    at = moment(compilation.at, compilation.head.language)
    return terms, terms.told.format(text=text, at=at, count=count)


def index(compilation: Compilation) -> Iterator[tuple[str, str, str]]:
    """Give where each delegation finds its proposal: its number, who is behind it, and the labels."""
    labels = compilation.labels()
    terms = TERMS[compilation.head.language]
    for key, each in compilation.proposals.items():
        yield (
            numbered(each, terms),
            terms.comma.join(each.behind),
            terms.comma.join(place(label, compilation.head.language) for label in labels[key]),
        )
    for each in compilation.waiting:
        yield numbered(each, terms), terms.comma.join(each.behind), "–"


def numbered(proposed: Proposed, terms: Terms) -> str:
    """Give a proposal's number, with that of the one that it amends."""
    return str(proposed.number) + (f" ({terms.to.format(number=proposed.to)})" if proposed.to else "")


def signs(compilation: Compilation) -> dict[str, str]:
    """Give what stands for each note where it is referred to, by its id: "3", "3 bis"."""
    notes = (each for each in compilation.paragraphs if each.kind is Kind.NOTE)
    return {each.id.lstrip("=+"): each.label.removeprefix("Note ") for each in notes}


def text(compilation: Compilation) -> str:
    """Write a compilation as plain text, with **new** and ~~struck~~ words."""
    terms, what = told(compilation)
    marks = {Look.NEW: "**", Look.STRUCK: "~~"}
    referred = signs(compilation)
    written = [f"{terms.title}: {compilation.title}", what]
    written += [" – ".join(row) for row in index(compilation)]
    for line in lines(compilation):
        said = ""
        for run in line.runs:
            letters = "".join(
                piece.text if piece.note is None else f"[{referred.get(piece.note, '')}]"
                for piece in pieces(run.words)
            )
            mark = marks.get(run.look, "")
            space = " " if mark and letters.startswith(" ") else ""
            said += f"{space}{mark}{letters.removeprefix(space)}{mark}"
        written.append(f"{line.label}\t{said}")
    written += waiting(compilation)
    return "\n\n".join(written) + "\n"


def waiting(compilation: Compilation) -> list[str]:
    """Tell of the proposals that have no place in this text yet, in their formal wording."""
    terms = TERMS[compilation.head.language]
    told = [
        f"{numbered(each, terms)}. {terms.comma.join(each.behind)}{terms.colon}{' '.join(each.wording)}"
        for each in compilation.waiting
    ]
    return [terms.waiting, *told] if told else []


def _runs(compilation: Compilation, paragraph: Compiled) -> Iterator[Run]:
    """Put brackets round what is proposed, and the names behind it."""
    around: Chain = (*paragraph.path, paragraph.struck) if paragraph.struck else paragraph.path
    open: Chain = ()
    before = ""  # the last sign that was printed
    for stretch in _shown(paragraph):
        chain = (*around, *stretch.by[len(paragraph.path) :])
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(open, chain, strict=False)))
        for owners in reversed(open[kept:]):
            yield from _close(compilation, owners)
            before = "]"
        opening = "[" * (len(chain) - kept)
        first, *others = stretch.words
        glue = first.glue or _space(before, opening or first.text, compilation.head.language)
        if opening:
            yield from _letters(Look.PLAIN, glue if before else "")
            yield from _letters(Look.SIGN, opening)
        first = replace(first, glue="" if opening or not before else glue)
        look = Look.STRUCK if stretch.struck or paragraph.struck else Look.NEW if stretch.path else Look.PLAIN
        yield Run(look, (first, *others))
        before = stretch.words[-1].text[-1:] or "."
        open = chain
    if not open and around:  # a place without words
        open = around
        yield from _letters(Look.SIGN, "[" * len(open))
    if paragraph.moved and paragraph.remarks:
        yield from _letters(Look.NAMES, paragraph.remarks[0][1])
    for owners in reversed(open):
        yield from _close(compilation, owners)
    for owners, said in () if paragraph.moved else paragraph.remarks:
        yield from _letters(Look.SIGN, " [")
        yield from _letters(Look.NAMES, said)
        yield from _close(compilation, owners)


def _space(before: str, after: str, language: str) -> str:
    """Give the space between signs that come together only because both of two texts are shown."""
    apart = language != "zh" and _ENDING.match(before) and _BEGINNING.match(after)
    return " " if apart else ""


def _close(compilation: Compilation, owners: Owners) -> Iterator[Run]:
    comma = TERMS[compilation.head.language].comma
    yield from _letters(Look.NAMES, f" – {comma.join(compilation.names(owners))}")
    yield from _letters(Look.SIGN, "]")


def _letters(look: Look, letters: str) -> Iterator[Run]:
    if letters:
        yield Run(look, (Word(letters),))


def _shown(paragraph: Compiled) -> Iterator[Stretch]:
    """Give the stretches, the ones of which only the space before them would change as kept."""
    stretches: Sequence[Stretch] = paragraph.stretches
    at = 0
    while at < len(stretches):
        one = stretches[at]
        other = stretches[at + 1] if at + 1 < len(stretches) else None
        if other is None or not one.struck or other.struck or other.path != (*one.path, one.struck):
            yield one
            at += 1
            continue
        for run in runs(one.words, [Edit(0, len(one.words), other.words)]):
            kinds = {"kept": Stretch((), one.path), "struck": one, "inserted": other}
            yield kinds[run.kind]._replace(words=run.words)
        at += 2
