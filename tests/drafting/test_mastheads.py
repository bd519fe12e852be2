"""What stands above a text, form by form and language by language: a new case is a new line of a table."""

import datetime
from pathlib import Path

import pytest

from drafting import mastheads, states
from drafting.languages import LANGUAGES
from drafting.manuscript import from_json, manuscript, to_json
from drafting.organs import of_symbol
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.text import parse
from exports import plain

HERE = Path(__file__).parent


def table(name: str) -> list[list[str]]:
    """Give the lines of a table as their cells; the first line names the columns, # sets lines apart."""
    lines = (HERE / name).read_text("utf-8").splitlines()[1:]
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


FORMS = table("mastheads.txt")
each_form = pytest.mark.parametrize("case", FORMS, ids=lambda case: " ".join(case[:2]))


def body(language: str, symbol: str) -> str | None:
    """Name the committee, council or commission that a symbol belongs to."""
    own, key = LANGUAGES[language], of_symbol(symbol)[1]
    if key and key.startswith("C."):
        return own.committees[int(key[2:]) - 1]
    return {**own.commissions, **own.organs}[key] if key else None


def masthead(case: list[str]) -> Masthead:
    language, symbol, session, dates, item, kind, sponsors = case[:7]
    names = {states.name(code.rstrip("*"), language) or "": code.endswith("*") for code in sponsors.split()}
    return Masthead(
        language,
        symbol,
        "Limited",
        datetime.date(2026, 11, 1),
        "en",
        organ=LANGUAGES[language].organs[of_symbol(symbol)[0]],
        session=int(session),
        dates=dates or None,
        committee=body(language, symbol),
        agenda_item=item,
        kind=kind,
        sponsors=tuple(Sponsor(name, names[name]) for name in states.order(names, language)),
    )


@each_form
def test_a_masthead_is_printed_as_the_table_says(case: list[str]) -> None:
    head = masthead(case)
    enacting = LANGUAGES[head.language].enacting
    organ, below = of_symbol(head.symbol)
    printed = [
        mastheads.organ(head),
        *mastheads.lines(head),
        mastheads.sponsors_line(head),
        enacting[below if below in enacting else organ],
    ]
    assert printed == case[7:]


@each_form
def test_a_masthead_is_read_as_it_was_printed(case: list[str]) -> None:
    head = masthead(case)
    note = mastheads.sponsors_note(head)
    printed = [
        LANGUAGES[head.language].organization,
        mastheads.symbol(head),
        mastheads.organ(head),
        *mastheads.issued(head),
        *mastheads.lines(head),
        mastheads.sponsors_line(head),
        "Title",
        f"{case[-1]},",
        "1. One.",
        "2. Two.",
        *([f"* {note}"] if note else []),
    ]
    assert plain.read("\n\n".join(printed), head.language).outline.masthead == head


LETTERS = table("letters.txt")


@pytest.mark.parametrize("case", LETTERS, ids=lambda case: case[0])
def test_paragraphs_are_counted_and_names_joined_as_the_table_says(case: list[str]) -> None:
    language = LANGUAGES[case[0]]
    counted = [language.numeral(1), *(language.letter(2, depth) for depth in (1, 2))]
    joined = language.join([states.name(code, language.code) or "" for code in ("FJI", "KEN", "ITA")])
    assert [*counted, joined, language.outsiders] == case[1:]


ISSUED = table("issued.txt")


@pytest.mark.parametrize("case", ISSUED, ids=lambda case: " ".join(case[:3]))
def test_a_masthead_says_how_a_document_is_issued(case: list[str]) -> None:
    language, original, date, distribution = case[:4]
    head = Masthead(
        language,
        None,
        distribution,
        datetime.date.fromisoformat(date),
        original,
        job="25-17678",
        job_dates="071125",
    )
    assert [*mastheads.issued(head), mastheads.job_line(head)] == case[4:]


def test_a_masthead_that_was_kept_before_it_had_all_its_fields_is_still_read() -> None:
    operative = Provision("op1", Kind.OPERATIVE, parse("*Decides* so."))
    text = manuscript(Outline(Masthead("fr", session=80, sponsors=(Sponsor("Fidji"),)), (operative,)))
    kept = to_json(text)
    for name in ("job", "job_dates", "reissued", "dates"):
        del kept["masthead"][name]
    assert from_json(kept) == text
