"""The demonstration: a whole negotiation, told through the program's own acts."""

from collections import Counter

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.changes import ChangeKind
from amendments.collisions import Severity, collisions
from amendments.models import Amendment, Status
from drafting import queries
from drafting.database import reading
from drafting.messages import Refused
from drafting.models import Draft, Entry, Member
from drafting.numbering import number
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.permissions import Role
from drafting.text import notes, parse, plain
from web import demo
from web.story import Told, find

ISLANDS = "Access of remote island communities to digital public services"


@pytest.fixture
def loaded(engine: Engine) -> Engine:
    assert demo.load(engine)
    return engine


def test_the_room_has_three_drafts_of_which_one_is_read_from_the_right(loaded: Engine) -> None:
    with reading(loaded) as session:
        found = {
            draft.language: len(proposed.amendments(session, draft)) for draft in queries.drafts(session)
        }
        delegations = {
            each.name for each in queries.delegations(session) if each.role == Role.DELEGATION.value
        }
    assert found == {"en": 26, "es": 4, "ar": 1}
    assert len(delegations) >= 12


def test_the_text_is_of_the_length_that_is_negotiated(loaded: Engine) -> None:
    with reading(loaded) as session:
        draft = _islands(session)
        opened = queries.outline(session, draft, queries.revision(session, draft, 0))
        count = Counter(provision.kind for provision in opened.provisions)
        labels = [place.label for place in number(opened)]
        said = queries.entries(session, draft)[0].details
        referred = [note for provision in opened.provisions for note in notes(provision.text)]
    assert (count[Kind.PREAMBULAR], count[Kind.OPERATIVE], count[Kind.NOTE]) == (15, 20, 10)
    assert {"PP10(c)", "OP3(c)(ii)", "OP20", "Note 10"} <= set(labels)
    assert (len(referred), len(set(referred))) == (11, 10)
    assert said["sponsors"] == ["Fiji", "Kenya", "Norway", "Samoa"]
    assert (opened.masthead.symbol, opened.masthead.agenda_item) == ("A/C.3/81/L.17", "71 (b)")


def test_one_revision_is_issued_and_every_amendment_has_a_fate(loaded: Engine) -> None:
    with reading(loaded) as session:
        draft = _islands(session)
        fates = Counter(each.status for each in proposed.amendments(session, draft))
        waiting = [each.number for each in proposed.amendments(session, draft) if each.offer]
        issued = queries.revision(session, draft)
        symbol = queries.symbol(issued)
        mobile = next(place for place in number(issued.text.outline) if place.label == "OP12")
        unsent = [each.delegation.name for each in proposed.unsubmitted(session, draft)]
    assert (draft.revision, symbol) == (1, "A/C.3/81/L.17/Rev.1")
    assert fates == {
        Status.OPEN: 17,
        Status.MERGED: 6,
        Status.ALREADY: 1,
        Status.WITHDRAWN: 1,
        Status.DIVIDED: 1,
    }
    assert waiting == [8]
    assert plain(mobile.provision.text).startswith("Further encourages Member States to operate mobile")
    assert unsent == ["Norway"]


def test_amendments_meet_in_every_way(loaded: Engine) -> None:
    with reading(loaded) as session:
        draft = _islands(session)
        text = queries.revision(session, draft).text
        pending = proposed.pending(session, draft)
        numbers = {each.key: each.number for each in pending}
        met = {
            (numbers[each.one], numbers[each.other]): each.severity
            for each in collisions(text, [each.proposal for each in pending])
        }
    assert met == {
        (1, 2): Severity.HARD,
        (13, 18): Severity.HARD,
        (16, 17): Severity.SOFT,
        (19, 20): Severity.CONCURRING,
        (24, 25): Severity.HARD,
    }


def test_amendments_are_of_every_kind(loaded: Engine) -> None:
    with reading(loaded) as session:
        every = session.scalars(select(Amendment)).unique()
        first = [each.wordings[0].changes for each in every]
        kinds = {(change.kind, change.paragraph_kind) for changes in first for change in changes}
    assert {kind for kind, _ in kinds} == set(ChangeKind)
    reworded = {paragraph for kind, paragraph in kinds if kind is ChangeKind.REWORD}
    assert reworded >= {Kind.TITLE, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.NOTE}
    assert max(len(changes) for changes in first) == 3


def test_sponsors_have_joined_and_left(loaded: Engine) -> None:
    with reading(loaded) as session:
        draft = _islands(session)
        acts = Counter(entry.act for entry in queries.entries(session, draft))
        standing = [queries.name(each.delegation, "en") for each in queries.sponsorships(session, draft)]
    assert (acts["joined"], acts["left"]) == (6, 2)
    assert standing == ["Fiji", "Indonesia", "Ireland", "Jamaica", "Kenya", "Maldives", "Norway", "Samoa"]


def test_the_record_is_in_the_order_of_time_and_its_seal_is_unbroken(loaded: Engine) -> None:
    with reading(loaded) as session:
        for draft in queries.drafts(session):
            moments = [entry.at for entry in queries.entries(session, draft)]
            assert moments == sorted(moments)
            assert queries.broken_seal(session, draft) is None


def test_every_seat_is_taken_by_somebody_and_one_delegation_has_two(loaded: Engine) -> None:
    with reading(loaded) as session:
        seats = demo.seats(session)
        sitting = {seat.key: demo.sitting(session, seat.key) for seat in seats}
        nobody = demo.sitting(session, "atlantis")
    assert (seats[0].delegation, seats[0].role) == ("Fiji", Role.PENHOLDER)
    assert {seat.role for seat in seats} == set(Role) - {Role.VISITOR}
    assert [seat.delegation for seat in seats].count("Norway") == 2
    assert {key: member.name for key, member in sitting.items() if member} == {
        seat.key: seat.member for seat in seats
    }
    assert nobody is None


def test_loading_twice_changes_nothing(loaded: Engine) -> None:
    counts = [select(func.count()).select_from(table) for table in (Draft, Entry, Member, Amendment)]
    with reading(loaded) as session:
        before = [session.scalar(count) for count in counts]
    assert not demo.load(loaded)
    with reading(loaded) as session:
        assert [session.scalar(count) for count in counts] == before


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Told(delete="OP7"), "The text has no OP7."),
        (Told(place="OP1", replace="island", insert=""), "OP1 has 2 times “island”."),
    ],
)
def test_a_story_that_does_not_fit_the_text_says_where(told: Told, said: str) -> None:
    text = parse("*Notes* that each island is an island;")
    outline = Outline(Masthead(), (Provision("p", Kind.OPERATIVE, text),))
    with pytest.raises(Refused, match=said):
        find(outline, {}, told)


def _islands(session: Session) -> Draft:
    return next(draft for draft in queries.drafts(session) if draft.title == ISLANDS)
