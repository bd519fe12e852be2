"""Tables of words in a Word file: a row of headings that every page repeats, and rows that no page cuts."""

from collections.abc import Iterable, Sequence

from exports.word.setting import Setting

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_HAIR = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
_BORDERS = "".join(f"<w:{side} {_HAIR}/>" for side in _SIDES if side not in ("left", "right", "insideV"))
CELL = "TableText"


def table(
    setting: Setting, widths: Sequence[int], headings: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterable[str]:
    """Set a table, piece by piece; a cell is made of paragraphs, such as ``cell`` sets."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if setting.rtl else ''}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    yield _row([cell(setting, each, bold=True) for each in headings], widths, "<w:tblHeader/>")
    for row in rows:
        yield _row(row, widths, "")
    yield "</w:tbl>"


def cell(setting: Setting, *lines: str, bold: bool = False, latin: bool = False) -> str:
    """Set the content of a cell, a paragraph a line; ``latin`` where it runs from left to right."""
    return "".join(
        setting.paragraph(CELL, setting.run(line, bold=bold, latin=latin), latin=latin)
        for line in lines or ("",)
    )


def _row(cells: Sequence[str], widths: Sequence[int], more: str) -> str:
    done = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for content, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{done}</w:tr>"
