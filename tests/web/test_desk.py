"""How the penholder settles what collides: an order, a joint text, and what becomes of them."""

import re

import pytest

from amendments import queries as proposed
from amendments.models import Ordered
from drafting import queries

STANDS = "*Invites* all States to support small harbours;"
EARLY = "*Invites* all States urgently to support small harbours;"
GENTLE = "*Invites* all States, where possible, to support small harbours;"
MEMBERS = "*Invites* Member States to support small harbours;"
RICH = "*Invites* rich States to support small harbours;"


@pytest.fixture
def fiji(room):
    return room.person("Fiji")


def decide(person, path="", **fields):
    return person.post(f"/drafts/1/desk{path}", revision=fields.pop("revision", 0), **fields)


def words(room, provision="o1"):
    """The words of a paragraph in the current text, each with the delegations whose amendments put it in."""
    with room.reading() as session:
        draft = queries.draft(session, 1)
        by_key = {each.key: each.delegation.name for each in proposed.amendments(session, draft)}
        cells = queries.revision(session, draft).text.by_id[provision].cells
        return [(cell.word.text, {by_key[key] for key in cell.by}) for cell in cells if not cell.struck]


def test_two_insertions_at_one_place_are_both_taken_in_the_order_that_the_penholder_gives(room, fiji):
    one = room.submit("Kenya", "o1", EARLY)
    two = room.submit("Norway", "o1", GENTLE)
    assert "say which comes first" in fiji.get("/drafts/1/desk?at=o1").text
    decide(fiji, amendment=one, choice="take")
    assert decide(fiji, amendment=two, choice="take").status_code == 409
    assert decide(fiji, "/order/words", first=two, among=[one, two], at="o1").status_code == 303
    assert "in this order" in fiji.get("/drafts/1/desk?at=o1").text
    assert decide(fiji, amendment=two, choice="take").status_code == 303
    assert decide(fiji, "/issue", taken=[one, two]).status_code == 303
    assert room.text("o1") == "Invites all States, where possible, urgently to support small harbours;"
    assert ("possible", {"Norway"}) in words(room)
    assert ("urgently", {"Kenya"}) in words(room)
    assert [act for _, act, _ in room.record()][-4:] == ["took", "ordered", "took", "issued"]
    assert "put what Nos. 2, 1 insert in this order (OP1)" in fiji.get("/drafts/1/log").text


def test_new_paragraphs_at_one_place_stand_in_the_order_that_the_penholder_gives(room, fiji):
    numbers = []
    for who, text in (
        ("Kenya", "*Thanks* Kenya;"),
        ("Norway", "*Thanks* Norway;"),
        ("Chile", "*Thanks* Chile;"),
    ):
        person = room.person(who)
        person.post("/drafts/1/proposal/submit", mode="insert", after="o1", words=text, kind="operative",
                    revision=0, saves=0)  # fmt: skip
        numbers.append(len(numbers) + 1)
    decide(fiji, "/order/words", first=3, among=numbers, at="o1")
    decide(fiji, "/order/words", first=2, among=[3, 1, 2], at="o1")
    for each in numbers:
        decide(fiji, amendment=each, choice="take")
    decide(fiji, "/issue", taken=numbers)
    with room.reading() as session:
        outline = queries.revision(session, queries.draft(session, 1)).text.outline
        assert [each.text[1].text for each in outline.provisions if each.text[0].text == "Thanks"] == [
            "Norway", "Chile", "Kenya",
        ]  # fmt: skip


def test_only_what_inserts_at_one_place_is_put_in_order_in_the_text(room, fiji):
    one, two = room.submit("Kenya", "o1", EARLY), room.submit("Norway", "o1", MEMBERS)
    refused = decide(fiji, "/order/words", first=one, among=[one, two])
    assert refused.status_code == 409
    assert "No. 1 and No. 2 do not insert at one place." in refused.text
    with room.reading() as session:
        assert proposed.orders(session, queries.draft(session, 1), Ordered.WORDS) == []


def test_a_joint_text_keeps_the_names_of_all_whom_it_reconciles(room, fiji):
    one, two = room.submit("Kenya", "o1", MEMBERS), room.submit("Norway", "o1", RICH)
    page = fiji.get(f"/drafts/1/desk/joint?at=o1&of={one}&of={two}").text
    assert "Its words will bear the names of Kenya, Norway." in page
    joint = {
        "at": "o1",
        "of": [one, two],
        "words": "*Invites* developed Member States to support small harbours;",
    }
    preview = decide(fiji, "/joint/preview", **joint).text
    assert "<ins>developed Member</ins>" in preview
    assert decide(fiji, "/joint", **joint).status_code == 303
    assert "These are taken in a joint text." in fiji.get("/drafts/1/desk?at=o1").text
    assert decide(fiji, "/issue", taken=[one, two]).status_code == 303
    assert room.text("o1") == "Invites developed Member States to support small harbours;"
    assert ("developed", {"Kenya", "Norway"}) in words(room)
    assert ("States", set()) in words(room)
    for number in (one, two):
        page = fiji.get(f"/drafts/1/amendments/{number}").text
        assert "merged" in page
        assert "wrote a joint text of Nos. 1, 2 (OP1)" in page


def test_a_joint_text_leaves_what_the_amendments_say_elsewhere(room, fiji):
    kenya = room.person("Kenya")
    kenya.amend("*Noting* that harbours are the only door of an island,", "p2")
    kenya.amend(MEMBERS, saves=1, act="/submit")
    two = room.submit("Norway", "o1", RICH)
    decide(
        fiji, "/joint", at="o1", of=[1, two], words="*Invites* rich Member States to support small harbours;"
    )
    decide(fiji, "/issue", taken=[1, two])
    assert room.text("p2") == "Noting that harbours are the only door of an island,"
    assert room.text("o1") == "Invites rich Member States to support small harbours;"


@pytest.mark.parametrize("undone", ["leave", "withdraw", "take"])
def test_a_joint_text_falls_with_each_of_those_that_it_reconciles(room, fiji, undone):
    one, two = room.submit("Kenya", "o1", MEMBERS), room.submit("Norway", "o1", RICH)
    decide(
        fiji,
        "/joint",
        at="o1",
        of=[one, two],
        words="*Invites* rich Member States to support small harbours;",
    )
    if undone == "withdraw":
        room.person("Norway").post(f"/drafts/1/amendments/{two}/withdraw")
    else:
        assert decide(fiji, amendment=two, choice=undone).status_code == (409 if undone == "take" else 303)
    with room.reading() as session:
        draft = queries.draft(session, 1)
        taken = [(each.number, proposal.changes == each.wording.changes)
                 for each, proposal in proposed.taken(session, draft)]  # fmt: skip
    assert taken == ([(one, False), (two, False)] if undone == "take" else [])


def test_a_joint_text_that_cannot_stand_is_refused_and_the_words_typed_are_given_back(room, fiji):
    one, two = room.submit("Kenya", "o1", MEMBERS), room.submit("Norway", "o1", RICH)
    other = room.submit("Samoa", "p2", "*Noting* harbours,")
    typed = "*Invites* rich Member States to support harbours;"
    for fields, why in (
        ({"of": [one]}, "OP1: a joint text is of two amendments at least."),
        ({"of": [one, other]}, "OP1: No. 3 changes something else."),
        ({"words": STANDS}, "OP1: the joint text changes nothing."),
        ({"words": ""}, "OP1: the joint text has no words yet."),
        ({"words": typed + "[^n9]"}, "There is no note [^n9] in the text"),
        ({"words": typed + "[^: *Ibid.*]"}, "it brings no new one"),
        ({"revision": 4}, "Rev.0 has been issued since you opened this page."),
    ):
        refused = decide(fiji, "/joint", **({"at": "o1", "of": [one, two], "words": typed} | fields))
        assert refused.status_code in (404, 409)
        assert why in refused.text
        assert fields.get("words", typed) in refused.text
    assert [act for _, act, _ in room.record()][-1] == "submitted"


def test_only_the_penholder_decides_at_the_desk(room):
    kenya = room.person("Kenya")
    one, two = room.submit("Kenya", "o1", MEMBERS), room.submit("Norway", "o1", RICH)
    assert kenya.get(f"/drafts/1/desk/joint?at=o1&of={one}&of={two}").status_code == 403
    assert decide(kenya, "/joint", at="o1", of=[one, two], words=STANDS).status_code == 403
    assert decide(kenya, "/order/words", first=one, among=[one, two]).status_code == 403


def turns(page):
    """The numbers of the amendments in the order of voting that a page shows."""
    listed = page.split('<ol class="turns">')[1].split("</ol>")[0]
    return re.findall(r"<li>\s*<a [^>]*>No. (\d+)</a>", listed)


def test_an_order_of_voting_is_suggested_and_what_was_given_goes_before(room, fiji):
    one = room.submit("Kenya", "o1", MEMBERS)
    two = room.submit("Norway", "o1", "*Invites* rich States to support small and remote harbours at once;")
    three = room.submit("Samoa", "o1", "")
    page = fiji.get("/drafts/1/desk?at=o1").text
    assert "Order of voting: a suggestion by rule 130" in page
    assert turns(page) == [str(three), str(two), str(one)]
    assert "if it is adopted, not to be put: No. 2, No. 1" in page
    assert decide(fiji, "/order/voting", first=one, among=[three, two, one], at="o1").status_code == 303
    page = fiji.get("/drafts/1/desk?at=o1").text
    assert "Order of voting, as it was given" in page
    assert turns(page) == [str(one), str(three), str(two)]
    assert "Fiji set the order of voting: Nos. 1, 3, 2" in fiji.get("/drafts/1/log").text
    decide(fiji, amendment=one, choice="take")
    page = fiji.get("/drafts/1/desk?at=o1").text
    assert page.count("not to be put, since No. 1 is taken") == 2
    decide(fiji, amendment=three, choice="leave")
    assert "Confirm: leave No. 3" not in fiji.get("/drafts/1/desk?at=o1").text
    assert "Confirm: leave No. 2" in fiji.get("/drafts/1/desk?at=o1").text
