"""The ids of a draft's provisions when it is read: short, of plain letters, after the place in the text.

``title``, ``enacting``, ``pp8``, ``op5-b-ii``, ``heading1``, ``n3``. An id is given once and stays when the
place changes, so that amendments and addresses of pages keep their paragraph.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import regex

from drafting.numbering import note_numbers, number
from drafting.outline import Kind, Outline
from drafting.text import Text, notes

_PLAIN = {Kind.TITLE: "title", Kind.ENACTING: "enacting"}


def named(outline: Outline) -> Outline:
    """Give a draft whose provisions bear the ids of their places, and whose references follow their notes.

    >>> from drafting.outline import Provision
    >>> from drafting.text import parse
    >>> read = (Provision("x", Kind.OPERATIVE, parse("*Thanks* all;[^y]")), Provision("y", Kind.NOTE, ()))
    >>> done = named(Outline(provisions=read)).provisions
    >>> [each.id for each in done], notes(done[0].text)
    (['op1', 'n1'], ['n1'])
    """
    order = note_numbers(outline.provisions)
    unused = max(order.values(), default=0)
    names = {note: f"n{position}" for note, position in order.items()}
    seen: Counter[str] = Counter()
    ids = []
    for place in number(outline):
        provision = place.provision
        if provision.kind is Kind.NOTE:
            unused += provision.id not in names
            id = names.setdefault(provision.id, f"n{unused}")
        else:
            id = _PLAIN.get(provision.kind) or _slug(place.label)
        seen[id] += 1
        ids.append(id if seen[id] == 1 else f"{id}-{seen[id]}")
    provisions = tuple(
        replace(provision, id=id, text=renamed(provision.text, names))
        for id, provision in zip(ids, outline.provisions, strict=True)
    )
    return replace(outline, provisions=provisions)


def renamed(text: Text, names: Mapping[str, str]) -> Text:
    """Give a text whose references to notes bear other names; those without one keep theirs."""
    if not notes(text):
        return text
    return tuple(
        replace(word, note=names.get(word.note, word.note)) if word.note is not None else word
        for word in text
    )


def _slug(label: str) -> str:
    """Write a label as an id.

    >>> _slug("OP5(b)(ii)"), _slug("Heading 2")
    ('op5-b-ii', 'heading2')
    """
    return regex.sub(r"\((\w+)\)", r"-\1", label.replace(" ", "")).lower()
