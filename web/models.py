"""The rows of who is signed in: invitations and sign-ins, of which only hashes of the secrets are kept."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.database import Table
from drafting.models import Member


class Invitation(Table):
    """A one-time link by which a member enters for the first time."""

    __tablename__ = "invitation"
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)


class SignIn(Table):
    """A browser in which a member is signed in, until signed out, revoked or idle too long."""

    __tablename__ = "sign_in"
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    browser: Mapped[str]
    since: Mapped[datetime]
    last_seen: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)


class DemonstrationSeat(Table):
    """A seat that a visitor of the demonstration may take without signing in; no others have any."""

    __tablename__ = "demonstration_seat"
    key: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int]  # in the list of the sign-in page
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    does: Mapped[str]  # what there is to do in this seat, in one line
    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
