"""Who may do what: one table, role by act, which the server asks at every act and pages ask for buttons."""

from enum import StrEnum

from drafting.messages import Message, NotAllowed


class Role(StrEnum):
    """In what capacity somebody acts on a draft."""

    SECRETARIAT = "secretariat"
    PENHOLDER = "penholder"  # a member of the delegation that leads this text
    DELEGATION = "delegation"
    OBSERVER = "observer"
    VISITOR = "visitor"  # not signed in


class Act(StrEnum):
    """Something that a person does here, in the room's words."""

    ENTER = "enter"  # the pages that come before signing in
    READ = "read"
    KEEP_ACCOUNT = "keep one's account"
    OPEN = "open a draft"
    PROPOSE = "propose an amendment"  # write, submit and withdraw one's own
    BRING = "bring amendments of others"  # from a file, in whose name the record says who brought them
    SPONSOR = "sponsor"  # the draft or an amendment
    MERGE = "merge amendments"  # choose at the desk and issue the next revision
    INVITE = "invite members"


_ALL = frozenset(Role)
_SIGNED_IN = _ALL - {Role.VISITOR}
_DELEGATES = frozenset({Role.PENHOLDER, Role.DELEGATION})

PERMITTED: dict[Act, frozenset[Role]] = {
    Act.ENTER: _ALL,
    Act.READ: _SIGNED_IN,
    Act.KEEP_ACCOUNT: _SIGNED_IN,
    Act.OPEN: _DELEGATES | {Role.SECRETARIAT},
    Act.PROPOSE: _DELEGATES,
    Act.BRING: frozenset({Role.PENHOLDER, Role.SECRETARIAT}),
    Act.SPONSOR: _DELEGATES,
    Act.MERGE: frozenset({Role.PENHOLDER}),
    Act.INVITE: frozenset({Role.SECRETARIAT}),
}


def may(role: Role, act: Act) -> bool:
    """Say whether someone in this role may do this.

    >>> may(Role.OBSERVER, Act.READ), may(Role.OBSERVER, Act.PROPOSE)
    (True, False)
    """
    return role in PERMITTED[act]


def require(role: Role, act: Act) -> None:
    """Refuse an act that the role does not permit.

    >>> require(Role.DELEGATION, Act.MERGE)
    Traceback (most recent call last):
    drafting.messages.NotAllowed: Only the penholder may merge amendments.
    """
    if not may(role, act):
        refusal = _REFUSALS.get(act, Message("Your seat does not let you do this."))
        raise NotAllowed(refusal.text)


_REFUSALS = {
    Act.OPEN: Message("Only a delegation or the secretariat may open a draft."),
    Act.PROPOSE: Message("Only a delegation may propose an amendment."),
    Act.BRING: Message("Only the penholder or the secretariat may bring amendments of other delegations."),
    Act.SPONSOR: Message("Only a delegation may sponsor."),
    Act.MERGE: Message("Only the penholder may merge amendments."),
    Act.INVITE: Message("Only the secretariat may invite members."),
}
