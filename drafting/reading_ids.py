"""The ids that a provision bears when it is read: short, plain letters, the same whenever it is read again.

``title``, ``enacting``, ``pp3``, ``op5``, ``op5b``, ``op5b-ii``, ``h1`` for a heading, ``n2`` for a note.
Where an id would come twice the second one ends in ``.2``.
"""

from collections import Counter
from dataclasses import replace

from drafting.numbering import Place, latin, note_numbers, number
from drafting.outline import Kind, Outline, Provision
from drafting.text import Text

_FIRST = {
    Kind.TITLE: "title",
    Kind.ENACTING: "enacting",
    Kind.PREAMBULAR: "pp",
    Kind.OPERATIVE: "op",
    Kind.HEADING: "h",
}


def with_ids(outline: Outline) -> Outline:
    """Give every provision the id of its place.

    Notes are counted by where the text first refers to them, those that nothing refers to after them.
    """
    numbers = note_numbers(outline.provisions)
    for note in outline.of(Kind.NOTE):
        numbers.setdefault(note.id, len(numbers) + 1)
    ids = {id: f"n{each}" for id, each in numbers.items()}
    seen: Counter[str] = Counter()
    named: list[Provision] = []
    for place in number(outline):
        provision = place.provision
        id = ids[provision.id] if provision.kind is Kind.NOTE else _id(place)
        seen[id] += 1
        id = id if seen[id] == 1 else f"{id}.{seen[id]}"
        named.append(replace(provision, id=id, text=_renamed(provision.text, ids)))
    return replace(outline, provisions=tuple(named))


def _id(place: Place) -> str:
    if place.provision.kind in (Kind.TITLE, Kind.ENACTING):
        return _FIRST[place.provision.kind]
    steps = [latin(step, depth) for depth, step in enumerate(place.path[1:], 1)]
    return f"{_FIRST[place.parent]}{place.path[0] if place.path else 0}{'-'.join(steps)}"


def _renamed(text: Text, ids: dict[str, str]) -> Text:
    return tuple(replace(word, note=ids[word.note]) if word.note is not None else word for word in text)
