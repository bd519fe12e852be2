"""What each paragraph below the enacting line is, one after the other."""

from dataclasses import dataclass, field

import regex

from drafting.messages import Message
from drafting.numbering import latin
from drafting.opening_words import kinds, set_opening
from drafting.outline import Kind, Provision
from drafting.reading_blocks import Block, cut, join
from drafting.reading_marks import Counter, steps, typed_label, typed_letter, typed_number
from drafting.text import Piece, Text, build, pieces, plain

_ENDS = tuple(",;:.،؛，；。：!?！？…؟")
_CLOSING = "”’»\"')]）］*"
_ROMAN = regex.compile(r"(?:[IVX]{1,5}|[A-H])[.．]?(?:\s.{1,140})?$")
_ANNEX = regex.compile(
    r"(?:annex(?:e|es)?|appendix|appendice|anexos?|apéndice|приложени[ея]|дополнение|附件|附录|(?:ال)?مرفق|المرفقات)"
    r"(?:\s?(?:[IVX]+|\d+|[A-H]|[一二三四五六七八九十]+|الأول|الثاني|الثالث))?[.:]?",
    regex.IGNORECASE,
)
_LONGEST_HEADING = 160
_PARTS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


@dataclass
class Body:
    """Takes the paragraphs below the enacting line and says what they are."""

    language: str
    numbered: bool  # whether the operative paragraphs bear numbers
    provisions: list[Provision] = field(default_factory=list)
    remarks: list[Message] = field(default_factory=list)
    operative: int = 0  # how many operative paragraphs there are so far
    annexed: bool = False
    _inner: int = 0  # the last number of a list within a paragraph
    _letters: Counter | None = None
    _closed: bool = True  # the last provision was taken as the file gave it: nothing is joined to it

    def take(self, block: Block) -> None:
        """Take the next paragraph."""
        if block.kind is not None:
            self._exact(block)
        elif self.annexed or self._begins_annex(block):
            self._annex(block)
        elif not (self._number(block) or self._letter(block) or self._goes_on(block)):
            self._unnumbered(block)

    def decide(self, text: Text) -> None:
        """Take a decision that is one sentence with the organ's name."""
        self._add(Kind.OPERATIVE, text)

    def _exact(self, block: Block) -> None:
        kind = block.kind or Kind.HEADING
        self._add(kind, block.text, block.level)
        self._closed = True
        if kind is Kind.SUBPARAGRAPH and self._letters:
            self._letters.count(block.level)

    def _add(self, kind: Kind, text: Text, level: int = 0) -> None:
        self.provisions.append(Provision("", kind, text, level))
        self._closed = False
        if kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
            self._letters = Counter(self.language, [])
            self._inner = 0
            self.operative += kind is Kind.OPERATIVE

    def _paragraph(self, kind: Kind, text: Text) -> None:
        self._add(kind, set_opening(text, self.language, kind))

    @property
    def _last(self) -> Provision | None:
        last = self.provisions[-1] if self.provisions else None
        return last if last and last.kind in _PARTS and not self._closed else None

    def _ended(self) -> bool:
        """Whether the paragraph before is complete, as its last mark shows."""
        return self._last is None or _end(self._last.text) in _ENDS

    def _number(self, block: Block) -> bool:
        words = block.words
        label = typed_label(words)
        if label:
            part, number, start = label
            kind = Kind.OPERATIVE if part == "OP" else Kind.PREAMBULAR
            self._paragraph(kind, _bare(block, start))
            if kind is Kind.OPERATIVE and number != self.operative:
                self._renumbered(str(number))
            return True
        typed = typed_number(words)
        if typed is None:
            return False
        number, marked, start = typed
        text = _bare(block, start)
        expected = self.operative + 1
        opens = Kind.OPERATIVE in kinds(plain(text), self.language) or bool(text and text[0].italic)
        if not marked and not (number == expected and opens) and block.number is None:
            return False
        if not self._ended() and number != expected and block.number is None:
            return False
        if number != expected and self._is_inner(number):
            self._inner = number
            self._apart(block)
            return True
        self._paragraph(Kind.OPERATIVE, text)
        if number != expected:
            self._renumbered(str(number))
        elif not marked:
            self.remarks.append(
                Message("Operative paragraph {number} has no full stop after its number.", number=number)
            )
        return True

    def _is_inner(self, number: int) -> bool:
        """Whether a number belongs to a list within a paragraph: one that begins again after a colon."""
        last = self.provisions[-1] if self.provisions else None
        begins = (
            number == 1
            and self.operative > 0
            and last is not None
            and _end(last.text) in (":", "：", "“", "”")
        )
        return begins or (self._inner > 0 and number == self._inner + 1)

    def _renumbered(self, printed: str) -> None:
        self.remarks.append(
            Message(
                "Operative paragraph {number} is printed as {printed}.",
                number=self.operative,
                printed=printed,
            )
        )

    def _letter(self, block: Block) -> bool:
        if self._letters is None:
            return False
        typed = typed_letter(block.words)
        if typed is None or not steps(typed[0], self.language):
            return False
        mark, start = typed
        text = _bare(block, start)
        if block.number is None:
            dotted = block.words[len(mark) : len(mark) + 1] == "."
            if (dotted and not self._letters.counted) or not text:
                return False
            if not self._ended() and plain(text)[:1].islower() and self.language != "ru":
                return False
        last = self.provisions[-1]
        depth, fits = self._letters.place(mark, _end(last.text) in (":", "："))
        self._add(Kind.SUBPARAGRAPH, text, depth)
        if not fits:
            step = self._letters.counted[-1]
            self.remarks.append(
                Message(
                    "A sub-paragraph printed as ({printed}) is taken as ({letter}): “{words}”.",
                    printed=mark,
                    letter=latin(step, depth),
                    words=_beginning(text),
                )
            )
        return True

    def _goes_on(self, block: Block) -> bool:
        """Join a paragraph to the one before, where a page or a line ended in its midst."""
        last = self._last
        words = block.words
        if last is None or block.heading or not words:
            return False
        end = _end(last.text)
        said = kinds(words, self.language, by_form=end in _ENDS or not block.broken)
        opens = bool(said) or (block.text[0].italic and words[:1].isupper())
        low = words[:1].islower() and self.language in ("en", "fr", "es")
        operative = self.operative > 0
        if end not in _ENDS:
            goes_on = not opens and not (_ROMAN.match(words) and not block.broken)
        elif operative and end in (",", "،", "，"):
            goes_on = not opens
        elif end in (",", "،"):
            goes_on = low and not opens
        else:
            goes_on = low and block.broken and not opens
        if not goes_on:
            return False
        self.provisions[-1] = Provision("", last.kind, join(last.text, _whole(block)), last.level)
        return True

    def _unnumbered(self, block: Block) -> None:
        words, text = block.words, _whole(block)
        said = kinds(words, self.language)
        if (block.heading and not said) or (_is_heading(words) and not said and not block.text[0].italic):
            self._add(Kind.HEADING, text)
        elif self.operative == 0 and (self.numbered or not _operative(words, said)):
            self._paragraph(Kind.PREAMBULAR, text)
        elif self.operative == 0 or Kind.OPERATIVE in said:
            self._paragraph(Kind.OPERATIVE, text)
            if self.numbered:
                self.remarks.append(
                    Message(
                        "Operative paragraph {number} is printed without a number.", number=self.operative
                    )
                )
        else:
            self._apart(block)

    def _apart(self, block: Block) -> None:
        """Keep a paragraph that is no part of the count, with its number if it has one."""
        self._add(Kind.HEADING, _whole(block))
        self.remarks.append(
            Message(
                "A paragraph outside the count is kept without a number: “{words}”.",
                words=_beginning(block.text),
            )
        )

    def _begins_annex(self, block: Block) -> bool:
        return self.operative > 0 and _ANNEX.fullmatch(block.words) is not None

    def _annex(self, block: Block) -> None:
        if not self.annexed:
            self.annexed = True
            self.remarks.append(
                Message(
                    "What follows “{words}” is kept as paragraphs without numbers of ours.", words=block.words
                )
            )
        self._add(Kind.HEADING, _whole(block))


def _bare(block: Block, start: int) -> Text:
    """Give a paragraph without its number, be that typed or counted by the file."""
    return block.text if block.number else cut(block.text, start)


def _whole(block: Block) -> Text:
    """Give a paragraph with the number that the file counts, as words."""
    return build([Piece(f"{block.number} "), *pieces(block.text)]) if block.number else block.text


def _end(text: Text) -> str:
    """Give the mark that a paragraph ends with, within any quotation marks."""
    words = plain(text)
    bare = words.rstrip(_CLOSING + " ")
    return (words if words.endswith(_ENDS) else bare if bare.endswith(_ENDS) else words)[-1:]


def _is_heading(words: str) -> bool:
    return (len(words) <= _LONGEST_HEADING and not words.endswith((*_ENDS, "”"))) or bool(
        _ROMAN.fullmatch(words)
    )


def _operative(words: str, said: set[Kind]) -> bool:
    """Whether a paragraph without a number is an operative one: by its opening, else by how it ends."""
    if len(said) == 1:
        return Kind.OPERATIVE in said
    return words.rstrip(_CLOSING + " ").endswith((".", ";", "。", "；", "؛"))


def _beginning(text: Text) -> str:
    words = plain(text)
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
