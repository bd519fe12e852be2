"""What English documents and delegations write beside the sentences that we print, as data.

Sentences are brought to the usual verbs first, outside of their quotation marks.
"""

from collections.abc import Mapping

import regex

from drafting.outline import Kind

PRINTED: Mapping[str, tuple[str, ...]] = {
    "strike": ("Delete {words} in {there}.",),
    "replace": (
        "In {there}, {following}replace {words} by {new}.",
        "Replace {words} with {new} in {there}.",
        "Replace {words} by {new} in {there}.",
    ),
    "insert_after": (
        "In {there}, insert {new} after {anchor}.",
        "Insert {new} after {anchor} in {there}.",
        "Insert {new} in {there} after {anchor}.",
        "After {anchor} in {there}, insert {new}.",
    ),
    "insert_before": (
        "In {there}, insert {new} before {anchor}.",
        "Insert {new} before {anchor} in {there}.",
        "Insert {new} in {there} before {anchor}.",
        "Before {anchor} in {there}, insert {new}.",
    ),
    "insert_end": (
        "At the end of {there}, insert {new}.",
        "Insert {new} at the end of {there}.",
        "In {there}, insert {new} at the end.",
        "In {there}, at the end, insert {new}.",
    ),
    "delete": (
        "Delete {whole} reading:",
        "Delete {whole}, which reads:",
        "Delete {whole} in its entirety.",
        "Delete {whole} entirely.",
        "Delete the whole of {whole}.",
        "{whole} should be deleted.",
        "{whole} to be deleted.",
    ),
    "reword": (
        "Replace {whole} with the following:",
        "Replace {whole} by the following text:",
        "Replace {whole} with the following text, reading:",
        "Replace {whole} with:",
        "Replace {whole} by:",
        "Amend {whole} to read as follows:",
        "Amend {whole} to read:",
        "Amend {whole} as follows:",
        "{whole} should read as follows:",
        "{whole} should read:",
        "{whole} to read as follows:",
        "{whole} to read:",
        "{whole} shall read as follows:",
        "{whole} shall read:",
    ),
    "move": ("Move {whole} after {after}.", "Place {whole} after {after}."),
    "move_before": ("Move {whole} before {before}.", "Place {whole} before {before}."),
    "join": ("Join {whole}.", "Combine {whole}."),
    "new_after": (
        "After {after}, insert {new}:",
        "Insert {new} after {after}, reading:",
        "Insert {new} after {after}:",
        "After {after} insert:",
        "Insert after {after}:",
    ),
    "new_before": (
        "Before {before}, insert {new}:",
        "Insert {new} before {before}, reading:",
        "Insert {new} before {before}:",
    ),
    "new_numbered": (
        "Insert {numbered}, reading:",
        "Insert {numbered}:",
        "{numbered}, reading:",
        "{numbered}:",
    ),
    "renumber": ("Renumber the {rest} accordingly.", "Renumber {rest} accordingly."),
}
KINDS = {Kind.SUBPARAGRAPH: "subpara", Kind.PREAMBULAR: "preambular|pp", Kind.OPERATIVE: "operative|op"}
NEW = (
    r"(?:(?:the following|an?|another|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?"
    r"(?:(?:new|additional|following)\s+){0,2}"
    r"(?:(?:preambular|operative)\s+)?(?:sub-?)?(?:paragraph|para\.?|PP|OP)s?(?P<letters>{letters})?"
    r"(?:\s+(?:to read|reads|as follows|which reads))?"
)
NUMBERED = (
    r"(?:an?\s+|the following\s+)?new\s+(?P<numbered>(?:operative para(?:graph)?|preambular para(?:graph)?|"
    r"para(?:graph)?|OP|PP)\.?\s*\d+{letters})\s*(?P<bis>bis|ter|quater|alt\.?)?"
    r"(?:\s+(?:to read|as follows|which reads))?"
)
# What paragraphs are called beside their printed names.
NAMES: tuple[tuple[Kind, str], ...] = (
    (Kind.PREAMBULAR, r"PPs?\.?\s*{n}"),
    (Kind.PREAMBULAR, r"preambular (?:para(?:graph)?s?\.?\s*)?{n}"),
    (Kind.PREAMBULAR, r"{nth} (?:preambular para(?:graph)?s?\.?|PPs?|para(?:graph)?s? of the preamble){sub}"),
    (Kind.OPERATIVE, r"OPs?\.?\s*{n}"),
    (Kind.OPERATIVE, r"(?:operative )?para(?:graph)?s?\.?\s*{n}(?: of the operative part)?"),
    (Kind.OPERATIVE, r"operative {n}"),
    (Kind.OPERATIVE, r"{nth} operative para(?:graph)?s?\.?{sub}"),
    (
        Kind.OPERATIVE,
        r"sub-?para(?:graph)?\.?\s*{letters} of (?:(?:operative )?para(?:graph)?\.?|OP)\s*{figure}",
    ),
    (Kind.TITLE, r"title of the (?:draft )?resolution"),
    (Kind.NOTE, r"(?:foot)?note {n}"),
    (Kind.HEADING, r"{nth} (?:section|sub)?\s?heading"),
)
CHAPEAU = r"(?:(?:in|the|chapeau (?:of|to)) )*"

_INSTEAD = tuple(
    (regex.compile(pattern, regex.IGNORECASE), usual)
    for pattern, usual in (
        (r"^(?:please|kindly|to)\s+", ""),
        (
            r"(?:the words? )?(\ue000\d+\ue001) (?:should|shall|is to|are to|to|is|are)(?: be)? "
            r"(?:replaced|substituted) (?:by|with)"
            r" (?=(?:the words? )?\ue000)",
            r"replace \1 with ",
        ),
        (
            r"(?:the words? )?(\ue000\d+\ue001) (?:should|shall|is to|are to|to|is|are)(?: be)? "
            r"(?:deleted|removed|struck)",
            r"delete \1",
        ),
        (r"\b(?:we|the delegation of [\p{L} ]+) proposes? to\s+", ""),
        (r"\b(?:add|append|include)\b", "insert"),
        (r"\b(?:remove|strike out|strike|omit|suppress)\b", "delete"),
        (r"\b(?:substitute|change|amend) (?=\ue000)", "replace "),
        (r"(?<=\ue001) (?:to|into) (?=(?:the words? )?\ue000)", " with "),
        (r"\b(?:immediately|directly|right) (?=after|before)", ""),
        (r"(?<=insert) (?:immediately )?(?=(?:after|before))", " "),
        (r"\b(?:following|behind) (?=(?:the words? )?\ue000)", "after "),
        (
            r"\bthe (?:following )?(?:words?|phrases?|terms?|expressions?|text|sentences?)[,:]? (?=\ue000)",
            "",
        ),
        (r"\b(?:words?|phrases?) (?=\ue000)", ""),
        (r"(?<=^delete \ue000\d+\ue001) from\b", " in"),
        (r"\breading as follows\b|\bto read as follows\b(?=:)|\bas follows\b(?=:)", "reading"),
        (r"\s+", " "),
    )
)
_HEAD = regex.compile(
    r"^(?!(?:in|at|after|before|delete|replace|insert|move|merge|amend)\b)(?P<place>[^:\ue000]{2,60}?)\s*(?:[:–—,]|\s-\s)\s*"
    r"(?=(?:delete|replace|insert|after|before)\b)",
    regex.IGNORECASE,
)
_CLAUSE = regex.compile(
    r"\s*(?:[,;]\s*(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?)(?:also\s+)?(?:to\s+)?"
    r"(?=(?:delete|replace|insert|after \ue000|before \ue000)\b|(?:delete|after|before) \ue000)",
    regex.IGNORECASE,
)
_THERE = regex.compile(
    r"(?P<there>in [^\ue000]+?,?)\s*(?=(?:delete|replace|insert|after|before)\b)", regex.IGNORECASE
)
_SEVERAL = regex.compile(
    r"(?<=delete )(?P<list>\ue000\d+\ue001(?:(?:, (?:and )?| and )\ue000\d+\ue001)+)", regex.IGNORECASE
)
_MORE = regex.compile(
    r"(?<=[.;:\ue001])\s+"
    r"(?=(?:in|after|before|delete|replace|insert|add|move|merge|at the end|remove|renumber)\b)",
    regex.IGNORECASE,
)


def usual(masked: str) -> str:
    """Put a sentence into the usual verbs: "Remove X from" is "Delete X in".

    Quotations are masked, each by a number between two private signs.
    """
    for pattern, instead in _INSTEAD:
        masked = pattern.sub(instead, masked)
    return _HEAD.sub(lambda match: f"In {match['place']}, ", masked.strip())


def clauses(masked: str) -> list[str]:
    """Give the instructions of which one sentence is made, each with its place.

    >>> clauses("In OP5, delete \\ue0000\\ue001 and replace \\ue0001\\ue001 with \\ue0002\\ue001.")
    ['In OP5, delete \\ue0000\\ue001', 'In OP5, replace \\ue0001\\ue001 with \\ue0002\\ue001.']
    """
    there = _THERE.match(masked)
    if not there:
        return [masked]
    place = there["there"].rstrip(",")
    found = []
    for clause in _CLAUSE.split(masked[there.end() :]):
        several = _SEVERAL.search(clause)
        each = regex.findall(r"\ue000\d+\ue001", several["list"]) if several else [""]
        for one in each:
            said = clause[: several.start()] + one + clause[several.end() :] if several else clause
            if regex.match(r"(?:after|before) \ue000\d+\ue001,?$", said, regex.IGNORECASE):
                return [masked]
            found.append(f"{place}, {said}")
    return found


def apart(masked: str) -> list[str]:
    """Give the sentences of a paragraph that begin as instructions do."""
    return _MORE.split(masked)
