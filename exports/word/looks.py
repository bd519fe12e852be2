"""What letters of a file that somebody sent look like: italics and bold, by themselves or by their style."""

from dataclasses import dataclass
from functools import cache

from lxml import etree

from exports.word.setting import KAI

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KAI = (
    KAI.lower(),
    "楷体",
    "楷體",
    "kaiti_gb2312",
    "楷体_gb2312",
    "stkaiti",
    "dfkai-sb",
    "標楷體",
    "华文楷体",
)
_MOST_ANCESTORS = 20  # of a style: files exist in which a style is based on itself


@dataclass(frozen=True, slots=True)
class Style:
    """What a style of the file says: nothing (None) leaves it to the style that it is based on."""

    name: str
    based: str | None
    italic: bool | None
    bold: bool | None
    centred: bool | None
    numbering: tuple[str | None, int] | None  # the list and the level that its paragraphs belong to


class Looks:
    """The styles of a file, asked about its runs and paragraphs."""

    def __init__(self, styles: etree._Element | None) -> None:
        every = list(styles.iter(f"{W}style")) if styles is not None else []
        self._styles = {each.get(f"{W}styleId", ""): _style(each) for each in every}
        usual = (
            each.get(f"{W}styleId", "")
            for each in every
            if each.get(f"{W}type") == "paragraph" and "1" in (each.get(f"{W}default") or "")
        )
        self.default = next(usual, "")  # the style of paragraphs that name none
        self.lineage = cache(self._lineage)

    def name(self, style: str) -> str:
        """Give a style's name as its author sees it."""
        found = self._styles.get(style)
        return found.name if found else style

    def _lineage(self, style: str) -> tuple[Style, ...]:
        found: list[Style] = []
        at: str | None = style
        while at in self._styles and len(found) < _MOST_ANCESTORS:
            found.append(self._styles[at])
            at = found[-1].based
        return tuple(found)

    def italic(self, run: etree._Element, paragraph_style: str) -> bool:
        """Whether a run's letters are in italics; two styles that both say so cancel each other."""
        properties = run.find(f"{W}rPr")
        character = _value(properties, "rStyle") or ""
        tag = "iCs" if toggle(properties, "rtl") else "i"
        said = toggle(properties, tag)
        if said is not None:
            return said
        return self._says(paragraph_style, "italic") != self._says(character, "italic")

    def kai(self, run: etree._Element) -> bool:
        """Whether Chinese letters are written in the hand that stands for italics."""
        fonts = run.find(f"{W}rPr/{W}rFonts")
        return fonts is not None and (fonts.get(f"{W}eastAsia") or "").lower() in _KAI

    def bold(self, run: etree._Element, paragraph_style: str) -> bool:
        """Whether a run's letters are bold."""
        properties = run.find(f"{W}rPr")
        said = toggle(properties, "b")
        if said is not None:
            return said
        return self._says(paragraph_style, "bold") != self._says(_value(properties, "rStyle") or "", "bold")

    def centred(self, paragraph: etree._Element, style: str) -> bool:
        """Whether a paragraph stands in the middle."""
        alignment = _value(paragraph.find(f"{W}pPr"), "jc")
        return alignment == "center" if alignment else self._says(style, "centred")

    def numbering(self, style: str) -> tuple[str | None, int] | None:
        """Give the list and the level of a style's paragraphs."""
        return next((each.numbering for each in self.lineage(style) if each.numbering is not None), None)

    def _says(self, style: str, what: str) -> bool:
        return next(
            (said for each in self.lineage(style) if (said := getattr(each, what)) is not None), False
        )


def on(value: str | None) -> bool:
    """Whether a property's value says yes; a property without one does."""
    return value is None or value.lower() not in ("0", "false", "off", "none")


def toggle(properties: etree._Element | None, tag: str) -> bool | None:
    """Give what properties say about something that is on or off, or nothing if they do not speak of it."""
    found = properties.find(f"{W}{tag}") if properties is not None else None
    return on(found.get(f"{W}val")) if found is not None else None


def _value(properties: etree._Element | None, tag: str) -> str | None:
    found = properties.find(f"{W}{tag}") if properties is not None else None
    return found.get(f"{W}val") if found is not None else None


def list_of(properties: etree._Element | None) -> tuple[str | None, int] | None:
    """Give the list and the level that a paragraph's properties name, or nothing."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None
    level = _value(found, "ilvl") or "0"
    return _value(found, "numId"), int(level) if level.isdecimal() else 0


def _style(style: etree._Element) -> Style:
    letters, paragraph = style.find(f"{W}rPr"), style.find(f"{W}pPr")
    alignment = _value(paragraph, "jc")
    return Style(
        _value(style, "name") or style.get(f"{W}styleId") or "",
        _value(style, "basedOn"),
        toggle(letters, "i"),
        toggle(letters, "b"),
        alignment == "center" if alignment else None,
        list_of(paragraph),
    )
