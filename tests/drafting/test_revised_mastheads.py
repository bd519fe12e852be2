"""What a revision's masthead takes over from the draft as first opened, and what is its own."""

from dataclasses import replace
from datetime import UTC, datetime

from drafting import queries
from drafting.actions import open_draft
from drafting.database import writing
from drafting.mastheads import job_line, sponsors_line, symbol
from drafting.models import Delegation, Member, Revision
from tests.exports.word_drafts import ENGLISH


def test_a_revision_has_a_date_of_its_own_and_no_job_number_until_it_is_given_one(engine) -> None:
    head = replace(
        ENGLISH.masthead, job="26-17678", job_dates="071026", reissued="Reissued on 9 October 2026."
    )
    with writing(engine) as session:
        member = Member(name="Ana", delegation=Delegation(name="Fiji", code="FJI"))
        session.add(member)
        session.flush()
        draft = open_draft(session, member, replace(ENGLISH, masthead=head))
        first = queries.revision(session, draft)
        opened = queries.outline(session, draft, first).masthead
        draft.revision = 1
        moment = datetime(2026, 11, 2, 9, tzinfo=UTC)
        second = Revision(draft_id=draft.id, number=1, issued_at=moment, member=member, text=first.text)
        session.add(second)
        session.flush()
        revised = queries.outline(session, draft, second).masthead
    assert (symbol(opened), job_line(opened)) == ("A/C.3/81/L.7*", "26-17678* (E)    071026")
    assert (symbol(revised), job_line(revised), revised.date) == ("A/C.3/81/L.7/Rev.1", "", moment.date())
    assert sponsors_line(revised) == "Fiji, Kenya and Norway: revised draft resolution"
