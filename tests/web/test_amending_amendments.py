"""Amendments to an amendment: from the editor to the revision, and what becomes of them with their target."""

import re

import pytest
from playwright.sync_api import expect

from drafting.permissions import Role
from tests.web.test_together import Browsing

TARGET = "*Invites* all rich States to support all small harbours;"  # No. 1, of Kenya
WORDS = "*Invites* all willing States to support all small harbours;"  # to No. 1


@pytest.fixture
def target(room):
    return room.submit("Kenya", "o1", TARGET)


def submit_to(person, number, words=WORDS, saves=0, revision=0, **also):
    kept = person.amend(words, revision=revision, saves=saves, to=number, **also)
    assert kept.status_code == 303, kept.text
    return person.post("/drafts/1/proposal/submit", revision=revision, saves=saves + 1)


def plain_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def issue(fiji, *numbers, revision=0):
    for number in numbers:
        answer = fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=revision)
        assert answer.status_code == 303, answer.text
    answer = fiji.post("/drafts/1/desk/issue", revision=revision, taken=list(numbers))
    assert answer.status_code == 303, answer.text


def test_the_editor_has_the_paragraph_as_the_target_leaves_it(room, target):
    norway = room.person("Norway")
    page = norway.get(f"/drafts/1/amendments/{target}").text
    assert f"/drafts/1/edit?to={target}&amp;provision=o1" in page
    assert "Amend this amendment" in page
    assert "Amend this amendment" in room.person("Kenya").get(f"/drafts/1/amendments/{target}").text
    editor = norway.get(f"/drafts/1/edit?to={target}&provision=o1").text
    assert f"{TARGET}</textarea>" in editor
    assert "as No. 1 (Kenya) would leave it" in editor


def test_redline_wording_and_collisions_are_those_against_the_target(room, target):
    room.submit("Samoa", "o1", "*Invites* all States to support small ports;")
    norway = room.person("Norway")
    words = "*Invites* all willing States to support all small bays;"
    page = norway.amend(words, to=target, act="/preview").text
    assert "<del>rich</del>" in page
    assert "In operative paragraph 1, replace “rich” with “willing”." in page
    assert "No. 2 (Samoa) changes the same words: “harbours”." in page
    assert "No. 1 (Kenya)" not in plain_of(page).replace("as No. 1 (Kenya) would leave it", "")


def test_it_is_kept_as_a_private_draft_then_submitted_and_shown_wherever_its_target_is(room, target):
    norway, kenya, fiji = room.person("Norway"), room.person("Kenya"), room.person("Fiji")
    assert norway.amend(WORDS, to=target).status_code == 303
    tray = plain_of(norway.get("/drafts/1").text)
    assert "to No. 1" in tray
    assert "replace “rich” with “willing”" in tray
    for path in ("", "/amendments", "/amendments/1", "/desk"):
        assert "willing" not in fiji.get(f"/drafts/1{path}").text, path
    answer = norway.post("/drafts/1/proposal/submit", revision=0, saves=1)
    assert answer.status_code == 303
    assert room.record()[-1] == ("Norway", "submitted", 2)
    said = "In operative paragraph 1, replace “rich” with “willing”."
    text = plain_of(kenya.get("/drafts/1").text)
    assert said in text
    assert "No. 2 to No. 1 · Norway" in text
    assert "to No. 1 · Norway" in plain_of(kenya.get("/drafts/1/amendments").text)
    on_target = kenya.get("/drafts/1/amendments/1").text
    assert "Amendments to it" in on_target
    assert said in on_target
    assert "Norway submitted No. 2 to No. 1 (OP1)" in on_target
    own = plain_of(kenya.get("/drafts/1/amendments/2").text)
    assert "Amends No. 1 Kenya" in own
    assert "Norway submitted No. 2 to No. 1 (OP1)" in plain_of(kenya.get("/drafts/1/log").text)
    desk = fiji.get("/drafts/1/desk?at=o1").text
    assert desk.index('id="proposal-1"') < desk.index('id="proposal-2"')
    assert "Take No. 1 first." in desk


def test_what_is_in_a_private_draft_is_edited_again_and_discarded(room, target):
    norway = room.person("Norway")
    norway.amend(WORDS, to=target)
    assert f"{WORDS}</textarea>" in norway.get(f"/drafts/1/edit?to={target}&provision=o1").text
    again = norway.amend(WORDS.replace("willing", "able"), to=target, saves=1)
    assert again.headers["location"] == "/drafts/1/amendments/1#o1"
    assert "able" in norway.get("/drafts/1").text
    assert norway.post("/drafts/1/proposal/discard", provision="o1", to=target).status_code == 303
    assert "Our draft amendment" not in norway.get("/drafts/1").text


def test_a_paragraph_that_the_target_inserts_is_amended_and_merged_with_it(room):
    kenya, norway, fiji = room.person("Kenya"), room.person("Norway"), room.person("Fiji")
    kenya.amend("*Urges* States to dredge;", provision="", mode="insert", after="o1", kind="operative")
    kenya.post("/drafts/1/proposal/submit", revision=0, saves=1)
    page = norway.get("/drafts/1/amendments/1").text
    [new] = re.findall(r"edit\?to=1&amp;provision=([^\"&]+)", page)[:1]
    assert "*Urges* States to dredge;</textarea>" in norway.get(f"/drafts/1/edit?to=1&provision={new}").text
    submit_to(norway, 1, "*Urges* States to dredge with care;", provision=new)
    assert "In operative paragraph 2, after “dredge”, insert “with care”." in fiji.get("/drafts/1").text
    assert "No. 2" in fiji.get("/drafts/1/desk?at=o1").text
    issue(fiji, 1, 2)
    assert room.text(new) == "Urges States to dredge with care;"
    marked = norway.get("/drafts/1?view=marked").text
    assert 'title="Norway, Rev.1"' in marked


def test_each_paragraph_into_which_the_target_divides_one_can_be_amended(room):
    kenya, norway, fiji = room.person("Kenya"), room.person("Norway"), room.person("Fiji")
    kenya.amend("*Invites* all States to support harbours; ¶ *Invites* all States to be small;")
    kenya.post("/drafts/1/proposal/submit", revision=0, saves=1)
    page = norway.get("/drafts/1/amendments/1").text
    first, second = re.findall(r'edit\?to=1&amp;provision=([^"&]+)"', page)[::2]
    assert first == "o1"
    assert "Amend this amendment (OP2)" in page
    submit_to(norway, 1, "*Invites* all States to be rather small;", provision=second)
    assert re.search(
        r"In operative paragraph 2, after “[^”]*be”, insert “rather”.", fiji.get("/drafts/1").text
    )
    issue(fiji, 1, 2)
    assert room.text("o1") == "Invites all States to support harbours;"
    assert room.text(second) == "Invites all States to be rather small;"


def test_it_is_taken_only_with_its_target_and_both_are_merged(room, target):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    submit_to(norway, target)
    early = fiji.post("/drafts/1/desk", amendment=2, choice="take", revision=0)
    assert early.status_code == 409
    assert "No. 2 amends No. 1: take No. 1 first." in early.text
    for number in (1, 2):
        assert fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=0).status_code == 303
    for choice in ("leave", ""):
        alone = fiji.post("/drafts/1/desk", amendment=1, choice=choice, revision=0)
        assert alone.status_code == 409
        assert "No. 2 amends No. 1 and is taken: leave No. 2 out first." in alone.text
    assert "willing" in fiji.get("/drafts/1/desk/issue").text
    fiji.post("/drafts/1/desk/issue", revision=0, taken=[1, 2])
    assert room.text("o1") == "Invites all willing States to support all small harbours;"
    log = plain_of(norway.get("/drafts/1/log").text)
    assert "Merged: No. 1, No. 2." in log
    assert "merged, Rev.1" in plain_of(norway.get("/drafts/1/amendments/2").text)


def test_what_excludes_it_cannot_be_taken_with_it(room, target):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    rival = room.submit("Samoa", "o1", "*Invites* all States to support small ports;")
    submit_to(norway, target, WORDS.replace("harbours", "bays"))
    for number in (1, 3):
        fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=0)
    refused = fiji.post("/drafts/1/desk", amendment=rival, choice="take", revision=0)
    assert refused.status_code == 409
    assert "OP1: No. 2 and No. 3 exclude each other. Leave No. 3 out first." in refused.text
    assert "changes the same words" in fiji.get("/drafts/1/desk?at=o1").text


def test_where_its_target_is_merged_without_it_it_amends_the_text_itself(room, target):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    submit_to(norway, target)
    issue(fiji, 1)
    assert room.text("o1") == "Invites all rich States to support all small harbours;"
    page = plain_of(norway.get("/drafts/1/amendments/2").text)
    assert "this amends the text itself now" in page
    assert "Carried over: No. 2." in plain_of(norway.get("/drafts/1/log").text)
    assert "No. 2" in norway.get("/drafts/1").text
    issue(fiji, 2, revision=1)
    assert room.text("o1") == "Invites all willing States to support all small harbours;"


def test_where_its_target_is_carried_over_it_is_carried_with_it(room, target):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    other = room.submit("Samoa", "o1", "Again *invites* all States to support small harbours;")
    submit_to(norway, target)
    issue(fiji, other)
    assert "Carried over: No. 1, No. 3." in plain_of(norway.get("/drafts/1/log").text)
    assert "Amendments to it" in norway.get("/drafts/1/amendments/1").text
    issue(fiji, 1, 3, revision=1)
    assert room.text("o1") == "Again invites all willing States to support all small harbours;"


def test_where_its_target_needs_its_author_it_waits_and_everybody_is_told(room, target):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    rival = room.submit("Samoa", "o1", "*Invites* all poor States to support small harbours;")
    submit_to(norway, target)
    fiji.post("/drafts/1/desk", amendment=rival, choice="take", revision=0)
    assert "waits with No. 1" in plain_of(fiji.get("/drafts/1/desk").text)
    issue(fiji, rival)
    log = plain_of(norway.get("/drafts/1/log").text)
    assert "To be looked at by their authors: No. 1." in log
    assert "Waiting with the amendment that they amend: No. 3." in log
    assert "waits with No. 1" in plain_of(norway.get("/drafts/1/amendments").text)
    assert "the author of No. 1 has to look at that again" in norway.get("/drafts/1/amendments/3").text
    late = norway.amend(WORDS, to=1, revision=1)
    assert late.status_code == 409
    assert "No. 1 waits for its author: until then it cannot be amended." in late.text


def test_when_its_target_is_confirmed_on_the_new_text_it_is_offered_to_its_author_there(room, target):
    norway, kenya, fiji = room.person("Norway"), room.person("Kenya"), room.person("Fiji")
    rival = room.submit("Samoa", "o1", "*Invites* all poor States to support small harbours;")
    submit_to(norway, target, WORDS.replace("harbours", "bays"))
    issue(fiji, rival)
    assert norway.post("/drafts/1/amendments/3/confirm", revision=1).status_code == 409
    assert kenya.post("/drafts/1/amendments/1/confirm", revision=1).status_code == 303
    assert "To be looked at by their authors: No. 3." in plain_of(norway.get("/drafts/1/log").text)
    assert "Confirm it on Rev.1" in norway.get("/drafts/1/amendments/3").text
    assert "replace “harbours” with “bays”" in norway.get("/drafts/1/amendments/3").text
    assert norway.post("/drafts/1/amendments/3/confirm", revision=1).status_code == 303
    issue(fiji, 1, 3, revision=1)
    assert room.text("o1") == "Invites all poor willing States to support all small bays;"


def test_with_a_target_that_is_withdrawn_it_lapses_on_the_record(room, target):
    norway, kenya, chile = room.person("Norway"), room.person("Kenya"), room.person("Chile")
    submit_to(norway, target)
    submit_to(chile, 2, WORDS.replace("willing", "able"))
    kenya.post(f"/drafts/1/amendments/{target}/withdraw")
    log = plain_of(norway.get("/drafts/1/log").text)
    assert "Kenya withdrew No. 1" in log
    assert "Lapsed with it: No. 2, No. 3." in log
    for number in (2, 3):
        page = plain_of(norway.get(f"/drafts/1/amendments/{number}").text)
        assert "It lapsed with it." in page
        assert "Kenya withdrew No. 1" in page
        assert "willing" in page
    assert "willing" not in norway.get("/drafts/1").text
    assert norway.post("/drafts/1/amendments/2/withdraw").status_code == 409


def test_an_amendment_to_an_amendment_is_amended_in_turn_and_all_are_merged(room, target):
    norway, chile, fiji = room.person("Norway"), room.person("Chile"), room.person("Fiji")
    submit_to(norway, target)
    assert f"{WORDS}</textarea>" in chile.get("/drafts/1/edit?to=2&provision=o1").text
    submit_to(chile, 2, WORDS.replace("willing", "able"))
    assert "No. 3 to No. 2" in plain_of(chile.get("/drafts/1").text)
    assert 'id="proposal-3"' in fiji.get("/drafts/1/desk?at=o1").text
    issue(fiji, 1, 2, 3)
    assert room.text("o1") == "Invites all able States to support all small harbours;"


def test_a_target_withdrawn_while_somebody_types_is_answered_409_and_the_words_are_kept(room, target):
    norway, kenya = room.person("Norway"), room.person("Kenya")
    assert norway.amend(WORDS.replace("willing", "able"), to=target).status_code == 303
    kenya.post(f"/drafts/1/amendments/{target}/withdraw")
    late = norway.amend(WORDS, to=target, saves=1)
    assert late.status_code == 409
    assert "No. 1 is no longer open: it is withdrawn." in late.text
    assert f"{WORDS}</textarea>" in late.text
    submitted = norway.post("/drafts/1/proposal/submit", revision=0, saves=1)
    assert submitted.status_code == 409
    tray = plain_of(norway.get("/drafts/1").text)
    assert "what amends it cannot be submitted" in tray
    assert "replace “rich” with “able”" in tray
    assert norway.post("/drafts/1/proposal/discard").status_code == 303
    assert norway.amend(WORDS).status_code == 303


def test_a_revision_issued_while_somebody_types_is_answered_409_and_the_words_are_kept(room, target):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    issue(fiji, target)
    late = norway.amend(WORDS, to=target)
    assert late.status_code == 409
    assert f"{WORDS}</textarea>" in late.text
    assert 'name="to"' not in late.text  # its words are words of the text by now
    assert norway.amend(WORDS, revision=1).status_code == 303
    assert "replace “rich” with “willing”" in norway.get("/drafts/1").text


def test_a_draft_on_a_target_that_is_carried_over_goes_on_on_the_new_text(room, target):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    other = room.submit("Samoa", "p2", "*Noting* that harbours are the only door of an island,")
    norway.amend(WORDS, to=target)
    issue(fiji, other)
    late = norway.amend(WORDS.replace("willing", "able"), to=target, saves=1)
    assert late.status_code == 409
    assert f'name="to" value="{target}"' in late.text
    assert norway.post("/drafts/1/proposal/submit", revision=1, saves=1).status_code == 303
    assert "replace “rich” with “willing”" in fiji.get("/drafts/1").text


def test_a_private_draft_is_on_the_text_or_on_one_target_and_nothing_typed_is_lost(room, target):
    norway = room.person("Norway")
    other = room.submit("Samoa", "p2", "*Noting* that harbours are the only door of an island,")
    norway.amend(WORDS, to=target)
    said = "Your delegation’s draft amendment amends No. 1: submit or discard it first."
    for fields in ({}, {"to": other, "provision": "p2"}):
        refused = norway.amend("*Invites* nobody;", saves=1, **fields)
        assert refused.status_code == 409
        assert said in refused.text
        assert "*Invites* nobody;</textarea>" in refused.text
    assert said in norway.get("/drafts/1/edit?provision=o1").text
    norway.post("/drafts/1/proposal/discard")
    norway.amend("*Decides* to go home.", provision="o3")
    refused = norway.amend(WORDS, to=target, saves=1)
    assert refused.status_code == 409
    assert "Your delegation’s draft amendment amends the text: submit or discard it first." in refused.text


def test_what_the_target_leaves_as_it_is_is_amended_in_the_text(room, target):
    norway = room.person("Norway")
    refused = norway.amend("*Decides* to go home.", provision="o3", to=target)
    assert refused.status_code == 409
    assert "OP3: No. 1 changes nothing here; amend the text itself." in refused.text
    assert norway.get(f"/drafts/1/edit?to={target}&provision=o3").status_code == 409
    assert norway.get("/drafts/1/edit?to=9&provision=o1").status_code == 404
    assert norway.amend(WORDS, to=9).status_code == 404


def test_an_observer_and_a_visitor_cannot(room, target):
    observer = room.person("International Harbour Union", role=Role.OBSERVER)
    assert "Amend this amendment" not in observer.get(f"/drafts/1/amendments/{target}").text
    for person in (observer, room.visitor()):
        assert person.get(f"/drafts/1/edit?to={target}&provision=o1", follow_redirects=False).status_code in (
            303,
            403,
        )
        assert person.amend(WORDS, to=target).status_code in (303, 403)
    assert room.record()[-1] == ("Kenya", "submitted", 1)


def test_two_delegations_and_the_penholder_bring_an_amendment_to_an_amendment_into_the_text(browser, server):
    norway, kenya, fiji = (Browsing(browser, server, seat) for seat in ("norway", "kenya", "fiji"))
    norway.open("/amendments/1")
    norway.live()
    page = kenya.open("/amendments/1")
    kenya.live()
    page.get_by_role("link", name="Amend this amendment").click()
    area = page.locator(".ProseMirror")
    area.wait_for()
    expect(area).to_contain_text("obtain the agreement of")
    kenya.type_at_end(area, " and of their elders")
    consequence = page.locator(".consequence")
    expect(consequence.locator("ins")).to_contain_text("and of their elders")
    expect(consequence).not_to_contain_text("obtain the agreement of” ")
    page.get_by_role("button", name="Submit amendment").click()
    expect(page.locator(".ProseMirror")).to_have_count(0)
    expect(page.locator("#amending")).to_contain_text("and of their elders")
    expect(norway.page.locator("#amending")).to_contain_text("and of their elders")
    expect(norway.page.locator("#happened")).to_contain_text("Kenya submitted No. 27 to No. 1")
    norway.open()
    expect(norway.page.locator("#beside-op2 .amending")).to_contain_text("to No. 1 · Kenya")
    desk = fiji.open("/desk?at=op2")
    fiji.live()
    for number in (1, 27):
        desk.locator(f"#take-{number}").click()
        expect(desk.locator(f"#take-{number}")).to_have_attribute("aria-pressed", "true")
    desk.locator(".desk-issue").click()
    desk.locator('form[action$="/desk/issue"] button').click()
    expect(norway.page.locator("#happened")).to_contain_text("Fiji issued Rev.2")
    expect(norway.paragraph("OP2")).to_contain_text("and of their elders")
    norway.open("?view=marked")
    marked = norway.paragraph("OP2")
    expect(marked.locator("ins", has_text="and of their elders")).to_be_visible()
    expect(marked.locator("a.credit[title='Kenya, Rev.2']")).to_be_visible()
    for each in (norway, kenya, fiji):
        each.close()


def test_words_typed_to_an_amendment_stay_while_it_is_withdrawn(browser, server):
    norway, kenya = (Browsing(browser, server, seat) for seat in ("norway", "kenya"))
    page = kenya.open("/amendments/16")
    kenya.live()
    page.get_by_role("link", name="Amend this amendment").click()
    area = page.locator(".ProseMirror")
    area.wait_for()
    kenya.type_at_end(area, " half a thought")
    norway.open("/amendments/16").get_by_role("button", name="Withdraw the amendment").click()
    expect(page.locator("#happened")).to_contain_text("Norway withdrew No. 16")
    expect(area).to_contain_text("half a thought")
    page.get_by_role("button", name="Submit amendment").click()
    expect(page.locator(".editor-problem")).to_contain_text("No. 16 is no longer open: it is withdrawn.")
    expect(area).to_contain_text("half a thought")
    kenya.page.evaluate("document.querySelector('[data-leaves]').click()")
    for each in (norway, kenya):
        each.close()
