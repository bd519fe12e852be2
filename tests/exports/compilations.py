"""Compilations of amendments to drafts, for the tests of how they are written."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from amendments.changes import Proposal
from amendments.compilation import Compilation, Proposed, compiled
from drafting.manuscript import Manuscript

AT = datetime(2026, 10, 9, 15, 30, tzinfo=UTC)
NAMES = {"a1": ("Norway", "Kenya"), "a2": ("Fiji",), "a3": ("Chile",), "a4": ("Samoa", "Tonga")}


def compilation(
    draft: Manuscript, proposals: Sequence[Proposal], targets: Mapping[str, str] | None = None
) -> Compilation:
    proposed = {
        each.key: Proposed(each.key, at, NAMES[each.key], AT, (f"What {each.key} says.",))
        for at, each in enumerate(proposals, 1)
    }
    found = compiled(draft, proposals, targets or {})
    return Compilation(draft.masthead, draft.outline.title, "Rev.1", AT, found, proposed)
