"""What formal wording says of words within paragraphs, proved by reading it back."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from amendments.changes import Change
from amendments.edits import lowered
from amendments.reading.patterns import sentences
from amendments.reading.words import Meant, Unclear, change_throughout, change_words
from amendments.wording.orders import occurrences, order
from amendments.wording.sentences import Said, Sentences
from drafting.manuscript import Manuscript
from drafting.numbering import Place
from drafting.outline import Kind
from drafting.redline import Edit
from drafting.text import Text, bare, divides

Replacement: TypeAlias = tuple[Text, Text]  # which words are replaced with which
_MANY = 4  # from so many places on it is clearer to say that words are replaced throughout the text
_MOST_MENTIONS = 99
_SCOPES = (Kind.TITLE, Kind.PREAMBULAR, Kind.OPERATIVE)


class Rewording:
    """Says what is done to the words of one text."""

    def __init__(self, writing: Sentences, manuscript: Manuscript, places: Sequence[Place]) -> None:
        self.writing = writing
        self.manuscript = manuscript
        self.places = places
        self.by_id = {place.provision.id: place for place in places}

    def said(self, change: Change, throughout: Sequence[Replacement] = ()) -> Sequence[Said] | None:
        """Give what is to be said of a paragraph's words, beside what is replaced throughout; none if that
        is not clear.
        """
        paragraph = self.manuscript.by_id[change.provision]
        edits = lowered(paragraph, change.edits)
        if divides(change.text) or any(edit.end - edit.start == len(paragraph.text) for edit in edits):
            return None
        apart = tuple(each for each in edits if _replacement(each, paragraph.text) not in throughout)
        everywhere = tuple(self._everywhere(*each, set(_SCOPES)) for each in throughout)
        return _said(self.writing, self.by_id[change.provision], apart, everywhere, change.text)

    def throughout(self, given: Sequence[Change]) -> dict[Replacement, tuple[str, Sequence[str]]]:
        """Word what is replaced wherever it occurs in the text, by what it replaces with what."""
        made: dict[Replacement, list[str]] = defaultdict(list)
        for change in given:
            if not divides(change.text):
                paragraph = self.manuscript.by_id[change.provision]
                for edit in lowered(paragraph, change.edits):
                    if edit.words and 0 < edit.end - edit.start < len(paragraph.text):
                        made[_replacement(edit, paragraph.text)].append(change.provision)
        if sum(map(len, made.values())) < _MANY:
            return {}
        body = [place for place in self.places if place.provision.kind is not Kind.NOTE]
        found: dict[Replacement, tuple[str, Sequence[str]]] = {}
        for (struck, new), provisions in made.items():
            if len(provisions) < _MANY:
                continue
            every = [place for place in body for _ in occurrences(struck, place.provision.text)]
            kinds = {place.parent for place in every}
            everywhere = Counter(place.provision.id for place in every) == Counter(provisions)
            if everywhere and kinds <= {*_SCOPES}:
                found[struck, new] = self._everywhere(struck, new, kinds), provisions
        if all(
            self.said(each, [*found]) is not None
            for each in given
            if any(each.provision in provisions for _, provisions in found.values())
        ):
            return found
        return {}

    def _everywhere(self, struck: Text, new: Text, kinds: set[Kind]) -> str:
        writing = self.writing
        scoped = zip(_SCOPES, writing.patterns.scopes, strict=True)
        scopes = writing.naming.joined([scope for kind, scope in scoped if kind in kinds])
        words, by = writing.quoted(struck, "replace"), writing.quoted(new, "by")
        return writing.write("throughout", {}, words=words, new=by, scopes=scopes)


@lru_cache(maxsize=5_000)  # a page says the same amendments whenever it is shown
def _said(
    writing: Sentences, place: Place, edits: Sequence[Edit], everywhere: Sequence[str], text: Text
) -> Sequence[Said] | None:
    """Give what is to be said of edits of a paragraph's words, if it leads to the text that its author left.

    ``everywhere`` are the sentences about the whole draft that change the paragraph too.
    """
    orders = [order(edit, place.provision.text) for edit in edits]
    if any(each.mention > _MOST_MENTIONS for each in orders):
        return None
    said = [writing.say(each) for each in orders]
    spelled = [*everywhere, *(writing.about(each, [place]) for each in said)]
    return said if _proved(spelled, place.provision.text, text, writing.naming.language) else None


def _proved(spelled: Iterable[str], before: Text, after: Text, language: str) -> bool:
    """Whether sentences, read back, make of a paragraph what its author left."""
    meant = Meant(before)
    for sentence in spelled:
        read = next(sentences(sentence, language), None)
        try:
            if read is None:
                return False
            does = change_throughout if read.does == "throughout" else change_words
            meant = does(meant, read, language, "")
        except Unclear:
            return False
    return meant.text == after


def _replacement(edit: Edit, text: Text) -> Replacement:
    """Give which words are replaced with which, without the spaces before them."""
    return bare(text[edit.start : edit.end]), bare(edit.words)
