"""The editor of one paragraph, and what the words typed into it would do."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from amendments import places, targets
from amendments import queries as proposed
from amendments.asking import ELSEWHERE, asked, belonging, new_notes, relocated, require_notes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.formal_wording import FormalWording, names
from amendments.merge import merge
from amendments.models import Amendment
from drafting import queries
from drafting.manuscript import Manuscript
from drafting.messages import Message, NotFound, OutOfOrder, Refused
from drafting.models import Draft
from drafting.numbering import note_numbers, number
from drafting.outline import Kind
from drafting.text import Text, markup, notes, parse, plain
from drafting.written_notes import lift, settle
from web.dependencies import Seat
from web.pages import checks
from web.pages.amendments import redline_of
from web.pages.proposals import met, worded
from web.rendering import say


@dataclass(frozen=True)
class Typed:
    """What was asked of the editor, or typed into it."""

    provision: str | None = None
    after: str | None = None
    delete: bool = False
    words: str | None = None  # none: what stands in the text or in our draft
    kind: str = ""
    explanation: str | None = None
    saves: int | None = None
    moves: bool = False
    joins: bool = False
    behind: str | None = None  # where it moves to; none as long as that was not said
    to: int | None = None  # the number of the amendment that is amended; none: the text itself
    against: tuple[str, str] | None = None  # the rule, and its words, that shall be put right

    @property
    def mode(self) -> str:
        """What the editor does: reword, insert, delete, move or join."""
        modes = {
            "insert": self.after is not None,
            "delete": self.delete,
            "move": self.moves,
            "join": self.joins,
        }
        return next((mode for mode, on in modes.items() if on), "reword")

    @property
    def at(self) -> str:
        """The paragraph at which the editor stands."""
        return self.after if self.after is not None else self.provision or ""

    @property
    def text(self) -> Text:
        """The words typed."""
        return () if self.delete else parse(lift(self.words or "")[0])

    @property
    def written(self) -> dict[str, Text]:
        """The new notes typed among the words, by the ids with which these refer to them."""
        return lift(self.words or "")[1]

    @property
    def paragraph_kind(self) -> tuple[Kind, int]:
        """The kind and level of a new paragraph, from the form: "operative", "subparagraph 1"."""
        value, _, level = self.kind.partition(" ")
        try:
            return Kind(value or Kind.OPERATIVE.value), int(level or 0)
        except ValueError:
            raise OutOfOrder("A new paragraph is preambular, operative or a sub-paragraph.") from None


KINDS = {
    "preambular": Message("preambular paragraph"),
    "operative": Message("operative paragraph"),
    "subparagraph 1": Message("sub-paragraph (a)"),
    "subparagraph 2": Message("sub-paragraph (i)"),
    "heading": Message("heading"),
}


def make(session: Session, seat: Seat, typed: Typed) -> dict[str, Any]:
    """Give what the editor shows, with the words as typed, or as they stand."""
    draft = seat.on
    revision = queries.revision(session, draft)
    text, target = written_on(session, draft, typed)
    paragraph = text.by_id.get(typed.at)
    if paragraph is None or paragraph.struck:
        raise NotFound("The text has no paragraph {id}.", id=typed.at)
    if target is not None:
        targets.require_place(text, target, typed.at)
    place = next(each for each in number(text.outline) if each.provision.id == typed.at)
    ours = proposed.private(session, draft, seat.delegation_id)
    ours = ours if ours is not None and proposed.stands(ours, draft) else None
    if ours is not None and ours.wording.changes and typed.words is None:
        targets.require_one_target(ours, target)
    standing = ours and standing_change(ours, typed)
    mode = typed.mode
    words = typed.words
    if words is None:
        kept = standing and standing.kind.value == mode
        words = (
            _as_typed(ours, standing)
            if ours and standing and kept
            else markup(paragraph.text)
            if mode == "reword"
            else ""
        )
        if typed.against and mode == "reword":
            words = checks.put_right(text.outline, typed.at, words, *typed.against)
    numbers = note_numbers(text.outline.provisions)
    kinds = _kinds(place.provision.kind, place.parent, place.provision.level)
    chosen = typed.kind or (standing and _kind_value(standing)) or kinds[0]
    labels = {each.provision.id: each.label for each in number(text.outline)}
    others = (
        [each for each in ours.wording.changes if each is not standing and not each.is_new_note]
        if ours
        else []
    )
    return {
        "key": f"after-{typed.at}" if mode == "insert" else typed.at,
        "mode": mode,
        "p": {
            "id": typed.at,
            "label": place.label,
            "place": names(text, seat.language)[typed.at],
            "kind": paragraph.kind.value,
            "level": paragraph.level,
            "number": place.number,
            "text": paragraph.text,
        },
        "inserted": (typed.provision or "") if mode == "insert" else "",
        "explanation": typed.explanation
        if typed.explanation is not None
        else (ours.explanation if ours else ""),
        "typed": words,
        "kinds": [(value, say(KINDS[value], seat.language)) for value in kinds],
        "kind": chosen if chosen in kinds else kinds[0],
        "to": target and (target.number, queries.name(target.delegation, seat.language)),
        "revision": {"number": revision.number, "label": revision.label},
        "saves": typed.saves if typed.saves is not None else (ours.saves if ours else 0),
        "saved_at": ours.saved_at if ours and standing else None,
        "behind": _behind(text, typed.at, seat.language) if mode == "move" else [],
        "chosen": typed.behind or (standing.after if standing and mode == "move" else ""),
        "others": [say(places.label(each, labels), seat.language) for each in others],
        "notes": [
            {"id": each.id, "number": numbers.get(each.id), "plain": plain(each.text)}
            for each in text.outline.of(Kind.NOTE)
        ],
        "numbers": numbers,
        **consequence(session, seat, _whole(typed, words)),
    }


def written_on(session: Session, draft: Draft, typed: Typed) -> tuple[Manuscript, Amendment | None]:
    """Give the text that is amended: the current one or, with the amendment amended, what it makes of it."""
    if typed.to is None:
        return queries.revision(session, draft).text, None
    target = targets.open_target(session, draft, typed.to)
    return targets.Readings(session, draft).left_by(target, draft.revision), target


def _whole(typed: Typed, words: str) -> Typed:
    return replace(typed, words=words)


def standing_change(ours: Amendment, typed: Typed) -> Change | None:
    """Find what our draft amendment says already of what was asked of the editor."""
    elsewhere = (ChangeKind.MOVE, ChangeKind.JOIN)
    found = (each for each in ours.wording.changes if each.provision == typed.provision)
    return next((each for each in found if (each.kind in elsewhere) is (typed.moves or typed.joins)), None)


def _as_typed(ours: Amendment, change: Change) -> str:
    """Write a change's words with its new notes, where no other words refer to them, written among them."""
    every = ours.wording.changes
    elsewhere = {note for each in every if each is not change for note in notes(each.text)}
    own = {id: words for id, words in new_notes(every).items() if id not in elsewhere}
    return settle(markup(change.text), own)


def _behind(text: Manuscript, moved: str, language: str) -> list[tuple[str, str]]:
    """Name the paragraphs behind which one can be moved: its like, and what stands before the first."""
    every = list(text.outline.provisions)
    at = next(at for at, each in enumerate(every) if each.id == moved)
    kind, level = every[at].kind, every[at].level
    first = next(at for at, each in enumerate(every) if each.kind is kind and each.level == level)
    going = {moved, *belonging(every, at)}
    named = names(text, language)
    return [
        (each.id, named[each.id])
        for place, each in enumerate(every)
        if each.id not in going and (place == first - 1 or (each.kind is kind and each.level == level))
    ]


def _kind_value(change: Change) -> str:
    kind = change.paragraph_kind
    return f"{kind.value} {change.level}" if kind is Kind.SUBPARAGRAPH else kind.value


def _kinds(kind: Kind, parent: Kind, level: int) -> list[str]:
    """What a new paragraph can be after one of this kind, the likeliest first."""
    if kind in (Kind.TITLE, Kind.ENACTING):
        return ["preambular"]
    if parent is Kind.PREAMBULAR:
        subs = ["subparagraph 1"] if level < 2 else ["subparagraph 2", "subparagraph 1"]
        return [*subs, "preambular", "operative"] if level else ["preambular", *subs, "operative"]
    subs = ["subparagraph 2", "subparagraph 1"] if level >= 2 else ["subparagraph 1", "subparagraph 2"]
    if kind is Kind.HEADING:
        return ["operative", "heading"]
    return [*subs, "operative", "heading"] if level else ["operative", "subparagraph 1", "heading"]


def check_notes(session: Session, seat: Seat, typed: Typed) -> None:
    """Refuse words that refer to a note which neither the text nor our draft amendment has."""
    known = {each.id for each in written_on(session, seat.on, typed)[0].outline.of(Kind.NOTE)}
    ours = proposed.private(session, seat.on, seat.delegation_id)
    known |= typed.written.keys() | (new_notes(ours.wording.changes).keys() if ours else set())
    require_notes([typed.text], known)


def consequence(session: Session, seat: Seat, typed: Typed) -> dict[str, Any]:
    """Give what the words typed would do: the redline, the formal wording, and whom they collide with."""
    draft = seat.on
    text, target = written_on(session, draft, typed)
    numbers = note_numbers(text.outline.provisions)
    shown: dict[str, Any] = {"consequence": None, "error": None, "numbers": numbers}
    kind, level = typed.paragraph_kind
    if typed.after is not None and not typed.text:
        return shown
    try:
        check_notes(session, seat, typed)
        made: tuple[Change, ...] = ()
        if typed.provision and (typed.joins or typed.behind):
            made = relocated(text, (), typed.provision, None if typed.joins else typed.behind)
        elif not typed.moves:
            about = (typed.provision, typed.after, typed.text, kind, level, typed.written)
            made = asked(text, (), "new", *about)
        proposal = Proposal("a0", made)
        done = merge(text, [proposal]).manuscript
        dropped = done.dropped.keys() - text.dropped.keys()
    except Refused as refusal:
        return {**shown, "error": say(refusal, seat.language)}
    if not made:
        return shown
    shown["consequence"] = {
        "unchanged": False,
        "redlines": [
            redline_of(text, each) for each in made if each.kind not in ELSEWHERE or each is made[0]
        ],
        "dropped": [
            (numbers.get(each.id), each.text) for each in text.outline.of(Kind.NOTE) if each.id in dropped
        ],
        "wording": worded(FormalWording(text, draft.language), made, numbers),
        "collisions": met(session, seat, text, made, target),
        "findings": checks.caused(text.outline, done.outline, seat.language),
    }
    return shown
