"""Who a document is in Akoma Ntoso for the United Nations: its permanent names and the bodies it refers to.

A *work* is the draft through all its revisions, an *expression* one revision in one language, a
*manifestation* the file. The name of a work must not change when the draft is revised: it has the symbol
without ``/Rev.1`` and, because each revision bears another date, the year of the session.
"""

import datetime
import re
from collections.abc import Iterator
from urllib.parse import quote

from drafting import mastheads, states
from drafting.languages import LANGUAGES
from drafting.outline import Masthead, Outline
from exports.word.package import attribute

_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara"}
_ACTORS = {"assembly": "un-ga", "council": "un-ecosoc", "rights": "un-hrc"}
_REVISION = re.compile(r"/(Rev\.\d+)\b")
_FIRST_SESSION = 1946  # the year of the first regular session of the General Assembly
_UNKNOWN = datetime.date(1945, 10, 24)  # since when there are United Nations: no document is older


def meta(outline: Outline) -> str:
    """Give what is not printed: the document's names, dates and language, and who is referred to."""
    head, title = outline.masthead, outline.title
    work, expression = _work(head, title), _expression(head, title)
    issued = head.date or _UNKNOWN
    symbol = head.symbol or title or head.kind
    shown = f"showAs={attribute(symbol)} number={attribute(symbol)}"
    published = f'<publication date="{issued}" name="document" {shown}/>' if head.date else ""
    version = _version(head)
    return (
        '<meta><identification source="#penholder">'
        f"<FRBRWork>{_names(work)}{_dated(_first_day(head), 'session')}"
        f'<FRBRauthor href="#{actor(head)}" as="#author"/><FRBRcountry value="un"/>'
        '<FRBRsubtype value="deliberation"/>'
        f"<FRBRnumber value={attribute(_number(head, title))} showAs={attribute(_base(head) or symbol)}/>"
        "</FRBRWork>"
        f"<FRBRExpression>{_names(expression)}{_dated(issued, 'publication')}"
        f'<FRBRauthor href="#{actor(head)}" as="#author"/>'
        + (f"<FRBRversionNumber value={attribute(version)}/>" if version else "")
        + f'<FRBRlanguage language="{_LANGUAGES[head.language]}"/></FRBRExpression>'
        f"<FRBRManifestation>{_names(f'{expression}/.xml', f'{expression}/!main.xml')}"
        f'{_dated(issued, "publication")}<FRBRauthor href="#penholder" as="#editor"/>'
        '<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>'
        f'{published}<references source="#penholder">{"".join(_references(head))}</references></meta>'
    )


def actor(head: Masthead) -> str:
    """Give the name of the organ that is asked to adopt the draft, that of the General Assembly by default.

    >>> actor(Masthead("fr", organ="Conseil économique et social")), actor(Masthead("en"))
    ('un-ecosoc', 'un-ga')
    """
    organs = LANGUAGES[head.language].organs
    return next((_ACTORS[key] for key, name in organs.items() if name == head.organ), "un-ga")


def _work(head: Masthead, title: str) -> str:
    year = _first_day(head).year
    return f"/akn/un/statement/deliberation/{actor(head)}/{year}/{quote(_number(head, title))}"


def _expression(head: Masthead, title: str) -> str:
    """Name a revision by its date, or where it has none by what its symbol ends in."""
    version = head.date.isoformat() if head.date else _version(head)
    return f"{_work(head, title)}/{_LANGUAGES[head.language]}@{version}"


def _first_day(head: Masthead) -> datetime.date:
    """Give the first of January of the year of the session, which stands for that year."""
    if head.session is None:
        return (head.date or _UNKNOWN).replace(month=1, day=1)
    if _FIRST_SESSION <= head.session < datetime.MAXYEAR:  # the Economic and Social Council counts by years
        return datetime.date(head.session, 1, 1)
    return datetime.date(min(head.session + _FIRST_SESSION - 1, datetime.MAXYEAR), 1, 1)


def _base(head: Masthead) -> str:
    """Give the symbol that a draft keeps while it is revised."""
    return _REVISION.sub("", head.symbol or "").strip("* ")


def _version(head: Masthead) -> str:
    found = _REVISION.search(head.symbol or "")
    return found[1] if found else ""


def _number(head: Masthead, title: str) -> str:
    """Give the symbol as a part of a name, or where there is none the first words of the title."""
    said = _base(head) or " ".join(re.findall(r"\w+", title.lower())[:8]) or head.kind
    return said.replace("/", "-").replace(" ", "_")


def _names(uri: str, this: str | None = None) -> str:
    return f"<FRBRthis value={attribute(this or f'{uri}/!main')}/><FRBRuri value={attribute(uri)}/>"


def _dated(date: datetime.date, name: str) -> str:
    return f'<FRBRdate date="{date}" name="{name}"/>'


def _references(head: Masthead) -> Iterator[str]:
    yield _body(actor(head), actor(head), mastheads.organ(head))
    yield _body("penholder", "penholder", "Penholder")
    if head.committee:
        yield _body("committee", f"{actor(head)}/committee", head.committee)
    for at, sponsor in enumerate(head.sponsors, 1):
        code = states.code(sponsor.name, head.language)
        where = f"states/{code}" if code else f"delegations/{quote(sponsor.name, safe='')}"
        yield _body(f"sponsor_{at}", where, sponsor.name)
    for role in ("author", "editor"):
        yield f'<TLCRole eId="{role}" href="/akn/ontology/roles/un/{role}" showAs="{role.capitalize()}"/>'


def _body(id: str, name: str, shown: str) -> str:
    href = attribute(f"/akn/ontology/organizations/un/{name}")
    return f'<TLCOrganization eId="{id}" href={href} showAs={attribute(shown)}/>'
