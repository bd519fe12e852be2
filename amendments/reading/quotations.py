"""The quotations in a sentence, whichever quotation marks a language or a keyboard has.

Sentences are understood without them: each is masked, by its number between two private signs.
"""

from collections.abc import Sequence

import regex

_PAIRS = (
    r"“((?:[^“”]|“[^“”]*”)*)”",
    r"«\s*((?:[^«»]|«[^«»]*»)*?)\s*»",
    r"”((?:[^“”]|”[^“”]*“)*)“",
    r'"([^"]*)"',
    r"“([^”]+)”",
    r"‘((?:[^‘’]|(?<=\p{L})’(?=\p{L}))+)’",
    r"(?<![\p{L}\p{N}])'((?:[^']|(?<=\p{L})'(?=\p{L}))+)'",
)
_ANY = regex.compile("|".join(_PAIRS), regex.DOTALL)
_MASKED = regex.compile("\ue000(\\d+)\ue001")
_WRAPPED = regex.compile(
    r'(?:“(?P<a>.*[,;.:])”|"(?P<b>.*[,;.:])"|«\s*(?P<c>.*[,;.:])\s*»)[.;,]?', regex.DOTALL
)
MASK = "\ue000{0}\ue001"


def masked(words: str) -> tuple[str, list[str]]:
    """Put a number between two private signs in the place of each quotation.

    >>> masked("delete “water” and 'the'")
    ('delete \\ue0000\\ue001 and \\ue0001\\ue001', ['“water”', "'the'"])
    """
    quotations: list[str] = []

    def mask(match: "regex.Match[str]") -> str:
        quotations.append(match.group())
        return MASK.format(len(quotations) - 1)

    return _ANY.sub(mask, words), quotations


def unmasked(words: str, quotations: Sequence[str]) -> str:
    """Put quotations back into their places."""
    return _MASKED.sub(lambda match: quotations[int(match[1])], words)


def inside(quotation: str) -> str:
    """Give what is quoted.

    >>> inside("« l’eau »")
    'l’eau'
    """
    match = _ANY.fullmatch(quotation)
    return next((each for each in match.groups() if each is not None), "") if match else ""


def unwrapped(paragraph: str) -> str:
    """Take off the quotation marks in which a whole paragraph is typed.

    >>> unwrapped("“*Invites* the mayor;”"), unwrapped("The “right to water”")
    ('*Invites* the mayor;', 'The “right to water”')
    """
    match = _WRAPPED.fullmatch(paragraph.strip())
    inner = next((each for each in match.groups() if each is not None), None) if match else None
    if inner is None or regex.search(r"^[^“«]*[”»]", inner):
        return paragraph
    return str(inner).strip()
