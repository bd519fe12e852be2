"""Where a provision stands: its label (PP3, OP5(b)) and its number as its language prints it."""

from collections.abc import Iterable
from dataclasses import dataclass

from drafting.languages import LANGUAGES
from drafting.lettering import letters, roman
from drafting.outline import Kind, Outline, Provision
from drafting.text import notes


@dataclass(frozen=True, slots=True)
class Place:
    """A provision with its place: label for the room, number as printed, and its steps for wording.

    ``path`` counts from 1: ``(5,)`` is the fifth preambular or operative paragraph, ``(5, 2)`` its (b).
    """

    provision: Provision
    label: str
    number: str | None
    path: tuple[int, ...]
    parent: Kind  # of a sub-paragraph, the kind of the paragraph that it belongs to; else its own


def number(outline: Outline) -> tuple[Place, ...]:
    """Number a draft: operative paragraphs 1, 2 … (a single one bears none), sub-paragraphs (a), (i).

    Notes are numbered in the order in which the text first refers to them; one that nothing refers to
    comes without a number. UN_FORMAT.md, rules E07 and E08.
    """
    language = LANGUAGES[outline.masthead.language]
    single = sum(1 for _ in outline.of(Kind.OPERATIVE)) == 1
    order = note_numbers(outline.provisions)
    counts = {Kind.PREAMBULAR: 0, Kind.OPERATIVE: 0, Kind.HEADING: 0}
    path: tuple[int, ...] = ()
    parent = Kind.OPERATIVE
    places = []
    for provision in outline.provisions:
        kind = provision.kind
        if kind in counts:
            counts[kind] += 1
            path = (counts[kind],)
            parent = kind if kind is not Kind.HEADING else parent
        elif kind is Kind.SUBPARAGRAPH:
            depth = min(max(provision.level, 1), len(path) or 1)
            path = (*path[:depth], (path[depth] if len(path) > depth else 0) + 1)
            place = Place(provision, _label(parent, path), language.letter(path[-1], depth), path, parent)
            places.append(place)
            continue
        printed, steps = None, path
        if kind is Kind.OPERATIVE and not single:
            printed = language.numeral(path[0])
        elif kind is Kind.NOTE:
            position = order.get(provision.id)
            printed, steps = (str(position), (position,)) if position else (None, ())
        elif kind in (Kind.TITLE, Kind.ENACTING):
            steps = ()
        places.append(Place(provision, _label(kind, steps), printed, steps, kind))
    return tuple(places)


def note_numbers(provisions: Iterable[Provision]) -> dict[str, int]:
    """Number the notes by where the text first refers to them.

    References inside the notes themselves count after those of the text.
    """
    every = list(provisions)
    order: dict[str, int] = {}
    for provision in [each for each in every if each.kind is not Kind.NOTE] + [
        each for each in every if each.kind is Kind.NOTE
    ]:
        for note in notes(provision.text):
            order.setdefault(note, len(order) + 1)
    return order


_LABELS = {Kind.PREAMBULAR: "PP", Kind.OPERATIVE: "OP", Kind.HEADING: "Heading ", Kind.NOTE: "Note "}


def _label(kind: Kind, path: tuple[int, ...]) -> str:
    if kind in (Kind.TITLE, Kind.ENACTING):
        return kind.value.capitalize()
    if not path:
        return kind.value.capitalize()
    sub = "".join(f"({latin(step, depth)})" for depth, step in enumerate(path[1:], 1))
    return f"{_LABELS[kind]}{path[0]}{sub}"


def latin(step: int, depth: int) -> str:
    """Give the letter or small Roman numeral of a sub-paragraph, whatever the draft's language.

    >>> latin(2, 1), latin(27, 1), latin(4, 2)
    ('b', 'aa', 'iv')
    """
    return letters(step) if depth % 2 else roman(step)
