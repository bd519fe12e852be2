"""The six official languages as documents print them: numbers, letters, masthead words (UN_FORMAT.md 1.2)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import regex

from drafting.lettering import abjad, arabic_digits, letters, roman
from drafting.ordinals import han
from drafting.organs import ORGANS


@dataclass(frozen=True)
class Language:
    """How one language prints a document; ``letters`` are the marks of sub-paragraphs, by depth."""

    code: str
    letter_of_jobs: str  # behind a job number
    own_name: str
    english_name: str
    marks: Sequence[tuple[Callable[[int], str], str]]  # how sub-paragraphs count, and how that is printed
    organization: str
    session: str  # with {nth}
    session_gender: str
    year_session: str  # of the Economic and Social Council, with {year}
    item: str
    items: str
    limited: str
    general: str
    original: str  # with {language}
    names: Mapping[str, str]  # of the languages, as the line "Original: …" has them
    sponsors: str  # with {names} and {document}
    joined: tuple[str, str]  # between names, and before the last
    documents: Mapping[str, str]  # what is submitted, as it is and (with "revised" before it) once revised
    outsiders: str  # the note of sponsors that are no members of the Human Rights Council
    date: str  # a pattern of Babel's
    date_locale: str
    operative: str = "{}."
    pair: str | None = None  # of two agenda items, where the language has a dual
    job: str = "{number} ({letter})    {dates}"  # with the letter that stands for the language

    rtl: bool = False

    @property
    def organs(self) -> Mapping[str, str]:
        """The organs as the masthead names them."""
        return ORGANS[self.code].organs

    @property
    def enacting(self) -> Mapping[str, str]:
        """The words of the enacting lines, without their comma."""
        return ORGANS[self.code].enacting

    @property
    def committees(self) -> Sequence[str]:
        """The Main Committees, First to Sixth."""
        return ORGANS[self.code].committees

    @property
    def commissions(self) -> Mapping[str, str]:
        """The commissions of the Economic and Social Council, by their part of a symbol."""
        return ORGANS[self.code].commissions

    def numeral(self, step: int) -> str:
        """Give the number of an operative paragraph as printed: "5."."""
        return self.operative.format(step)

    def letter(self, step: int, depth: int) -> str:
        """Give the mark of a sub-paragraph as printed: "(b)", "b)", "(ii)"."""
        count, printed = self.marks[(depth - 1) % len(self.marks)]
        return printed.format(count(step))

    def agenda_line(self, item: str) -> str:
        """Give the line that names an agenda item, or several.

        >>> LANGUAGES["en"].agenda_line("71 (b)"), LANGUAGES["es"].agenda_line("47 y 48")
        ('Agenda item 71 (b)', 'Temas 47 y 48 del programa')
        """
        count = len(_ITEM.findall(item))
        line = self.item if count < 2 else self.pair if self.pair and count == 2 else self.items
        return line.format(item=item)

    def join(self, names: Sequence[str]) -> str:
        """Give a list of names as a sentence has it: "Fiji, Kenya and Norway"."""
        between, last = self.joined
        if len(names) < 2:
            return "".join(names)
        if (
            self.code == "es"
            and names[-1].lower().startswith(("i", "hi"))
            and not names[-1].lower().startswith("hie")
        ):
            last = " e "
        return last.join([between.join(names[:-1]), names[-1]])


_ITEM = regex.compile(r"(?<![(（\p{N}])\p{N}+")  # numbers of items, not those of their sub-items


def _documents(resolution: str, decision: str, revised: str, revised_decision: str) -> dict[str, str]:
    return {
        "draft resolution": resolution,
        "draft decision": decision,
        "revised draft resolution": revised,
        "revised draft decision": revised_decision,
    }


_ENGLISH_NAMES = {
    "en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"
}  # fmt: skip

LANGUAGES: dict[str, Language] = {
    "en": Language(
        code="en",
        letter_of_jobs="E",
        own_name="English",
        english_name="English",
        marks=((letters, "({})"), (roman, "({})"), (letters, "{}."), (roman, "{}.")),
        organization="United Nations",
        session="{nth} session",
        session_gender="masculine",
        year_session="{year} session",
        item="Agenda item {item}",
        items="Agenda items {item}",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}: {document}",
        joined=(", ", " and "),
        documents=_documents(
            "draft resolution", "draft decision", "revised draft resolution", "revised draft decision"
        ),
        outsiders="State not a member of the Human Rights Council.",
        date="d MMMM y",
        date_locale="en_GB",
    ),
    "fr": Language(
        code="fr",
        letter_of_jobs="F",
        own_name="français",
        english_name="French",
        marks=((letters, "{})"), (roman, "{})"), (letters, "{}."), (roman, "{}.")),
        organization="Nations Unies",
        session="{nth} session",
        session_gender="feminine",
        year_session="Session de {year}",
        item="Point {item} de l’ordre du jour",
        items="Points {item} de l’ordre du jour",
        limited="Distr. limitée",
        general="Distr. générale",
        original="Original\u00a0: {language}",
        names={
            "en": "anglais",
            "fr": "français",
            "es": "espagnol",
            "ru": "russe",
            "zh": "chinois",
            "ar": "arabe",
        },
        sponsors="{names}\u00a0: {document}",
        joined=(", ", " et "),
        documents=_documents(
            "projet de résolution",
            "projet de décision",
            "projet de résolution révisé",
            "projet de décision révisé",
        ),
        outsiders="État non membre du Conseil des droits de l’homme.",
        date="d MMMM y",
        date_locale="fr",
    ),
    "es": Language(
        code="es",
        letter_of_jobs="S",
        own_name="español",
        english_name="Spanish",
        marks=((letters, "{})"), (roman, "{})"), (letters, "{}."), (roman, "{}.")),
        organization="Naciones Unidas",
        session="{nth} período de sesiones",
        session_gender="masculine",
        year_session="Período de sesiones de {year}",
        item="Tema {item} del programa",
        items="Temas {item} del programa",
        limited="Distr. limitada",
        general="Distr. general",
        original="Original: {language}",
        names={"en": "inglés", "fr": "francés", "es": "español", "ru": "ruso", "zh": "chino", "ar": "árabe"},
        sponsors="{names}: {document}",
        joined=(", ", " y "),
        documents=_documents(
            "proyecto de resolución",
            "proyecto de decisión",
            "proyecto de resolución revisado",
            "proyecto de decisión revisado",
        ),
        outsiders="Estado que no es miembro del Consejo de Derechos Humanos.",
        date="d 'de' MMMM 'de' y",
        date_locale="es",
    ),
    "ru": Language(
        code="ru",
        letter_of_jobs="R",
        own_name="русский",
        english_name="Russian",
        marks=((letters, "{})"), (roman, "{})"), (letters, "{}."), (roman, "{}.")),
        organization="Организация Объединенных Наций",
        session="{nth} сессия",
        session_gender="feminine",
        year_session="Сессия {year} года",
        item="Пункт {item} повестки дня",
        items="Пункты {item} повестки дня",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}: {document}",
        joined=(", ", " и "),
        documents=_documents(
            "проект резолюции",
            "проект решения",
            "пересмотренный проект резолюции",
            "пересмотренный проект решения",
        ),
        outsiders="Государство, не являющееся членом Совета по правам человека.",
        date="d MMMM y",
        date_locale="en_GB",
    ),
    "zh": Language(
        code="zh",
        letter_of_jobs="C",
        own_name="中文",
        english_name="Chinese",
        marks=((letters, "({})"), (han, "({})"), (letters, "{}."), (roman, "{}.")),
        organization="联合国",
        session="{nth}届会议",
        session_gender="masculine",
        year_session="{year}年届会",
        item="议程项目 {item}",
        items="议程项目 {item}",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}：{document}",
        joined=("、", "和"),
        documents=_documents("决议草案", "决定草案", "订正决议草案", "订正决定草案"),
        outsiders="非人权理事会成员国。",
        date="d MMMM y",
        date_locale="en_GB",
    ),
    "ar": Language(
        code="ar",
        letter_of_jobs="A",
        own_name="العربية",
        english_name="Arabic",
        marks=((abjad, "({})"), (arabic_digits, "({})"), (abjad, "{}."), (roman, "{}.")),
        organization="الأمم المتحدة",
        session="الدورة {nth}",
        session_gender="feminine",
        year_session="دورة عام {year}",
        item="البند {item} من جدول الأعمال",
        items="البنود {item} من جدول الأعمال",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}: {document}",
        joined=(" و", " و"),
        documents=_documents("مشروع قرار", "مشروع مقرر", "مشروع قرار منقح", "مشروع مقرر منقح"),
        outsiders="دولة غير عضو في مجلس حقوق الإنسان.",
        date="d MMMM y",
        date_locale="en_GB",
        operative="{} -",
        pair="البندان {item} من جدول الأعمال",
        job="{dates}    {number} ({letter})",
        rtl=True,
    ),
}
