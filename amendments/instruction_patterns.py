"""Reading a sentence of formal wording: which instruction it is, and what it quotes.

The sentences are those that ``formal_wording_patterns`` writes, in today's style and the older one, and in
English what else is printed (UN_FORMAT.md, section 3).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from amendments.formal_wording_patterns import PATTERNS, Patterns
from amendments.instruction_places import template_pattern
from drafting.ordinals import ordinal
from drafting.outline import Kind

_QUOTED = (
    "“(?P<{0}_a>(?:[^“”]|“[^“”]*”)*)”|«[\\s]*(?P<{0}_b>(?:[^«»]|«[^«»]*»)*?)[\\s]*»|"
    '”(?P<{0}_c>(?:[^“”]|”[^“”]*“)*)“|"(?P<{0}_d>[^"]*)"|“(?P<{0}_e>.+?)”'
)
_ROLES = ("words", "new", "anchor", "following")
_PLACES = ("there", "whole", "after", "before")
_SENTENCES = (
    "strike", "replace", "insert_after", "insert_before", "delete", "delete_several", "reword", "divide",
    "move", "move_before", "join", "throughout", "new_after", "new_before", "new_note",
)  # fmt: skip
_PRINTED = {  # what English documents print beside what we write
    "strike": ("Delete {words} in {there}.", "Delete {words} from {there}."),
    "replace": (
        "In {there}, {following}replace {words} by {new}.",
        "Replace {words} with {new} in {there}.",
        "Replace {words} by {new} in {there}.",
    ),
    "insert_after": (
        "In {there}, insert {new} after {anchor}.",
        "In {there}, add {new} after {anchor}.",
        "Insert {new} after {anchor} in {there}.",
    ),
    "insert_before": ("In {there}, insert {new} before {anchor}.",),
    "delete": ("Delete {whole} reading:", "Delete {whole}, which reads:"),
    "reword": (
        "Replace {whole} with the following:",
        "Replace {whole} by the following text:",
        "Amend {whole} to read as follows:",
    ),
    "new_after": (
        "After {after}, insert {new}:",
        "Insert {new} after {after}, reading:",
        "Insert {new} after {after}:",
        "After {after}, add {new}, reading:",
    ),
    "new_before": ("Insert {new} before {before}, reading:",),
}
_RENUMBER = regex.compile(r",? and renumber the [\w ]*paragraphs? accordingly")
_MOST_MENTIONS = 30


@dataclass(frozen=True, slots=True)
class Sentence:
    """An instruction as it was read: what is done, what is quoted, and the places as they are named.

    ``mentions`` counts from 1 which mention of the quoted words is meant, by the same names as ``quoted``.
    """

    does: str
    quoted: Mapping[str, str]
    places: Mapping[str, str]
    mentions: Mapping[str, int]
    kinds: tuple[Kind, ...] = ()  # of new paragraphs; several where the language says the same of them
    scopes: tuple[Kind, ...] = ()


def sentences(words: str, language: str) -> Iterator[Sentence]:
    """Give what a sentence can mean, the likeliest first.

    >>> [read] = sentences("In operative paragraph 5, delete “and”.", "en")
    >>> read.does, dict(read.quoted), dict(read.places)
    ('strike', {'words': 'and'}, {'there': 'operative paragraph 5'})
    """
    words = _RENUMBER.sub("", words)
    for does, pattern in _patterns(language):
        if match := pattern.fullmatch(words.strip()):
            groups = {name: value for name, value in match.groupdict().items() if value is not None}
            nths = {name: value.casefold() for name, value in groups.items() if name.endswith("_nth")}
            if not _mentions(language).keys() >= set(nths.values()):
                continue
            yield Sentence(
                does,
                {name[:-2]: value for name, value in groups.items() if name[:-2] in _ROLES},
                {name: value.strip(" ,،，") for name, value in groups.items() if name in _PLACES},
                {
                    name[:-4]: _mentions(language)[groups[name].casefold()]
                    for name in groups
                    if name[-4:] == "_nth"
                },
                tuple(dict.fromkeys(_kinds(groups.get("kind", ""), PATTERNS[language]))),
                tuple(_scopes(groups.get("scopes", ""), PATTERNS[language])),
            )


@lru_cache
def _patterns(language: str) -> "list[tuple[str, regex.Pattern[str]]]":
    today = PATTERNS[language]
    older = replace(today, **today.older)
    printed = _PRINTED if language == "en" else {}
    found = []
    for does in _SENTENCES:
        templates = dict.fromkeys((getattr(today, does), getattr(older, does), *printed.get(does, ())))
        for template in templates:
            written = template_pattern(template, _parts(language, does))
            found.append((does, regex.compile(written + r"\s*", regex.IGNORECASE | regex.DOTALL)))
    return found


def _parts(language: str, does: str) -> dict[str, str]:
    patterns = PATTERNS[language]
    quoted = {role: _quoted(role, language) for role in _ROLES}
    parts = {place: rf"(?P<{place}>[^“”«»\":：.。]+?)" for place in _PLACES}
    parts |= {"words": quoted["words"], "new": quoted["new"], "anchor": quoted["anchor"]}
    followings = {patterns.following, patterns.older.get("following", patterns.following)}
    written = [
        template_pattern(each, {"anchor": _quoted("following", language)}) for each in sorted(followings)
    ]
    parts["following"] = rf"(?:{'|'.join(written)})?"
    parts["scopes"] = r"(?P<scopes>[^“”«»\"]+?)"
    parts["count"] = r"\S+?"
    if does.startswith("new_"):
        every = {each for named in patterns.new.values() for each in named}
        several = sorted((template_pattern(each, {"count": r"\w+"}) for each in every), key=len, reverse=True)
        if language == "en":
            several.append(
                r"(?:the following|an?|\w+)(?: new)?(?: (?:preambular|operative))? ?(?:sub-?)?paragraphs?"
            )
        parts["new"] = rf"(?P<kind>{'|'.join(several)})"
    return parts


def _quoted(role: str, language: str) -> str:
    """What a quotation can be, with or without saying which mention of it is meant."""
    the_words = r"(?:the words? )?" if language == "en" else ""
    plain = rf"{the_words}(?:{_QUOTED.format(role)})"
    mention = template_pattern(
        PATTERNS[language].mention,
        {"nth": rf"(?P<{role}_nth>[\p{{L}}\p{{M}} -]+?)", "words": rf"(?:{_QUOTED.format(role)})"},
    )
    return rf"(?:{mention}|{plain})"


@lru_cache
def _mentions(language: str) -> dict[str, int]:
    gender = PATTERNS[language].mention_gender
    return {ordinal(at, language, gender).casefold(): at for at in range(1, _MOST_MENTIONS + 1)}


def _kinds(words: str, patterns: Patterns) -> Iterator[Kind]:
    """Give the kinds that new paragraphs can have that are called so."""
    for kind, named in patterns.new.items():
        if any(
            regex.fullmatch(template_pattern(each, {"count": r"\w+"}), words, regex.IGNORECASE)
            for each in named
        ):
            yield kind
    if patterns is PATTERNS["en"]:
        for kind in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            if kind.value in words.casefold().replace("-", ""):
                yield kind


def _scopes(words: str, patterns: Patterns) -> Iterator[Kind]:
    for kind, scope in zip((Kind.TITLE, Kind.PREAMBULAR, Kind.OPERATIVE), patterns.scopes, strict=True):
        if scope.casefold() in words.casefold():
            yield kind
