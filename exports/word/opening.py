"""What stands on the first page between the masthead and the text: session, item, sponsors."""

from drafting.mastheads import opening_lines, sponsors_mark, sponsors_note
from drafting.outline import Masthead
from exports.word.notes import Notes
from exports.word.setting import Setting
from exports.word.styles import TEXT_WIDTH

_STYLES = {
    "session": "Session",
    "dates": "AgendaItem",
    "committee": "H1",
    "agenda_item": "AgendaItem",
    "agenda_title": "AgendaTitle",
}
_RULE_WIDTH = 1440
_SIDE = (TEXT_WIDTH - _RULE_WIDTH) // 2

# The short rule that ends a document: a paragraph with a line below it and nothing in it.
END_MARK = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:pBdr>'
    '<w:bottom w:val="single" w:sz="2" w:space="0" w:color="auto"/></w:pBdr>'
    f'<w:spacing w:line="480" w:lineRule="exact"/><w:ind w:left="{_SIDE}" w:right="{_SIDE}"/></w:pPr></w:p>'
)


def opening(head: Masthead, setting: Setting, notes: Notes, line: str) -> str:
    """Set the lines on the left, then ``line``: who submits what."""
    done = "".join(setting.paragraph(_STYLES[name], setting.run(line)) for name, line in opening_lines(head))
    done += setting.paragraph("Space", notes.starred(head.reissued, shown=False) if head.reissued else "")
    return done + (setting.paragraph("Sponsors", _starred(line, head, setting, notes)) if line else "")


def _starred(line: str, head: Masthead, setting: Setting, notes: Notes) -> str:
    """Set the sponsors; their first asterisk carries the note."""
    note, mark = sponsors_note(head), sponsors_mark(head)
    if not note:
        return setting.run(line)
    before, _, after = line.partition(mark)
    return setting.run(before) + notes.starred(note, mark) + (setting.run(after) if after else "")
