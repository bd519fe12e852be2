"""Reading a Word file with tracked changes: what it says without them, and what each author makes of it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from lxml import etree

from drafting.messages import Message, Refused, Unreadable
from drafting.outline import Outline
from exports.word.archive import Archive
from exports.word.comments import Comment, comments
from exports.word.reader import REMARKS, first_page, read
from exports.word.tracked_changes import author_of, changes_in, nobody
from exports.word.unread import Unread, unread
from exports.word.walk import said, shortened

MOST_AUTHORS = 40  # the file is read once for each
_RUNNING = ("header", "footer")


@dataclass(frozen=True)
class TrackedFile:
    """A file with tracked changes; ``authors`` changed or commented something, in the order of the text."""

    content: bytes
    language: str | None
    base: Outline
    authors: tuple[str, ...]
    comments: tuple[Comment, ...]
    unread: tuple[Unread, ...]
    remarks: tuple[Message, ...] = ()
    _known: dict[frozenset[str], Outline] = field(default_factory=dict, compare=False, repr=False)

    def reads(self, authors: Collection[str]) -> Outline:
        """Give the text with the changes of these authors accepted and all others rejected."""
        accepted = frozenset(authors)
        if accepted not in self._known:
            self._known[accepted] = read(self.content, self.language, accepted.__contains__).outline
        return self._known[accepted]

    def by_author(self) -> dict[str, Outline]:
        """Give what each author makes of the text, where that is still a draft."""
        found = {}
        for author in self.authors:
            try:
                found[author] = self.reads([author])
            except Unreadable:
                continue
        return found


def is_tracked(content: bytes) -> bool:
    """Whether a Word file has tracked changes in its text or in its notes."""
    archive = Archive(content)
    return any(next(changes_in(root), None) is not None for root in _parts(archive, "footnotes", "endnotes"))


def changes_of(content: bytes, language: str | None = None) -> TrackedFile:
    """Read a file with tracked changes; Unreadable where it is no draft without them.

    What cannot be read as a change of words is listed with the reason, and the comments by their authors.
    """
    archive = Archive(content)
    document, *others = _parts(archive, "footnotes", "endnotes")
    related = archive.related(archive.document)
    aside = [each for root in (document, *others) for each in unread(root)]
    masthead = first_page(document, related)
    for kind, target in related.values():
        root = archive.part(target) if kind in _RUNNING and target != masthead else None
        if root is not None:
            aside += unread(root, running=True)
    margin = next((target for kind, target in related.values() if kind == "comments"), None)
    told = tuple(comments(document, archive.part(margin) if margin else None))
    marks = [mark for root in (document, *others) for mark in changes_in(root)]
    authors = tuple(
        dict.fromkeys(
            [
                *map(author_of, marks),
                *(each.author for each in told),
                *(each.author for each in aside),
            ]
        )
    )
    if len(authors) > MOST_AUTHORS:
        raise Unreadable("The file has changes of {count} authors; at most {most} are read.",
                         count=len(authors), most=MOST_AUTHORS)  # fmt: skip
    reading = read(content, language, nobody)
    remarks = tuple(each for each in reading.remarks if each is not REMARKS["comment"])
    language = reading.outline.masthead.language
    file = TrackedFile(content, language, reading.outline, authors, told, tuple(aside), remarks)
    idle = []
    for author in dict.fromkeys(map(author_of, marks)):
        words = shortened(" ".join(said(mark) for mark in marks if author_of(mark) == author))
        try:
            same = file.reads([author]) == file.base
        except Refused as why:
            idle.append(Unread(author, words, Message("It leaves no draft: {why}", why=why)))
        else:
            if same and not any(each.author == author for each in aside):
                idle.append(Unread(author, words, Message("It changes nothing that is read.")))
    return replace(file, unread=(*aside, *idle))


def _parts(archive: Archive, *kinds: str) -> list[etree._Element]:
    named = dict(archive.related(archive.document).values())
    found = [archive.part(archive.document), *(archive.part(named[each]) for each in kinds if each in named)]
    return [root for root in found if root is not None]
