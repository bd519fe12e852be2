"""The formal wording of the six languages, by their codes."""

from collections.abc import Mapping

from amendments.wording import (
    arabic,
    chinese,
    english,
    french,
    russian,
    spanish,
)
from amendments.wording.language import Patterns

PATTERNS: Mapping[str, Patterns] = {
    "en": english.PATTERNS,
    "fr": french.PATTERNS,
    "es": spanish.PATTERNS,
    "ru": russian.PATTERNS,
    "zh": chinese.PATTERNS,
    "ar": arabic.PATTERNS,
}
