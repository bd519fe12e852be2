"""The lines of a masthead as they are printed in the document's language (UN_FORMAT.md 1.2 and 1.4)."""

import regex
from babel.dates import format_date

from drafting.languages import LANGUAGES, Language
from drafting.ordinals import ordinal
from drafting.organs import of_symbol
from drafting.outline import Masthead

_YEARS = range(1945, 2200)  # a session that is a year, as the Economic and Social Council has them


def organ(head: Masthead) -> str:
    """Give the name of the organ, where none is known that to which the symbol belongs.

    >>> organ(Masthead("en")), organ(Masthead("fr", "E/CN.6/2026/L.3"))
    ('General Assembly', 'Conseil économique et social')
    """
    return head.organ or LANGUAGES[head.language].organs[of_symbol(head.symbol)[0]]


def symbol(head: Masthead) -> str:
    """Give the symbol as the masthead alone prints it: with the asterisk of a reissue."""
    return (head.symbol or "") + ("*" if head.symbol and head.reissued else "")


def job_line(head: Masthead) -> str:
    """Give the foot of the first page: the job number, the letter of the language, the days of the work.

    >>> job_line(Masthead("en", job="25-17678", job_dates="071125"))
    '25-17678 (E)    071125'
    >>> job_line(Masthead("ar", job="25-17755", job_dates="071125", reissued="أعيد إصدارها لأسباب فنية."))
    '071125    25-17755* (A)'
    """
    if not head.job:
        return ""
    language = LANGUAGES[head.language]
    number = head.job + ("*" if head.reissued else "")
    line = language.job.format(number=number, letter=language.letter_of_jobs, dates=head.job_dates or "")
    return line.strip()


def issued(head: Masthead) -> list[str]:
    """Give the lines on the right: distribution, date, the languages of this document and of the original.

    What nobody distributes has the empty distribution.
    """
    language = LANGUAGES[head.language]
    known = {"Limited": language.limited, "General": language.general}
    distribution = "Limited" if head.distribution is None else head.distribution
    lines = [known.get(distribution, f"Distr.: {distribution}")] if distribution else []
    lines += [date_line(head)] if head.date else []
    if head.original_language and head.original_language != head.language:
        lines.append(
            language.own_name.capitalize() if head.language in ("fr", "es") else language.english_name
        )
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


def opening_lines(head: Masthead) -> list[tuple[str, str]]:
    """Give what stands between masthead and sponsors, with what each line is: a field of the masthead.

    A committee of the Assembly sits in the Assembly's session; a council or commission below the organ
    has sessions of its own, so that they stand under its name.
    """
    item = LANGUAGES[head.language].agenda_line(head.agenda_item) if head.agenda_item else None
    session = [("session", session_line(head)), ("dates", head.dates)]
    body = [("committee", head.committee)]
    above = [*body, *session] if has_own_sessions(head) else [*session, *body]
    every = [*above, ("agenda_item", item), ("agenda_title", head.agenda_title)]
    return [(name, line) for name, line in every if line]


def has_own_sessions(head: Masthead) -> bool:
    """Whether the body below the organ is a council or commission, and no committee of the Assembly.

    >>> has_own_sessions(Masthead("en", committee="Human Rights Council"))
    True
    >>> has_own_sessions(Masthead("en", "A/C.3/80/L.5", committee="Third Committee"))
    False
    """
    language = LANGUAGES[head.language]
    councils = {*language.commissions.values(), *language.organs.values()}
    return head.committee in councils or organ(head) == language.organs["council"]


def lines(head: Masthead) -> list[str]:
    """Give the lines between organ and sponsors: session, committee, agenda item and its title."""
    return [line for _, line in opening_lines(head)]


def document(head: Masthead, revised: bool = False) -> str:
    """Give what is submitted in the document's language; a symbol may say that it is revised.

    >>> document(Masthead("es", kind="draft decision")), document(Masthead("ru", "A/C.3/81/L.5/Rev.1"))
    ('proyecto de decisión', 'пересмотренный проект резолюции')
    """
    documents = LANGUAGES[head.language].documents
    kind = head.kind if head.kind in documents else "draft resolution"
    revised = revised or "/Rev." in (head.symbol or "")
    return documents[f"revised {kind}" if revised else kind]


def sponsors_line(head: Masthead, revised: bool = False) -> str:
    """Give the line that names who submits the draft, and what it is.

    >>> from drafting.outline import Sponsor
    >>> both = (Sponsor("Fiji"), Sponsor("Kenya", starred=True))
    >>> sponsors_line(Masthead("en", "A/C.3/81/L.5/Rev.1", sponsors=both))
    'Fiji and Kenya:* revised draft resolution'
    """
    language, what = LANGUAGES[head.language], document(head, revised)
    if not head.sponsors:
        return head.submitted_by or what[0].upper() + what[1:]
    mark = sponsors_mark(head)
    names = [each.name + (mark if each.starred else "") for each in head.sponsors]
    written = language.sponsors.format(names=language.join(names), document=what)
    return _behind(written, mark)


def sponsors_mark(head: Masthead) -> str:
    """Give the asterisks of the sponsors' note: a second one where the first is that of a reissue."""
    return "**" if head.reissued else "*"


def sponsors_note(head: Masthead) -> str | None:
    """Give the note of the sponsors' asterisk; in the Human Rights Council it marks those not of it.

    >>> from drafting.outline import Sponsor
    >>> sponsors_note(Masthead("en", "A/HRC/58/L.7", sponsors=(Sponsor("Fiji", starred=True),)))
    'State not a member of the Human Rights Council.'
    """
    language = LANGUAGES[head.language]
    in_council = "rights" in of_symbol(head.symbol) or head.committee == language.organs["rights"]
    outside = in_council and any(each.starred for each in head.sponsors)
    return head.on_behalf_of or (language.outsiders if outside else None)


def notes(head: Masthead) -> list[str]:
    """Give the notes of the masthead, each behind its asterisks.

    >>> notes(Masthead("en", reissued="Reissued for technical reasons.", on_behalf_of="On behalf of …"))
    ['* Reissued for technical reasons.', '** On behalf of …']
    """
    said = [head.reissued] if head.reissued else []
    said += (sponsors_note(head) or "").split(" ** ")
    return [f"{'*' * count} {words}" for count, words in enumerate(said, 1) if words]


def _behind(line: str, mark: str) -> str:
    """Put asterisks behind the colon or the comma that follows them."""
    return regex.sub(rf"({regex.escape(mark)})(\s?[:：]|[,、،])", r"\2\1", line)
