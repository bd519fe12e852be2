"""What a Word file prints around and before the words, language by language."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from drafting.languages import LANGUAGES
from drafting.mastheads import job_line
from drafting.outline import Kind, Outline, Sponsor
from exports import word
from tests.exports.test_word_read import NOTE, REISSUED
from tests.exports.test_word_written import parts
from tests.exports.word_drafts import ARABIC, CHINESE, DRAFTS, SUB, W, draft, letters_of

each_language = pytest.mark.parametrize("language", DRAFTS)


def issued(language: str) -> Outline:
    """Give the draft of a language with a job number, reissued."""
    outline = DRAFTS[language]
    own = replace(outline.masthead, job="26-17678", job_dates="071026", reissued=REISSUED[language])
    return replace(outline, masthead=own)


def paragraphs(part: etree._Element, words: str) -> list[etree._Element]:
    """Give the paragraphs that say these words, or have them in a field."""
    found = (each for each in part.iter(f"{W}p"))
    return [each for each in found if words in letters_of(each) or words in etree.tostring(each).decode()]


@each_language
def test_the_job_number_stands_at_the_foot_of_every_page(language: str) -> None:
    outline = issued(language)
    found = parts(word.write(outline))
    first, *others = (letters_of(found[f"word/footer_{page}.xml"]) for page in ("first", "even", "default"))
    assert first == job_line(outline.masthead)
    assert f"26-17678* ({'EFSRCA'[['en', 'fr', 'es', 'ru', 'zh', 'ar'].index(language)]})" in first
    assert all("26-17678" in each and "*" not in each and "(" not in each for each in others)


@each_language
def test_what_cannot_be_minted_stays_empty(language: str) -> None:
    found = parts(word.write(DRAFTS[language]))
    assert letters_of(found["word/footer_first.xml"]) == ""
    assert letters_of(found["word/footer_even.xml"]) == "2/2"


@each_language
def test_the_symbol_bears_the_asterisk_of_a_reissue_in_the_masthead_alone(language: str) -> None:
    found = parts(word.write(issued(language)))
    assert "A/C.3/81/L.7*" in letters_of(found["word/header_first.xml"])
    assert "*" not in letters_of(found["word/header_even.xml"]) + letters_of(found["word/header_default.xml"])
    assert REISSUED[language] in letters_of(found["word/footnotes.xml"])


@each_language
def test_the_sponsors_have_a_second_asterisk_where_the_first_is_that_of_a_reissue(language: str) -> None:
    outline = issued(language)
    first, *others = outline.masthead.sponsors
    sponsors = (Sponsor(first.name, starred=True), *others)
    head = replace(outline.masthead, sponsors=sponsors, on_behalf_of=NOTE)
    content = word.write(replace(outline, masthead=head))
    printed = re.sub("([,、])(\\*+)", r"\2\1", letters_of(parts(content)["word/document.xml"]))
    assert f"{first.name}**" in printed
    assert word.read(content).outline.masthead.sponsors == sponsors


def test_a_council_stands_above_its_session_and_the_days_of_the_session_below() -> None:
    head = replace(
        ARABIC.masthead,
        symbol="A/HRC/58/L.7",
        session=58,
        dates="24 شباط/فبراير - 4 نيسان/أبريل 2025",
        committee=LANGUAGES["ar"].organs["rights"],
    )
    document = parts(word.write(replace(ARABIC, masthead=head)))["word/document.xml"]
    printed = [letters_of(each) for each in document.iter(f"{W}p")]
    assert printed[:4] == [
        head.committee,
        "الدورة الثامنة والخمسون",
        head.dates,
        "البند 71 (ب) من جدول الأعمال",
    ]


def test_arabic_pages_are_numbered_on_the_outer_side_of_a_page_that_is_bound_on_the_right() -> None:
    found = parts(word.write(issued("ar")))
    for page, side in (("even", "right"), ("default", None)):
        (numbered,) = paragraphs(found[f"word/footer_{page}.xml"], "NUMPAGES")
        bidi = numbered.find(f"{W}pPr/{W}bidi")
        assert bidi is not None
        assert bidi.get(f"{W}val") == "0"  # so that it says 2/3 and not 3/2
        alone = "26-17678" not in letters_of(numbered)
        jc = numbered.find(f"{W}pPr/{W}jc")
        assert not alone or (jc.get(f"{W}val") if jc is not None else None) == side


def test_arabic_symbols_and_job_numbers_run_from_left_to_right() -> None:
    found = parts(word.write(issued("ar")))
    for name, words in (("header_first", "/C.3/81/L.7*"), ("footer_first", "26-17678*")):
        (paragraph,) = paragraphs(found[f"word/{name}.xml"], words)
        bidi = paragraph.find(f"{W}pPr/{W}bidi")
        assert bidi is not None
        assert bidi.get(f"{W}val") == "0"


def test_arabic_numbers_are_typed_and_read_from_the_right() -> None:
    document = parts(word.write(ARABIC))["word/document.xml"]
    assert document.find(f".//{W}numPr") is None
    typed = [letters_of(each) for each in document.iter(f"{W}p") if each.find(f"{W}r/{W}tab") is not None]
    assert [re.split(r"(?<=[-)])", each)[0] for each in typed] == ["1 -", "(أ)", "(ب)", "(١)", "2 -"]


def test_the_number_of_an_arabic_note_does_not_join_the_number_before_it() -> None:
    document = parts(word.write(ARABIC))["word/document.xml"]
    reference = next(document.iter(f"{W}footnoteReference")).getparent()
    assert reference is not None
    before = reference.getprevious()
    assert before is not None
    assert letters_of(before) == "\u200f"


def test_chinese_opens_in_kaiti_and_its_headings_are_in_simhei() -> None:
    found = parts(word.write(CHINESE))
    opening = next(each for each in found["word/document.xml"].iter(f"{W}r") if letters_of(each) == "回顾")
    fonts = opening.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert fonts.get(f"{W}eastAsia") == "KaiTi"
    assert opening.find(f"{W}rPr/{W}i") is None
    styles = {each.get(f"{W}styleId"): each for each in found["word/styles.xml"].iter(f"{W}style")}
    hands = {name: styles[name].find(f"{W}rPr/{W}rFonts") for name in ("Normal", "H1")}
    named = {name: hand.get(f"{W}eastAsia") for name, hand in hands.items() if hand is not None}
    assert named == {"Normal": "SimSun", "H1": "SimHei"}


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_other_languages_open_in_italics(language: str) -> None:
    document = parts(word.write(DRAFTS[language]))["word/document.xml"]
    first = next(each for each in DRAFTS[language].provisions if each.kind is Kind.OPERATIVE).text[0]
    opening = next(each for each in document.iter(f"{W}r") if letters_of(each).startswith(first.text))
    assert opening.find(f"{W}rPr/{W}i") is not None


def test_a_decision_of_one_sentence_has_no_enacting_line_and_no_number() -> None:
    head = replace(DRAFTS["en"].masthead, kind="draft decision")
    lines = [
        (Kind.OPERATIVE, 0, "*The General Assembly* decides:"),
        (SUB, 1, "To meet;"),
        (SUB, 1, "To invite all."),
    ]
    made = draft(head, "Meeting", "", lines, [])
    outline = replace(
        made, provisions=tuple(each for each in made.provisions if each.kind is not Kind.ENACTING)
    )
    document = parts(word.write(outline))["word/document.xml"]
    printed = [letters_of(each) for each in document.iter(f"{W}p")]
    assert "Fiji, Kenya and Norway: draft decision" in printed
    assert printed[-4:-1] == ["The General Assembly decides:", "To meet;", "To invite all."]
    again = word.read(word.write(outline)).outline
    assert (again.masthead, [each.kind for each in again.provisions]) == (
        replace(head, organ="General Assembly"),
        [each.kind for each in outline.provisions],
    )
