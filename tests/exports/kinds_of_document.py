"""Every kind of document that is written, as data: a new kind is one line, and is judged in six languages."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import product

from amendments.changes import Change, Proposal, delete, insert, reword
from amendments.compilation import Compilation
from amendments.merge import merge
from amendments.proceedings import AmendmentLog, Fate
from drafting.document_words import amendment_line
from drafting.manuscript import Manuscript, manuscript
from drafting.messages import Message
from drafting.outline import Kind, Outline, Provision, Sponsor
from drafting.text import Piece, build, markup, parse
from exports import documents, log_files, paper_text, print_page, print_tables, word
from exports.addenda import addendum
from exports.amendment_paper import title, written
from exports.compilation import text as compiled_text
from exports.corrigenda import corrigendum
from exports.papers import Paper, own_masthead
from exports.word.compilation import write as write_compilation
from exports.word.compilation_tracked import write_tracked as write_compilation_tracked
from tests.exports.compilations import compilation
from tests.exports.word_drafts import DRAFTS, OP, PP, SUB

LONG_AGO = datetime.datetime(2026, 10, 9, 15, 30, tzinfo=datetime.UTC)
AUTHORS = {
    "a1": word.Author("Côte d’Ivoire", LONG_AGO),
    "a2": word.Author("Trinidad & Tobago", LONG_AGO + datetime.timedelta(hours=1)),
}


def full(language: str) -> Outline:
    """A draft with all that a draft may have: headings, three depths, links, notes, one of them loose."""
    draft = DRAFTS[language]
    title, paragraph = draft.title, next(draft.of(OP)).text
    linked = f"[{title}](https://docs.un.org/A/RES/64/293?a=1&b=2) *[{title}](#annex)* [{title}](#)[^n1]"
    texts: list[tuple[Kind, int, str]] = [
        (Kind.HEADING, 0, f"*I*. {title}"),
        (OP, 0, f"{markup(paragraph)} {linked}, A & B <i>,[^n8]"),
        (SUB, 1, f"{title};[^n8]"),
        (SUB, 2, f"*{title}*;"),
        (SUB, 3, f"{title};"),
        (SUB, 1, f"{title}:"),
        (SUB, 2, f"{title}.[^n9]"),
        (Kind.HEADING, 0, "II"),
        (OP, 0, markup(paragraph)),
        (Kind.NOTE, 0, f"{title}.[^n1]"),
        (Kind.NOTE, 0, f"[{title}](https://docs.un.org/A/RES/70/1), *{title}*."),
        (Kind.NOTE, 0, f"{title}, 2026."),
    ]
    ids = ["h1", "q1", "q2", "q3", "q4", "q5", "q6", "h2", "q7", "n8", "n9", "n10"]
    more = [
        Provision(id, kind, parse(text), level) for id, (kind, level, text) in zip(ids, texts, strict=True)
    ]
    return replace(draft, provisions=(*draft.provisions, *more))


def for_a_group(language: str) -> Outline:
    """A draft that a State submits on behalf of a group, with a note that says so."""
    draft = DRAFTS[language]
    first, *others = draft.masthead.sponsors
    head = replace(
        draft.masthead,
        symbol="A/C.3/81/L.7/Rev.1",
        sponsors=(Sponsor(first.name, starred=True), *others),
        on_behalf_of=f"{draft.title} – {first.name} & co.",
        original_language="fr",
    )
    return replace(draft, masthead=head)


def bare(language: str) -> Outline:
    """A draft of which next to nothing is known, with a single operative paragraph."""
    draft = DRAFTS[language]
    head = replace(
        draft.masthead, symbol=None, date=None, session=None, committee=None, agenda_item=None,
        agenda_title=None, sponsors=(), original_language=None,
    )  # fmt: skip
    return replace(draft, masthead=head, provisions=(next(draft.of(OP)),))


def odd(language: str) -> Outline:
    """A draft whose words hold signs that XML, Word or this program may take for their own."""
    draft = DRAFTS[language]
    words = [
        "<w:p>",
        "&amp;",
        "]]>",
        "\x01\x0b\x1f",
        "\ufffe",
        "\"'",
        "{0}",
        "[^1]",
        "*",
        "\\",
        "_Ref1",
        "\U0001f30a",
    ]
    texts = [build([Piece(each, mark % 2 == 1, "https://x.org/?a=<&'\"" if mark > 1 else None)])
             for each, mark in product(words, range(4))]  # fmt: skip
    new = tuple(Provision(f"o{at}", (PP, OP)[at > 12], text) for at, text in enumerate(texts))
    head = replace(draft.masthead, agenda_title="<&> \x02", submitted_by=None, symbol="A/<&>/L.1")
    return replace(draft, masthead=head, provisions=(*draft.provisions[:2], *new))


def proposed(language: str) -> tuple[Manuscript, list[Proposal]]:
    """The full draft, and what two delegations put in, strike, link, note, delete and add as paragraphs."""
    base = manuscript(full(language))
    text = base.outline
    by_id = {each.id: each.text for each in text.provisions}
    struck = by_id["q1"][:3] + by_id["q1"][5:]
    added = parse(f"{markup(by_id['q7'])} [{text.title}](https://docs.un.org/A/RES/1/1),[^m1] *{text.title}*")
    first = (
        reword(base, "q1", struck),
        delete(base, "p1"),  # which had the first reference to a note
        insert(base, "q7", "new1", by_id["q7"], OP),
        insert(base, "new1", "new2", by_id["q2"], SUB, 1),
    )
    second = (
        reword(base, "q7", added),
        insert(
            base, "n10", "m1", parse(f"*{text.title}*, [{text.title}](https://docs.un.org/A)."), Kind.NOTE
        ),
        insert(base, "enacting", "new3", parse(f"*{text.title}*,[^n9]"), PP),
        delete(base, "q3"),
        delete(base, "h2"),
    )
    return base, [Proposal("a1", first), Proposal("a2", second)]


def revised(language: str) -> Manuscript:
    """The full draft after both were merged."""
    return merge(*proposed(language)).manuscript


def once_more(language: str) -> Manuscript:
    """A text of which words that one delegation put in were struck by another."""
    once = merge(manuscript(DRAFTS[language]), [Proposal("a1", (_longer(manuscript(DRAFTS[language])),))])
    paragraph = next(once.manuscript.outline.of(OP))
    shorter = paragraph.text[:1] + paragraph.text[-2:]
    again = Proposal("a2", (reword(once.manuscript, paragraph.id, shorter),))
    return merge(once.manuscript, [again]).manuscript


def _longer(base: Manuscript) -> Change:
    paragraph = next(base.outline.of(OP))
    return reword(base, paragraph.id, parse(f"{markup(paragraph.text)} {base.outline.title}, 2026"))


def _tracked(text: Callable[[str], Manuscript]) -> Callable[[str], bytes]:
    return lambda language: word.write_tracked(text(language), AUTHORS)


def _clean(outline: Callable[[str], Outline]) -> Callable[[str], bytes]:
    return lambda language: word.write(outline(language))


def an_amendment(language: str) -> Paper:
    """What the second of the two proposes, with a note, as a paper."""
    base, (_, second) = proposed(language)
    head = replace(own_masthead(base.masthead), symbol="A/C.3/81/L.56", date=LONG_AGO.date())
    line = amendment_line(base.masthead, ["Kenya", "Norway"])
    return written(base, second.changes, head, line)


def an_addendum(language: str) -> Paper:
    """Who joined the sponsors, and who left."""
    draft = DRAFTS[language]
    return addendum(draft.masthead, title(draft), ["Kenya", "Norway"], ["Fiji"])


def a_corrigendum(language: str) -> Paper:
    """What is to be corrected in the full draft so that it reads as the revision."""
    return corrigendum(full(language), revised(language).outline)


def a_compilation(language: str) -> Compilation:
    """The full draft with what both propose in its place."""
    return compilation(*proposed(language))


def a_log(language: str) -> AmendmentLog:
    """What became of two amendments, with signs that a workbook may take for its own."""
    draft = DRAFTS[language]
    said = Message("{who} submitted No. {number}", who="Norway", number=1)
    ours = Fate(
        1, None, ("Norway", "Kenya"), ("OP1",), (f"=“{draft.title}”",), Message("open"), ((LONG_AGO, said),)
    )
    theirs = Fate(2, 1, ("Fiji",), (), ("<&> \x01",), Message("withdrawn"), ((LONG_AGO, said),))
    return AmendmentLog(draft.masthead, draft.title, (ours, theirs), ())


def _paper(paper: Callable[[str], Paper]) -> Callable[[str], bytes]:
    return lambda language: word.write_paper(paper(language))


# What is written as Word files: each is made in a language. Judged by tests/exports/test_judges.py.
WORD: Mapping[str, Callable[[str], bytes]] = {
    "a draft": _clean(DRAFTS.__getitem__),
    "a draft with all it may have": _clean(full),
    "a draft for a group, revised": _clean(for_a_group),
    "a draft with one paragraph": _clean(bare),
    "a draft with odd signs": _clean(odd),
    "a revision": _clean(lambda language: revised(language).outline),
    "a revision in tracked changes": _tracked(revised),
    "changes to changes": _tracked(once_more),
    "an amendment": _paper(an_amendment),
    "additional sponsors": _paper(an_addendum),
    "a corrigendum": _paper(a_corrigendum),
    "a compilation": lambda language: write_compilation(a_compilation(language)),
    "a compilation in tracked changes": lambda language: write_compilation_tracked(a_compilation(language)),
    "a log": lambda language: log_files.write(a_log(language)),
}

# What else is written; the same text shall give the same bytes (tests/exports/test_same_bytes.py).
OTHERS: Mapping[str, Callable[[str], bytes]] = {
    f"a draft as {suffix}": lambda language, suffix=suffix: documents.write(full(language), suffix)
    for suffix in (".txt", ".json", ".xml", ".html")
} | {
    "an amendment as .txt": lambda language: paper_text.write(an_amendment(language)).encode(),
    "an amendment as .html": lambda language: print_page.write_paper(an_amendment(language)),
    "a compilation as .txt": lambda language: compiled_text(a_compilation(language)).encode(),
    "a compilation as .html": lambda language: print_tables.write_compilation(a_compilation(language)),
    "a log as .html": lambda language: print_tables.write_log(a_log(language)),
    "a log as .xlsx": lambda language: log_files.write_workbook(a_log(language)),
}
