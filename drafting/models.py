"""The rows of what is on the table: delegations and members, drafts, revisions, sponsors, the record."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.database import Table
from drafting.manuscript import Manuscript
from drafting.permissions import Role


class Delegation(Table):
    """Who acts here: a State, an observer, the secretariat. Its members act in its name."""

    __tablename__ = "delegation"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str | None] = mapped_column(unique=True)  # three letters, for States and known observers
    role: Mapped[str] = mapped_column(default=Role.DELEGATION.value)  # secretariat, delegation or observer


class Member(Table):
    """A person of a delegation, who signs in."""

    __tablename__ = "member"
    id: Mapped[int] = mapped_column(primary_key=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    name: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    delegation: Mapped[Delegation] = relationship(lazy="joined", innerjoin=True)


class Draft(Table):
    """A draft resolution under negotiation, led by its penholder."""

    __tablename__ = "draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    language: Mapped[str]
    penholder_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    opened_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)  # the number of the current one
    entries: Mapped[int] = mapped_column(default=0)  # how many entries its record has
    proposals: Mapped[int] = mapped_column(default=0)  # the last number given to an amendment
    penholder: Mapped[Delegation] = relationship(lazy="joined", innerjoin=True)


class Revision(Table):
    """An issued text of a draft, which is never changed again; number 0 is the text first opened."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    number: Mapped[int]
    issued_at: Mapped[datetime]
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    text: Mapped[Manuscript] = mapped_column(deferred=True)  # long: read once, when it is asked for
    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)

    @property
    def label(self) -> str:
        """How the room calls it: the draft as first opened, then Rev.1, Rev.2 …"""
        return f"Rev.{self.number}" if self.number else "Original"


class Sponsorship(Table):
    """A delegation's sponsoring of a draft, from when it joined until, if ever, it withdrew."""

    __tablename__ = "sponsorship"
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    joined_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    starred: Mapped[bool] = mapped_column(default=False)  # sponsors on behalf of a group
    delegation: Mapped[Delegation] = relationship(lazy="joined", innerjoin=True)


class Entry(Table):
    """One act on the record, sealed with the hash of the entry before it."""

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    number: Mapped[int]
    at: Mapped[datetime]
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    act: Mapped[str] = mapped_column(index=True)  # see drafting.record
    amendment: Mapped[int | None]  # the number that the room knows it by
    revision: Mapped[int | None]
    places: Mapped[list[str]]  # labels of the paragraphs concerned, as numbered then: "OP5(b)"
    words: Mapped[list[str]]  # what was proposed, named or issued, as it was said
    details: Mapped[dict[str, Any]]
    seal: Mapped[str]
    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
    delegation: Mapped[Delegation] = relationship(lazy="joined", innerjoin=True)


class Visit(Table):
    """How far a member has read a draft's record, for what changed since."""

    __tablename__ = "visit"
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), primary_key=True)
    entry: Mapped[int]
    at: Mapped[datetime]
