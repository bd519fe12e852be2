"""The lines of a masthead as they are printed in the document's language (UN_FORMAT.md 1.2 and 1.4)."""

from babel.dates import format_date

from drafting.languages import LANGUAGES, Language
from drafting.ordinals import ordinal
from drafting.outline import Masthead

_YEARS = range(1945, 2200)  # a session that is a year, as the Economic and Social Council has them


def organ(head: Masthead) -> str:
    """Give the name of the organ, that of the General Assembly where none is known."""
    return head.organ or LANGUAGES[head.language].organs["assembly"]


def issued(head: Masthead) -> list[str]:
    """Give the lines on the right: distribution, date, the languages of this document and of the original."""
    language = LANGUAGES[head.language]
    known = {"Limited": language.limited, "General": language.general}
    distribution = head.distribution or "Limited"
    lines = [known.get(distribution, f"Distr.: {distribution}")]
    lines += [date_line(head)] if head.date else []
    if head.original_language and head.original_language != head.language:
        own = language.own_name.capitalize() if head.language in ("fr", "es") else language.english_name
        lines += [own] if head.language != "en" else []
    if head.original_language:
        lines.append(original_line(language, head.original_language))
    return lines


def date_line(head: Masthead) -> str:
    """Give the date as the masthead prints it; the first of a French month is "1er".

    >>> from datetime import date
    >>> date_line(Masthead("fr", date=date(2025, 10, 1))), date_line(Masthead("es", date=date(2019, 10, 10)))
    ('1er octobre 2025', '10 de octubre de 2019')
    """
    if head.date is None:
        return ""
    language = LANGUAGES[head.language]
    written = format_date(head.date, language.date, locale=language.date_locale)
    return written.replace("1 ", "1er ", 1) if language.code == "fr" and head.date.day == 1 else written


def original_line(language: Language, original: str) -> str:
    """Give the line that names the language of the original."""
    return language.original.format(language=language.names.get(original, original))


def session_line(head: Masthead) -> str | None:
    """Give the line that names the session, by its ordinal or its year.

    >>> session_line(Masthead("es", session=81)), session_line(Masthead("en", session=2026))
    ('Octogésimo primer período de sesiones', '2026 session')
    """
    if head.session is None:
        return None
    language = LANGUAGES[head.language]
    if head.session in _YEARS:
        return language.year_session.format(year=head.session)
    nth = ordinal(head.session, language.code, language.session_gender)
    if language.code == "es" and nth.endswith(("primero", "tercero")):
        nth = nth[:-1]
    line = language.session.format(nth=nth)
    return line[0].upper() + line[1:]


def lines(head: Masthead) -> list[str]:
    """Give the lines between organ and sponsors: session, committee, agenda item and its title."""
    item = LANGUAGES[head.language].agenda_line(head.agenda_item) if head.agenda_item else None
    return [line for line in (session_line(head), head.committee, item, head.agenda_title) if line]


def sponsors_line(head: Masthead, revised: bool = False) -> str:
    """Give the line that names who submits the draft, and what it is; a symbol may say that it is revised.

    >>> from drafting.outline import Sponsor
    >>> both = (Sponsor("Fiji"), Sponsor("Kenya", starred=True))
    >>> sponsors_line(Masthead("en", "A/C.3/81/L.5/Rev.1", sponsors=both))
    'Fiji and Kenya:* revised draft resolution'
    """
    language = LANGUAGES[head.language]
    revised = revised or "/Rev." in (head.symbol or "")
    document = language.revised if revised else language.resolution
    if not head.sponsors:
        return head.submitted_by or document[0].upper() + document[1:]
    names = [each.name + ("*" if each.starred else "") for each in head.sponsors]
    written = language.sponsors.format(names=language.join(names), document=document)
    return written.replace("*:", ":*", 1).replace("*,", ",*")  # the asterisk stands behind the mark
