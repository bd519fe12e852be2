"""Addenda: who joined or left the sponsors of a draft after it was issued (…/Add.1)."""

from collections.abc import Sequence
from dataclasses import replace

from drafting.document_words import DOCUMENT_WORDS, draft_line, sponsors_sentence
from drafting.languages import LANGUAGES
from drafting.outline import Masthead
from drafting.text import Piece, Text, build, parse
from exports.papers import Paper, Paragraph, Stands, own_masthead


def addendum(draft: Masthead, title: Text, joined: Sequence[str], left: Sequence[str] = ()) -> Paper:
    """Say who joined the sponsors of a draft and who left them, by the names that its language prints.

    >>> from drafting.text import plain
    >>> said = addendum(Masthead(symbol="A/C.3/81/L.5"), parse("Rivers"), ["Fiji", "Norway"])
    >>> said.head.symbol, [plain(each.text) for each in said.paragraphs][1]
    ('A/C.3/81/L.5/Add.1', 'Fiji and Norway')
    """
    language = LANGUAGES[draft.language]
    paragraphs: list[Paragraph] = []
    for names in (joined, left):
        if names:
            said = sponsors_sentence(draft, names is joined, len(names) > 1)
            paragraphs.append(Paragraph(parse(said)))
            paragraphs.append(Paragraph(build([Piece(language.join(names))]), Stands.NEW))
    head = replace(own_masthead(draft), symbol=symbol(draft, "Add"), date=draft.date)
    return Paper(head, draft_line(draft), title, paragraphs, DOCUMENT_WORDS[draft.language].addendum)


def symbol(draft: Masthead, part: str) -> str | None:
    """Give the symbol of the first addendum or corrigendum to a draft."""
    return f"{draft.symbol}/{part}.1" if draft.symbol else None
