"""What a compilation text says of itself, in the six languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date


@dataclass(frozen=True, slots=True)
class Terms:
    """The sentences of one language; ``told`` has {text}, {at} and {count}, ``to`` has {number}."""

    title: str
    told: str
    legend: str
    number: str
    proposed_by: str
    paragraphs: str
    to: str
    waiting: str
    places: Sequence[str]  # that have no letters of the room: title, enacting line, heading, note
    date: str  # a pattern of Babel's, in the language's locale
    colon: str = ": "
    comma: str = ", "


TERMS = {
    "en": Terms(
        "Compilation text",
        "Proposals to {text} that are open as at {at}: {count}.",
        "New words are in bold, words proposed for deletion are struck through. The names in square brackets "
        "are those of the delegations that propose it, the first being the mover.",
        "No.",
        "Proposed by",
        "Paragraphs",
        "to No. {number}",
        "Written on an earlier text and not yet confirmed by their movers:",
        ("Title", "Enacting line", "Heading", "Note"),
        "d MMMM y",
    ),
    "fr": Terms(
        "Compilation des propositions",
        "Propositions relatives à {text} en suspens au {at}\u00a0: {count}.",
        "Les mots nouveaux sont en caractères gras, les mots dont la suppression est proposée sont biffés. "
        "Entre crochets figurent les noms des délégations qui en sont les auteurs, la première en tête.",
        "N°",
        "Auteurs",
        "Paragraphes",
        "au n° {number}",
        "Établies sur un texte antérieur et non encore confirmées par leurs auteurs\u00a0:",
        ("Titre", "Formule", "Intertitre", "Note"),
        "d MMMM y",
        "\u00a0: ",
    ),
    "es": Terms(
        "Recopilación de propuestas",
        "Propuestas relativas a {text} pendientes al {at}: {count}.",
        "Las palabras nuevas figuran en negrita y las que se propone suprimir, tachadas. Entre corchetes "
        "figuran los nombres de las delegaciones que lo proponen, encabezadas por la autora.",
        "Núm.",
        "Autores",
        "Párrafos",
        "al núm. {number}",
        "Redactadas sobre un texto anterior y aún no confirmadas por sus autores:",
        ("Título", "Fórmula", "Epígrafe", "Nota"),
        "d 'de' MMMM 'de' y",
    ),
    "ru": Terms(
        "Сводный текст предложений",
        "Предложения к {text}, остающиеся открытыми на {at}: {count}.",
        "Новые слова выделены жирным шрифтом, слова, которые предлагается исключить, зачеркнуты. В "
        "квадратных скобках указаны делегации, внесшие предложение; первой названа его автор.",
        "№",
        "Авторы",
        "Пункты",
        "к № {number}",
        "Составлены по более раннему тексту и еще не подтверждены авторами:",
        ("Название", "Формула", "Подзаголовок", "Сноска"),
        "d MMMM y 'года'",
    ),
    "zh": Terms(
        "提案汇编案文",
        "截至{at}，对{text}的未决提案：{count}项。",
        "新增文字用粗体，拟删文字加删除线。方括号内为提出该案文的代表团，首个为提案方。",
        "编号",
        "提案方",
        "段次",
        "针对第{number}号",
        "以下提案基于较早案文，尚待提案方确认：",
        ("标题", "起首语", "小标题", "脚注"),
        "y年M月d日",
        "：",
        "、",
    ),
    "ar": Terms(
        "النص التجميعي للمقترحات",
        "المقترحات المفتوحة بشأن {text} حتى {at}: {count}.",
        "الكلمات الجديدة بالخط الغامق، والكلمات المقترح حذفها مشطوبة. وترد بين قوسين معقوفين أسماء الوفود "
        "المقدمة للمقترح، ويتصدرها الوفد صاحب المبادرة.",
        "الرقم",
        "مقدموه",
        "الفقرات",
        "على المقترح رقم {number}",
        "مقترحات صيغت على نص سابق ولم يؤكدها مقدموها بعد:",
        ("العنوان", "الديباجة", "عنوان فرعي", "حاشية"),
        "d MMMM y",
        comma="، ",
    ),
}

_PLACES = ("Title", "Enacting line", "Heading", "Note")
# As the documents of the United Nations in Arabic name the months.
_MONTHS = (
    "كانون الثاني/يناير شباط/فبراير آذار/مارس نيسان/أبريل أيار/مايو حزيران/يونيه تموز/يوليه آب/أغسطس "
    "أيلول/سبتمبر تشرين الأول/أكتوبر تشرين الثاني/نوفمبر كانون الأول/ديسمبر"
)


def place(label: str, language: str) -> str:
    """Give a paragraph's label in a language; PP and OP are the room's in all of them.

    >>> place("Note 3 bis", "es"), place("OP5 bis", "es")
    ('Nota 3 bis', 'OP5 bis')
    """
    for english, own in zip(_PLACES, TERMS[language].places, strict=True):
        if label.startswith(english):
            return own + label.removeprefix(english)
    return label


def moment(at: datetime, language: str) -> str:
    """Give a moment as a document's text prints it.

    >>> moment(datetime(2026, 10, 9, 17, 30), "zh"), moment(datetime(2026, 10, 9, 17, 30), "ar")
    ('2026年10月9日17:30 (UTC)', '9 تشرين الأول/أكتوبر 2026، 17:30 (UTC)')
    """
    day = format_date(at, TERMS[language].date, locale=language)
    if language == "ar":
        month = _MONTHS.replace(" الث", "_الث").replace(" الأ", "_الأ").split()[at.month - 1]
        day = f"{at.day} {month.replace('_', ' ')} {at.year}"
    comma = "" if language == "zh" else TERMS[language].comma
    return f"{day}{comma}{at:%H:%M} (UTC)"
