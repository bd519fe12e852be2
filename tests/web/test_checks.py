"""The editorial checks in the browser: a page of their own, a mark beside the text, and while one types."""

import html
import re
from dataclasses import replace

import pytest

from drafting import actions
from drafting.database import writing
from drafting.permissions import Role
from drafting.text import parse
from tests.web.conftest import DRAFT
from web import signing_in

WRONG = "*Invites* each organisation to support small harbours from July 30, 2026;"
FIXED = "*Invites* each organization to support small harbours from July 30, 2026;"


@pytest.fixture
def path(room):
    """A second draft on the table, in which an operative paragraph is not written as drafts are."""
    provisions = [replace(each, text=parse(WRONG)) if each.id == "o1" else each for each in DRAFT.provisions]
    with writing(room.engine) as session:
        fiji = signing_in.make_member(session, "Fiji", "Opener of Fiji")
        actions.open_draft(session, fiji, replace(DRAFT, provisions=tuple(provisions)))
    return "/drafts/2"


def typed(page):
    """The words in the editor."""
    return html.unescape(re.search(r"<textarea[^>]* name=\"words\"[^>]*>(.*?)</textarea>", page, re.S)[1])


def test_a_draft_written_as_drafts_are_has_no_findings(room):
    page = room.person("Norway").get("/drafts/1/checks").text
    assert "Nothing was found" in page
    assert 'class="findings"' not in room.person("Norway").get("/drafts/1").text


def test_whoever_may_see_the_text_sees_the_findings_beside_it_and_on_a_page(room, path):
    observer = room.person("International Harbour Union", role=Role.OBSERVER)
    text = observer.get(path).text
    assert f'href="{path}/checks#on-o1">2 findings' in text
    page = observer.get(f"{path}/checks").text
    assert "“organisation” is written “organization”." in page
    assert "“July 30, 2026” is written “30 July 2026”." in page
    assert f'href="{path}#o1"' in page
    assert "fix=E21" not in page  # who may not amend is not led to the editor


def test_a_fix_opens_the_editor_with_the_words_put_right_and_becomes_an_amendment(room, path):
    fiji = room.person("Fiji")
    [fix] = re.findall(r'href="([^"]*fix=E21[^"]*)"', fiji.get(f"{path}/checks").text)
    editor = fiji.get(html.unescape(fix)).text
    assert typed(editor) == FIXED
    assert "replace “organisation” with “organization”" in html.unescape(editor)
    kept = fiji.post(f"{path}/proposal", mode="reword", provision="o1", words=FIXED, revision=0, saves=0)
    assert kept.status_code == 303
    # The next fix is made on the words of our draft, which keeps the first.
    [fix] = re.findall(r'href="([^"]*fix=E23[^"]*)"', fiji.get(f"{path}/checks").text)
    assert typed(fiji.get(html.unescape(fix)).text) == FIXED.replace("July 30, 2026", "30 July 2026")


def test_a_fix_that_fits_no_more_leaves_the_words_as_they_are(room, path):
    fiji = room.person("Fiji")
    assert typed(fiji.get(f"{path}/edit?provision=o1&fix=E21&words=labor").text) == WRONG
    assert typed(fiji.get(f"{path}/edit?provision=o1&fix=nothing&words=").text) == WRONG


def test_the_editor_says_what_the_words_typed_newly_break(room, path):
    fiji = room.person("Fiji")
    words = "*Requests* the programs of each organisation."
    sent = {"mode": "reword", "provision": "o1", "revision": 0, "saves": 0, "words": words}
    page = html.unescape(fiji.post(f"{path}/proposal/preview", **sent).text)
    assert "An operative paragraph ends with a semicolon, save the last." in page
    assert "“programs” is written “programmes”." in page
    assert "“organisation” is written" not in page  # it stands in the text already
