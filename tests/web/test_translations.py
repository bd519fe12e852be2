"""The sentences of the pages in the other five languages."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from drafting.languages import LANGUAGES

TOP = Path(__file__).parents[2]
KEYWORDS = dict.fromkeys(
    ("_", "Message", "NotFound", "OutOfOrder", "Superseded", "Unreadable", "NotAllowed", "Unclear")
)
KEYWORDS["ngettext"] = (1, 2)
VALUES = re.compile(r"%\(\w+\)s|\{\w+\}")


def catalogue(language):
    with (TOP / "web" / "translations" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def sentences():
    """Every sentence that the templates and the program say, with its plural where it has one."""
    mapping = [("web/templates/**.html", "jinja2"), ("**.py", "python")]
    options = {"web/templates/**.html": {"newstyle_gettext": "true", "trimmed": "true"}}
    for package in ("drafting", "amendments", "exports", "web"):
        found = extract_from_dir(
            str(TOP / package),
            method_map=[(pattern.removeprefix(f"{package}/"), method) for pattern, method in mapping],
            options_map={key.removeprefix(f"{package}/"): value for key, value in options.items()},
            keywords=KEYWORDS,
        )
        for _, _, message, _, _ in found:
            yield message if isinstance(message, str) else message[0]


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_sentence_is_said_in_every_language_with_the_same_values(language):
    known = catalogue(language)
    missing = [sentence for sentence in set(sentences()) if known.get(sentence) is None]
    assert missing == []
    for message in known:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        asked = message.id if isinstance(message.id, str) else message.id[1]
        forms = [message.string] if isinstance(message.string, str) else list(message.string)
        for form in forms:
            assert form.strip(), f"{language}: {asked}"
            extra = set(VALUES.findall(form)) - set(VALUES.findall(asked))
            assert not extra, f"{language}: {form}"
        assert set(VALUES.findall(asked)) <= set(VALUES.findall(forms[-1])), f"{language}: {forms[-1]}"


def test_what_refuses_and_what_is_said_is_a_sentence_that_the_catalogues_find():
    hidden = []
    for package in ("amendments", "drafting", "exports", "web"):
        for path in (TOP / package).rglob("*.py"):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(call, ast.Call) or getattr(call.func, "id", "") not in KEYWORDS:
                    continue
                said = call.args[0] if call.args else None
                literal = isinstance(said, ast.Constant)
                again = (
                    isinstance(said, ast.Attribute) and said.attr == "text"
                )  # of one that was said elsewhere
                if said is not None and not literal and not again and path.name != "messages.py":
                    hidden.append(f"{path.relative_to(TOP)}:{call.lineno}")
    assert hidden == []
