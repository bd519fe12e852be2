"""Any drafts in the six languages, with all kinds of provisions, and any amendments to them."""

from collections.abc import Sequence
from contextlib import suppress

from hypothesis import strategies as st

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.collisions import Severity, between
from amendments.merge import merge
from drafting.manuscript import Manuscript, Paragraph, manuscript
from drafting.messages import NotFound, OutOfOrder
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import PILCROW, Text, Word, notes, parse

ALPHABETS = {
    "en": "women and girls , the right to water [safe] ( A/C.3/74/L.12 ) “clean” *Recalls* 64/293 30 July of",
    "es": "las niñas , las mujeres y los niños , el derecho al agua ; 64/293 de 30 de julio *Recordando*",
    "fr": "l’eau , les femmes et d’autres filles : l’accès à l’eau ; *Rappelant* sa résolution 64/293",
    "ru": "женщины и девочки , право на воду ; резолюция 64/293 от 30 июля *ссылаясь*",
    "zh": "妇 女 和 女 童 ， 享 有 水 的 权 利 七 十 六 64/293",
    "ar": "النساء والفتيات ، الحق في المياه ، القرار 64/293 و *وإذ تشير*",
}
_BODY = [
    (Kind.OPERATIVE, 0),
    (Kind.OPERATIVE, 0),
    (Kind.SUBPARAGRAPH, 1),
    (Kind.SUBPARAGRAPH, 2),
    (Kind.HEADING, 0),
]
_ACTS = ["reword"] * 4 + [
    *["italics", "cite", "drop a note", "replace throughout", "divide", "insert"],
    *["delete", "delete with what belongs to it", "move", "move with what belongs to it", "join"],
]


@st.composite
def texts(draw: st.DrawFn, language: str, most: int = 14, cited: Sequence[str] = ()) -> Text:
    """A text of the language's words; it may refer to the notes named."""
    space = "" if language == "zh" else " "
    alphabet = [*ALPHABETS[language].split(), *(f"[^{note}]" for note in cited)]
    words = draw(st.lists(st.sampled_from(alphabet), min_size=1, max_size=most))
    return parse(space.join(words).replace(" ,", ",").replace(" [^", "[^"))


@st.composite
def rewordings(draw: st.DrawFn, text: Text, language: str, cited: Sequence[str] = ()) -> Text:
    """A text as somebody changed it, in one to three places."""
    words = list(text)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(words)))
        end = draw(st.integers(start, min(len(words), start + 3)))
        words[start:end] = draw(st.one_of(st.just(()), texts(language, 3, cited)))
    return tuple(words) or text


@st.composite
def drafts(draw: st.DrawFn, language: str, longest: int = 10, most: int = 3) -> Manuscript:
    """A draft with a title and at least one operative paragraph; it may have all kinds of provisions."""
    cited = ["n1", "n2"][: draw(st.integers(0, 2))]
    kinds = [(Kind.TITLE, 0), (Kind.ENACTING, 0)][: draw(st.integers(1, 2))]
    kinds += [(Kind.PREAMBULAR, 0)] * draw(st.integers(0, min(2, most)))
    kinds += [(Kind.OPERATIVE, 0), *draw(st.lists(st.sampled_from(_BODY), max_size=most))]
    body = [
        Provision(f"p{at}", kind, draw(texts(language, longest, cited)), level)
        for at, (kind, level) in enumerate(kinds)
    ]
    foot = [Provision(note, Kind.NOTE, draw(texts(language, 3))) for note in cited]
    return manuscript(Outline(Masthead(language), (*body, *foot)))


@st.composite
def proposals_to(draw: st.DrawFn, draft: Manuscript, key: str) -> Proposal:
    """An amendment to a draft, of one or two acts; it may be empty."""
    made: list[Change] = []
    for number in range(draw(st.integers(1, 2))):
        made += draw(acts(draft, f"{key}.{number}"))
    kept = [change for change in made if change.edits or change.kind is not ChangeKind.REWORD]
    said = [each.provision for each in kept if each.kind in (ChangeKind.REWORD, ChangeKind.DELETE)]
    try:
        new = [(each.after, each.text) for each in kept if each.kind is ChangeKind.INSERT]
        if len(set(said)) < len(said) or len(set(new)) < len(new):  # one amendment says a thing once
            raise OutOfOrder("")
        merge(draft, [Proposal(key, tuple(kept))])
    except (OutOfOrder, NotFound):  # two things at once to one paragraph, paragraphs that follow each other
        kept = draw(acts(draft, f"{key}.0"))
    return Proposal(key, tuple(kept))


@st.composite
def crowding(draw: st.DrawFn, draft: Manuscript, key: str, id: str, at: int) -> Proposal:
    """An amendment about one place of a paragraph, where others may have theirs; its words bear its key."""
    paragraph = draft.by_id[id]
    words, new = paragraph.text, Word(key, " ")
    act = draw(st.sampled_from(["before", "at", "at", "behind", "after", "after"]))
    if act == "after":
        made = [changes.insert(draft, id, key, (new,), *draw(st.sampled_from(_BODY)))]
        if draw(st.booleans()):
            made.append(changes.insert(draft, key, key + "+", (new, new)))
        return Proposal(key, tuple(made))
    start, end = {"before": (max(at - 1, 0), at), "at": (at, at), "behind": (at, at + 1)}[act]
    return Proposal(key, (_reword(draft, paragraph, (*words[:start], new, *words[end:])),))


@st.composite
def acts(draw: st.DrawFn, draft: Manuscript, id: str) -> list[Change]:
    """The changes by which an author does one thing; new paragraphs and notes bear the id."""
    language = draft.masthead.language
    standing = [each for each in draft.history if not each.struck]
    body = [each for each in standing if each.kind is not Kind.NOTE]
    cited = [each.id for each in standing if each.kind is Kind.NOTE]
    if not body:
        return [changes.insert(draft, "", id, draw(texts(language, 3)))]
    act = draw(st.sampled_from(_ACTS))
    paragraph = draw(st.sampled_from(standing if act == "reword" else body))
    text = paragraph.text
    made: list[Change] = []
    if act == "reword":
        made = [
            _reword(draft, paragraph, draw(rewordings(text, language, cited if paragraph in body else ())))
        ]
    elif act == "italics":
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        slanted = (Word(w.text, w.glue, not w.italic, w.link, w.note) for w in text[start:end])
        made = [_reword(draft, paragraph, (*text[:start], *slanted, *text[end:]))]
    elif act == "cite":
        at = draw(st.integers(0, len(text)))
        made = [_reword(draft, paragraph, (*text[:at], Word("", note=id), *text[at:]))]
        last = draft.paragraphs[-1].id
        made.append(changes.insert(draft, last, id, draw(texts(language, 3)), Kind.NOTE))
    elif act == "drop a note" and cited:
        note = draw(st.sampled_from(cited))
        made = [
            _reword(draft, each, tuple(word for word in each.text if word.note != note))
            for each in body
            if note in notes(each.text)
        ]
        made.append(changes.delete(draft, note))
    elif act == "replace throughout":
        old, new = draw(st.lists(st.sampled_from(ALPHABETS[language].split()), min_size=2, max_size=2))
        made = [
            _reword(
                draft,
                each,
                tuple(Word(new, word.glue, word.italic) if word.text == old else word for word in each.text),
            )
            for each in standing
        ]
    elif act == "divide":
        at = draw(st.integers(0, len(text)))
        words = draw(st.one_of(st.just(text), rewordings(text, language)))
        made = [_reword(draft, paragraph, (*words[:at], Word(PILCROW), *words[at:]))]
    elif act == "insert":
        kind, level = (paragraph.kind, paragraph.level)
        if draw(st.booleans()) or kind in (Kind.TITLE, Kind.ENACTING):
            kind, level = draw(st.sampled_from(_BODY))
        after = draw(st.sampled_from([paragraph.id] * 4 + [""]))
        made = [changes.insert(draft, after, id, draw(texts(language, 2, cited)), kind, level)]
        if draw(st.booleans()):
            place = draw(st.sampled_from([id, after]))
            other = (*draw(texts(language, 2)), Word(id, " "))  # nobody proposes one paragraph twice
            made.append(changes.insert(draft, place, id + "+", other, kind, level))
    elif act.startswith("delete"):
        family = _family(body, paragraph) if act != "delete" else [paragraph]
        made = [changes.delete(draft, each.id) for each in family]
    elif act.startswith("move"):
        family = _family(body, paragraph) if act != "move" else [paragraph]
        place = draw(st.sampled_from(["", *(each.id for each in draft.paragraphs if each not in family)]))
        with suppress(OutOfOrder):
            made += changes.move_together(draft, [each.id for each in family], place)
    elif act == "join":
        with suppress(OutOfOrder):
            made = [changes.join(draft, paragraph.id)]
    return [change for change in made if change.edits or change.kind is not ChangeKind.REWORD]


def _reword(draft: Manuscript, paragraph: Paragraph, text: Text) -> Change:
    return changes.reword(draft, paragraph.id, text)


def _family(body: Sequence[Paragraph], head: Paragraph) -> list[Paragraph]:
    """A paragraph and the sub-paragraphs that belong to it."""
    family = [head]
    for each in body[body.index(head) + 1 :]:
        if each.kind is not Kind.SUBPARAGRAPH or each.level <= head.level:
            break
        family.append(each)
    return family


@st.composite
def negotiations(draw: st.DrawFn, most: int = 4) -> tuple[Manuscript, tuple[Proposal, ...]]:
    """A draft that was amended before, and amendments to it."""
    draft = draw(drafts(draw(st.sampled_from(sorted(ALPHABETS)))))
    if draw(st.booleans()):
        draft = merge(
            draft, compatible(draft, [draw(proposals_to(draft, "b1")), draw(proposals_to(draft, "b2"))])
        ).manuscript
    keys = [f"a{number}" for number in range(1, draw(st.integers(2, most)) + 1)]
    return draft, tuple(draw(proposals_to(draft, key)) for key in keys)


def compatible(draft: Manuscript, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Those of the amendments that can be merged together, as many as come first."""
    chosen: list[Proposal] = []
    for proposal in proposals:
        if not any(each.severity is Severity.HARD for each in between(draft, proposal, chosen)):
            chosen.append(proposal)
    return chosen


def reading(draft: Manuscript) -> tuple[list[tuple[Kind, int, Text]], dict[str, Text]]:
    """The paragraphs in their order, and the notes, which are printed in the order of the references."""
    provisions = draft.outline.provisions
    body = [(each.kind, each.level, each.text) for each in provisions if each.kind is not Kind.NOTE]
    return body, {each.id: each.text for each in provisions if each.kind is Kind.NOTE}
