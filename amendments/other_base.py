"""Bringing to a text what somebody wrote on another form of it, of which nobody kept a record.

The two forms are compared, and what was written on the one is carried onto the other as if the draft had
been amended in between. What cannot be carried is named, with the reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from amendments import alignment
from amendments.alignment import Match
from amendments.changes import Change, ChangeKind, Proposal, delete, reword
from amendments.formal_wording import spoken
from amendments.merge import Merged, merge
from amendments.rebase import State, carry
from amendments.ties import tied
from drafting.manuscript import Manuscript, manuscript
from drafting.messages import Message
from drafting.naming import renamed
from drafting.numbering import number
from drafting.outline import Kind, Outline
from drafting.text import plain

_OTHERWISE = Message("The draft reads otherwise in this place than the file without its changes.")
_ALREADY = Message("The draft says this already.")
_KIND = Message("It becomes another kind of paragraph; what it says is not changed.")


@dataclass(frozen=True, slots=True)
class Lost:
    """What was written and cannot be carried: in words, and why."""

    words: str
    why: Message


@dataclass(frozen=True)
class Brought:
    """What somebody asks for on a text, in amendments as small as can be, and what could not be carried."""

    wholes: tuple[tuple[Change, ...], ...]
    lost: tuple[Lost, ...]


class Base:
    """A text, and another form of it that people wrote on."""

    def __init__(self, text: Manuscript, base: Outline) -> None:
        self.text = text
        self.base = manuscript(_ordered(base, text.outline))
        self.today: Merged = merge(
            self.base, [Proposal("a1", alignment.changes(self.base, text.outline, "draft."))]
        )
        self._ids = _ids(self.today.manuscript.outline, text.outline)

    def bring(self, new: Outline, prefix: str) -> Brought:
        """Find what turns the base into another text, and ask the same of the draft.

        New paragraphs get ids that begin with ``prefix``.

        >>> from drafting.outline import Kind, Provision
        >>> from drafting.text import markup, parse
        >>> def draft(*texts: str) -> Outline:
        ...     read = [Provision(f"o{at}", Kind.OPERATIVE, parse(each)) for at, each in enumerate(texts)]
        ...     return Outline(provisions=tuple(read))
        >>> today = manuscript(draft("Thanks Fiji;", "Calls upon all States to act now;"))
        >>> base = Base(today, draft("Calls upon all States to act;"))
        >>> found = base.bring(draft("Calls upon States to act;"), "new")
        >>> [(each.provision, markup(each.text)) for [each] in found.wholes]
        [('o1', 'Calls upon States to act now;')]
        """
        new = _ordered(new, self.base.outline)
        wholes: list[tuple[Change, ...]] = []
        lost: list[Lost] = []
        found = alignment.matches(self.base.outline, new)
        for changes in tied(self.base, alignment.changes(self.base, new, prefix, found)):
            carried = carry(Proposal("a2", changes), self.base, self.today)
            if carried.state is State.OK and carried.proposal is not None:
                wholes.append(self._on_text(carried.proposal.changes))
            else:
                words = " ".join(spoken(self.base, changes, self.base.masthead.language))
                lost.append(Lost(words, _ALREADY if carried.state is State.ALREADY else _OTHERWISE))
        lost += self._other_kinds(new, found)
        return Brought(tuple(each for each in wholes if each), tuple(lost))

    def _on_text(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Give changes of the text as it is today with the ids that its paragraphs have."""
        made = []
        for change in changes:
            words = renamed(change.text, self._ids)
            id = self._ids.get(change.provision, change.provision)
            if change.kind is ChangeKind.REWORD:
                asked = reword(self.text, id, words)
                made += [asked] if asked.edits else []
            elif change.kind is ChangeKind.DELETE:
                made.append(delete(self.text, id))
            else:
                made.append(replace(change, provision=id, text=words, after=self._place(change.after)))
        return tuple(made)

    def _place(self, after: str) -> str:
        """Give the place after a paragraph; after one that is gone, that after the one before it."""
        history = [each.id for each in self.today.manuscript.history]
        while after in history and after not in self._ids:
            at = history.index(after)
            after = history[at - 1] if at else ""
        return self._ids.get(after, after)

    def _other_kinds(self, new: Outline, found: Sequence[Match]) -> list[Lost]:
        """Name the paragraphs that only become of another kind, which no amendment can ask for."""
        labels = {each.provision.id: each.label for each in number(self.base.outline)}
        was = {each.id: each for each in self.base.outline.provisions}
        other = []
        for match in found:
            if len(match.old) == len(match.new) == 1:
                old, now = was[match.old[0]], new.provisions[match.new[0]]
                if (old.kind, old.level) != (now.kind, now.level):
                    other.append(Lost(f"{labels[old.id]}: {plain(now.text)}", _KIND))
        return other


def _ordered(outline: Outline, model: Outline) -> Outline:
    """Put the notes in the order in which another form of the text keeps the same ones."""
    places = {plain(each.text): at for at, each in enumerate(model.of(Kind.NOTE))}
    at, ranked = -1, []
    for note in outline.of(Kind.NOTE):
        at = places.get(plain(note.text), at)
        ranked.append((at, note))
    ranked.sort(key=lambda each: each[0])
    body = (each for each in outline.provisions if each.kind is not Kind.NOTE)
    return replace(outline, provisions=(*body, *(note for _, note in ranked)))


def _ids(today: Outline, text: Outline) -> Mapping[str, str]:
    """Say which paragraph of a text is which of the same text with other ids."""
    pairs = zip(today.provisions, text.provisions, strict=False)
    ids = {one.id: other.id for one, other in pairs}
    if [plain(each.text) for each in today.provisions] == [plain(each.text) for each in text.provisions]:
        return ids
    found = alignment.matches(today, text)
    return {
        each.old[0]: text.provisions[each.new[0]].id for each in found if len(each.old) == len(each.new) == 1
    }
