"""What stands on the first page between the masthead and the text: session, item, sponsors."""

from drafting.languages import LANGUAGES
from drafting.mastheads import session_line, sponsors_line
from drafting.outline import Masthead
from exports.word.notes import Notes
from exports.word.setting import Setting
from exports.word.styles import TEXT_WIDTH

_RULE_WIDTH = 1440
_SIDE = (TEXT_WIDTH - _RULE_WIDTH) // 2

# The short rule that ends a document: a paragraph with a line below it and nothing in it.
END_MARK = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:pBdr>'
    '<w:bottom w:val="single" w:sz="2" w:space="0" w:color="auto"/></w:pBdr>'
    f'<w:spacing w:line="480" w:lineRule="exact"/><w:ind w:left="{_SIDE}" w:right="{_SIDE}"/></w:pPr></w:p>'
)


def opening(head: Masthead, setting: Setting, notes: Notes) -> str:
    """Set the lines on the left, then who submits the draft."""
    lines = (
        ("Session", session_line(head)),
        ("H1", head.committee),
        ("AgendaItem", LANGUAGES[head.language].agenda_line(head.agenda_item) if head.agenda_item else None),
        ("AgendaTitle", head.agenda_title),
    )
    done = "".join(setting.paragraph(style, setting.run(line)) for style, line in lines if line)
    done += setting.paragraph("Space")
    line = sponsors_line(head)
    return done + (setting.paragraph("Sponsors", _starred(line, head, setting, notes)) if line else "")


def _starred(line: str, head: Masthead, setting: Setting, notes: Notes) -> str:
    """Set the sponsors; the first asterisk carries the group note."""
    before, star, after = line.partition("*")
    if not head.on_behalf_of:
        return setting.run(line)
    if not star:
        return setting.run(line) + notes.starred(head.on_behalf_of)
    return setting.run(before) + notes.starred(head.on_behalf_of) + setting.run(after)
