"""A text divides into the same words whether it is read as a whole or stretch by stretch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting import tokens

SIGNS = {
    "Latin": [
        "l’",
        "eau",
        "qu'",
        "il",
        "-",
        "10",
        "\u00a0",
        "000",
        "A/C.3/74/L.12",
        "64/293",
        ",",
        " ",
        "  ",
    ],
    "Chinese": ["大", "会", "七", "十", "，", "2010", "年", "64/293", "A/RES/1", "“", "\u00a0", " ", "\n"],
    "Arabic": ["وإذ", "تشير", "ـ", "،", "16", "/", "\u202f", " ", "\t", "[", "ﷺ", "ه\u064e"],
}


@pytest.mark.parametrize("script", SIGNS)
@given(data=st.data())
def test_every_stretch_has_the_words_that_it_has_in_the_text(script, data):
    text = "".join(data.draw(st.lists(st.sampled_from(SIGNS[script]), max_size=20)))
    assert [word for chunk in tokens.chunks(text) for word in tokens.split(chunk)] == tokens.split(text)
