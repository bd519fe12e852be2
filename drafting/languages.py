"""The six official languages as documents print them: numbers, letters, masthead words (UN_FORMAT.md 1.2)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from drafting.ordinals import han


@dataclass(frozen=True)
class Language:
    """How one language prints a document; ``letters`` are the marks of sub-paragraphs, by depth."""

    code: str
    own_name: str
    english_name: str
    marks: Sequence[tuple[Callable[[int], str], str]]  # how sub-paragraphs count, and how that is printed
    organization: str
    organs: Mapping[str, str]  # assembly, council and human rights: as the masthead names them
    enacting: Mapping[str, str]
    committees: Sequence[str]  # First to Sixth
    session: str  # with {nth}
    session_gender: str
    year_session: str  # of the Economic and Social Council, with {year}
    item: str
    limited: str
    general: str
    original: str  # with {language}
    names: Mapping[str, str]  # of the languages, as the line "Original: …" has them
    sponsors: str  # with {names} and {document}
    joined: tuple[str, str]  # between names, and before the last
    resolution: str
    revised: str
    date: str  # a pattern of Babel's
    date_locale: str
    rtl: bool = False

    def numeral(self, step: int) -> str:
        """Give the number of an operative paragraph as printed: "5."."""
        return f"{step}."

    def letter(self, step: int, depth: int) -> str:
        """Give the mark of a sub-paragraph as printed: "(b)", "b)", "(ii)"."""
        count, printed = self.marks[(depth - 1) % len(self.marks)]
        return printed.format(count(step))

    def agenda_line(self, item: str) -> str:
        """Give the line that names an agenda item: "Agenda item 71 (b)"."""
        return self.item.format(item=item)

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


def letters(step: int) -> str:
    """Count in letters: a … z, aa, ab …"""
    return _counted(step, "abcdefghijklmnopqrstuvwxyz")


def roman(step: int) -> str:
    """Count in small Roman numerals: i, ii, iii, iv …"""
    word = ""
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    for value, sign in signs:
        word += sign * (step // value)
        step %= value
    return word


def _abjad(step: int) -> str:
    """Count in Arabic letters in their old order: أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ."""
    return _counted(step, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")


def _counted(step: int, alphabet: str) -> str:
    word = ""
    while step:
        step, digit = divmod(step - 1, len(alphabet))
        word = alphabet[digit] + word
    return word


def _arabic_digits(step: int) -> str:
    return str(step).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


_ENGLISH_NAMES = {
    "en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"
}  # fmt: skip

LANGUAGES: dict[str, Language] = {
    "en": Language(
        code="en",
        own_name="English",
        english_name="English",
        marks=((letters, "({})"), (roman, "({})"), (letters, "{}."), (roman, "{}.")),
        organization="United Nations",
        organs={
            "assembly": "General Assembly",
            "council": "Economic and Social Council",
            "rights": "Human Rights Council",
        },
        enacting={
            "assembly": "The General Assembly",
            "council": "The Economic and Social Council",
            "rights": "The Human Rights Council",
        },
        committees=(
            "First Committee",
            "Second Committee",
            "Third Committee",
            "Special Political and Decolonization Committee (Fourth Committee)",
            "Fifth Committee",
            "Sixth Committee",
        ),
        session="{nth} session",
        session_gender="masculine",
        year_session="{year} session",
        item="Agenda item {item}",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}: {document}",
        joined=(", ", " and "),
        resolution="draft resolution",
        revised="revised draft resolution",
        date="d MMMM y",
        date_locale="en_GB",
    ),
    "fr": Language(
        code="fr",
        own_name="français",
        english_name="French",
        marks=((letters, "{})"), (roman, "{})"), (letters, "{}."), (roman, "{}.")),
        organization="Nations Unies",
        organs={
            "assembly": "Assemblée générale",
            "council": "Conseil économique et social",
            "rights": "Conseil des droits de l’homme",
        },
        enacting={
            "assembly": "L’Assemblée générale",
            "council": "Le Conseil économique et social",
            "rights": "Le Conseil des droits de l’homme",
        },
        committees=(
            "Première Commission",
            "Deuxième Commission",
            "Troisième Commission",
            "Commission des questions politiques spéciales et de la décolonisation (Quatrième Commission)",
            "Cinquième Commission",
            "Sixième Commission",
        ),
        session="{nth} session",
        session_gender="feminine",
        year_session="Session de {year}",
        item="Point {item} de l’ordre du jour",
        limited="Distr. limitée",
        general="Distr. générale",
        original="Original : {language}",
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
        resolution="projet de résolution",
        revised="projet de résolution révisé",
        date="d MMMM y",
        date_locale="fr",
    ),
    "es": Language(
        code="es",
        own_name="español",
        english_name="Spanish",
        marks=((letters, "{})"), (roman, "{})"), (letters, "{}."), (roman, "{}.")),
        organization="Naciones Unidas",
        organs={
            "assembly": "Asamblea General",
            "council": "Consejo Económico y Social",
            "rights": "Consejo de Derechos Humanos",
        },
        enacting={
            "assembly": "La Asamblea General",
            "council": "El Consejo Económico y Social",
            "rights": "El Consejo de Derechos Humanos",
        },
        committees=(
            "Primera Comisión",
            "Segunda Comisión",
            "Tercera Comisión",
            "Comisión Política Especial y de Descolonización (Cuarta Comisión)",
            "Quinta Comisión",
            "Sexta Comisión",
        ),
        session="{nth} período de sesiones",
        session_gender="masculine",
        year_session="Período de sesiones de {year}",
        item="Tema {item} del programa",
        limited="Distr. limitada",
        general="Distr. general",
        original="Original: {language}",
        names={"en": "inglés", "fr": "francés", "es": "español", "ru": "ruso", "zh": "chino", "ar": "árabe"},
        sponsors="{names}: {document}",
        joined=(", ", " y "),
        resolution="proyecto de resolución",
        revised="proyecto de resolución revisado",
        date="d 'de' MMMM 'de' y",
        date_locale="es",
    ),
    "ru": Language(
        code="ru",
        own_name="русский",
        english_name="Russian",
        marks=((letters, "{})"), (roman, "{})"), (letters, "{}."), (roman, "{}.")),
        organization="Организация Объединенных Наций",
        organs={
            "assembly": "Генеральная Ассамблея",
            "council": "Экономический и Социальный Совет",
            "rights": "Совет по правам человека",
        },
        enacting={
            "assembly": "Генеральная Ассамблея",
            "council": "Экономический и Социальный Совет",
            "rights": "Совет по правам человека",
        },
        committees=(
            "Первый комитет",
            "Второй комитет",
            "Третий комитет",
            "Комитет по специальным политическим вопросам и вопросам деколонизации (Четвертый комитет)",
            "Пятый комитет",
            "Шестой комитет",
        ),
        session="{nth} сессия",
        session_gender="feminine",
        year_session="Сессия {year} года",
        item="Пункт {item} повестки дня",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}: {document}",
        joined=(", ", " и "),
        resolution="проект резолюции",
        revised="пересмотренный проект резолюции",
        date="d MMMM y",
        date_locale="en_GB",
    ),
    "zh": Language(
        code="zh",
        own_name="中文",
        english_name="Chinese",
        marks=((letters, "({})"), (han, "({})"), (letters, "{}."), (roman, "{}.")),
        organization="联合国",
        organs={"assembly": "大会", "council": "经济及社会理事会", "rights": "人权理事会"},
        enacting={"assembly": "大会", "council": "经济及社会理事会", "rights": "人权理事会"},
        committees=(
            "第一委员会",
            "第二委员会",
            "第三委员会",
            "特别政治和非殖民化委员会(第四委员会)",
            "第五委员会",
            "第六委员会",
        ),
        session="{nth}届会议",
        session_gender="masculine",
        year_session="{year}年届会",
        item="议程项目 {item}",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}：{document}",
        joined=("、", "和"),
        resolution="决议草案",
        revised="订正决议草案",
        date="d MMMM y",
        date_locale="en_GB",
    ),
    "ar": Language(
        code="ar",
        own_name="العربية",
        english_name="Arabic",
        marks=((_abjad, "({})"), (_arabic_digits, "({})"), (_abjad, "{}."), (roman, "{}.")),
        organization="الأمم المتحدة",
        organs={
            "assembly": "الجمعية العامة",
            "council": "المجلس الاقتصادي والاجتماعي",
            "rights": "مجلس حقوق الإنسان",
        },
        enacting={
            "assembly": "إن الجمعية العامة",
            "council": "إن المجلس الاقتصادي والاجتماعي",
            "rights": "إن مجلس حقوق الإنسان",
        },
        committees=(
            "اللجنة الأولى",
            "اللجنة الثانية",
            "اللجنة الثالثة",
            "لجنة المسائل السياسية الخاصة وإنهاء الاستعمار (اللجنة الرابعة)",
            "اللجنة الخامسة",
            "اللجنة السادسة",
        ),
        session="الدورة {nth}",
        session_gender="feminine",
        year_session="دورة عام {year}",
        item="البند {item} من جدول الأعمال",
        limited="Distr.: Limited",
        general="Distr.: General",
        original="Original: {language}",
        names=_ENGLISH_NAMES,
        sponsors="{names}: {document}",
        joined=(" و", " و"),
        resolution="مشروع قرار",
        revised="مشروع قرار منقح",
        date="d MMMM y",
        date_locale="en_GB",
        rtl=True,
    ),
}
