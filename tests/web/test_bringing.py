"""Proposing by document, as a browser without JavaScript does."""

import html
import re
from dataclasses import replace

from drafting.outline import Kind, Provision
from drafting.permissions import Role
from drafting.text import parse
from exports import documents, plain
from tests.web.conftest import DRAFT

INSTRUCTIONS = """\
1. In operative paragraph 1, replace “all” with “Member”.

2. After operative paragraph 1, insert a new operative paragraph, reading:

*Urges* donors to pay for what is dredged;

3. In operative paragraph 9, delete “harbours”.

4. In operative paragraph 2, delete “ferries”.

5. Be nice to each other."""


def bring(person, pasted="", **fields):
    return person.post("/drafts/1/bring", pasted=pasted, **fields)


def upload(person, name, content, **fields):
    data = {"csrf_token": person.token, **fields}
    return person.client.post("/drafts/1/bring", data=data, files={"file": (name, content)})


def fields_of(page):
    """What the form of the review sends when nothing is changed in it."""
    text = page.text if hasattr(page, "text") else page
    source = re.search(r'<textarea name="source" hidden>\n?(.*?)</textarea>', text, re.DOTALL).group(1)
    hidden = {
        name: re.search(rf'name="{name}" value="([^"]*)"', text).group(1)
        for name in ("what", "revision", "saves")
    }
    taken = re.findall(r'name="taken" value="(\d+)" checked', text)
    return {"source": html.unescape(source), "taken": taken, **hidden}


def confirm(person, page, **other):
    return person.post("/drafts/1/bring/confirm", **{**fields_of(page), **other})


def submit(person, saves=1, revision=0):
    return person.post("/drafts/1/proposal/submit", revision=revision, saves=saves)


def copy(*swaps, order=None):
    """The draft as somebody sent it back."""
    text = {each.id: each for each in DRAFT.provisions}
    for id, words in swaps:
        if words is None:
            del text[id]
        else:
            text[id] = replace(text.get(id, Provision(id, Kind.OPERATIVE, ())), text=parse(words))
    return replace(DRAFT, provisions=tuple(text[id] for id in order or text if id in text))


def reads(room, number):
    """The text as it would read with an amendment that was submitted."""
    from amendments import queries as proposed
    from amendments.merge import merge
    from drafting import queries
    from drafting.text import plain as letters

    with room.reading() as session:
        draft = queries.draft(session, 1)
        amendment = proposed.amendment(session, draft, number)
        merged = merge(queries.revision(session, draft).text, [amendment.proposal]).manuscript
        return [letters(each.text) for each in merged.outline.provisions]


def test_the_page_is_reached_from_the_text_and_from_the_amendments(room):
    norway = room.person("Norway")
    for path in ("/drafts/1", "/drafts/1/amendments"):
        assert 'href="/drafts/1/bring"' in norway.get(path).text
    assert norway.get("/drafts/1/bring").status_code == 200
    observer = room.person("International Harbour Union", role=Role.OBSERVER)
    assert 'href="/drafts/1/bring"' not in observer.get("/drafts/1").text
    assert observer.get("/drafts/1/bring").status_code == 403
    assert bring(observer, INSTRUCTIONS).status_code == 403


def test_an_amendment_document_is_reviewed_instruction_by_instruction_and_then_submitted(room):
    room.submit("Kenya", "o1", "*Invites* rich States to support small harbours;")
    norway, kenya = room.person("Norway"), room.person("Kenya")
    page = bring(norway, INSTRUCTIONS)
    assert page.status_code == 200
    shown = html.unescape(page.text)
    assert "<del>all</del>" in shown
    assert "<ins>Member</ins>" in shown
    assert "In operative paragraph 1, replace “all” with “Member”." in shown
    assert "Urges" in shown
    assert "The text has no such paragraph: “operative paragraph 9”." in shown
    assert "“ferries” does not occur there." in shown
    assert "This is not understood." in shown
    assert "3 instructions cannot be followed" in shown
    assert "No. 1 (Kenya) changes the same words: “all”." in shown
    assert "Our draft amendment" not in norway.get("/drafts/1").text  # nothing is done until it is confirmed
    assert confirm(norway, page).headers["location"] == "/drafts/1"
    assert "seen by Norway only" in norway.get("/drafts/1").text
    assert "dredged" not in kenya.get("/drafts/1").text
    assert submit(norway).status_code == 303
    assert room.record()[-1] == ("Norway", "submitted", 2)
    said = reads(room, 2)
    assert said[4:6] == [
        "Invites Member States to support small harbours;",
        "Urges donors to pay for what is dredged;",
    ]


def test_one_instruction_can_be_typed_that_changes_words_throughout_the_text(room):
    norway = room.person("Norway")
    page = bring(
        norway,
        "Replace “harbours” with “ports” in the title, the preambular paragraphs and the operative paragraphs.",
    )
    assert confirm(norway, page).status_code == 303
    submit(norway)
    assert sum("ports" in each for each in reads(room, 1)) == 3


def test_an_amended_copy_is_reviewed_paragraph_by_paragraph(room):
    norway = room.person("Norway")
    sent = copy(
        ("p2", "*Noting* that harbours are the door of every island,"),
        ("o4", "*Urges* donors to pay for what is dredged;"),
        order=["t", "e", "p1", "p2", "o2", "o2a", "o1", "o4", "o3", "n1"],
    )
    for name in ("copy.docx", "copy.txt"):
        page = upload(norway, name, documents.write(sent, name[-5:] if name.endswith("docx") else ".txt"))
        assert page.status_code == 200
        assert "reworded; " in page.text
        assert "% alike" in page.text
        assert "moved; it reads the same" in page.text
        assert "a new paragraph" in page.text
        assert len(fields_of(page)["taken"]) == 3
    assert confirm(norway, page).status_code == 303
    assert submit(norway).status_code == 303
    said = reads(room, 1)
    assert said == [" ".join(x.split()) for x in [*map(words, sent.provisions)]]


def words(provision):
    from drafting.text import plain as letters

    return letters(provision.text)


def test_what_a_person_rejects_is_deleted_and_new_or_left_as_it_is(room):
    norway = room.person("Norway")
    sent = copy(
        ("p2", "*Noting* that harbours are the door of every island,"),
        ("o1", None),
        ("o4", "*Urges* donors to pay for what is dredged;"),
        order=["t", "e", "p1", "p2", "o1", "o2", "o2a", "o4", "o3", "n1"],
    )
    page = bring(norway, plain.write(sent))
    assert len(fields_of(page)["taken"]) == 3
    confirm(norway, page, taken=[])
    submit(norway)
    shown = norway.get("/drafts/1/amendments/1").text
    assert "Delete the second preambular paragraph." in shown
    assert reads(room, 1)[3:5] == [
        "Noting that harbours are the door of every island,",
        "Invites all States to support small harbours;",
    ]
    assert "dredged" not in " ".join(reads(room, 1))


def test_a_title_is_the_title_whatever_it_says_and_a_new_note_comes_with_the_words_that_refer_to_it(room):
    norway = room.person("Norway")
    sent = copy(
        ("t", "Quays of distant atolls"), ("o1", "*Invites* all States to support small harbours;[^n2]")
    )
    sent = replace(sent, provisions=(*sent.provisions, Provision("n2", Kind.NOTE, parse("A/81/12."))))
    page = bring(norway, plain.write(sent))
    assert len(fields_of(page)["taken"]) == 1
    assert "A/81/12." in page.text
    assert confirm(norway, page, taken=[]).status_code == 303
    submit(norway)
    shown = reads(room, 1)
    assert shown[0] == "Quays of distant atolls"
    assert shown.count("Invites all States to support small harbours;") == 1
    assert "A/81/12." in shown
    assert norway.get("/drafts/1/amendments/1").status_code == 200


def test_a_page_that_a_revision_overtook_is_answered_409_with_the_document_on_the_text_as_it_is(room):
    fiji, norway = room.person("Fiji"), room.person("Norway")
    page = bring(norway, INSTRUCTIONS)
    number = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=0)
    assert fiji.post("/drafts/1/desk/issue", revision=0, taken=number).status_code == 303
    late = confirm(norway, page)
    assert late.status_code == 409
    assert "Rev.1 has been issued" in late.text
    assert "“all” does not occur there." in html.unescape(late.text)
    assert fields_of(late)["source"].split() == fields_of(page)["source"].split()
    assert "Our draft amendment" not in norway.get("/drafts/1").text
    assert confirm(norway, late).status_code == 303


def test_a_page_that_a_colleague_overtook_is_answered_409_and_loses_nothing(room):
    elin, jonas = room.person("Norway", "Elin"), room.person("Norway", "Jonas")
    page = bring(jonas, INSTRUCTIONS)
    elin.amend("*Invites* all States and donors to support small harbours;")
    late = confirm(jonas, page)
    assert late.status_code == 409
    assert "Somebody of your delegation has saved your draft amendment" in late.text
    assert "Our draft amendment changes OP1 already" in late.text
    assert "and donors" in elin.get("/drafts/1/edit?provision=o1").text
    assert confirm(jonas, late).status_code == 303
    assert submit(elin, saves=2).status_code == 303
    assert "Invites Member States to support small harbours;" in reads(room, 1)


def test_what_cannot_be_read_is_named_with_its_reason_and_the_pasted_text_is_kept(room):
    norway = room.person("Norway")
    answer = bring(norway, "Dear all, please find attached nothing")
    assert answer.status_code == 422
    assert "please find attached nothing</textarea>" in answer.text
    assert 'role="alert"' in answer.text
    assert "It has no instruction" in answer.text
    assert upload(norway, "notes.docx", b"PK\x03\x04 no").status_code == 422
    assert upload(norway, "picture.png", b"\x89PNG").status_code == 422
    assert bring(norway).status_code == 422
    told = bring(norway, INSTRUCTIONS, what="copy")
    assert told.status_code == 422
    assert "Be nice to each other." in told.text


def test_what_is_neither_a_copy_nor_has_an_instruction_that_can_be_followed_says_why(room):
    norway = room.person("Norway")
    titled = "Harbours of small islands\n\n1. *Invites* all States to support small harbours."
    page = html.unescape(bring(norway, titled).text)
    assert "It is no copy of the draft: " in page
    assert "This is not understood." in page
    assert "Put it into our draft amendment" not in page


def test_a_document_that_changes_nothing_cannot_be_confirmed(room):
    norway = room.person("Norway")
    page = bring(norway, plain.write(DRAFT))
    assert "it changes nothing" in page.text
    assert "Put it into our draft amendment" not in page.text
    answer = confirm(norway, page)
    assert answer.status_code == 409
    assert "Harbours of small islands" in answer.text
    assert "Our draft amendment" not in norway.get("/drafts/1").text


def test_a_document_can_be_changed_before_it_is_confirmed(room):
    norway = room.person("Norway")
    fields = fields_of(bring(norway, INSTRUCTIONS))
    again = norway.post("/drafts/1/bring/again", source=fields["source"], what=fields["what"])
    assert "Be nice to each other.</textarea>" in again.text


def test_what_somebody_brings_is_never_taken_for_html(room):
    norway = room.person("Norway")
    page = bring(norway, "1. In operative paragraph 1, replace “all” with “<script>alert(1)</script>”.")
    assert "<script>alert" not in page.text
    assert confirm(norway, page).status_code == 303
    assert "<script>alert" not in norway.get("/drafts/1").text
