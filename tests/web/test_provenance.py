"""Who put in and who struck which words, as a delegation sees it on the pages."""

import re

import pytest
from playwright.sync_api import expect

from amendments import actions as amending
from amendments import deciding, desk
from drafting import queries
from drafting.database import writing
from tests.web.test_together import Browsing
from web import signing_in

ORIGINS = "/drafts/1?view=origins"


def submit(room, delegation, **asked):
    """Let a delegation submit an amendment of one change of any kind."""
    with writing(room.engine) as session:
        member = signing_in.make_member(session, delegation, f"Delegate of {delegation}")
        draft = queries.draft(session, 1)
        kept = amending.propose(session, member, 1, on=draft.revision, saves=0, **asked)
        return amending.submit(session, member, 1, on=draft.revision, saves=kept.saves).number


def issue(room, *numbers):
    with writing(room.engine) as session:
        fiji = signing_in.make_member(session, "Fiji", "Delegate of Fiji")
        on = queries.draft(session, 1).revision
        for number in numbers:
            deciding.choose(session, fiji, 1, number, True, on=on)
        desk.issue(session, fiji, 1, on=on, taken=numbers)


def row(page, id):
    """What a page shows of a paragraph."""
    return re.search(rf'<div class="provision[^"]*" id="{id}">.*?</div>\s*</div>', page, re.DOTALL).group()


@pytest.fixture
def negotiated(room):
    """Three revisions: two delegations agree on words, others are struck, and later words again."""
    one = room.submit("Kenya", "o1", "*Invites* Member States and donors to support small harbours;")
    two = room.submit("Norway", "o1", "*Invites* Member States and donors to support small harbours;")
    issue(room, one, two)
    issue(room, room.submit("Samoa", "p2", "*Noting* that harbours are the only door of an island,"))
    issue(room, room.submit("Chile", "o1", "*Invites* Member States to support small safe harbours;"))
    return room


def test_words_of_three_revisions_ago_name_all_who_proposed_them(negotiated):
    reader = negotiated.person("Peru")
    assert '<span data-by="No. 1, Kenya, Rev.1; No. 2, Norway, Rev.1">Member</span>' in row(
        reader.get("/drafts/1").text, "o1"
    )
    shown = row(reader.get(ORIGINS).text, "o1")
    assert '<ins data-by="No. 1, Kenya, Rev.1; No. 2, Norway, Rev.1">Member</ins>' in shown
    assert '<a class="credit" href="/drafts/1/amendments/2" title="Norway, Rev.1">No. 2' in shown
    assert '<ins data-by="No. 4, Chile, Rev.3">safe</ins>' in shown


def test_struck_words_name_who_put_them_in_and_who_struck_them(negotiated):
    shown = row(negotiated.person("Peru").get(ORIGINS).text, "o1")
    assert (
        '<del data-by="No. 4, Chile, Rev.3" data-of="No. 1, Kenya, Rev.1; No. 2, Norway, Rev.1">'
        "and donors</del>" in shown
    )
    assert '<del data-by="No. 1, Kenya, Rev.1; No. 2, Norway, Rev.1">all</del>' in shown


def test_words_without_a_mark_stand_as_the_draft_was_opened(negotiated):
    page = negotiated.person("Peru").get(ORIGINS).text
    assert "Words without a mark stand in the draft as first opened by Fiji." in page
    assert "data-by" not in row(page, "o3")
    assert 'class="origins"' not in row(page, "o3")


def test_a_revision_shows_who_wrote_what_until_then_and_no_later(negotiated):
    shown = row(negotiated.person("Peru").get("/drafts/1/revisions/1?view=origins").text, "o1")
    assert "No. 1, Kenya, Rev.1" in shown
    assert "Chile" not in shown
    assert "data-by" not in negotiated.person("Peru").get("/drafts/1/revisions/0").text


def test_a_paragraph_is_followed_through_the_revisions_that_changed_it(negotiated):
    page = negotiated.person("Peru").get("/drafts/1/provisions/o1").text
    assert re.findall(r'id="revision-(\d)"', page) == ["3", "1", "0"]
    assert "<del" in page
    assert "strike “and donors”" in page or "delete “and donors”" in page
    assert "in the draft as first opened by Fiji" in page
    assert negotiated.person("Peru").get("/drafts/1/provisions/o9").status_code == 404


def test_moved_joined_divided_new_and_struck_paragraphs_keep_their_words_authors(room):
    from drafting.text import parse

    issue(room, room.submit("Kenya", "o1", "*Invites* all island States to support small harbours;"))
    issue(room, submit(room, "Norway", provision="o1", behind="o3"))
    page = room.person("Peru").get(ORIGINS).text
    moved = row(page, "o1")
    assert '<ins data-by="No. 1, Kenya, Rev.1">island</ins>' in moved
    assert moved.count("<ins") == 1  # the others are still those of the draft as it was opened
    assert "Norway, Rev.2 · moved here" in moved
    assert "Norway, Rev.2 · moved from here" in page
    history = room.person("Peru").get("/drafts/1/provisions/o1").text
    assert "Move operative paragraph 1 to after operative paragraph 3." in history
    assert history.count("<ins") == 1  # "island", in Rev.1
    issue(room, submit(room, "Chile", provision="o1", joins=True))
    page = room.person("Peru").get(ORIGINS).text
    joined = row(page, "o3")
    assert '<ins data-by="No. 1, Kenya, Rev.1">island</ins>' in joined
    assert joined.count("<ins") == 1
    assert "Chile, Rev.3 · joined with the one after it" in joined
    words = (
        "*Decides* to remain seized of the matter. ¶ *Invites* all island States to support small harbours;"
    )
    issue(room, submit(room, "Samoa", provision="o3", text=parse(words)))
    issue(room, submit(room, "Tonga", provision="p2"))
    page = room.person("Peru").get(ORIGINS).text
    assert "Samoa, Rev.4 · divided from the one before it" in page
    assert page.count('<ins data-by="No. 1, Kenya, Rev.1">island</ins>') == 1
    struck = row(page, "p2")
    assert '<del data-by="No. 5, Tonga, Rev.5"><em>Noting</em>' in struck
    assert "Tonga, Rev.5 · paragraph struck" in struck
    gone = room.person("Peru").get("/drafts/1/provisions/p2").text
    assert "It no longer stands in the text." in gone


def test_the_clean_text_grows_little_by_what_can_be_pointed_at(room):
    before = len(room.person("Peru").get("/drafts/1").content)
    harbours = room.submit("Kenya", "o1", "*Invites* all island States to support small harbours;")
    issue(room, harbours)
    after = len(room.person("Peru").get("/drafts/1").content)
    assert after - before < 200


def pointing(browser, server, **options):
    kenya = Browsing(browser, server, "kenya", **options)
    kenya.open()
    return kenya, kenya.page.locator("[data-by]", has_text="forty-eight"), kenya.page.locator("#whose")


def test_the_mouse_rests_on_words_and_reads_whose_they_are(browser, server):
    kenya, words, whose = pointing(browser, server)
    words.hover()
    expect(whose).to_contain_text("put in by No. 4, Chile, Rev.1")
    kenya.page.keyboard.press("Escape")
    expect(whose).to_be_hidden()
    kenya.close()


def test_a_click_on_words_of_the_base_says_so_and_leads_to_the_history(browser, server):
    kenya, _, whose = pointing(browser, server)
    kenya.paragraph("PP1").locator(".words").click()
    expect(whose).to_contain_text("in the draft as first opened by Fiji")
    whose.get_by_role("link").click()
    expect(kenya.page.locator("#revision-0")).to_contain_text("no amendment has changed it since")
    kenya.close()


def test_a_tap_shows_it_and_another_closes_it(browser, server):
    kenya, words, whose = pointing(
        browser, server, has_touch=True, is_mobile=True, viewport={"width": 320, "height": 700}
    )
    words.tap()
    expect(whose).to_contain_text("No. 4, Chile, Rev.1")
    whose.get_by_role("button").tap()
    expect(whose).to_be_hidden()
    kenya.close()


def test_the_keyboard_goes_from_number_to_number(browser, server):
    kenya, _, whose = pointing(browser, server)
    kenya.open("?view=origins")
    number = kenya.page.locator("[data-by]", has_text="forty-eight").locator("+ .credit")
    number.focus()
    expect(whose).to_contain_text("put in by No. 4, Chile, Rev.1")
    expect(number).to_contain_text("Chile, Rev.1")
    kenya.page.keyboard.press("Enter")
    kenya.page.wait_for_url("**/amendments/4")
    kenya.close()
