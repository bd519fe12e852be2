"""The words that open paragraphs and are printed in italics, in the six languages (UN_FORMAT.md, E03–E14).

An opening is a verb with what UN practice prints in italics beside it: adverbs, "with appreciation",
"its deep concern". Of several that fit, the longest counts.
"""

from dataclasses import dataclass, replace
from functools import cache

import regex

from drafting.opening_tables import TABLES
from drafting.outline import Kind
from drafting.text import Text, plain

_NEVER = regex.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Openings:
    preambular: regex.Pattern[str]
    operative: regex.Pattern[str]
    preambular_by_form: regex.Pattern[str]  # what looks like a verb of the preamble but is in no list
    operative_by_form: regex.Pattern[str]


def length(words: str, language: str, kind: Kind) -> int:
    """Give how many characters of a paragraph's beginning are its opening; 0 if nothing is known to open it.

    >>> words = "Taking note with appreciation of the report"
    >>> words[: length(words, "en", Kind.PREAMBULAR)]
    'Taking note with appreciation'
    """
    found = _openings(language)
    patterns = [found.preambular, found.preambular_by_form, found.operative]
    if kind is Kind.OPERATIVE:
        patterns = [found.operative, found.preambular, found.operative_by_form]
    return next((match.end() for match in (each.match(words) for each in patterns) if match), 0)


def kinds(words: str, language: str, by_form: bool = True) -> set[Kind]:
    """Say what a paragraph may be that opens with these words; in Chinese that may be both.

    >>> kinds("Decides to remain seized of the matter", "en"), kinds("The report", "en")
    ({<Kind.OPERATIVE: 'operative'>}, set())

    What begins in small letters is the rest of a paragraph, save in Russian, where all of them do.

    >>> kinds("training and trafficking", "en"), kinds("отмечая доклад", "ru")
    (set(), {<Kind.PREAMBULAR: 'preambular'>})

    Without ``by_form`` only what is listed counts: "Financing for Development" then opens nothing.
    """
    if words[:1].islower() and language != "ru":
        return set()
    found = _openings(language)
    preambular = found.preambular.match(words) or (by_form and found.preambular_by_form.match(words))
    said = {Kind.PREAMBULAR} if preambular else set()
    return said | ({Kind.OPERATIVE} if found.operative.match(words) else set())


def set_opening(text: Text, language: str, kind: Kind) -> Text:
    """Set the opening of a paragraph in italics where it has lost them; italics that are there stand.

    >>> from drafting.text import markup, parse
    >>> markup(set_opening(parse("Recalling also its resolution 64/293"), "en", Kind.PREAMBULAR))
    '*Recalling also* its resolution 64/293'
    """
    if not text or text[0].italic:
        return text
    return italic(text, length(plain(text), language, kind))


def italic(text: Text, end: int) -> Text:
    """Set the words within the first ``end`` characters in italics."""
    done = 0
    words = []
    for word in text:
        done += len(word.text) + (len(word.glue) if done else 0)
        words.append(replace(word, italic=True) if word.note is None and done <= end else word)
    return tuple(words)


@cache
def _openings(language: str) -> _Openings:
    table = TABLES[language]
    space, end = ("", "") if language == "zh" else (r"[ \u00a0]", r"(?![\p{L}\p{M}])")
    before = rf"(?:(?:{table.before}){end}{space})*" if table.before else ""
    after = rf"(?:{space}(?:{table.after}){end})*" if table.after else ""

    def opening(verbs: str) -> regex.Pattern[str]:
        if not verbs:
            return _NEVER
        verb = rf"{before}(?:{verbs}){end}{after}"
        second = rf"(?:{space}{table.joining}{space}{verb})?" if language != "ar" else ""
        return regex.compile(f"{verb}{second}", regex.IGNORECASE | regex.POSIX)

    def expressing(verbs: str, form: int) -> str:
        """Add what is expressed, to the verbs of one part: "Expressing its deep concern"."""
        return rf"{verbs}|(?:{table.expressing[form]}){space}(?:{table.feeling})"

    return _Openings(
        opening(expressing(table.preambular, 0)),
        opening(expressing(table.operative, 1)),
        opening(table.any_preambular),
        opening(table.any_operative),
    )
