"""Word files: a draft written as the Secretariat sets it, tracked changes, and files read."""

from exports.word.document import write, write_tracked
from exports.word.history import Author

__all__ = ["Author", "write", "write_tracked"]
