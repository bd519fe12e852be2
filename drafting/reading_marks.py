"""Numbers and letters before a paragraph, in the six languages: "5.", "(a)", "ii)", "١ -", "㈠"."""

from dataclasses import dataclass

import regex

from drafting.languages import LANGUAGES

DEEPEST = 4

_NUMBER = regex.compile(
    r"(?P<number>\p{Nd}{1,3})(?P<mark>\s?[.．、]|\s?[-–—](?=\s|$)|(?=\s))\s*(?P<rest>.*)", regex.DOTALL
)
_LABEL = regex.compile(
    r"(?P<part>PP|OP)\s?(?P<number>\d{1,3})\s?(?P<mark>bis|ter|alt)?[.:)]?\s+(?P<rest>.*)", regex.DOTALL
)
_LETTER = regex.compile(
    r"(?P<mark>[(（](?P<inner>\p{L}{1,5}|\p{Nd}{1,2})[)）]|(?P<bare>\p{L}{1,5})\)|(?P<dotted>\p{Ll}{1,4})\.(?=\s)|"
    r"(?P<han>[㈠-㈩]|[⑴-⒇]|[⒜-⒵]))\s*(?P<rest>.*)",
    regex.DOTALL,
)
_HAN = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"


def typed_number(words: str) -> tuple[int, bool, int] | None:
    """Read a paragraph's number: the number, whether a mark follows it, and where the words begin.

    >>> typed_number("5. Decides"), typed_number("25 Condemns"), typed_number("١ - تطلب")
    ((5, True, 3), (25, False, 3), (1, True, 4))
    """
    match = _NUMBER.match(words)
    if not match or (not match["rest"] and not match["mark"]):
        return None
    return int(match["number"]), bool(match["mark"].strip()), match.start("rest")


def typed_label(words: str) -> tuple[str, int, int] | None:
    """Read a label of the room, as working papers have it: which part, the number, where the words begin.

    >>> typed_label("OP12. Decides"), typed_label("Open")
    (('OP', 12, 6), None)
    """
    match = _LABEL.match(words)
    return (match["part"], int(match["number"]), match.start("rest")) if match else None


def typed_letter(words: str) -> tuple[str, int] | None:
    """Read a sub-paragraph's mark: its letters, and where the words begin.

    >>> typed_letter("(a) To promote"), typed_letter("ii) Promover"), typed_letter("a word")
    (('a', 4), ('ii', 4), None)
    """
    match = _LETTER.match(words)
    if not match:
        return None
    inner = match["inner"] or match["bare"] or match["dotted"] or match["han"]
    return (inner, match.start("rest")) if inner else None


def steps(mark: str, language: str) -> dict[int, int]:
    """Say at which depths a mark may stand, and as which step there: "i" is the ninth letter or a first.

    >>> steps("i", "en"), steps("b", "es")
    ({1: 9, 2: 1, 3: 9, 4: 1}, {1: 2, 3: 2})
    """
    found = {}
    for depth in range(1, DEEPEST + 1):
        count, _ = LANGUAGES[language].marks[depth - 1]
        step = next((each for each in range(1, 60) if count(each) == mark.lower()), None)
        if step is None and depth % 2 == 0:
            step = _otherwise(mark)
        if step is None and depth == 1 and mark.lower() in _CYRILLIC:
            step = _CYRILLIC.index(mark.lower()) + 1
        if step is not None:
            found[depth] = step
    if not found and language != "en":
        return steps(mark, "en")
    return found


def _otherwise(mark: str) -> int | None:
    """Read a mark of the second depth that another writer set otherwise: ㈠, ١, 1."""
    if mark in _HAN:
        return _HAN.index(mark) + 1
    return int(mark) if mark.isdecimal() else None


@dataclass
class Counter:
    """Follows the sub-paragraphs of one paragraph, and says how deep the next one stands."""

    language: str
    counted: list[int]  # the last step at each depth so far

    def place(self, mark: str, opened: bool) -> tuple[int, bool]:
        """Give the depth of the next mark, and whether it follows upon the last ones.

        ``opened`` says that the paragraph before ends in a colon. A mark that follows nothing stays at
        the depth at which the paragraph before it stands.
        """
        found = steps(mark, self.language)
        depths = range(len(self.counted), 0, -1)
        goes_on = [depth for depth in depths if found.get(depth) == self.counted[depth - 1] + 1]
        deeper = len(self.counted) + 1
        starts = found.get(deeper) == 1
        if starts and (opened or not goes_on):
            depth, fits = deeper, True
        elif goes_on:
            depth, fits = goes_on[0], True
        else:
            near = [each for each in depths if each in found]
            depth, fits = (
                (near[0] if near else min(found, default=1) if not self.counted else deeper - 1),
                False,
            )
        return self.count(depth), fits

    def count(self, depth: int) -> int:
        """Count a paragraph at this depth, or as deep as it can stand."""
        depth = min(max(depth, 1), len(self.counted) + 1)
        step = (self.counted[depth - 1] if depth <= len(self.counted) else 0) + 1
        self.counted[depth - 1 :] = [step]
        return depth
