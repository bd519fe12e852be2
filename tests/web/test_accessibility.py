"""axe on every page, in every dress."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.test_together import Browsing

DRAFT = ("", "?view=marked", "?view=origins", "/provisions/op6", "/revisions/1?view=origins", "/amendments?show=all",
         "/amendments/8", "/amendments/20", "/desk", "/desk/issue", "/desk/joint?at=op2&of=1&of=2", "/sponsors",
         "/revisions", "/revisions/0", "/compare?from=0&to=1&all=1", "/log", "/files", "/bring", "/checks")  # fmt: skip
DRESSES = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 700}},
}


def found(page):
    results = Axe().run(page)
    return [
        (violation["id"], [node["target"] for node in violation["nodes"]][:3])
        for violation in results.response["violations"]
    ]


def too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("dress", DRESSES)
def test_axe_finds_nothing_on_any_page_and_none_scrolls_sideways(browser, server, dress):
    fiji = Browsing(browser, server, "fiji", **DRESSES[dress])
    page = fiji.page
    pages = ["/drafts", "/drafts/new", "/account", *(f"/drafts/1{path}" for path in DRAFT)]
    for path in pages:
        page.goto(server.address + path)
        page.wait_for_timeout(150)
        assert found(page) == [], f"{path} in {dress}"
        assert too_wide(page) <= 0, f"{path} in {dress}"
    page.goto(f"{server.address}/drafts/1")
    page.locator(".provision.operative .amend a").first.click()
    page.locator(".ProseMirror").wait_for()
    assert found(page) == [], "the editor"
    assert too_wide(page) <= 0
    fiji.close()


@pytest.mark.parametrize("dress", DRESSES)
def test_axe_finds_nothing_in_the_review_of_a_document(browser, server, dress):
    norway = Browsing(browser, server, "norway", **DRESSES[dress])
    page = norway.page
    copy = page.request.get(f"{server.address}/drafts/1/files/1.txt").text().split("\n\n")
    at = next(at for at, words in enumerate(copy) if words.startswith("5. "))
    copy.insert(at - 2, copy.pop(at))
    for document in (
        "In operative paragraph 2, delete “digital”.\n\nIn operative paragraph 99, delete “a”.",
        "\n\n".join(copy),
    ):
        page.goto(f"{server.address}/drafts/1/bring")
        page.get_by_role("textbox").fill(document)
        page.get_by_role("button", name="Read it and show me").click()
        page.get_by_role("heading", name="What the document would do").wait_for()
        assert found(page) == [], dress
        assert too_wide(page) <= 0, dress
    norway.close()


@pytest.mark.parametrize("language", ["fr", "ar", "zh"])
def test_axe_finds_nothing_in_other_languages_and_directions(browser, server, language):
    jordan = Browsing(browser, server, "jordan", locale=language)
    for path in (
        "/drafts",
        "/drafts/1",
        "/drafts/2",
        "/drafts/3",
        "/drafts/1/log",
        "/drafts/1/amendments",
        "/drafts/1/bring",
    ):
        jordan.page.goto(server.address + path)
        jordan.page.wait_for_timeout(150)
        assert found(jordan.page) == [], f"{path} in {language}"
        assert too_wide(jordan.page) <= 0, path
    jordan.close()


def test_axe_finds_nothing_before_signing_in(browser, server):
    page = browser.new_page()
    for path in ("/sign-in", "/invitation/unknown", "/nowhere"):
        page.goto(server.address + path)
        assert found(page) == [], path
    page.context.close()
