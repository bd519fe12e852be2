"""A compilation text as tracked changes and comments: rejecting all gives the current text.

Each change is its mover's, at the time of its submission. What two would strike is struck once, and the
second text for a place is an insertion too, because Word cannot show two changes of the same words; the
comments say whose proposals these are, in their formal wording.
"""

from dataclasses import replace

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from amendments.compilation import Compilation, Compiled, Proposed
from amendments.compiled_words import Owners
from drafting.outline import Kind
from drafting.text import Text
from exports.compilation import numbered, unissued
from exports.compilation_terms import TERMS
from exports.word.document import write_history
from exports.word.history import Author, History, Tracked
from exports.word.package import Part, attribute
from exports.word.setting import Setting


def write_tracked(compilation: Compilation) -> bytes:
    """Write a compilation as tracked changes on the current text, with a comment for each proposal."""
    every = [*compilation.proposals.values(), *compilation.waiting]
    authors = {each.key: _author(each) for each in every}
    paragraphs = [_tracked(each, authors) for each in compilation.paragraphs if not each.moved]
    paragraphs = _commented(compilation, paragraphs)
    anybody = next(iter(authors.values()), None)
    head = unissued(compilation.head)
    others = [(_comments(compilation), RT.COMMENTS)] if every else []
    return write_history(head, paragraphs, anybody, TERMS[head.language].title, others)


def _author(proposed: Proposed) -> Author:
    return Author(proposed.behind[0], proposed.at)


def _tracked(paragraph: Compiled, authors: dict[str, Author]) -> Tracked:
    def first(owners: Owners) -> Author | None:
        return authors[owners[0]] if owners else None

    whole = History(first(paragraph.path[-1]) if paragraph.path else None, first(paragraph.struck))
    stretches: list[tuple[Text, History]] = []
    for each in paragraph.stretches:
        inserted = first(each.path[-1]) if each.path else whole.inserted
        stretches.append((each.words, History(inserted, first(each.struck) or whole.struck)))
    return Tracked(_id(paragraph), paragraph.kind, tuple(stretches), paragraph.level, whole)


def _id(paragraph: Compiled) -> str:
    """Give the id that the paragraph has in the text, by which notes are referred to."""
    return paragraph.id[1:] if paragraph.id.startswith(("=", "+")) else paragraph.id


def _commented(compilation: Compilation, paragraphs: list[Tracked]) -> list[Tracked]:
    """Hang each proposal's comment on the first words that it is about, or on the title.

    Notes cannot bear comments in Word: what is only about them hangs on the title as well.
    """
    places = _places([each for each in compilation.paragraphs if not each.moved])
    hung: dict[tuple[int, int], list[int]] = {}
    for id, key in enumerate((*compilation.proposals, *(each.key for each in compilation.waiting))):
        hung.setdefault(places.get(key, (0, 0)), []).append(id)
    found = list(paragraphs)
    for (at, place), ids in hung.items():
        stretches = list(found[at].stretches) or [((), History())]
        words, history = stretches[place]
        stretches[place] = (words, replace(history, comments=tuple(ids)))
        found[at] = replace(found[at], stretches=tuple(stretches))
    return found


def _places(paragraphs: list[Compiled]) -> dict[str, tuple[int, int]]:
    """Give where each amendment's first words are, by paragraph and stretch."""
    found: dict[str, tuple[int, int]] = {}
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind is not Kind.NOTE:
            here: dict[str, tuple[int, int]] = {}
            for place, stretch in enumerate(paragraph.stretches):
                here = {key: (at, place) for owners in stretch.by for key in owners} | here
            for key in paragraph.keys:
                found.setdefault(key, here.get(key, (at, 0)))
    return found


def _comments(compilation: Compilation) -> Part:
    """Set the comments: whose proposal it is, what it says, and why."""
    setting = Setting(compilation.head.language)
    terms = TERMS[setting.language]
    done = []
    for id, each in enumerate((*compilation.proposals.values(), *compilation.waiting)):
        lead = f"{terms.number} {numbered(each, terms)} – {terms.comma.join(each.behind)}"
        late = [terms.waiting] if each in compilation.waiting else []
        lines = [lead, *late, *each.wording, *([each.explanation] if each.explanation else [])]
        said = "".join(setting.paragraph("Normal", setting.run(line)) for line in lines)
        initials = "".join(word[0] for word in each.behind[0].split() if word[0].isalpha())[:4]
        who = setting.by(_author(each)).partition(" w:author")[2]
        done.append(
            f'<w:comment w:id="{id}" w:author{who} w:initials={attribute(initials)}>{said}</w:comment>'
        )
    part = Part("word/comments.xml", CT.WML_COMMENTS)
    part.fill("comments", "".join(done))
    return part
