"""Amendment documents read back: what is written is read as the same, and what is printed is understood."""

from io import BytesIO

import docx
import pytest

from amendments.asking import relocated
from amendments.changes import Proposal
from amendments.instructions import read
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import markup, parse
from exports import amendment_documents, documents
from exports.amendment_documents import lines, values

TEXT = manuscript(
    Outline(
        Masthead("en"),
        tuple(
            Provision(id, kind, parse(words), level)
            for id, kind, words, level in [
                ("title", Kind.TITLE, "Tides of the delta", 0),
                ("enacting", Kind.ENACTING, "*The General Assembly*,", 0),
                (
                    "pp1",
                    Kind.PREAMBULAR,
                    "*Recalling* the tides of the delta and the tides of the sea,[^n1]",
                    0,
                ),
                ("pp2", Kind.PREAMBULAR, "*Noting* the harbours,", 0),
                ("op1", Kind.OPERATIVE, "*Thanks* the pilots of the delta;", 0),
                ("op2", Kind.OPERATIVE, "*Decides*:", 0),
                ("op2-a", Kind.SUBPARAGRAPH, "To print the tables;", 1),
                ("op2-b", Kind.SUBPARAGRAPH, "To read the tables;", 1),
                ("op3", Kind.OPERATIVE, "*Requests* a report.", 0),
                ("n1", Kind.NOTE, "A/74/127.", 0),
            ]
        ),
    )
)


def read_from(*paragraphs: str) -> tuple[list[str], list[str]]:
    """What the text reads, paragraph by paragraph, as a document says; and what cannot be followed, and why."""
    found = read(TEXT, paragraphs)
    merged = merge(TEXT, [Proposal("a1", found.changes)]).manuscript.outline
    return [markup(each.text) for each in merged.provisions], [str(each.why) for each in found.unread]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["Delete operative paragraph 3."], {"op3": None}),
        (["Delete the second preambular paragraph and operative paragraphs 1 and 3."], {"pp2": None, "op1": None, "op3": None}),
        (["Delete the second preambular paragraph reading:", "*Noting* the harbours,"], {"pp2": None}),
        (["In operative paragraph 1, delete “of the delta”."], {"op1": "*Thanks* the pilots;"}),
        (["In operative paragraph 1, replace “pilots” with “captains”."], {"op1": "*Thanks* the captains of the delta;"}),
        (["1. In operative paragraph 1, replace “*Thanks*” with “*Praises*”."], {"op1": "*Praises* the pilots of the delta;"}),
        (["In operative paragraph 1, after “pilots” insert “and crews”."], {"op1": "*Thanks* the pilots and crews of the delta;"}),
        (["In operative paragraph 1, insert “and crews” after “pilots”."], {"op1": "*Thanks* the pilots and crews of the delta;"}),
        (["In operative paragraph 1, after the words “pilots”, insert the words “, and crews,”."],
         {"op1": "*Thanks* the pilots, and crews, of the delta;"}),
        (["In the first preambular paragraph, delete the second mention of “tides”."],
         {"pp1": "*Recalling* the tides of the delta and the of the sea,[^n1]"}),
        (["In the first preambular paragraph, after “and”, replace “the tides of the sea” by “the sea”."],
         {"pp1": "*Recalling* the tides of the delta and the sea,[^n1]"}),
        (["In operative paragraph 2 (b), replace “read” with “burn”."], {"op2-b": "To burn the tables;"}),
        (["In operative paragraphs 2 (a) and 2 (b), delete “the”."], {"op2-a": "To print tables;", "op2-b": "To read tables;"}),
        (["Replace operative paragraph 3 with the following text:", "*Ends* here."], {"op3": "*Ends* here."}),
        (["Replace “delta” with “gulf” in the title, the preambular paragraphs and the operative paragraphs."],
         {"title": "Tides of the gulf", "pp1": "*Recalling* the tides of the gulf and the tides of the sea,[^n1]",
          "op1": "*Thanks* the pilots of the gulf;"}),
    ],
)  # fmt: skip
def test_what_documents_print_is_followed(paragraphs: list[str], expected: dict[str, str | None]) -> None:
    found = read(TEXT, paragraphs)
    assert not found.unread
    merged = merge(TEXT, [Proposal("a1", found.changes)]).manuscript
    kept = {each.id: markup(each.text) for each in merged.outline.provisions}
    before = {each.id: markup(each.text) for each in TEXT.outline.provisions}
    assert kept == {id: words for id, words in (before | expected).items() if words is not None}


@pytest.mark.parametrize(
    "sentence",
    [
        "After operative paragraph 1, insert a new operative paragraph, reading:",
        "After operative paragraph 1, insert the following operative paragraph:",
        "After operative paragraph 1, insert a new operative paragraph reading:",
        "1. Insert a new operative paragraph after operative paragraph 1, reading:",
        "After operative paragraph 1, insert a new operative paragraph, reading, and renumber the subsequent "
        "paragraphs accordingly:",
    ],
)
def test_a_new_paragraph_goes_where_the_document_says(sentence: str) -> None:
    texts, unread = read_from(sentence, "*Invites* the mayor;")
    assert not unread
    assert texts[5] == "*Invites* the mayor;"


TYPED = {
    "*Thanks* the pilots;": [
        'In operative paragraph 1, delete "of the delta"', "In operative paragraph 1, delete 'of the delta'.",
        "OP1: remove “of the delta”", "Delete the words “of the delta” from operative paragraph 1.",
        "(a) In OP 1, the words “of the delta” should be deleted.",
    ],
    "*Thanks* the captains of the delta;": [
        "OP 1 – replace 'pilots' by 'captains'", "In para. 1, replace “pilots” with “captains”.",
        "In paragraph 1 of the operative part, replace “pilots” by “captains”",
        "1) Change “pilots” to “captains” in OP1.", "In the first operative paragraph, substitute “pilots” by “captains”.",
        "Please replace the word “pilots” by the word “captains” in operative paragraph 1.",
    ],
    "*Praises* the pilots of the delta;": ["In OP1, replace “Thanks” with “Praises”."],
    "*Thanks* the pilots and crews of the delta;": [
        "In OP1, insert the words “and crews” after “pilots”", "In OP1 after \"pilots\" add \"and crews\"",
        "- Insert “and crews” after “pilots” in operative paragraph 1.",
        "In operative paragraph 1, after the words “the pilots” insert “and crews”",
    ],
    "*Thanks* the pilots of the delta, and their crews;": ["At the end of operative paragraph 1, add “, and their crews”."],
    "*Thanks* the captains;": [
        "In operative paragraph 1, delete “of the delta” and replace “pilots” with “captains”.",
        "In OP1, replace “pilots” with “captains”. In OP1, delete “of the delta”.",
    ],
    "*Thanks* the delta;": ["In operative paragraph 1, delete “of the” and “pilots”."],
}  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), [(each, words) for words, every in TYPED.items() for each in every]
)
def test_what_a_tired_delegate_types_is_followed(sentence: str, expected: str) -> None:
    texts, unread = read_from(sentence)
    assert not unread
    assert texts[4] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Delete OP3", "Remove operative paragraph 3.", "I. Delete the last operative paragraph.",
        "1. Delete OP 3 and renumber the subsequent paragraphs accordingly.", "• Delete paragraph 3.",
        "Operative paragraph 3 should be deleted.",
    ],
)  # fmt: skip
def test_a_paragraph_is_deleted_however_it_is_named(sentence: str) -> None:
    texts, unread = read_from(sentence)
    assert not unread
    assert "*Requests* a report." not in texts


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Add a new operative paragraph 1 bis reading:", "*Invites* the mayor;"],
        ["Insert a new OP 1 bis: “*Invites* the mayor;”"],
        ["New OP2: “*Invites* the mayor;”"],
        [
            "After operative paragraph 1, add a new paragraph to read as follows:",
            "“1 bis. *Invites* the mayor;”",
        ],
        ["Insert a new operative paragraph after OP1, reading: “*Invites* the mayor;”"],
        ["Before OP2, insert the following new paragraph:", "2. *Invites* the mayor;"],
    ],
)
def test_a_new_paragraph_is_read_with_the_number_and_the_quotation_marks_that_are_typed(
    paragraphs: list[str],
) -> None:
    texts, unread = read_from(*paragraphs)
    assert not unread
    assert texts[4:6] == ["*Thanks* the pilots of the delta;", "*Invites* the mayor;"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In subparagraph (b) of operative paragraph 2, replace “read” with “burn”.", ["To print the tables;", "To burn the tables;"]),
        ("In operative paragraph 2 (a) and (b), delete “the”.", ["To print tables;", "To read tables;"]),
        ("In OP2(b), replace “read” with “burn”.", ["To print the tables;", "To burn the tables;"]),
    ],
)  # fmt: skip
def test_sub_paragraphs_are_named_in_the_ways_that_people_do(sentence: str, expected: list[str]) -> None:
    texts, unread = read_from(sentence)
    assert not unread
    assert texts[6:8] == expected


def test_a_deleted_paragraph_takes_its_sub_paragraphs_along_unless_they_are_retained() -> None:
    assert "To read the tables;" not in read_from("Delete operative paragraph 2.")[0]
    texts, _ = read_from("Delete operative paragraph 2, retaining its subparagraphs.")
    assert "To read the tables;" in texts
    assert "*Decides*:" not in texts


@pytest.mark.parametrize(
    "sentence",
    [
        "1. In OP1, replace pilots with captains.",
        "1. In operative paragraph 1, between “the” and “pilots” insert “good”.",
        "1. Improve operative paragraph 1.",
    ],
)
def test_what_would_have_to_be_guessed_is_named(sentence: str) -> None:
    assert read_from(sentence)[1] == ["This is not understood."]


def test_each_instruction_is_told_with_what_it_does_and_where() -> None:
    found = read(
        TEXT,
        ["1. In OP1, delete “of the delta” and replace “pilots” with “captains”.", "2. Delete OP9.", "3. Replace OP3 with:", "*Ends*."],
    )  # fmt: skip
    assert values(found) == [
        {
            "words": "In OP1, delete “of the delta” and replace “pilots” with “captains”.",
            "followed": True,
            "why": None,
            "does": ["strike", "replace"],
            "places": ["OP1"],
            "paragraphs": [],
        },
        {
            "words": "Delete OP9.",
            "followed": False,
            "why": "The text has no such paragraph: “OP9”.",
            "does": [],
            "places": [],
            "paragraphs": [],
        },
        {
            "words": "Replace OP3 with:",
            "followed": True,
            "why": None,
            "does": ["reword"],
            "places": ["OP3"],
            "paragraphs": ["*Ends*."],
        },
    ]


def test_a_new_paragraph_goes_behind_the_sub_paragraphs_of_the_one_it_follows() -> None:
    two = "After operative paragraph 2, insert two new operative paragraphs, reading:"
    texts, _ = read_from(two, "*Asks* the moon;", "*Asks* the sun;")
    assert texts[7:] == [
        "To read the tables;",
        "*Asks* the moon;",
        "*Asks* the sun;",
        "*Requests* a report.",
        "A/74/127.",
    ]


def test_asterisks_refer_to_the_notes_below() -> None:
    texts, unread = read_from(
        "After operative paragraph 1, insert a new operative paragraph, reading:",
        "*Recalls* the Charter of Pilots,** which stands;",
        "* On behalf of the delta. ** A/12/3.",
    )
    assert not unread
    assert "*Recalls* the Charter of Pilots,[^newn2] which stands;" in texts
    assert texts[-1] == "A/12/3."


def test_words_are_looked_for_as_earlier_instructions_left_them() -> None:
    texts, unread = read_from(
        "1. Replace “delta” with “gulf” in the title, the preambular paragraphs and the operative paragraphs.",
        "2. In operative paragraph 1, insert “of Apia” after “the gulf”.",
    )
    assert not unread
    assert "*Thanks* the pilots of the gulf of Apia;" in texts


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("1. Sing a song of sixpence.", "This is not understood."),
        ("1. Delete operative paragraph 9.", "The text has no such paragraph: “operative paragraph 9”."),
        ("1. In operative paragraph 1, delete “whales”.", "OP1: “whales” does not occur there."),
        (
            "1. In the first preambular paragraph, delete “tides”.",
            "PP1: “tides” occurs 2 times; which of them is not said.",
        ),
        (
            "1. After operative paragraph 1, insert a new operative paragraph, reading:",
            "The paragraph that it brings is missing.",
        ),
    ],
)
def test_what_cannot_be_followed_is_named_with_its_reason_and_the_rest_is_read(
    sentence: str, why: str
) -> None:
    texts, unread = read_from(sentence, "2. Delete the second preambular paragraph.")
    assert unread == [why]
    assert "*Noting* the harbours," not in texts


def test_an_instruction_for_several_paragraphs_is_followed_as_a_whole_or_not_at_all() -> None:
    texts, unread = read_from("In operative paragraphs 1 and 3, delete “pilots”.")
    assert unread == ["OP3: “pilots” does not occur there."]
    assert "*Thanks* the pilots of the delta;" in texts


def test_a_word_file_is_read_with_its_own_numbers_italics_and_asterisks() -> None:
    document = docx.Document()
    for words in (
        "United Nations",
        "Fiji: amendment to draft resolution A/C.3/81/L.40",
        "Tides of the delta",
    ):
        document.add_paragraph(words)
    document.add_paragraph("In operative paragraph 1, replace “", "List Number")
    document.paragraphs[-1].add_run("Thanks").italic = True
    document.paragraphs[-1].add_run("” with “")
    document.paragraphs[-1].add_run("Praises").italic = True
    document.paragraphs[-1].add_run("”.")
    document.add_paragraph(
        "After operative paragraph 1, insert a new operative paragraph, reading:", "List Number"
    )
    document.add_paragraph().add_run("Recalls").italic = True
    document.paragraphs[-1].add_run(" the Charter of Pilots,** which stands;")
    document.add_paragraph(
        "* Any changes to the list of sponsors will be reflected in the record. ** A/12/3."
    )
    kept = BytesIO()
    document.save(kept)
    texts, unread = read_from(*amendment_documents.read("amendment.docx", kept.getvalue()))
    assert not unread
    assert texts[4:6] == [
        "*Praises* the pilots of the delta;",
        "*Recalls* the Charter of Pilots,[^newn2] which stands;",
    ]
    assert texts[-1] == "A/12/3."


def test_the_footnotes_of_a_word_file_become_notes_of_the_draft() -> None:
    new = Outline(
        Masthead("en"),
        (
            Provision("op1", Kind.OPERATIVE, parse("After operative paragraph 1, insert a new operative paragraph, reading:")),
            Provision("op2", Kind.OPERATIVE, parse("*Recalls* the Charter of Pilots,[^n1] which stands;")),
            Provision("n1", Kind.NOTE, parse("A/12/3.")),
        ),
    )  # fmt: skip
    texts, unread = read_from(*amendment_documents.read("amendment.docx", documents.write(new, ".docx")))
    assert not unread
    assert texts[5].startswith("*Recalls* the Charter of Pilots,[^new")
    assert texts[-1] == "A/12/3."


def test_a_paragraph_moves_with_its_sub_paragraphs_and_is_worded_as_one() -> None:
    made = relocated(TEXT, (), "op2", "op3")
    [sentence] = [line for line in lines(TEXT, made) if line]
    assert sentence == "Move operative paragraph 2 to after operative paragraph 3."
    assert read_from(sentence)[0][5:9] == [
        "*Requests* a report.",
        "*Decides*:",
        "To print the tables;",
        "To read the tables;",
    ]
