"""Where an instruction puts a new or moved paragraph, of which kind it is there, and how deep it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from amendments.reading.patterns import Sentence
from amendments.reading.places import named
from amendments.reading.words import Unclear
from drafting.numbering import Place
from drafting.outline import Kind
from drafting.reading_marks import steps


@dataclass(frozen=True, slots=True)
class Goal:
    """A place in the text: the id of the paragraph before it (nothing at the beginning), and what goes in."""

    after: str
    kind: Kind
    level: int = 0


def find(words: str, places: Sequence[Place], language: str) -> list[Place]:
    """Find the paragraphs that words name; Unclear if the text does not have them."""
    found = named(words, places, language)
    if not found:
        raise Unclear("The text has no such paragraph: “{words}”.", words=words)
    return found


def behind(places: Sequence[Place], place: Place) -> str:
    """Give the paragraph that comes last of those that belong to one."""
    return [place, *below(places, place)][-1].provision.id


def below(places: Sequence[Place], place: Place) -> list[Place]:
    """Give the sub-paragraphs that belong to a paragraph."""
    found = []
    for each in places[places.index(place) + 1 :]:
        if each.provision.kind is not Kind.SUBPARAGRAPH or each.provision.level <= place.provision.level:
            break
        found.append(each)
    return found


def before(places: Sequence[Place], place: Place) -> str:
    """Give the paragraph that stands before one."""
    at = places.index(place)
    return places[at - 1].provision.id if at else ""


def goal(sentence: Sentence, places: Sequence[Place], language: str) -> Goal:
    """Find where a sentence puts new paragraphs; Unclear where it does not say it."""
    if numbered := sentence.places.get("numbered"):
        return _numbered(numbered, sentence, places, language)
    after = sentence.places.get("after")
    place = find(after or sentence.places["before"], places, language)[-1 if after else 0]
    kind = _kind(sentence, place)
    level = _level(sentence, place, language) if kind is Kind.SUBPARAGRAPH else 0
    return Goal(behind(places, place) if after else before(places, place), kind, level)


def _numbered(words: str, sentence: Sentence, places: Sequence[Place], language: str) -> Goal:
    """Find the place of a paragraph that bears its number: after that one if it is bis, else before it."""
    if sentence.bis:
        place = find(words, places, language)[0]
        return Goal(behind(places, place), place.provision.kind, place.provision.level)
    if here := named(words, places, language):
        return Goal(before(places, here[0]), here[0].provision.kind, here[0].provision.level)
    last = regex.search(r"\d+(?!.*\d)", words)
    if last and not words[last.end() :].strip():
        place = find(f"{words[: last.start()]}{int(last.group()) - 1}", places, language)[0]
        return Goal(behind(places, place), place.provision.kind, place.provision.level)
    raise Unclear("The text has no such paragraph: “{words}”.", words=words)


def _kind(sentence: Sentence, place: Place) -> Kind:
    """Find of which kind new paragraphs are that a language calls alike, by where they go."""
    own = place.provision.kind
    kinds = sentence.kinds or (own if own is Kind.SUBPARAGRAPH else place.parent,)
    sub = Kind.SUBPARAGRAPH in kinds or not sentence.kinds or own is Kind.SUBPARAGRAPH
    if sub and (sentence.letters or (own is Kind.SUBPARAGRAPH and own in kinds)):
        return Kind.SUBPARAGRAPH
    if len(kinds) == 1 and kinds[0] not in (Kind.TITLE, Kind.ENACTING):
        return kinds[0]
    if place.parent in kinds and place.parent not in (Kind.TITLE, Kind.ENACTING):
        return place.parent
    if Kind.SUBPARAGRAPH in kinds and place.parent in (Kind.PREAMBULAR, Kind.OPERATIVE):
        return Kind.SUBPARAGRAPH
    raise Unclear("It is not said whether the new paragraph is a preambular or an operative one.")


def _level(sentence: Sentence, place: Place, language: str) -> int:
    """Find how deep a new sub-paragraph stands: by its letters, else as the sub-paragraph that is named."""
    sub = place.provision.kind is Kind.SUBPARAGRAPH
    letters = regex.findall(r"[\p{L}\p{N}]+|[㈠-㈩]", sentence.letters)
    if not letters:
        return place.provision.level if sub else 1
    if len(letters) == 1 and sub:
        step = place.path[-1] + ("after" in sentence.places)
        return place.provision.level if steps(letters[0], language).get(place.provision.level) == step else 1
    return len(letters)
