"""A document as it is issued, whatever it says: masthead, opening lines, notes, running headers, end mark."""

from collections import Counter
from collections.abc import Iterable, Sequence

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from drafting.mastheads import sponsors_line
from drafting.outline import Masthead
from exports.word.frames import frames
from exports.word.notes import Notes
from exports.word.numbers import Lists
from exports.word.opening import END_MARK, opening
from exports.word.package import Part, pack
from exports.word.setting import Setting
from exports.word.styles import settings, styles


class Sheet:
    """What the paragraphs of one document are set with, and the file that they are put into."""

    def __init__(self, head: Masthead) -> None:
        """Take the masthead; the document has no notes but those with asterisks until it is given others."""
        self.head = head
        self.setting = Setting(head.language)
        self.lists = Lists(head.language)
        self.part = Part("word/document.xml", CT.WML_DOCUMENT_MAIN)
        self.notes = Notes(self.setting, {}, Counter(), Counter(), ({}, {}), None)

    def pack(
        self,
        body: Iterable[str],
        title: str,
        line: str | None = None,
        tracked: bool = False,
        others: Sequence[tuple[Part, str]] = (),
    ) -> bytes:
        """Put the file together.

        ``body`` are the paragraphs below the line that says who submits what, ``line``, by default that of
        a draft; ``others`` are further parts of the file, such as comments, with their relationships.
        """
        line = sponsors_line(self.head) if line is None else line
        text = opening(self.head, self.setting, self.notes, line) + "".join(body) + END_MARK
        language = self.head.language
        parts = []
        for name, kind, relationship, root, content in (
            ("styles", CT.WML_STYLES, RT.STYLES, "styles", styles(language)),
            ("settings", CT.WML_SETTINGS, RT.SETTINGS, "settings", settings(language, tracked)),
            ("numbering", CT.WML_NUMBERING, RT.NUMBERING, "numbering", self.lists.xml()),
            ("footnotes", CT.WML_FOOTNOTES, RT.FOOTNOTES, "footnotes", self.notes.xml()),
        ):
            part = self.notes.part if name == "footnotes" else Part(f"word/{name}.xml", kind)
            part.fill(root, content)
            parts.append((part, relationship))
        parts += others
        for part, relationship in parts:
            self.part.refer(relationship, part.name)
        section, around = frames(self.head, self.setting, self.part)
        self.part.fill("document", f"<w:body>{text}{section}</w:body>")
        return pack(self.part, [*(part for part, _ in parts), *around], language, title)
