"""Finding what became of each paragraph of a text that comes back without ids."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amendments.alignment import Found, changes, matches
from amendments.changes import Proposal
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import PILCROW, Text, Word, bare, parse
from tests.amendments.test_laws import ALPHABETS, rewordings, texts

KINDS = [(Kind.PREAMBULAR, 0), (Kind.OPERATIVE, 0), (Kind.SUBPARAGRAPH, 1), (Kind.HEADING, 0)]


@st.composite
def documents(draw: st.DrawFn, language: str) -> list[tuple[Kind, int, Text]]:
    """The paragraphs of a document, several of which may read alike."""
    body = draw(st.lists(st.tuples(st.sampled_from(KINDS), texts(language, 20)), min_size=1, max_size=6))
    title = (Kind.TITLE, 0, draw(texts(language, 4)))
    return [title, *((kind, level, text) for (kind, level), text in body)]


@st.composite
def later(
    draw: st.DrawFn, before: Sequence[tuple[Kind, int, Text]], language: str
) -> list[tuple[Kind, int, Text]]:
    """A document as somebody sent it back: with paragraphs moved, split, joined, reworded, new and gone."""
    after = list(before)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(len(after) - 1, 0)))
        what = draw(st.sampled_from(["move", "split", "join", "reword", "new", "gone", "pilcrow"]))
        if not after or what == "new":
            kind, level = draw(st.sampled_from(KINDS))
            after.insert(at, (kind, level, draw(texts(language))))
            continue
        kind, level, text = after.pop(at)
        if what == "move":
            after.insert(draw(st.integers(0, len(after))), (kind, level, text))
        elif what == "split" and len(text) > 1:
            cut = draw(st.integers(1, len(text) - 1))
            after[at:at] = [(kind, level, text[:cut]), (kind, level, bare(text[cut:]))]
        elif what == "join" and at < len(after):
            space = "" if language == "zh" else " "
            other = after.pop(at)[2]
            after.insert(at, (kind, level, (*text, Word(other[0].text, space, other[0].italic), *other[1:])))
        elif what == "reword":
            after.insert(at, (kind, level, bare(draw(rewordings(text, language)))))
        elif what == "pilcrow":
            after.insert(at, (kind, level, (*text, Word(PILCROW, " "), *text)))
        elif what != "gone":
            after.insert(at, (kind, level, text))
    return after


def outline(
    paragraphs: Sequence[tuple[Kind, int, Text]], language: str, noted: Sequence[int] = ()
) -> Outline:
    """A document of paragraphs, some with a note of their own."""
    body, below = [], []
    for at, (kind, level, text) in enumerate(paragraphs):
        if at in noted:
            text = (*text, Word("", note=f"{at}"))
            below.append(Provision(f"{at}", Kind.NOTE, (Word("Note"), Word(f"{at}", " "))))
        body.append(Provision(f"{kind}{at}", kind, text, level))
    return Outline(Masthead(language), (*body, *below))


def reads(text: Outline) -> list[tuple[Kind, int, Text]]:
    """What a document says, whatever the ids of its paragraphs; its notes by what they say."""
    said = {each.id: each.text for each in text.of(Kind.NOTE)}
    return [
        (
            each.kind,
            each.level,
            tuple(
                Word("".join(map(str, said[word.note])), word.glue) if word.note else word
                for word in each.text
            ),
        )
        for each in text.provisions
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_merging_what_was_found_gives_the_new_document_whatever_a_person_confirms(
    data: st.DataObject,
) -> None:
    language = data.draw(st.sampled_from(sorted(ALPHABETS)))
    before = data.draw(documents(language))
    after = data.draw(st.one_of(later(before, language), documents(language)))
    noted = st.sets(st.integers(0, 4), max_size=2)
    old = outline(before, language, sorted(data.draw(noted)))
    new = outline(after, language, sorted(data.draw(noted)))
    base = manuscript(old)
    found = matches(old, new)
    assert sorted(id for each in found for id in each.old) == sorted(each.id for each in old.provisions)
    assert sorted(at for each in found for at in each.new) == [*range(len(new.provisions))]
    rejected = data.draw(st.sets(st.sampled_from(found))) if found else set()
    confirmed = [one for each in found for one in (each.apart() if each in rejected else (each,))]
    for chosen in (None, confirmed):
        merged = merge(base, [Proposal("a1", changes(base, new, "a1.", chosen))]).manuscript.outline
        body = [each for each in reads(merged) if each[0] is not Kind.NOTE]
        assert body == [each for each in reads(new) if each[0] is not Kind.NOTE]
        assert {text for kind, _, text in reads(merged) if kind is Kind.NOTE} == {
            each.text for each in new.of(Kind.NOTE)
        }


# Cases

RIVERS = """
- Recalling its resolution 71/222 of 21 December 2016 on water for sustainable development,
- Recognizing that the rivers of the plain feed twelve million people and their herds,
1 Calls upon all riparian States to measure the flow of the rivers every month, and to publish what they find;
1 Decides to establish a register of springs, which shall contain:
2 The name and the place of every spring;
2 The yield of every spring in the driest month of the year;
1 Invites the World Bank and other financial institutions to support the digging of deep wells in dry valleys;
1 Encourages schools and universities to teach children how water is kept clean;
1 Takes note of the report of the Secretary-General;
1 Requests the Secretary-General to report to the General Assembly at its eighty-third session.
"""
SIGNS = {"-": (Kind.PREAMBULAR, 0), "1": (Kind.OPERATIVE, 0), "2": (Kind.SUBPARAGRAPH, 1)}


def draft(text: str) -> Outline:
    lines = (line.split(" ", 1) for line in text.strip().splitlines())
    return outline([(*SIGNS[sign], parse(words)) for sign, words in lines], "en")


def found(old: str, new: str) -> list[tuple[str, list[str], list[str]]]:
    """What was found but what is the same: by the first two words of the paragraphs on both sides."""
    one, other = draft(old), draft(new)
    words = {each.id: each.text for each in one.provisions}

    def first(text: Text) -> str:
        return " ".join(word.text for word in text[:2])

    return [
        (
            each.found.value,
            [first(words[id]) for id in each.old],
            [first(other.provisions[at].text) for at in each.new],
        )
        for each in matches(one, other)
        if each.found is not Found.SAME
    ]


def amended(*swaps: tuple[str, str]) -> str:
    text = RIVERS
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text


def line(start: str) -> str:
    return next(each for each in RIVERS.splitlines() if each[2:].startswith(start)) + "\n"


WELLS, SCHOOLS, CALLS = line("Invites"), line("Encourages"), line("Calls upon")
REGISTER = line("Decides") + line("The name") + line("The yield")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(
            amended((WELLS, ""), (CALLS, WELLS + CALLS)),
            [("moved", ["Invites the"], ["Invites the"])],
            id="a paragraph stands elsewhere",
        ),
        pytest.param(
            amended(
                (WELLS, ""),
                (CALLS, WELLS.replace("deep wells in dry", "wells and cisterns in all dry") + CALLS),
            ),
            [("moved", ["Invites the"], ["Invites the"])],
            id="a paragraph stands elsewhere and is reworded",
        ),
        pytest.param(
            amended((REGISTER, ""), (line("Requests"), REGISTER + line("Requests"))),
            [
                ("moved", ["Decides to"], ["Decides to"]),
                ("moved", ["The name"], ["The name"]),
                ("moved", ["The yield"], ["The yield"]),
            ],
            id="a paragraph stands elsewhere with its sub-paragraphs",
        ),
        pytest.param(
            amended((", and to publish what they find;", ";\n1 Calls upon them to publish what they find;")),
            [("split", ["Calls upon"], ["Calls upon", "Calls upon"])],
            id="a paragraph is divided and its second half gets a verb",
        ),
        pytest.param(
            amended(
                (
                    "the driest month of the year;",
                    "a dry month;\n2 The depth of the year's lowest water there;",
                ),
            ),
            [("reworded", ["The yield"], ["The yield"]), ("new", [], ["The depth"])],
            id="a paragraph is reworded and another is new after it",
        ),
        pytest.param(
            amended(
                ("in dry valleys;\n1 Encourages schools", "in dry valleys, and encourages schools"),
            ),
            [("joined", ["Invites the", "Encourages schools"], ["Invites the"])],
            id="two paragraphs are one",
        ),
        pytest.param(
            amended(
                (line("Takes note"), ""),
                (CALLS, "1 Takes note with appreciation of the report of the Board of Auditors;\n" + CALLS),
            ),
            [("new", [], ["Takes note"]), ("deleted", ["Takes note"], [])],
            id="what has only the usual words in common has not moved",
        ),
        pytest.param(
            amended((WELLS, ""), (SCHOOLS, SCHOOLS + WELLS + CALLS)),
            [("moved", ["Encourages schools"], ["Encourages schools"]), ("new", [], ["Calls upon"])],
            id="of two that changed places the shorter has moved, and a paragraph that stands twice afterwards is one and a new one",
        ),
    ],
)
def test_what_became_of_a_paragraph_is_found(
    new: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert sorted(found(RIVERS, new)) == sorted(expected)
