"""The demonstration: a negotiation of our own writing, told through the program's own acts.

The texts and the story are in ``web/demonstration``. The story names paragraphs by their labels and
says changes as the room does; here they are found in the text that is current at that moment.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from amendments import actions, desk
from amendments.queries import private
from drafting.actions import join, leave, look, open_draft
from drafting.clock import at
from drafting.database import writing
from drafting.messages import Refused
from drafting.models import Draft, Member
from drafting.permissions import Role
from drafting.queries import draft as draft_by_id
from drafting.queries import revision
from drafting.text import markup
from exports import plain
from web.models import DemonstrationSeat
from web.signing_in import make_member

FOLDER = Path(__file__).parent / "demonstration"


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Change(_Told):
    """One change as the story tells it: words replaced or inserted, a new paragraph, one deleted."""

    place: str | None = None  # the paragraph that is reworded
    replace: str | None = None
    with_: str = Field("", alias="with")
    after: str | None = None  # the words after which others are inserted
    insert: str = ""
    below: str | None = None  # the paragraph below which a new one is inserted
    delete: str | None = None


class Step(_Told):
    """One act of the story: who does what, when, and on which draft."""

    at: datetime
    by: str
    act: Literal[
        "open", "join", "leave", "write", "amend", "withdraw", "second", "unsecond", "confirm",
        "take", "leave out", "reconsider", "issue", "look",
    ]  # fmt: skip
    draft: str = "islands"
    file: str = ""
    number: int = 0
    numbers: tuple[int, ...] = ()
    why: str = ""
    changes: tuple[Change, ...] = ()


class Party(_Told):
    """A delegation of the story with its members."""

    name: str
    members: tuple[str, ...]
    role: Role = Role.DELEGATION


class Chair(_Told):
    """A place in the room that a visitor may take."""

    key: str
    member: str
    does: str


class Story(_Told):
    """The whole demonstration."""

    delegations: tuple[Party, ...]
    seats: tuple[Chair, ...]
    steps: tuple[Step, ...]


def story() -> Story:
    """Read the story that the demonstration tells."""
    return Story.model_validate(tomllib.loads((FOLDER / "negotiation.toml").read_text("utf-8")))


def load(engine: Engine) -> bool:
    """Load the demonstration, all of it, if there is no draft on the table yet; say whether it was loaded."""
    with writing(engine) as session:
        if session.scalar(select(Draft.id).limit(1)) is not None:
            return False
        told = story()
        room = _Room(session)
        for party in told.delegations:
            for person in party.members:
                room.members[person] = make_member(session, party.name, person, party.role)
        for chair in told.seats:
            row = DemonstrationSeat(key=chair.key, member_id=room.members[chair.member].id, does=chair.does)
            session.add(row)
        for step in sorted(told.steps, key=lambda step: step.at):
            with at(step.at):
                room.tell(step)
    return True


@dataclass
class _Room:
    session: Session
    members: dict[str, Member] = field(default_factory=dict)
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
        draft = draft_by_id(session, id)
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
                    raise Refused("No. {told} has become No. {given}.", told=step.number, given=given)
            case "withdraw":
                actions.withdraw(session, by, id, step.number)
            case "second":
                actions.second(session, by, id, step.number)
            case "unsecond":
                actions.unsecond(session, by, id, step.number)
            case "confirm":
                actions.confirm(session, by, id, step.number, on=draft.revision)
            case "issue":
                desk.issue(session, by, id, on=draft.revision, taken=step.numbers)
            case "take" | "leave out" | "reconsider":
                take = {"take": True, "leave out": False}.get(step.act)
                for each in step.numbers:
                    desk.choose(session, by, id, each, take, on=draft.revision)

    def _write(self, by: Member, draft: Draft, step: Step) -> int:
        saves = 0
        manuscript = revision(self.session, draft).text
        for change in step.changes:
            written = private(self.session, draft, by.delegation_id)
            texts = {each.provision: markup(each.text) for each in written.wording.changes} if written else {}
            asked = _resolved(manuscript, texts, change)
            saves = actions.propose(
                self.session,
                by,
                draft.id,
                on=draft.revision,
                saves=written.saves if written else 0,
                explanation=step.why,
                **asked,
            ).saves
        return saves
