"""What stands around the text on every page: the masthead, running headers and footers, and the page itself.

The measures are those of UN_FORMAT.md 1.2 and 1.3. The places of the emblem and the bar code stay
empty, that of the job number where it is not given.
"""

from collections.abc import Sequence

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from drafting.languages import LANGUAGES
from drafting.mastheads import issued, job_line, organ, symbol
from drafting.outline import Masthead
from exports.word.package import Part
from exports.word.setting import Setting
from exports.word.styles import TEXT_WIDTH, spacing

_PAGE = (
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1152" w:left="1200" '
    'w:header="432" w:footer="504" w:gutter="0"/><w:cols w:space="720"/><w:titlePg/>'
)
_HALF = TEXT_WIDTH // 2
_NOT_BOLD = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_NARROW = '<w:spacing w:val="2"/><w:w w:val="96"/>'
_BOLD = "<w:b/><w:bCs/>"
_ABOVE_RULE = '<w:tcMar><w:bottom w:w="80" w:type="dxa"/></w:tcMar>'  # LibreOffice doubles space below text
_PAGES = '<w:w w:val="103"/>'
_FIRST_FOOTER = 1174  # how high the place of the job number and the bar code is, on the first page alone
_BESIDE = '<w:ind w:left="108" w:right="108"/>'  # where the job number stands, and the bar code below it
_BARS = f'<w:spacing w:before="80" w:line="210" w:lineRule="exact"/>{_BESIDE}'
_RIGHT = '<w:jc w:val="right"/>'
_SMALL = '<w:b w:val="0"/><w:bCs w:val="0"/><w:sz w:val="14"/><w:szCs w:val="14"/>'


def frames(head: Masthead, setting: Setting, document: Part) -> tuple[str, list[Part]]:
    """Set what stands around the text; gives the properties of the section, and the parts."""
    parts, references = [], ""
    for page in ("even", "default", "first"):
        above = _masthead(head, setting) if page == "first" else _running_header(page, head, setting)
        for name, root, content_type, relationship, content in (
            ("header", "hdr", CT.WML_HEADER, RT.HEADER, above),
            ("footer", "ftr", CT.WML_FOOTER, RT.FOOTER, _footer(page, head, setting)),
        ):
            part = Part(f"word/{name}_{page}.xml", content_type)
            part.fill(root, content)
            parts.append(part)
            id = document.refer(relationship, part.name)
            references += f'<w:{name}Reference w:type="{page}" r:id="{id}"/>'
    bidi = "<w:bidi/>" if setting.rtl else ""
    return f"<w:sectPr>{references}{_PAGE}{bidi}</w:sectPr>", parts


def _masthead(head: Masthead, setting: Setting) -> str:
    """Set the table on top of the first page: who speaks, the symbol, and how the document is issued."""
    empty = setting.paragraph("Header")
    light = _NOT_BOLD + ("" if setting.rtl else _NARROW)  # nothing comes between letters that touch
    organization = setting.run(LANGUAGES[head.language].organization, more=light)
    above = setting.paragraph("HCh", organization)
    body = setting.paragraph("XLarge", setting.run(organ(head)), layout=spacing(before=109))
    lines = issued(head)
    if len(lines) == 3:  # where the document's own language is not named, its line stays free
        lines.insert(2, "")
    issue = "".join(
        setting.paragraph(
            "Masthead" if at == 0 else "Normal",
            setting.run(line, latin=True),
            layout=spacing(before=0 if at else 240),
            latin=True,
        )
        for at, line in enumerate(lines)
    )
    columns = (1267, 5227, 245, 3101)
    rows = _row(864, (empty, above, empty, _symbol(symbol(head), setting)), columns, 4, "bottom")
    rows += _row(2880, (empty, body, empty, issue), columns, 12, "top")
    return _table(columns, rows, setting) + _tail("Header", 48, setting)


def _symbol(symbol: str, setting: Setting) -> str:
    """Set the symbol, whose first letter stands out."""
    organ, slash, rest = symbol.partition("/")
    large = setting.run(
        organ, more='<w:position w:val="-4"/><w:sz w:val="40"/><w:szCs w:val="40"/>', latin=True
    )
    small = setting.run(slash + rest, more='<w:position w:val="-4"/>', latin=True)
    return setting.paragraph("Masthead", large + small, layout="" if setting.rtl else _RIGHT, latin=True)


def _running_header(page: str, head: Masthead, setting: Setting) -> str:
    """Set the symbol on the outer side of a page."""
    run = setting.run(head.symbol or "", more=_BOLD, latin=True)
    symbol = setting.paragraph("Header", run, layout=_RIGHT if page == "default" else "")
    cells = (symbol, setting.paragraph("Header"))
    cells = cells if page == "even" else cells[::-1]
    columns = (_HALF, _HALF)
    row = _row(864, cells, columns, 2, "bottom")
    return _table(columns, row, setting) + setting.paragraph("Header")


def _footer(page: str, head: Masthead, setting: Setting) -> str:
    """Set the page and the number of pages on the outer side, the job number on the inner one."""
    if page == "first":
        return _first_footer(head, setting)
    cached, slash = (setting.run(text, more=_PAGES, latin=True) for text in ("2", "/"))
    page_of, pages = (
        f'<w:fldSimple w:instr=" {field} ">{cached}</w:fldSimple>' for field in ("PAGE", "NUMPAGES")
    )
    job = setting.run(head.job, more=_SMALL, latin=True) if head.job else ""
    outer, inner = ("", _RIGHT) if (page == "even") != setting.rtl else (_RIGHT, "")
    cells = (
        setting.paragraph("Footer", page_of + slash + pages, layout=outer, latin=True),
        setting.paragraph("Footer", job, layout=inner, latin=True),
    )
    row = _row(0, cells if page == "even" else cells[::-1], (_HALF, _HALF), 0, "top")
    return _table((_HALF, _HALF), row, setting) + setting.paragraph("Footer")


def _first_footer(head: Masthead, setting: Setting) -> str:
    """Set the job number of this language's text, and keep the place of the bar code free below it."""
    job = setting.run(job_line(head), latin=True) if head.job else ""
    side = _RIGHT if setting.rtl else _BESIDE
    number = setting.paragraph("Masthead", job, layout=side, latin=True)
    number += setting.paragraph("Footer", layout=_BARS)
    row = _row(_FIRST_FOOTER, (number, setting.paragraph("Footer")), (_HALF, _HALF), 0, "bottom")
    return _table((_HALF, _HALF), row, setting) + _tail("Footer", 50, setting)


def _tail(style: str, height: int, setting: Setting) -> str:
    """Set the paragraph that Word wants behind a table, too low for a line."""
    return setting.paragraph(style, layout=f'<w:spacing w:line="{height}" w:lineRule="exact"/>')


def _table(columns: Sequence[int], rows: str, setting: Setting) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if setting.rtl else ''}"
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(height: int, cells: Sequence[str], columns: Sequence[int], weight: int, align: str) -> str:
    """Set a row of exact height with a rule under it, whose weight is in eighths of a point; 0 is none."""
    rule = f'<w:bottom w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/>' if weight else ""
    looks = f"<w:tcBorders>{rule}</w:tcBorders>" if rule else ""
    looks += (_ABOVE_RULE if rule and align == "bottom" else "") + f'<w:vAlign w:val="{align}"/>'
    done = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{looks}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    high = f'<w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>' if height else ""
    return f"<w:tr>{high}{done}</w:tr>"
