"""Real Word notes: where the text refers to them, and the part of the file that they stand in.

The first reference to a note carries it; a later one is a field that repeats its number. In a text with
tracked changes these may be different places in the base and in the revision: then the reference is
struck in the one form and inserted in the other, and each has a bookmark of its own.
"""

from collections import Counter
from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as CT

from exports.word.history import SETTLED, Author, History, Tracked
from exports.word.package import Part
from exports.word.setting import Setting
from exports.word.styles import SEPARATOR, hanging

RIGHT_TO_LEFT = "\u200f"
_RULE = "_" * 18
_UNSEEN = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'  # of a note whose asterisk stands in the header
_NOT_BOLD = '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>'
# LibreOffice sets the asterisks of a note by itself; it would set these too if it took the choice.
_ASTERISKS = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<mc:Choice Requires="w15">{}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>'
)
_FIRST = ""  # a reference that repeats no other


class Notes:
    """The notes of one document, set as the text refers to them."""

    def __init__(
        self,
        setting: Setting,
        notes: Mapping[str, Tracked],
        cited: Counter[str],
        in_notes: Counter[str],
        numbers: tuple[Mapping[str, int], Mapping[str, int]],
        anybody: Author | None,
    ) -> None:
        """Take the notes by id, how often text and notes refer to each, and its numbers before and after."""
        self.part = Part("word/footnotes.xml", CT.WML_FOOTNOTES)
        self._setting = setting
        self._notes = notes
        self.cited = cited
        self._uses = cited + in_notes
        self._base_numbers, self._numbers = numbers
        self._anybody = anybody
        self._in_base: dict[str, str] = {}  # the bookmark around a note's first reference in either form
        self._in_revision: dict[str, str] = {}
        self._set: list[str] = []
        self._because: dict[str, Author | None] = {}  # who made another reference to a note its first one
        self._names: dict[str, int] = {}

    def reference(self, note: str, history: History) -> str:
        """Set a reference to a note in the text."""
        base = self._in_base.get(note, _FIRST) if history.in_base else None
        revision = self._in_revision.get(note, _FIRST) if history.in_revision else None
        if _FIRST in (base, revision):
            name = self._bookmark(note) + ("b" if note in self._in_base or note in self._in_revision else "")
            if base == _FIRST:
                self._in_base[note] = name
            if revision == _FIRST:
                self._in_revision[note] = name
            if base is None or revision is None:
                self._because[note] = history.inserted or history.struck
        if base == revision or base is None or revision is None:
            return self._change(note, base if revision is None else revision, history)
        author = self._because.get(note) or self._anybody
        return self._change(note, base, History(None, author)) + self._change(
            note, revision, History(author, None)
        )

    def inner(self, note: str, history: History) -> str:
        """Set a reference that stands in a note, where Word allows no note of its own."""
        if not self.cited[note]:  # it is no note of Word's that a field could lead to
            return self._setting.change(_superscript(self._number(note, history)), history)
        return self._change(note, self._bookmark(note), history)

    def starred(self, text: str, mark: str = "*", shown: bool = True) -> str:
        """Set asterisks that carry a note of their own, which bears no number."""
        return self.marked(mark, self._setting.run(text), shown)

    def marked(self, mark: str, content: str, shown: bool = True) -> str:
        """Set asterisks that carry a note, whose words are set already.

        Where the header bears the asterisk, which has no notes in Word, the text carries it unseen.
        """
        id = self._footnote(_ASTERISKS.format(f"<w:t>{mark}</w:t>"), content, 2 * mark)
        # One element for each asterisk: LibreOffice prints two in one element twice.
        signs = "".join(f"<w:t>{sign}</w:t>" for sign in mark)
        looks = _NOT_BOLD if shown else _UNSEEN
        return f'<w:r>{looks}<w:footnoteReference w:customMarkFollows="1" w:id="{id}"/>{signs}</w:r>'

    def xml(self) -> str:
        """Give the notes with the two rules that divide them from the text."""
        rule = (
            f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{SEPARATOR}</w:pPr><w:r><w:rPr><w:sz w:val="16"/></w:rPr>'
            f"<w:t>{_RULE}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:separator/></w:r></w:p>"
        )
        return (
            f'<w:footnote w:type="separator" w:id="-1">{rule}</w:footnote>'
            f'<w:footnote w:type="continuationSeparator" w:id="0">{rule}</w:footnote>' + "".join(self._set)
        )

    def _change(self, note: str, to: str | None, history: History) -> str:
        """Set a reference that is the first one, or that repeats the one which a bookmark stands around."""
        struck = history.struck is not None
        if to:
            return self._setting.change(self._again(note, to, history), history)
        tracked = self._notes.get(note)
        stretches = tracked.stretches if tracked else ()
        if struck:
            stretches = tuple((words, SETTLED) for words, told in stretches if told.in_base)
        elif history.inserted:
            stretches = tuple((words, history) for words, told in stretches if told.in_revision)
        content = self._setting.words(stretches, self.part, self.inner)
        number = str(self._numbers.get(note) or self._base_numbers.get(note) or "")
        id = self._footnote(_superscript("<w:footnoteRef/>"), content, number)
        run = self._apart(struck) + _superscript(f'<w:footnoteReference w:id="{id}"/>')
        changed = self._setting.change(run, history)
        if self._uses[note] < 2 or to is None:  # what came and went in between repeats no other
            return changed
        name = (self._in_revision if history.in_revision else self._in_base)[note]
        return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{changed}<w:bookmarkEnd w:id="{id}"/>'

    def _again(self, note: str, to: str, history: History) -> str:
        code = "delInstrText" if history.struck else "instrText"
        return self._apart(history.struck is not None) + "".join(
            _superscript(each)
            for each in (
                '<w:fldChar w:fldCharType="begin"/>',
                f'<w:{code} xml:space="preserve"> NOTEREF {to} \\f \\h </w:{code}>',
                '<w:fldChar w:fldCharType="separate"/>',
                self._number(note, history),
                '<w:fldChar w:fldCharType="end"/>',
            )
        )

    def _apart(self, struck: bool) -> str:
        """Keep a number apart from one before it, with which it would run from left to right: 2010،¹."""
        return self._setting.run(RIGHT_TO_LEFT, struck=struck) if self._setting.rtl else ""

    def _number(self, note: str, history: History) -> str:
        number = (self._numbers if history.in_revision else self._base_numbers).get(note, "")
        return f"<w:delText>{number}</w:delText>" if history.struck else f"<w:t>{number}</w:t>"

    def _bookmark(self, note: str) -> str:
        return f"_Ref{self._names.setdefault(note, len(self._names) + 1)}"

    def _footnote(self, mark: str, content: str, shown: str) -> int:
        id = len(self._set) + 1
        lead = f"{mark}<w:r><w:tab/></w:r>"
        paragraph = self._setting.paragraph("FootnoteText", lead + content, layout=hanging(len(shown)))
        self._set.append(f'<w:footnote w:id="{id}">{paragraph}</w:footnote>')
        return id


def _superscript(content: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{content}</w:r>'
