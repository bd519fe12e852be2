"""A paper about a draft: an amendment, an addendum, a corrigendum. What it says, for whoever writes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from drafting.outline import Masthead
from drafting.text import Text


class Stands(StrEnum):
    """How a paragraph of a paper stands on the page."""

    SENTENCE = "sentence"  # its first line further in
    NUMBERED = "numbered"  # behind its number
    PLACE = "place"  # above what is said of a place, in bold
    NEW = "new"  # a paragraph of the draft


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a paper; references to the draft's notes bear their numbers there."""

    text: Text
    stands: Stands = Stands.SENTENCE
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: masthead, the line that says who submits what, the draft's title, what part it is, the text.

    ``notes`` are its own, by the asterisks that stand for them in its text.
    """

    head: Masthead
    line: str
    title: Text
    paragraphs: Sequence[Paragraph]
    part: str = ""  # "Addendum", "Corrigendum"
    notes: Mapping[str, Text] = field(default_factory=dict)


def own_masthead(draft: Masthead) -> Masthead:
    """Give the masthead of a paper about a draft, without what is that of the draft's own document."""
    unissued = replace(draft, symbol=None, date=None, job=None, job_dates=None, reissued=None)
    return replace(unissued, sponsors=(), submitted_by=None, on_behalf_of=None)


def stretches(text: Text, notes: Mapping[str, Text]) -> Iterator[tuple[str, Text]]:
    """Divide a text at the asterisks that stand for notes: the asterisks, or none, and the words before them.

    >>> from drafting.text import parse, plain
    >>> text = parse("Aware of the drought,\\\\* as noted")
    >>> [(mark, plain(words)) for mark, words in stretches(text, {"*": parse("A/80/12.")})]
    [('*', 'Aware of the drought,'), ('', 'as noted')]
    """
    start = 0
    for at, word in enumerate(text):
        if word.note is None and word.text in notes:
            yield word.text, text[start:at]
            start = at + 1
    if start < len(text):
        yield "", text[start:]
