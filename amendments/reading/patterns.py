"""Reading a sentence of formal wording: which instruction it is, and what it quotes.

The sentences are those that ``wording.patterns`` writes, in today's style and the older one, and in English
what else is printed and typed (``english``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import regex

from amendments.reading import english
from amendments.reading.places import LETTERS, template_pattern
from amendments.reading.quotations import MASK, inside, masked, unmasked
from amendments.wording.language import ROLES, Called, Patterns
from amendments.wording.patterns import PATTERNS
from drafting.ordinals import ordinal
from drafting.outline import Kind

_ROLES = ("words", "new", "anchor", "following")
_PLACES = ("there", "whole", "after", "before", "numbered")
_SENTENCES = (
    "strike", "replace", "insert_after", "insert_before", "insert_end", "italics", "roman",
    "delete_alone", "delete", "delete_several", "reword", "divide", "move", "move_before", "join",
    "throughout", "new_after", "new_before", "new_numbered", "new_note", "renumber",
)  # fmt: skip
_RENUMBER = regex.compile(
    r",? and renumber (?:the )?[\w ]*paragraphs?(?: accordingly)?(?=[.:,]|$)", regex.IGNORECASE
)
_MOST_MENTIONS = 99
_NAME = '[^\ue000“”«»":：.。]'  # of what the names of places consist


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
    letters: str = ""  # of a new sub-paragraph, where they are said
    bis: bool = False  # whether a new paragraph that is numbered comes after the one of that number


def sentences(words: str, language: str) -> Iterator[Sentence]:
    """Give what a sentence can mean, the likeliest first.

    >>> [read] = sentences("In operative paragraph 5, delete “and”.", "en")
    >>> read.does, dict(read.quoted), dict(read.places)
    ('strike', {'words': 'and'}, {'there': 'operative paragraph 5'})
    """
    hidden, quotations = masked(words)
    yield from _meanings(hidden, quotations, language)


def clauses(words: str, language: str) -> list[list[Sentence]]:
    """Give the instructions of which a sentence is made, each with what it can mean; none if not understood.

    >>> found = clauses("OP5: remove 'and' and replace 'a' by 'b'", "en")
    >>> [meant[0].does for meant in found]
    ['strike', 'replace']
    """
    hidden, quotations = masked(words)
    usual = english.usual(_RENUMBER.sub("", hidden)) if language == "en" else hidden
    forms = [usual] if "renumber" in hidden else dict.fromkeys((hidden.strip(), usual))
    if whole := [each for form in forms for each in _meanings(form, quotations, language)]:
        return [whole]
    if language != "en":
        return []
    each = english.clauses(usual)
    found = [list(_meanings(clause, quotations, language)) for clause in each] if len(each) > 1 else []
    return found if all(found) else []


def apart(words: str, language: str) -> list[str]:
    """Give the sentences of a paragraph, if each of them is an instruction; else the paragraph."""
    if language != "en" or clauses(words, language):
        return [words]
    hidden, quotations = masked(words)
    found = [unmasked(each, quotations) for each in english.apart(hidden)]
    return found if len(found) > 1 and all(clauses(each, language) for each in found) else [words]


def _meanings(hidden: str, quotations: Sequence[str], language: str) -> Iterator[Sentence]:
    given: list[Sentence] = []
    hidden = hidden.strip()
    for does, pattern in _patterns(language):
        match = pattern.fullmatch(hidden)
        found = _sentence(does, match, quotations, language) if match else None
        if found and found not in given:
            given.append(found)
            yield found


def _sentence(
    does: str, match: "regex.Match[str]", quotations: Sequence[str], language: str
) -> Sentence | None:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    nths = {name[:-4]: value.casefold() for name, value in groups.items() if name.endswith("_nth")}
    mentions = _mentions(language)
    if not mentions.keys() >= set(nths.values()):
        return None
    return Sentence(
        does,
        {name: inside(quotations[int(groups[name])]) for name in _ROLES if name in groups},
        {name: value.strip(" ,،，") for name, value in groups.items() if name in _PLACES},
        {name: mentions[nth] for name, nth in nths.items()},
        tuple(dict.fromkeys(_kinds(groups.get("kind", groups.get("numbered", "")), language))),
        tuple(_scopes(groups.get("scopes", ""), PATTERNS[language])),
        groups.get("letters", "").strip(),
        "bis" in groups,
    )


@lru_cache
def _patterns(language: str) -> "list[tuple[str, regex.Pattern[str]]]":
    today = PATTERNS[language]
    older = replace(today, **today.older)
    printed = english.PRINTED if language == "en" else {}
    found: dict[tuple[str, str], regex.Pattern[str]] = {}
    for does in _SENTENCES:
        styles = [(each, template) for each in (today, older) for template in _templates(each, does)]
        styles += [(today, template) for template in printed.get(does, ())]
        for style, template in styles:
            parts = _parts(language, style, does)
            written = template_pattern(template.replace("{whole_after}", "{whole}"), parts)
            if (does, written) not in found:
                found[does, written] = regex.compile(written + r"\s*", regex.IGNORECASE | regex.DOTALL)
    return [(does, pattern) for (does, _), pattern in found.items()]


def _templates(patterns: Patterns, does: str) -> tuple[str, ...]:
    template = getattr(patterns, does, ())
    return (template,) if isinstance(template, str) else tuple(template)


def _parts(language: str, style: Patterns, does: str) -> dict[str, str]:
    parts = {place: rf"(?P<{place}>{_NAME}+?(?:\bpara\.{_NAME}*?)*)" for place in _PLACES}
    roles = ROLES.get(does, {"anchor": "after", "new": "insert"})
    parts |= {name: _quoted(name, language, style.called.get(role)) for name, role in roles.items()}
    anchor = _quoted("following", language, style.called.get("after"))
    parts["following"] = rf"(?:{template_pattern(style.following, {'anchor': anchor})})?"
    parts["scopes"] = rf"(?P<scopes>{_NAME}+?)"
    parts["count"] = parts["figure"] = r"\S+?"
    parts["rest"] = r"[\w ]+?"
    parts["numbered"] = english.NUMBERED.replace("{letters}", LETTERS)
    if does.startswith("new_") and does != "new_numbered":
        named = (each for kinds in (style.new, style.new_of_part) for each in kinds.values())
        every = {_new_pattern(each, language) for forms in named for each in forms}
        several = sorted(every, key=len, reverse=True)
        if language == "en":
            several.append(english.NEW.replace("{letters}", rf"\s*{LETTERS}"))
        parts["new"] = rf"(?P<kind>{'|'.join(several)})"
    return parts


@cache
def _new_pattern(template: str, language: str) -> str:
    count = "|".join((*PATTERNS[language].counts, r"\d+"))
    return template_pattern(template, {"count": rf"(?:{count})", "sub": rf"(?P<letters>\s*{LETTERS})"})


def _quoted(name: str, language: str, called: Called | None) -> str:
    """What a quotation can be, with or without saying which mention of it is meant."""
    patterns = PATTERNS[language]
    nth = rf"(?P<{name}_nth>[\p{{L}}\p{{M}} -]+?)"
    before, after = (
        template_pattern(part, {"nth": nth}) for part in patterns.mention.split("{words}", maxsplit=1)
    )
    if called and not patterns.mention_is_called:
        before = regex.escape(called.mention.strip()) + r"\s*" + before
    said = _before(called, language)
    either = rf"(?:(?:{before}|{said})" if before else rf"(?:{said}"
    return rf"{either}{MASK.format(f'(?P<{name}>[0-9]+)')})" + (rf"(?:{after})?" if after else "")


def _before(called: Called | None, language: str) -> str:
    """What can stand before a quotation, such as "the words"."""
    if called is None:
        return r"(?:the words? )?" if language == "en" else ""
    every = {each.strip() for each in (called.one, called.several, called.figures, called.signs)}
    longest_first = sorted(every - {""}, key=len, reverse=True)
    written = "|".join(regex.escape(each).replace(r"\ ", r"\s+") for each in longest_first)
    return rf"(?:(?:{written})\s*)" + ("?" if "" in every else "")


@lru_cache
def _mentions(language: str) -> dict[str, int]:
    gender = PATTERNS[language].mention_gender
    return {ordinal(at, language, gender).casefold(): at for at in range(1, _MOST_MENTIONS + 1)}


@lru_cache
def _new_names(language: str) -> "list[tuple[Kind, regex.Pattern[str]]]":
    patterns = PATTERNS[language]
    return [
        (kind, regex.compile(_new_pattern(each, language), regex.IGNORECASE))
        for new in (patterns.new, patterns.new_of_part)
        for kind, named in new.items()
        for each in named
    ]


def _kinds(words: str, language: str) -> Iterator[Kind]:
    """Give the kinds that new paragraphs can have that are called so."""
    yield from (kind for kind, name in _new_names(language) if name.fullmatch(words))
    if language == "en":
        folded = words.casefold().replace("-", "")
        for kind, signs in english.KINDS.items():
            if regex.search(rf"\b(?:{signs})", folded):
                yield kind


def _scopes(words: str, patterns: Patterns) -> Iterator[Kind]:
    for kind, scope in zip((Kind.TITLE, Kind.PREAMBULAR, Kind.OPERATIVE), patterns.scopes, strict=True):
        if scope.casefold() in words.casefold():
            yield kind


def unsaid(meant: Sequence[Sequence[Sentence]]) -> bool:
    """Whether an instruction is to be followed by the words of a paragraph."""
    return any(each[0].does.startswith("new_") or each[0].does in ("reword", "divide") for each in meant)
