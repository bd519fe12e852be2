"""What an instruction does to the words of one paragraph."""

from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from amendments.reading.patterns import Sentence
from amendments.wording.orders import occurrences
from drafting.messages import Refused
from drafting.redline import Edit, apply, redline
from drafting.text import Text, bare, parse

_CLOSE = regex.compile(r"[*,;:.!?)\]’”»،؛؟，；：。、]")
_OPEN = regex.compile(r"[(\[‘“«/]")
_ENDS = regex.compile(r"[,;.،؛，；。]")


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


def change_throughout(meant: Meant, sentence: Sentence, language: str, place: str) -> Meant:
    """Replace words in a paragraph wherever they stand in it."""
    for at in range(len(occurrences(parse(sentence.quoted["words"]), meant.base)), 0, -1):
        once = replace(sentence, does="replace", mentions={"words": at})
        meant = change_words(meant, once, language, place)
    return meant


def compared(text: Text) -> list[str]:
    """Give what texts are compared by that were printed in different documents: letters alone."""
    return [word.key for word in text if word.note is None and word.text.strip("*")]


def _edit(text: Text, sentence: Sentence, language: str) -> Edit | int:
    """Find the edit of a text that a sentence means, or how often its words occur."""
    quoted = {role: parse(words) for role, words in sentence.quoted.items()}
    struck, anchor, new = (quoted.get(role, ()) for role in ("words", "anchor", "new"))
    if sentence.does == "insert_end":
        return _at_the_end(text, new, language)
    following = quoted.get("following", ())
    anchor = anchor or following
    wanted = (*following, *struck) if struck else anchor
    places = _spans(wanted, text) if wanted else []
    mention = next(
        (sentence.mentions[role] for role in ("words", "anchor", "following") if role in sentence.mentions), 0
    )
    if not wanted or len(places) < mention or (not mention and len(places) != 1):
        return len(places) if not mention else 0
    start, end = places[max(mention - 1, 0)]
    if struck:
        start = _spans(following, text[start:end])[0][1] + start if following else start
        if sentence.does in ("italics", "roman"):
            italic = sentence.does == "italics"
            marked = (replace(word, italic=italic and word.note is None) for word in text[start:end])
            return Edit(start, end, tuple(marked))
        new = _marked_alike(new, text[start:end], struck)
        return Edit(start, end, _glued(new, text, start) if new else ())
    if sentence.does == "insert_before":
        if start == 0 and new:
            glue = "" if language == "zh" or _OPEN.fullmatch(new[-1].text) else " "
            return Edit(0, 1, (*bare(new), replace(text[0], glue=glue)))
        return Edit(start, start, _glued(new, text, start))
    return Edit(end, end, _behind(new, language)) if new else 0


def _spans(words: Text, text: Text) -> list[tuple[int, int]]:
    """Find where words stand, from and up to; references to notes are passed over if nobody quotes them."""
    if places := occurrences(words, text):
        return [(at, at + len(words)) for at in places]
    if any(word.note is not None for word in words):
        return []
    kept = [at for at, word in enumerate(text) if word.note is None]
    places = occurrences(words, [text[at] for at in kept])
    return [(kept[at], kept[at + len(words) - 1] + 1) for at in places]


def _marked_alike(new: Text, struck: Text, quoted: Text) -> Text:
    """Keep italics where the document, which says nothing of them, has words in the place of others."""
    plain = not any(word.italic for word in (*quoted, *new))
    if plain and all(word.italic for word in struck if word.note is None):
        return tuple(replace(word, italic=True) for word in new)
    return new


def _behind(new: Text, language: str) -> Text:
    """Put a space before words that come after others, where one belongs there."""
    first = new[0]
    glue = "" if language == "zh" or _CLOSE.match(first.text) or first.note is not None else " "
    return (replace(first, glue=glue), *new[1:])


def _at_the_end(text: Text, new: Text, language: str) -> Edit | int:
    """Put words before the mark in which a paragraph ends, or in its place if they end so themselves."""
    if not new or not text:
        return 0
    end = len(text)
    while end > 1 and text[end - 1].note is not None:
        end -= 1
    if not _ENDS.fullmatch(text[end - 1].text):
        return Edit(end, end, _behind(new, language))
    ends = _ENDS.fullmatch(new[-1].text) is not None
    return Edit(end - 1, end if ends else end - 1, _behind(new, language))


def _glued(new: Text, text: Text, at: int) -> Text:
    """Put the space before new words that stands before the words whose place they take."""
    glue = text[at].glue if at < len(text) else ""
    first = new[0]
    if at and not glue and not _CLOSE.match(first.text) and _CLOSE.match(text[at].text):
        glue = " "
    return (replace(first, glue="" if _CLOSE.match(first.text) and at else glue), *new[1:])
