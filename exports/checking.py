"""What the editorial checks find in a document, as lines and as plain values."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from drafting.checks import Finding
from drafting.text import markup


def lines(found: Sequence[Finding]) -> Iterator[str]:
    """Give what was found, place by place, and how much.

    >>> from drafting.checks import check
    >>> from drafting.outline import Kind, Outline, Provision
    >>> from drafting.text import parse
    >>> draft = Outline(provisions=(Provision("p", Kind.PREAMBULAR, parse("*Recalling* the Charter;")),))
    >>> for line in lines(check(draft)):
    ...     print(line)
    PP1
      E05  A preambular paragraph ends with a comma. (;)
    1 finding.
    """
    for place, there in groupby(found, key=lambda each: each.place):
        yield place
        for each in there:
            words = "" if each.words in str(each.message) else f" ({_short(each.words)})"
            yield f"  {each.rule}  {each.message}{words}"
    yield "1 finding." if len(found) == 1 else f"{len(found)} findings."


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def values(found: Sequence[Finding]) -> list[dict[str, Any]]:
    """Give the same as JSON has it; a fix is the paragraph put right, in its markup, or null."""
    return [
        {
            "rule": each.rule,
            "place": each.place,
            "provision": each.provision,
            "start": each.start,
            "end": each.end,
            "words": each.words,
            "message": str(each.message),
            "fix": markup(each.fix) if each.fix else None,
        }
        for each in found
    ]
