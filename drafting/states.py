"""The names of States, and of the observers that sponsor, in the six languages (UN_FORMAT.md 1.4)."""

import csv
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import regex

_LAST = "PSE"  # an observer State stands after the Member States in a list of sponsors
_PRONOUNCED = str.maketrans("斐瑙汶", "匪恼文")  # rare signs stand behind all others in the encoding
_IGNORED = regex.compile(r"[\p{M}\p{P}]")


@cache
def _table() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "states.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def name(code: str, language: str) -> str | None:
    """Give the name that documents in this language print, or none where the code is not known.

    >>> name("NLD", "en"), name("CIV", "es")
    ('Netherlands (Kingdom of the)', 'Côte d’Ivoire')
    """
    row = _table().get(code)
    return row[language] if row else None


def code(name: str, language: str = "en") -> str | None:
    """Find whose name this is: as printed in this language, else in any, else by its beginning.

    >>> code("Belarús", "es"), code("united states", "en"), code("Bolivia"), code("Atlantis")
    ('BLR', 'USA', 'BOL', None)
    """
    wanted = _folded(name)
    return _by_name(language).get(wanted) or _by_name(None).get(wanted) or _by_beginning(wanted, language)


def names(language: str) -> list[str]:
    """Give all names as documents in this language print them."""
    return [row[language] for row in _table().values()]


def order(names: Iterable[str], language: str) -> list[str]:
    """Put sponsors in the alphabetical order of the document's language, the State of Palestine last.

    >>> order(["Türkiye", "State of Palestine", "Côte d’Ivoire", "Costa Rica", "Zambia"], "en")
    ['Costa Rica', 'Côte d’Ivoire', 'Türkiye', 'Zambia', 'State of Palestine']
    >>> order(["挪威", "肯尼亚", "斐济"], "zh")
    ['斐济', '肯尼亚', '挪威']
    """
    return sorted(names, key=lambda each: (code(each, language) == _LAST, _sorting(each, language)))


def _sorting(name: str, language: str) -> tuple[object, ...]:
    if language == "zh":  # the first level of this encoding is in the order of pronunciation
        return (name.translate(_PRONOUNCED).encode("gb18030"),)
    folded = _folded(name)
    return (folded.removeprefix("ال") if language == "ar" else folded,)


@cache
def _by_name(language: str | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, row in _table().items():
        for column in row if language is None else [language]:
            if column != "code":
                found.setdefault(_folded(row[column]), code)
                found.setdefault(_folded(row[column].partition("(")[0]), code)
    return found


def _by_beginning(wanted: str, language: str) -> str | None:
    if len(wanted) < 6:
        return None
    codes = {code for known, code in _by_name(language).items() if known.startswith(f"{wanted} ")}
    return codes.pop() if len(codes) == 1 else None


@cache
def _folded(name: str) -> str:
    """Give a name without accents, punctuation, capitals and article."""
    spaced = name.replace("-", " ").replace("‑", " ")
    letters = _IGNORED.sub("", unicodedata.normalize("NFKD", spaced)).casefold()
    return " ".join(letters.split()).removeprefix("the ").removesuffix(" the")
