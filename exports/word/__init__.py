"""Word files: a draft written as the Secretariat sets it, tracked changes, and files read."""

from exports.word.archive import Archive
from exports.word.document import write, write_tracked
from exports.word.history import Author
from exports.word.paper import write_amendment, write_paper
from exports.word.reader import paragraphs, read
from exports.word.tracked_reading import TrackedFile, changes_of, is_tracked
from exports.word.unread import Unread

__all__ = [
    "Archive",
    "Author",
    "TrackedFile",
    "Unread",
    "changes_of",
    "is_tracked",
    "paragraphs",
    "read",
    "write",
    "write_amendment",
    "write_paper",
    "write_tracked",
]
