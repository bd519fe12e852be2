"""Real amendment documents: every one is read, and those whose draft is there are applied to it."""

from pathlib import Path

import pytest
import regex

from amendments.changes import Proposal
from amendments.instructions import read
from amendments.merge import merge
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import markup, parse
from exports import amendment_documents, plain

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
