"""Writing single sentences of formal wording in one language and style, and proving what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from amendments.wording.language import ROLES
from amendments.wording.names import Naming
from amendments.wording.orders import Order
from drafting.numbering import Place
from drafting.ordinals import ordinal
from drafting.phrases import is_number, weight
from drafting.text import Text, bare, markup

_SEVERAL = regex.compile(r"\{whole_after\}")


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of words, wherever they are: which sentence it is, and what it quotes."""

    does: str
    words: str = ""
    new: str = ""
    anchor: str = ""
    following: str = ""


class Sentences:
    """Writes sentences in one language, in today's style or the older one."""

    def __init__(self, language: str, older: bool = False) -> None:
        self.naming = Naming(language)
        self.patterns = self.naming.patterns
        self.style = replace(self.patterns, **self.patterns.older) if older else self.patterns

    def write(self, does: str, places: Mapping[str, Sequence[Place]], **parts: str) -> str:
        """Write a sentence about paragraphs, by the position in which it names them."""
        pattern = getattr(self.style, does)
        return self.fill(pattern, places, **parts)

    def fill(self, pattern: str, places: Mapping[str, Sequence[Place]], **parts: str) -> str:
        """Fill the open places of a pattern, and begin it with a capital."""
        names = {
            position: self.naming.names(those, "after" if position == "whole_after" else position)
            for position, those in places.items()
            if f"{{{position}}}" in pattern
        }
        sentence = pattern.format(**names, **parts)
        return sentence[:1].upper() + sentence[1:]

    def about(self, said: Said, there: Sequence[Place]) -> str:
        """Write what is said of words in paragraphs."""
        parts = {"words": said.words, "new": said.new, "anchor": said.anchor, "following": said.following}
        return self.write(said.does, {"there": there}, **parts)

    def say(self, order: Order) -> Said:
        """Say what an order means, with its words quoted and called what they are."""
        does = _does(order)
        roles = ROLES[does]
        new = self.quoted(order.new, roles["new"]) if order.new and "new" in roles else ""
        if not order.struck:
            return Said(does, new=new, anchor=self.quoted(order.anchor, roles["anchor"], order.mention))
        following = ""
        if order.anchor:
            following = self.style.following.format(anchor=self.quoted(order.anchor, "after"))
        return Said(does, self.quoted(order.struck, roles["words"], order.mention), new, "", following)

    def quoted(self, words: Text, role: str, mention: int = 0) -> str:
        """Quote words, called what they are, and if need be which mention of them is meant."""
        opening, closing = self.patterns.quotes
        quotation = f"{opening}{markup(bare(words))}{closing}"
        called = self.style.called.get(role)
        before = ""
        if called:
            letters = [word.text for word in words if word.note is None and weight(word.text)]
            if not letters:
                before = called.signs
            elif all(is_number(each) for each in letters):
                before = called.figures
            else:
                before = called.one if len(letters) == len(words) == 1 else called.several
        if not mention:
            return before + quotation
        gender = self.patterns.mention_gender
        meant = before + quotation if self.patterns.mention_is_called else quotation
        nth = ordinal(mention, self.naming.language, gender)
        said = self.patterns.mention.format(nth=nth, words=meant)
        return said if self.patterns.mention_is_called or not called else called.mention + said

    def new(self, forms: Sequence[str], count: int, letters: str = "") -> str:
        """Say how many new paragraphs there are of a kind."""
        sub = f" {letters}" if letters and self.naming.language != "zh" else letters
        return forms[min(self.patterns.form(count), len(forms) - 1)].format(count=self.count(count), sub=sub)

    def divide(self, count: int) -> str:
        """Give the pattern that says into how many paragraphs one is divided."""
        forms = self.patterns.divide
        pattern = forms[min(max(self.patterns.form(count) - 1, 0), len(forms) - 1)]
        return pattern.replace("{count}", self.count(count)).replace("{figure}", str(count))

    def count(self, count: int) -> str:
        """Write how many there are: in words, from where it is longer in figures."""
        counts = self.patterns.counts
        return counts[count - 2] if 2 <= count < len(counts) + 2 else str(count)


def _does(order: Order) -> str:
    """Which sentence says what an order means."""
    if not order.struck:
        return "insert_before" if order.before else "insert_after"
    if not order.new:
        return "strike"
    struck = bare(order.struck)
    new = bare(order.new)
    if struck != new and len(struck) == len(new):
        for does, italic in (("italics", True), ("roman", False)):
            if tuple(replace(each, italic=italic and each.note is None) for each in struck) == new:
                return does
    return "replace"
