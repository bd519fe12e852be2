"""The Secretariat's styles and settings for each language (UN_FORMAT.md 1.1), as parts of a Word file."""

from dataclasses import dataclass

BODY_INDENT = 1267  # twips, like all lengths here: the column of the text begins and ends there
FIRST_LINE = 475
TEXT_WIDTH = 9840
_MARK, _SIGN = 72, 54  # from where the number of a note ends to its text, and how wide its signs are
DEPTH = 3  # of sub-paragraphs: (a), (i), a.
_TABS = "".join(
    f'<w:tab w:val="left" w:pos="{place}"/>'
    for place in (1267, 1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048)
)
_SECOND_STOP = f'<w:tab w:val="left" w:pos="{BODY_INDENT + 2 * FIRST_LINE + 1}"/>'
_FIRST_LINE = f'<w:ind w:firstLine="{FIRST_LINE}"/>'
_COLUMN = f'<w:ind w:left="{BODY_INDENT}" w:right="{BODY_INDENT}"/>'
NATURAL = '<w:spacing w:line="240" w:lineRule="auto"/>'  # lines as high as their letters


@dataclass(frozen=True, slots=True)
class Typeface:
    """The letters that a language is set in; sizes and lines grow by a factor over those of English."""

    tag: str  # the language as Word names it
    east_asian: str = "SimSun"
    heading: str = "SimHei"  # east Asian letters of headings
    arabic: str = "Times New Roman"
    size: float = 1.0  # of its own letters; Latin ones among Arabic letters are smaller
    line: float = 1.0
    joined: bool = False  # whether letters touch, so that nothing may come between them


TYPEFACES = {
    "en": Typeface("en-GB"),
    "fr": Typeface("fr-FR"),
    "es": Typeface("es-ES"),
    "ru": Typeface("ru-RU"),
    "zh": Typeface("zh-CN", size=1.05, line=1.25),
    "ar": Typeface("ar-SA", arabic="Traditional Arabic", size=1.4, line=1.5, joined=True),
}


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: its size in half-points, its line in twips, and what sets it apart."""

    id: str
    name: str
    based: str = "Normal"
    size: int | None = None
    line: int | None = None
    after: int | None = None
    before: str = ""  # properties of the paragraph that stand before its spacing
    behind: str = ""  # and behind it
    bold: bool | None = None
    letters: str = ""  # character spacing and scale


def _letters(spacing: int, scale: int, kern: int | None = 14) -> str:
    kerned = f'<w:kern w:val="{kern}"/>' if kern else ""
    return f'<w:spacing w:val="{spacing}"/><w:w w:val="{scale}"/>{kerned}'


def left(depth: int) -> int:
    """Give where the lines of a numbered paragraph begin; deeper sub-paragraphs stand further in."""
    return BODY_INDENT + max(depth - 1, 0) * FIRST_LINE


_KEPT = "<w:keepNext/><w:keepLines/>"
_STYLES = (
    _Style("SingleTxt", "__Single Txt", after=120, before=f"<w:tabs>{_TABS}</w:tabs>",
           behind=f'{_COLUMN}<w:jc w:val="both"/>'),
    _Style("Enacting", "Enacting line", "SingleTxt", before="<w:keepNext/>", behind=_FIRST_LINE),
    _Style("Preambular", "Preambular paragraph", "SingleTxt", behind=_FIRST_LINE),
    _Style("Operative", "Operative paragraph", "SingleTxt", behind=_FIRST_LINE),
    *(
        _Style(f"Subparagraph{depth}", f"Sub-paragraph {depth}", "SingleTxt",
               behind=f'<w:ind w:left="{left(depth)}" w:firstLine="{FIRST_LINE}"/>')
        for depth in range(1, DEPTH + 1)
    ),
    _Style("H1", "_ H_1", size=24, line=270, before=_KEPT, behind='<w:outlineLvl w:val="0"/>', bold=True,
           letters=_letters(4, 103)),
    _Style("HCh", "_ H _Ch", "H1", size=28, line=300, letters=_letters(-2, 103)),
    _Style("HM", "_ H __M", "HCh", size=34, line=360, letters=_letters(-3, 99)),
    _Style("XLarge", "XLarge", "HM", size=40, line=390, letters=_letters(-4, 98)),
    _Style("H23", "_ H_2/3", "H1", size=20, line=240, behind='<w:outlineLvl w:val="1"/>',
           letters=_letters(2, 103)),
    _Style("Session", "Session", "H23"),
    _Style("AgendaItem", "Agenda item", before="<w:keepNext/>"),
    _Style("AgendaTitle", "Agenda title", "H1", size=20, line=240, behind='<w:ind w:right="4100"/>'),
    _Style("Space", "Space", line=360),
    _Style("Sponsors", "Sponsors", "H1", size=20, line=240, after=240, behind=_COLUMN),
    _Style("DraftTitle", "Draft title", "H1", after=240, behind=_COLUMN),
    _Style("SectionHeading", "Section heading", "H23", after=120, behind=f'{_COLUMN}<w:jc w:val="center"/>'),
    _Style("Masthead", "Masthead", behind=NATURAL),
    _Style("Header", "header", size=17, behind=NATURAL, letters=_letters(0, 100)),
    _Style("Footer", "footer", size=17, behind=NATURAL, bold=True, letters=_letters(0, 100)),
    _Style("FootnoteText", "footnote text", size=17, line=210, behind=_COLUMN, letters=_letters(5, 104)),
    _Style("LooseNote", "Note without reference", "FootnoteText"),
    _Style("Instruction", "Instruction", "SingleTxt", behind=_FIRST_LINE),
    _Style("NumberedInstruction", "Numbered instruction", "SingleTxt"),
    _Style("NewParagraph", "New paragraph", "SingleTxt", behind=_FIRST_LINE),
    _Style("PaperPart", "Part of a paper", "H23", after=240, behind=_COLUMN),
    _Style("PlaceHeading", "Place", "H23", after=120, behind=_COLUMN),
    _Style("Compiled", "Compiled paragraph", after=120,
           behind=f'<w:ind w:right="{BODY_INDENT}"/><w:jc w:val="both"/>'),
    _Style("CompiledNote", "Compiled note", "FootnoteText", after=60),
    _Style("TableText", "Table text", size=18, line=220, after=40, before="<w:keepLines/>"),
)  # fmt: skip


# The line above the notes begins to the left of them, where the numbers of the widest would.
SEPARATOR = f'<w:spacing w:after="80"/><w:ind w:left="{BODY_INDENT - FIRST_LINE}"/>'


def hanging(signs: int) -> str:
    """Give the indent of a note, whose number ends at the same place however many signs it has."""
    return f'<w:ind w:hanging="{_MARK + signs * _SIGN}"/>'


def spacing(before: int = 0, after: int = 0) -> str:
    """Give the space before and after a paragraph."""
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def styles(language: str) -> str:
    """Give the styles of a document in this language, the body of ``word/styles.xml``."""
    face = TYPEFACES[language]
    fonts = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
        f'w:eastAsia="{face.east_asian}" w:cs="{face.arabic}"/>'
    )
    tag = face.tag if language not in ("zh", "ar") else "en-GB"
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_sizes(face, 20)}"
        f'<w:lang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:suppressAutoHyphens/>{_bidi(language)}{_spacing(face, 240, 0)}</w:pPr>"
        f"<w:rPr>{fonts}{'' if face.joined else _letters(4, 103)}{_sizes(face, 20)}</w:rPr></w:style>"
    )
    return defaults + normal + "".join(_paragraph_style(style, face) for style in _STYLES) + _CHARACTERS


def _bidi(language: str) -> str:
    return "<w:bidi/>" if language == "ar" else ""


def _sizes(face: Typeface, size: int) -> str:
    own = round(size * face.size)
    latin = round(size * 1.15) if face.joined else own
    return f'<w:sz w:val="{latin}"/><w:szCs w:val="{own}"/>'


def _spacing(face: Typeface, line: int | None, after: int | None) -> str:
    said = f' w:after="{after}"' if after is not None else ""
    said += f' w:line="{round(line * face.line)}" w:lineRule="exact"' if line is not None else ""
    return f"<w:spacing{said}/>" if said else ""


def _paragraph_style(style: _Style, face: Typeface) -> str:
    fonts = f'<w:rFonts w:eastAsia="{face.heading}"/>' if style.id == "H1" else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    sizes = _sizes(face, style.size) if style.size is not None else ""
    # Letters that touch are wider, and so are numbers: the words behind them begin at the next stop.
    before = style.before.replace(_SECOND_STOP, "") if face.joined else style.before
    custom = "" if style.name in ("header", "footer", "footnote text") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/><w:qFormat/>'
        f"<w:pPr>{before}{_spacing(face, style.line, style.after)}{style.behind}</w:pPr>"
        f"<w:rPr>{fonts}{bold}{'' if face.joined else style.letters}{sizes}</w:rPr></w:style>"
    )


_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/>'
    '<w:iCs w:val="0"/><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="0000FF"/><w:u w:val="none"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="character" w:customStyle="1" w:styleId="CompiledLabel"><w:name w:val="Compiled label"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>'
)


def settings(language: str, tracked: bool) -> str:
    """Give the settings of a document, the body of ``word/settings.xml``."""
    face = TYPEFACES[language]
    return (
        '<w:zoom w:percent="100"/>'
        + ("<w:trackRevisions/>" if tracked else "")
        + '<w:defaultTabStop w:val="475"/><w:doNotHyphenateCaps/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        "<w:compat><w:suppressBottomSpacing/><w:suppressTopSpacing/><w:compatSetting "
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{face.tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    )
