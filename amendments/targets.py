"""Amendments to an amendment: what they are written on, and how they go together with their target."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from amendments import queries
from amendments.changes import Proposal
from amendments.collisions import Collision
from amendments.merge import Collides, merge
from amendments.models import Amendment, Ordered, Status, Wording
from amendments.subamendments import amended, brought, followed, meetings, merge_all
from drafting.manuscript import Manuscript
from drafting.messages import OutOfOrder
from drafting.models import Draft
from drafting.numbering import number as numbered
from drafting.queries import revision


class Readings:
    """The texts that the amendments to a draft are written on, each made once."""

    def __init__(self, session: Session, draft: Draft) -> None:
        self.session, self.draft = session, draft
        self._texts: dict[int, Manuscript] = {}
        self._left: dict[tuple[int, int], Manuscript] = {}

    def __getitem__(self, number: int) -> Manuscript:
        """The text of a revision."""
        if number not in self._texts:
            self._texts[number] = revision(self.session, self.draft, number).text
        return self._texts[number]

    def of(self, amendment: Amendment, wording: Wording | None = None) -> Manuscript:
        """The text on which a form of an amendment is written: a revision, or what its target makes of it."""
        wording = wording or amendment.wording
        target = amendment.amends(wording)
        return self[wording.revision] if target is None else self.left_by(target, wording.revision)

    def left_by(self, amendment: Amendment, number: int) -> Manuscript:
        """The text of a revision as an amendment would leave it."""
        key = (amendment.id, number)
        if key not in self._left:
            forms = [each for each in amendment.wordings if each.revision == number and not each.offered]
            wording = forms[-1] if forms else amendment.wording
            said = amendment.proposal_of(wording)
            self._left[key] = merge(self.of(amendment, wording), [said]).manuscript
        return self._left[key]


def met(session: Session, draft: Draft, found: Sequence[Amendment]) -> tuple[Collision, ...]:
    """Where amendments on the current text meet, those to other amendments too."""
    said = amended([each.proposal for each in found], queries.targets(found))
    return meetings(revision(session, draft).text, said)


def met_by(session: Session, draft: Draft, mine: Proposal, target: Amendment | None) -> tuple[Collision, ...]:
    """Where words that are being written meet what others propose; ``other`` is always the other one.

    Those to another amendment are left out: they are written on another text.
    """
    found = queries.standing(session, draft)
    line = {mine.key}
    above = target
    while above is not None:
        line.add(above.key)
        above = above.amends()
    there = [each for each in found if each.key in line or each.amends() in (None, target)]
    amending = queries.targets(there) | ({mine.key: target.key} if target else {})
    said = amended([*(each.proposal for each in there), mine], amending)
    return tuple(
        each if each.one == mine.key else replace(each, one=each.other, other=each.one)
        for each in meetings(revision(session, draft).text, said)
        if mine.key in (each.one, each.other)
    )


def open_target(session: Session, draft: Draft, number: int) -> Amendment:
    """Find the amendment that somebody wants to amend; OutOfOrder if it is closed or waits for its author."""
    target = queries.amendment(session, draft, number)
    require_open(target)
    if not queries.stands(target, draft):
        raise OutOfOrder("No. {number} waits for its author: until then it cannot be amended.", number=number)
    return target


def require_open(amendment: Amendment) -> None:
    """Refuse to go on with an amendment that is no longer open."""
    if amendment.status != Status.OPEN.value:
        raise OutOfOrder(
            "No. {number} is no longer open: it is {status}.",
            number=amendment.number,
            status=amendment.status,
        )


def require_one_target(amendment: Amendment, target: Amendment | None) -> None:
    """Refuse to write on one text in a draft amendment that is written on another."""
    standing = amendment.amends()
    if standing is target:
        return
    if standing is None:
        raise OutOfOrder("Your delegation’s draft amendment amends the text: submit or discard it first.")
    raise OutOfOrder(
        "Your delegation’s draft amendment amends No. {number}: submit or discard it first.",
        number=standing.number,
    )


def require_place(reading: Manuscript, target: Amendment, at: str) -> None:
    """Refuse to amend an amendment in a paragraph that it leaves as it is."""
    if at not in brought(reading, target.key):
        labels = {place.provision.id: place.label for place in numbered(reading.outline)}
        raise OutOfOrder(
            "{place}: No. {number} changes nothing here; amend the text itself.",
            place=labels.get(at, at),
            number=target.number,
        )


def offer_again(session: Session, draft: Draft, target: Amendment) -> list[int]:
    """Offer what amends an amendment on the form that its author has confirmed; gives the numbers.

    Their authors look at it in turn.
    """
    readings, offered = Readings(session, draft), []
    private = (
        each for each in queries.unsubmitted(session, draft) if each.amends(each.wordings[-1]) is target
    )
    for each in [*queries.amending(session, target), *private]:
        before = each.wordings[-1]
        if before.revision == draft.revision:
            continue
        now = readings.left_by(target, draft.revision)
        carried = followed(each.proposal_of(before), readings.of(each, before), now)
        said = carried.proposal or carried.offered
        if said is not None:
            each.wordings.append(Wording(revision=draft.revision, changes=said.changes, offered=True))
        if each.number is not None:
            offered.append(each.number)
    return offered


def lapse(session: Session, amendment: Amendment) -> list[int]:
    """Let the open amendments to an amendment fall with it; gives their numbers."""
    fallen: list[int] = []
    for each in queries.amending(session, amendment):
        each.status = Status.LAPSED.value
        fallen += [each.number or 0, *lapse(session, each)]
    return sorted(fallen)


def require_together(session: Session, draft: Draft, amendment: Amendment, take: bool | None) -> None:
    """Refuse to take an amendment without the one that it amends, or with what excludes either of them."""
    taken = dict(queries.taken(session, draft))
    target = amendment.amends()
    number = amendment.number
    if not take:
        for other in taken:
            if other.amends() is amendment:
                raise OutOfOrder(
                    "No. {other} amends No. {number} and is taken: leave No. {other} out first.",
                    number=number,
                    other=other.number,
                )
        return
    if target is not None and target not in taken:
        raise OutOfOrder(
            "No. {number} amends No. {target}: take No. {target} first.", number=number, target=target.number
        )
    if target is not None and taken[target] != target.proposal:
        raise OutOfOrder(
            "No. {target} is taken in a joint text, which No. {number} does not amend.",
            number=number,
            target=target.number,
        )
    require_mergeable(session, draft, taken | {amendment: amendment.proposal}, [amendment])


def require_mergeable(
    session: Session, draft: Draft, taken: Mapping[Amendment, Proposal], new: Collection[Amendment]
) -> None:
    """Refuse to take new ones with what was taken before, where two of all these exclude each other."""
    every = {each.key: each for each in taken}
    orders = queries.orders(session, draft, Ordered.WORDS)
    try:
        merge_all(revision(session, draft).text, taken.values(), queries.targets(taken), orders)
    except Collides as found:
        one, rival = every[found.one], every[found.other]
        if one not in new:
            one, rival = rival, one
        raise OutOfOrder(
            "{place}: No. {number} and No. {rival} exclude each other. Leave No. {rival} out first.",
            place=_label(Readings(session, draft), (one, rival), found.provision),
            number=one.number,
            rival=rival.number,
        ) from None


def _label(readings: Readings, amendments: Iterable[Amendment], provision: str) -> str:
    """Name a paragraph as it is called where amendments are written."""
    outlines = [readings.of(each).outline for each in amendments]
    places = (place for outline in outlines for place in numbered(outline))
    return next((place.label for place in places if place.provision.id == provision), "")
