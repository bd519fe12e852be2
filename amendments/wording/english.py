"""How English words an amendment."""

from amendments.wording.language import Named, Patterns, called, same
from drafting.outline import Kind

_WORDS = called("the word", "the words")

PATTERNS = Patterns(
    strike="In {there}, {following}delete {words}.",
    replace="In {there}, {following}replace {words} with {new}.",
    insert_after="In {there}, after {anchor}, insert {new}.",
    insert_before="In {there}, before {anchor}, insert {new}.",
    italics="In {there}, {following}put {words} in italics.",
    roman="In {there}, {following}put {words} in roman type.",
    following="after {anchor}, ",
    mention="the {nth} mention of {words}",
    delete="Delete {whole}.",
    delete_several="Delete {whole}.",
    delete_alone="Delete {whole}, retaining its subparagraphs.",
    reword="Replace {whole} with the following text:",
    divide=("Replace {whole} with the following {count} paragraphs:",),
    move="Move {whole} to after {after}.",
    move_before="Move {whole} to before {before}.",
    join="Merge {whole}.",
    throughout="Replace {words} with {new} in {scopes}.",
    scopes=("the title", "the preambular paragraphs", "the operative paragraphs"),
    new_after="After {after}, insert {new}, reading:",
    new_before="Before {before}, insert {new}, reading:",
    new_note="Insert {new}, reading:",
    new={
        Kind.PREAMBULAR: ("a new preambular paragraph", "{count} new preambular paragraphs"),
        Kind.OPERATIVE: ("a new operative paragraph", "{count} new operative paragraphs"),
        Kind.SUBPARAGRAPH: ("a new subparagraph{sub}", "{count} new subparagraphs"),
        Kind.HEADING: ("a new heading", "{count} new headings"),
        Kind.NOTE: ("a new footnote", "{count} new footnotes"),
    },
    names={
        Kind.TITLE: same("the title"),
        Kind.ENACTING: same("the enacting line"),
        Kind.PREAMBULAR: Named(
            *["the {nth} preambular paragraph{sub}"] * 4, several=("the {nth} preambular paragraphs",) * 2
        ),
        Kind.OPERATIVE: Named(*["operative paragraph {n}"] * 4, several=("operative paragraphs {n}",) * 2),
        Kind.HEADING: same("the {nth} heading"),
        Kind.NOTE: same("footnote {n}"),
    },
    quotes=("“", "”"),
    counts=("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    older={
        "replace": "In {there}, {following}replace {words} by {new}.",
        "reword": "Replace {whole} by the following:",
        "called": dict.fromkeys(("strike", "replace", "by", "insert", "after", "before", "mark"), _WORDS),
    },
)
