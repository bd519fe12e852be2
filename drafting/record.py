"""The record's seal: each entry is hashed with the one before it, so that a change to history shows."""

import hashlib
import json
from enum import StrEnum
from typing import Any


class Deed(StrEnum):
    """What kind of act an entry records."""

    OPENED = "opened"  # the draft
    JOINED = "joined"  # as sponsor of the draft
    LEFT = "left"  # withdrew as sponsor of the draft
    SUBMITTED = "submitted"  # an amendment
    BROUGHT = "brought"  # another delegation's amendment, from a file
    WITHDREW = "withdrew"  # an amendment
    SECONDED = "seconded"  # joined as sponsor of an amendment
    UNSECONDED = "unseconded"  # withdrew as sponsor of an amendment
    TOOK = "took"  # chose an amendment at the merging desk
    PASSED = "passed"  # chose to leave an amendment out at the merging desk
    REOPENED = "reopened"  # took back a choice at the merging desk
    RECONCILED = "reconciled"  # wrote a joint text of several amendments at the merging desk
    ORDERED = "ordered"  # put amendments that insert at one place in order
    ORDERED_VOTING = "ordered voting"  # set the order in which amendments are put to the vote
    DIVIDED = "divided"  # an amendment into parts
    ISSUED = "issued"  # a revision
    CONFIRMED = "confirmed"  # an amendment as put on the new text


def seal(before: str, content: dict[str, Any]) -> str:
    """Give the seal of an entry, from the seal before it and all that the entry says.

    >>> seal("", {"act": "opened"}) == seal("", {"act": "opened"}), seal("x", {}) == seal("y", {})
    (True, False)
    """
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{written}".encode()).hexdigest()
