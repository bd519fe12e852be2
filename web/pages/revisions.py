"""The pages of the revisions: the list, each for reading, and any two compared."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from amendments import queries as proposed
from drafting import queries
from drafting.messages import NotFound
from drafting.models import Draft, Revision
from web.dependencies import Seat
from web.pages.proposals import url
from web.pages.provisions import as_opened, marked, masthead, sheet, viewed


def files(draft: Draft, revision: Revision) -> dict[str, str | None]:
    """Where the files of a revision are."""
    base = f"/drafts/{draft.id}/files/{revision.number}"
    return {
        "word_url": f"{base}.docx",
        "tracked_url": f"{base}-tracked.docx" if revision.number else None,
        "text_url": f"{base}.txt",
    }


def compilations(session: Session, draft: Draft) -> dict[str, str | None]:
    """Where the compilation text is, for printing and with tracked changes, while amendments are open."""
    base = f"/drafts/{draft.id}/compilation" if proposed.open_count(session, draft) else None
    return {
        "compiled_url": base and f"{base}.docx",
        "compiled_tracked_url": base and f"{base}-tracked.docx",
    }


def make_list(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the list of revisions shows."""
    draft = seat.on
    merged = proposed.merged(session, draft, 0, draft.revision).values()
    shown = [
        {
            "number": each.number,
            "label": each.label,
            "url": f"/drafts/{draft.id}/revisions/{each.number}",
            "issued_at": each.issued_at,
            "by": f"{each.member.name}, {queries.name(each.member.delegation, seat.language)}",
            "merged": [
                (one.number, queries.name(one.delegation, seat.language), url(draft, one))
                for one in merged
                if one.closed_in == each.number
            ],
            "current": each.number == draft.revision,
            "compare_url": f"/drafts/{draft.id}/compare?from={each.number - 1}&to={each.number}"
            if each.number
            else None,
            **files(draft, each),
        }
        for each in reversed(queries.revisions(session, draft))
    ]
    return {
        "revisions": shown,
        "numbers_from": max(draft.revision - 1, 0),
        "numbers_to": draft.revision,
        **compilations(session, draft),
    }


def make_one(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of one revision shows."""
    draft = seat.on
    found = queries.revision(session, draft, int(asked["number"]))
    view, shown, credits = viewed(session, draft, found, asked.get("view"), seat.language)
    return {
        "shown": {
            "number": found.number,
            "label": found.label,
            "issued_at": found.issued_at,
            "current": found.number == draft.revision,
            "word_url": files(draft, found)["word_url"],
        },
        "view": view,
        "opened": as_opened(session, draft, seat.language),
        "masthead": masthead(queries.outline(session, draft, found).masthead, revised=found.number > 0),
        **sheet(shown, found.text.outline, credits),
    }


def make_comparison(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what became of one revision in a later one; asked the other way round, it is turned."""
    draft = seat.on
    numbers = [asked.get("from") or str(max(draft.revision - 1, 0)), asked.get("to") or str(draft.revision)]
    if not all(each.isdigit() for each in numbers):
        raise NotFound("“{title}” has no Rev.{number}.", title=draft.title, number=" – ".join(numbers))
    first, last = sorted(int(each) for each in numbers)
    old, new = queries.revision(session, draft, first), queries.revision(session, draft, last)
    found, credits = marked(session, draft, new, old.number, seat.language)
    changed = [row for row in found if row.change]
    shown = found if asked.get("all") else changed
    return {
        "old": {"number": old.number, "label": old.label, "issued_at": old.issued_at},
        "new": {"number": new.number, "label": new.label, "issued_at": new.issued_at},
        "all": bool(asked.get("all")),
        "changed": len(changed),
        "tracked_url": f"/drafts/{draft.id}/files/{new.number}-tracked.docx?since={old.number}"
        if first < last
        else None,
        **sheet(shown, new.text.outline, credits),
    }


def make_files(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of the files shows."""
    draft = seat.on
    every = queries.revisions(session, draft)
    shown = [
        {
            "number": each.number,
            "label": each.label,
            "issued_at": each.issued_at,
            "current": each.number == draft.revision,
            "symbol": queries.symbol(each),
            "before": every[each.number - 1].label if each.number else None,
            **files(draft, each),
        }
        for each in reversed(every)
    ]
    base = f"/drafts/{draft.id}"
    return {
        "files": shown,
        **compilations(session, draft),
        **{f"{kind}_url": f"{base}/log.{kind}" for kind in ("docx", "xlsx", "csv")},
    }
