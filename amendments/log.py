"""The record in sentences: who did what, in the room's words."""

from amendments.models import Status
from amendments.rebase import State
from drafting.messages import Message
from drafting.models import Entry
from drafting.record import Deed

# Values: who (the delegation), mover (in whose name it acted), number (of the amendment), numbers (of
# several), places, revision.
_SENTENCES = {
    Deed.OPENED: Message("{who} opened the draft"),
    Deed.JOINED: Message("{who} joined the sponsors"),
    Deed.LEFT: Message("{who} withdrew as a sponsor"),
    Deed.SUBMITTED: Message("{who} submitted No. {number} ({places})"),
    Deed.BROUGHT: Message("{who} brought No. {number} in the name of {mover} ({places})"),
    Deed.WITHDREW: Message("{who} withdrew No. {number}"),
    Deed.SECONDED: Message("{who} joined No. {number}"),
    Deed.UNSECONDED: Message("{who} withdrew from No. {number}"),
    Deed.TOOK: Message("{who} took No. {number} for the next revision"),
    Deed.PASSED: Message("{who} left No. {number} out of the next revision"),
    Deed.REOPENED: Message("{who} took back the choice on No. {number}"),
    Deed.RECONCILED: Message("{who} wrote a joint text of Nos. {numbers} ({places})"),
    Deed.ORDERED: Message("{who} put what Nos. {numbers} insert in this order ({places})"),
    Deed.ORDERED_VOTING: Message("{who} set the order of voting: Nos. {numbers}"),
    Deed.DIVIDED: Message("{who} divided No. {number} into Nos. {numbers}"),
    Deed.ISSUED: Message("{who} issued Rev.{revision}"),
    Deed.CONFIRMED: Message("{who} confirmed No. {number} on Rev.{revision}"),
}

DEEDS = {
    Deed.OPENED: Message("opened the draft"),
    Deed.JOINED: Message("joined the sponsors"),
    Deed.LEFT: Message("withdrew as a sponsor"),
    Deed.SUBMITTED: Message("submitted an amendment"),
    Deed.BROUGHT: Message("brought an amendment of another delegation"),
    Deed.WITHDREW: Message("withdrew an amendment"),
    Deed.SECONDED: Message("joined an amendment"),
    Deed.UNSECONDED: Message("withdrew from an amendment"),
    Deed.TOOK: Message("took an amendment"),
    Deed.PASSED: Message("left an amendment out"),
    Deed.REOPENED: Message("took back a choice"),
    Deed.RECONCILED: Message("wrote a joint text"),
    Deed.ORDERED: Message("put insertions in order"),
    Deed.ORDERED_VOTING: Message("set the order of voting"),
    Deed.DIVIDED: Message("divided an amendment"),
    Deed.ISSUED: Message("issued a revision"),
    Deed.CONFIRMED: Message("confirmed an amendment on the new text"),
}

STATUSES = {
    Status.PRIVATE: Message("not submitted"),
    Status.OPEN: Message("open"),
    Status.MERGED: Message("merged in Rev.{revision}"),
    Status.ALREADY: Message("already in the text of Rev.{revision}"),
    Status.WITHDRAWN: Message("withdrawn"),
    Status.DIVIDED: Message("divided"),
    Status.LAPSED: Message("lapsed"),
}

_OUTCOMES = {
    "merged": Message("Merged: {numbers}."),
    State.OK.value: Message("Carried over: {numbers}."),
    State.ALREADY.value: Message("Already in the text: {numbers}."),
    State.NEEDS_AUTHOR.value: Message("To be looked at by their authors: {numbers}."),
    "waiting": Message("Waiting with the amendment that they amend: {numbers}."),
    "lapsed": Message("Lapsed with it: {numbers}."),
}


def outcome(entry: Entry) -> list[Message]:
    """Say what became of other amendments by an act: a revision issued, one withdrawn or confirmed."""
    if entry.act not in (Deed.ISSUED.value, Deed.WITHDREW.value, Deed.CONFIRMED.value):
        return []
    found = ((said, entry.details.get(name)) for name, said in _OUTCOMES.items())
    return [
        Message(said.text, numbers=[Message("No. {number}", number=number) for number in sorted(numbers)])
        for said, numbers in found
        if numbers
    ]


def sentence(entry: Entry, who: str | None = None) -> Message:
    """Say what an entry records; ``who`` is the delegation's name in the reader's language."""
    said = _SENTENCES[Deed(entry.act)]
    target = entry.details.get("target")
    if target is not None:
        said = Message("{who} submitted No. {number} to No. {target} ({places})")
    return Message(
        said.text,
        who=who or entry.delegation.name,
        number=entry.amendment,
        numbers=", ".join(str(number) for number in entry.details.get("numbers", ())),
        target=target,
        mover=entry.details.get("mover"),
        places=", ".join(entry.places),
        revision=entry.revision,
    )
