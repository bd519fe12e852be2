"""Proposals that meet at one place of the text: how they do, and what the penholder can do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlencode

from amendments.changes import Change, ChangeKind
from amendments.collisions import Collision, Severity, collisions
from amendments.models import Amendment, Choice
from amendments.orders import Orders, in_order
from drafting.manuscript import Manuscript
from drafting.messages import Message
from drafting.models import Draft
from drafting.outline import Kind
from web.rendering import say

Here: TypeAlias = Sequence[tuple[Amendment, list[Change]]]  # what is proposed at one place


@dataclass(frozen=True)
class Group:
    """Amendments that meet, in the order in which they are shown."""

    numbers: list[int]
    sign: str
    said: str
    can_be_ordered: bool
    joint_url: str  # where a joint text of them is written; "" where none can be

    @property
    def first(self) -> int:
        """The number of the one that stands first."""
        return self.numbers[0]


def grouped(
    draft: Draft,
    provision: str,
    text: Manuscript,
    here: Here,
    chosen: Mapping[int, Choice],
    orders: Orders,
    language: str,
) -> tuple[list[tuple[Amendment, list[Change]]], dict[str, Group]]:
    """Give what is proposed at a place, those that meet side by side, and the group of each by its key."""
    put = in_order([each.proposal for each, _ in here], orders)
    keys = [each.key for each in put]
    met = [
        each
        for each in collisions(text, put, orders)
        if each.provision == provision and each.severity is not Severity.CONCURRING
    ]
    leaders = _leaders(met)
    places = {each.key: _position(changes) for each, changes in here}
    starts = {
        key: min(places[one] for one in keys if leaders.get(one, one) == leaders.get(key, key))
        for key in keys
    }
    shown = sorted(here, key=lambda each: (starts[each[0].key], places[each[0].key], keys.index(each[0].key)))
    groups: dict[str, Group] = {}
    for leader in dict.fromkeys(leaders.values()):
        members = [each for each in shown if leaders.get(each[0].key) == leader]
        inside = [each for each in met if leaders[each.one] == leader]
        group = _group(draft, provision, text, members, inside, chosen, language)
        groups |= {each.key: group for each, _ in members}
    return shown, groups


def _group(
    draft: Draft,
    provision: str,
    text: Manuscript,
    members: Here,
    inside: Sequence[Collision],
    chosen: Mapping[int, Choice],
    language: str,
) -> Group:
    hard = any(each.severity is Severity.HARD for each in inside)
    in_joint = [chosen[each.id].joint for each, _ in members if each.id in chosen and chosen[each.id].joint]
    order = [[each.key for each, _ in members]]
    inserts = all(each.start == each.end for each in inside) and not any(
        each.severity is Severity.HARD
        for each in collisions(text, [each.proposal for each, _ in members], order)
    )
    if len(in_joint) == len(members):
        sign, said = "", Message("These are taken in a joint text.")
    elif inserts and hard:
        sign, said = "▲", Message("These insert at one place: say which comes first, or take one of them.")
    elif inserts:
        sign, said = "△", Message("These insert at one place, in this order.")
    elif hard:
        sign, said = "▲", Message("These exclude each other: take one of them, or write a joint text.")
    else:
        sign, said = "△", Message("These touch each other: both can be taken; read the result.")
    numbers = [each.number or 0 for each, _ in members]
    return Group(numbers, sign, say(said, language), inserts, _joint_url(draft, provision, members, chosen))


def _joint_url(draft: Draft, provision: str, members: Here, chosen: Mapping[int, Choice]) -> str:
    """Give where a joint text is written of those that change the paragraph, or of the new ones after it."""
    wanted = [(each, changes) for each, changes in members if each.id not in chosen or chosen[each.id].take]
    for new, kinds in ((False, (ChangeKind.REWORD, ChangeKind.DELETE)), (True, (ChangeKind.INSERT,))):
        of = [
            each.number
            for each, changes in wanted
            if any(change.kind in kinds and change.paragraph_kind is not Kind.NOTE for change in changes)
        ]
        if len(of) > 1:
            asked = [
                ("at", provision),
                *(("of", number) for number in of),
                *([("new", "true")] if new else []),
            ]
            return f"/drafts/{draft.id}/desk/joint?{urlencode(asked)}"
    return ""


def _leaders(met: Sequence[Collision]) -> dict[str, str]:
    """Name, for every amendment that meets another here, the first of the group that it belongs to."""
    leader: dict[str, str] = {}
    for each in met:
        one, other = leader.setdefault(each.one, each.one), leader.setdefault(each.other, each.other)
        leader = {key: one if value == other else value for key, value in leader.items()}
    return leader


def _position(changes: Sequence[Change]) -> int:
    """Where in its paragraph a proposal begins; a new paragraph stands after all words."""
    starts = [edit.start for change in changes for edit in change.edits]
    deletes = any(change.kind is ChangeKind.DELETE for change in changes)
    return 0 if deletes else min(starts, default=1_000_000)
