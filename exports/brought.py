"""A document that a delegation brings: an amendment document, or a copy of the draft that it has amended.

Nothing of it is kept by the program until the delegation confirms: the document goes to the page and back as
text (``source``), an amendment document a paragraph a line, a copy as ``exports.plain`` writes it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from amendments import alignment, instructions
from amendments.alignment import Found, Match
from amendments.changes import Change
from drafting.manuscript import Manuscript
from drafting.messages import Message, Refused, Unreadable
from drafting.outline import Kind, Outline
from drafting.text import notes
from exports import amendment_documents, documents, plain

_SHARE = 4  # one in so many paragraphs of the draft are in a copy of it at least


class What(StrEnum):
    """What a document is."""

    INSTRUCTIONS = "instructions"
    COPY = "copy"


@dataclass(frozen=True)
class Brought:
    """A document that was read against a text."""

    text: Manuscript
    source: str
    remarks: tuple[Message, ...] = ()
    paragraphs: tuple[str, ...] = ()  # of an amendment document
    copy: Outline | None = None

    @property
    def what(self) -> What:
        """What the document is."""
        return What.INSTRUCTIONS if self.copy is None else What.COPY

    def read(self, prefix: str = "new") -> instructions.Document:
        """Read it as an amendment document."""
        return instructions.read(self.text, self.paragraphs, prefix=prefix)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """What became of each paragraph in the copy."""
        return alignment.matches(self.text.outline, self.copy) if self.copy else ()

    def asks(self, match: Match) -> bool:
        """Whether a person is asked about a match.

        Nobody is asked of what is the same, of notes that come or go, or of what is there only once.
        """
        kinds = {self.text.by_id[id].kind for id in match.old}
        kinds |= {self.copy.provisions[place].kind for place in match.new} if self.copy else set()
        fate = match.found in (Found.NEW, Found.DELETED)
        only = kinds & {Kind.TITLE, Kind.ENACTING} or (fate and Kind.NOTE in kinds)
        return match.found is not Found.SAME and not only

    def confirmed(self, taken: Collection[int]) -> list[Match]:
        """Give the matches as a person confirmed them, who named those taken by their places among all.

        What is not taken as one paragraph is one deleted and another new; what is new or deleted and not
        taken is left as it is. Notes come and go with the words that refer to them.
        """
        found = self.matches
        chosen: list[Match] = []
        for at, each in enumerate(found):
            if not self.asks(each) or at in taken:
                chosen.append(each)
            elif each.found not in (Found.NEW, Found.DELETED):
                chosen += each.apart()
        said = self.copy.provisions if self.copy else ()
        comes = {note for each in chosen for place in each.new for note in notes(said[place].text)}
        goes = {id for each in chosen for id in each.old}
        stays = {
            note for each in self.text.outline.provisions if each.id not in goes for note in notes(each.text)
        }
        return [each for each in chosen if not self._is_idle(each, comes, stays)]

    def _is_idle(self, match: Match, comes: Collection[str], stays: Collection[str]) -> bool:
        """Whether a match brings a note to which nothing refers, or takes one away to which some do."""
        if match.found is Found.NEW and self.copy:
            note = self.copy.provisions[match.new[0]]
            return note.kind is Kind.NOTE and note.id not in comes
        return match.found is Found.DELETED and match.old[0] in stays

    def changes(self) -> tuple[Change, ...]:
        """Give the changes that it asks for, before anybody has confirmed them."""
        if self.copy is None:
            return self.read().changes
        return alignment.changes(self.text, self.copy, found=self.matches)

    def asked(self, taken: Collection[int], prefix: str) -> tuple[Change, ...]:
        """Give the changes as a person confirmed them; ids of new paragraphs begin with ``prefix``."""
        if self.copy is None:
            return self.read(prefix).changes
        return alignment.changes(self.text, self.copy, prefix, self.confirmed(taken))


def read(text: Manuscript, name: str, content: bytes, what: What | None = None) -> Brought:
    """Read a file that is brought to a text, as what it is said to be or else shows itself to be."""
    language = text.masthead.language
    unread: Refused | None = None
    if what is not What.INSTRUCTIONS:
        try:
            found = documents.read(name, content, language)
        except Refused as refused:
            if what is What.COPY:
                raise
            unread = refused
        else:
            if what is What.COPY or is_copy(text, found.outline):
                source = plain.write(found.outline)
                return Brought(text, source, found.remarks, copy=found.outline)
    paragraphs = [" ".join(each.split("\n")) for each in amendment_documents.read(name, content)]
    brought = _instructions(text, paragraphs)
    document = brought.read()
    if not document.instructions and unread is not None:
        raise Unreadable(
            "It has no instruction, such as “Delete operative paragraph 2.”, "
            "and it is no copy of the draft: {why}",
            why=unread,
        )
    if not document.instructions:
        raise Unreadable("It has no instruction, such as “Delete operative paragraph 2.”")
    if unread is not None and len(document.unread) == len(document.instructions):
        brought = replace(brought, remarks=(Message("It is no copy of the draft: {why}", why=unread),))
    return brought


def again(text: Manuscript, source: str, what: What) -> Brought:
    """Read the source of a document that was read before."""
    if what is What.INSTRUCTIONS:
        return _instructions(text, source.replace("\r", "").split("\n"))
    return Brought(text, source, copy=plain.read(source, text.masthead.language).outline)


def _instructions(text: Manuscript, paragraphs: Sequence[str]) -> Brought:
    said = tuple(each for each in paragraphs if each.strip())
    return Brought(text, "\n".join(said), paragraphs=said)


def is_copy(text: Manuscript, outline: Outline) -> bool:
    """Whether a document is a copy of a text, however much of it was changed."""
    found = alignment.matches(text.outline, outline)
    return _SHARE * sum(bool(each.old and each.new) for each in found) >= len(text.outline.provisions)
