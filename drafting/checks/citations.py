"""How resolutions and paragraphs are cited: E15 to E17, E19, E20."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from drafting.checks.expressions import ALL, Expression
from drafting.checks.paragraph import BODY, Finding, Paragraph
from drafting.messages import Message
from drafting.outline import Kind

_MONTHS_ES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_RESOLUTION = (
    r"[Rr]esolutions?|[Rr]ésolutions?|[Rr]esoluci(?:ón|ones)|[Рр]езолюци\p{L}+|(?:ال)?قرار(?:ها|اتها|ات)?"
)
_COUNCIL = r"\d{3,4}"  # a resolution of the Security Council has a number alone, and its year in brackets
_NO_YEAR = r"(?![\d/]| ?\(|[ \u00a0](?:and|et|y|и) )"
_YEAR = Message("“{words}”: a resolution of the Security Council is cited with its year: 1325 (2000).")
_ASIDE = r"(?<!\([^()]*)"  # not in brackets, where words are cut short
_RU = {"ой": "настоящей", "ая": "настоящая", "ую": "настоящую"}

_EXPRESSIONS = (
    Expression("E15", "en fr es ru ar", rf"(?<=(?:{_RESOLUTION}) )A/RES/(\d{{2,3}}/\d+)", r"\1", kinds=ALL),
    Expression("E15", "zh", r"第?A/RES/(\d{2,3}/\d+)号决议", r"第\1号决议", kinds=ALL),
    Expression(
        "E15",
        "es",
        rf"(?<=\b[Rr]esolución )(\d{{2,3}}/\d+) (de \d{{1,2}} de (?:{_MONTHS_ES}) de \d{{4}})(?=,)",
        r"\1, \2",
    ),
    Expression("E15", "en", r"(?<=\bresolution \d{2,3}/\d{1,3} )dated(?= \d{1,2} \p{Lu}\p{Ll}+ \d{4})", "of"),
    Expression("E16", "en", rf"\bSecurity Council resolution {_COUNCIL}{_NO_YEAR}", says=_YEAR),
    Expression("E16", "fr", rf"\brésolution {_COUNCIL} du Conseil de sécurité\b", says=_YEAR),
    Expression("E16", "es", rf"\bresolución {_COUNCIL} del Consejo de Seguridad\b", says=_YEAR),
    Expression("E16", "ru", rf"\bрезолюци\p{{L}}+ {_COUNCIL} Совета Безопасности\b", says=_YEAR),
    Expression("E16", "zh", rf"安全理事会第{_COUNCIL}号决议", says=_YEAR),
    Expression("E16", "ar", rf"قرار مجلس الأمن {_COUNCIL}{_NO_YEAR}", says=_YEAR),
    Expression(
        "E19", "en", r"\b([Tt])(?:his|he current) (?:draft )?resolution\b", r"\1he present resolution"
    ),
    Expression(
        "E19",
        "fr",
        r"(?<=\b(?:application|en œuvre|exécution) de )cette résolution\b",
        "la présente résolution",
    ),
    Expression(
        "E19", "es", r"(?<=\b(?:aplicación|cumplimiento) de )esta resolución\b", "la presente resolución"
    ),
    Expression("E19", "ru", r"\bданн(?=(?:ой|ая|ую) резолюци)(ой|ая|ую)", lambda match: _RU[match[1]]),
    Expression("E19", "zh", r"[此这](?:项|个)?决议(?!草案)", "本决议"),
    Expression("E19", "ar", r"القرار (?:الحالي|الراهن)", "هذا القرار"),
    Expression("E20", "en", rf"{_ASIDE}\bpara(s?)\.(?= \d)", r"paragraph\1", kinds=BODY),
    Expression("E20", "en", r"\boperative (paragraphs?)(?= \d)", r"\1"),
    Expression("E20", "fr", rf"{_ASIDE}\bpar\.(?= \d)", "paragraphe", kinds=BODY),
    Expression("E20", "es", rf"{_ASIDE}\bpárr\.(?= \d)", "párrafo", kinds=BODY),
)

# A resolution, and how its date follows, be it after a few words.
_CITED = {
    "en": ("resolution", r" (?:[A-Z] )?(?:of|adopted|dated)\b|[^;]{0,90}?\b\d{1,2} \p{Lu}\p{Ll}+ \d{4}"),
    "fr": ("résolution", r"[^;]{0,90}?\b(?:1er|\d{1,2}) \p{L}+ \d{4}"),
    "es": ("resolución", r"[^;]{0,90}?\bde \d"),
}
_OWN = {  # how the General Assembly does not call its own resolutions at the head of a paragraph
    "en": (" General Assembly (?=resolutions? \\d)", " its "),
    "fr": (r" la résolution (\d+/\d+) de l’Assemblée générale\b", r" sa résolution \1"),
    "es": (r" la resolución (\d+/\d+) de la Asamblea General\b", r" su resolución \1"),
}
_ASSEMBLY = ("General Assembly", "Assemblée générale", "Asamblea General")
_SERIES = regex.compile(r"resolutions ((?:\d{2,3}/\d+(?: of \d{1,2} \p{L}+ \d{4})?(?:, | and |, and )?){2,})")


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give what is cited otherwise than drafts cite it."""
    for expression in _EXPRESSIONS:
        yield from expression.found(paragraph)
    if paragraph.kind is Kind.PREAMBULAR:
        yield from _undated(paragraph)
    if paragraph.kind in BODY:
        yield from _series(paragraph)
    if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
        yield from _own(paragraph)


def _undated(paragraph: Paragraph) -> Iterator[Finding]:
    """E15: a resolution is cited with its date where the preamble is the first to name it."""
    if paragraph.language not in _CITED:
        return
    resolution, date = _CITED[paragraph.language]
    for match in regex.finditer(rf"\b{resolution} (\d{{2,3}}/\d{{1,3}})\b(?!{date})", paragraph.letters):
        number = regex.compile(rf"(?<![\d/]){match[1]}(?!\d)")
        named = [each for each in paragraph.sheet.paragraphs if number.search(each.letters)]
        if named[0] is paragraph and paragraph.own(*match.span()):
            said = Message("“{words}” is named for the first time, with its date.", words=match.group())
            yield paragraph.finding("E15", *match.span(), said)


def _series(paragraph: Paragraph) -> Iterator[Finding]:
    """E17: several resolutions of one organ are cited in the order of time."""
    if paragraph.language != "en":
        return
    for match in _SERIES.finditer(paragraph.letters):
        numbers = [tuple(map(int, each.split("/"))) for each in regex.findall(r"\d+/\d+", match[1])]
        if any(one > other for one, other in pairwise(numbers)) and paragraph.own(*match.span()):
            said = Message("Several resolutions are cited in the order of time.")
            yield paragraph.finding("E17", *match.span(1), said)


def _own(paragraph: Paragraph) -> Iterator[Finding]:
    """E16: the General Assembly says “its resolution” where it recalls one at the head of a paragraph."""
    line = next(paragraph.sheet.of(Kind.ENACTING), None)
    if paragraph.language not in _OWN or line is None:
        return
    if not any(name in line.letters for name in _ASSEMBLY):
        return
    wrong, right = _OWN[paragraph.language]
    end = paragraph.opening
    if end and (match := regex.compile(wrong).match(paragraph.letters, end)):
        said = Message("The General Assembly calls its own resolutions “its”.")
        yield paragraph.finding("E16", end + 1, match.end(), said, [(*match.span(), match.expand(right))])
