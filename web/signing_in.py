"""Signing in: a one-time link, then a password; every sign-in is a row that can be ended."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from drafting.actions import delegation_named
from drafting.clock import now
from drafting.messages import NotAllowed, NotFound, OutOfOrder
from drafting.models import Member
from drafting.permissions import Act, Role, require
from web.models import Invitation, SignIn

_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_hex(16))  # so that an unknown name takes as long as a wrong password
INVITATION_DAYS = 7
SHORTEST_PASSWORD = 12


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def request_token(secret: str) -> str:
    """Give the token that a page's forms carry, so that no other site can send them."""
    return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest()


def make_member(session: Session, delegation: str, name: str, role: Role = Role.DELEGATION) -> Member:
    """Enter a person in a delegation, which is entered too if it is new."""
    if not name.strip() or not delegation.strip():
        raise OutOfOrder("A member has a name and a delegation.")
    party = delegation_named(session, delegation.strip())
    if role is not Role.DELEGATION and party.role == Role.DELEGATION:
        taken = session.scalar(select(Member.id).where(Member.delegation_id == party.id).limit(1))
        if taken is not None or party.code is not None:
            raise OutOfOrder("{delegation} is a delegation already.", delegation=party.name)
        party.role = role.value
    found = session.scalar(select(Member).where(Member.name == name.strip()))
    if found is not None and found.delegation_id != party.id:
        raise OutOfOrder("There is a {name} in another delegation: add the family name.", name=found.name)
    if found is None:
        found = Member(delegation_id=party.id, delegation=party, name=name.strip(), password_hash=None)
        session.add(found)
        session.flush()
    return found


def alike(password: str, again: str) -> None:
    """Make sure that a new password was typed twice the same."""
    if password != again:
        raise OutOfOrder("The two passwords are not the same.")


def invite(session: Session, member: Member, by: Member | None = None) -> str:
    """Give the secret of a one-time link for a member; links given earlier end."""
    if by is not None:
        require(Role(by.delegation.role), Act.INVITE)
    session.execute(
        update(Invitation)
        .where(Invitation.member_id == member.id, Invitation.used_at.is_(None))
        .values(used_at=now())
    )
    secret = secrets.token_urlsafe(24)
    session.add(Invitation(member_id=member.id, secret_hash=_hash(secret), made_at=now()))
    session.flush()
    return secret


def invitation(session: Session, secret: str) -> Invitation:
    """Find the invitation behind a one-time link that still holds."""
    found = session.scalar(select(Invitation).where(Invitation.secret_hash == _hash(secret)))
    if found is None or found.used_at is not None or found.made_at < now() - timedelta(days=INVITATION_DAYS):
        raise NotFound("This link has been used or is too old. Ask the secretariat for a new one.")
    return found


def accept(session: Session, secret: str, password: str, browser: str) -> tuple[SignIn, str]:
    """Use a one-time link: set the password, and sign in."""
    found = invitation(session, secret)
    found.member.password_hash = hashed(password)
    found.used_at = now()
    _end_all(session, found.member)
    return start(session, found.member, browser)


def hashed(password: str) -> str:
    """Hash a password for keeping, if it is long enough."""
    if len(password) < SHORTEST_PASSWORD:
        raise OutOfOrder("The password has fewer than {shortest} characters.", shortest=SHORTEST_PASSWORD)
    return _HASHER.hash(password)


def sign_in(session: Session, name: str, password: str, browser: str) -> tuple[SignIn, str]:
    """Sign in by name and password."""
    member = session.scalar(select(Member).where(Member.name == name.strip()))
    try:
        _HASHER.verify((member and member.password_hash) or _NOBODY, password)
    except VerificationError:
        member = None
    if member is None or member.password_hash is None:
        raise NotAllowed("The name or the password is not right.")
    return start(session, member, browser)


def start(session: Session, member: Member, browser: str) -> tuple[SignIn, str]:
    """Sign a member in in this browser, and give the secret that the browser keeps."""
    secret = secrets.token_urlsafe(24)
    row = SignIn(
        member_id=member.id,
        member=member,
        secret_hash=_hash(secret),
        browser=browser[:200],
        since=now(),
        last_seen=now(),
    )
    session.add(row)
    session.flush()
    return row, secret


def signed_in(session: Session, secret: str, idle_days: int) -> SignIn | None:
    """Find who is signed in in the browser that keeps this secret."""
    found = session.scalar(
        select(SignIn).where(SignIn.secret_hash == _hash(secret), SignIn.ended_at.is_(None))
    )
    if found is None or found.last_seen < now() - timedelta(days=idle_days):
        return None
    return found


def sign_ins(session: Session, member: Member) -> Sequence[SignIn]:
    """Where a member is signed in, the latest first."""
    asked = select(SignIn).where(SignIn.member_id == member.id, SignIn.ended_at.is_(None))
    return session.scalars(asked.order_by(SignIn.last_seen.desc())).all()


def last_seen(session: Session) -> dict[int, datetime]:
    """When each member was last seen, by the member's id."""
    latest = select(SignIn.member_id, func.max(SignIn.last_seen)).group_by(SignIn.member_id)
    return {member: moment for member, moment in session.execute(latest) if moment}


def invited(session: Session) -> set[int]:
    """The ids of the members who have a one-time link that still holds."""
    oldest = now() - timedelta(days=INVITATION_DAYS)
    asked = select(Invitation.member_id).where(Invitation.used_at.is_(None), Invitation.made_at > oldest)
    return set(session.scalars(asked))


def end(session: Session, by: Member, sign_in: int) -> None:
    """End one of one's own sign-ins."""
    found = session.get(SignIn, sign_in)
    if found is None or found.member_id != by.id:
        raise NotFound("There is no such sign-in.")
    found.ended_at = now()


def change_password(session: Session, by: Member, old: str, new: str, keep: int) -> None:
    """Change one's password; every other sign-in ends."""
    try:
        _HASHER.verify(by.password_hash or _NOBODY, old)
    except VerificationError:
        raise NotAllowed("The present password is not right.") from None
    by.password_hash = hashed(new)
    _end_all(session, by, keep)


def _end_all(session: Session, member: Member, keep: int | None = None) -> None:
    ended = update(SignIn).where(
        SignIn.member_id == member.id, SignIn.ended_at.is_(None), SignIn.id != (keep or 0)
    )
    session.execute(ended.values(ended_at=now()))
