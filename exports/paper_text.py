"""A paper about a draft as a text file that a person likes to read, and that is read back."""

from collections.abc import Iterator

from drafting.languages import LANGUAGES
from drafting.mastheads import issued, lines, organ
from drafting.text import markup
from exports.papers import Paper, Stands


def write(paper: Paper) -> str:
    """Write a paper as a text file: a paragraph a line, in our markup, with its notes below.

    >>> from drafting.outline import Masthead
    >>> from drafting.text import parse
    >>> from exports.papers import Paragraph
    >>> said = [Paragraph(parse("Delete operative paragraph 2."))]
    >>> print(write(Paper(Masthead(), "Fiji: amendment to draft resolution A/81/L.3", parse("Rivers"), said)))
    United Nations
    <BLANKLINE>
    General Assembly
    <BLANKLINE>
    Distr.: Limited
    <BLANKLINE>
    Fiji: amendment to draft resolution A/81/L.3
    <BLANKLINE>
    **Rivers**
    <BLANKLINE>
    Delete operative paragraph 2.
    <BLANKLINE>
    """
    return "\n\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    head = paper.head
    above = (LANGUAGES[head.language].organization, head.symbol, organ(head), *issued(head), *lines(head))
    yield from (line for line in above if line)
    yield paper.line
    if paper.title:
        yield f"**{markup(paper.title)}**"
    if paper.part:
        yield f"**{paper.part}**"
    yield from paragraphs(paper)
    if head.on_behalf_of:
        yield f"* {head.on_behalf_of}"
    yield from (f"{_escaped(mark)} {markup(words)}" for mark, words in paper.notes.items())


def paragraphs(paper: Paper) -> Iterator[str]:
    """Give the paragraphs below the title, in our markup."""
    for each in paper.paragraphs:
        words = markup(each.text)
        if each.stands is Stands.PLACE:
            yield f"**{words}**"
        else:
            yield f"{each.number} {words}" if each.number else words


def _escaped(mark: str) -> str:
    """Write asterisks as signs, not as those that put words in italics."""
    return "\\*" * len(mark)
