"""Comparing documents of which a paragraph stands elsewhere in the later one."""

from amendments import instructions
from amendments.changes import Proposal
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.text import markup
from exports import amendment_documents, plain
from exports.comparison import compare, lines, values
from exports.terminal import Sheet
from tests.test_command_line import DRAFT, amended

CALLS = "1. *Calls upon* all riparian States to measure the flow of the rivers every month;\n\n"
LATER = CALLS.replace("month", "week").replace("1.", "2.")
OLD = plain.read(DRAFT).outline
NEW = plain.read(amended((CALLS, ""), ("3. *Requests*", LATER + "3. *Requests*"))).outline


def test_comparing_says_where_a_paragraph_moved_and_how_it_was_reworded() -> None:
    found = compare(OLD, NEW)
    assert list(lines(found, Sheet())) == [
        "OP1 → OP2   *Calls upon* all riparian States to measure the flow of the rivers every [-month-] {+week+};",
        "Paragraphs: 1 moved.",
    ]
    [row] = values(found)["changes"]
    assert (row["kind"], row["old_label"], row["new_label"]) == ("moved", "OP1", "OP2")


def test_the_document_that_moves_a_paragraph_does_so_when_it_is_read() -> None:
    text = manuscript(OLD)
    said = list(amendment_documents.lines(text, amendment_documents.turning(text, NEW)))
    assert any("Move operative paragraph 1 " in each for each in said)
    again = instructions.read(text, amendment_documents.text_paragraphs("\n".join(said)))
    assert not again.unread
    merged = merge(text, [Proposal("a1", again.changes)]).manuscript.outline
    assert [markup(each.text) for each in merged.provisions] == [markup(each.text) for each in NEW.provisions]
