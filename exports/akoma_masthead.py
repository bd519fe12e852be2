"""The masthead in Akoma Ntoso: its lines, in which organ, symbol, date and sponsors are marked as such."""

from collections.abc import Iterator

from drafting import mastheads
from drafting.outline import Masthead
from exports.akoma_identity import actor
from exports.word.package import letters


def lines(head: Masthead) -> Iterator[str]:
    """Give the lines of the masthead, each with what it means."""
    organ = letters(mastheads.organ(head))
    yield f'<docAuthority refersTo="#{actor(head)}">{organ}</docAuthority>'
    if head.symbol:
        yield f"<docNumber>{letters(head.symbol)}</docNumber>"
    date = mastheads.date_line(head)
    for line in mastheads.issued(head):
        yield f'<docDate date="{head.date}">{letters(line)}</docDate>' if line == date else letters(line)
    session = mastheads.session_line(head)
    for line in mastheads.lines(head):
        if line == session:
            yield f'<session value="{head.session}">{letters(line)}</session>'
        elif line == head.committee:
            yield f'<docCommittee refersTo="#committee">{letters(line)}</docCommittee>'
        else:
            yield letters(line)
    yield _sponsors(head)


def _sponsors(head: Masthead) -> str:
    """Mark the sponsors in the line that names them; the asterisk carries the group note."""
    written, rest = "", mastheads.sponsors_line(head)
    for at, sponsor in enumerate(head.sponsors, 1):
        before, found, after = rest.partition(sponsor.name)
        if found:
            name = f'<docProponent refersTo="#sponsor_{at}">{letters(found)}</docProponent>'
            written, rest = written + letters(before) + name, after
    written += letters(rest)
    if not head.on_behalf_of:
        return written
    note = (
        '<authorialNote eId="preface__authorialNote_1" marker="*" placement="bottom">'
        f"<p>{letters(head.on_behalf_of)}</p></authorialNote>"
    )
    before, _, after = written.partition("*")
    return before + note + after
