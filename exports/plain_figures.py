"""Figures of notes that have lost their height: "the Agenda,3" as a reference to note 3.

A note that no raised figure refers to is looked for in the text above it, between the references to the
notes before and after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from drafting.messages import Message
from exports.plain_lines import Paragraph, note_number

_REFERENCE = regex.compile(r"(?<!\\)(?:\[\^(?P<own>[^\]\s]+)\]|(?P<raised>[⁰¹²³⁴-⁹]+))")
_RUN = r"(?P<run>\d{1,3}(?:,\s?\d{1,3})*)"
_AFTER = r"(?=\s|$|[,;.:،؛，；。”»)])(?![,.]\d)"
_WORD = r"(?<=[\p{Ll}\p{Lo}”»)\]*])"
# From what is hardly anything else to what may be an ordinary number.
_FORMS = (
    regex.compile(rf"(?:{_WORD}[,;:.،؛，；]?\*?|(?<!\d)\d{{4}}[,;:.،؛，；]){_RUN}{_AFTER}"),
    regex.compile(rf"(?<![\d/])(?:19|20)\d\d(?P<run>\d{{1,2}}){_AFTER}(?!\s?\))"),
    regex.compile(rf"(?:{_WORD}|(?<=(?<!\d)\d{{4}}))[,;:.،؛]\s{_RUN}(?=\s|$)"),
    regex.compile(rf"(?:(?<=\p{{Lu}}\p{{Ll}}+)|(?<=[”»)]))\s{_RUN}(?=\s\p{{Ll}}|$|[,;.،؛])(?![,.]\d)"),
)
_STRONG = 2  # of these forms a repeated reference is told too
_UNIT = regex.compile(r"(?<!\p{L})[kcdm]?m$")
_COUNTED = regex.compile(
    r"(?:Articles?|Chapters?|Goals?|Parts?|Rules?|Targets?|Paragraphs?|Sections?|Annex(?:es)?|Items?|Tables?|No"
    r"|Artículos?|Objetivos?|Capítulos?|Núm|Objectifs?|Chapitres?|Points?|Статьи?|Глава|Цель)$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    place: int  # of the paragraph
    start: int
    end: int
    marks: tuple[str, ...]


def raised(found: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Message]]:
    """Make references of the figures that mean notes, and name those notes."""
    places: dict[str, int] = {}
    for place, each in enumerate(found):
        if each.note is not None and each.note.isdecimal():
            places.setdefault(each.note, place)
    known = dict(_known(found))
    missing = sorted((mark for mark in places if mark not in known), key=lambda mark: int(mark))
    if not missing:
        return list(found), []
    chosen: list[_Found] = []
    forms = [list(_candidates(found, form, set(missing))) for form in _FORMS]
    for mark in missing:
        if mark in known:
            continue
        after = max((known[each] for each in known if int(each) < int(mark)), default=(-1, 0))
        before = min((known[each] for each in known if int(each) > int(mark)), default=(len(found), 0))
        before = min(before, (places[mark], 0))
        for strength, candidates in enumerate(forms):
            fit = [
                each for each in candidates if mark in each.marks and after < (each.place, each.end) < before
            ]
            if fit and (strength < len(_FORMS) - 1 or len(fit) == 1):
                chosen.append(fit[0])
                known |= {each: (fit[0].place, fit[0].end) for each in fit[0].marks if each not in known}
                break
    told = {mark for each in chosen for mark in each.marks}
    again = [
        each
        for candidates in forms[:_STRONG]
        for each in candidates
        if told.issuperset(each.marks) and all(known[mark] < (each.place, each.end) for mark in each.marks)
    ]
    remarks = [
        Message("The figure of note {number} is not raised in the text.", number=mark)
        for mark in sorted(told, key=int)
    ]
    return _rewritten(found, {*chosen, *again}), remarks


def _known(found: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give the notes that are referred to as they should be, each with its first reference's place."""
    seen = set()
    for place, each in enumerate(found):
        for match in _REFERENCE.finditer(each.text):
            mark = match["own"] or note_number(match["raised"])
            if mark not in seen and mark.isdecimal():
                seen.add(mark)
                yield mark, (place, match.end())


def _candidates(found: Sequence[Paragraph], form: regex.Pattern[str], missing: set[str]) -> Iterator[_Found]:
    for place, each in enumerate(found):
        if each.own or each.note is not None:
            continue
        for match in form.finditer(each.text):
            start, end = match.span("run")
            before = each.text[:start].rstrip()
            marks = tuple(regex.split(r",\s?", match["run"]))
            if missing.issuperset(marks) and not _UNIT.search(before[-3:]) and not _COUNTED.search(before):
                yield _Found(place, start, end, marks)


def _rewritten(found: Sequence[Paragraph], chosen: set[_Found]) -> list[Paragraph]:
    texts = [each.text for each in found]
    for each in sorted(chosen, key=lambda each: (each.place, each.start), reverse=True):
        text = texts[each.place]
        references = "".join(f"[^{mark}]" for mark in each.marks)
        texts[each.place] = text[: each.start].rstrip() + references + text[each.end :]
    return [replace(each, text=text) for each, text in zip(found, texts, strict=True)]
