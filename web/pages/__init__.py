"""What each page shows: from a seat and what was asked to the values that a template takes.

A page of a draft is made here for whoever asks for it and, after an act, for everybody who has it open.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from drafting.permissions import Act
from web.dependencies import Seat
from web.pages import amendments, checks, desk, documents, log, provision, revisions, sponsors, text
from web.pages.frame import draft_frame


class Page(NamedTuple):
    """A page of a draft: its template, what makes its values, the act that one must be permitted."""

    template: str
    make: Callable[[Session, Seat, Mapping[str, str]], dict[str, Any]]
    act: Act = Act.READ
    asks: tuple[str, ...] = ()  # what may be asked of it in its address


PAGES = {
    "text": Page("text.html", text.make, asks=("view",)),
    "provision": Page("provision.html", provision.make, asks=("provision",)),
    "amendments": Page("amendments.html", amendments.make_list, asks=("show",)),
    "amendment": Page("amendment.html", amendments.make_one, asks=("number",)),
    "desk": Page("desk.html", desk.make, Act.MERGE, ("at",)),
    "issue": Page("issue.html", desk.make_issue, Act.MERGE),
    "checks": Page("checks.html", checks.make),
    "sponsors": Page("sponsors.html", sponsors.make),
    "revisions": Page("revisions.html", revisions.make_list),
    "revision": Page("revision.html", revisions.make_one, asks=("number", "view")),
    "compare": Page("compare.html", revisions.make_comparison, asks=("from", "to", "all")),
    "log": Page("log.html", log.make, asks=("delegation", "place", "act", "since")),
    "files": Page("files.html", documents.make),
}


def make(session: Session, seat: Seat, name: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give the values of a page of a draft; what it cannot be asked is left out."""
    page = PAGES[name]
    known = {key: asked[key] for key in page.asks if asked.get(key)}
    return draft_frame(session, seat, name, known) | page.make(session, seat, known)
