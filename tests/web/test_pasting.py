"""What is pasted from Word into the editor: its words and italics, and nothing of what Word puts around them."""

import html
import re

import pytest
from playwright.sync_api import expect

from tests.web.test_editing import sit  # noqa: F401  (a fixture)

PASTE = """([html, plain]) => {
  const held = new DataTransfer();
  held.setData("text/html", html);
  held.setData("text/plain", plain);
  const to = document.activeElement;
  to.dispatchEvent(new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true }));
}"""
OPENING = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15">
<style>
<!--
 p.MsoNormal {margin:0cm; font-size:10.0pt; font-family:"Times New Roman",serif; color:red;}
-->
</style></head>
<body lang=EN-GB style='tab-interval:28.8pt;word-wrap:break-word'>
<!--StartFragment--><p class=MsoNormal style='text-indent:28.8pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-GB style='mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>4.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"""
CLOSING = """<span lang=EN-GB><o:p></o:p></span></p><!--EndFragment--></body></html>"""


def from_word(markup):
    """A paragraph as Word puts it on the clipboard: stretches with languages, lines that end anywhere."""
    parts = []
    for at, part in enumerate(re.split(r"\*", markup)):
        words = html.escape(part, quote=False).replace(" ", "\r\n", 1)
        span = f"<span lang=EN-GB style='font-size:10.0pt;mso-bidi-font-style:italic'>{words}</span>"
        parts.append(f"<i style='mso-bidi-font-style:normal'>{span}</i>" if at % 2 else span)
    return OPENING + "".join(parts) + CLOSING


@pytest.fixture
def editing(sit):  # noqa: F811
    """Somebody with the editor of a paragraph open, and the paragraph in markup."""
    norway = sit("norway")
    norway.amend("OP4")
    row = norway.paragraph("OP4")
    return norway.page, row, row.locator("textarea[data-words]").input_value()


def paste(page, row, fragment, whole=True):
    row.locator(".ProseMirror").click()
    page.keyboard.press("Control+A" if whole else "Control+End")
    page.evaluate(PASTE, [fragment, "plain"])
    return row.locator("textarea[data-words]").input_value()


def test_a_whole_paragraph_comes_back_from_word_as_it_was(editing):
    page, row, markup = editing
    assert "*" in markup
    assert paste(page, row, from_word(markup)) == markup
    hard = from_word(markup.replace(" ", "\u00a0"))
    assert paste(page, row, hard) == markup


def test_one_word_that_was_changed_in_word_is_all_that_turns_red(editing):
    page, row, markup = editing
    first, second, rest = markup.split(" ", 2)
    paste(page, row, from_word(f"{first} {second} surely {rest}"))
    expect(row.locator(".consequence ins")).to_have_text("surely")
    expect(row.locator(".consequence del")).to_have_count(0)


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("<p>as<br>agreed</p>", "as agreed"),
        ("<p>one<o:p></o:p></p><p>two</p>", "one two"),
        ("<span style='font-style:italic'>Series</span> of <i style='font-style:normal'>it</i>", "*Series* of it"),
        ("<span style='mso-bidi-font-style:italic'>upright</span>", "upright"),
        ("the <del cite='mailto:Fiji'>old </del><ins cite='mailto:Fiji'>new</ins>", "the new"),
        ("text<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a> on", "text on"),
        ("so<span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;</span></span>", "so"),
        ("“style=plain” l’État", "“style=plain” l’État"),
        ("<p>so</p><div style='mso-element:footnote-list'><p>1 A note.</p></div>", "so"),
    ],
)  # fmt: skip
def test_what_word_puts_around_words_is_left_behind(editing, fragment, words):
    page, row, _ = editing
    assert paste(page, row, fragment) == words
