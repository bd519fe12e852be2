"""Where the links of a Word file lead, and its fields, of which links are one sort."""

from dataclasses import dataclass
from urllib.parse import quote

import regex

from exports.word.setting import TOP

_ADDRESS = regex.compile(
    r'HYPERLINK\s+(?:"(?P<address>[^"]*)")?.*?(?:\\l\s+"(?P<anchor>[^"]*)")?', regex.DOTALL
)
_SAFE = regex.compile(r"(?:https?:|mailto:|#)", regex.IGNORECASE)


@dataclass
class Field:
    """A field that has been opened: its instruction, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False

    @property
    def bookmark(self) -> str | None:
        """The bookmark of the note that the field refers to again; its result shows the number."""
        words = self.instruction.split()
        return words[1] if words[:1] == ["NOTEREF"] and len(words) > 1 else None

    @property
    def address(self) -> str | None:
        """Where the field leads, if it is a link."""
        match = _ADDRESS.match(self.instruction.strip())
        return safe(match["address"] or "", match["anchor"]) if match else None


def safe(address: str, anchor: str | None) -> str | None:
    """Give an address as a text keeps it, or none where it leads to something else than a page.

    >>> safe("https://undocs.org/A/RES/64/293 (I)", None), safe("javascript:alert(1)", None), safe("", "_top")
    ('https://undocs.org/A/RES/64/293%20%28I%29', None, '#')
    """
    if anchor and not address:
        return "#" if anchor == TOP else f"#{quote(anchor)}"
    address = address.strip() + (f"#{anchor}" if anchor and "#" not in address else "")
    return quote(address, safe=":/?#[]@!$&'*+,;=%~") if _SAFE.match(address) else None
