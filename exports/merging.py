"""What came of merging amended copies, told to whoever merged them."""

from collections.abc import Iterator, Sequence
from typing import Any

from amendments.changes import Change, Proposal
from amendments.collisions import Collision, Severity, contested
from amendments.copies import MergedCopies
from amendments.formal_wording import spoken
from amendments.places import labels as labels_of
from amendments.places import touched
from drafting.numbering import number
from drafting.text import plain

_SAID = {
    Severity.HARD: "exclude each other; both are left out",
    Severity.SOFT: "touch; both are merged, read the place once more",
    Severity.CONCURRING: "say the same; it is merged once",
}
_SIGNS = {Severity.HARD: "▲", Severity.SOFT: "△", Severity.CONCURRING: "="}


def values(result: MergedCopies) -> dict[str, Any]:
    """Give what came of a merge as plain values.

    ``collisions`` lists where amendments meet: ``kind`` (hard, soft, concurring), ``place`` (a label),
    ``words`` (that stand there and are claimed) and ``between``, the two sides with ``delegation``,
    ``wording`` and whether it was ``left_out``. ``merged`` and ``left_out`` list amendments with
    ``delegation``, ``places`` and ``wording``; what was left out says ``because_of`` whom.
    """
    left_out = {each.key for each in result.left_out}
    labels = {place.provision.id: place.label for place in number(result.base.outline)}
    by_key = {each.key: each for each in (*result.merged, *result.left_out)}
    return {
        "collisions": [
            {
                "kind": each.severity.name.lower(),
                "place": labels[each.provision],
                "words": plain(contested(result.base, each)),
                "between": [
                    {
                        "delegation": result.movers[key],
                        "wording": _wording(result, _about(by_key[key], each)),
                        "left_out": key in left_out,
                    }
                    for key in (each.one, each.other)
                ],
            }
            for each in result.collisions
        ],
        "merged": [_amendment(result, each) for each in result.merged],
        "left_out": [
            _amendment(result, each) | {"because_of": result.rivals(each)} for each in result.left_out
        ],
    }


def lines(result: MergedCopies) -> Iterator[str]:
    """Tell what came of a merge: each collision with both sides' words, then what was left out."""
    told = values(result)
    for each in told["collisions"]:
        severity = Severity[each["kind"].upper()]
        one, other = each["between"]
        words = f" “{each['words']}”" if each["words"] else ""
        yield f"{_SIGNS[severity]} {each['place']}{words}"
        yield f"  {one['delegation']} and {other['delegation']} {_SAID[severity]}:"
        for side in each["between"]:
            yield from (f"    {side['delegation']}: {sentence}" for sentence in side["wording"])
    yield f"Merged {len(told['merged'])} of {len(told['merged']) + len(told['left_out'])} amendments."
    if told["left_out"]:
        yield "Left out:"
    for each in told["left_out"]:
        where = f"{each['delegation']}, {', '.join(each['places'])}"
        yield f"  {where} (because of {', '.join(each['because_of'])})"
        yield from (f"    {sentence}" for sentence in each["wording"])


def _amendment(result: MergedCopies, proposal: Proposal) -> dict[str, Any]:
    return {
        "delegation": result.movers[proposal.key],
        "places": labels_of(result.base.outline, proposal.changes),
        "wording": _wording(result, proposal.changes),
    }


def _wording(result: MergedCopies, changes: Sequence[Change]) -> list[str]:
    return spoken(result.base, changes, result.base.masthead.language)


def _about(proposal: Proposal, collision: Collision) -> list[Change]:
    """Give what an amendment says of the paragraph where it meets another, and what it brings after it."""
    here = [each for each in proposal.changes if touched(each) == collision.provision]
    return here or list(proposal.changes)
