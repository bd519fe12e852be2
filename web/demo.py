"""The demonstration: a negotiation of our own writing, told through the program's own acts."""

from dataclasses import dataclass, field

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from amendments import actions, deciding, desk, dividing, targets
from amendments.queries import private
from drafting.actions import join, leave, look, open_draft
from drafting.clock import at
from drafting.database import writing
from drafting.manuscript import Manuscript
from drafting.messages import Refused
from drafting.models import Draft, Member
from drafting.permissions import Role
from drafting.queries import draft as draft_of
from drafting.queries import name, revision
from exports import plain
from web.models import DemonstrationSeat
from web.signing_in import make_member
from web.story import FOLDER, Step, find, story


def load(engine: Engine) -> bool:
    """Load the demonstration, all or nothing, if no draft is on the table yet; say whether it was loaded."""
    with writing(engine) as session:
        if session.scalar(select(Draft.id).limit(1)) is not None:
            return False
        told = story()
        members = {
            person: make_member(session, party.name, person, party.role)
            for party in told.delegations
            for person in party.members
        }
        for place, chair in enumerate(told.seats, 1):
            session.add(
                DemonstrationSeat(
                    key=chair.key, place=place, member_id=members[chair.member].id, does=chair.does
                )
            )
        room = _Room(session, members)
        for step in sorted(told.steps, key=lambda step: step.at):
            with at(step.at):
                room.tell(step)
    return True


@dataclass(frozen=True, slots=True)
class DemoSeat:
    """A seat of the demonstration as the sign-in page offers it."""

    key: str
    delegation: str
    role: Role
    member: str
    does: str


def seats(session: Session, language: str = "en") -> list[DemoSeat]:
    """The seats that a visitor may choose among; none where this is not the demonstration."""
    leading = set(session.scalars(select(Draft.penholder_id)))
    found = []
    for row in session.scalars(select(DemonstrationSeat).order_by(DemonstrationSeat.place)):
        delegation = row.member.delegation
        role = Role.PENHOLDER if delegation.id in leading else Role(delegation.role)
        found.append(DemoSeat(row.key, name(delegation, language), role, row.member.name, row.does))
    return found


def sitting(session: Session, key: str) -> Member | None:
    """The member who sits in a seat of the demonstration, if there is such a seat."""
    found = session.get(DemonstrationSeat, key)
    return found.member if found else None


@dataclass
class _Room:
    session: Session
    members: dict[str, Member]
    drafts: dict[str, int] = field(default_factory=dict)

    def tell(self, step: Step) -> None:
        """Let one step happen; what goes wrong is said with the moment at which it did."""
        try:
            self._happen(self.members[step.by], step)
        except Refused as refused:
            raise Refused("{at}, {by}: {what}", at=step.at, by=step.by, what=refused.message) from refused

    def _happen(self, by: Member, step: Step) -> None:
        session = self.session
        if step.act == "open":
            outline = plain.read((FOLDER / step.file).read_text("utf-8")).outline
            self.drafts[step.draft] = open_draft(session, by, outline).id
            return
        id = self.drafts[step.draft]
        draft = draft_of(session, id)
        match step.act:
            case "join":
                join(session, by, id)
            case "leave":
                leave(session, by, id)
            case "look":
                look(session, by, draft)
            case "write":
                self._write(by, draft, step)
            case "amend":
                saves = self._write(by, draft, step)
                given = actions.submit(session, by, id, on=draft.revision, saves=saves).number
                if given != step.number:
                    raise Refused("No. {told} became No. {given}.", told=step.number, given=given)
            case "withdraw":
                actions.withdraw(session, by, id, step.number)
            case "second":
                actions.second(session, by, id, step.number)
            case "unsecond":
                actions.unsecond(session, by, id, step.number)
            case "confirm":
                actions.confirm(session, by, id, step.number, on=draft.revision)
            case "divide":
                dividing.divide(session, by, id, step.number, step.numbers, on=draft.revision)
            case "take" | "leave out" | "reconsider":
                for each in step.numbers:
                    deciding.choose(session, by, id, each, _CHOICES[step.act], on=draft.revision)
            case "issue":
                desk.issue(session, by, id, on=draft.revision, taken=step.numbers)

    def _write(self, by: Member, draft: Draft, step: Step) -> int:
        """Keep all that a step changes in the delegation's draft amendment; say how often it was saved."""
        saves = 0
        outline = self._read(draft, step.to).outline
        for told in step.changes:
            before = private(self.session, draft, by.delegation_id)
            said = before.wording.changes if before else ()
            written = {each.provision: each.text for each in said if each.text}
            found = find(outline, written, told)
            after = actions.propose(
                self.session,
                by,
                draft.id,
                on=draft.revision,
                saves=before.saves if before else 0,
                provision=found.provision,
                after=found.after,
                behind=found.behind,
                joins=found.joins,
                text=found.text,
                kind=found.kind,
                level=found.level,
                explanation=step.why,
                to=step.to or None,
            )
            saves = after.saves
        return saves

    def _read(self, draft: Draft, to: int) -> Manuscript:
        """Give the text on which an amendment is written: as it stands, or as another one would leave it."""
        if not to:
            return revision(self.session, draft).text
        target = targets.open_target(self.session, draft, to)
        return targets.Readings(self.session, draft).left_by(target, draft.revision)


_CHOICES = {"take": True, "leave out": False, "reconsider": None}
