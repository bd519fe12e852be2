"""Real Word notes: where the text refers to them, and the part of the file that they stand in.

The first reference to a note carries it; a later one is a field that repeats its number. In a text with
tracked changes these may be different places in the base and in the revision: then the reference is
struck in the one form and inserted in the other.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from docx.opc.constants import CONTENT_TYPE as CT

from exports.word.history import SETTLED, Author, History, Tracked
from exports.word.package import Part
from exports.word.setting import Setting

_RULE = "_" * 18
_Form = Literal["first", "again"] | None


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
        self._in_base: set[str] = set()
        self._in_revision: set[str] = set()
        self._set: list[str] = []
        self._marked: set[str] = set()
        self._names: dict[str, int] = {}

    def reference(self, note: str, history: History) -> str:
        """Set a reference to a note in the text."""
        base: _Form = None
        revision: _Form = None
        if history.in_base:
            base = "again" if note in self._in_base else "first"
            self._in_base.add(note)
        if history.in_revision:
            revision = "again" if note in self._in_revision else "first"
            self._in_revision.add(note)
        if base == revision or base is None or revision is None:
            return self._change(note, revision or base or "first", history)
        return self._change(note, base, History(None, self._anybody)) + self._change(
            note, revision, History(self._anybody, None)
        )

    def inner(self, note: str, history: History) -> str:
        """Set a reference that stands in a note, where Word allows no note of its own."""
        if not self.cited[note]:  # it is no note of Word's that a field could lead to
            return self._setting.change(_superscript(self._number(note, history)), history)
        return self._change(note, "again", history)

    def starred(self, text: str) -> str:
        """Set an asterisk that carries a note of its own, which bears no number."""
        mark = '<w:footnoteReference w:customMarkFollows="1" w:id="{}"/><w:t>*</w:t>'
        content = self._setting.run(text)
        return _superscript(mark.format(self._footnote("<w:t>*</w:t>", content)))

    def xml(self) -> str:
        """Give the notes with the two rules that divide them from the text."""
        rule = (
            '<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="16"/>'
            f"</w:rPr><w:t>{_RULE}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:separator/></w:r></w:p>"
        )
        return (
            f'<w:footnote w:type="separator" w:id="-1">{rule}</w:footnote>'
            f'<w:footnote w:type="continuationSeparator" w:id="0">{rule}</w:footnote>' + "".join(self._set)
        )

    def _change(self, note: str, form: _Form, history: History) -> str:
        struck = history.struck is not None
        if form == "again":
            return self._setting.change(self._again(note, history), history)
        tracked = self._notes.get(note)
        stretches = tracked.stretches if tracked else ()
        if struck:
            stretches = tuple((words, SETTLED) for words, told in stretches if told.in_base)
        elif history.inserted:
            stretches = tuple((words, history) for words, told in stretches if told.in_revision)
        content = self._setting.words(stretches, self.part, self.inner)
        id = self._footnote("<w:footnoteRef/>", content)
        run = _superscript(f'<w:footnoteReference w:id="{id}"/>')
        changed = self._setting.change(run, history)
        if self._uses[note] < 2 or note in self._marked:
            return changed
        self._marked.add(note)
        name = self._bookmark(note)
        return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{changed}<w:bookmarkEnd w:id="{id}"/>'

    def _again(self, note: str, history: History) -> str:
        code = "delInstrText" if history.struck else "instrText"
        return "".join(
            _superscript(each)
            for each in (
                '<w:fldChar w:fldCharType="begin"/>',
                f'<w:{code} xml:space="preserve"> NOTEREF {self._bookmark(note)} \\f \\h </w:{code}>',
                '<w:fldChar w:fldCharType="separate"/>',
                self._number(note, history),
                '<w:fldChar w:fldCharType="end"/>',
            )
        )

    def _number(self, note: str, history: History) -> str:
        number = (self._numbers if history.in_revision else self._base_numbers).get(note, "")
        return f"<w:delText>{number}</w:delText>" if history.struck else f"<w:t>{number}</w:t>"

    def _bookmark(self, note: str) -> str:
        return f"_Ref{self._names.setdefault(note, len(self._names) + 1)}"

    def _footnote(self, mark: str, content: str) -> int:
        id = len(self._set) + 1
        lead = f"{_superscript(mark)}<w:r><w:tab/></w:r>"
        paragraph = self._setting.paragraph("FootnoteText", lead + content)
        self._set.append(f'<w:footnote w:id="{id}">{paragraph}</w:footnote>')
        return id


def _superscript(content: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{content}</w:r>'
