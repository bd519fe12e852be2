"""Real drafts: what must be true of every one, and what is known of the first."""

from collections import Counter
from pathlib import Path

import pytest
import regex

from drafting.checks import check
from drafting.numbering import number
from drafting.outline import Kind, Outline, Sponsor
from drafting.text import markup, notes, plain
from exports import outline_json, word
from exports import plain as text_file

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "drafts"
DRAFTS = sorted(CORPUS.glob("*.txt"))
if not DRAFTS:
    pytest.skip("There is no ../shared/corpus: real drafts are not read.", allow_module_level=True)

every_draft = pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
FURNITURE = regex.compile(r"#.*|\[job number\].*|\d+/\d+|(?:[A-Z]+/)+\S+")
FIGURES = regex.compile(r"[⁰¹²³⁴-⁹]+|(?<=\p{L},)\d+(?:,\d+)*")  # of notes; some have lost their height
TYPED = regex.compile(r"\[fn\]\s*[⁰¹²³⁴-⁹*]+|\d+\.?(?=\s+\W?\p{Lu})|\(?\p{L}{1,4}\)(?=\s)")


def read(draft: Path) -> Outline:
    return text_file.read(draft.read_text("utf-8")).outline


def said(words: str) -> Counter[str]:
    return Counter(regex.findall(r"[\p{L}\d/]+", words.replace("*", "")))


@every_draft
def test_no_word_of_a_draft_is_lost_and_none_is_added(draft: Path) -> None:
    outline = read(draft)
    line = plain(next(outline.of(Kind.ENACTING)).text)
    source = [each.strip() for each in draft.read_text("utf-8").splitlines()]
    start = next(
        at for at, each in enumerate(source) if each.strip("*") == line or each.replace("*", "") == line
    )
    body = [TYPED.sub("", each, count=1) if TYPED.match(each) else each for each in source[start:]]
    printed = said(FIGURES.sub(" ", " ".join(each for each in body if not FURNITURE.fullmatch(each))))
    kept = said(" ".join(plain(each.text) for each in outline.provisions if each.kind is not Kind.TITLE))
    if outline.masthead.on_behalf_of:
        kept += said(outline.masthead.on_behalf_of)
    assert printed - kept == Counter()
    assert kept - printed == Counter()


@every_draft
def test_paragraphs_are_whole_and_counted_without_a_gap(draft: Path) -> None:
    outline = read(draft)
    operative = [each.number for each in number(outline) if each.provision.kind is Kind.OPERATIVE]
    assert operative == [f"{at}." for at in range(1, len(operative) + 1)]
    for provision in outline.of(Kind.PREAMBULAR):
        assert plain(provision.text)[-1] in ",:;", plain(provision.text)[-40:]
    for provision in (*outline.of(Kind.OPERATIVE), *outline.of(Kind.SUBPARAGRAPH)):
        assert plain(provision.text).rstrip("”")[-1] in ",;:.", plain(provision.text)[-40:]


@every_draft
def test_every_note_is_referred_to_and_every_reference_has_its_note(draft: Path) -> None:
    outline = read(draft)
    there = [each.id for each in outline.of(Kind.NOTE)]
    referred = {note for each in outline.provisions for note in notes(each.text)}
    assert sorted(there) == sorted(referred)


@every_draft
def test_paragraphs_open_in_italics(draft: Path) -> None:
    outline = read(draft)
    for provision in (*outline.of(Kind.PREAMBULAR), *outline.of(Kind.OPERATIVE)):
        assert provision.text[0].italic, plain(provision.text)[:60]
        assert not provision.text[-1].italic


def test_the_editorial_checks_raise_at_most_one_alarm_in_forty_paragraphs_of_issued_drafts() -> None:
    drafts = [read(draft) for draft in DRAFTS]
    alarms = [(each.place, each.rule, each.words) for draft in drafts for each in check(draft)]
    paragraphs = sum(1 for draft in drafts for _ in draft.of(*BODY))
    assert len(alarms) * 40 <= paragraphs, alarms


@every_draft
def test_the_masthead_is_told_apart(draft: Path) -> None:
    head = read(draft).masthead
    language, _, symbol = draft.stem.partition("_")
    assert head.language == language
    assert head.symbol in (None, symbol.replace("_", "/"))
    assert head.distribution == "Limited"
    assert None not in (head.date, head.session, head.agenda_item, head.agenda_title, head.organ)
    assert head.sponsors or head.submitted_by
    assert ("C.3" in symbol or "C.5" in symbol) == (head.committee is not None)


@every_draft
def test_a_draft_is_written_in_every_format_and_read_again_as_the_same(draft: Path) -> None:
    outline = read(draft)
    assert text_file.read(text_file.write(outline)).outline == outline
    assert word.read(word.write(outline)).outline == outline
    assert outline_json.from_json(outline_json.to_json(outline)) == outline


def test_the_seed_reads_as_it_is_printed() -> None:
    outline = read(next(each for each in DRAFTS if each.stem == "es_A_C.3_74_L.10"))
    head = outline.masthead
    assert (head.language, str(head.date), head.original_language) == ("es", "2019-10-10", "en")
    assert (head.session, head.committee, head.agenda_item) == (74, "Tercera Comisión", "106")
    names = ("Belarús", "Federación de Rusia", "Venezuela (República Bolivariana de)")
    assert head.sponsors == tuple(map(Sponsor, names))
    labels = [each.label for each in number(outline) if each.provision.kind in BODY]
    assert [each for each in labels if "(" in each] == [f"PP8({letter})" for letter in "abcdef"]
    assert [each for each in labels if "(" not in each] == [
        *(f"PP{at}" for at in range(1, 37)),
        *(f"OP{at}" for at in range(1, 27)),
    ]
    there = [each.id for each in outline.of(Kind.NOTE)]
    references = [note for each in outline.provisions for note in notes(each.text)]
    assert (len(there), len(references)) == (16, 18)
    first = next(outline.of(Kind.OPERATIVE))
    assert notes(first.text) == there[1:3]
    assert markup(next(outline.of(Kind.ENACTING)).text) == "*La Asamblea General*,"
