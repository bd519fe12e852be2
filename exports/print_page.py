"""Drafts, and papers about them, as pages to print from a browser: one HTML file that needs no other."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from drafting.languages import LANGUAGES
from drafting.mastheads import issued, lines, organ, sponsors_line
from drafting.numbering import Place, note_numbers, number
from drafting.outline import Kind, Masthead, Outline
from drafting.text import Text, pieces, plain
from exports.papers import Paper, stretches

_STYLE = """
@page { size: letter; margin: 1in 0.83in 0.8in }
html { font: 10pt/1.2 "Times New Roman", "Liberation Serif", Times, serif; color: #000; background: #fff }
:lang(ar) { font-family: "Traditional Arabic", "Amiri", serif; font-size: 14pt; line-height: 1.4 }
:lang(zh) { font-family: SimSun, "Noto Serif CJK SC", serif; font-size: 10.5pt; line-height: 1.5 }
:lang(zh) i { font-family: KaiTi, "AR PL UKai CN", serif; font-style: normal }
body { max-width: 6.83in; margin: 1rem auto; padding-inline: 1rem }
p, h1, h2 { margin-block: 0 6pt; overflow-wrap: break-word }
header { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; border-block-end: 1.5pt solid;
  padding-block-end: 1.5rem; margin-block-end: 0.5rem }
header p { margin: 0 }
header .above { border-block-end: 0.5pt solid; grid-column: 1 / -1; display: flex; font-size: 1.4em;
  justify-content: space-between; gap: 1rem }
header .organ { font-size: 2em; font-weight: bold }
.opening p { margin: 0; max-width: 3.4in }
.opening :is(:first-child, :last-child, .committee) { font-weight: bold }
.opening .committee { font-size: 1.2em }
main { margin: 1.5rem auto; max-width: 5.1in }
h1 { font-size: 1.2em } h2 { font-size: 1em }
main p { text-align: justify; text-indent: 0.33in }
main .line, main .numbered, main .place { text-indent: 0 } .line, .place { font-weight: bold }
main .heading { text-align: center; text-indent: 0; font-weight: bold }
.line, h1, h2, .place, .enacting { break-after: avoid }
.number { display: inline-block; min-inline-size: 0.33in; text-indent: 0 }
.depth2 { margin-inline-start: 0.33in } .depth3 { margin-inline-start: 0.66in }
.notes { font-size: 85%; border-block-start: 0.5pt solid; padding-block-start: 0.5rem }
.notes p { text-indent: 0 } sup { line-height: 0; unicode-bidi: isolate }
sup a { color: inherit; text-decoration: none }
main:has(table) { max-width: none } main p.compiled { text-indent: 0 }
.label { display: inline-block; min-inline-size: 0.8in; text-align: start }
table { border-collapse: collapse; inline-size: 100%; margin-block: 0 12pt; font-size: 90% }
th, td { border-block: 0.5pt solid; padding: 3pt 6pt; text-align: start; vertical-align: top }
thead { display: table-header-group } tr { break-inside: avoid }
"""
_SAFE = ("http://", "https://", "mailto:")


def write(outline: Outline) -> bytes:
    """Write a draft as a page to print."""
    numbers = {id: str(at) for id, at in note_numbers(outline.provisions).items()}

    def figure(note: str) -> str:
        mark = escape(numbers.get(note, note))
        return f'<sup><a href="#note-{mark}">{mark}</a></sup>'

    body = (_provision(place, figure) for place in number(outline) if place.provision.kind is not Kind.NOTE)
    by_number = sorted(outline.of(Kind.NOTE), key=lambda each: int(numbers.get(each.id, "9999")))
    notes = [(numbers.get(each.id, ""), _words(each.text, figure)) for each in by_number]
    return page(outline.masthead, sponsors_line(outline.masthead), outline.title, body, notes)


def write_paper(paper: Paper) -> bytes:
    """Write a paper about a draft as a page to print."""

    def words(text: Text) -> str:
        return "".join(
            _words(said, _raised) + (_raised(mark) if mark else "")
            for mark, said in stretches(text, paper.notes)
        )

    def body() -> Iterator[str]:
        yield f"<h1>{words(paper.title)}</h1>"
        if paper.part:
            yield f"<h2>{escape(paper.part)}</h2>"
        for each in paper.paragraphs:
            yield f'<p class="{each.stands.value}">{_numbered(each.number)}{words(each.text)}</p>'

    notes = [(mark, words(text)) for mark, text in paper.notes.items()]
    return page(paper.head, paper.line, plain(paper.title), body(), notes)


def page(
    head: Masthead, line: str, title: str, body: Iterable[str], notes: Iterable[tuple[str, str]]
) -> bytes:
    """Write any document as a page to print: ``body`` below the line that says who submits what."""
    language = LANGUAGES[head.language]
    own = [("*", escape(head.on_behalf_of))] if head.on_behalf_of else []
    foot = "".join(
        f'<p id="note-{escape(mark)}"><sup>{escape(mark)}</sup> {said}</p>' for mark, said in [*own, *notes]
    )
    right = "".join(f"<p>{escape(each)}</p>" for each in issued(head))
    looks = {head.committee: ' class="committee"'}
    opened = "".join(f"<p{looks.get(each, '')}>{escape(each)}</p>" for each in lines(head))
    done = (
        f'<!doctype html>\n<html lang="{head.language}" dir="{"rtl" if language.rtl else "ltr"}">'
        f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>"
        f'<header><p class="above"><span>{escape(language.organization)}</span>'
        f'<span dir="ltr">{escape(head.symbol or "")}</span></p>'
        f'<p class="organ">{escape(organ(head))}</p>'
        f'<div dir="{_latin(head.language)}">{right}</div></header>\n'
        f'<div class="opening">{opened}</div>\n<main><p class="line">{escape(line)}</p>\n'
        + "\n".join(body)
        + "</main>\n"
        + (f'<footer class="notes">{foot}</footer>' if foot else "")
        + "</body></html>\n"
    )
    return done.encode()


def _latin(language: str) -> str:
    """Give the direction of what stands on the right, which is in English in an Arabic document."""
    return "ltr" if language in ("ar", "ru", "zh") else "auto"


def _provision(place: Place, refer: Callable[[str], str]) -> str:
    provision = place.provision
    words = _words(provision.text, refer)
    if provision.kind is Kind.TITLE:
        return f"<h1>{words}</h1>"
    kind = provision.kind.value.split()[0]
    depth = f" depth{min(len(place.path) - 1, 3)}" if provision.kind is Kind.SUBPARAGRAPH else ""
    return f'<p class="{kind}{depth}" id="{escape(provision.id)}">{_numbered(place.number or "")}{words}</p>'


def _numbered(mark: str) -> str:
    return f'<span class="number">{escape(mark)}</span> ' if mark else ""


def _words(text: Text, refer: Callable[[str], str]) -> str:
    done = []
    for piece in pieces(text):
        if piece.note is not None:
            done.append(refer(piece.note))
            continue
        said = escape(piece.text)
        said = f"<i>{said}</i>" if piece.italic else said
        link = piece.link or ""
        done.append(f'<a href="{escape(link)}">{said}</a>' if link.startswith(_SAFE) else said)
    return "".join(done)


def _raised(mark: str) -> str:
    return f"<sup>{escape(mark)}</sup>"
