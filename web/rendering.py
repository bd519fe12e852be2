"""From values to pages: templates, translations, and how words, redlines and times look in HTML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_skeleton, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse

from drafting.languages import LANGUAGES
from drafting.marks import Mark
from drafting.messages import Message, Refused
from drafting.redline import Run
from drafting.text import Word, pieces

HERE = Path(__file__).parent
_CREDIT = Markup(
    '<a class="credit" href="{url}" title="{who}">{number}<span class="unseen"> {who}</span></a>'
)
TAGS = {"kept": "{1}", "inserted": "<ins{0}>{1}</ins>", "struck": "<del{0}>{1}</del>"}
NEW_NOTE = "*"  # a note has no number before it is in the text
QUIET = {"kept": "{1}", "inserted": "<span{0}>{1}</span>"}  # settled words, which nothing is to be seen of


@dataclass(frozen=True)
class Credit:
    """An amendment as it is named beside the words that it put in or struck."""

    number: str
    who: str
    url: str

    def __str__(self) -> str:
        return f"{self.number}, {self.who}"


def language_of(request: HTTPConnection) -> str:
    """Give the language of the pages: the one chosen, else the first asked for that we have."""
    chosen = request.cookies.get("language", "")
    asked = [
        part.split(";")[0].split("-")[0].strip()
        for part in request.headers.get("accept-language", "").split(",")
    ]
    return next((code for code in [chosen, *asked] if code in LANGUAGES), "en")


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str) -> Environment:
    """Give the templates in one language."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"],
    )
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    written = "en_GB" if language == "en" else language  # the United Nations write 12 November 2026

    def clock(moment: datetime) -> str:
        return format_time(moment, "HH:mm", tzinfo=UTC, locale=written)

    made.globals.update(
        language=language,
        direction="rtl" if LANGUAGES[language].rtl else "ltr",
        words=words,
        runs=runs,
        say=lambda message: say(message, language),
        when=lambda moment: (
            f"{format_skeleton('yMMMd', moment, tzinfo=UTC, locale=written)}, {clock(moment)}"
        ),
        clock=clock,
        day=lambda moment: format_date(moment, "long", locale=written),
    )
    return made


@lru_cache(maxsize=len(LANGUAGES))
def translations(language: str) -> NullTranslations | GNUTranslations:
    """Give the catalogue of a language; English is the language of the templates themselves."""
    source = HERE / "translations" / f"{language}.po"
    if not source.exists():
        return NullTranslations()
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)


def say(message: Message | Refused | str | list[Message], language: str) -> str:
    """Give a message in a person's language, or several with commas between them.

    >>> say(Message("No. {number} is not open.", number=3), "en")
    'No. 3 is not open.'
    """
    if isinstance(message, str):
        return message
    if isinstance(message, list):
        return ", ".join(say(each, language) for each in message)
    said = message.message if isinstance(message, Refused) else message
    values = {
        name: say(value, language) if isinstance(value, (Message, Refused, list)) else value
        for name, value in said.values.items()
    }
    return translations(language).gettext(said.text).format(**values)


def words(text: Iterable[Word], notes: Mapping[str, int] | None = None) -> Markup:
    """Give a text as HTML: italics, links, and references to notes by their numbers.

    >>> from drafting.text import parse
    >>> words(parse("*Recalling* <its> [64/293](#),[^n4]"), {"n4": 3})
    Markup('<em>Recalling</em> &lt;its&gt; <a href="#">64/293</a>,<sup><a href="#n4">3</a></sup>')
    """
    numbers = notes or {}
    html = Markup()
    for piece in pieces(list(text)):
        if piece.note is not None:
            html += Markup('<sup><a href="#{}">{}</a></sup>').format(
                piece.note, numbers.get(piece.note, NEW_NOTE)
            )
            continue
        said = Markup("<em>{}</em>").format(piece.text) if piece.italic else escape(piece.text)
        safe = piece.link is not None and piece.link.startswith(("#", "https://", "http://", "/"))
        html += Markup('<a href="{}">{}</a>').format(piece.link, said) if safe else said
    return html


def runs(
    redline: Iterable[Run | Mark],
    notes: Mapping[str, int] | None = None,
    credits: Mapping[str, Credit] | None = None,
    quiet: bool = False,
) -> Markup:
    """Give a redline as HTML, with what is inserted and struck told apart by element, not by colour.

    After words that an amendment in ``credits`` put in or struck stands its number, as a link. Where it is
    to be ``quiet``, nothing is seen of either; whoever points at the words is told (``front/whose.js``).
    """
    html = Markup()
    named = credits or {}
    tags = QUIET if quiet else TAGS
    shown = list(redline)
    for run, following in zip(shown, [*shown[1:], None], strict=True):
        first, *others = run.words
        html += escape(first.glue) if html else Markup()
        by, of = (run.by, run.of) if isinstance(run, Mark) else ((), ())
        whose = _whose("by", by, named) + _whose("of", of, named)
        html += Markup(tags[run.kind]).format(whose, words([replace(first, glue=""), *others], notes))
        if by and not quiet and not (isinstance(following, Mark) and following.by == by):
            html += Markup("").join(_CREDIT.format(**vars(named[key])) for key in by if key in named)
    return html


def _whose(what: str, keys: Iterable[str], credits: Mapping[str, Credit]) -> Markup:
    names = [str(credits[key]) for key in keys if key in credits]
    return Markup(' data-{}="{}"').format(what, "; ".join(names)) if names else Markup()


def page(name: str, language: str, status: int = 200, /, **context: Any) -> HTMLResponse:
    """Answer with a page."""
    html = environment(language).get_template(name).render(context)
    return HTMLResponse(html, status, headers={"Vary": "Cookie, Accept-Language"})


def part(name: str, block: str, language: str, /, **context: Any) -> str:
    """Give one block of a page, as it is sent to pages that are open already."""
    template = environment(language).get_template(name)
    return "".join(template.blocks[block](template.new_context(context)))
