"""How a paragraph is called that is proposed between others: "OP5 bis", or in the place of one: "OP5 alt"."""

from collections import Counter
from dataclasses import dataclass, field

from drafting.numbering import latin
from drafting.outline import Kind

_LATIN = "bis ter quater quinquies sexies septies octies nonies decies".split()
_RUSSIAN = "бис тер кватер квинквиес сексиес септиес октиес нониес дециес".split()
_ARABIC = [
    "مكررا",
    *(f"مكررا {nth}" for nth in "ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا".split()),
]
_CHINESE = [f"之{nth}" for nth in "二三四五六七八九十"]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What one language puts behind a number: the second and so on, another form, what is before it."""

    counted: list[str]
    instead: str
    before: str
    space: str = " "


_TERMS = {
    "en": _Terms(_LATIN, "alt", "ante"),
    "fr": _Terms(_LATIN, "alt", "ante"),
    "es": _Terms(_LATIN, "alt", "ante"),
    "ru": _Terms(_RUSSIAN, "альт", "анте", "-"),
    "zh": _Terms(_CHINESE, "备选", "之前", ""),
    "ar": _Terms(_ARABIC, "بديل", "قبل"),
}
_FIRST = {Kind.PREAMBULAR: "PP1", Kind.OPERATIVE: "OP1", Kind.HEADING: "Heading 1", Kind.NOTE: "Note 1"}


def following(label: str, step: int, language: str) -> str:
    """Name the first, second … paragraph that is proposed behind a numbered one.

    >>> following("OP5", 1, "fr"), following("PP3", 2, "ru"), following("OP5(a)", 1, "zh")
    ('OP5 bis', 'PP3-тер', 'OP5(a)之二')
    """
    terms = _TERMS[language]
    nth = terms.counted[step - 1] if step <= len(terms.counted) else str(step + 1)
    return f"{label}{terms.space}{nth}"


def instead(label: str, step: int, language: str) -> str:
    """Name the first, second … whole text that is proposed in the place of a paragraph.

    >>> instead("OP5", 1, "en"), instead("OP5", 2, "en")
    ('OP5 alt', 'OP5 alt 2')
    """
    terms = _TERMS[language]
    return f"{label}{terms.space}{terms.instead}{f' {step}' if step > 1 else ''}"


@dataclass(frozen=True, slots=True)
class _Spot:
    """The last paragraph of a depth: its label, whether it is new, and the last before it that stands."""

    label: str
    new: bool
    standing: str | None


@dataclass
class Labels:
    """Names paragraphs one after the other, those that stand and those that are proposed between them."""

    language: str
    _last: dict[Kind, str] = field(default_factory=dict)  # the last one that stands, of those not lettered
    _spots: list[_Spot] = field(default_factory=list)  # by depth
    _counts: Counter[str] = field(default_factory=Counter)

    def standing(self, kind: Kind, label: str, level: int) -> None:
        """Take note of a paragraph that stands."""
        self._spots[min(level, len(self._spots)) :] = [_Spot(label, False, label)]
        if not level:
            self._last[kind] = label

    def new(self, kind: Kind, level: int) -> str:
        """Name a paragraph that is proposed here."""
        depth = min(level, len(self._spots))
        standing = self._spots[depth].standing if 0 < depth < len(self._spots) else None
        if not depth:
            standing = self._last.get(kind)
            label = self._behind(standing, _FIRST.get(kind, kind.value.capitalize()))
        elif (above := self._spots[depth - 1]).new:  # a part of a paragraph that is new itself
            self._counts[above.label] += 1
            label = f"{above.label}({latin(self._counts[above.label], depth)})"
        else:
            label = self._behind(standing, f"{above.label}({latin(1, depth)})")
        self._spots[depth:] = [_Spot(label, True, standing)]
        return label

    def _behind(self, standing: str | None, first: str) -> str:
        if standing is not None:
            self._counts[standing] += 1
            return following(standing, self._counts[standing], self.language)
        terms = _TERMS[self.language]
        before = f"{first}{terms.space}{terms.before}"
        self._counts[before] += 1
        return before if self._counts[before] == 1 else f"{before} {self._counts[before]}"
