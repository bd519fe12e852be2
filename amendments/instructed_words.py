"""What an instruction does to the words of one paragraph."""

from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from amendments.formal_wording_orders import occurrences
from amendments.instruction_patterns import Sentence
from drafting.messages import Refused
from drafting.redline import Edit, apply, redline
from drafting.text import Text, bare, parse

_CLOSE = regex.compile(r"[*,;:.!?)\]’”»،؛؟，；：。、]")
_OPEN = regex.compile(r"[(\[‘“«/]")


class Unclear(Refused):
    """An instruction does not say clearly what it means in this text."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The words of a paragraph, and what the instructions read so far make of them."""

    base: Text
    edits: tuple[Edit, ...] = ()

    @property
    def text(self) -> Text:
        """The paragraph as it would read."""
        return apply(self.base, self.edits)

    def with_edit(self, edit: Edit) -> "Meant | None":
        """Add an edit of the base words in the place of those within it; none where one reaches over it."""
        inside = [each for each in self.edits if edit.start <= each.start and each.end <= edit.end]
        apart = [each for each in self.edits if each not in inside or edit.start == edit.end]
        every = sorted((*apart, edit), key=lambda each: (each.start, each.end))
        if any(one.end > other.start or one.start == other.end for one, other in pairwise(every)):
            return None
        return Meant(self.base, tuple(every))


def change_words(meant: Meant, sentence: Sentence, language: str, place: str) -> Meant:
    """Do to a paragraph what a sentence says; Unclear if its words do not occur there, or occur twice."""
    found = _edit(meant.base, sentence, language)
    if isinstance(found, Edit) and (done := meant.with_edit(found)):
        return done
    if meant.edits:
        again = _edit(meant.text, sentence, language)
        if isinstance(again, Edit):
            return Meant(meant.base, redline(meant.base, apply(meant.text, [again])))
    words = sentence.quoted.get("words") or sentence.quoted.get("anchor", "")
    count = found if isinstance(found, int) else 0
    if count > 1:
        raise Unclear(
            "{place}: “{words}” occurs {count} times; which of them is not said.",
            place=place,
            words=words,
            count=count,
        )
    if isinstance(found, Edit):
        raise Unclear("{place}: “{words}” is changed by an earlier instruction.", place=place, words=words)
    raise Unclear("{place}: “{words}” does not occur there.", place=place, words=words)


def compared(text: Text) -> list[str]:
    """Give what texts are compared by that were printed in different documents: letters alone."""
    return [word.key for word in text if word.note is None and word.text.strip("*")]


def _edit(text: Text, sentence: Sentence, language: str) -> Edit | int:
    """Find the edit of a text that a sentence means, or how often its words occur."""
    quoted = {role: parse(words) for role, words in sentence.quoted.items()}
    struck, anchor, new = (quoted.get(role, ()) for role in ("words", "anchor", "new"))
    anchor = anchor or quoted.get("following", ())
    wanted = (*quoted.get("following", ()), *struck) if struck else anchor
    places = occurrences(wanted, text)
    mention = sentence.mentions.get("words") or sentence.mentions.get("anchor") or 0
    if not wanted or len(places) < mention or (not mention and len(places) != 1):
        return len(places) if not mention else 0
    at = places[max(mention - 1, 0)]
    if struck:
        start = at + len(quoted.get("following", ()))
        end = start + len(struck)
        return Edit(start, end, _glued(new, text, start) if new else ())
    if sentence.does == "insert_before":
        following = text[at]
        if at == 0 and new:
            glue = "" if language == "zh" or _OPEN.fullmatch(new[-1].text) else " "
            return Edit(0, 1, (*bare(new), replace(following, glue=glue)))
        return Edit(at, at, _glued(new, text, at))
    end = at + len(wanted)
    first = new[0]
    glue = "" if language == "zh" or _CLOSE.match(first.text) or first.note is not None else " "
    return Edit(end, end, (replace(first, glue=glue), *new[1:]))


def _glued(new: Text, text: Text, at: int) -> Text:
    """Put the space before new words that stands before the words whose place they take."""
    glue = text[at].glue if at < len(text) else ""
    first = new[0]
    if at and not glue and not _CLOSE.match(first.text) and _CLOSE.match(text[at].text):
        glue = " "
    return (replace(first, glue="" if _CLOSE.match(first.text) and at else glue), *new[1:])
