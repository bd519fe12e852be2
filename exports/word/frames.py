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
_LOWERED = '<w:position w:val="-4"/>'
_BOLD = "<w:b/><w:bCs/>"
_FIRST_FOOTER = 1224  # how high the place of the job number and the bar code is, on the first page alone
_JOB_LINE = 240
_RIGHT = '<w:jc w:val="right"/>'
_SMALL = '<w:sz w:val="14"/><w:szCs w:val="14"/>'
_FAR_SIDE = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


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
    organization = setting.run(LANGUAGES[head.language].organization, more=_NOT_BOLD)
    above = setting.paragraph("HCh", organization, layout=spacing(after=80))
    body = setting.paragraph("XLarge", setting.run(organ(head)), layout=spacing(before=109))
    lines = issued(head)
    if len(lines) == 3:  # where the document's own language is not named, its line stays free
        lines.insert(2, "")
    issue = "".join(
        setting.paragraph(
            "Normal", setting.run(line, latin=True), layout=spacing(before=0 if at else 240), latin=True
        )
        for at, line in enumerate(lines)
    )
    columns = (1267, 5227, 245, 3101)
    rows = _row(864, (empty, above, empty, _symbol(symbol(head), setting)), columns, 4, "bottom")
    rows += _row(2880, (empty, body, empty, issue), columns, 12, "top")
    return _table(columns, rows, setting) + _tiny(setting)


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
    symbol = setting.paragraph(
        "Header", run, layout=spacing(after=80) + (_RIGHT if page == "default" else "")
    )
    cells = (symbol, setting.paragraph("Header"))
    cells = cells if page == "even" else cells[::-1]
    columns = (_HALF, _HALF)
    row = _row(864, cells, columns, 2, "bottom")
    return _table(columns, row, setting) + setting.paragraph("Header")


def _footer(page: str, head: Masthead, setting: Setting) -> str:
    """Set the page and the number of pages on the outer side, the job number on the inner one."""
    if page == "first":
        return _first_footer(head, setting)
    pages = "".join(
        f'<w:fldSimple w:instr=" {field} ">{setting.run(cached, more=_BOLD, latin=True)}</w:fldSimple>{slash}'
        for field, cached, slash in (
            ("PAGE", "2", setting.run("/", more=_BOLD, latin=True)),
            ("NUMPAGES", "2", ""),
        )
    )
    left = (page == "even") != setting.rtl
    if not head.job:
        return setting.paragraph("Footer", pages, layout="" if left else _RIGHT, latin=True)
    job = setting.run(head.job, more=_SMALL, latin=True)
    sides = (pages, job) if left else (job, pages)
    return setting.paragraph("Footer", "<w:r><w:tab/></w:r>".join(sides), before=_FAR_SIDE, latin=True)


def _first_footer(head: Masthead, setting: Setting) -> str:
    """Set the job number of this language's text, and keep the place of the bar code free below it."""
    if not head.job:
        return setting.paragraph("Footer", layout=f'<w:spacing w:line="{_FIRST_FOOTER}" w:lineRule="exact"/>')
    side = _RIGHT if setting.rtl else ""
    job = setting.run(job_line(head), latin=True)
    height = f'<w:spacing w:after="{_FIRST_FOOTER - _JOB_LINE}" w:line="{_JOB_LINE}" w:lineRule="exact"/>'
    return setting.paragraph("Normal", job, layout=height + side, latin=True)


def _tiny(setting: Setting) -> str:
    """Set the paragraph that Word wants behind a table, too small to be seen."""
    return setting.paragraph("Header", layout='<w:spacing w:line="20" w:lineRule="exact"/>')


def _table(columns: Sequence[int], rows: str, setting: Setting) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if setting.rtl else ''}"
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(height: int, cells: Sequence[str], columns: Sequence[int], weight: int, align: str) -> str:
    """Set a row of exact height with a rule under it, whose weight is in eighths of a point."""
    looks = (
        f'<w:tcBorders><w:bottom w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:tcBorders>'
        f'<w:vAlign w:val="{align}"/>'
    )
    done = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{looks}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>{done}</w:tr>'
