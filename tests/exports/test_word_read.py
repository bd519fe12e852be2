"""Word files read: our own come back as they were, and delegations' own are understood."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.changes import Proposal, delete, reword
from amendments.merge import merge
from drafting.languages import LANGUAGES
from drafting.manuscript import manuscript
from drafting.numbering import number
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.text import markup, notes, parse
from exports import word
from tests.exports.word_drafts import DRAFTS, ENGLISH

NOTE = (
    "On behalf of the States Members of the United Nations that are members of the Group of African States."
)


def told(outline: Outline) -> list[tuple[Kind, int, str | None, str]]:
    """Give a draft's paragraphs without the ids that it happened to have, notes by their numbers."""
    order: list[str] = []
    for provision in outline.provisions:
        order += [each for each in notes(provision.text) if each not in order]
    found = []
    notes_last = sorted(
        number(outline), key=lambda each: int(each.number or 99) if each.provision.kind is Kind.NOTE else 0
    )
    for place in notes_last:
        text = tuple(
            replace(each, note=str(order.index(each.note) + 1)) if each.note else each
            for each in place.provision.text
        )
        found.append((place.provision.kind, place.provision.level, place.number, markup(text)))
    return found


def comes_back(outline: Outline) -> None:
    reading = word.read(word.write(outline))
    assert told(reading.outline) == told(outline)
    organ = outline.masthead.organ or reading.outline.masthead.organ
    assert reading.outline.masthead == replace(outline.masthead, organ=organ)
    assert reading.remarks == ()


@pytest.mark.parametrize("language", DRAFTS)
def test_a_draft_comes_back_as_it_was(language: str) -> None:
    comes_back(DRAFTS[language])


def test_a_revision_of_a_group_comes_back_with_its_note() -> None:
    sponsors = (Sponsor("Fiji"), Sponsor("Kenya", starred=True), Sponsor("Norway"))
    masthead = replace(ENGLISH.masthead, symbol="A/C.3/81/L.7/Rev.2", sponsors=sponsors, on_behalf_of=NOTE)
    comes_back(replace(ENGLISH, masthead=masthead))


def test_a_note_that_nothing_refers_to_is_not_lost() -> None:
    note = Provision("n3", Kind.NOTE, parse("Resolution 72/1."))
    reading = word.read(word.write(replace(ENGLISH, provisions=(*ENGLISH.provisions, note))))
    assert [markup(each.text) for each in reading.outline.of(Kind.NOTE)][-1] == "Resolution 72/1."
    assert any("Resolution 72/1" in str(remark) for remark in reading.remarks)


LETTERS = {
    "en": "States and peoples, “at sea” l’État 64/293 A/RES/64/293 [as appropriate] 50* 10,700 & <so>",
    "fr": "États et peuples «\u00a0en mer\u00a0» l’État 64/293, œuvre & <ainsi>",
    "es": "Estados y pueblos, “en el mar” año 64/293 [según proceda]",
    "ru": "государства и народы «на море» 64/293 & <так>",
    "zh": "各国人民，“海上”《宪章》第64/293号（试行）",
    "ar": "الدول والشعوب، ”في البحر“ القرار 64/293 (تجريبي)",
}


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Make a modest draft: words of one language, italics and links, sub-paragraphs, notes referred to."""
    language = draw(st.sampled_from(sorted(DRAFTS)))
    words = st.sampled_from(LETTERS[language].split(" "))
    plain = st.lists(words, min_size=1, max_size=6).map(lambda each: " ".join(each).replace("*", r"\*"))
    marked = st.one_of(plain, plain.map("*{}*".format), plain.map("[{}](https://undocs.org/A/1)".format))
    count = draw(st.integers(0, 3))
    reference = st.sampled_from(["", *(f"[^n{at + 1}]" for at in range(count))])
    text = st.tuples(st.lists(marked, min_size=1, max_size=4).map(" ".join), reference).map("".join)
    model = DRAFTS[language]
    title, enacting = model.provisions[:2]
    provisions = [title, enacting]
    for kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
        for _ in range(draw(st.integers(1, 3))):
            provisions.append(Provision(f"p{len(provisions)}", kind, parse(draw(text))))
            level = 0
            for _ in range(draw(st.integers(0, 3))):
                level = draw(st.integers(1, min(level + 1, 3)))
                provisions.append(
                    Provision(f"p{len(provisions)}", Kind.SUBPARAGRAPH, parse(draw(text)), level)
                )
    used = {note for provision in provisions for note in notes(provision.text)}
    for note in sorted(used):
        provisions.append(Provision(note, Kind.NOTE, parse(draw(plain))))
    return Outline(draw(mastheads(model.masthead)), tuple(provisions))


REISSUED = {
    "en": "Reissued for technical reasons on 23 October 2026.",
    "fr": "Nouveau tirage pour raisons techniques (23 octobre 2026).",
    "es": "Publicado nuevamente por razones técnicas el 23 de octubre de 2026.",
    "ru": "Переиздано по техническим причинам 23 октября 2026 года.",
    "zh": "由于技术原因于2026年10月23日重新印发。",
    "ar": "أعيد إصدارها لأسباب فنية في 23 تشرين الأول/أكتوبر 2026.",
}
DATES = {
    "en": "24 February–4 April 2025",
    "fr": "24 février-4 avril 2025",
    "es": "24 de febrero a 4 de abril de 2025",
    "ru": "24 февраля – 4 апреля 2025 года",
    "zh": "2025年2月24日至4月4日",
    "ar": "24 شباط/فبراير - 4 نيسان/أبريل 2025",
}


@st.composite
def mastheads(draw: st.DrawFn, head: Masthead) -> Masthead:
    """Make a masthead of any form, in the language of this one."""
    own = LANGUAGES[head.language]
    organ, series, committee, session = draw(
        st.sampled_from(
            [
                ("assembly", "A/81/L.3", None, 81),
                ("assembly", "A/C.4/80/L.4/Rev.1", own.committees[3], 80),
                ("assembly", "A/HRC/58/L.7", own.organs["rights"], 58),
                ("council", "E/2026/L.9", None, 2026),
                ("council", "E/CN.6/2026/L.3", own.commissions["CN.6"], 70),
            ]
        )
    )
    job = draw(st.sampled_from([None, "25-17678", "GE.25-04321"]))
    starred = draw(st.booleans())
    return replace(
        head,
        symbol=series,
        organ=own.organs[organ],
        committee=committee,
        session=session,
        dates=draw(st.sampled_from([None, DATES[head.language]])),
        kind=draw(st.sampled_from(["draft resolution", "draft decision"])),
        job=job,
        job_dates=draw(st.sampled_from([None, "071125", "210898 220898"])) if job else None,
        reissued=draw(st.sampled_from([None, REISSUED[head.language]])),
        sponsors=tuple(replace(each, starred=starred) for each in head.sponsors),
        on_behalf_of=draw(st.sampled_from([None, NOTE])) if starred else None,
    )


@settings(max_examples=60, deadline=None)
@given(outlines())
def test_any_draft_comes_back_as_it_was(outline: Outline) -> None:
    comes_back(outline)


@pytest.mark.parametrize("name", ["es_A_C.3_74_L.10", "en_A_80_L.3", "en_A_80_L.18", "en_A_C.3_80_L.12", "en_A_C.3_80_L.2", "en_A_C.3_80_L.26", "en_A_C.5_80_L.2"])  # fmt: skip
def test_a_real_draft_comes_back_as_it_was(name: str, corpus: Path) -> None:
    from exports import plain

    outline = plain.read((corpus / "drafts" / f"{name}.txt").read_text()).outline
    again = word.read(word.write(outline)).outline
    assert told(again) == told(outline)
    assert again.masthead == replace(outline.masthead, organ=outline.masthead.organ or again.masthead.organ)


# Delegations' own files


def saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def plain_file(*paragraphs: str) -> Document:
    """Make a file as a delegation does: everything typed, in the style that Word offers first."""
    document = docx.Document()
    for text in ("Early warning for coastal communities", "The General Assembly,", *paragraphs):
        document.add_paragraph(text)
    document.paragraphs[0].runs[0].bold = True
    return document


PARAGRAPHS = (
    "Recalling its resolution 64/293,",
    "Noting the plan:",
    "(a)\tTo warn all,",
    "(b)\tTo hear them,",
    "1.\tCalls upon all States:",
    "(a)\tTo act;",
    "(b)\tTo report;",
    "2.\tDecides to remain seized of the matter.",
)
LABELS = ["PP1", "PP2", "PP2(a)", "PP2(b)", "OP1", "OP1(a)", "OP1(b)", "OP2"]


def labels(outline: Outline) -> list[str]:
    return [place.label for place in number(outline) if place.label[:2] in ("PP", "OP")]


def test_a_file_without_styles_in_which_numbers_are_typed() -> None:
    outline = word.read(saved(plain_file(*PARAGRAPHS))).outline
    assert labels(outline) == LABELS
    assert outline.title == "Early warning for coastal communities"


def test_numbers_that_word_counts_are_numbers() -> None:
    document = plain_file(*(text.split("\t")[-1] for text in PARAGRAPHS))
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{count}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, count, text in ((0, "decimal", "%1."), (1, "lowerLetter", "(%2)"))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for paragraph, typed in zip(document.paragraphs[2:], PARAGRAPHS, strict=True):
        if "\t" in typed:
            depth = 1 if typed.startswith("(") else 0
            listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="91"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(listed))
    assert labels(word.read(saved(document)).outline) == LABELS


def test_a_line_break_after_a_mark_ends_a_paragraph_and_any_other_is_a_space() -> None:
    document = plain_file()
    run = document.add_paragraph("Recalling its resolution").add_run()
    run.add_break()
    run.add_text("64/293,")
    run.add_break()
    run.add_text("Noting the plan,")
    document.add_paragraph("1. Decides so;")
    document.add_paragraph("2. Decides to remain seized of the matter.").add_run().add_break(WD_BREAK.PAGE)
    found = word.read(saved(document)).outline
    assert [markup(each.text).replace("*", "") for each in found.of(Kind.PREAMBULAR)] == [
        "Recalling its resolution 64/293,",
        "Noting the plan,",
    ]


def test_italics_may_come_from_a_style_and_two_of_them_cancel_each_other() -> None:
    document = plain_file("1. Decides so;", "2. Takes note of")
    style = document.styles.add_style("Treaty", WD_STYLE_TYPE.CHARACTER)
    style.font.italic = True
    document.paragraphs[-1].add_run(" the Treaty Series", style="Treaty")
    again = document.paragraphs[-1].add_run(" here.", style="Treaty")
    again.font.italic = False
    text = [markup(each.text) for each in word.read(saved(document)).outline.of(Kind.OPERATIVE)][-1]
    assert text.endswith("*the Treaty Series* here.")


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    for content in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{content}</w:r>"))


def test_links_may_be_fields_and_only_lead_to_pages() -> None:
    document = plain_file("1. Decides so;", "2. Recalls ")
    add_field(document.paragraphs[-1], "HYPERLINK &quot;https://undocs.org/A/RES/64/293(I)&quot;", "64/293")
    document.paragraphs[-1].add_run(" and ")
    add_field(document.paragraphs[-1], "HYPERLINK &quot;javascript:alert(1)&quot;", "72/1")
    document.paragraphs[-1].add_run(" on the matter.")
    text = [markup(each.text) for each in word.read(saved(document)).outline.of(Kind.OPERATIVE)][-1]
    assert text.endswith("[64/293](https://undocs.org/A/RES/64/293%28I%29) and 72/1 on the matter.")


def test_invisible_signs_are_dropped_and_hidden_text_is_named() -> None:
    document = plain_file("1. Decides so;", "2. Takes note of the reso\u00adlution.")
    document.paragraphs[-1].add_run(" A secret.").font.hidden = True
    reading = word.read(saved(document))
    assert markup([*reading.outline.of(Kind.OPERATIVE)][-1].text).endswith("of the resolution.")
    assert any("hidden" in str(remark) for remark in reading.remarks)


def test_of_what_a_file_says_in_two_ways_the_one_for_word_is_read() -> None:
    document = plain_file("1. Decides so;", "2. Takes note")
    choice = (
        f"<w:r {nsdecls('w')}><mc:AlternateContent "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><mc:Choice Requires="w15">'
        '<w:t xml:space="preserve"> of it.</w:t></mc:Choice><mc:Fallback><w:t>, not.</w:t></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    document.paragraphs[-1]._p.append(parse_xml(choice))
    last = [*word.read(saved(document)).outline.of(Kind.OPERATIVE)][-1]
    assert markup(last.text).endswith(" of it.")


def test_tables_in_the_text_are_left_out_and_named() -> None:
    document = plain_file("1. Decides so;", "2. Decides to remain seized of the matter.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "3. Original", "3. Proposal"
    reading = word.read(saved(document))
    assert labels(reading.outline) == ["OP1", "OP2"]
    assert "A table is left out: “3. Original 3. Proposal”" in [str(remark) for remark in reading.remarks]


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    document = plain_file("1. Decides so;")
    document.add_table(1, 1).cell(0, 0).text = "2. Decides to remain seized of the matter."
    assert labels(word.read(saved(document)).outline) == ["OP1", "OP2"]


def test_endnotes_are_notes() -> None:
    document = plain_file("1. Decides so;", "2. Decides to remain seized of the matter")
    run = f'<w:r {nsdecls("w")}><w:endnoteReference w:id="2"/></w:r>'
    document.paragraphs[-1]._p.append(parse_xml(run))
    document.paragraphs[-1].add_run(".")
    note = '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/><w:t xml:space="preserve"> Resolution 70/1.</w:t></w:r></w:p></w:endnote>'
    part = Part(
        PackURI("/word/endnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
        f"<w:endnotes {nsdecls('w')}>{note}</w:endnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, f"{RT.FOOTNOTES.rpartition('/')[0]}/endnotes")
    outline = word.read(saved(document)).outline
    assert [markup(each.text) for each in outline.of(Kind.NOTE)] == ["Resolution 70/1."]
    assert markup([*outline.of(Kind.OPERATIVE)][-1].text).endswith("matter[^n1].")


def test_a_text_box_is_left_out_and_named() -> None:
    document = plain_file("1. Decides so;", "2. Decides to remain seized of the matter.")
    box = (
        f'<w:r {nsdecls("w")}><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>'
        "<w:p><w:r><w:t>Draft of Tuesday</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    )
    document.paragraphs[-1]._p.append(parse_xml(box))
    reading = word.read(saved(document))
    assert labels(reading.outline) == ["OP1", "OP2"]
    assert "A text box is left out: “Draft of Tuesday”" in [str(remark) for remark in reading.remarks]


def test_the_table_on_top_is_the_masthead() -> None:
    document = plain_file("1. Decides so;", "2. Decides to remain seized of the matter.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "United Nations", "A/C.3/81/L.7"
    document.element.body.insert(0, table._tbl)
    reading = word.read(saved(document))
    assert reading.outline.masthead.symbol == "A/C.3/81/L.7"
    assert not any("table" in str(remark) for remark in reading.remarks)


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    import datetime

    base = manuscript(ENGLISH)
    changes = (
        delete(base, "p7"),
        reword(base, "p13", parse("*Decides* to remain actively seized of the matter.")),
    )
    text = merge(base, [Proposal("a1", changes)]).manuscript
    at = datetime.datetime(2026, 10, 9, 15, 30, tzinfo=datetime.UTC)
    reading = word.read(word.write_tracked(text, {"a1": word.Author("Norway", at)}))
    assert told(reading.outline) == told(text.outline)
    assert any("tracked changes" in str(remark) for remark in reading.remarks)


def test_a_struck_end_of_a_paragraph_joins_it_to_the_next() -> None:
    document = plain_file("1. Decides so;", "2. Decides to remain", " seized of the matter.")
    properties = document.paragraphs[-2]._p.get_or_add_pPr()
    mark = f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="Fiji" w:date="2026-10-09T15:30:00Z"/></w:rPr>'
    properties.append(parse_xml(mark))
    outline = word.read(saved(document)).outline
    assert [markup(each.text).replace("*", "") for each in outline.of(Kind.OPERATIVE)][-1] == (
        "Decides to remain seized of the matter."
    )


def test_a_file_of_strict_open_xml_is_read() -> None:
    out = BytesIO()
    with ZipFile(BytesIO(saved(plain_file(*PARAGRAPHS)))) as usual, ZipFile(out, "w", ZIP_DEFLATED) as strict:
        for name in usual.namelist():
            content = usual.read(name)
            for old, new in (("wordprocessingml/2006/main", "wordprocessingml/main"),):
                content = content.replace(
                    f"http://schemas.openxmlformats.org/{old}".encode(),
                    f"http://purl.oclc.org/ooxml/{new}".encode(),
                )
            strict.writestr(name, content)
    assert labels(word.read(out.getvalue()).outline) == LABELS
