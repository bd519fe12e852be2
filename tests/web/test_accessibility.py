"""axe on every page, in every dress."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.test_together import Browsing

DRAFT = ("", "?view=marked", "?view=origins", "/provisions/op6", "/revisions/1?view=origins", "/amendments?show=all", "/amendments/8", "/desk", "/desk/issue", "/sponsors", "/revisions",
         "/revisions/0", "/compare?from=0&to=1&all=1", "/log", "/files")  # fmt: skip
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


@pytest.mark.parametrize("language", ["fr", "ar", "zh"])
def test_axe_finds_nothing_in_other_languages_and_directions(browser, server, language):
    jordan = Browsing(browser, server, "jordan", locale=language)
    for path in ("/drafts", "/drafts/1", "/drafts/2", "/drafts/3", "/drafts/1/log", "/drafts/1/amendments"):
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
