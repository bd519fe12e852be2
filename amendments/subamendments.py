"""Amendments to an amendment, which are put before their target (rule 130).

Such an amendment is written on the text as its target would leave it. To merge both, what else is merged
is carried onto that text, so that all places are found as exactly as any (``amendments.rebase``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from amendments import alignment
from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import Where, gathered
from amendments.collisions import Collision, Severity, collisions
from amendments.edits import lifted, lowered
from amendments.merge import Collides, Merged, merge
from amendments.orders import Orders
from amendments.rebase import Carried, State, carry
from drafting.manuscript import Manuscript
from drafting.messages import OutOfOrder

Targets: TypeAlias = Mapping[str, str]  # which amendment another one amends, key by key


@dataclass(frozen=True, slots=True)
class Amended:
    """An amendment as it stands on a text, with the amendments to it as they stand on what it would leave."""

    key: str
    now: Carried
    amendments: tuple["Amended", ...] = ()

    @property
    def says(self) -> Proposal:
        """What it says, or what its author is offered."""
        return self.now.proposal or self.now.offered or Proposal(self.key, ())


def amended(proposals: Iterable[Proposal], targets: Targets) -> list[Amended]:
    """Put amendments below those that they amend.

    >>> try: amended([Proposal("a2", ())], {"a2": "a1"})
    ... except OutOfOrder as refusal: print(refusal)
    a2 amends a1 and cannot be taken without it.
    """
    every = {each.key: each for each in proposals}
    for key in every:
        if targets.get(key, key) not in every:
            raise OutOfOrder(
                "{key} amends {target} and cannot be taken without it.", key=key, target=targets[key]
            )

    below: dict[str | None, list[Proposal]] = defaultdict(list)
    for each in every.values():
        below[targets.get(each.key)].append(each)

    def those_to(target: str | None) -> list[Amended]:
        found = below.get(target, ())
        return [Amended(each.key, Carried(State.OK, each), tuple(those_to(each.key))) for each in found]

    return those_to(None)


@dataclass(frozen=True)
class MergedInSteps:
    """A text with amendments merged into it, and after them the amendments to them."""

    steps: tuple[Merged, ...]
    taken: tuple[Proposal, ...]  # as they were written
    orders: Orders = ()

    @property
    def manuscript(self) -> Manuscript:
        """The text that came of it."""
        return self.steps[-1].manuscript

    def carry(self, proposals: Iterable[Proposal], targets: Targets) -> dict[str, Carried]:
        """Find what other amendments say on the text that came of it, by their keys.

        What amends one that is in the text now amends what that had amended, or the text itself. Of what
        amends one that needs its author nothing is given: it waits with it.
        """
        keys = {each.key for each in self.taken}
        standing = amended([*self.taken, *proposals], targets)
        for step in self.steps:
            before, standing = standing, []
            for each in before:
                if any(each.key == one.key for one in step.proposals):
                    standing += _released(each, step, step.manuscript, self.orders)
                else:
                    standing += _carried(each, step, self.orders)
        return {each.key: each.now for one in standing for each in _every(one) if each.key not in keys}


def merge_all(
    manuscript: Manuscript, proposals: Iterable[Proposal], targets: Targets, orders: Orders = ()
) -> MergedInSteps:
    """Put amendments into a text, and amendments to them; the order makes no difference.

    Collides, naming the pair, if two of them exclude each other; OutOfOrder if one is there without the
    amendment that it amends.
    """
    taken = tuple({each.key: each for each in proposals}.values())
    standing = amended(taken, targets)
    steps = [merge(manuscript, [each.says for each in standing], orders)]
    while standing:
        for met in meetings(steps[-1].before, standing, orders):
            if met.severity is Severity.HARD:
                raise Collides(met.one, met.other, met.provision)
        before, standing = standing, []
        for target in before:
            for each in _released(target, steps[-1], steps[-1].manuscript, orders):
                if each.now.state is State.NEEDS_AUTHOR:
                    place = target.says.changes[0].provision
                    raise Collides(each.key, _ordered_with(target.key, orders), place)
                if each.now.state is State.OK:
                    standing.append(each)
        if standing:
            steps.append(merge(steps[-1].manuscript, [each.says for each in standing], orders))
    return MergedInSteps(tuple(steps), taken, orders)


def _ordered_with(key: str, orders: Orders) -> str:
    """Name what was put in order with an amendment: beside its words that cannot be found on its own text."""
    return next((each for order in orders if key in order for each in order if each != key), key)


def meetings(
    manuscript: Manuscript, standing: Sequence[Amended], orders: Orders = ()
) -> tuple[Collision, ...]:
    """Find every pair of amendments that meet; those to an amendment, on the text as it would leave it.

    Where an amendment excludes the target, nothing more is said of it and the amendments to the target.
    """
    found = list(collisions(manuscript, [each.says for each in standing], orders))
    for target in standing:
        if target.amendments:
            alone = merge(manuscript, [target.says])
            others = _near(manuscript, target, alone.manuscript, standing)
            theirs = [Amended(each.key, carry(each.says, manuscript, alone)) for each in others]
            there = [each for each in theirs if each.now.state is State.OK]
            own = {each.key for each in _every(target)}
            found += (
                each
                for each in meetings(alone.manuscript, [*target.amendments, *there], orders)
                if own.intersection((each.one, each.other))
            )
    return tuple(found)


def followed(proposal: Proposal, before: Manuscript, now: Manuscript) -> Carried:
    """Find what an amendment says when the one that it amends has come to leave another text.

    Nobody kept a record of that, so it is found by comparing both texts, and the author should look at it.
    """
    difference = Proposal("", alignment.changes(before, now.outline, before.unused("new")))
    between = merge(before, [difference])
    carried = _placed(Amended(proposal.key, carry(proposal, before, between)), between.manuscript, now)
    return carried.now


def _near(
    manuscript: Manuscript, target: Amended, left: Manuscript, standing: Sequence[Amended]
) -> list[Amended]:
    """Give the other amendments that are about paragraphs of which an amendment or those to it speak."""
    below = [each for one in target.amendments for each in _every(one)]
    ids = {id for each in below for change in each.says.changes for id in (change.provision, change.after)}
    ids |= {id for id, _ in gathered(manuscript, [target.says])}
    ids |= {id for id, _ in gathered(left, [each.says for each in target.amendments])}
    others = {each.key: each for each in standing if each.key != target.key}
    wanted = {(id, where) for id in ids for where in Where}
    claims = gathered(manuscript, [each.says for each in others.values()], wanted).values()
    return [others[key] for key in dict.fromkeys(claim.key for here in claims for claim in here)]


def brought(manuscript: Manuscript, key: str) -> set[str]:
    """Give the standing paragraphs of a text in which an amendment has changed something."""
    return {
        each.id
        for each in manuscript.paragraphs
        if not each.struck
        and (key in each.by or any(key in cell.by or key in cell.struck for cell in each.cells))
    }


def _every(one: Amended) -> Iterator[Amended]:
    yield one
    for each in one.amendments:
        yield from _every(each)


def _carried(one: Amended, merged: Merged, orders: Orders) -> Iterator[Amended]:
    """Carry an amendment with those to it onto the text that others were merged into.

    If all that it asks for has happened, those to it amend the text itself.
    """
    if one.now.state is not State.OK and one.now.offered is None:
        yield one
        return
    now = carry(one.says, merged.before, merged)
    if one.now.state is State.NEEDS_AUTHOR:
        now = Carried(State.NEEDS_AUTHOR, offered=now.proposal or now.offered)
    if now.state is State.OK and one.amendments:
        reading = merge(merged.manuscript, [now.proposal or one.says]).manuscript
        yield Amended(one.key, now, tuple(_released(one, merged, reading, orders)))
        return
    yield Amended(one.key, now)
    if now.state is State.ALREADY:
        yield from _released(one, merged, merged.manuscript, orders)


def _released(one: Amended, merged: Merged, reading: Manuscript, orders: Orders) -> Iterator[Amended]:
    """Give what amends an amendment as it stands on the text that this and the others made."""
    if not one.amendments:
        return
    alone = merge(merged.before, [one.says])
    others = (each for each in merged.proposals if each.key != one.key)
    theirs = [carry(each, merged.before, alone) for each in others]
    if any(each.state is State.NEEDS_AUTHOR for each in theirs):
        yield from (Amended(each.key, Carried(State.NEEDS_AUTHOR)) for each in one.amendments)
        return
    there = merge(alone.manuscript, [each.proposal for each in theirs if each.proposal], orders)
    for each in one.amendments:
        for now in _carried(each, there, orders):
            yield _placed(now, there.manuscript, reading)


def _placed(one: Amended, before: Manuscript, now: Manuscript) -> Amended:
    """Find an amendment's places in another manuscript of the same text.

    Which of several that say the same brought a word depends on the steps in which they were merged, and so
    does where the struck ones stand that went elsewhere.
    """
    if before.paragraphs == now.paragraphs:
        return one
    said, places = one.says, _same_places(before, now)
    named = [id for each in said.changes for id in (each.provision, each.after) if id in before.by_id]
    if not places.keys() >= set(named):
        return Amended(one.key, Carried(State.NEEDS_AUTHOR))
    there = replace(said, changes=tuple(_same_change(each, before, now, places) for each in said.changes))
    below = one.amendments
    if below:
        left, reads = merge(before, [said]).manuscript, merge(now, [there]).manuscript
        below = tuple(_placed(each, left, reads) for each in below)
    carried = replace(one.now, proposal=one.now.proposal and there, offered=one.now.offered and there)
    return Amended(one.key, carried, below)


def _same_change(change: Change, before: Manuscript, now: Manuscript, places: Mapping[str, str]) -> Change:
    """Give a change of one manuscript as a change of another one of the same text."""
    provision = places.get(change.provision, change.provision)
    if change.kind is ChangeKind.REWORD:
        seen = lowered(before.by_id[change.provision], change.edits)
        return replace(change, provision=provision, edits=lifted(now.by_id[provision], seen))
    return replace(change, provision=provision, after=places.get(change.after, change.after))


def _same_places(before: Manuscript, now: Manuscript) -> dict[str, str]:
    """Pair the paragraphs of two manuscripts of one text; struck ones that only one has go by those above.

    Where the penholder put new paragraphs in another order, they go by their ids.
    """
    here, there = ([each for each in text.paragraphs if not each.struck] for text in (before, now))
    if [each.text for each in here] == [each.text for each in there]:
        found = {one.id: other.id for one, other in zip(here, there, strict=True)}
    else:
        found = {
            one.id: one.id for one in here for other in there if (one.id, one.text) == (other.id, other.text)
        }
    above: str | None = ""
    for each in before.paragraphs:
        if not each.struck:
            above = found.get(each.id)
        elif each.id in now.by_id and now.by_id[each.id].struck:
            found[each.id] = each.id
        elif above is not None:
            found[each.id] = above
    return found
