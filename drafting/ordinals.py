"""Ordinal numbers in words, in the six languages: of sessions, preambular paragraphs and mentions."""

from collections.abc import Callable

_EN_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_EN_TENS = ("_ _ twenty thirty forty fifty sixty seventy eighty ninety").split()
_FR_CARDINALS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_FR_TENS = ("_ _ vingt trente quarante cinquante soixante").split()
_ES_UNITS = (
    "_ primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo "
    "decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno"
).split()
_ES_TENS = (
    "_ _ vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"
).split()
_RU_UNITS = (
    "_ первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый "
    "двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый "
    "девятнадцатый"
).split()
_RU_TENS = (
    "_ _ двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"
).split()
_RU_CARDINAL_TENS = (
    "_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
).split()
_AR_UNITS = ("_ الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر").split()
_AR_FIRST = ("الحادي", "الحادية")  # of eleventh, twenty-first …
_AR_TENS = ("_ _ العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون").split()
_HAN = "〇一二三四五六七八九"


def ordinal(number: int, language: str, gender: str = "masculine") -> str:
    """Write an ordinal number from 1 to 199 in words, in small letters.

    ``gender`` is masculine, feminine or, in Russian, neuter; languages that lack it do not mind.

    >>> [ordinal(74, language, "feminine") for language in ("en", "fr", "zh")]
    ['seventy-fourth', 'soixante-quatorzième', '第七十四']
    >>> ordinal(74, "es"), ordinal(74, "ru", "feminine"), ordinal(74, "ar", "feminine")
    ('septuagésimo cuarto', 'семьдесят четвертая', 'الرابعة والسبعون')
    """
    return _LANGUAGES[language](number, gender)


def _english(number: int, gender: str) -> str:
    if number >= 100:
        rest = number - 100
        return f"one hundred and {_english(rest, gender)}" if rest else "one hundredth"
    if number < 20:
        return _EN_UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{_EN_TENS[tens]}-{_EN_UNITS[unit]}" if unit else f"{_EN_TENS[tens][:-1]}ieth"


def _french(number: int, gender: str) -> str:
    if number == 1:
        return "première" if gender == "feminine" else "premier"
    cardinal = _french_cardinal(number)
    for ending, stem in (("cinq", "cinqu"), ("neuf", "neuv"), ("vingts", "vingt"), ("e", "")):
        if cardinal.endswith(ending):
            return f"{cardinal.removesuffix(ending)}{stem}ième"
    return f"{cardinal}ième"


def _french_cardinal(number: int) -> str:
    if number >= 100:
        return "cent" if number == 100 else f"cent {_french_cardinal(number - 100)}"
    if number < 20:
        return _FR_CARDINALS[number]
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{_FR_CARDINALS[number - 80]}"
    tens, unit = (6, number - 60) if number >= 60 else divmod(number, 10)
    if not unit:
        return _FR_TENS[tens]
    return (
        f"{_FR_TENS[tens]} et {_FR_CARDINALS[unit]}"
        if unit in (1, 11)
        else f"{_FR_TENS[tens]}-{_FR_CARDINALS[unit]}"
    )


def _spanish(number: int, gender: str) -> str:
    hundred, rest = divmod(number, 100)
    words = ["centésimo"] * hundred
    if rest < 20:
        words += [_ES_UNITS[rest]] * (rest > 0)
    else:
        tens, unit = divmod(rest, 10)
        words += [_ES_TENS[tens], *([_ES_UNITS[unit]] * (unit > 0))]
    if gender == "feminine":
        words = [word[:-1] + "a" for word in words]
    return " ".join(words)


def _russian(number: int, gender: str) -> str:
    if number > 100:
        return f"сто {_russian(number - 100, gender)}"
    if number == 100:
        words, last = list[str](), "сотый"
    elif number < 20:
        words, last = list[str](), _RU_UNITS[number]
    else:
        tens, unit = divmod(number, 10)
        words = [_RU_CARDINAL_TENS[tens]] if unit else []
        last = _RU_UNITS[unit] if unit else _RU_TENS[tens]
    ending = {"feminine": ("ья", "ая"), "neuter": ("ье", "ое")}.get(gender)
    if ending:
        soft, hard = ending
        last = last[:-2] + (soft if last.endswith("третий") else hard)
    return " ".join([*words, last])


def _chinese(number: int, gender: str) -> str:
    return f"第{han(number)}"


def han(number: int) -> str:
    """Write a number from 1 to 999 in Chinese characters.

    >>> han(8), han(12), han(80), han(105), han(74)
    ('八', '十二', '八十', '一百〇五', '七十四')
    """
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    written = f"{_HAN[hundreds]}百" if hundreds else ""
    if hundreds and not tens and unit:
        written += "〇"
    if tens:
        written += ("" if tens == 1 and not hundreds else _HAN[tens]) + "十"
    return written + (_HAN[unit] if unit else "")


def _arabic(number: int, gender: str) -> str:
    feminine = gender == "feminine"
    if number > 100:
        return f"{_arabic(number - 100, gender)} بعد المائة"
    if number == 100:
        return "المائة"
    tens, unit = divmod(number, 10)
    first = _AR_FIRST[feminine] if unit == 1 and tens else _arabic_unit(unit, feminine)
    if number <= 10:
        return _arabic_unit(number, feminine)
    if tens == 1:
        return f"{first} {'عشرة' if feminine else 'عشر'}"
    return f"{first} و{_AR_TENS[tens]}" if unit else _AR_TENS[tens]


def _arabic_unit(unit: int, feminine: bool) -> str:
    if unit == 0 or not feminine:
        return _AR_UNITS[unit]
    return "الأولى" if unit == 1 else f"{_AR_UNITS[unit]}ة"


_LANGUAGES: dict[str, Callable[[int, str], str]] = {
    "en": _english,
    "fr": _french,
    "es": _spanish,
    "ru": _russian,
    "zh": _chinese,
    "ar": _arabic,
}
