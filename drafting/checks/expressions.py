"""Rules that are one expression each: what is wrong, in which languages, and what is right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import regex

from drafting.checks.paragraph import BODY, Finding, Paragraph
from drafting.messages import Message
from drafting.outline import Kind

Match: TypeAlias = "regex.Match[str]"
WRITTEN = Message("“{words}” is written “{right}”.")
TEXT = BODY | {Kind.TITLE}  # all but the notes
ALL = TEXT | {Kind.NOTE}


@dataclass(frozen=True)
class Expression:
    """One rule: what is ``wrong``, and what is ``right`` as the match expands it or a function makes it."""

    rule: str
    languages: str
    wrong: str
    right: str | Callable[[Match], str] | None = None
    says: Message = WRITTEN
    kinds: frozenset[Kind] = TEXT
    quoted: bool = False  # whether it holds for words of other texts too
    pattern: "regex.Pattern[str]" = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", regex.compile(self.wrong))

    def found(self, paragraph: Paragraph) -> Iterator[Finding]:
        """Give what this rule finds in a paragraph."""
        if paragraph.language not in self.languages.split() or paragraph.kind not in self.kinds:
            return
        for match in self.pattern.finditer(paragraph.letters):
            start, end = match.span()
            right = self.right(match) if callable(self.right) else self.right and match.expand(self.right)
            if right == match.group() or not (self.quoted or paragraph.own(start, end)):
                continue
            message = Message(self.says.text, words=match.group(), right=right or "")
            fix = [(start, end, right)] if right is not None else None
            yield paragraph.finding(self.rule, start, end, message, fix)
