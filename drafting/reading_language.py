"""Which of the six languages a draft is in."""

from collections.abc import Iterable

import regex

from drafting.languages import LANGUAGES

_SCRIPTS = (
    ("ar", regex.compile(r"\p{Arabic}+")),
    ("ru", regex.compile(r"\p{Cyrillic}+")),
    ("zh", regex.compile(r"\p{Han}+")),
)
_LETTERS = regex.compile(r"\p{L}+")
_WORDS = {
    "en": "the of and to in that its with for by on as is at all which",
    "fr": "le la les des du et à de l’ d’ dans sur que pour par aux qui ses",
    "es": "el la los las del y de a en que para por con su sus al",
}
_COUNTED = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_WORD = regex.compile(r"[ld][’']|\p{L}+")


def detect(lines: Iterable[str]) -> str:
    """Find out the language of a text: by its script, else by its small words and the enacting line.

    >>> detect(["Distr.: Limited", "إن الجمعية العامة،"]), detect(["La Asamblea General,"])
    ('ar', 'es')
    """
    text = "\n".join(lines)
    letters = _length(_LETTERS, text)
    for code, script in _SCRIPTS:  # even where note and masthead are in English
        if _length(script, text) * 5 > letters:
            return code
    words = [word.replace("'", "’") for word in _WORD.findall(text.casefold())]
    points = {code: sum(word in known for word in words) for code, known in _COUNTED.items()}
    for code in points:
        printed = [
            *LANGUAGES[code].organs.values(),
            *LANGUAGES[code].committees,
            *LANGUAGES[code].commissions.values(),
        ]
        points[code] += sum(10 for name in printed if name in text)
        points[code] += sum(20 for line in LANGUAGES[code].enacting.values() if line in text)
    return max(points, key=lambda code: points[code])


def _length(letters: regex.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))
