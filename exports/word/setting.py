"""Words set in Word's XML: italics, links, direction, and tracked changes with their authors."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC
from itertools import count

import regex
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from drafting.text import Text, pieces
from exports.word.history import SETTLED, Author, History
from exports.word.package import Part, attribute, letters

KAI = "KaiTi"  # the hand that stands for italics in Chinese
TOP = "_top"  # where a link without an address leads
_HAN = regex.compile(r"\p{Han}")


class Setting:
    """Sets words of one language; every tracked change in the file gets a number of its own."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rtl = language == "ar"
        self._changes = count(1)

    def paragraph(
        self,
        style: str,
        content: str = "",
        *,
        before: str = "",
        layout: str = "",
        changed: str = "",
        history: History = SETTLED,
        latin: bool = False,
    ) -> str:
        """Set a paragraph; its further properties stand where the schema wants them.

        ``before`` are those before its direction, ``layout`` its spacing, indents and alignment;
        ``changed`` says what its properties were. ``latin``: it runs from left to right in any language.
        """
        marks = f"<w:ins{self.by(history.inserted)}/>" if history.inserted else ""
        marks += f"<w:del{self.by(history.struck)}/>" if history.struck else ""
        bidi = ""
        if self.rtl:
            bidi = '<w:bidi w:val="0"/>' if latin else "<w:bidi/>"
            marks += "" if latin else "<w:rtl/>"
        mark = f"<w:rPr>{marks}</w:rPr>" if marks else ""
        named = f'<w:pStyle w:val="{style}"/>'
        return f"<w:p><w:pPr>{named}{before}{bidi}{layout}{mark}{changed}</w:pPr>{content}</w:p>"

    def run(
        self,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        style: str = "",
        more: str = "",
        struck: bool = False,
        latin: bool = False,
    ) -> str:
        """Set letters that look the same; in Chinese, italics are another hand."""
        looks = f'<w:rStyle w:val="{style}"/>' if style else ""
        if self.language == "zh" and not latin:
            kai = italic and _HAN.search(text) is not None
            hand = f' w:eastAsia="{KAI}"' if kai else ""
            looks += f'<w:rFonts w:hint="eastAsia"{hand}/>'
            italic = italic and not kai
        looks += ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "") + more
        looks += "<w:rtl/>" if self.rtl and not latin else ""
        looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
        tag = "delText" if struck else "t"
        return f'<w:r>{looks}<w:{tag} xml:space="preserve">{letters(text)}</w:{tag}></w:r>'

    def words(
        self,
        stretches: Iterable[tuple[Text, History]],
        part: Part,
        refer: Callable[[str, History], str],
    ) -> str:
        """Set words with their histories in a part of the file; ``refer`` sets a reference to a note."""
        done: list[str] = []
        for words, history in stretches:
            struck = history.struck is not None
            alone = replace(history, comments=()) if history.comments else history  # notes cannot bear them
            done += (f'<w:commentRangeStart w:id="{each}"/>' for each in history.comments)
            for piece in pieces(words):
                if piece.note is not None:
                    done.append(refer(piece.note, alone))
                    continue
                style = "Hyperlink" if piece.link is not None else ""
                content = self.run(piece.text, italic=piece.italic, style=style, struck=struck)
                content = self.change(content, history)
                done.append(_link(content, piece.link, part) if piece.link is not None else content)
            done += (
                f'<w:commentRangeEnd w:id="{each}"/><w:r><w:commentReference w:id="{each}"/></w:r>'
                for each in history.comments
            )
        return "".join(done)

    def change(self, content: str, history: History) -> str:
        """Mark runs as inserted, as struck, or as struck after they were inserted."""
        if history.struck:
            content = f"<w:del{self.by(history.struck)}>{content}</w:del>"
        if history.inserted:
            content = f"<w:ins{self.by(history.inserted)}>{content}</w:ins>"
        return content

    def by(self, author: Author) -> str:
        """Say who made a change and when, and number it."""
        at = author.at.astimezone(UTC) if author.at.tzinfo else author.at
        return (
            f' w:id="{next(self._changes)}" w:author={attribute(author.name)} '
            f'w:date="{at.strftime("%Y-%m-%dT%H:%M:%SZ")}"'
        )


def _link(content: str, address: str, part: Part) -> str:
    """Make runs a link; the insertions stand inside it, because readers lose them around it."""
    if address.startswith("#"):
        target = f"w:anchor={attribute(address[1:] or TOP)}"
    else:
        target = f'r:id="{part.refer(RT.HYPERLINK, address)}"'
    return f'<w:hyperlink {target} w:history="1">{content}</w:hyperlink>'
