"""Real amendment documents: every one is read, and those whose draft is there are applied to it."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
import regex

from amendments.changes import Proposal
from amendments.instructions import read
from amendments.merge import merge
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import Text, Word, bare, markup, notes, parse
from exports import amendment_documents, plain
from tests.amendments.printed import as_text, as_word, reads

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
DOCUMENTS = sorted((CORPUS / "amendments").glob("*.txt"))
if not DOCUMENTS:
    pytest.skip("There is no ../shared/corpus: real amendments are not read.", allow_module_level=True)

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.stem)
QUOTED = regex.compile(r"“[^”]*”")


def amended(document: Path) -> Manuscript | None:
    """The draft that a document amends, where it is there."""
    symbol = regex.search(r"amendment to (?:revised )?draft resolution (\S+)", document.read_text("utf-8"))
    draft = CORPUS / "drafts" / f"en_{symbol[1].replace('/', '_')}.txt" if symbol else None
    return manuscript(plain.read(draft.read_text("utf-8")).outline) if draft and draft.exists() else None


def any_draft(paragraphs: list[str]) -> Manuscript:
    """A draft of many paragraphs, which have all the words that a document quotes."""
    words = parse(
        " ".join(each.strip("“”") for text in paragraphs for each in QUOTED.findall(text)) or "words"
    )
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE)
    body = (Provision(f"{kind}{n}", kind, words) for kind in kinds for n in range(1, 90))
    return manuscript(Outline(Masthead("en"), (Provision("title", Kind.TITLE, words), *body)))


@every_document
def test_every_instruction_of_a_document_is_followed(document: Path) -> None:
    paragraphs = amendment_documents.read(document.name, document.read_bytes())
    text = amended(document) or any_draft(paragraphs)
    found = read(text, paragraphs)
    assert found.instructions
    assert [(each.words, str(each.why)) for each in found.unread] == []
    assert found.changes


@every_document
def test_the_amendment_that_turns_a_draft_into_the_amended_one_does_so_when_it_is_read(
    document: Path,
) -> None:
    text = amended(document)
    if text is None:
        return
    asked = read(text, amendment_documents.read(document.name, document.read_bytes())).changes
    new = merge(text, [Proposal("a1", asked)]).manuscript.outline
    written = amendment_documents.lines(text, amendment_documents.turning(text, new))
    again = read(text, amendment_documents.text_paragraphs("\n".join(written)))
    assert not again.unread
    result = merge(text, [Proposal("a1", again.changes)]).manuscript.outline
    assert [(each.kind, markup(each.text)) for each in result.provisions] == [
        (each.kind, markup(each.text)) for each in new.provisions
    ]


DRAFTS = sorted((CORPUS / "drafts").glob("*.txt"))
WORDS_CHANGE, LEAVES, COMES, MOVES = "words change", "leaves", "comes", "moves"


def edited(draft: Outline, chance: random.Random) -> Outline:
    """A draft as a delegation might have left it, changed in some places."""
    every = [each for each in draft.provisions if each.kind is not Kind.NOTE]
    vocabulary = [word for each in every for word in each.text if word.note is None]
    for count in range(chance.choice([1, 3, 8])):
        numbered = [at for at, each in enumerate(every) if each.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
        at = chance.choice(numbered)
        done = chance.choice([WORDS_CHANGE, WORDS_CHANGE, WORDS_CHANGE, LEAVES, COMES, MOVES])
        if done == WORDS_CHANGE:
            every[at] = replace(every[at], text=reworded(every[at].text, vocabulary, chance))
        elif done == LEAVES and len(numbered) > 2:
            del every[at]
        elif done == COMES:
            text = bare(tuple(chance.sample(vocabulary, 8)))
            every.insert(at + 1, replace(every[at], id=f"new{count}", text=text))
        elif done == MOVES:
            alike = [other for other in numbered if every[other].kind is every[at].kind]
            every.insert(chance.choice(alike), every.pop(at))
    used = {note for each in every for note in notes(each.text)}
    return replace(draft, provisions=(*every, *(each for each in draft.of(Kind.NOTE) if each.id in used)))


def reworded(text: Text, vocabulary: list[Word], chance: random.Random) -> Text:
    words = list(text)
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(1, len(words) + 1)
        new = chance.sample(vocabulary, chance.randint(0, 3))
        words[start : start + chance.choice([0, 1, 1, 2, 5])] = [
            replace(word, glue=word.glue or " ") for word in new
        ]
    return tuple(words)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_the_wording_that_compares_a_draft_with_an_edited_one_amends_it_so(draft: Path, seed: int) -> None:
    old = plain.read(draft.read_text("utf-8")).outline
    new = edited(old, random.Random(f"{draft.stem} {seed}"))
    text = manuscript(old)
    lines = list(amendment_documents.lines(text, amendment_documents.turning(text, new), older=seed == 1))
    for document in (as_text(lines), as_word(lines)):
        found = read(text, amendment_documents.read(*document))
        assert [(each.words, str(each.why)) for each in found.unread] == []
        merged = merge(text, [Proposal("read", found.changes)]).manuscript.outline
        assert reads(merged) == reads(new)
