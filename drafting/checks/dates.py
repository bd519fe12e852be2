"""How dates are written: E23, and E29 for the French first of a month."""

from collections.abc import Iterator

from drafting.checks.expressions import ALL, Expression, Match
from drafting.checks.paragraph import Finding, Paragraph
from drafting.messages import Message

_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_FR = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_ES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_RU = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
# Arabic documents of the United Nations give both names of a month.
_AR = dict(
    zip(
        "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split(
            "|"
        ),
        "يناير|فبراير|مارس|أبريل|مايو|يونيه|يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر".split("|"),
        strict=True,
    )
)
_BOTH = {name: f"{first}/{second}" for first, second in _AR.items() for name in (first, second)}
_BOTH |= {"يونيو": _BOTH["يونيه"], "يوليو": _BOTH["يوليه"]}
_AR_MONTH = "|".join(sorted(_BOTH, key=len, reverse=True))
_DIGITS = Message("“{words}”: in a date the month is a word.")


def _raised(months: str) -> str:
    return "|".join(month[0].upper() + month[1:] for month in months.split("|"))


def _lowered(match: Match) -> str:
    return match.group().lower()


_EXPRESSIONS = (
    Expression("E23", "en", rf"\b({_EN}) (\d{{1,2}})(?:st|nd|rd|th)?, (\d{{4}})\b", r"\2 \1 \3", kinds=ALL),
    Expression("E23", "en", rf"\b(\d{{1,2}})(?:st|nd|rd|th)(?: of)? ({_EN})\b", r"\1 \2", kinds=ALL),
    Expression("E23", "en", rf"\b(\d{{1,2}} (?:{_EN})), (?=\d{{4}}\b)", r"\1 ", kinds=ALL),
    Expression(
        "E23", "fr", rf"(?<=\b(?:\d{{1,2}}|1er) )(?:{_raised(_FR)})(?= \d{{4}}\b)", _lowered, kinds=ALL
    ),
    Expression("E29", "fr", rf"\b1(?= (?:{_FR})\b)", "1er", kinds=ALL),
    Expression(
        "E23", "es", rf"(?<=\b\d{{1,2}} de )(?:{_raised(_ES)})(?= del? \d{{4}}\b)", _lowered, kinds=ALL
    ),
    Expression("E23", "es", rf"(?<=\b\d{{1,2}} de (?:{_ES}) )del(?= \d{{4}}\b)", "de", kinds=ALL),
    Expression("E23", "ru", rf"(?<=\b\d{{1,2}} )(?:{_raised(_RU)})(?= \d{{4}}\b)", _lowered, kinds=ALL),
    Expression("E23", "ru", rf"(?<=\b\d{{1,2}} (?:{_RU}) \d{{4}} )г\.", "года", kinds=ALL),
    Expression(
        "E23",
        "ar",
        rf"(?<=\b\d{{1,2}} )({_AR_MONTH})(?= \d{{4}}\b)",
        lambda match: _BOTH[match.group()],
        kinds=ALL,
    ),
    Expression(
        "E23", "en fr es ru", r"(?<![\w/.-])\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d(?![\w/])", says=_DIGITS
    ),
)


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give the dates that are written otherwise."""
    for expression in _EXPRESSIONS:
        yield from expression.found(paragraph)
