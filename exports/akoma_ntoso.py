"""A draft in Akoma Ntoso, the XML of the United Nations' own guidelines (AKN4UN); it is written, not read.

A paragraph's ``eId`` says where it stands in this revision (``para_5__list_1__point_a``); its ``wId`` is the
id that it keeps through all revisions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from drafting.numbering import Place, latin, note_numbers, number
from drafting.outline import Kind, Outline, Provision
from drafting.text import Text, notes, pieces
from exports import akoma_identity, akoma_masthead
from exports.word.package import attribute, letters

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NAMES = {"draft decision": "decisionDraft"}  # what a statement is called; all others are draft resolutions
_KEPT = "%/:=&?~#+!$,;'@()*"  # signs of an address that stay as they are


def write(outline: Outline) -> bytes:
    """Write a draft as a statement of Akoma Ntoso."""
    return _Statement(outline).xml().encode()


@dataclass
class _Branch:
    """A provision, or the draft itself where it has no place, with what stands under it."""

    place: Place | None
    depth: int
    under: list["_Branch"] = field(default_factory=list)


class _Statement:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.head = outline.masthead
        self.notes = {each.id: each for each in outline.of(Kind.NOTE)}
        self.numbers = note_numbers(outline.provisions)
        self.in_text = {
            note for each in outline.provisions if each.kind is not Kind.NOTE for note in notes(each.text)
        }
        self.placed: dict[str, str] = {}  # the eId of each note, once it stands at its reference

    def xml(self) -> str:
        """Put the document together."""
        places = number(self.outline)
        body = [each for each in places if each.provision.kind not in (Kind.TITLE, Kind.ENACTING, Kind.NOTE)]
        begins = next(
            (at for at, each in enumerate(body) if each.provision.kind in (Kind.HEADING, Kind.OPERATIVE)),
            len(body),
        )
        parts = (
            akoma_identity.meta(self.outline),
            self._preface(),
            self._preamble(_tree(body[:begins])),
            f'<mainBody eId="body">{self._children(_tree(body[begins:]), "") or "<p/>"}</mainBody>',
            self._conclusions(),
        )
        name = _NAMES.get(self.head.kind, "resolutionDraft")
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">'
            f'<statement name="{name}">\n' + "\n".join(filter(None, parts)) + "\n</statement></akomaNtoso>\n"
        )

    def _preface(self) -> str:
        titles = "".join(
            f'\n<longTitle eId="preface__longTitle_{at}" {_permanent(each)}>'
            f"<p><docTitle>{self._words(each.text, f'preface__longTitle_{at}')}</docTitle></p></longTitle>"
            for at, each in enumerate(self.outline.of(Kind.TITLE), 1)
        )
        masthead = "".join(f"\n<p>{line}</p>" for line in akoma_masthead.lines(self.head))
        return (
            '<preface eId="preface"><container name="masthead" eId="preface__container_1">'
            f"{masthead}</container>{titles}</preface>"
        )

    def _preamble(self, tree: _Branch) -> str:
        formulas = "".join(
            f'\n<formula name="enactingAuthority" eId="preamble__formula_{at}" {_permanent(each)}>'
            f"<p>{self._words(each.text, f'preamble__formula_{at}')}</p></formula>"
            for at, each in enumerate(self.outline.of(Kind.ENACTING), 1)
        )
        recitals = ""
        for at, each in enumerate(tree.under, 1):
            id = f"recs_1__rec_{at}"
            recitals += f"\n<recital {_ids(each, id)}>{self._blocks(each, id)}</recital>"
        recitals = f'\n<recitals eId="recs_1">{recitals}</recitals>' if recitals else ""
        return f'<preamble eId="preamble">{formulas}{recitals}</preamble>' if formulas or recitals else ""

    def _blocks(self, branch: _Branch, id: str) -> str:
        """Set a paragraph of the preamble with its sub-paragraphs, which are a list of blocks there."""
        written = self._paragraph(branch, id)
        if branch.under:
            items = ""
            for at, each in enumerate(branch.under, 1):
                own = f"{id}__list_1__item_{_letter(at, each)}"
                items += f"\n<item {_ids(each, own)}>{_number(each)}{self._blocks(each, own)}</item>"
            written += f'<blockList eId="{id}__list_1">{items}</blockList>'
        return written

    def _children(self, branch: _Branch, id: str) -> str:
        """Set what stands in a section or in the draft itself."""
        return "".join(self._hierarchy(each, at, id) for at, each in enumerate(branch.under, 1))

    def _hierarchy(self, branch: _Branch, at: int, above: str) -> str:
        """Set a section with its paragraphs, or a paragraph with its list of points."""
        assert branch.place is not None
        kind, step = branch.place.provision.kind, (branch.place.path or (at,))[0]
        tag, short, name = {
            Kind.HEADING: ("section", "sec", ""),
            Kind.OPERATIVE: ("paragraph", "para", ""),
            Kind.PREAMBULAR: ("hcontainer", "hcontainer", ' name="preambular"'),
            Kind.SUBPARAGRAPH: ("point", "point", ""),
        }[kind]
        id = f"{above}{short}_{_letter(at, branch) if kind is Kind.SUBPARAGRAPH else step}"
        if kind is Kind.HEADING:
            heading = f"<heading>{self._words(branch.place.provision.text, id)}</heading>"
            return f"\n<section {_ids(branch, id)}>{heading}{self._children(branch, f'{id}__')}</section>"
        if not branch.under:
            inside = f'<content eId="{id}__content">{self._paragraph(branch, id)}</content>'
        else:
            points = self._children(branch, f"{id}__list_1__")
            intro = f'<intro eId="{id}__list_1__intro">{self._paragraph(branch, id)}</intro>'
            inside = f'<list eId="{id}__list_1">{intro}{points}</list>'
        return f"\n<{tag}{name} {_ids(branch, id)}>{_number(branch)}{inside}</{tag}>"

    def _paragraph(self, branch: _Branch, id: str) -> str:
        assert branch.place is not None
        return f"<p>{self._words(branch.place.provision.text, id)}</p>"

    def _conclusions(self) -> str:
        """Set the notes to which no words led below the text."""
        written = ""
        for at, each in enumerate(self.notes.values(), 1):
            if each.id not in self.placed:
                id = self.placed[each.id] = f"conclusions__p_{at}"
                words = self._words(each.text, id, inside=True)
                written += f'\n<p eId="{id}" {_permanent(each)}>{words}</p>'
        return f'<conclusions eId="conclusions">{written}</conclusions>' if written else ""

    def _words(self, text: Text, id: str, inside: bool = False) -> str:
        """Set words; ``inside``: they are those of a note, where notes of the text are only referred to."""
        written = ""
        for piece in pieces(text):
            if piece.note is not None:
                written += self._note(piece.note, id, inside)
                continue
            words = letters(piece.text)
            words = f"<i>{words}</i>" if piece.italic else words
            if piece.link is not None:
                words = f"<ref href={attribute(quote(piece.link, safe=_KEPT))}>{words}</ref>"
            written += words
        return written

    def _note(self, note: str, id: str, inside: bool) -> str:
        """Set a note where the text first refers to it, and a reference to it where it does so again."""
        marker = self.numbers[note]
        if note in self.notes and note not in self.placed and not (inside and note in self.in_text):
            own = self.placed[note] = f"{id}__authorialNote_{marker}"
            words = self._words(self.notes[note].text, own, inside=True)
            return (
                f'<authorialNote eId="{own}" {_permanent(self.notes[note])} marker="{marker}"'
                f' placement="bottom"><p>{words}</p></authorialNote>'
            )
        href = f"#{self.placed.get(note, f'note_{marker}')}"
        return f'<noteRef href="{href}" marker="{marker}" placement="bottom"/>'


def _tree(places: Sequence[Place]) -> _Branch:
    """Put sub-paragraphs under their paragraphs, and paragraphs under the heading before them."""
    root = _Branch(None, -2)
    open_branches = [root]
    for place in places:
        kind = place.provision.kind
        depth = (
            -1
            if kind is Kind.HEADING
            else 0
            if kind is not Kind.SUBPARAGRAPH
            else max(len(place.path) - 1, 1)
        )
        while open_branches[-1].depth >= depth:
            open_branches.pop()
        branch = _Branch(place, depth)
        open_branches[-1].under.append(branch)
        open_branches.append(branch)
    return root


def _ids(branch: _Branch, id: str) -> str:
    assert branch.place is not None
    return f'eId="{id}" {_permanent(branch.place.provision)}'


def _permanent(provision: Provision) -> str:
    return f"wId={attribute('_'.join(provision.id.split()) or '_')}"


def _letter(at: int, branch: _Branch) -> str:
    return latin(at, branch.depth)


def _number(branch: _Branch) -> str:
    printed = branch.place.number if branch.place else None
    return f"<num>{letters(printed)}</num>" if printed else ""
