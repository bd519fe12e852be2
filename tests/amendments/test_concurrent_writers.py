"""Many people acting on one draft at the same moment: nothing is lost, doubled or half done."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from amendments import actions, deciding, desk, queries
from amendments.models import Amendment, Choice, Status, Wording
from drafting.actions import join, open_draft
from drafting.database import reading, writing
from drafting.manuscript import to_json
from drafting.messages import OutOfOrder, Refused, Superseded
from drafting.models import Delegation, Draft, Entry, Member, Revision, Sponsorship
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.queries import broken_seal, entries, revision
from drafting.text import parse, plain

Act = Callable[[Session], Any]
PARAGRAPHS = 6


@pytest.fixture
def draft(engine: Engine) -> int:
    """A draft of six operative paragraphs, led by Norway, which has two members; eight others have one."""
    texts = (f"Decides to measure river {number} every month;" for number in range(1, PARAGRAPHS + 1))
    provisions = [Provision("t", Kind.TITLE, parse("Rivers"))]
    provisions += (Provision(f"op{at}", Kind.OPERATIVE, parse(text)) for at, text in enumerate(texts, 1))
    with writing(engine) as session:
        norway = Delegation(name="Norway", role="delegation")
        session.add(norway)
        session.add_all(Member(delegation=norway, name=name) for name in ("Elin", "Odd"))
        for number in range(1, 9):
            session.add(
                Member(delegation=Delegation(name=f"State {number}", role="delegation"), name=f"M{number}")
            )
        session.flush()
        return open_draft(session, member(session, "Elin"), Outline(Masthead("en"), tuple(provisions))).id


def member(session: Session, name: str) -> Member:
    return session.scalars(select(Member).where(Member.name == name)).one()


def at_once(engine: Engine, acts: Sequence[Act]) -> list[Refused | None]:
    """Let each act happen in a transaction of its own, all of them at the same moment; give the refusals."""
    start = Barrier(len(acts))

    def run(act: Act) -> Refused | None:
        start.wait()
        try:
            with writing(engine) as session:
                act(session)
        except Refused as refused:
            return refused
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def proposing(draft: int, name: str, number: int, words: str, *, on: int = 0, saves: int = 0) -> Act:
    """Keep a rewording of a paragraph in the delegation's draft amendment."""
    text = parse(f"Decides to measure river {number} {words};")
    return lambda session: actions.propose(
        session, member(session, name), draft, on=on, saves=saves, provision=f"op{number}", text=text
    )


def submitting(draft: int, name: str, *, on: int = 0, saves: int = 1) -> Act:
    return lambda session: actions.submit(session, member(session, name), draft, on=on, saves=saves)


def choosing(draft: int, name: str, number: int, *, on: int = 0) -> Act:
    return lambda session: deciding.choose(session, member(session, name), draft, number, True, on=on)


def issuing(draft: int, name: str, taken: Sequence[int], *, on: int = 0) -> Act:
    return lambda session: desk.issue(session, member(session, name), draft, on=on, taken=taken)


def everything(engine: Engine) -> list[Any]:
    """All that is kept of a draft, to see that a refused act left it as it was."""
    tables = (Draft, Revision, Amendment, Wording, Choice, Entry, Sponsorship)
    with reading(engine) as session:
        return [
            [
                {column.key: plain_value(getattr(row, column.key)) for column in table.__table__.columns}
                for row in session.scalars(select(table).order_by(*table.__mapper__.primary_key)).unique()
            ]
            for table in tables
        ]


def plain_value(value: Any) -> Any:
    return to_json(value) if hasattr(value, "paragraphs") else value


def assert_record_unbroken(engine: Engine, draft: int) -> None:
    with reading(engine) as session:
        found = session.get_one(Draft, draft)
        numbers = [entry.number for entry in entries(session, found)]
        assert numbers == list(range(1, found.entries + 1))
        assert broken_seal(session, found) is None


def test_delegations_that_submit_at_once_get_numbers_without_gaps(engine: Engine, draft: int) -> None:
    names = [f"M{number}" for number in range(1, 9)]
    assert at_once(engine, [proposing(draft, name, 1, f"as {name} says") for name in names]) == [None] * 8
    assert at_once(engine, [submitting(draft, name) for name in names]) == [None] * 8
    with reading(engine) as session:
        found = queries.amendments(session, session.get_one(Draft, draft))
        assert [each.number for each in found] == list(range(1, 9))
        assert {plain(each.wording.changes[0].text) for each in found} == {
            f"Decides to measure river 1 as {name} says;" for name in names
        }
    assert_record_unbroken(engine, draft)


def test_of_two_members_of_one_delegation_who_save_at_once_one_is_told(engine: Engine, draft: int) -> None:
    refusals = at_once(
        engine, [proposing(draft, "Elin", 1, "as Elin says"), proposing(draft, "Odd", 1, "as Odd says")]
    )
    [kept] = [name for name, refusal in zip(("Elin", "Odd"), refusals, strict=True) if refusal is None]
    assert sum(isinstance(refusal, Superseded) for refusal in refusals) == 1
    with reading(engine) as session:
        [amendment] = session.scalars(select(Amendment)).unique().all()
        assert amendment.saves == 1
        assert plain(amendment.wording.changes[0].text) == f"Decides to measure river 1 as {kept} says;"


def test_an_amendment_is_submitted_once_however_often_it_is_tried(engine: Engine, draft: int) -> None:
    at_once(engine, [proposing(draft, "M1", 1, "weekly")])
    refusals = at_once(engine, [submitting(draft, "M1")] * 4)
    assert sum(refusal is None for refusal in refusals) == 1
    with reading(engine) as session:
        assert session.get_one(Draft, draft).proposals == 1
    assert_record_unbroken(engine, draft)


def test_what_amends_an_amendment_never_stays_open_when_that_is_withdrawn_at_the_same_moment(
    engine: Engine, draft: int
) -> None:
    def amending(session: Session) -> None:
        text = parse("Decides to measure river 1 weekly by boat;")
        actions.propose(
            session, member(session, "M2"), draft, on=0, saves=0, provision="op1", text=text, to=1
        )

    at_once(engine, [proposing(draft, "M1", 1, "weekly")])
    at_once(engine, [submitting(draft, "M1")])
    assert at_once(engine, [amending]) == [None]
    withdrawn, submitted = at_once(
        engine,
        [
            lambda session: actions.withdraw(session, member(session, "M1"), draft, 1),
            submitting(draft, "M2"),
        ],
    )
    assert withdrawn is None
    assert submitted is None or isinstance(submitted, OutOfOrder)
    with reading(engine) as session:
        written = session.scalars(select(Amendment).where(Amendment.target_id.is_not(None))).unique().one()
        assert written.status == (Status.PRIVATE if submitted else Status.LAPSED)
    assert_record_unbroken(engine, draft)


def test_of_amendments_that_exclude_each_other_only_one_is_taken_at_once(engine: Engine, draft: int) -> None:
    for name in ("M1", "M2", "M3", "M4"):
        at_once(engine, [proposing(draft, name, 1, f"as {name} says")])
        at_once(engine, [submitting(draft, name)])
    who = ("Elin", "Odd", "Elin", "Odd")
    refusals = at_once(engine, [choosing(draft, name, number) for number, name in enumerate(who, 1)])
    assert sum(refusal is None for refusal in refusals) == 1
    assert sum(isinstance(refusal, OutOfOrder) for refusal in refusals) == 3
    with reading(engine) as session:
        assert session.scalar(select(func.count()).select_from(Choice)) == 1


def test_of_two_who_issue_at_once_one_issues_and_one_is_told(engine: Engine, draft: int) -> None:
    for number, name in enumerate(("M1", "M2"), 1):
        at_once(engine, [proposing(draft, name, number, "weekly")])
        at_once(engine, [submitting(draft, name)])
        at_once(engine, [choosing(draft, "Elin", number)])
    refusals = at_once(engine, [issuing(draft, name, (1, 2)) for name in ("Elin", "Odd")])
    assert sum(refusal is None for refusal in refusals) == 1
    assert sum(isinstance(refusal, Superseded) for refusal in refusals) == 1
    with reading(engine) as session:
        found = session.get_one(Draft, draft)
        assert found.revision == 1
        assert session.scalars(select(Revision.number).order_by(Revision.number)).all() == [0, 1]
        assert "river 2 weekly;" in plain(revision(session, found).text.by_id["op2"].text)
    assert_record_unbroken(engine, draft)


def test_what_was_prepared_on_an_earlier_text_is_refused_and_changes_nothing(
    engine: Engine, draft: int
) -> None:
    for act in (
        proposing(draft, "M1", 1, "weekly"),
        submitting(draft, "M1"),
        choosing(draft, "Elin", 1),
        proposing(draft, "M2", 2, "yearly"),
        issuing(draft, "Elin", (1,)),
    ):
        assert at_once(engine, [act]) == [None]
    before = everything(engine)
    stale = [
        proposing(draft, "M3", 3, "weekly"),
        proposing(draft, "M2", 2, "daily", saves=1),
        submitting(draft, "M2", saves=1),
        choosing(draft, "Elin", 1),
        issuing(draft, "Odd", (1,)),
    ]
    assert all(isinstance(refusal, Superseded) for refusal in at_once(engine, stale))
    assert everything(engine) == before


def test_what_was_prepared_on_an_earlier_save_is_refused_and_changes_nothing(
    engine: Engine, draft: int
) -> None:
    assert at_once(engine, [proposing(draft, "Elin", 1, "weekly")]) == [None]
    assert at_once(engine, [proposing(draft, "Odd", 1, "daily", saves=1)]) == [None]
    before = everything(engine)
    stale = [
        proposing(draft, "Elin", 1, "yearly", saves=1),
        proposing(draft, "Elin", 2, "yearly"),
        submitting(draft, "Elin", saves=1),
    ]
    assert all(isinstance(refusal, Superseded) for refusal in at_once(engine, stale))
    assert everything(engine) == before


def test_a_revision_issued_amid_all_other_acts_has_what_was_taken_and_loses_nothing(
    engine: Engine, draft: int
) -> None:
    for number in range(1, 5):
        at_once(engine, [proposing(draft, f"M{number}", number, "weekly")])
        at_once(engine, [submitting(draft, f"M{number}")])
    at_once(engine, [choosing(draft, "Elin", 1)])
    refusals = at_once(
        engine,
        [
            issuing(draft, "Elin", (1,)),
            choosing(draft, "Odd", 2),
            proposing(draft, "M5", 5, "weekly"),
            proposing(draft, "M6", 1, "never"),
            *(
                (lambda session, name=name: join(session, member(session, name), draft))
                for name in ("M1", "M2", "M7", "M8")
            ),
            lambda session: actions.withdraw(session, member(session, "M4"), draft, 4),
            lambda session: actions.second(session, member(session, "M8"), draft, 3),
        ],
    )
    issued, chosen, *rest = refusals
    assert isinstance(issued, Superseded) or isinstance(chosen, Superseded)
    assert issued is None or chosen is None
    assert all(isinstance(refusal, Superseded | None) for refusal in rest)
    with reading(engine) as session:
        found = session.get_one(Draft, draft)
        statuses = {each.number: each.status for each in queries.amendments(session, found)}
        assert statuses == {1: Status.OPEN if issued else Status.MERGED, 2: "open", 3: "open", 4: "withdrawn"}
        assert all(
            queries.stands(each, found)
            for each in queries.amendments(session, found)
            if each.number in (2, 3)
        )
        assert session.scalar(select(func.count()).select_from(Sponsorship)) == 4
    assert_record_unbroken(engine, draft)
