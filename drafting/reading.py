"""From paragraphs to an outline: what every reader of files hands over, and what it gets back.

A reader of one format (``exports``) makes blocks and knows nothing of drafts; here it is found out what
each of them is, by what it opens with, how it is numbered, and where it stands.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from drafting.languages import LANGUAGES
from drafting.mastheads import sponsors_note
from drafting.messages import Message, Unreadable
from drafting.opening_words import italic, kinds
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.reading_blocks import Block, Reading, join
from drafting.reading_body import Body
from drafting.reading_ids import with_ids
from drafting.reading_language import detect
from drafting.reading_marks import typed_label, typed_number
from drafting.reading_masthead import read_masthead
from drafting.reading_sponsors import is_amendment, names_document, submission
from drafting.text import Text, notes, plain

__all__ = ["Block", "Reading", "read_blocks"]

_COMMA = (",", "،", "，")
_COMMAS = " ,،，:：*"
_OTHER_ORGAN = regex.compile(r"(?:The|La|Le|L[’']|El|إن)\s?\p{L}[^.;:]{4,90}[,،，]$")
_REISSUED = regex.compile(
    r"re-?issued?|reissue|nouveau tirage|publicado nuevamente|переизда|выпущено|重新印发|重发|أعيد إصدار",
    regex.IGNORECASE,
)


def read_blocks(
    blocks: Sequence[Block], language: str | None = None, masthead: Masthead | None = None
) -> Reading:
    """Read a draft from its paragraphs; Unreadable names what is missing where it is no draft.

    ``language`` is found out where it is not given; ``masthead`` is what the file says for certain.
    """
    paragraphs = [block for block in blocks if block.note is None and (block.text or block.kind)]
    if not paragraphs:
        raise Unreadable("There is no text.")
    language = (
        language or (masthead.language if masthead else None) or detect(each.words for each in paragraphs)
    )
    place, below = _enacting(paragraphs, language)
    head, title, remarks = _above(paragraphs[:place], language, masthead)
    body = Body(language, _is_numbered(paragraphs[below:]))
    rest = iter(paragraphs[below:])
    if place == below and (sentence := _sentence(paragraphs[place:], language)):
        body.decide(sentence)
        next(rest)
    for block in rest:
        body.take(block)
    if not body.operative:
        raise Unreadable("There is no operative paragraph, such as “1. Decides …”.")
    noted = [
        Provision(block.note or "", Kind.NOTE, block.text)
        for block in blocks
        if block.note is not None and not block.note.startswith("*")
    ]
    head, said = _starred([block for block in blocks if (block.note or "").startswith("*")], head, masthead)
    line = [_line(block, language) for block in paragraphs[place:below]]
    outline = Outline(head, (*title, *line, *body.provisions, *noted))
    remarks += [*said, *body.remarks, *_unmatched(outline)]
    return Reading(with_ids(outline), tuple(remarks))


def _enacting(paragraphs: Sequence[Block], language: str) -> tuple[int, int]:
    """Find the enacting line: where it stands and where the text below begins."""
    known = {_folded(line) for each in LANGUAGES.values() for line in each.enacting.values()}
    named = [place for place, block in enumerate(paragraphs) if _names_organ(block, known)]
    # A masthead may print the same words, but without the comma: Генеральная Ассамблея.
    named.sort(
        key=lambda place: (paragraphs[place].kind is None, not paragraphs[place].words.endswith(_COMMA))
    )
    if named:
        return named[0], named[0] + 1
    for place, (block, after) in enumerate(pairwise(paragraphs)):
        if block.kind is None and _OTHER_ORGAN.match(block.words) and kinds(after.words, language):
            return place, place + 1
    for place in range(_submitted(paragraphs, language), len(paragraphs)):
        if _sentence(paragraphs[place:], language):
            return place, place
    titles = [place for place, block in enumerate(paragraphs) if block.kind is Kind.TITLE]
    if titles:
        return titles[-1] + 1, titles[-1] + 1
    amendment = next((block.words for block in paragraphs if is_amendment(block.words)), None)
    if amendment:
        raise Unreadable("This is an amendment to another draft, not a draft: “{line}”.", line=amendment)
    raise Unreadable(
        "There is no enacting line, such as “{line},”.", line=LANGUAGES[language].enacting["assembly"]
    )


def _submitted(paragraphs: Sequence[Block], language: str) -> int:
    """Find where the line ends that says that a decision is submitted; past the end where none does."""
    for place, block in enumerate(paragraphs):
        if names_document(block.words, language):
            decision = submission(block.words, language).kind == "draft decision"
            return place + 1 if decision else len(paragraphs)
    return len(paragraphs)


def _sentence(paragraphs: Sequence[Block], language: str) -> Text | None:
    """Give a decision that is one sentence with the organ's name: "The General Assembly decides …"."""
    block = next(iter(paragraphs), None)
    if (
        block is None
        or block.kind is not None
        or not block.words.endswith((".", "。", ":", "：", "،", ",", "，"))
    ):
        return None
    for line in LANGUAGES[language].enacting.values():
        if block.words.startswith(line) and len(block.words) > len(line) + 2:
            bare = not any(word.italic for word in block.text)
            return italic(block.text, len(line)) if bare else block.text
    return None


def _names_organ(block: Block, known: set[str]) -> bool:
    return block.kind is Kind.ENACTING or (block.kind is None and _folded(block.words) in known)


def _above(
    paragraphs: Sequence[Block], language: str, masthead: Masthead | None
) -> tuple[Masthead, list[Provision], list[Message]]:
    """Read what stands above the enacting line: the masthead and the title."""
    told = [block for block in paragraphs if block.kind is not None]
    free = [block for block in paragraphs if block.kind is None]
    remarks: list[Message] = []
    if masthead is not None:
        head, titles = replace(masthead, language=language), free
    else:
        found = read_masthead([block.words for block in free], language, titled=bool(told))
        head, remarks = found.head, found.remarks
        titles = [free[place] for place in found.titles]
    if not told and not titles:
        raise Unreadable("There is no title above the enacting line.")
    if told:
        provisions = [Provision("", block.kind or Kind.TITLE, block.text, block.level) for block in told]
        return head, provisions, remarks
    title = titles[0].text
    for block in titles[1:]:
        title = join(title, block.text)
    return head, [Provision("", Kind.TITLE, title)], remarks


def _line(block: Block, language: str) -> Provision:
    """Give the enacting line, with the organ in italics where the source has lost them."""
    if block.kind is not None or any(word.italic for word in block.text):
        return Provision("", Kind.ENACTING, block.text)
    return Provision("", Kind.ENACTING, italic(block.text, len(plain(block.text).rstrip(_COMMAS))))


def _starred(
    blocks: Sequence[Block], head: Masthead, masthead: Masthead | None
) -> tuple[Masthead, list[Message]]:
    """Put the notes of the masthead's asterisks where they belong: a reissue's, and the sponsors'."""
    groups = [plain(block.text) for block in blocks if not _REISSUED.search(plain(block.text))]
    reissues = [plain(block.text) for block in blocks if _REISSUED.search(plain(block.text))]
    if masthead is not None:
        return head, [Message("Set aside: “* {words}”.", words=words) for words in reissues]
    head = replace(head, reissued=" ".join(reissues) or None)
    # What is said of itself is not kept: in the Human Rights Council the asterisk marks those not of it.
    said = " ** ".join(groups)
    return (head if said == sponsors_note(head) else replace(head, on_behalf_of=said or None)), []


def _is_numbered(paragraphs: Sequence[Block]) -> bool:
    """Whether operative paragraphs bear numbers."""
    for block in paragraphs:
        if typed_label(block.words):
            return True
        typed = typed_number(block.words)
        if typed and typed[0] == 1 and typed[1]:
            return True
    return False


def _unmatched(outline: Outline) -> list[Message]:
    """Name the notes that nothing refers to, and the references that lead nowhere."""
    referred = {note for provision in outline.provisions for note in notes(provision.text)}
    there = {provision.id for provision in outline.of(Kind.NOTE)}
    return [
        *(
            Message("Nothing refers to the note “{words}”.", words=plain(note.text))
            for note in outline.of(Kind.NOTE)
            if note.id not in referred
        ),
        *(Message("Note {number} has no text.", number=note) for note in sorted(referred - there)),
    ]


def _folded(words: str) -> str:
    return words.strip(_COMMAS).replace("'", "’").replace("\u00a0", " ").casefold()
