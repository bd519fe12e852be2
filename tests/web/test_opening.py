"""Opening a draft from a file or a pasted text."""

import re

from drafting.permissions import Role
from exports import documents, plain
from tests.web.conftest import DRAFT


def read(person, name, content, **fields):
    data = {"csrf_token": person.token, **fields}
    return person.client.post("/drafts/new", data=data, files={"file": (name, content)})


def confirm(person, page, **fields):
    import html

    source = html.unescape(
        re.search(r'<textarea name="source" hidden>(.*?)</textarea>', page, re.DOTALL).group(1)
    )
    return person.post("/drafts", source=source, language="en", **fields)


def test_a_draft_is_read_shown_and_put_on_the_table_from_every_format(room):
    for suffix in (".txt", ".docx"):
        samoa = room.person("Samoa")
        page = read(samoa, f"draft{suffix}", documents.write(DRAFT, suffix))
        assert page.status_code == 200
        assert "2 preambular paragraphs" in page.text
        assert "3 operative paragraphs" in page.text
        opened = confirm(samoa, page.text)
        assert opened.status_code == 303
        text = samoa.get(opened.headers["location"]).text
        assert "Harbours of small islands" in text
        assert "Their depth and their cranes;" in text
    with room.reading() as session:
        assert len(session.connection().exec_driver_sql("SELECT id FROM draft").fetchall()) == 3


def test_what_is_not_a_draft_is_refused_by_name_and_the_pasted_text_kept(room):
    samoa = room.person("Samoa")
    answer = samoa.post("/drafts/new", pasted="Dear all, please find attached nothing.")
    assert answer.status_code == 422
    assert "please find attached nothing." in answer.text
    assert 'role="alert"' in answer.text
    assert read(samoa, "notes.docx", b"PK\x03\x04 no").status_code == 422
    assert read(samoa, "picture.png", b"\x89PNG").status_code == 422
    assert samoa.post("/drafts/new", pasted="").status_code == 422


def test_the_secretariat_opens_a_draft_for_a_delegation_that_then_holds_the_pen(room):
    secretariat = room.person("Secretariat", role=Role.SECRETARIAT)
    samoa = room.person("Samoa")
    chooser = secretariat.get("/drafts/new").text
    value = re.search(r'<option value="(\d+)">Samoa', chooser).group(1)
    assert secretariat.post("/drafts/new", pasted=plain.write(DRAFT)).status_code == 422
    page = secretariat.post("/drafts/new", pasted=plain.write(DRAFT), penholder=value)
    opened = confirm(secretariat, page.text, penholder=value)
    assert samoa.get(opened.headers["location"] + "/desk").status_code == 200
    assert secretariat.get(opened.headers["location"] + "/desk").status_code == 403
