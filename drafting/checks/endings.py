"""With which mark a paragraph ends: E05, E06, E09, and for Chinese and Arabic E33, E34."""

from collections.abc import Iterator

from drafting.checks.paragraph import NOTE, Finding, Paragraph
from drafting.messages import Message
from drafting.outline import Kind

_COMMAS, _SEMICOLONS, _STOPS, _COLONS = (
    frozenset(",，、،"),
    frozenset(";；؛"),
    frozenset(".。۔"),
    frozenset(":："),
)
_MARKS = _COMMAS | _SEMICOLONS | _STOPS
_CLOSING = '”»"’“'
_NOTED = f"{NOTE} *†⁰¹²³⁴⁵⁶⁷⁸⁹"  # references to notes, and what files keep of those whose note is lost
_OWN = {"zh": ("，", "；", "。"), "ar": ("،", "؛", ".")}  # comma, semicolon, full stop
_COMMA = Message("A preambular paragraph ends with a comma.")
_SEMICOLON = Message("An operative paragraph ends with a semicolon, save the last.")
_STOP = Message("The last paragraph ends with a full stop.")
_SUB_COMMA = Message("A sub-paragraph of the preamble ends with a comma.")
_SUB_SEMICOLON = Message("A sub-paragraph of the operative part ends with a semicolon.")
_PARTS = (Kind.HEADING, Kind.ENACTING, Kind.TITLE, Kind.PREAMBULAR)


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give what is wrong with a paragraph's last mark, if it is a paragraph that we know how it opens."""
    if paragraph.kind is Kind.SUBPARAGRAPH:
        wanted = _of_sub(paragraph)
    elif paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and (
        paragraph.opening or (paragraph.text and paragraph.text[0].italic)
    ):
        wanted = _of_whole(paragraph)
    else:
        return
    letters = paragraph.letters.rstrip(_NOTED)
    if wanted is None or not letters:
        return
    allowed, which, message = wanted
    rule = "E09" if paragraph.kind is Kind.SUBPARAGRAPH else "E05" if message is _COMMA else "E06"
    rule = {"zh": "E33", "ar": "E34"}.get(paragraph.language, rule)
    if not _ends(letters, allowed):
        yield _put_right(paragraph, rule, letters, which, message)


def _of_whole(paragraph: Paragraph) -> tuple[frozenset[str], int, Message] | None:
    """Give the marks that a paragraph may end with, which of the language's is right, and why."""
    after = paragraph.after
    if after is not None and after.kind is Kind.SUBPARAGRAPH:
        return None
    if paragraph.kind is Kind.PREAMBULAR:
        return _COMMAS | _COLONS, 0, _COMMA
    return _operative(after)


def _operative(after: Paragraph | None) -> tuple[frozenset[str], int, Message]:
    if after is None:
        return _STOPS | _COLONS, 2, _STOP
    allowed = _SEMICOLONS | _COLONS
    return (allowed | _STOPS if after.kind in _PARTS else allowed), 1, _SEMICOLON


def _of_sub(paragraph: Paragraph) -> tuple[frozenset[str], int, Message] | None:
    """Say what a sub-paragraph ends with: the last of them with the mark of the paragraph it belongs to.

    Commas and semicolons are both met; only who mixes them, or ends the whole with the wrong one, is told.
    """
    after = paragraph.after
    path, next_path = paragraph.place.path, after.place.path if after else ()
    inside = after is not None and after.kind is Kind.SUBPARAGRAPH
    if inside and len(next_path) > len(path):
        return None  # it introduces others
    if paragraph.place.parent is Kind.PREAMBULAR:
        mixed = any(_ends(each.letters.rstrip(_NOTED), _COMMAS) for each in paragraph.siblings)
        allowed = _COMMAS | _COLONS if mixed or not inside else _COMMAS | _SEMICOLONS | _COLONS
        return allowed, 0, _SUB_COMMA
    if not inside:
        return _operative(after)
    mixed = any(_ends(each.letters.rstrip(_NOTED), _SEMICOLONS) for each in paragraph.siblings)
    allowed = _SEMICOLONS | _COLONS if mixed else _SEMICOLONS | _COMMAS | _COLONS
    return allowed, 1, _SUB_SEMICOLON


def _ends(letters: str, allowed: frozenset[str]) -> bool:
    """Whether letters end with one of some marks, be it within quotation marks that close there.

    What ends with "; and" is read without its last word.
    """
    for joining in (" and", " or", " y", " o", " et", " ou", " и", " или"):
        letters = letters.removesuffix(joining)
    within = letters.rstrip(_CLOSING + _NOTED)
    ends = {letters[-1:], within[-1:] if within != letters else ""}
    quoted = within != letters and within[-1:] in _MARKS
    return quoted or not allowed.isdisjoint(ends)


def _put_right(paragraph: Paragraph, rule: str, letters: str, which: int, message: Message) -> Finding:
    own = _OWN.get(paragraph.language, (",", ";", "."))[which]
    end = len(letters)
    if letters[-1] in _MARKS | _COLONS:
        return paragraph.finding(rule, end - 1, end, message, [(end - 1, end, own)])
    # In English the mark of a note follows the comma, elsewhere it is not so sure: it is put at the end.
    start = letters.rfind(" ") + 1
    at = end if paragraph.language == "en" else len(paragraph.letters)
    space = (
        ("\u00a0" if paragraph.sheet.kept_spaces else " ")
        if paragraph.language == "fr" and own == ";"
        else ""
    )
    return paragraph.finding(rule, start, at, message, [(at, at, space + own)])
