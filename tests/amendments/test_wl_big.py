"""The law of formal wording: an amendment printed as a document is read as the very same amendment."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from amendments.changes import Change, Proposal
from amendments.formal_wording import word
from amendments.instructions import read
from amendments.merge import merge
from drafting.manuscript import Manuscript
from drafting.outline import Outline
from exports import amendment_documents
from tests.amendments.any_drafts import WORDS, amendments, drafts
from tests.amendments.printed import as_text, as_word, printed, reads

every_language = pytest.mark.parametrize("language", WORDS)


def followed(draft: Manuscript, document: tuple[str, bytes]) -> Outline:
    """The draft as a document amends it, every instruction of which must be understood."""
    found = read(draft, amendment_documents.read(*document))
    assert [(each.words, str(each.why)) for each in found.unread] == []
    return merge(draft, [Proposal("read", found.changes)]).manuscript.outline


def amended(draft: Manuscript, changes: tuple[Change, ...]) -> Outline:
    return merge(draft, [Proposal("a1", changes)]).manuscript.outline


@every_language
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_any_amendment_is_read_back_as_the_same_from_text_and_word(
    language: str, data: st.DataObject
) -> None:
    draft = data.draw(drafts(language))
    changes = data.draw(amendments(draft)).changes
    lines = printed(draft, changes, data.draw(st.booleans()))
    expected = reads(amended(draft, changes))
    assert reads(followed(draft, as_text(lines))) == expected
    assert reads(followed(draft, as_word(lines))) == expected


@every_language
@settings(max_examples=250, deadline=None, phases=[Phase.generate])
@given(data=st.data())
def test_every_instruction_says_something_and_ends_as_it_should(language: str, data: st.DataObject) -> None:
    draft = data.draw(drafts(language))
    for instruction in word(draft, data.draw(amendments(draft)).changes, language, data.draw(st.booleans())):
        assert instruction.text[:1] == instruction.text[:1].upper() != ""
        assert instruction.text.endswith((":", "：") if instruction.paragraphs else (".", "。"))


@every_language
@settings(max_examples=250, deadline=None, phases=[Phase.generate])
@given(data=st.data())
def test_what_compares_two_drafts_amends_the_old_one_into_the_new_one(
    language: str, data: st.DataObject
) -> None:
    draft = data.draw(drafts(language))
    new = amended(draft, data.draw(amendments(draft)).changes)
    lines = printed(draft, amendment_documents.turning(draft, new), data.draw(st.booleans()))
    assert reads(followed(draft, as_text(lines))) == reads(new)
    assert reads(followed(draft, as_word(lines))) == reads(new)
