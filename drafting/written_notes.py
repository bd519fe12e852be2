"""Notes that are written where a text refers to them: ``on water,[^: Resolution 64/293.] and on land``."""

from collections.abc import Mapping

import regex

from drafting.text import Text, markup, parse

_NOTE = regex.compile(
    r"\\. | \[\^:(?P<words>(?: \\. | \[[^\[\]]*\]\([^()\s]*\) | [^\[\]\\] )*)\]", regex.VERBOSE | regex.DOTALL
)
_REFERENCE = regex.compile(r"\\. | \[\^(?P<id>[^\]\s]+)\]", regex.VERBOSE | regex.DOTALL)
_BRACKETS = regex.compile(r"\\.|(?P<link>\[[^\[\]]*\]\([^()\s]*\))|[\[\]]")


def lift(written: str) -> tuple[str, dict[str, Text]]:
    """Take the notes out of a text's markup, which then refers to each by an id that no other note has.

    >>> words, notes = lift("on water,[^: *See* resolution 64/293.] and on land,[^n1]")
    >>> words, [(id, markup(note)) for id, note in notes.items()]
    ('on water,[^:1] and on land,[^n1]', [(':1', '*See* resolution 64/293.')])
    """
    notes: dict[str, Text] = {}

    def reference(found: regex.Match[str]) -> str:
        if found["words"] is None:
            return found.group()
        id = f":{len(notes) + 1}"
        notes[id] = parse(found["words"].strip())
        return f"[^{id}]"

    return _NOTE.sub(reference, written), notes


def settle(written: str, notes: Mapping[str, Text]) -> str:
    """Write notes where a text's markup refers to them, so that ``lift`` takes them out again.

    >>> settle("on water,[^a7n1] and on land,[^n1]", {"a7n1": parse("*See* resolution [64/293](#).")})
    'on water,[^: *See* resolution [64/293](#).] and on land,[^n1]'
    """

    def note(found: regex.Match[str]) -> str:
        if found["id"] not in notes:
            return found.group()
        words = _BRACKETS.sub(lambda sign: _escaped(sign), markup(notes[found["id"]]))
        return f"[^: {words}]"

    return _REFERENCE.sub(note, written)


def _escaped(sign: regex.Match[str]) -> str:
    return sign.group() if sign["link"] or sign.group().startswith("\\") else f"\\{sign.group()}"
