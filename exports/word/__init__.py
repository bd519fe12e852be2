"""Word files: a draft written as the Secretariat sets it, tracked changes, and files read."""

from exports.word.document import write, write_tracked
from exports.word.history import Author
from exports.word.paper import write_amendment, write_paper
from exports.word.reader import paragraphs, read

__all__ = ["Author", "paragraphs", "read", "write", "write_amendment", "write_paper", "write_tracked"]
