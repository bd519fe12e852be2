"""Corrigenda: what a text says and what it should say, "For … read …" (…/Corr.1)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amendments.changes import Change, ChangeKind
from amendments.formal_wording import names
from drafting.document_words import DOCUMENT_WORDS, DocumentWords, draft_line, in_heading
from drafting.hunks import Hunk, joined
from drafting.languages import LANGUAGES
from drafting.manuscript import Manuscript
from drafting.manuscript import manuscript as manuscript_of
from drafting.mastheads import session_line
from drafting.outline import Masthead, Outline
from drafting.redline import redline
from drafting.text import Piece, Text, bare, build, divides, markup, notes, parse
from exports.addenda import symbol
from exports.amendment_documents import turning
from exports.amendment_paper import amendment, numbered, parted, title
from exports.papers import Paper, Paragraph, Stands, own_masthead

_LONGEST = 16  # words; of a longer correction the whole paragraph is given
_SHARE = 2  # and of one that takes more than one word in so many


def corrigendum(old: Outline, new: Outline) -> Paper:
    """Say what is to be corrected in a text so that it reads as another.

    What comes and goes is said as an amendment says it; then, under the name of each paragraph, other words
    are "For … read …" where that is clear, else the paragraph stands as it should read.
    """
    text = manuscript_of(old)
    head, words = old.masthead, DOCUMENT_WORDS[old.masthead.language]
    changes = turning(text, new)
    brought = {each.provision for each in changes if each.is_new_note}
    corrected = [each for each in changes if _corrects(each, brought)]
    others = [each for each in changes if each not in corrected]
    instructions, own_notes = parted(text, others)
    paragraphs = [*_above(head, new.masthead, words), *amendment(head, "", (), instructions).paragraphs]
    paragraphs += _corrected(text, corrected, words)
    issued = replace(own_masthead(head), symbol=symbol(head, "Corr"), date=new.masthead.date)
    return Paper(issued, draft_line(head), title(old), paragraphs, words.corrigendum, own_notes)


def corrections(old: Text, new: Text) -> list[tuple[Text, Text]] | None:
    """Give what words of a text are to be read as what, each found there once; none if that is not clear.

    >>> old = parse("*Invites* the States and all other States to help the women and girls of the plain;")
    >>> new = parse("*Invites* the States and all States to help the women and girls of the plain;")
    >>> [(markup(one), markup(other)) for one, other in corrections(old, new) or []]
    [('all other States', 'all States')]
    """
    hunks = list(_differences(old, new))
    while unclear := [each for each in hunks if not _is_clear(old, each)]:
        at = hunks.index(unclear[0])
        a, a_end, b, b_end = hunks[at]
        wider = Hunk(max(a - 1, 0), min(a_end + 1, len(old)), max(b - 1, 0), min(b_end + 1, len(new)))
        if wider == hunks[at]:
            return None
        hunks = joined([*hunks[:at], wider, *hunks[at + 1 :]])
    said = [(old[a:a_end], new[b:b_end]) for a, a_end, b, b_end in hunks]
    taken = sum(len(was) for was, _ in said)
    longest = max((len(words) for pair in said for words in pair), default=0)
    cited = any(notes(words) for pair in said for words in pair)
    if longest > _LONGEST or taken * _SHARE > len(old) or cited:
        return None
    return [(bare(was), bare(now)) for was, now in said]


def _differences(old: Text, new: Text) -> Iterator[Hunk]:
    """Give where two texts differ, by the places in both."""
    longer = 0  # by how many words the new text is longer up to here
    for edit in redline(old, new):
        start = edit.start + longer
        yield Hunk(edit.start, edit.end, start, start + len(edit.words))
        longer += len(edit.words) - (edit.end - edit.start)


def _is_clear(old: Text, hunk: Hunk) -> bool:
    """Whether words stand in a text once, from a word on, and others take their place."""
    begins = hunk.a == 0 or (hunk.replaces and old[hunk.a].text[:1].isalnum())
    wanted = [each.text for each in old[hunk.a : hunk.a_end]]
    every = [each.text for each in old]
    found = (every[at : at + len(wanted)] == wanted for at in range(len(every) - len(wanted) + 1))
    return hunk.replaces and begins and sum(found) == 1


def _corrects(change: Change, brought: set[str]) -> bool:
    """Whether a change is a correction of words; what divides a paragraph or brings a note is no such."""
    cites = brought.intersection(notes(change.text))
    return change.kind is ChangeKind.REWORD and not divides(change.text) and not cites


def _above(old: Masthead, new: Masthead, words: DocumentWords) -> Iterator[Paragraph]:
    """Correct the lines above the text."""
    for was, now in zip(_lines(old), _lines(new), strict=True):
        if was and now and was != now:
            yield _correction(build([Piece(was)]), build([Piece(now)]), words)


def _lines(head: Masthead) -> tuple[str | None, ...]:
    item = LANGUAGES[head.language].agenda_line(head.agenda_item) if head.agenda_item else None
    return session_line(head), head.committee, item, head.agenda_title


def _corrected(text: Manuscript, changes: Sequence[Change], words: DocumentWords) -> Iterator[Paragraph]:
    language = text.masthead.language
    called = names(text, language)
    standing = {each.id: each.text for each in text.outline.provisions}
    for change in sorted(changes, key=lambda each: text.position[each.provision]):
        place = in_heading(called[change.provision], language)
        yield Paragraph(build([Piece(place)]), Stands.PLACE)
        old, new = (numbered(each, text.outline) for each in (standing[change.provision], change.text))
        said = corrections(old, new)
        if said is None:
            yield Paragraph(parse(words.whole))
            yield Paragraph(new, Stands.NEW)
        else:
            yield from (_correction(was, now, words) for was, now in said)


def _correction(old: Text, new: Text, words: DocumentWords) -> Paragraph:
    return Paragraph(parse(words.correction.format(old=markup(old), new=markup(new))))
