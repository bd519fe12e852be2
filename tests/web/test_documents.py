"""The documents of a draft, taken along from its pages."""

from io import BytesIO

import docx
import pytest

from amendments.instructions import read
from drafting import queries
from drafting.text import plain
from exports import amendment_documents
from exports.word import read as read_word


@pytest.fixture
def table(room):
    """A draft with a revision that merged Kenya's amendment, and sponsors who came and went."""
    fiji, kenya, chile = room.person("Fiji"), room.person("Kenya"), room.person("Chile")
    chile.post("/drafts/1/sponsors/join")
    one = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    fiji.post("/drafts/1/desk", amendment=one, choice="take", revision=0)
    fiji.post("/drafts/1/desk/issue", revision=0, taken=one)
    kenya.post("/drafts/1/sponsors/leave")
    return room


def file(person, name, **asked):
    answer = person.get(f"/drafts/1/files/{name}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer


def lines(answer):
    return [line for line in answer.text.split("\n") if line]


def test_the_page_offers_every_document_and_each_is_there(table):
    kenya = table.person("Kenya")
    page = kenya.get("/drafts/1/files").text
    offered = [each.split('"')[0] for each in page.split('href="/drafts/1/files/')[1:]]
    assert "1-tracked.docx?since=0" in offered
    assert {"0.txt", "1.pdf", "0-sponsors.docx", "1-sponsors.html", "1-corrigendum.docx"} <= set(offered)
    for each in offered:
        if ".pdf" not in each:
            assert kenya.get(f"/drafts/1/files/{each}").status_code == 200, each


def test_pdf_files_are_offered_only_where_libreoffice_is(table, monkeypatch):
    kenya = table.person("Kenya")
    assert kenya.get("/drafts/1/files/1-sponsors.pdf").content.startswith(b"%PDF")
    monkeypatch.setenv("PATH", "")
    assert ".pdf" not in kenya.get("/drafts/1/files").text
    refused = kenya.get("/drafts/1/files/1.pdf")
    assert refused.status_code == 422
    assert "LibreOffice, which is not installed here" in refused.text


def test_an_amendment_is_a_document_with_the_symbol_and_the_date_that_are_given(table):
    norway = table.person("Norway")
    number = table.submit("Norway", "p2", "*Noting* that harbours are the only door of an island,")
    table.person("Kenya").post(f"/drafts/1/amendments/{number}/join")
    asked = {"symbol": "A/C.3/81/L.60", "date": "2026-11-20"}
    answer = file(norway, f"{number}-amendment.txt", **asked)
    assert "A_C.3_81_L.60.txt" in answer.headers["content-disposition"]
    assert lines(answer)[1:5] == ["A/C.3/81/L.60", "General Assembly", "Distr.: Limited", "20 November 2026"]
    assert lines(answer)[-3:] == [
        "Kenya and Norway: amendment to revised draft resolution A/C.3/81/L.5/Rev.1",
        "**Harbours of small islands**",
        "In the second preambular paragraph, after “harbours are the”, insert “only”.",
    ]
    word = file(norway, f"{number}-amendment.docx").content
    with table.reading() as session:
        text = queries.revision(session, queries.draft(session, 1)).text
    [change] = read(text, amendment_documents.read("amendment.docx", word)).changes
    assert change.provision == "p2"
    assert norway.get(f"/drafts/1/files/{number}-amendment.txt?date=soon").status_code == 422
    assert norway.get("/drafts/1/files/9-amendment.docx").status_code == 404


def test_what_nobody_has_submitted_is_no_document(room):
    norway = room.person("Norway")
    norway.amend("*Invites* most States to support small harbours;")
    assert norway.get("/drafts/1/files/0-amendment.docx").status_code == 404
    assert norway.get("/drafts/1/files/1-amendment.docx").status_code == 404


def test_an_addendum_says_who_joined_and_left_after_the_text_was_issued(table):
    kenya = table.person("Kenya")
    first, second = (lines(file(kenya, f"{number}-sponsors.txt")) for number in (0, 1))
    assert first[1] == "A/C.3/81/L.5/Add.1"
    assert first[-2:] == [
        "Add the following country to the list of sponsors of the draft resolution:",
        "Chile",
    ]
    assert second[1] == "A/C.3/81/L.5/Rev.1/Add.1"
    assert second[-2:] == [
        "Delete the following country from the list of sponsors of the draft resolution:",
        "Kenya",
    ]


def test_nobody_joined_is_said_and_no_document(room):
    answer = room.person("Kenya").get("/drafts/1/files/0-sponsors.docx")
    assert answer.status_code == 404
    assert "Nobody has joined or left the sponsors since Original." in answer.text


def test_a_corrigendum_to_the_text_before_gives_this_one(table):
    said = lines(file(table.person("Kenya"), "1-corrigendum.txt"))
    assert said[1] == "A/C.3/81/L.5/Corr.1"
    assert said[-2:] == ["**Operative paragraph 1**", "*For* “all” *read* “Member”"]


def test_a_revision_comes_clean_and_tracked_against_any_earlier_text(table):
    kenya = table.person("Kenya")
    clean = read_word(file(kenya, "1.docx").content).outline
    assert "Invites Member States to support small harbours;" in [
        plain(each.text) for each in clean.provisions
    ]
    tracked = docx.Document(BytesIO(file(kenya, "1-tracked.docx", since=0).content))
    authors = {each.values()[1] for each in tracked.element.iter() if str(each.tag).endswith("}ins")}
    assert authors == {"Kenya"}
    for name in ("0-tracked.docx", "1-tracked.docx?since=1", "1-tracked.docx?since=7", "1-nothing.docx"):
        assert kenya.get(f"/drafts/1/files/{name}").status_code == 404, name
    assert kenya.get("/drafts/1/files/1-tracked.docx?since=99999999999999999999").status_code == 422
    assert kenya.get("/drafts/1/files/1-tracked.txt").status_code == 422


def test_a_document_that_is_brought_is_read_as_what_it_is(table):
    norway = table.person("Norway")
    number = table.submit("Norway", "p2", "*Noting* that harbours are the only door of an island,")
    word = file(norway, f"{number}-amendment.docx").content
    data = {"csrf_token": norway.token, "revision": 1}
    brought = norway.client.post("/drafts/1/bring", data=data, files={"file": ("amendment.docx", word)})
    assert brought.status_code == 200
    assert "after “harbours are the”, insert “only”." in brought.text
    assert "is not understood" not in brought.text
