"""The merging desk and what comes of it."""

from io import BytesIO

import docx
import openpyxl

TAKEN = {"choice": "take", "revision": 0}


def test_two_amendments_that_exclude_each_other_cannot_both_be_taken(room):
    fiji = room.person("Fiji")
    one = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    two = room.submit("Norway", "o1", "*Invites* rich States to support small harbours;")
    assert fiji.post("/drafts/1/desk", amendment=one, **TAKEN).status_code == 303
    refused = fiji.post("/drafts/1/desk", amendment=two, **TAKEN)
    assert refused.status_code == 409
    assert "OP1: No. 2 and No. 1 exclude each other. Leave No. 1 out first." in refused.text
    assert [act for _, act, _ in room.record()][-1] == "took"


def test_a_revision_merges_what_was_taken_and_carries_over_the_rest(room):
    fiji = room.person("Fiji")
    one = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    two = room.submit("Norway", "o1", "*Invites* rich States to support small harbours;")
    three = room.submit("Samoa", "p2", "*Noting* that harbours are the only door of an island,")
    fiji.post("/drafts/1/desk", amendment=one, **TAKEN)
    assert "as it would be issued" in fiji.get("/drafts/1/desk/issue").text
    assert fiji.post("/drafts/1/desk/issue", revision=0, taken=one).status_code == 303
    assert room.text("o1") == "Invites Member States to support small harbours;"
    assert room.text("o1", 0) == "Invites all States to support small harbours;"
    marked = room.person("Samoa").get("/drafts/1?view=marked").text
    assert ">all</del>" in marked
    assert ">Member</ins>" in marked
    assert 'title="Kenya, Rev.1"' in marked
    assert f"No. {three}" in marked  # carried over, beside its paragraph
    assert "needs its author" in room.person("Samoa").get("/drafts/1/amendments").text
    author = room.person("Norway")
    assert "Confirm it on Rev.1" in author.get(f"/drafts/1/amendments/{two}").text
    assert author.post(f"/drafts/1/amendments/{two}/confirm", revision=1).status_code == 303
    assert "needs its author" not in author.get("/drafts/1/amendments").text
    assert [act for _, act, _ in room.record()][-2:] == ["issued", "confirmed"]


def test_a_preview_that_is_out_of_date_issues_nothing(room):
    fiji = room.person("Fiji")
    one = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    two = room.submit("Samoa", "p2", "*Noting* that harbours are the only door of an island,")
    fiji.post("/drafts/1/desk", amendment=one, **TAKEN)
    fiji.post("/drafts/1/desk", amendment=two, **TAKEN)
    refused = fiji.post("/drafts/1/desk/issue", revision=0, taken=one)
    assert refused.status_code == 409
    assert "read the preview again" in refused.text
    assert room.person("Kenya").get("/drafts/1/revisions/1").status_code == 404


def test_only_the_penholder_sits_at_the_desk(room):
    for path in ("/drafts/1/desk", "/drafts/1/desk/issue"):
        assert room.person("Kenya").get(path).status_code == 403
        assert room.person("Fiji").get(path).status_code == 200
    assert "Merging desk" not in room.person("Kenya").get("/drafts/1").text


def test_two_revisions_are_compared_and_come_as_files(room):
    fiji, kenya = room.person("Fiji"), room.person("Kenya")
    one = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    fiji.post("/drafts/1/desk", amendment=one, **TAKEN)
    fiji.post("/drafts/1/desk/issue", revision=0, taken=one)
    compared = kenya.get("/drafts/1/compare?from=0&to=1").text
    assert "1 paragraph changed" in compared
    assert ">Member</ins>" in compared
    for name in ("0.docx", "1.docx", "1-tracked.docx"):
        assert kenya.get(f"/drafts/1/files/{name}").content[:2] == b"PK", name
    assert "Member States" in kenya.get("/drafts/1/files/1.txt").text
    akoma = kenya.get("/drafts/1/files/1.xml")
    assert "Member States" in akoma.text
    assert akoma.headers["content-type"] == "application/akn+xml"
    assert kenya.get("/drafts/1/files/0-tracked.docx").status_code == 404


def test_sponsors_join_and_leave_and_stand_in_alphabetical_order(room):
    chile, kenya = room.person("Chile"), room.person("Kenya")
    assert "Fiji and Kenya: draft resolution" in chile.get("/drafts/1/sponsors").text
    assert chile.post("/drafts/1/sponsors/join").status_code == 303
    assert "Chile, Fiji and Kenya: draft resolution" in chile.get("/drafts/1/sponsors").text
    assert chile.post("/drafts/1/sponsors/join").status_code == 409
    assert kenya.post("/drafts/1/sponsors/leave").status_code == 303
    assert "Chile and Fiji: draft resolution" in chile.get("/drafts/1").text
    assert [act for _, act, _ in room.record()] == ["opened", "joined", "left"]


def test_delegations_join_an_amendment_and_withdraw_from_it(room):
    number = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    chile = room.person("Chile")
    assert chile.post(f"/drafts/1/amendments/{number}/join").status_code == 303
    assert "Kenya and Chile" in chile.get("/drafts/1").text
    assert chile.post(f"/drafts/1/amendments/{number}/leave").status_code == 303
    assert "Kenya and Chile" not in chile.get("/drafts/1").text


def test_the_log_is_filtered_and_taken_along_as_a_table(room):
    room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    norway = room.person("Norway")
    norway.post("/drafts/1/sponsors/join")
    everything = norway.get("/drafts/1/log").text
    assert "Kenya submitted No. 1 (OP1)" in everything
    assert "the seals fit" in everything
    assert "joined the sponsors</a>" not in norway.get("/drafts/1/log?place=OP1").text
    assert 'id="entry-3"' not in norway.get("/drafts/1/log?act=submitted").text
    table = norway.get("/drafts/1/log.csv?place=OP1").text
    assert table.count("\r\n") == 2
    assert "replace “all” with “Member”" in table


def test_the_log_is_taken_along_as_a_workbook_and_as_a_word_file_with_its_filters(room):
    room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    norway = room.person("Norway")
    norway.post("/drafts/1/sponsors/join")
    amendments, record = openpyxl.load_workbook(BytesIO(norway.get("/drafts/1/log.xlsx").content)).worksheets
    assert [cell.value for cell in amendments[2]][2:5] == ["Kenya", None, "OP1"]
    assert record.max_row == 4
    filtered = openpyxl.load_workbook(BytesIO(norway.get("/drafts/1/log.xlsx?place=PP9").content))
    assert [sheet.max_row for sheet in filtered] == [1, 1]
    found = docx.Document(BytesIO(norway.get("/drafts/1/log.docx").content))
    assert "Kenya submitted No. 1 (OP1)" in found.tables[0].rows[1].cells[4].text
    assert 'href="/drafts/1/log.xlsx?place=OP1"' in norway.get("/drafts/1/log?place=OP1").text


def test_the_compilation_text_is_taken_along_for_printing_and_with_tracked_changes(room):
    norway = room.person("Norway")
    assert "compilation" not in norway.get("/drafts/1/files").text
    room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    assert 'href="/drafts/1/files/compilation.docx"' in norway.get("/drafts/1/files").text
    printed = docx.Document(BytesIO(norway.get("/drafts/1/files/compilation.docx").content))
    assert any("Member – Kenya]" in each.text for each in printed.paragraphs)
    assert [cell.text for cell in printed.tables[0].rows[1].cells] == ["1", "Kenya", "OP1"]
    tracked = docx.Document(BytesIO(norway.get("/drafts/1/files/compilation-tracked.docx").content))
    assert [(each.author, "No. 1 – Kenya" in each.text) for each in tracked.comments] == [("Kenya", True)]
