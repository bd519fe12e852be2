"""An amendment as a paper: its instructions in formal wording, and the notes that it brings at the foot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from amendments.changes import Change
from amendments.formal_wording import Instruction, word
from drafting.languages import LANGUAGES
from drafting.manuscript import Manuscript
from drafting.naming import renamed
from drafting.numbering import note_numbers
from drafting.outline import Kind, Masthead, Outline
from drafting.text import Text, bare, markup, parse
from exports.papers import Paper, Paragraph, Stands


def amendment(
    head: Masthead,
    line: str,
    of: Text,
    instructions: Sequence[Instruction],
    notes: Mapping[str, Text] | None = None,
) -> Paper:
    """Make the paper of instructions to the draft ``of`` this title; several are numbered."""
    language = LANGUAGES[head.language]
    found: list[Paragraph] = []
    for at, each in enumerate(instructions, 1):
        alone = len(instructions) == 1
        stands = Stands.SENTENCE if alone else Stands.NUMBERED
        found.append(Paragraph(parse(each.text), stands, "" if alone else language.numeral(at)))
        found += (Paragraph(text, Stands.NEW) for text in each.paragraphs)
    return Paper(head, line, of, found, notes=notes or {})


def written(
    manuscript: Manuscript, changes: Iterable[Change], head: Masthead, line: str, older: bool = False
) -> Paper:
    """Write an amendment to a text as a paper.

    A note of the draft is referred to by its number there; a new one by asterisks, and it stands at the foot.
    """
    given = tuple(changes)
    instructions, notes = parted(manuscript, given, older, above=bool(head.on_behalf_of))
    return amendment(head, line, title(manuscript.outline), instructions, notes)


def parted(
    manuscript: Manuscript, changes: Sequence[Change], older: bool = False, above: bool = False
) -> tuple[list[Instruction], dict[str, Text]]:
    """Word an amendment, and part its instructions from the notes that it brings, by their asterisks.

    They have one asterisk more where one stands ``above``, in the line that says who submits it.
    """
    every = list(word(manuscript, changes, manuscript.masthead.language, older))
    brought = every.pop().paragraphs if any(each.is_new_note for each in changes) else ()
    stars = {note[0].text: "*" * above + note[0].text for note in brought if note}

    def marked(text: Text) -> Text:
        raised = (
            replace(each, text=stars[each.text]) if each.note is None and each.text in stars else each
            for each in numbered(text, manuscript.outline)
        )
        return tuple(raised)

    said = [
        Instruction(markup(marked(parse(each.text))), tuple(map(marked, each.paragraphs))) for each in every
    ]
    return said, {stars[note[0].text]: bare(marked(note[1:])) for note in brought if note}


def title(outline: Outline) -> Text:
    """Give a draft's title as papers about it print it."""
    return numbered(next((each.text for each in outline.of(Kind.TITLE)), ()), outline)


def numbered(text: Text, outline: Outline) -> Text:
    """Give a text whose references to a draft's notes are their numbers there."""
    return renamed(text, {id: str(at) for id, at in note_numbers(outline.provisions).items()})
