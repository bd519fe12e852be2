"""Amendment documents read back: what is written is read as the same, and what is printed is understood."""

from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.changes import Proposal
from amendments.instructions import read
from amendments.merge import merge
from drafting.manuscript import Manuscript
from drafting.outline import Kind
from drafting.text import markup
from exports.amendment_documents import lines
from tests.amendments.test_laws import ALPHABETS, drafts, proposals_to, texts_of


def printed(draft: Manuscript, proposal: Proposal) -> list[tuple[Kind, int, str]]:
    return [
        (kind, level, markup(text)) for kind, level, text in texts_of(merge(draft, [proposal]).manuscript)
    ]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_an_amendment_written_as_a_document_is_read_as_the_same(data: st.DataObject) -> None:
    draft = data.draw(drafts(data.draw(st.sampled_from(sorted(ALPHABETS)))))
    proposal = data.draw(proposals_to(draft, "a1"))
    older = data.draw(st.booleans())
    found = read(draft, [line for line in lines(draft, proposal.changes, older) if line])
    assert [(each.words, str(each.why)) for each in found.unread] == []
    assert printed(draft, Proposal("a1", found.changes)) == printed(draft, proposal)
