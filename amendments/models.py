"""The rows of what is proposed: amendments, their wordings and sponsors, and what is decided at the desk."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Dialect, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

from amendments import changes
from amendments.changes import Change, Proposal
from drafting.database import Table
from drafting.models import Delegation, Member


class Changes(TypeDecorator[tuple[Change, ...]]):
    """What an amendment changes, as a value in one column."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Change, ...] | None, dialect: Dialect) -> Any:
        """Write the value."""
        return None if value is None else [changes.to_json(change) for change in value]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Change, ...] | None:
        """Read the value."""
        return None if value is None else tuple(changes.from_json(change) for change in value)


class Status(StrEnum):
    """How far an amendment has come."""

    PRIVATE = "private"  # the delegation's own draft, which nobody else sees
    OPEN = "open"
    MERGED = "merged"
    ALREADY = "already"  # its words came into the text by another amendment
    WITHDRAWN = "withdrawn"
    DIVIDED = "divided"  # into parts that have numbers of their own (rule 129)
    LAPSED = "lapsed"  # with the amendment that it amends


class Ordered(StrEnum):
    """What an order is about."""

    WORDS = "words"
    VOTING = "voting"


class Amendment(Table):
    """What a delegation proposes to change, as a whole."""

    __tablename__ = "amendment"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    number: Mapped[int | None]  # given when it is submitted
    status: Mapped[str] = mapped_column(default=Status.PRIVATE.value)
    explanation: Mapped[str] = mapped_column(default="")
    saves: Mapped[int] = mapped_column(default=0)  # how often the private draft was saved; a form names it
    saved_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    closed_in: Mapped[int | None]  # the revision that merged it, or that already had its words
    target_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))  # the one that it amends
    whole_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))  # the one that it was a part of
    delegation: Mapped[Delegation] = relationship(lazy="joined", innerjoin=True)
    target: Mapped["Amendment | None"] = relationship(remote_side=[id], foreign_keys=[target_id])
    wordings: Mapped[list["Wording"]] = relationship(lazy="selectin", order_by="Wording.id")
    seconds: Mapped[list["Second"]] = relationship(lazy="selectin", order_by="Second.joined_at")

    @property
    def key(self) -> str:
        """The name that words in a text bear of the amendment that they came by."""
        return f"a{self.id}"

    @property
    def wording(self) -> "Wording":
        """The form that its words have now."""
        return next(each for each in reversed(self.wordings) if not each.offered)

    @property
    def offer(self) -> "Wording | None":
        """The form that its author is asked to confirm, where it could not be carried to the new text."""
        return self.wordings[-1] if self.wordings[-1].offered else None

    @property
    def proposal(self) -> Proposal:
        """The amendment as the engine takes it."""
        return self.proposal_of(self.wording)

    def amends(self, wording: "Wording | None" = None) -> "Amendment | None":
        """The amendment that a form of its words amends, or none where it amends the text itself.

        From the revision on in which its target came into the text, it amends what that had amended.
        """
        revision = (wording or self.wording).revision
        target = self.target
        while target is not None and target.closed_in is not None and target.closed_in <= revision:
            target = target.target
        return target

    def proposal_of(self, wording: "Wording") -> Proposal:
        """One of the forms of its words as the engine takes it."""
        return Proposal(self.key, wording.changes)


class Wording(Table):
    """The words of an amendment on one revision of the text; only a private draft's are written over."""

    __tablename__ = "wording"
    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), index=True)
    revision: Mapped[int]  # the number of the revision that it is written on
    changes: Mapped[tuple[Change, ...]] = mapped_column(Changes)
    offered: Mapped[bool] = mapped_column(default=False)  # by the program, and not confirmed by its author
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))  # none: carried over unchanged
    member: Mapped[Member | None] = relationship(lazy="joined")


class Second(Table):
    """A delegation's sponsoring of somebody's amendment, until it withdraws."""

    __tablename__ = "second"
    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), index=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    joined_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    delegation: Mapped[Delegation] = relationship(lazy="joined", innerjoin=True)


class Choice(Table):
    """What the penholder means to do with an amendment in the next revision.

    In a joint text it is taken with ``changes`` on which it is one with the others, whose keys ``joint`` has.
    """

    __tablename__ = "choice"
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)  # the number of the revision chosen on
    take: Mapped[bool]
    changes: Mapped[tuple[Change, ...] | None] = mapped_column(Changes)
    joint: Mapped[list[str] | None]
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    at: Mapped[datetime]


class Ordering(Table):
    """An order that the penholder gives to amendments: of what they insert at one place, or of voting."""

    __tablename__ = "ordering"
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    revision: Mapped[int]  # the number of the revision that it was given on
    of: Mapped[str]  # see Ordered
    keys: Mapped[list[str]]  # of the amendments, the first one first
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    at: Mapped[datetime]
