"""A compilation text as a Word file for printing: bold, struck, in brackets with names."""

from collections.abc import Iterator

from amendments.compilation import Compilation
from drafting.outline import Kind
from drafting.text import pieces
from exports.compilation import Line, Look, Run, index, lines, signs, told, unissued, waiting
from exports.compilation_terms import TERMS
from exports.word.setting import Setting
from exports.word.sheet import Sheet
from exports.word.styles import BODY_INDENT, FIRST_LINE, spacing
from exports.word.tables import cell, table

_STRUCK = "<w:strike/>"
_RAISED = '<w:vertAlign w:val="superscript"/>'
_INDEX = (1500, 4740, 3600)  # twips: the number, who is behind it, where


def write(compilation: Compilation) -> bytes:
    """Write a compilation for printing: new words bold, struck ones struck through, names in brackets."""
    sheet = Sheet(unissued(compilation.head))
    terms = TERMS[compilation.head.language]
    return sheet.pack(_body(compilation, sheet), f"{terms.title}: {compilation.title}", terms.title)


def _body(compilation: Compilation, sheet: Sheet) -> Iterator[str]:
    setting = sheet.setting
    terms, what = told(compilation)
    for sentence in (what, terms.legend):
        yield setting.paragraph("SingleTxt", setting.run(sentence))
    rows = (
        (cell(setting, number), cell(setting, names), cell(setting, places))
        for number, names, places in index(compilation)
    )
    headings = (terms.number, terms.proposed_by, terms.paragraphs)
    yield from table(setting, _INDEX, headings, rows)
    yield setting.paragraph("Space")
    referred = signs(compilation)
    for line in lines(compilation):
        yield _line(setting, line, referred)
    for at, said in enumerate(waiting(compilation)):
        before, layout = ("", "") if at else ("<w:keepNext/>", spacing(before=240, after=120))
        run = setting.run(said, bold=not at)
        yield setting.paragraph("SingleTxt", run, before=before, layout=layout)


def _line(setting: Setting, line: Line, referred: dict[str, str]) -> str:
    """Set a paragraph with its label in the margin, bold where something is proposed."""
    left = BODY_INDENT + line.level * FIRST_LINE
    layout = f'<w:ind w:left="{left}" w:hanging="{left}"/>'
    style = "CompiledNote" if line.kind is Kind.NOTE else "Compiled"
    label = setting.run(line.label, style="CompiledLabel", bold=line.touched)
    words = "".join(_run(setting, run, referred) for run in line.runs)
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
    return setting.paragraph(style, f"{label}<w:r><w:tab/></w:r>{words}", before=tabs, layout=layout)


def _run(setting: Setting, run: Run, referred: dict[str, str]) -> str:
    more = _STRUCK if run.look is Look.STRUCK else ""
    done = []
    for piece in pieces(run.words):
        letters = piece.text if piece.note is None else referred.get(piece.note, "")
        raised = _RAISED if piece.note is not None else ""
        italic = piece.italic or run.look is Look.NAMES
        done.append(setting.run(letters, bold=run.look is Look.NEW, italic=italic, more=more + raised))
    return "".join(done)
