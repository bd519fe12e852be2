"""The formal wording of the six languages, by their codes."""

from collections.abc import Mapping

from amendments import (
    formal_wording_arabic,
    formal_wording_chinese,
    formal_wording_english,
    formal_wording_french,
    formal_wording_russian,
    formal_wording_spanish,
)
from amendments.formal_wording_language import Patterns

PATTERNS: Mapping[str, Patterns] = {
    "en": formal_wording_english.PATTERNS,
    "fr": formal_wording_french.PATTERNS,
    "es": formal_wording_spanish.PATTERNS,
    "ru": formal_wording_russian.PATTERNS,
    "zh": formal_wording_chinese.PATTERNS,
    "ar": formal_wording_arabic.PATTERNS,
}
