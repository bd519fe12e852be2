"""The compilation text: what is proposed, all of it, in its place in the current text.

Nothing is chosen and nothing collides: each paragraph has its words with those that are proposed, new
paragraphs stand where they would come, and a text that says a whole paragraph otherwise stands below it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from amendments.changes import Change, ChangeKind, Proposal
from amendments.compiled_words import Chain, Owners, Stretch, Voice, compiled_words
from amendments.formal_wording import FormalWording
from amendments.new_paragraphs import rank, says_same
from amendments.subamendments import Amended, Targets, amended
from drafting.inserted import Labels, instead
from drafting.manuscript import Cell, Manuscript, Paragraph
from drafting.numbering import number
from drafting.outline import Kind, Masthead

_FEW = 6  # words; of a shorter paragraph it is no use to say the whole otherwise


@dataclass(frozen=True, slots=True)
class Compiled:
    """A paragraph of the compilation.

    ``path`` names who proposes it, ``struck`` who deletes it; ``instead`` is the id of the paragraph in whose
    place a whole other text is proposed. ``remarks`` say moves and joins in words.
    """

    id: str
    label: str
    kind: Kind
    level: int = 0
    stretches: tuple[Stretch, ...] = ()
    path: Chain = ()
    struck: Owners = ()
    remarks: tuple[tuple[Owners, str], ...] = ()
    instead: str = ""
    moved: bool = False  # whether it is the place that another one comes to

    @property
    def keys(self) -> frozenset[str]:
        """The amendments that are about it."""
        chains = (*self.path, self.struck, *(keys for keys, _ in self.remarks))
        every = (*chains, *(keys for stretch in self.stretches for keys in stretch.by))
        return frozenset(key for keys in every for key in keys)


@dataclass(frozen=True, slots=True)
class Proposed:
    """An amendment as the compilation names it; the first of those behind it is its mover."""

    key: str
    number: int
    behind: tuple[str, ...]
    at: datetime
    wording: tuple[str, ...] = ()
    to: int | None = None  # the number of the amendment that it amends
    explanation: str = ""


@dataclass(frozen=True)
class Compilation:
    """A text with all that is proposed to it at one moment; what is ``waiting`` has no place in it."""

    head: Masthead
    title: str
    revision: str  # "Rev.1", or "Original"
    at: datetime
    paragraphs: tuple[Compiled, ...]
    proposals: Mapping[str, Proposed] = field(default_factory=dict)
    waiting: tuple[Proposed, ...] = ()

    def names(self, keys: Owners) -> tuple[str, ...]:
        """Give who stands behind what these amendments propose, each once."""
        return tuple(dict.fromkeys(name for key in keys for name in self.proposals[key].behind))

    def labels(self) -> dict[str, list[str]]:
        """Give the labels of the paragraphs that each amendment is about, by its key."""
        found: dict[str, list[str]] = {key: [] for key in self.proposals}
        for paragraph in self.paragraphs:
            for key in paragraph.keys:
                found[key].append(paragraph.label)
        return {key: list(dict.fromkeys(labels)) for key, labels in found.items()}


def compiled(
    manuscript: Manuscript, proposals: Sequence[Proposal], targets: Targets | None = None
) -> tuple[Compiled, ...]:
    """Put all that is proposed into its place in a text; ``targets`` says which amends which.

    >>> from amendments.changes import reword
    >>> from drafting.manuscript import manuscript
    >>> from drafting.outline import Outline, Provision
    >>> from drafting.text import parse, plain
    >>> text = manuscript(Outline(provisions=(Provision("p", Kind.OPERATIVE, parse("Thanks all States;")),)))
    >>> new = [reword(text, "p", parse(words)) for words in ("Thanks all Members;", "Thanks all;")]
    >>> [found] = compiled(text, [Proposal("a1", (new[0],)), Proposal("a2", (new[1],))])
    >>> [(plain(each.words), each.by) for each in found.stretches]
    [('Thanks all', ()), ('States', (('a1', 'a2'),)), ('Members', (('a1',),)), (';', ())]
    """
    ordered = sorted(proposals, key=lambda each: rank(each.key))
    voices = [_voice(manuscript, each) for each in amended(ordered, targets or {})]
    return tuple(_Compiling(manuscript, voices).paragraphs())


def _voice(text: Manuscript, said: Amended) -> Voice:
    alone = Voice(text, said.says)
    if not said.amendments:
        return alone
    return replace(alone, amendments=tuple(_voice(alone.left, each) for each in said.amendments))


@dataclass(frozen=True)
class _Node:
    """A paragraph that is proposed: its change, who proposes it, and where its words are found."""

    id: str
    change: Change
    path: Chain
    voices: tuple[Voice, ...] = ()  # those that speak of it
    text: Paragraph | None = None  # none: one that comes from elsewhere
    instead: str = ""

    def joins(self, voice: Voice, path: Chain, change: Change) -> bool:
        """Whether an amendment proposes the very same; it has brackets of its own if it is amended itself."""
        same = self.path[:-1] == path and says_same(self.change, change)
        amended = any(each.amendments for each in (voice, *self.voices))
        return same and not amended and voice not in self.voices

    def joined(self, voice: Voice) -> "_Node":
        """Give it as the proposal of one more."""
        path = (*self.path[:-1], (*self.path[-1], voice.key))
        return replace(self, path=path, voices=(*self.voices, voice))


class _Compiling:
    """Puts what is said beside what it is about: paragraphs behind others, words into paragraphs.

    The text's own paragraphs are called ``=id``, new ones ``+id``, places that others come to ``>id``.
    """

    def __init__(self, manuscript: Manuscript, voices: Sequence[Voice]) -> None:
        self.manuscript = manuscript
        self.language = manuscript.masthead.language
        self.nodes: dict[str, list[_Node]] = defaultdict(list)  # by what they follow
        self.words: dict[str, list[Voice]] = defaultdict(list)  # who speaks of a paragraph's words
        self.struck: dict[str, list[str]] = defaultdict(list)
        self.remarks: dict[str, list[tuple[Owners, str]]] = defaultdict(list)
        self._say(voices, (), {"": "", **{id: f"={id}" for id in manuscript.by_id}})

    def _say(self, voices: Sequence[Voice], path: Chain, known: Mapping[str, str]) -> None:
        """Take up what amendments to one text say; ``known`` has where the paragraphs of that text are."""
        for voice in voices:
            here = dict(known)
            aside: list[Change] = []  # what is said in words, because it cannot be shown
            for change in _in_order(voice.proposal.changes):
                id = change.provision
                if change.has_place:
                    self._place(voice, change, path, here)
                if change.kind is ChangeKind.DELETE and id in known:
                    self.struck[known[id]].append(voice.key)
                elif change.kind is ChangeKind.REWORD:
                    if not path:
                        self._reword(voice, self.manuscript.by_id[id])
                elif change.kind is not ChangeKind.INSERT:
                    aside.append(change)
            self._remark(voice, aside, known, here)
            if voice.amendments:
                for id in sorted(frozenset().union(*(each.about for each in voice.amendments))):
                    self._amended(voice, id, path, here)
                self._say(voice.amendments, (*path, (voice.key,)), here)

    def _reword(self, voice: Voice, paragraph: Paragraph) -> None:
        row = voice.row(paragraph)
        kept = sum(1 for cell in row if not cell.struck and cell.by != (voice.key,))
        if len(paragraph.text) > _FEW and kept * 3 < len(paragraph.text):
            self._instead(voice, replace(paragraph, cells=row), (), f"={paragraph.id}")
        else:
            self.words[f"={paragraph.id}"].append(voice)

    def _amended(self, voice: Voice, id: str, path: Chain, here: Mapping[str, str]) -> None:
        """See that the words of a paragraph are shown on which there are amendments to an amendment."""
        if any(change.provision == id for change in voice.of(ChangeKind.INSERT)):
            return
        paragraph = voice.text.by_id.get(id)
        if paragraph is not None and voice.keeps(paragraph):
            shown = any(node.instead and voice in node.voices for node in self.nodes[f"={id}"])
            if not path and not shown and voice not in self.words[f"={id}"]:
                self.words[f"={id}"].append(voice)
        else:
            self._instead(voice, voice.left.by_id[id], path, _place(voice.left, id, here))

    def _instead(self, voice: Voice, text: Paragraph, path: Chain, at: str) -> None:
        """Put a paragraph as an amendment leaves it below the one that it is proposed in the place of."""
        change = Change(ChangeKind.INSERT, text.id, text.text, (), "", text.kind, text.level)
        for place, each in enumerate(self.nodes[at]):
            if each.instead and each.joins(voice, path, change):
                self.nodes[at][place] = each.joined(voice)
                return
        before = sum(1 for each in self.nodes[at] if each.instead)  # what is new stands behind it
        node = _Node(f"{voice.key}{at}", change, (*path, (voice.key,)), (voice,), text, at)
        self.nodes[at].insert(before, node)

    def _place(self, voice: Voice, change: Change, path: Chain, here: dict[str, str]) -> None:
        """Put a new paragraph, or the place that one is moved to, behind the one that it follows."""
        siblings = self.nodes[_place(voice.text, change.after, here)]
        for at, each in enumerate(siblings):
            if not each.instead and each.joins(voice, path, change):
                siblings[at] = each.joined(voice)
                here[change.provision] = each.id
                return
        text = None
        id = f"{voice.key}>{change.provision}"
        if change.kind is ChangeKind.INSERT:
            id = f"+{change.provision}"
            cells = tuple(Cell(word, (voice.key,)) for word in change.text)
            text = Paragraph(change.provision, change.paragraph_kind, cells, change.level)
        siblings.append(_Node(id, change, (*path, (voice.key,)), (voice,), text))
        here[change.provision] = id

    def _remark(
        self, voice: Voice, aside: Sequence[Change], known: Mapping[str, str], here: Mapping[str, str]
    ) -> None:
        """Say in words what is moved or joined, where it was and where it comes to.

        Paragraphs that are moved together are one remark.
        """
        together: dict[str, list[Change]] = {}
        for change in aside:
            group = together.get(change.after) if change.kind is ChangeKind.MOVE else None
            together[change.provision] = [change] if group is None else group
            if group is not None:
                group.append(change)
        for first, *others in (each for id, each in together.items() if each[0].provision == id):
            wording = FormalWording(voice.text, self.language)
            said = ((voice.key,), " ".join(wording.spoken([first, *others])))
            at = {_place(voice.text, first.provision, known), here.get(first.provision, "")}
            for id in sorted(at - {""}):
                self.remarks[id].append(said)

    def paragraphs(self) -> Iterator[Compiled]:
        """Give the paragraphs in their order, the notes last."""
        labels = Labels(self.language)
        printed = {place.provision.id: place.label for place in number(self.manuscript.outline)}
        found = [*self._below("", labels, "")]
        for paragraph in self.manuscript.history:
            id, label = f"={paragraph.id}", printed.get(paragraph.id, "")
            if not paragraph.struck:
                labels.standing(paragraph.kind, label, paragraph.level)
                found.append(self._compiled(id, label, paragraph, self.words.get(id, ()), ()))
            found += self._below(id, labels, label)
        yield from (each for each in found if each.kind is not Kind.NOTE)
        yield from (each for each in found if each.kind is Kind.NOTE)

    def _below(self, id: str, labels: Labels, above: str) -> Iterator[Compiled]:
        for at, node in enumerate(self.nodes.get(id, ()), 1):
            change, text = node.change, node.text
            if node.instead:
                label = instead(above, at, self.language)
            else:
                label = labels.new(change.paragraph_kind, change.level)
            text = text or Paragraph(node.id, change.paragraph_kind, (), change.level)
            amending = [each for voice in node.voices for each in voice.amendments]
            made = self._compiled(node.id, label, text, amending, node.path)
            yield replace(made, instead=node.instead, moved=node.text is None)
            yield from self._below(node.id, labels, label)

    def _compiled(
        self, id: str, label: str, text: Paragraph, voices: Sequence[Voice], path: Chain
    ) -> Compiled:
        words = compiled_words(text, voices, path)
        struck = tuple(dict.fromkeys(self.struck.get(id, ())))
        return Compiled(
            id, label, text.kind, text.level, words, path, struck, tuple(self.remarks.get(id, ()))
        )


def _place(text: Manuscript, id: str, here: Mapping[str, str]) -> str:
    """Find where a paragraph of a text is, or the one before it, where it is none that is shown."""
    if id in here:
        return here[id]
    before = text.paragraphs[: text.position[id]] if id in text.position else ()
    return next((here[each.id] for each in reversed(before) if each.id in here), "")


def _in_order(changes: Sequence[Change]) -> Iterator[Change]:
    """Give changes, new paragraphs after those of the same amendment that they follow."""
    waiting = list(changes)
    while waiting:
        later = {each.provision for each in waiting if each.has_place}
        ready = [each for each in waiting if not each.has_place or each.after not in later]
        yield from ready
        waiting = [each for each in waiting if each not in ready]
