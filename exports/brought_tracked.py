"""A Word file with tracked changes that is brought to a text: what each of its authors asks for.

Nothing of it is kept by the program until it is confirmed: the file goes to the page and back as letters
(``source``), without its pictures.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from amendments.changes import Change
from amendments.formal_wording import spoken
from amendments.other_base import Base
from drafting.manuscript import Manuscript
from drafting.messages import Message, Refused, Unreadable
from exports import word
from exports.brought import is_copy
from exports.comparison import above
from exports.word import Unread

Asked: TypeAlias = Callable[[Manuscript, str], tuple[Change, ...]]
_MASTHEAD = Message("What stands above the text is not amended.")


@dataclass(frozen=True)
class Part:
    """What some authors of a file ask for together, in amendments as small as can be."""

    authors: tuple[str, ...]
    wholes: tuple[tuple[Change, ...], ...]
    unread: tuple[Unread, ...]
    explanation: str

    def asked(self, taken: Collection[int]) -> tuple[Change, ...]:
        """Give the changes of those that were chosen, by their places among all."""
        return tuple(change for at, each in enumerate(self.wholes) if at in taken for change in each)


class TrackedCopy:
    """A file with tracked changes that was read against a text."""

    def __init__(self, text: Manuscript, content: bytes) -> None:
        """Read the file; Unreadable where it has no tracked changes, or is no copy of the text."""
        self.text = text
        self.content = word.Archive(content).words_alone()
        if not word.is_tracked(self.content):
            raise Unreadable("The file has no tracked changes.")
        self.file = word.changes_of(self.content, text.masthead.language)
        if not is_copy(text, self.file.base):
            raise Unreadable("Without its changes the file is no copy of this draft.")
        self._base = Base(text, self.file.base)

    @classmethod
    def again(cls, text: Manuscript, source: str) -> "TrackedCopy":
        """Read the source of a file that was read before."""
        try:
            return cls(text, urlsafe_b64decode(source.strip()))
        except (binascii.Error, ValueError):
            raise Unreadable("The file did not come back whole: choose it again.") from None

    @property
    def source(self) -> str:
        """The file as letters."""
        return urlsafe_b64encode(self.content).decode()

    def part(self, authors: Sequence[str], prefix: str = "new") -> Part:
        """Give what authors ask for together; ids of new paragraphs begin with ``prefix``."""
        named = " / ".join(authors)
        try:
            new = self.file.reads(authors)
        except Refused as why:
            return Part(tuple(authors), (), (Unread(named, "", why.message),), self._said(authors))
        brought = self._base.bring(new, prefix)
        masthead = above(self.file.base.masthead, new.masthead)
        unread = [Unread(named, f"{old or '–'} → {now or '–'}", _MASTHEAD) for _, old, now in masthead]
        unread += (Unread(named, each.words, each.why) for each in brought.lost)
        return Part(tuple(authors), brought.wholes, tuple(unread), self._said(authors))

    def asks(self, authors: Sequence[str], taken: Collection[int]) -> Asked:
        """Give the finder of what was chosen of that, for the act by which it is brought."""
        return lambda text, prefix: self.part(authors, prefix).asked(taken)

    def set_aside(self, authors: Iterable[str], why: Message) -> list[Unread]:
        """Give what authors who are left out ask for and say, in words."""
        found: list[Unread] = []
        for author in authors:
            part = self.part([author])
            found += (
                Unread(author, " ".join(spoken(self.text, each, self.text.masthead.language)), why)
                for each in part.wholes
            )
            found += part.unread
            found += (Unread(author, str(each), why) for each in self.file.comments if each.author == author)
        return found

    def _said(self, authors: Collection[str]) -> str:
        return "\n".join(str(each) for each in self.file.comments if each.author in authors)
