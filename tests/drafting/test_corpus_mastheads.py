"""Mastheads as the Secretariat prints them: ours have the same lines, in the languages that the corpus has."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from drafting import mastheads, states
from drafting.languages import LANGUAGES
from drafting.opening_words import kinds
from drafting.outline import Kind, Masthead
from exports import plain

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
if not CORPUS.exists():
    pytest.skip("There is no ../shared/corpus: real mastheads are not compared.", allow_module_level=True)

DRAFTS = sorted((CORPUS / "drafts").glob("*.txt"))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_every_line_of_a_real_masthead_is_printed_as_it_was(draft: Path) -> None:
    source = draft.read_text("utf-8")
    head = plain.read(source).outline.masthead
    printed = [mastheads.organ(head), *mastheads.issued(head), *mastheads.lines(head)]
    printed += [mastheads.sponsors_line(head), *mastheads.notes(head), words(mastheads.job_line(head))]
    missing = [line for line in printed if line not in words(source)]
    assert not missing


def pairs() -> dict[str, str]:
    """Give the English lines of the Arabic excerpts with what they are in Arabic."""
    lines = (CORPUS / "ar_excerpts_bitext.txt").read_text("utf-8").splitlines()
    found = (line.split(" = ", 1) for line in lines if " = " in line and not line.startswith("#"))
    return {english: words(arabic) for english, arabic in found}


def in_arabic(line: str) -> str | None:
    """Give a masthead's line in Arabic, if it is one."""
    english, arabic = LANGUAGES["en"], LANGUAGES["ar"]
    known = {f"{english.enacting[each]},": f"{arabic.enacting[each]}،" for each in arabic.enacting}
    known |= dict(zip(english.committees, arabic.committees, strict=True))
    known |= {english.organs[each]: arabic.organs[each] for each in english.organs}
    for session in range(1, 100):
        said = (mastheads.session_line(Masthead(code, session=session)) or "" for code in ("en", "ar"))
        known |= dict([tuple(said)])
    if item := re.fullmatch(r"Agenda item (\d+)", line):
        return arabic.agenda_line(item[1])
    day = date(2013, 10, 4)
    both = (mastheads.issued(Masthead(code, None, "Limited", day, "en")) for code in ("en", "ar"))
    for ours, theirs in zip(*(lines[:2] for lines in both), strict=True):
        known[ours] = theirs
    known["Original: English"] = " ".join(mastheads.issued(Masthead("ar", original_language="en"))[1:])
    return known.get(line)


def test_arabic_lines_are_those_of_real_arabic_documents() -> None:
    printed = {english: ours for english in pairs() if (ours := in_arabic(english)) is not None}
    assert len(printed) >= 12
    assert printed == {english: pairs()[english] for english in printed}


def test_an_arabic_job_number_is_printed_in_the_order_of_arabic() -> None:
    printed = re.fullmatch(r"(\S+) \(E\) \d+ \| (\d+ \d+) (\S+) \(A\)", pairs()["job number line"])
    assert printed is not None
    line = words(mastheads.job_line(Masthead("ar", job=printed[1], job_dates=printed[2])))
    assert pairs()["job number line"].endswith(f"| {line}")


def test_arabic_paragraphs_are_numbered_as_in_real_arabic_documents() -> None:
    western = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    arabic = LANGUAGES["ar"]
    assert (arabic.numeral(1), arabic.letter(1, 1)) == (pairs()["1."].translate(western), pairs()["(a)"])


def test_chinese_lines_are_those_of_a_real_chinese_document() -> None:
    source = (CORPUS / "zh_excerpts.txt").read_text("utf-8").splitlines()
    ours = mastheads.lines(Masthead("zh", session=50, agenda_item="72"))
    assert [line.replace(" ", "") for line in ours] == source[1:3]
    assert f"{LANGUAGES['zh'].enacting['assembly']}," in source
    operative = [line for line in source if re.match(r"\d\. ", line)]
    assert [line for line in operative if Kind.OPERATIVE not in kinds(line[3:], "zh")] == []


def test_states_have_the_names_of_the_table_of_member_states() -> None:
    with (CORPUS / "member_states_6lang.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert {code: states.name(row["iso3"], code) for code in LANGUAGES} == {
                code: row[code] for code in LANGUAGES
            }
