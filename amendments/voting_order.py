"""The order in which amendments that exclude each other are put to the vote (rule 130): a suggestion.

The amendment furthest removed in substance from the text is put first, an amendment to an amendment before
the one that it amends. What is adopted settles its rivals; that, and the order, are for the chair to decide.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import needs
from amendments.collisions import Severity, collisions
from amendments.edits import lowered
from amendments.orders import Orders, in_order
from drafting.hunks import difference
from drafting.manuscript import Manuscript
from drafting.phrases import said
from drafting.text import Text


@dataclass(frozen=True, slots=True)
class Vote:
    """An amendment in its turn, how far it is from the text, and those not to be put if it is adopted."""

    key: str
    distance: float  # 0 where the substance stays as it is; the deletion of a paragraph is 1.5
    settles: tuple[str, ...]


def voting_order(
    manuscript: Manuscript,
    proposals: Iterable[Proposal],
    targets: Mapping[str, str] = MappingProxyType({}),
    orders: Orders = (),
) -> tuple[Vote, ...]:
    """Suggest in which order to vote on a cluster of amendments, which are given in the order of filing.

    ``targets`` gives the amendment that an amendment to an amendment is about. ``orders`` are what the
    chair said: keys in the order in which they shall be put.

    >>> from amendments.changes import delete, reword
    >>> from drafting.manuscript import manuscript
    >>> from drafting.outline import Kind, Outline, Provision
    >>> from drafting.text import parse
    >>> text = parse("Calls upon all States to share data on the rivers;")
    >>> draft = manuscript(Outline(provisions=(Provision("p1", Kind.OPERATIVE, text),)))
    >>> milder = reword(draft, "p1", parse("Invites all States to share data on the rivers;"))
    >>> both = [Proposal("a1", (milder,)), Proposal("a2", (delete(draft, "p1"),))]
    >>> [(vote.key, vote.settles) for vote in voting_order(draft, both)]
    [('a2', ('a1',)), ('a1', ('a2',))]
    """
    filed = list(proposals)
    rivals: dict[str, set[str]] = defaultdict(set)
    contested = set()
    for collision in collisions(manuscript, filed):
        if collision.severity is Severity.HARD:
            contested.add(collision.provision)
            rivals[collision.one].add(collision.other)
            rivals[collision.other].add(collision.one)
    distances = {each.key: _distance(manuscript, each, contested) for each in filed}
    suggested = in_order(sorted(filed, key=lambda each: -distances[each.key]), orders)
    keys = _put([each.key for each in suggested], targets, orders)
    return tuple(Vote(key, distances[key], _settled(key, rivals, targets, keys)) for key in keys)


def _put(keys: Sequence[str], targets: Mapping[str, str], orders: Orders) -> list[str]:
    """Put amendments to an amendment right before it, unless the chair said otherwise."""
    said = {pair for order in orders for pair in combinations(order, 2)}
    first = {key: [one for one in keys if (one, key) in said] for key in keys}
    for key in keys:
        if targets.get(key) in first and not any((above, key) in said for above in _above(key, targets)):
            first[targets[key]].append(key)
    found: list[str] = []
    seen = set()

    def put(key: str) -> None:
        if key not in seen:
            seen.add(key)
            for before in first[key]:
                put(before)
            found.append(key)

    named = {key for order in orders for key in order}
    waiting = [key for key in keys if targets.get(key) in first and key not in named]
    for key in [*(key for key in keys if key not in waiting), *waiting]:
        put(key)
    return found


def _above(key: str, targets: Mapping[str, str]) -> list[str]:
    """Give the amendment that one amends, the one that this amends, and so on."""
    found: list[str] = []
    while (key := targets.get(key, "")) and key not in found:
        found.append(key)
    return found


def _settled(
    key: str, rivals: Mapping[str, set[str]], targets: Mapping[str, str], keys: Sequence[str]
) -> tuple[str, ...]:
    """Give the amendments that need not be put if one is adopted.

    What amends an amendment settles only what would amend the same one: the text is not touched yet.
    """
    target = targets.get(key)
    settled = {each for each in rivals.get(key, ()) if target is None or targets.get(each) == target}
    while more := {each for each in keys if targets.get(each) in settled} - settled - {key}:
        settled |= more  # nothing is left that they could amend
    return tuple(each for each in keys if each in settled)


def _distance(manuscript: Manuscript, proposal: Proposal, contested: set[str]) -> float:
    """Say how far an amendment goes in the paragraphs that its cluster is about, each by its own weight."""
    after = {each.provision: each.after for each in proposal.changes if each.kind is ChangeKind.INSERT}
    found = 0.0
    for change in proposal.changes:
        at = change.provision
        while at in after:
            at = after[at]
        if contested.intersection((at, *needs(manuscript, change))):
            whole = _weight(manuscript.by_id[at].text) if at in manuscript.by_id else 0
            found += _substance(manuscript, change) / max(whole, 1)
    return found


def _substance(manuscript: Manuscript, change: Change) -> float:
    """Weigh the words that a change strikes and brings; what it only strikes counts half as much again."""
    if change.kind is ChangeKind.INSERT:
        return _weight(change.text)
    if change.kind is ChangeKind.DELETE:
        return 1.5 * _weight(manuscript.by_id[change.provision].text)
    paragraph = manuscript.by_id[change.provision]
    found = 0.0
    for edit in lowered(paragraph, change.edits):
        old = [word.key for word in paragraph.text[edit.start : edit.end]]
        new = [word.key for word in edit.words]
        for hunk in difference(old, new):
            struck = said(old[hunk.a : hunk.a_end])
            found += struck + said(new[hunk.b : hunk.b_end]) + (0 if new else struck / 2)
    return found


def _weight(text: Text) -> int:
    return said([word.key for word in text])
