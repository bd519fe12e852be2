"""The editor in a real browser: each kind of change from where one reads."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.web.test_accessibility import found, too_wide
from tests.web.test_together import Browsing


@pytest.fixture
def sit(browser, server):
    """Lets somebody take a seat; all leave when the test ends."""
    here = []

    def take(seat, **options):
        here.append(Browsing(browser, server, seat, **options))
        here[-1].open()
        return here[-1]

    yield take
    for each in here:
        each.close()


def note(person, row, words):
    """Insert a new note at the end of what is being written in a paragraph."""
    row.locator(".ProseMirror").click()
    person.page.keyboard.press("Control+End")
    row.get_by_role("button", name="Note", exact=True).click()
    row.get_by_label("Words of the new note").fill(words)
    row.get_by_role("button", name="Insert the reference").click()


def also(row, words):
    """Take one of the other things that can be done to a paragraph."""
    row.locator(".editor-also a", has_text=words).click()


def test_a_new_note_is_written_in_the_editor_and_written_again(sit):
    singapore = sit("singapore")
    singapore.amend("OP4")
    row = singapore.paragraph("OP4")
    note(singapore, row, "See *Series* [vol. 1].")
    shown = row.locator(".consequence")
    expect(shown).to_contain_text("insert “*”")
    expect(shown).to_contain_text("* See Series [vol. 1].")
    row.get_by_role("button", name="Keep as our draft").click()
    expect(row.locator(".ProseMirror")).to_have_count(0)
    card = singapore.page.locator(".card.ours", has_text="draft, seen by Singapore only")
    expect(card).to_contain_text("Insert a new footnote, reading:")
    card.get_by_role("link", name="Go on writing").click()
    row.locator(".ProseMirror .note-reference[title]").click()
    row.get_by_role("button", name="Note", exact=True).click()
    words = row.get_by_label("Words of the new note")
    expect(words).to_have_value("See *Series* [vol. 1].")
    words.fill("See *Series*, vol. 2.")
    row.get_by_role("button", name="Insert the reference").click()
    expect(row.locator(".consequence")).to_contain_text("* See Series, vol. 2.")
    row.get_by_role("button", name="Discard").click()
    expect(card).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_panel_of_notes_is_for_everybody(sit, width):
    kenya = sit("kenya", viewport={"width": width, "height": 800})
    kenya.amend("PP3")
    row = kenya.paragraph("PP3")
    row.get_by_role("button", name="Note", exact=True).click()
    expect(row.get_by_label("Refer to")).to_be_focused()
    assert found(kenya.page) == []
    assert too_wide(kenya.page) <= 0
    row.get_by_label("Refer to").select_option(index=1)
    expect(row.get_by_label("Words of the new note")).to_be_hidden()
    kenya.page.keyboard.press("Escape")
    expect(row.get_by_label("Refer to")).to_be_hidden()


def test_every_other_kind_of_change_shows_its_consequence_before_it_is_submitted(sit):
    kenya = sit("kenya")
    for label, words, said in (
        ("OP3", "propose to delete", "Delete operative paragraph"),
        ("OP6", "join it", "operative paragraph"),
    ):
        kenya.amend(label)
        row = kenya.paragraph(label)
        also(row, words)
        expect(row.locator(".consequence .wording")).to_contain_text(said)
        row.get_by_text("Discard").click()
    kenya.amend("OP7")
    row = kenya.paragraph("OP7")
    also(row, "move it")
    row.get_by_label("It shall stand behind").select_option(label="operative paragraph 9")
    expect(row.locator(".consequence .wording")).to_contain_text("Move operative paragraph 7")
    row.get_by_text("Discard").click()
    area = kenya.amend("OP8")
    kenya.type_at_end(area, "\nCalls upon all;")
    row = kenya.paragraph("OP8")
    expect(row.locator(".consequence .wording")).to_contain_text("with the following two paragraphs")
    row.get_by_text("Discard").click()
    kenya.amend("OP10")
    row = kenya.paragraph("OP10")
    also(row, "insert a paragraph below")
    expect(kenya.page.locator(".editor")).to_have_count(1)
    expect(kenya.page.locator("[id^=after-] .ProseMirror")).to_be_focused()
    kenya.page.keyboard.type("Finance")
    kenya.page.get_by_label("heading").check()
    expect(kenya.page.locator("[id^=after-] .wording")).to_contain_text("insert a new heading")


def test_italics_and_links_alone_are_a_change(sit):
    kenya = sit("kenya")
    area = kenya.amend("OP5")
    row = kenya.paragraph("OP5")
    area.click()
    kenya.page.keyboard.press("Control+Home")
    kenya.page.keyboard.press("Control+Shift+ArrowRight")
    row.get_by_role("button", name="Italics").click()
    expect(row.locator(".consequence ins").first).to_contain_text("Calls")
    expect(row.locator(".consequence del em").first).to_contain_text("Calls")
    area.click()
    kenya.page.keyboard.press("Control+Home")
    for _ in itertools.repeat(None, 2):
        kenya.page.keyboard.press("Control+Shift+ArrowRight")
    row.get_by_role("button", name="Link").click()
    row.get_by_label("Address").fill("https://un.org")
    row.get_by_role("button", name="Set the link").click()
    expect(row.locator(".consequence ins a").first).to_have_attribute("href", "https://un.org")
