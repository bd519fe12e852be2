"""Where a paragraph's text divides into words, in the six official languages (MERGE.md, Tokens)."""

import unicodedata
from functools import lru_cache

import regex

# Invisible characters that a Word file brings along: soft hyphen, zero-width signs, bidi controls.
_INVISIBLE = regex.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_TOKEN = regex.compile(
    r"""
    [A-Z]+(?:[-.]?[A-Z0-9]+)*(?:/[A-Za-z0-9.()_-]*[A-Za-z0-9_])+ | # a symbol: A/C.3/74/L.12/Rev.1, CD/1356
    [A-Z]{1,3}-\d+/\d+                           |  # a special session's resolution: S-24/2, ES-10/23
    \d+/\d+                                      |  # a resolution's number: 64/293
    \d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?[\p{L}--\p{Han}]*  | # a number: 10,700  3.5  13th  2º
    \p{Han}                                      |  # one Han character
    [\p{L}\p{M}]+[’'](?=[\p{L}])(?<=\b(?:[ldjmtscnLDJMTSCN]|qu|Qu|lorsqu|puisqu|jusqu)[’']) | # French elision
    [\p{L}\p{M}\p{N}--\p{Han}]+(?:[-‑’'ـ][\p{L}\p{M}\p{N}--\p{Han}]+)* | # a word: hyphens, apostrophes inside
    \S                                              # one mark of punctuation
    """,
    regex.VERBOSE | regex.V1,
)
_FOLD = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‑": "-",
        "‐": "-",
        "ـ": "",
    }
)


# A stretch in which words are found whatever stands around it; a number may have a no-break space inside.
_CHUNK = regex.compile(
    r"\s*(?:\p{Han}|[\S--\p{Han}]+(?:[\u00a0\u202f]+[\S--\p{Han}]+)*)", regex.VERBOSE | regex.V1
)


def clean(text: str) -> str:
    """Give the text in the form that is compared and kept: composed, without invisible characters.

    >>> clean("re\\u00adsolution\\u200f")
    'resolution'
    """
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def chunks(text: str) -> list[str]:
    """Cut a text into stretches, each with the space before it, that can be divided one by one.

    >>> chunks("of 10\u00a0700 States, and 大会")
    ['of', ' 10\xa0700', ' States,', ' and', ' 大', '会']
    """
    found: list[str] = _CHUNK.findall(text)
    return found


def split(text: str) -> list[tuple[str, str]]:
    """Divide a text into its words, each with the space that stands before it.

    White space between words is kept as one character: a no-break space where there was one
    (French ``\\u00a0:``), else a space.

    >>> split("resolution 64/293 of 30 July 2010,")
    [('', 'resolution'), (' ', '64/293'), (' ', 'of'), (' ', '30'), (' ', 'July'), (' ', '2010'), ('', ',')]
    >>> [word for _, word in split("l’état-major")], [word for _, word in split("大会，")]
    (['l’', 'état-major'], ['大', '会', '，'])
    >>> [word for _, word in split("2010年第64/292号")]
    ['2010', '年', '第', '64/292', '号']
    """
    words: list[tuple[str, str]] = []
    end = 0
    for match in _TOKEN.finditer(text):
        space = text[end : match.start()]
        words.append((glue(space), match.group()))
        end = match.end()
    return words


def glue(space: str) -> str:
    """Give the one character that stands for a stretch of white space, or nothing for nothing."""
    if not space:
        return ""
    return next((character for character in space if character in "\u00a0\u202f"), " ")


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """Give what two words are compared by: the kind of quotation mark, apostrophe and hyphen is folded.

    >>> key("l’") == key("l'"), key("State") == key("state")
    (True, False)
    """
    return word.translate(_FOLD)
