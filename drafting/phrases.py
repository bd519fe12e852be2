"""What makes a phrase of words, in the six languages: for where to cut a redline and what to quote."""

from collections.abc import Sequence
from functools import lru_cache

import regex

CLAUSE = frozenset(",;:.!?،؛؟，；：。、？！¶")
HAN_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
_RANGE = frozenset("–-")
# Words that a phrase does not end with; a phrase that slides is cut before them.
_JOINING = "and or y e o u et ou и или و أو of the de la el los las les des 和 与 及 或 的"
JOINING = frozenset(_JOINING.split())
# Words that say little by themselves: alone between two changes they are not worth keeping.
_LITTLE = """
    a an the of in on to for by with from at as and or its their this that these those it is are be was
    el la los las lo un una unos unas de del al en y e o u a por para con su sus que se como
    le les l' d' du des et ou au aux dans sur pour par avec leur leurs ses son sa ce ces qui qu'
    и или в во на по о об с со к для из от за их его её а что как
    في من إلى على عن و أو أن التي الذي مع بما هذه هذا
    的 和 与 及 在 了 以 对 其 为 于 或 并 等 是 将
"""
LITTLE = frozenset(_LITTLE.split())
_PUNCTUATION = regex.compile(r"[\p{P}\p{S}--%‰$£€¥°§]+", regex.V1)
_NUMBER = regex.compile(r"[\p{N}/.,-]*\p{N}[\p{N}/.,-]*")
_HAN = regex.compile(r"\p{Han}")


@lru_cache(maxsize=100_000)
def weight(word: str) -> int:
    """How much a word says: a mark of punctuation nothing, a little word 1, any other 2.

    >>> [weight(word) for word in ("the", "water", ",")]
    [1, 2, 0]
    """
    return 0 if _PUNCTUATION.fullmatch(word) else 1 if word.lower() in LITTLE else 2


def said(words: Sequence[str]) -> int:
    """How much some words say together.

    >>> said("the water ,".split())
    3
    """
    return sum(map(weight, words))


def is_number(word: str) -> bool:
    """Whether a word is a number, or a resolution's: 2010, 64/293."""
    return _NUMBER.fullmatch(word) is not None


def is_han(word: str) -> bool:
    """Whether a word is one Chinese character."""
    return _HAN.fullmatch(word) is not None


def one_piece(word: str, following: str) -> bool:
    """Whether two words that stand side by side are read as one thing.

    So are the signs of a Chinese numeral, the two names of a month and the first and last of some years.

    >>> one_piece("七", "十"), one_piece("تموز", "/"), one_piece("2015", "–"), one_piece("July", "2015")
    (True, True, True, False)
    """
    pair = (word, following)
    if any(part in _RANGE for part in pair):
        return any(is_number(part) for part in pair)
    return "/" in pair or all(part in HAN_NUMERALS for part in pair)
