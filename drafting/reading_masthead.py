"""What stands above the text: the lines of the masthead, in any order and any of the six languages."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import regex
from babel.dates import get_month_names

from drafting.languages import LANGUAGES
from drafting.mastheads import session_line
from drafting.messages import Message
from drafting.outline import Masthead
from drafting.reading_sponsors import Submission, names_document, names_states, submission

_FLAGS = regex.IGNORECASE
_SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9.()\-]+)+"
_DISTRIBUTION = (
    ("Limited", r"(?:distr(?:ibution)?\s*\.?\s*:?\s*)(?:limited|limitée|limitada|ограниченное|有限|محدود)"),
    ("General", r"(?:distr(?:ibution)?\s*\.?\s*:?\s*)(?:general|générale|общее|普遍|عام)"),
    ("Restricted", r"(?:distr(?:ibution)?\s*\.?\s*:?\s*)(?:restricted|restreinte|reservada|reservado)"),
)
_ITEM = r"\d+(?:\s?[(（]?(?:\p{L}{1,3}|\p{Nd}{1,2})[)）])*"
_ITEMS = rf"{_ITEM}(?:(?:\s?[,、]\s?|\s?(?:and|et|y|и|和|و|to|à)\s?){_ITEM})*"
_ITEM_LINES = {
    "en": (
        rf"(?:Provisional )?Agenda items? (?P<item>{_ITEMS})|"
        rf"Items? (?P<item>{_ITEMS}) of the provisional agenda"
    ),
    "fr": rf"Points? (?P<item>{_ITEMS}) de l[’']ordre du jour(?: provisoire)?",
    "es": rf"Temas? (?P<item>{_ITEMS}) del programa(?: provisional)?",
    "ru": rf"Пункты? (?P<item>{_ITEMS}) (?:предварительной )?повестки дня",
    "zh": rf"(?:临时)?议程项目\s?(?P<item>{_ITEMS})",
    "ar": rf"(?:البند|البندان|البنود)\s(?P<item>{_ITEMS}) من جدول الأعمال(?: المؤقت)?",
}
_BODY = regex.compile(
    r"^(?!#).*(?:commi|comité|comisión|комит|комисс|委员会|لجنة|board|forum|conference|working group)", _FLAGS
)
_DAY = r"(?P<day>\d{1,2})(?:er|º|st|nd|rd|th)?"
_MONTH = r"\s(?:de\s)?\p{L}+(?:\s\p{L}+)?(?:/\p{L}+)?"  # by its name, or by both that Arabic has for it
_YEAR = r",?\s(?:del?\s)?\d{4}(?:\sгода)?"
_DATES = (
    rf"(?:du\s|del\s)?{_DAY}(?:{_MONTH})?(?:{_YEAR})?\s?(?:[-–—]|au|al?|по|إلى)\s?{_DAY}{_MONTH}{_YEAR}|"
    r"\d{4}年\d{1,2}月\d{1,2}日\s?[-–—至]\s?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
)
_NUMBER = r"(?P<job>(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6})\*?\s\([EFSRCA]\)"
_WORKED = r"(?P<days>\d{6}(?:\s\d{6})*)"
_JOB = rf"{_NUMBER}(?:\s{_WORKED})?|{_WORKED}\s{_NUMBER}"


@dataclass
class Head:
    """What has been read of a masthead, and the lines that none of its places takes."""

    head: Masthead
    free: list[tuple[str, str]] = field(default_factory=list)  # where a line stood, and its words
    titles: list[int] = field(default_factory=list)  # the places of the lines that make the title
    remarks: list[Message] = field(default_factory=list)


def read_masthead(lines: Sequence[str], language: str, titled: bool = False) -> Head:
    """Read the lines above the enacting line; the places of the title's lines are given back.

    ``titled`` says that the title is known already and not among them.
    """
    found = Head(Masthead(language=language))
    stage = "top"  # then session, item, sponsors
    loose: list[tuple[int, str, str]] = []
    for place, line in enumerate(lines):
        rest = " ".join(line.split())
        if not rest.strip("*"):  # the asterisk of a note that the symbol bears
            continue
        if stage == "sponsors":
            loose.append((place, stage, rest))
            continue
        if names_document(rest, language):
            before = _wrapped(loose, rest, language) if stage != "top" or loose else ""
            found.head = _submitted(found.head, submission(f"{before} {rest}".strip(), language))
            stage = "sponsors"
            continue
        rest, stage = _take(found, rest, stage, language)
        if rest:
            loose.append((place, stage, rest))
    _settle(found, loose, titled)
    return found


def _take(found: Head, line: str, stage: str, language: str) -> tuple[str, str]:
    """Take from the beginning of a line all that a masthead prints; give what is left, and where we are."""
    rest = line
    while rest:
        for name, pattern in _patterns(language):
            match = pattern.match(rest)
            left = rest[match.end() :].lstrip(" ,;*") if match else ""
            if not match or (stage == "item" and (left or name in ("organ", "committee", "session"))):
                continue
            found.head = _known(found.head, name, match, language)
            stage = {"session": "session", "item": "item"}.get(name, stage)
            if name == "committee" and stage == "top":
                stage = "session"
            rest = left
            if name == "item":
                return rest, stage
            break
        else:
            return rest, stage
    return rest, stage


def _known(head: Masthead, name: str, match: regex.Match[str], language: str) -> Masthead:
    words = match.group().strip()
    if name in ("Limited", "General", "Restricted"):
        return replace(head, distribution=name)
    if name == "symbol":
        return replace(head, symbol=match["symbol"])
    if name == "organ" and head.organ and not head.committee:  # a council below the Assembly
        return replace(head, committee=_spelled(words, LANGUAGES[language].organs.values()))
    if name == "organ":
        return replace(head, organ=_spelled(words, LANGUAGES[language].organs.values()))
    if name == "committee":
        own = LANGUAGES[language]
        return replace(head, committee=_spelled(words, (*own.committees, *own.commissions.values())))
    if name == "dates":
        return replace(head, dates=words)
    if name == "job":
        return replace(head, job=match["job"], job_dates=match["days"])
    if name == "date":
        return replace(head, date=_date(match) or head.date)
    if name == "original":
        return replace(head, original_language=_named(match["original"]) or head.original_language)
    if name == "session":
        year = match.groupdict().get("year")
        return replace(head, session=int(year) if year else _sessions(language)[_folded(match["nth"])])
    if name == "item":
        return replace(head, agenda_item=" ".join(match["item"].split()))
    return head


def read_job(line: str) -> tuple[str, str | None] | None:
    """Read a job number with the days of the work, as the foot of the first page has them.

    >>> read_job("25-17755* (E) 071125"), read_job("180817 110817 17-13704 (A)"), read_job("3/14")
    (('25-17755', '071125'), ('17-13704', '180817 110817'), None)
    """
    match = regex.fullmatch(_JOB, " ".join(line.split()))
    return (match["job"], match["days"]) if match else None


def _submitted(head: Masthead, said: Submission) -> Masthead:
    return replace(head, sponsors=said.sponsors, submitted_by=said.submitted_by, kind=said.kind)


def _wrapped(loose: list[tuple[int, str, str]], line: str, language: str) -> str:
    """Take the lines before that the list of sponsors began on: they end in a comma or a colon.

    Where they do not, for a name was broken, nobody but States is named from the first of them on.
    """
    for start in range(len(loose)):
        words = [each for _, _, each in loose[start:]]
        if names_states(" ".join([*words, line]), language):
            del loose[start:]
            return " ".join(words)
    taken: list[str] = []
    while loose and loose[-1][2].rstrip("*").endswith((",", "、", "،", ":", "：")):
        taken.insert(0, loose.pop()[2])
    return " ".join(taken)


def _settle(found: Head, loose: list[tuple[int, str, str]], titled: bool) -> None:
    """Say what the lines are that nothing took: the committee, the agenda item's title, the draft's title."""
    titles = [each for each in loose if each[1] == "sponsors"]
    if not titles and loose and not titled:  # nobody says who submits it
        titles = [loose[-1]]
    found.titles = [place for place, _, _ in titles]
    others = [each for each in loose if each not in titles]
    item = [words for _, stage, words in others if stage == "item"]
    above = [words for _, stage, words in others if stage == "session"]
    top = [words for _, stage, words in others if stage == "top"]
    if not found.head.committee and above and (found.head.agenda_item or not item):
        found.head = replace(found.head, committee=above.pop(0))
    if not found.head.committee and found.head.session is not None and top and _BODY.search(top[-1]):
        found.head = replace(found.head, committee=top.pop())
    if not found.head.agenda_title and (item or above):
        found.head = replace(found.head, agenda_title=" ".join([*above, *item]))
        above = []
    found.remarks += [
        Message("Set aside from the masthead: “{words}”.", words=words) for words in [*top, *above]
    ]


@cache
def _patterns(language: str) -> list[tuple[str, regex.Pattern[str]]]:
    """Give what a masthead's lines look like; translated ones mix in English, as the Secretariat does."""
    own = LANGUAGES[language]
    both = [own] if language == "en" else [own, LANGUAGES["en"]]
    sources = [(name, pattern) for name, pattern in _DISTRIBUTION]
    sources.append(("symbol", rf"(?P<symbol>{_SYMBOL})\*?(?=\s|$)"))
    sources.append(("organization", "|".join(regex.escape(each.organization) for each in LANGUAGES.values())))
    names = sorted(
        {name for each in LANGUAGES.values() for name in each.names.values()}, key=len, reverse=True
    )
    every = "|".join(regex.escape(name) for name in names)
    sources.append(("original", rf"original\s*:\s*(?P<original>{every})(?:/(?:{every}))*"))
    sources += [("job", _JOB), ("dates", _DATES)]
    sources += [("date", pattern) for pattern in _dates(language)]
    sessions = sorted(_sessions(language), key=len, reverse=True)
    nth = "|".join(regex.escape(each).replace(r"\ ", r"[\s-]") for each in sessions)
    sources.append(("session", rf"(?P<nth>{nth})(?!\p{{L}})"))
    sources += [
        ("session", regex.escape(each.year_session).replace(r"\{year\}", r"(?P<year>\d{4})")) for each in both
    ]
    committees = [
        *own.committees,
        *own.commissions.values(),
        *(["Special Political and Decolonization Committee"] if language == "en" else []),
    ]
    sources.append(("committee", _either(committees)))
    sources.append(("organ", _either(own.organs.values())))
    sources.append(("item", _ITEM_LINES[language]))
    shown = [name for each in LANGUAGES.values() for name in (each.own_name, each.english_name)]
    sources.append(("language", _either(shown) + "$"))
    bounded = [(name, rf"(?:{pattern})(?:(?!\p{{L}})|(?<=\p{{Han}}))") for name, pattern in sources]
    return [(name, regex.compile(pattern, _FLAGS if name != "symbol" else 0)) for name, pattern in bounded]


def _either(names: Iterable[str]) -> str:
    ordered = sorted(names, key=len, reverse=True)
    return (
        "(?:"
        + "|".join(regex.escape(each).replace(r"\ ", r"\s").replace("’", "[’']") for each in ordered)
        + ")"
    )


def _spelled(words: str, names: Iterable[str]) -> str:
    """Give a name as documents print it, however it was written."""
    return next((name for name in names if _folded(name) == _folded(words)), words)


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("-", " ").casefold().split())


@cache
def _sessions(language: str) -> dict[str, int]:
    """Give the lines that name a session by its ordinal, of this language and of English."""
    found = {}
    for code in ("en", language):
        for number in range(1, 150):
            line = session_line(Masthead(language=code, session=number)) or ""
            found[_folded(line)] = number
    return found


def _named(name: str) -> str | None:
    return next(
        (
            code
            for each in LANGUAGES.values()
            for code, said in each.names.items()
            if said == name.lower() or said == name.capitalize()
        ),
        None,
    )


@cache
def _months() -> dict[str, int]:
    return {
        name.casefold(): number
        for code in ("en", "fr", "es", "ru")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, "format", code).items()
    }


def _dates(language: str) -> list[str]:
    months = "|".join(sorted(map(regex.escape, _months()), key=len, reverse=True))
    return [
        rf"{_DAY}\s(?:de\s)?(?P<month>{months})\.?,?\s(?:del?\s)?(?P<year>\d{{4}})(?:\sгода)?(?!\s?[-–—])",
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
    ]


def _date(match: regex.Match[str]) -> datetime.date | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else _months()[month.casefold()]
    try:
        return datetime.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
