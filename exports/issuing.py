"""Documents that are taken along: what they are called, and how each is written in its formats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from drafting.manuscript import Manuscript
from drafting.messages import Unreadable
from drafting.outline import Outline
from exports import documents, paper_text, pdf, print_page
from exports.papers import Paper
from exports.word import Author, write_paper, write_tracked


@dataclass(frozen=True, slots=True)
class Document:
    """A document: the name of its file without the suffix, and by suffix what writes it."""

    name: str
    writers: Mapping[str, Callable[[], bytes]]

    def write(self, suffix: str) -> bytes:
        """Write it in the format of a suffix; one that it does not have is refused."""
        writer = self.writers.get(suffix.lower())
        if writer is None:
            raise Unreadable(
                "“{suffix}” is not a format of this document; there are {known}.",
                suffix=suffix or "no suffix",
                known=", ".join(self.writers),
            )
        return writer()


def draft(outline: Outline, name: str) -> Document:
    """Give a draft as a document."""
    return Document(name, {each: partial(documents.write, outline, each) for each in documents.FORMATS})


def tracked(text: Manuscript, authors: Mapping[str, Author], name: str) -> Document:
    """Give a draft with tracked changes as a document."""
    return of_word(name, partial(write_tracked, text, authors))


def paper(paper: Paper, name: str) -> Document:
    """Give a paper about a draft as a document."""
    others: dict[str, Callable[[], bytes]] = {
        ".txt": lambda: paper_text.write(paper).encode(),
        ".html": partial(print_page.write_paper, paper),
    }
    return of_word(name, partial(write_paper, paper), others)


def of_word(
    name: str, write: Callable[[], bytes], others: Mapping[str, Callable[[], bytes]] | None = None
) -> Document:
    """Give a document that is written as a Word file, as a PDF file made of that, and in other formats."""
    return Document(name, {".docx": write, ".pdf": lambda: pdf.write(write()), **(others or {})})
