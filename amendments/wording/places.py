"""Where formal wording puts new and moved paragraphs: after which one, or before which, and how deep."""

from collections.abc import Iterator, Sequence

from amendments.reading.goals import Goal, before, behind, goal
from amendments.reading.patterns import sentences
from amendments.wording.sentences import Sentences
from drafting.messages import Refused
from drafting.numbering import Place
from drafting.outline import Kind


class Placing:
    """Words where paragraphs go in one text, each sentence proved by finding the place again."""

    def __init__(self, writing: Sentences, places: Sequence[Place]) -> None:
        self.writing = writing
        self.body = [each for each in places if each.provision.kind is not Kind.NOTE]
        self.places = places
        self.language = writing.naming.language

    def new(self, wanted: Goal, count: int, depths: Sequence[int] = ()) -> str:
        """Say that new paragraphs are put into a place of the text, behind others that are new there.

        ``depths`` says how deep those stand.
        """
        forms = self.writing.patterns.new
        said = [(form, place, "") for form, place in self._beside(wanted)]
        if wanted.kind is Kind.SUBPARAGRAPH:
            letters = self._letters(wanted, depths)
            said += [(form, place, letters) for form, place in self._beside(wanted)]
        parts = self.writing.patterns.new_of_part
        for form, place, letters in said:
            open_ = place.parent is not wanted.kind and wanted.kind in parts
            for kinds in (parts, forms) if open_ else (forms, parts):
                if wanted.kind in kinds:
                    new = self.writing.new(kinds[wanted.kind], count, letters)
                    sentence = self.writing.write(f"new_{form}", {form: [place]}, new=new)
                    if self._goal(sentence) == wanted and (not letters or letters in sentence):
                        return sentence
        return ""

    def moved(self, going: Sequence[Place], after: str) -> str:
        """Say that a paragraph with those that belong to it is moved; none if that cannot be said."""
        wanted = Goal(after, going[0].provision.kind, going[0].provision.level)
        for form, place in self._beside(wanted):
            there = behind(self.places, place) if form == "after" else before(self.places, place)
            if there == after and place not in going:
                does = "move" if form == "after" else "move_before"
                return self.writing.write(does, {"whole": [going[0]], form: [place]})
        return ""

    def _goal(self, sentence: str) -> Goal | None:
        """Find where a sentence puts what it brings, as who reads it does."""
        read = next(sentences(sentence, self.language), None)
        try:
            return goal(read, self.places, self.language) if read else None
        except Refused:
            return None

    def _beside(self, wanted: Goal) -> Iterator[tuple[str, Place]]:
        """Give the paragraphs beside which a place can be named, the one that is named most readily first."""
        at = next((at for at, each in enumerate(self.body, 1) if each.provision.id == wanted.after), 0)
        previous = self.body[:at]
        following = self.body[at] if at < len(self.body) else None
        level = wanted.level
        alike = next((each for each in reversed(previous) if _depth(each) <= max(level, 0)), None)
        if alike and alike.provision.kind is wanted.kind:
            yield "after", alike
        if following and following.provision.kind is wanted.kind:
            yield "before", following
        above = next((each for each in reversed(previous) if _depth(each) < max(level, 1)), None)
        if above:
            yield "after", above
        if following:
            yield "before", following
        if previous:
            yield "after", previous[-1]

    def _letters(self, wanted: Goal, depths: Sequence[int]) -> str:
        """Give the letters that a new sub-paragraph will bear."""
        at = next((at for at, each in enumerate(self.body, 1) if each.provision.id == wanted.after), 0)
        steps = [0] * wanted.level
        for depth in (*map(_depth, self.body[:at]), *depths):
            if depth <= wanted.level:
                steps[depth:] = [0] * (wanted.level - depth)
                if depth:
                    steps[depth - 1] += 1
        steps[-1] += 1
        return self.writing.naming.lettered([max(step, 1) for step in steps])


def _depth(place: Place) -> int:
    return place.provision.level if place.provision.kind is Kind.SUBPARAGRAPH else 0
