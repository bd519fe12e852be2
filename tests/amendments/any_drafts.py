"""Drafts with every kind of provision and amendments of every kind, at random, in six alphabets."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.merge import merge
from drafting.manuscript import Manuscript, manuscript
from drafting.messages import Refused
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import PILCROW, Text, Word, bare, parse

# Few words, so that they come again and again; quotation marks, brackets, asterisks, braces and numbers.
WORDS = {
    "en": r"water the and right , ; “clean water” “safe” [water] ( b ) \* *the* *Recalls* 64/293 of 30 July 2010 State’s well-being 'so' \"as\" {there} 5. :",
    "fr": r"l’eau eau d’ eau et de , « eau » “sûre” [eau] ( b ) \* *Rappelant* *et* 64/293 du 30 juillet 2010 les qu’ elle 5.",
    "es": r"agua el y derecho , ; “agua limpia” «agua» [agua] ( b ) \* *el* *Recordando* 64/293 de 30 julio 2010 niñas 5.",
    "ru": r"воду на и право , ; «чистую воду» “воду” [воду] ( b ) \* *на* *ссылаясь* 64/293 от 30 июля 2010 года 5.",
    "zh": r"水 的 和 权 利 ， ； “清 洁 水” 《水》 [水] （ b ） \* *的* *回 顾* 64/293 30 七 十 六 号",
    "ar": r"الماء في و الحق ، ؛ ”الماء النظيف“ «الماء» [الماء] ( b ) \* *في* *تشير* 64/293 30 تموز/يوليه 2010 5.",
}  # fmt: skip
OPENERS = {
    "en": "Noting", "fr": "Notant", "es": "Observando", "ru": "отмечая", "zh": "注意到", "ar": "وإذ تلاحظ"
}  # fmt: skip
BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


@st.composite
def some_words(draw: st.DrawFn, language: str, most: int = 5) -> Text:
    space = "" if language == "zh" else " "
    words = draw(st.lists(st.sampled_from(WORDS[language].split()), min_size=1, max_size=most))
    return parse(space.join(words).replace(" ,", ",").replace(" ;", ";"))


@st.composite
def paragraphs(draw: st.DrawFn, language: str, most: int = 12) -> Text:
    """A paragraph that begins with a word, as all do."""
    space = "" if language == "zh" else " "
    words = draw(some_words(language, most))
    return (*parse(OPENERS[language]), replace(words[0], glue=space), *words[1:])


@st.composite
def drafts(draw: st.DrawFn, language: str) -> Manuscript:
    """A draft: title, enacting line, preambular and operative paragraphs, two depths below, headings, notes."""
    made = [
        Provision("t", Kind.TITLE, draw(paragraphs(language, 3))),
        Provision("e", Kind.ENACTING, draw(paragraphs(language, 2))),
    ]
    for kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
        for at in range(draw(st.integers(1, 4))):
            if kind is Kind.OPERATIVE and draw(st.integers(0, 4)) == 0:
                made.append(Provision(f"h{at}", Kind.HEADING, draw(paragraphs(language, 2))))
            made.append(Provision(f"{kind.value}{at}", kind, draw(paragraphs(language))))
            depth = 0
            for sub in range(draw(st.sampled_from([0, 0, 0, 1, 2, 4]))):
                depth = draw(st.integers(1, min(depth + 1, 2)))
                made.append(
                    Provision(
                        f"{kind.value}{at}-{sub}", Kind.SUBPARAGRAPH, draw(paragraphs(language, 6)), depth
                    )
                )
    for at in range(draw(st.integers(0, 2))):
        place = draw(st.sampled_from([at for at, each in enumerate(made) if each.kind in BODY]))
        where = draw(st.integers(1, len(made[place].text)))
        words = list(made[place].text)
        words.insert(where, Word("", note=f"n{at}"))
        made[place] = replace(made[place], text=tuple(words))
        made.append(Provision(f"n{at}", Kind.NOTE, draw(paragraphs(language, 4))))
    return manuscript(Outline(Masthead(language), tuple(made)))


@st.composite
def rewordings(draw: st.DrawFn, text: Text, language: str) -> Text:
    """A text as somebody changed it, in one to three places: other words, none, or the same in italics."""
    words = list(text)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(words)))
        end = draw(st.integers(start, min(len(words), start + 3)))
        if draw(st.integers(0, 4)) == 0:
            words[start:end] = [
                replace(word, italic=not word.italic and word.note is None) for word in words[start:end]
            ]
        else:
            words[start:end] = draw(st.one_of(st.just(()), some_words(language, 3)))
    return bare(tuple(words)) or text


@st.composite
def amendments(draw: st.DrawFn, draft: Manuscript, key: str = "a1") -> Proposal:
    """An amendment of one to four changes of any kind, each to a paragraph of its own."""
    made: list[Change] = []
    if draw(st.integers(0, 4)) == 0:
        made = draw(throughout(draft))
    taken = {each.provision for each in made}
    kinds = ["words"] * 4 + [
        "whole",
        "divide",
        "new",
        "new",
        "new",
        "delete",
        "move",
        "join",
        "note",
        "unnote",
    ]
    for place in draw(st.lists(st.sampled_from(draft.paragraphs), min_size=1, max_size=4, unique_by=id)):
        if place.id in taken:
            continue
        kind = draw(st.sampled_from(kinds))
        with suppress(Refused):
            more = draw(one_change(draft, place.id, kind, f"{key}.{len(made)}"))
            more = [each for each in more if each.edits or each.kind is not ChangeKind.REWORD]
            merge(draft, [Proposal(key, (*made, *more))])
            made += more
    return Proposal(key, tuple(made))


@st.composite
def throughout(draw: st.DrawFn, draft: Manuscript) -> list[Change]:
    """One word replaced wherever it stands."""
    word = draw(st.sampled_from([word.text for word in draft.by_id["t"].text]))
    new = draw(st.sampled_from(["flood", "flood 7"]))
    found = []
    for each in draft.outline.provisions:
        if any(one.text == word for one in each.text):
            text = tuple(
                w for one in each.text
                for w in ((replace(parse(new)[0], glue=one.glue), *parse(new)[1:]) if one.text == word else (one,))
            )  # fmt: skip
            found.append(changes.reword(draft, each.id, text))
    return found


@st.composite
def one_change(draw: st.DrawFn, draft: Manuscript, at: str, kind: str, new_id: str) -> list[Change]:
    language = draft.masthead.language
    place = draft.by_id[at]
    if kind == "words" or place.kind is Kind.NOTE:
        return [changes.reword(draft, at, draw(rewordings(place.text, language)))]
    if kind == "whole":
        return [changes.reword(draft, at, draw(paragraphs(language)))]
    if kind == "unnote":
        return [changes.reword(draft, at, tuple(word for word in place.text if word.note is None))]
    if kind == "note":
        where = draw(st.integers(1, len(place.text)))
        if any(word.text == "*" for word in place.text[where - 1 : where + 1]):
            return []  # whose asterisk is whose could not be told
        text = (*place.text[:where], Word("", note=new_id), *place.text[where:])
        note = changes.insert(
            draft, draft.paragraphs[-1].id, new_id, draw(paragraphs(language, 4)), Kind.NOTE
        )
        return [changes.reword(draft, at, text), note]
    if place.kind in (Kind.TITLE, Kind.ENACTING) and kind != "new":
        return []
    if kind == "divide" and place.kind in BODY:
        where = draw(st.integers(1, len(place.text)))
        second = (*parse(OPENERS[language]), *place.text[where:])
        return [changes.reword(draft, at, (*place.text[:where], Word(PILCROW), *second))]
    if kind == "delete":
        return [changes.delete(draft, at)]
    if kind == "join":
        return [changes.join(draft, at)]
    places = [each.id for each in draft.paragraphs[1:] if each.kind is not Kind.NOTE]
    if kind == "move":
        return [changes.move(draft, at, draw(st.sampled_from([each for each in places if each != at])))]
    found = []
    after = draw(st.sampled_from(places))
    for count in range(draw(st.sampled_from([1, 1, 1, 2, 3]))):
        kind_of, level = draw(
            st.sampled_from(
                [
                    (Kind.PREAMBULAR, 0),
                    (Kind.OPERATIVE, 0),
                    (Kind.SUBPARAGRAPH, 1),
                    (Kind.SUBPARAGRAPH, 2),
                    (Kind.HEADING, 0),
                ]
            )
        )
        found.append(
            changes.insert(draft, after, f"{new_id}.{count}", draw(paragraphs(language, 5)), kind_of, level)
        )
        after = found[-1].provision
    return found
