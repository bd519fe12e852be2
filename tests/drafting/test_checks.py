"""The editorial rules, one file a rule and language in ``checks``.

A case is a few lines: a paragraph that the rule is against begins with "-", what its fix makes of it with
"+"; the others stand around it. A case without "-" is right as it is. A new case is a few more lines.
"""

from collections import Counter
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from drafting.checks import DECIDED, Finding, check
from drafting.checks.paragraph import NOTE, Sheet
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import markup, parse

CASES = Path(__file__).parent / "checks"
LINE = regex.compile(r"([-+ ]) ([A-Z]+)(?:\[(\w+)\])? (.*)")
KINDS = {
    "TITLE": (Kind.TITLE, 0),
    "ENACTING": (Kind.ENACTING, 0),
    "PP": (Kind.PREAMBULAR, 0),
    "OP": (Kind.OPERATIVE, 0),
    "SUB": (Kind.SUBPARAGRAPH, 1),
    "SUBSUB": (Kind.SUBPARAGRAPH, 2),
    "HEADING": (Kind.HEADING, 0),
    "NOTE": (Kind.NOTE, 0),
}
ENACTING = {
    "en": "*The General Assembly*,",
    "fr": "*L’Assemblée générale*,",
    "es": "*La Asamblea General*,",
    "ru": "*Генеральная Ассамблея*,",
    "zh": "*大会*，",
    "ar": "إن الجمعية العامة،",
}


class Case:
    """A draft in which one paragraph is wrong, and that paragraph put right; or a draft that is right."""

    def __init__(self, language: str, lines: list[str]) -> None:
        self.wrong, self.right = None, None
        provisions = []
        if not any(line[2:].startswith("ENACTING") for line in lines):
            provisions.append(Provision("enacting", Kind.ENACTING, parse(ENACTING[language])))
        for at, line in enumerate(lines):
            match = LINE.fullmatch(line)
            assert match, line
            sign, kind, note, words = match.groups()
            if sign == "+":
                self.right = words
                continue
            id = (note or "n") if kind == "NOTE" else f"p{at}"
            self.wrong = id if sign == "-" else self.wrong
            provisions.append(Provision(id, KINDS[kind][0], parse(words), KINDS[kind][1]))
        provisions.sort(key=lambda each: each.kind is not Kind.TITLE)
        self.outline = Outline(Masthead(language=language), tuple(provisions))


def cases():
    for path in sorted(CASES.glob("*.txt")):
        rule, language = path.stem.split(".")
        for number, block in enumerate(path.read_text("utf-8").strip("\n").split("\n\n"), 1):
            yield pytest.param(rule, Case(language, block.split("\n")), id=f"{path.stem}-{number}")


CLEAN, WRONG = [], []
for each in cases():
    (WRONG if each.values[1].wrong else CLEAN).append(each)


def put_right(outline: Outline, finding: Finding) -> Outline:
    return Outline(
        outline.masthead,
        tuple(
            Provision(each.id, each.kind, finding.fix, each.level)
            if each.id == finding.provision and finding.fix
            else each
            for each in outline.provisions
        ),
    )


@pytest.mark.parametrize(("rule", "case"), WRONG)
def test_what_is_wrong_is_found_and_its_fix_is_right(rule, case):
    [finding] = check(case.outline)
    assert (finding.rule, finding.provision) == (rule, case.wrong)
    assert str(finding.message).endswith(".")
    assert (markup(finding.fix) if finding.fix else None) == case.right
    if finding.fix:
        assert check(put_right(case.outline, finding)) == ()


@pytest.mark.parametrize(("rule", "case"), CLEAN)
def test_what_is_right_is_left_alone(rule, case):
    assert [(each.rule, each.words) for each in check(case.outline)] == []


def test_every_rule_has_its_cases_in_every_language_where_it_is_decided():
    wanted = {f"{rule}.{language}" for rule, languages in DECIDED.items() for language in languages.split()}
    assert {path.stem for path in CASES.glob("*.txt")} == wanted
    tried = {each.id.rpartition("-")[0] for each in WRONG}
    assert tried == wanted


# Right and wrong words, of which sentences are made at random.
WORDS = {
    "en": """the organisation|program|per cent|July 30, 2010|30 July 2010|"water for all"|“water”|[^n],|[^n]|and
        this resolution|A/RES/64/293 of 30 July 2010|resolution A/RES/64/293 of 30 July 2010|10700 wells|10,700
        in 2015-2018|of the UN system|*and urges*|*Water for All*|3 States|the States' report|paras. 5|also|,|;|.""",
    "fr": """l'eau|les Etats|« eau »|"eau"|“eau”|le 1 janvier|30 Juillet 2010|10.700 puits|10700|[^n],|[^n]|et ;
        : ces|sa résolution 64/293|cette résolution|*et invite*|.|,""",
}
OPENINGS = {
    "en": [
        "*Also recalling*",
        "*Recalling* also",
        "Recalling",
        "*recalling*",
        "*Requests also*",
        "*Decides*",
    ],
    "fr": ["*Également rappelant*", "Rappelant", "*Rappelant*", "*Prie*", "*En outre prie*", "*prie*"],
}


@st.composite
def paragraphs(draw):
    language = draw(st.sampled_from(sorted(WORDS)))
    words = [each.strip() for each in WORDS[language].replace("\n", "|").split("|")]
    chosen = draw(st.lists(st.sampled_from(words), min_size=1, max_size=7))
    opening = draw(st.sampled_from(OPENINGS[language]))
    text = parse(" ".join([opening, "that", *chosen]))  # italics that touch are no sentence
    kind = draw(st.sampled_from([Kind.PREAMBULAR, Kind.OPERATIVE]))
    note = Provision("n", Kind.NOTE, parse("A/79/10."))
    return Outline(Masthead(language=language), (Provision("p", kind, text), note))


def told(outline: Outline) -> Counter[str]:
    return Counter(each.rule for each in check(outline))


def letters(outline: Outline) -> str:
    return Sheet(outline).paragraphs[0].letters


@given(paragraphs())
def test_a_fix_takes_its_finding_away_and_changes_no_other_word(outline):
    before = letters(outline)
    for finding in check(outline):
        if finding.fix is None:
            continue
        done = put_right(outline, finding)
        after = letters(done)
        assert after.startswith(before[: finding.start])
        assert after.endswith(before[finding.end :])
        assert after.count(NOTE) == before.count(NOTE)
        assert told(done) < told(outline)
