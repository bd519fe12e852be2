"""The line that says who submits a draft, in the six languages."""

from dataclasses import dataclass
from functools import cache

import regex

from drafting import states
from drafting.outline import Sponsor

_DOCUMENTS = {
    "en": (
        r"(?:(?:further |second )?revised )?(?:consolidated )?"
        r"draft (?P<what>resolution|decision|declaration)"
    ),
    "fr": r"projet (?P<what>de résolution|de décision|de déclaration)(?: révisé)?",
    "es": r"proyecto (?P<what>de resolución|de decisión|de declaración)(?: revisado)?",
    "ru": r"(?:пересмотренный )?проект (?P<what>резолюции|решения|декларации)",
    "zh": r"(?:订正)?(?P<what>决议|决定)草案",
    "ar": r"مشروع (?P<what>قرار|مقرر)(?: منقح)?",
}
_AMENDMENT = regex.compile(
    r"[:：]\s?\*?\s?(?:sub-)?(?:amendments?|amendements?|enmiendas?|поправк|对.*修正案|تعديل)",
    regex.IGNORECASE,
)
_SUBMITTED = {
    "en": r"(?:as )?(?:submitted|recommended|proposed) (?:by|on)",
    "fr": "présenté|déposé|proposé",
    "es": "presentado|propuesto",
    "ru": "представленный|представленная|внесенный",
    "zh": "提交|提出",
    "ar": "مقدم|مقترح",
}
_STARRED = regex.compile(r"\s?([,、،])\s?(\*+)")
_BOUND = regex.compile(r"\s?\**\s?(?:[,、،:：]|$)|\s(?:and|et|y|e|и)\s|[和و]")
_COMMA = regex.compile(r"[,、،]")
_DECISIONS = ("decision", "de décision", "de decisión", "решения", "决定", "مقرر")


@dataclass(frozen=True, slots=True)
class Submission:
    """Who submits a draft, and what it is."""

    sponsors: tuple[Sponsor, ...] = ()
    submitted_by: str | None = None
    kind: str = "draft resolution"


def names_document(line: str, language: str) -> bool:
    """Whether a line is the one that says who submits: "Fiji and Kenya: draft resolution"."""
    return any(pattern.search(line) for pattern in _lines(language))


def begins_sponsors(line: str, language: str) -> bool:
    """Whether the line that says who submits begins here: with a State's name, or "Draft resolution …".

    >>> begins_sponsors("Fiji,* Kenya and Saint", "en"), begins_sponsors("Fijian lighthouses", "en")
    (True, False)
    """
    _, by_another, alone = _lines(language)
    if by_another.match(line) or alone.match(line):
        return True
    start = _plain(line.lstrip("*"))
    return any(start.startswith(name) and _BOUND.match(start, len(name)) for name in _names(language))


def ends_sponsors(line: str, language: str) -> bool:
    """Whether a line says who submits to its end: nothing of it can stand on the next one."""
    listed, _, alone = _lines(language)
    return bool(listed.search(line) or alone.search(line))


def names_states(line: str, language: str) -> bool:
    """Whether a line names nobody but States as sponsors: "Fiji and Kenya: draft resolution"."""
    sponsors = submission(line, language).sponsors
    return bool(sponsors) and all(_is_name(each.name, language) for each in sponsors)


def is_amendment(line: str) -> bool:
    """Whether a line is that of an amendment document: "Belarus: amendment to draft resolution …"."""
    return _AMENDMENT.search(line) is not None


def submission(line: str, language: str) -> Submission:
    """Read the line that says who submits a draft.

    >>> submission("Egypt,* Fiji and Trinidad and Tobago: revised draft resolution", "en").sponsors
    (Sponsor(name='Egypt', starred=True), Sponsor(name='Fiji', starred=False), \
Sponsor(name='Trinidad and Tobago', starred=False))
    """
    listed, by_another, alone = _lines(language)
    match = listed.search(line)
    if match:
        written = match["names"] + ("*" if "*" in match["mark"] else "")
        return Submission(tuple(_sponsors(written, language)), None, _kind(match["what"]))
    match = by_another.search(line) or alone.search(line)
    kind = _kind(match["what"]) if match else "draft resolution"
    plain = match is not None and by_another.search(line) is None
    return Submission((), None if plain else line, kind)


def _kind(what: str) -> str:
    return "draft decision" if what.casefold() in _DECISIONS else "draft resolution"


@cache
def _lines(language: str) -> tuple[regex.Pattern[str], ...]:
    """Give the three forms: a list of names, a text that names nobody as a State, and the document alone."""
    document, submitted = _DOCUMENTS[language], _SUBMITTED[language]
    if language == "zh":
        by_another = rf"^.+(?:{submitted})的?(?:{document})$|^(?:{document})\s?.*(?:{submitted})"
    else:
        by_another = rf"^(?:{document}),?\s(?:{submitted})"
    return (
        regex.compile(
            rf"^(?P<names>.+?)(?P<mark>\s?\**\s?[:：]\s?\**\s?)(?:{document})\**$", regex.IGNORECASE
        ),
        regex.compile(by_another, regex.IGNORECASE),
        regex.compile(rf"^(?:{document})\**$", regex.IGNORECASE),
    )


def _sponsors(written: str, language: str) -> list[Sponsor]:
    names = [name for part in _listed(written) for name in _parted(part.strip(), language)]
    return [Sponsor(name.rstrip("* "), name.endswith("*")) for name in names if name.strip("* ")]


def _listed(written: str) -> list[str]:
    """Part a list at its commas; an asterisk behind a comma belongs to the name before it."""
    marked = _STARRED.sub(r"\2\1", written)
    return _COMMA.split(marked)


def _parted(part: str, language: str) -> list[str]:
    """Part the end of a list at its "and", which a State's name may have in it too."""
    if _is_name(part, language):
        return [part]
    if language == "ar":
        return _parted_arabic(part)
    last = {"en": [" and "], "fr": [" et "], "es": [" y ", " e "], "ru": [" и "], "zh": ["和"]}[language]
    cuts = [
        (part[: match.start()].strip(), part[match.end() :].strip())
        for joined in last
        for match in regex.compile(joined).finditer(part)
    ]
    if not cuts:
        return [part]
    left, right = max(reversed(cuts), key=lambda cut: sum(_is_name(name, language) for name in cut))
    return [left, right]


def _is_name(name: str, language: str) -> bool:
    return _known_folded(name.rstrip("* "), language)


@cache
def _names(language: str) -> frozenset[str]:
    return frozenset(_plain(name) for name in states.names(language))


def _known_folded(name: str, language: str) -> bool:
    return _plain(name) in _names(language)


def _plain(name: str) -> str:
    return name.replace("'", "’").replace("\u00a0", " ").casefold()


def _parted_arabic(part: str) -> list[str]:
    """Part a list whose names are joined by a letter that is written at the next word: الأردن وتونس."""
    words = part.split(" ")
    found: list[list[str]] = [[]]
    for place, word in enumerate(words):
        alone = word == "و"
        if alone and found[-1]:
            found.append([])
            continue
        joined = word.startswith("و") and len(word) > 1 and found[-1]
        if joined and _starts_name(" ".join([word[1:], *words[place + 1 :]])):
            found.append([word[1:]])
        else:
            found[-1].append(word)
    return [" ".join(name) for name in found if name]


def _starts_name(words: str) -> bool:
    bare = words.replace("*", "")
    return any(bare == name or bare.startswith((f"{name} ", f"{name}،")) for name in _names("ar"))
