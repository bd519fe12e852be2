"""Outlines of every shape, for properties: six alphabets, odd words, anything a draft may hold."""

import datetime

from hypothesis import strategies as st

from drafting.languages import LANGUAGES
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.reading_ids import with_ids
from drafting.text import Piece, Text, build

WORDS = [
    *("Recalling", "recalling", "its", "resolution 70/1", "Decides", "States", "development,", "and", "x2;"),
    *("Réaffirmant", "l’État", "décide", "Recordando", "Exhorta", "niños", "ссылаясь", "постановляет", "на"),
    *("大会", "回顾", "决定", "，", "وإذ تشير", "تقرر", "الدول", "؛", "The General Assembly,", "La Asamblea General,"),
    *("1.", "12", "(a)", "(i)", "a)", "II", "Annex", "Annexe I", "1", "25 ", "¹", "m²", "³⁴", "*", "**", "\\"),
    *("[", "]", "(", ")", "[^1]", "[^2]:", "{heading}", "{", "}", "#", "# a |", "|", "_", "____", "- 3 -", "3/14"),
    *("A/C.3/80/L.5", "25-14998 (E)", "[fn]", "* note", ":", "Fiji: draft resolution", "Distr.: Limited", "."),
    *("Agenda item 3", "amendment to draft", "PP1", "OP2.", "“quoted”", "…", "a-", "-", "‑b", "page,3", "\u00a0:"),
]  # fmt: skip
spaces = st.sampled_from(["", " ", " ", " ", "\u00a0", "\u202f", "  "])
hrefs = st.sampled_from([None, None, None, "#", "https://docs.un.org/A/RES/70/1", "#op,3", "x¹"])


@st.composite
def texts(draw: st.DrawFn, notes: int, least: int = 0) -> Text:
    """A paragraph's text with italics, links and references to notes."""
    found = []
    for _ in range(draw(st.integers(least, 7))):
        if notes and draw(st.integers(0, 6)) == 0:
            found.append(Piece("", note=str(draw(st.integers(1, notes)))))
            continue
        words = draw(st.sampled_from(WORDS)) + draw(spaces)
        found.append(Piece(words, draw(st.booleans()), draw(hrefs)))
    return build(found)


lines = st.one_of(
    st.none(),
    st.sampled_from(
        [*WORDS, "Third Committee", "Social development", "Limited", "71 (b)", "Fiji", "Kenya"]
    ).map(str.strip),
)


@st.composite
def mastheads(draw: st.DrawFn) -> Masthead:
    """A masthead, likely or not."""
    language = draw(st.sampled_from(sorted(LANGUAGES)))
    own = LANGUAGES[language]
    names = st.sampled_from(
        ["Fiji", "Côte d’Ivoire", "Египет", "中国", "تونس", "A and B", "Trinidad and Tobago", "x*"]
    )
    return Masthead(
        language=language,
        symbol=draw(st.sampled_from([None, "A/C.3/80/L.5", "A/80/L.3/Rev.1", "draft"])),
        distribution=draw(st.sampled_from([None, "Limited", "General", "Restricted", "odd"])),
        date=draw(st.none() | st.dates(datetime.date(1946, 1, 1), datetime.date(2099, 1, 1))),
        original_language=draw(st.sampled_from([None, *sorted(LANGUAGES)])),
        job=draw(st.sampled_from([None, "25-17678", "GE.25-04321", "none"])),
        job_dates=draw(st.sampled_from([None, None, "071125", "210898 220898", "soon"])),
        reissued=draw(
            st.sampled_from([None, None, "Reissued for technical reasons.", "Nouveau tirage", "x*"])
        ),
        dates=draw(
            st.sampled_from([None, None, "24 February–4 April 2025", "2026年3月9日至20日", "in spring"])
        ),
        organ=draw(st.sampled_from([None, *own.organs.values(), "Senate"])),
        session=draw(st.sampled_from([None, 1, 21, 74, 80, 2026, 400])),
        committee=draw(
            st.sampled_from([None, own.committees[2], own.committees[3], *own.commissions.values(), "Bureau"])
        ),
        agenda_item=draw(st.sampled_from([None, "71 (b)", "106", "14 and 117", "seven"])),
        agenda_title=draw(lines),
        kind=draw(st.sampled_from(["draft resolution", "draft decision", "draft declaration"])),
        sponsors=tuple(
            Sponsor(name, draw(st.booleans())) for name in draw(st.lists(names, max_size=4, unique=True))
        ),
        submitted_by=draw(st.sampled_from([None, None, "Draft resolution submitted by the Chair", "Chair"])),
        on_behalf_of=draw(lines),
    )


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """A draft with a title and an operative paragraph; the rest may be anything."""
    notes = draw(st.integers(0, 4))
    kinds = draw(
        st.lists(
            st.sampled_from([Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.HEADING]), max_size=9
        )
    )
    kinds.insert(draw(st.integers(0, len(kinds))), Kind.OPERATIVE)
    provisions = [Provision("t", Kind.TITLE, draw(texts(0, least=1)))]
    if draw(st.booleans()) or draw(st.booleans()):
        provisions.append(Provision("e", Kind.ENACTING, draw(texts(0))))
    for place, kind in enumerate(kinds):
        level = draw(st.integers(1, 3)) if kind is Kind.SUBPARAGRAPH else 0
        provisions.append(Provision(str(place), kind, draw(texts(notes)), level))
    provisions += [Provision(str(each), Kind.NOTE, draw(texts(notes))) for each in range(1, notes + 1)]
    drawn = Outline(draw(mastheads()), tuple(provisions))
    return with_ids(drawn)
