"""Any draft at all is written as text, any masthead as JSON, and read again as the same."""

from hypothesis import given

from drafting.outline import Outline
from exports import outline_json, plain
from tests.exports.outlines import outlines


@given(outlines())
def test_any_draft_comes_back_from_text(outline: Outline) -> None:
    assert plain.read(plain.write(outline)).outline == outline


@given(outlines())
def test_any_masthead_comes_back_from_json(outline: Outline) -> None:
    assert outline_json.from_json(outline_json.to_json(outline)).masthead == outline.masthead
