"""Word files: a draft written as the Secretariat sets it, tracked changes, and files read."""

from exports.word.document import write, write_tracked
from exports.word.history import Author
from exports.word.reader import read

__all__ = ["Author", "read", "write", "write_tracked"]
