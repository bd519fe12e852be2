"""Several people at real browsers on one draft."""

import itertools
import time

import pytest
from playwright.sync_api import expect

SECOND = 1_000
_kept = itertools.count()


class Browsing:
    """Somebody's browser window, in a seat of the demonstration."""

    def __init__(self, browser, server, seat, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.server = server
        self.wrong = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on(
            "console", lambda said: self.wrong.append(said.text) if "Content Security" in said.text else None
        )
        self.page.goto(f"{server.address}/sign-in")
        self.page.locator(f'button[value="{seat}"]').click()
        self.page.wait_for_url("**/drafts")

    def open(self, path=""):
        self.page.goto(f"{self.server.address}/drafts/{self.draft}{path}")
        return self.page

    @property
    def draft(self):
        return 1

    def live(self):
        expect(self.page.locator("#connection")).to_have_attribute("data-state", "live")
        return self

    def paragraph(self, label):
        row = self.page.locator(".provision", has=self.page.locator(f'.label:text-is("{label}")'))
        return row.first

    def amend(self, label):
        """Open the editor in a paragraph and give its writing area."""
        row = self.paragraph(label)
        row.locator(".amend a").click()
        area = row.locator(".ProseMirror")
        area.wait_for()
        return area

    def type_at_end(self, area, words):
        area.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)

    def close(self):
        assert self.wrong == []
        self.context.close()


@pytest.fixture
def sit(browser, server):
    """Lets somebody take a seat; all leave when the test ends."""
    here = []

    def take(seat, **options):
        here.append(Browsing(browser, server, seat, **options))
        return here[-1]

    yield take
    for each in here:
        each.close()


def test_an_amendment_appears_in_other_browsers_within_a_second_and_without_a_reload(sit):
    norway, kenya = sit("norway"), sit("kenya")
    kenya.open()
    kenya.live()
    kenya.page.evaluate("window.untouched = true")
    norway.open("/amendments")  # Norway has a private draft: it is submitted as it is
    norway.open()
    norway.live()
    before = kenya.page.locator(".card").count()
    norway.page.locator(".tray .act").click()
    started = time.monotonic()
    expect(kenya.page.locator(".card")).not_to_have_count(before, timeout=5 * SECOND)
    assert time.monotonic() - started < 3  # a second on a quiet machine
    expect(kenya.page.locator("#happened")).to_contain_text("Norway submitted No.")
    assert kenya.page.evaluate("window.untouched") is True


def test_what_arrives_never_disturbs_what_somebody_is_typing(sit):
    kenya, singapore = sit("kenya"), sit("singapore")
    kenya.open()
    kenya.live()
    area = kenya.amend("OP7")
    kenya.type_at_end(area, " half a thou")
    top = area.bounding_box()["y"]
    singapore.open("/sponsors")
    singapore.live()
    singapore.page.locator("form.one-act button").first.click()
    expect(kenya.page.locator("#happened")).to_contain_text("Singapore")
    kenya.page.keyboard.type("ght")
    expect(area).to_contain_text("half a thought")
    assert abs(area.bounding_box()["y"] - top) < 2
    assert kenya.page.evaluate("document.activeElement.classList.contains('ProseMirror')")


def test_redline_wording_and_collisions_come_while_one_types(sit):
    kenya = sit("kenya")
    kenya.open()
    area = kenya.amend("OP8")
    kenya.type_at_end(area, " and all islands")
    consequence = kenya.paragraph("OP8").locator(".consequence")
    expect(consequence.locator("ins")).to_contain_text("and all islands")
    expect(consequence).to_contain_text("In operative paragraph 8, after")


def test_a_paragraph_is_amended_in_place_kept_and_submitted(sit):
    kenya = sit("kenya")
    kenya.open()
    area = kenya.amend("OP9")
    kenya.type_at_end(area, " and their harbours")
    kenya.paragraph("OP9").get_by_role("button", name="Keep as our draft").click()
    expect(kenya.page.locator(".tray")).to_contain_text("OP9")
    expect(kenya.page.locator(".ProseMirror")).to_have_count(0)
    kenya.page.locator(".tray .act").click()
    expect(kenya.page.locator(".tray")).to_have_count(0)
    expect(kenya.page.locator("#live")).to_contain_text("and their harbours")


def test_a_stale_form_keeps_the_typing_and_shows_the_text_as_it_is(sit):
    elin, jonas = sit("norway"), sit("norway-2")
    for each in (elin, jonas):
        each.open()
        each.live()
    hers, his = elin.amend("OP11"), jonas.amend("OP11")
    elin.type_at_end(hers, " by Elin")
    jonas.type_at_end(his, " by Jonas")
    elin.paragraph("OP11").get_by_role("button", name="Keep as our draft").click()
    expect(elin.page.locator(".tray")).to_contain_text("OP11")
    jonas.paragraph("OP11").get_by_role("button", name="Keep as our draft").click()
    problem = jonas.paragraph("OP11").locator(".editor-problem")
    expect(problem).to_contain_text("Somebody of your delegation")
    expect(problem).to_contain_text("by Elin")
    expect(his).to_contain_text("by Jonas")


def test_a_lost_connection_says_so_comes_back_by_itself_and_catches_up(sit, server):
    kenya, singapore = sit("kenya"), sit("singapore")
    kenya.open()
    kenya.live()
    kenya.context.set_offline(True)
    server.stop()
    expect(kenya.page.locator("#connection")).to_have_attribute("data-state", "lost", timeout=10 * SECOND)
    server.start()
    singapore.open("/sponsors")
    singapore.page.locator("form.one-act button").first.click()
    expect(singapore.page.locator("#happened")).to_contain_text("Singapore")
    said = singapore.page.locator("#happened").inner_text()
    kenya.context.set_offline(False)
    expect(kenya.page.locator("#connection")).to_have_attribute("data-state", "live", timeout=20 * SECOND)
    expect(kenya.page.locator("#happened")).to_have_text(said)


def test_who_is_here_is_shown_and_goes_when_the_window_closes(sit):
    kenya, jordan = sit("kenya"), sit("jordan")
    kenya.open()
    kenya.live()
    jordan.open()
    expect(kenya.page.locator("#presence")).to_contain_text("JOR")
    jordan.page.goto("about:blank")
    expect(kenya.page.locator("#presence")).not_to_contain_text("JOR")


def test_the_penholder_writes_a_joint_text_and_whoever_moved_it_sees_so(sit):
    fiji, singapore = sit("fiji"), sit("singapore")
    singapore.open("/amendments/2")
    singapore.live()
    page = fiji.open("/desk")
    page.locator(".desk-places a", has=page.locator(':text-is("OP2")')).click()
    page.get_by_role("link", name="Write a joint text").click()
    area = page.locator(".ProseMirror")
    area.wait_for()
    take = page.get_by_role("button", name="Take them in this joint text")
    take.click()
    expect(page.locator("#problem")).to_contain_text("the joint text changes nothing")
    page.go_back()
    fiji.type_at_end(area, " as agreed")
    expect(page.locator(".consequence ins")).to_contain_text("as agreed")
    take.click()
    expect(page.locator("#main")).to_contain_text("These are taken in a joint text.")
    expect(page.locator(".sheet-panel ins")).to_contain_text("as agreed")
    expect(singapore.page.locator("#main")).to_contain_text("Fiji wrote a joint text of Nos. 1, 2 (OP2)")


def test_the_penholder_takes_amendments_and_issues_a_revision_that_everybody_sees(sit):
    fiji, kenya = sit("fiji"), sit("kenya")
    kenya.open()
    kenya.live()
    label = kenya.page.locator(".strip strong").inner_text()
    fiji.open("/desk")
    fiji.live()
    take = fiji.page.locator('button[value="take"]').first
    take.click()
    expect(fiji.page.locator('button[aria-pressed="true"]').first).to_be_visible()
    fiji.page.locator(".desk-issue").click()
    fiji.page.locator('form[action$="/desk/issue"] button').click()
    expect(fiji.page.locator(".strip strong")).not_to_have_text(label)
    expect(kenya.page.locator(".strip strong")).not_to_have_text(label)
    expect(kenya.page.locator("#happened")).to_contain_text("Fiji issued Rev.")


def test_everything_works_without_javascript(sit):
    kenya = sit("kenya", java_script_enabled=False)
    page = kenya.open()
    kenya.paragraph("OP12").locator(".amend a").click()
    area = page.locator("textarea[name=words]")
    area.fill(area.input_value().rstrip(";") + " and their ports;")
    page.get_by_role("button", name="Show what it changes").click()
    expect(page.locator(".consequence")).to_contain_text("and their ports")
    page.get_by_role("button", name="Submit amendment").click()
    expect(page.locator("#live")).to_contain_text("and their ports")
    kenya.open("/sponsors")
    page.locator("form.one-act button").first.click()
    expect(page.locator("#happened")).to_contain_text("Kenya")


def test_a_paragraph_is_amended_by_keyboard_alone(sit):
    kenya = sit("kenya")
    page = kenya.open()
    link = kenya.paragraph("OP13").locator(".amend a")
    link.focus()
    page.keyboard.press("Enter")
    kenya.paragraph("OP13").locator(".ProseMirror").wait_for()
    page.keyboard.press("Control+End")
    page.keyboard.type(" at once")
    expect(kenya.paragraph("OP13").locator(".consequence")).to_contain_text("at once")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith("Submit"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#happened")).to_contain_text("Kenya submitted")


def test_a_document_is_pasted_reviewed_confirmed_and_submitted(sit):
    singapore, kenya = sit("singapore"), sit("kenya")
    page = singapore.open()
    page.get_by_role("link", name="Propose by document").click()
    page.get_by_role("textbox").fill(
        "1. In operative paragraph 7, replace “within its mandate” with “within its means”.\n\n"
        "2. In operative paragraph 7, delete “ferries”."
    )
    page.get_by_role("button", name="Read it and show me").click()
    expect(page.locator("ins", has_text="means")).to_be_visible()
    expect(page.get_by_text("“ferries” does not occur there.")).to_be_visible()
    page.get_by_role("button", name="Put it into our draft amendment").click()
    page.locator(".tray").get_by_role("button", name="Submit amendment").click()
    expect(page.locator(".tray")).to_have_count(0)
    shown = kenya.open().locator(".card", has_text="replace “mandate” with “means”")
    expect(shown).to_contain_text("Singapore")
