"""How formal wording names paragraphs: "the third preambular paragraph", "operative paragraph 5 (a)"."""

from collections.abc import Sequence

from amendments.wording.language import Named
from amendments.wording.patterns import PATTERNS
from drafting.languages import LANGUAGES
from drafting.numbering import Place
from drafting.ordinals import ordinal
from drafting.outline import Kind


class Naming:
    """Names paragraphs in one language; a position is there, whole, after or before (see the patterns)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.patterns = PATTERNS[language]

    def names(self, places: Sequence[Place], position: str) -> str:
        """Name paragraphs: preambular ones by ordinal words, operative ones by figures."""
        groups: list[tuple[Kind, list[Place]]] = []
        for place in places:
            last = groups[-1] if groups else None
            if last and last[0] is place.parent and self._goes_with(last[1][-1], place, position):
                last[1].append(place)
            else:
                groups.append((place.parent, [place]))
        return self.joined([self._name(kind, group, position) for kind, group in groups])

    def _goes_with(self, one: Place, other: Place, position: str) -> bool:
        """Whether two paragraphs of one kind are named together; letters stand only behind figures."""
        pattern = self._several(self.patterns.names[other.parent], position, 2)
        return pattern is not None and (
            ("{n}" in pattern and "{figure}" not in self.patterns.names[other.parent].there)
            or not (self.letters(one) or self.letters(other))
        )

    def _several(self, named: Named, position: str, count: int) -> str | None:
        several = (named.two if count == 2 else None) or named.several
        return several[position == "whole"] if several and position in ("there", "whole") else None

    def _name(self, kind: Kind, places: Sequence[Place], position: str) -> str:
        named = self.patterns.names[kind]
        several = self._several(named, position, len(places)) if len(places) > 1 else None
        pattern = several or _position(named, position)
        ordinals = [self._nth(place, kind, position) for place in places]
        if several:
            first, then = f"several {position}", f"several {'then' if position == 'there' else position}"
            ordinals = [self._nth(place, kind, then if at else first) for at, place in enumerate(places)]
        sub = self.letters(places[0])
        return pattern.format(
            nth=_listed(ordinals, self.patterns.listed or self.patterns.joined),
            n=_listed(
                [self._figures(place) for place in places],
                self.patterns.figures_listed or self.patterns.joined,
            ),
            figure=places[0].path[0] if places[0].path else "",
            letters=sub,
            sub=f" {sub}" if sub else "",
        ).rstrip()

    def _nth(self, place: Place, kind: Kind, position: str) -> str:
        if kind not in (Kind.PREAMBULAR, Kind.HEADING) or not place.path:
            return ""
        gender = self.patterns.gender if kind is Kind.PREAMBULAR else "masculine"
        return self.patterns.inflected(ordinal(place.path[0], self.language, gender), position)

    def _figures(self, place: Place) -> str:
        return " ".join(
            part for part in (str(place.path[0]) if place.path else "", self.letters(place)) if part
        )

    def letters(self, place: Place) -> str:
        """Give the letters of a sub-paragraph, as sentences print them."""
        return self.lettered(place.path[1:])

    def lettered(self, steps: Sequence[int]) -> str:
        """Give the letters of the steps below a paragraph: "(a) (ii)"."""
        language = LANGUAGES[self.language]
        return self.patterns.letters_joined.join(
            language.letter(step, depth) for depth, step in enumerate(steps, 1)
        )

    def joined(self, parts: Sequence[str]) -> str:
        """Join names as the language lists them."""
        return _listed(parts, self.patterns.joined)


def _listed(parts: Sequence[str], joined: tuple[str, str]) -> str:
    between, last = joined
    return last.join([between.join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _position(named: Named, position: str) -> str:
    return {"there": named.there, "whole": named.whole, "after": named.after, "before": named.before}[
        position
    ]
