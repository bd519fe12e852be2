"""One place on the merging desk: how it would read, and what is proposed there."""

from collections.abc import Mapping, Sequence
from typing import Any

from amendments import desk, places
from amendments import queries as proposed
from amendments.formal_wording import FormalWording
from amendments.models import Choice
from amendments.orders import Orders
from drafting.manuscript import Manuscript
from drafting.marks import marks
from drafting.numbering import note_numbers
from drafting.redline import Run
from drafting.text import Word
from web.dependencies import Seat
from web.pages.amendments import redline_of
from web.pages.desk_groups import Here, grouped
from web.pages.proposals import behind, instructions, url
from web.pages.provisions import Row

CONTEXT = 6  # words kept on each side of a change where a proposal is shown shortened


def opened(
    found: desk.Prospect,
    row: Row,
    here: Here,
    chosen: Mapping[int, Choice],
    orders: Orders,
    seat: Seat,
) -> dict[str, Any]:
    """Give one place with its proposals in the order of the text; those that meet stand together."""
    text, draft = found.before, seat.on
    shown, groups = grouped(draft, row.id, text, here, chosen, orders, seat.language)
    numbers = note_numbers(text.outline.provisions)
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
                "group": groups.get(each.key),
                "joint": bool(each.id in chosen and chosen[each.id].joint),
                "elsewhere": [
                    label for label in places.labels(text.outline, each.wording.changes) if label != row.label
                ],
                "waits": False,
            }
            for each, changes in shown
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
