"""What the penholder decides at the merging desk: what is taken, in what order, in which joint text."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete
from sqlalchemy.orm import Session

from amendments import places, queries, targets
from amendments.changes import Change, ChangeKind, Proposal, reword
from amendments.collisions import between
from amendments.formal_wording import spoken
from amendments.models import Amendment, Choice, Ordered, Ordering
from drafting.actions import enter, lock
from drafting.clock import now
from drafting.manuscript import Manuscript
from drafting.messages import OutOfOrder
from drafting.models import Draft, Member
from drafting.numbering import number as numbered
from drafting.outline import Kind
from drafting.permissions import Act, require
from drafting.queries import revision, role_on
from drafting.record import Deed
from drafting.text import Text, notes


def choose(session: Session, by: Member, draft_id: int, number: int, take: bool | None, *, on: int) -> None:
    """Take an amendment into the next revision, leave it out of it, or take the choice back (none).

    Two amendments that exclude each other cannot both be taken: OutOfOrder names the other one.
    """
    draft, [amendment], _ = _at_the_desk(session, by, draft_id, on, [number])
    readings = targets.Readings(session, draft)
    standing = queries.choices(session, draft).get(amendment.id)
    if (standing.take if standing else None) == take and not (standing and standing.joint):
        return
    targets.require_together(session, draft, amendment, take)
    _choose(session, by, draft, amendment, take)
    deeds = {number: Deed.REOPENED if take is None else Deed.TOOK if take else Deed.PASSED}
    if standing and standing.joint:  # without this one there is no joint text
        others = (each for each in queries.pending(session, draft) if each.key in standing.joint)
        deeds = {each.number or 0: Deed.REOPENED for each in others} | deeds
    for each, deed in deeds.items():
        about = queries.amendment(session, draft, each)
        reading, changes = readings.of(about), about.wording.changes
        enter(
            session,
            draft,
            by,
            deed,
            amendment=each,
            revision=draft.revision,
            places=places.labels(reading.outline, changes),
            words=spoken(reading, changes, draft.language),
        )


def put_first(
    session: Session, by: Member, draft_id: int, number: int, among: Sequence[int], *, of: Ordered, on: int
) -> None:
    """Put an amendment before others, whose order stays: what they insert at one place, or in the voting.

    OutOfOrder if one of them does not insert where the first one does.
    """
    order = [number, *(each for each in dict.fromkeys(among) if each != number)]
    draft, amendments, manuscript = _at_the_desk(session, by, draft_id, on, order)
    if of is Ordered.WORDS:
        _on_the_text(session, draft, amendments)
    first, *others = amendments
    there = []
    for other in others if of is Ordered.WORDS else ():
        met = between(manuscript, first.proposal, [other.proposal])
        there += [each.provision for each in met if each.start == each.end]
        if not met or met[0].start != met[0].end:
            raise OutOfOrder(
                "No. {number} and No. {other} do not insert at one place.", number=number, other=other.number
            )
    keys = [each.key for each in amendments]
    session.add(
        Ordering(
            draft_id=draft.id, revision=draft.revision, of=of.value, keys=keys, member_id=by.id, at=now()
        )
    )
    enter(
        session,
        draft,
        by,
        Deed.ORDERED if of is Ordered.WORDS else Deed.ORDERED_VOTING,
        revision=draft.revision,
        places=[each.label for each in numbered(manuscript.outline) if each.provision.id in there],
        numbers=order,
    )


def reconcile(
    session: Session,
    by: Member,
    draft_id: int,
    numbers: Sequence[int],
    provision: str,
    text: Text,
    *,
    new: bool = False,
    on: int,
) -> None:
    """Take amendments with a joint text in the place of what each of them says of a paragraph.

    With ``new`` it stands in the place of the new paragraph that each inserts after that one. What they say
    elsewhere stays, and the words of the joint text keep the names of all of them.
    """
    draft, amendments, manuscript = _at_the_desk(session, by, draft_id, on, numbers)
    _on_the_text(session, draft, amendments)
    joint = jointly(session, draft, amendments, provision, text, new)
    keys = [each.key for each in amendments]
    for amendment, proposal in joint:
        _choose(session, by, draft, amendment, True, proposal.changes, keys)
    said = [each for each in joint[0][1].changes if _says_of(each, provision, new)]
    enter(
        session,
        draft,
        by,
        Deed.RECONCILED,
        revision=draft.revision,
        places=places.labels(manuscript.outline, said),
        words=spoken(manuscript, said, draft.language),
        numbers=[each.number for each in amendments],
    )


def jointly(
    session: Session, draft: Draft, amendments: Sequence[Amendment], provision: str, text: Text, new: bool
) -> list[tuple[Amendment, Proposal]]:
    """Give amendments as they would be taken with a joint text, if it can be; OutOfOrder names why not."""
    manuscript = revision(session, draft).text
    label = next((each.label for each in numbered(manuscript.outline) if each.provision.id == provision), "")
    if len(amendments) < 2:
        raise OutOfOrder("{place}: a joint text is of two amendments at least.", place=label)
    if not text:
        raise OutOfOrder("{place}: the joint text has no words yet.", place=label)
    joint = []
    for each in amendments:
        own = [change for change in each.wording.changes if _says_of(change, provision, new)]
        if not own:
            raise OutOfOrder("{place}: No. {number} changes something else.", place=label, number=each.number)
        said = replace(own[0], text=text) if new else reword(manuscript, provision, text)
        if not new and not said.edits:
            raise OutOfOrder("{place}: the joint text changes nothing.", place=label)
        joint.append((each, Proposal(each.key, _instead(each.wording.changes, own, said))))
    taken = dict(queries.taken(session, draft)) | dict(joint)
    targets.require_mergeable(session, draft, taken, amendments)
    return joint


def _instead(before: Sequence[Change], own: Sequence[Change], joint: Change) -> tuple[Change, ...]:
    """Put a joint text in the place of what was said, and leave out new notes to which nothing refers now."""
    after = [joint if each is own[0] else each for each in before if each is own[0] or each not in own]
    referred, was = ({note for each in said for note in notes(each.text)} for said in (after, before))
    return tuple(each for each in after if each.provision not in was - referred)


def _says_of(change: Change, provision: str, new: bool) -> bool:
    if new:
        inserts = change.kind is ChangeKind.INSERT and change.paragraph_kind is not Kind.NOTE
        return inserts and change.after == provision
    return change.provision == provision and change.kind in (ChangeKind.REWORD, ChangeKind.DELETE)


def _at_the_desk(
    session: Session, by: Member, draft_id: int, on: int, numbers: Sequence[int]
) -> tuple[Draft, list[Amendment], Manuscript]:
    """Take the draft for an act of the penholder on amendments that are open on the current text."""
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.MERGE)
    found = [queries.amendment(session, draft, each) for each in dict.fromkeys(numbers)]
    standing = queries.standing(session, draft)
    for each in found:
        if each not in standing:
            raise OutOfOrder("No. {number} is not open on the current text.", number=each.number)
    return draft, found, revision(session, draft).text


def _on_the_text(session: Session, draft: Draft, amendments: Sequence[Amendment]) -> None:
    """Refuse what is written on the text as another would leave it, and what something taken amends."""
    for each in amendments:
        if target := each.amends():
            raise OutOfOrder(
                "No. {number} amends No. {target}, not the text itself.",
                number=each.number,
                target=target.number,
            )
        targets.require_together(session, draft, each, None)


def _choose(
    session: Session,
    by: Member,
    draft: Draft,
    amendment: Amendment,
    take: bool | None,
    changes: tuple[Change, ...] | None = None,
    joint: list[str] | None = None,
) -> None:
    session.execute(
        delete(Choice).where(Choice.amendment_id == amendment.id, Choice.revision == draft.revision)
    )
    if take is not None:
        session.add(
            Choice(
                amendment_id=amendment.id,
                revision=draft.revision,
                take=take,
                changes=changes,
                joint=joint,
                member_id=by.id,
                at=now(),
            )
        )
        session.flush()
