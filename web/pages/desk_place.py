"""One place on the merging desk: how it would read, and what is proposed there."""

from collections.abc import Mapping, Sequence
from typing import Any

from amendments import desk, places
from amendments import queries as proposed
from amendments.changes import Change, ChangeKind
from amendments.collisions import Collision, Severity
from amendments.formal_wording import FormalWording
from amendments.models import Amendment, Choice
from drafting.manuscript import Manuscript
from drafting.marks import marks
from drafting.messages import Message
from drafting.numbering import note_numbers
from drafting.redline import Run
from drafting.text import Word
from web.dependencies import Seat
from web.pages.amendments import redline_of
from web.pages.proposals import behind, instructions, url
from web.pages.provisions import Row
from web.rendering import say

CONTEXT = 6  # words kept on each side of a change where a proposal is shown shortened


def opened(
    found: desk.Prospect,
    row: Row,
    here: Sequence[tuple[Amendment, list[Change]]],
    chosen: Mapping[int, Choice],
    met: Sequence[Collision],
    seat: Seat,
) -> dict[str, Any]:
    """Give one place with its proposals in the order of the text; those that collide stand together."""
    text, draft = found.before, seat.on
    groups = _groups(
        [each for each in met if each.provision == row.id and each.severity > Severity.CONCURRING]
    )
    numbers = note_numbers(text.outline.provisions)
    order = sorted(here, key=lambda each: (_first(groups, each[0], here), _position(each[1]), each[0].number))
    formal = FormalWording(text, draft.language)
    taken = {each.key: each for each in found.taken}
    after = found.merged.manuscript.by_id[row.id]
    return {
        "id": row.id,
        "label": row.label,
        "place": row.place[:1].upper() + row.place[1:],
        "runs": marks(after, taken),
        "number": row.number if row.kind != "note" else None,
        "level": row.level,
        "new": [marks(each, taken) for each in _inserted_after(found.merged.manuscript, row.id, text)],
        "proposals": [
            {
                "number": each.number,
                "movers": behind(each, seat.language),
                "url": url(draft, each),
                "choice": ("take" if chosen[each.id].take else "leave") if each.id in chosen else "",
                "runs": shortened([run for change in changes for run in redline_of(text, change)]),
                "wording": instructions(formal, changes, numbers),
                "supported": len(proposed.movers(each, seat.language)),
                "collision": _collision(groups, each, met, row.id, seat.language),
                "elsewhere": [
                    label for label in places.labels(text.outline, each.wording.changes) if label != row.label
                ],
                "waits": False,
            }
            for each, changes in order
        ],
    }


def _inserted_after(text: Manuscript, provision: str, before: Manuscript) -> list[Any]:
    """The paragraphs that would be new right after one."""
    at = [each.id for each in text.paragraphs].index(provision)
    found = []
    for paragraph in text.paragraphs[at + 1 :]:
        if paragraph.id in before.by_id:
            break
        found.append(paragraph)
    return found


def _groups(met: Sequence[Collision]) -> dict[str, str]:
    """Name, for every amendment that collides here, the first of the group that it belongs to."""
    leader: dict[str, str] = {}
    for each in met:
        one, other = leader.setdefault(each.one, each.one), leader.setdefault(each.other, each.other)
        leader = {key: one if value == other else value for key, value in leader.items()}
    return leader


def _first(
    groups: Mapping[str, str], amendment: Amendment, here: Sequence[tuple[Amendment, list[Change]]]
) -> int:
    group = groups.get(amendment.key)
    members = [changes for each, changes in here if group and groups.get(each.key) == group]
    return min((_position(changes) for changes in members), default=_position(_changes_of(amendment, here)))


def _changes_of(amendment: Amendment, here: Sequence[tuple[Amendment, list[Change]]]) -> list[Change]:
    return next(changes for each, changes in here if each is amendment)


def _position(changes: Sequence[Change]) -> int:
    """Where in its paragraph a proposal begins; a new paragraph stands after all words."""
    starts = [edit.start for change in changes for edit in change.edits]
    deletes = any(change.kind is ChangeKind.DELETE for change in changes)
    return 0 if deletes else min(starts, default=1_000_000)


def _collision(
    groups: Mapping[str, str], amendment: Amendment, met: Sequence[Collision], provision: str, language: str
) -> str:
    group = groups.get(amendment.key)
    if group is None:
        return ""
    inside = [each for each in met if each.provision == provision and groups.get(each.one) == group]
    grade = max(each.severity for each in inside)
    said = (
        Message("These exclude each other: take one of them.")
        if grade is Severity.HARD
        else Message("These touch each other: both can be taken; read the result.")
    )
    return say(said, language)


def shortened(redline: Sequence[Run]) -> list[Run]:
    """Shorten what a redline keeps to a few words around what it changes."""
    shown: list[Run] = []
    for at, run in enumerate(redline):
        if run.kind != "kept":
            shown.append(run)
            continue
        first, last = at == 0, at == len(redline) - 1
        before = () if first else run.words[:CONTEXT]
        after = () if last else run.words[-CONTEXT:]
        if len(run.words) <= CONTEXT * (2 - first - last) + 1:
            shown.append(run)
        else:
            shown.append(Run("kept", (*before, Word("…", " " if before else ""), *after)))
    return shown
