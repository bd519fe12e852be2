"""A Word file with tracked changes: each author's become an amendment of the delegation that it is taken for."""

import datetime
import html
import re
from io import BytesIO

import docx

from amendments.changes import Proposal, delete, insert, reword
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.outline import Kind
from drafting.permissions import Role
from drafting.text import parse
from exports import word
from tests.web.conftest import DRAFT
from tests.web.test_bringing import reads, submit, upload

TEXT = manuscript(DRAFT)
AT = datetime.datetime(2026, 10, 9, 15, 30, tzinfo=datetime.UTC)
KENYA = (reword(TEXT, "o1", parse("*Invites* Member States to support small harbours;")),)
NORWAY = (
    delete(TEXT, "p2"),
    insert(TEXT, "o1", "new", parse("*Urges* donors to pay for what is dredged;"), Kind.OPERATIVE),
)


def file(**changes):
    """The draft with what delegations did to it as tracked changes."""
    proposals = [Proposal(f"a{at}", made) for at, made in enumerate(changes.values(), 1)]
    names = {each.key: name for each, name in zip(proposals, changes, strict=True)}
    authors = {key: word.Author(name.replace("_", " "), AT) for key, name in names.items()}
    return word.write_tracked(merge(TEXT, proposals).manuscript, authors)


def commented(content, author, words):
    document = docx.Document(BytesIO(content))
    paragraph = next(each for each in document.paragraphs if "harbours are the door" in each.text)
    document.add_comment(paragraph.runs, words, author=author, initials="X")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def fields_of(page):
    text = page.text
    several = {
        name: re.findall(rf'name="{name}" value="([^"]*)"', text) for name in ("author", "shown", "taken")
    }
    hidden = {
        name: re.search(rf'name="{name}" value="([^"]*)"', text).group(1) for name in ("revision", "saves")
    }
    chosen = [
        (re.search(r'value="(\d*)" selected', each) or re.search(r'value="()"', each)).group(1)
        for each in re.findall(r'<select name="whose">.*?</select>', text, re.DOTALL)
    ]
    source = re.search(r'<textarea name="source" hidden>(.*?)</textarea>', text, re.DOTALL).group(1)
    return {"source": html.unescape(source), "whose": chosen, **several, **hidden}


def confirm(person, page, others=False, **also):
    path = f"/drafts/1/bring/{'others/' if others else ''}tracked"
    return person.post(path, **{**fields_of(page), **also})


def bring_others(person, content):
    data = {"csrf_token": person.token}
    return person.client.post("/drafts/1/bring/others", data=data, files={"file": ("changes.docx", content)})


def aside(page):
    text = html.unescape(page.text).partition('id="aside"')[2]
    return re.sub(r"<[^>]+>|\s+", " ", text)


def test_a_delegation_brings_its_own_changes_into_its_draft_amendment(room):
    norway, kenya = room.person("Norway"), room.person("Kenya")
    page = upload(norway, "ours.docx", file(Norway=NORWAY))
    assert page.status_code == 200
    assert "<ins>" in page.text
    assert "dredged" not in norway.get("/drafts/1").text
    assert confirm(norway, page).headers["location"] == "/drafts/1"
    assert "seen by Norway only" in norway.get("/drafts/1").text
    assert "dredged" not in kenya.get("/drafts/1").text
    assert submit(norway).status_code == 303
    said = reads(room, 1)
    assert "Urges donors to pay for what is dredged;" in said
    assert "Noting that harbours are the door of an island," not in said


def test_what_others_changed_is_left_out_and_named_with_the_reason(room):
    room.person("Kenya")
    norway = room.person("Norway")
    page = upload(norway, "both.docx", file(Norway=NORWAY, Kenya=KENYA))
    assert "In operative paragraph 1, replace “all” with “Member”." in aside(page)
    assert "only the penholder or the secretariat may bring it" in aside(page)
    forged = confirm(norway, page, whose=["2", "3"], shown=["2", "3"], taken=["2.0", "3.0", "1.0"])
    assert forged.status_code in (303, 409)
    assert room.record()[-1][1] == "opened"  # nothing was put before the room


def test_the_secretariat_brings_each_delegations_changes_in_its_name_and_the_record_says_so(room):
    norway, kenya = room.person("Norway"), room.person("Kenya")
    ruiz = room.person("Secretariat", role=Role.SECRETARIAT)
    assert 'href="/drafts/1/bring/others"' in ruiz.get("/drafts/1/amendments").text
    page = bring_others(ruiz, file(Norway=NORWAY, Kenya=KENYA))
    assert confirm(ruiz, page, others=True).headers["location"] == "/drafts/1/amendments"
    assert room.record()[-2:] == [("Secretariat", "brought", 1), ("Secretariat", "brought", 2)]
    log = html.unescape(norway.get("/drafts/1/log").text)
    assert "Secretariat brought No. 1 in the name of Norway" in log
    said = [reads(room, 1), reads(room, 2)]
    assert ["Urges donors to pay for what is dredged;" in each for each in said] == [True, False]
    assert ["Invites Member States to support small harbours;" in each for each in said] == [False, True]
    assert "in the name of Norway" in html.unescape(kenya.get("/drafts/1/amendments/1").text)
    assert norway.post("/drafts/1/amendments/1/withdraw").status_code == 303
    assert room.record()[-1] == ("Norway", "withdrew", 1)


def test_the_penholder_brings_its_own_and_others_changes_at_once(room):
    kenya, fiji = room.person("Kenya"), room.person("Fiji")
    page = upload(fiji, "all.docx", file(Fiji=NORWAY, Kenya=KENYA))
    assert confirm(fiji, page, others=True).status_code == 303
    assert room.record()[-1] == ("Fiji", "brought", 1)
    assert "seen by Fiji only" in fiji.get("/drafts/1").text
    assert "No. 1" in kenya.get("/drafts/1/amendments").text


def test_another_mapping_is_shown_before_it_is_confirmed(room):
    room.person("Norway")
    ruiz = room.person("Secretariat", role=Role.SECRETARIAT)
    page = bring_others(ruiz, file(Elin=NORWAY, Jonas=KENYA))
    assert fields_of(page)["whose"] == ["", ""]
    assert "Its author is left out." in aside(page)
    norway = re.search(r'<option value="(\d+)">Norway', page.text).group(1)
    shown = confirm(ruiz, page, others=True, whose=[norway, norway])
    assert shown.status_code == 200
    assert room.record()[-1][1] == "opened"
    assert len(fields_of(shown)["taken"]) == 3
    assert confirm(ruiz, shown, others=True).status_code == 303
    assert room.record()[-1] == ("Secretariat", "brought", 1)
    assert "Invites Member States to support small harbours;" in reads(room, 1)
    assert "Urges donors to pay for what is dredged;" in reads(room, 1)


def test_a_member_is_known_by_name_and_comments_are_the_explanation(room):
    elin = room.person("Norway", "Elin Dahl")
    page = upload(elin, "ours.docx", commented(file(Elin_Dahl=KENYA), "Elin Dahl", "Too poetic."))
    assert "Too poetic." in page.text
    assert confirm(elin, page).status_code == 303
    submit(elin)
    shown = html.unescape(elin.get("/drafts/1/amendments/1").text)
    assert "“Noting that harbours are the door of an island,”: Too poetic." in shown


def test_comments_of_who_is_left_out_are_named(room):
    norway = room.person("Norway")
    room.person("Kenya")
    page = upload(norway, "ours.docx", commented(file(Norway=NORWAY[1:]), "Kenya", "Too poetic."))
    assert "Too poetic." in aside(page)


def test_only_what_is_ticked_is_taken(room):
    norway = room.person("Norway")
    page = upload(norway, "ours.docx", file(Norway=NORWAY))
    fields = fields_of(page)
    assert len(fields["taken"]) == 2
    assert confirm(norway, page, taken=[]).status_code == 409
    assert confirm(norway, page, taken=fields["taken"][1:]).status_code == 303
    submit(norway)
    said = reads(room, 1)
    assert ("Urges donors to pay for what is dredged;" in said) is not (
        "Noting that harbours are the door of an island," not in said
    )


def test_a_file_on_an_earlier_text_is_carried_and_what_cannot_be_is_named(room):
    fiji, norway = room.person("Fiji"), room.person("Norway")
    number = room.submit("Kenya", "o1", "*Urges* all Governments to build quays;")
    fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=0)
    fiji.post("/drafts/1/desk/issue", revision=0, taken=number)
    page = upload(norway, "late.docx", file(Norway=(*KENYA, *NORWAY[:1])))
    assert "The draft reads otherwise in this place than the file without its changes." in aside(page)
    assert confirm(norway, page).status_code == 303
    assert submit(norway, revision=1).status_code == 303
    said = reads(room, 2)
    assert "Noting that harbours are the door of an island," not in said
    assert "Urges all Governments to build quays;" in said


def test_a_page_that_a_revision_overtook_is_answered_409_and_nothing_is_done(room):
    fiji, kenya = room.person("Fiji"), room.person("Kenya")
    ruiz = room.person("Secretariat", role=Role.SECRETARIAT)
    page = bring_others(ruiz, file(Kenya=NORWAY))
    number = room.submit("Norway", "o1", "*Invites* Member States to support small harbours;")
    fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=0)
    fiji.post("/drafts/1/desk/issue", revision=0, taken=number)
    late = confirm(ruiz, page, others=True)
    assert late.status_code == 409
    assert "Rev.1 has been issued" in late.text
    assert room.record()[-1][1] == "issued"
    assert confirm(ruiz, late, others=True).status_code == 303
    assert room.record()[-1] == ("Secretariat", "brought", 2)
    assert "No. 2" in kenya.get("/drafts/1/amendments").text


def test_nobody_else_brings_for_others_and_what_is_no_tracked_copy_says_why(room):
    norway = room.person("Norway")
    observer = room.person("International Harbour Union", role=Role.OBSERVER)
    ruiz = room.person("Secretariat", role=Role.SECRETARIAT)
    for person in (norway, observer):
        assert person.get("/drafts/1/bring/others").status_code == 403
        assert bring_others(person, file(Norway=NORWAY)).status_code == 403
    assert ruiz.get("/drafts/1/bring/others").status_code == 200
    clean = bring_others(ruiz, word.write(DRAFT))
    assert clean.status_code == 422
    assert "has no tracked changes" in clean.text
    assert bring_others(ruiz, b"PK\x03\x04 no").status_code == 422
    page = upload(norway, "ours.docx", file(Norway=NORWAY))
    assert confirm(norway, page, source="AAAA").status_code == 422
    assert confirm(norway, page, source="?").status_code == 422
