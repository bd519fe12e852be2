"""How formal wording names paragraphs: "the third preambular paragraph", "operative paragraph 5 (a)"."""

from collections.abc import Sequence

from amendments.formal_wording_patterns import PATTERNS, Named
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
            if groups and groups[-1][0] is place.parent and self._several(place.parent, position):
                groups[-1][1].append(place)
            else:
                groups.append((place.parent, [place]))
        return self.joined([self._name(kind, group, position) for kind, group in groups])

    def _several(self, kind: Kind, position: str) -> str | None:
        several = self.patterns.names[kind].several
        return several[position == "whole"] if several and position in ("there", "whole") else None

    def _name(self, kind: Kind, places: Sequence[Place], position: str) -> str:
        several = self._several(kind, position) if len(places) > 1 else None
        pattern = several or _position(self.patterns.names[kind], position)
        ordinals = [self._nth(place, kind, position) for place in places]
        figures = [self._figures(place) for place in places]
        subs = [self.letters(place) for place in places]
        if several and kind is Kind.PREAMBULAR:
            ordinals = [nth + (f" {sub}" if sub else "") for nth, sub in zip(ordinals, subs, strict=True)]
        sub = f" {subs[0]}" if subs[0] else ""
        return pattern.format(
            nth=self.joined(ordinals),
            n=self.joined(figures),
            figure=places[0].path[0] if places[0].path else "",
            letters=subs[0],
            sub=sub,
        ).rstrip()

    def _nth(self, place: Place, kind: Kind, position: str) -> str:
        if kind not in (Kind.PREAMBULAR, Kind.HEADING) or not place.path:
            return ""
        return self.patterns.inflected(ordinal(place.path[0], self.language, self.patterns.gender), position)

    def _figures(self, place: Place) -> str:
        return " ".join(
            part for part in (str(place.path[0]) if place.path else "", self.letters(place)) if part
        )

    def letters(self, place: Place) -> str:
        """Give the letters of a sub-paragraph, as sentences print them."""
        language = LANGUAGES[self.language]
        return " ".join(language.letter(step, depth) for depth, step in enumerate(place.path[1:], 1))

    def joined(self, parts: Sequence[str]) -> str:
        """Join names as the language lists them."""
        between, last = self.patterns.joined
        return last.join([between.join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _position(named: Named, position: str) -> str:
    return {"there": named.there, "whole": named.whole, "after": named.after, "before": named.before}[
        position
    ]
