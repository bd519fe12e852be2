"""How paragraphs open: E03, E04, E09 to E14, and language by language E30 to E32 and E34."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from drafting.checks.paragraph import BODY, Finding, Paragraph, slanted
from drafting.messages import Message
from drafting.opening_tables import TABLES
from drafting.opening_words import kinds, length
from drafting.outline import Kind

_SLANTED = ("en", "fr", "es", "ru")  # where openings are printed in italics for certain
_TOO_FAR = 40  # letters of italics beyond the opening that no unlisted qualifier explains
_PARTS = (Kind.PREAMBULAR, Kind.OPERATIVE)


@dataclass(frozen=True)
class Adverbs:
    """Where "also" and "further" stand in one language: the ones moved, by rule and part."""

    words: str
    first: dict[Kind, str]  # the rule broken where the adverb stands before the verb
    last: dict[Kind, str]  # … where it stands after it
    chain: tuple[str, str] = ("", "")  # the second and the third of paragraphs that open alike


_ADVERBS = {
    # "Requests further information" is no chain: after an operative verb only "also" is told.
    "en": Adverbs("also|further", {Kind.PREAMBULAR: "E10"}, {Kind.OPERATIVE: "E11"}, ("also", "further")),
    "fr": Adverbs("également|en outre", dict.fromkeys(_PARTS, "E31"), {}, ("également", "en outre")),
    "es": Adverbs("también|además", dict.fromkeys(_PARTS, "E30"), {}, ("también", "además")),
}


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give what is wrong with a paragraph's opening."""
    if paragraph.kind is Kind.SUBPARAGRAPH:
        yield from _capital(paragraph)
    if paragraph.kind not in _PARTS:
        return
    if paragraph.language == "ar":
        yield from _arabic(paragraph)
    yield from _form(paragraph)
    yield from _case(paragraph)
    yield from _adverb(paragraph)
    yield from _chain(paragraph)
    if paragraph.language in _SLANTED:
        yield from _italics(paragraph)


def _form(paragraph: Paragraph) -> Iterator[Finding]:
    """E03, E04: a participle opens the preamble's paragraphs, a verb in the present the operative ones."""
    letters, language = paragraph.letters, paragraph.language
    if language == "zh":  # its verbs have one form
        return
    said = kinds(letters, language, by_form=False)
    if paragraph.kind is Kind.PREAMBULAR and said == {Kind.OPERATIVE}:
        message = Message("“{words}” opens an operative paragraph; this one is preambular.")
    elif paragraph.kind is Kind.OPERATIVE and (
        said == {Kind.PREAMBULAR} or _is_participle(letters, language)
    ):
        message = Message("“{words}” opens a preambular paragraph; this one is operative.")
    else:
        return
    end = paragraph.opening or len(regex.split(r"\W", letters, maxsplit=1)[0])
    message = Message(message.text, words=letters[:end])
    yield paragraph.finding("E03" if paragraph.kind is Kind.PREAMBULAR else "E04", 0, end, message)


def _is_participle(letters: str, language: str) -> bool:
    """Whether an English paragraph opens with the participle of a verb that we know: "Deciding"."""
    match = regex.match(r"(\p{Lu}\p{Ll}+)ing\b", letters)
    if language != "en" or not match:
        return False
    return any(kinds(match[1] + ending, language) == {Kind.OPERATIVE} for ending in ("s", "es"))


def _case(paragraph: Paragraph) -> Iterator[Finding]:
    """E03, E04, E32: what opens has a capital letter, but in Russian a small one."""
    letters, first = paragraph.letters, paragraph.letters[:1]
    if not paragraph.text[0].italic or paragraph.language in ("zh", "ar"):
        return
    if paragraph.language == "ru":
        if first.isupper() and kinds(letters, "ru", by_form=False):
            said = Message("In Russian a paragraph opens with a small letter.")
            yield paragraph.finding("E32", 0, paragraph.opening, said, [(0, 1, first.lower())])
    elif first.islower() and paragraph.kind in kinds(_raised(letters), paragraph.language, by_form=False):
        said = Message("A paragraph opens with a capital letter.")
        rule = "E03" if paragraph.kind is Kind.PREAMBULAR else "E04"
        yield paragraph.finding(rule, 0, _word(letters), said, [(0, 1, first.upper())])


def _capital(paragraph: Paragraph) -> Iterator[Finding]:
    """E09: a sub-paragraph begins with a capital letter, where its like are sentences of their own."""
    letters = paragraph.letters
    if paragraph.language in ("en", "fr", "es") and letters[:1].islower():
        said = Message("A sub-paragraph begins with a capital letter.")
        yield paragraph.finding("E09", 0, _word(letters), said, [(0, 1, letters[0].upper())])


@cache
def _verbs(language: str, kind: Kind, misplaced: str, rule: str) -> "regex.Pattern[str]":
    table = TABLES[language]
    verbs = table.preambular if kind is Kind.PREAMBULAR else table.operative
    verb = rf"(?P<verb>(?:\p{{L}}+ly )?(?:{verbs}))"
    adverb = rf"(?P<adverb>{misplaced})"
    return regex.compile(
        rf"{adverb},? {verb}\b" if rule == "first" else rf"{verb} {adverb}\b",
        regex.IGNORECASE | regex.POSIX,
    )


def _adverb(paragraph: Paragraph) -> Iterator[Finding]:
    """E10, E11, E30, E31: on which side of the verb "also" stands."""
    adverbs = _ADVERBS.get(paragraph.language)
    if not adverbs:
        return
    kind = paragraph.kind
    for side, rules in (("first", adverbs.first), ("last", adverbs.last)):
        words = adverbs.words if side == "first" else "also"
        match = (
            _verbs(paragraph.language, kind, words, side).match(paragraph.letters) if kind in rules else None
        )
        if match:
            verb, adverb = match["verb"], match["adverb"]
            right = f"{_raised(verb)} {adverb.lower()}" if side == "first" else _before(adverb, verb)
            said = Message("“{words}” is written “{right}” here.", words=match.group(), right=right)
            yield paragraph.finding(rules[kind], 0, match.end(), said, [(0, match.end(), right)])


def _raised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _before(adverb: str, verb: str) -> str:
    return f"{_raised(adverb)} {verb[:1].lower()}{verb[1:]}"


def _chain(paragraph: Paragraph) -> Iterator[Finding]:
    """E12: of paragraphs that open alike the first is plain, the second says "also", the third "further".

    That a plain verb opens two operative paragraphs is met too often to be told.
    """
    adverbs = _ADVERBS.get(paragraph.language)
    before = _lead(paragraph)
    if adverbs is None or before is None:
        return
    second, third = adverbs.chain
    here, there = paragraph.letters[: paragraph.opening], before.letters[: before.opening]
    plain = not regex.search(rf"\b(?:{adverbs.words})\b", here, regex.IGNORECASE)
    if here and here == there and plain and paragraph.kind is Kind.PREAMBULAR:
        said = Message("The paragraph before opens with “{words}” too.", words=here)
        yield paragraph.finding("E12", 0, len(here), said)
    for adverb, wanted in ((second, third), (third, "")):
        if here and here.lower() == there.lower() and (at := _at(adverb, here)) is not None:
            said = Message("The paragraph before opens with “{words}” too.", words=here)
            edits = [(at, at + len(adverb), wanted if here[at].islower() else _raised(wanted))]
            yield paragraph.finding("E12", 0, len(here), said, edits if wanted else None)


def _lead(paragraph: Paragraph) -> Paragraph | None:
    """Give the paragraph of the same part before this one, past its sub-paragraphs."""
    before = paragraph.before
    while before and before.kind is Kind.SUBPARAGRAPH:
        before = before.before
    return before if before and before.kind is paragraph.kind else None


def _at(adverb: str, words: str) -> int | None:
    match = regex.search(rf"\b{adverb}\b", words, regex.IGNORECASE)
    return match.start() if match else None


def _italics(paragraph: Paragraph) -> Iterator[Finding]:
    """E13, E14: the opening is in italics, all of it and nothing else."""
    text, letters, opening = paragraph.text, paragraph.letters, paragraph.opening
    end = paragraph.italics[0][1] if paragraph.italics and paragraph.italics[0][0] == 0 else 0
    lead = _raised(letters) if end and paragraph.language != "ru" else letters
    known = bool(opening) and bool(kinds(lead, paragraph.language, by_form=False))
    if known and end == 0:
        said = Message("The words that open a paragraph are in italics.")
        fix = slanted(text, 0, opening, True) if _roman_after(paragraph, opening) else None
        yield paragraph.finding("E14", 0, opening, said, fix=fix)
    elif known and end > opening + _TOO_FAR:
        said = Message("Only the words that open a paragraph are in italics.")
        yield paragraph.finding("E14", opening, end, said, fix=slanted(text, opening, end, False))
    elif known and end and paragraph.language in _ADVERBS:
        adverbs = "also" if paragraph.kind is Kind.OPERATIVE else _ADVERBS[paragraph.language].words
        match = regex.compile(rf"(?: (?:{adverbs})\b)+").match(letters, end)
        if match and match.end() <= opening:
            said = Message("“{words}” belongs to the opening and is in italics.", words=match.group().strip())
            roman = _roman_after(paragraph, match.end())
            fix = slanted(text, end, match.end(), True) if roman else None
            yield paragraph.finding("E14", end + 1, match.end(), said, fix=fix)
    for start, last in paragraph.italics:
        words = letters[start:last].strip(" \u00a0,")
        if (end or known) and start and _is_verb(words, paragraph.language):
            said = Message("“{words}” does not open the paragraph and is not in italics.", words=words)
            yield paragraph.finding("E13", start, last, said, fix=slanted(text, start, last, False))


def _roman_after(paragraph: Paragraph, end: int) -> bool:
    """Whether the next word is not in italics already, with which an opening would run together."""
    return all(start > end + 1 or last <= end for start, last in paragraph.italics)


def _is_verb(words: str, language: str) -> bool:
    bare = regex.sub(r"^(?:and|et|y|e|и) ", "", words)
    raised = bare if language == "ru" else _raised(bare)
    said = kinds(raised, language, by_form=False)
    if not bare[:1].islower() or not said:
        return False
    return any(length(raised, language, kind) == len(raised) for kind in said)


def _arabic(paragraph: Paragraph) -> Iterator[Finding]:
    """E34: the first paragraph of the preamble opens with "إذ", the others with "وإذ"."""
    letters = paragraph.letters
    if paragraph.kind is not Kind.PREAMBULAR:
        return
    before = paragraph.before
    if letters.startswith("إذ ") and before is not None and before.kind in BODY:
        said = Message("“{words}” is written “{right}” here.", words="إذ", right="وإذ")
        yield paragraph.finding("E34", 0, 2, said, [(0, 0, "و")])
    elif letters.startswith("وإذ ") and (before is None or before.kind is Kind.ENACTING):
        said = Message("“{words}” is written “{right}” here.", words="وإذ", right="إذ")
        yield paragraph.finding("E34", 0, 3, said, [(0, 1, "")])


def _word(letters: str) -> int:
    match = regex.match(r"[\p{L}\p{M}’-]+", letters)
    return match.end() if match else 0
