"""Who meets: organs, Main Committees and commissions, as the six languages name them (UN_FORMAT.md 1.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Organs:
    """The organs in one language; commissions go by their part of a symbol."""

    organs: Mapping[str, str]  # assembly, council and human rights: as the masthead names them
    articles: Mapping[str, str]  # what the enacting line puts before each of them, and before a commission
    committees: Sequence[str]  # First to Sixth
    commissions: Mapping[str, str]  # of the Economic and Social Council: CN.6 …

    @property
    def enacting(self) -> dict[str, str]:
        """Give the words of the enacting lines, by organ and commission."""
        of_commissions = self.articles["commission"]
        said = {key: self.articles[key] + name for key, name in self.organs.items()}
        return said | {key: of_commissions + name for key, name in self.commissions.items()}


_SYMBOL = regex.compile(r"(?P<series>[A-Z]+)/(?:(?P<body>HRC|(?:C|CN)\.\d+)/)?")


def of_symbol(symbol: str | None) -> tuple[str, str | None]:
    """Say which organ a symbol belongs to, and which body below it, if any.

    >>> of_symbol("A/C.3/81/L.17"), of_symbol("A/HRC/58/L.7"), of_symbol("E/CN.6/2026/L.3")
    (('assembly', 'C.3'), ('assembly', 'rights'), ('council', 'CN.6'))
    """
    match = _SYMBOL.match(symbol or "")
    if match is None:
        return "assembly", None
    body = "rights" if match["body"] == "HRC" else match["body"]
    return "council" if match["series"] == "E" else "assembly", body


def _commissions(*names: str) -> dict[str, str]:
    return dict(zip(("CN.3", "CN.5", "CN.6", "CN.7", "CN.9", "CN.15", "CN.16"), names, strict=True))


def _articles(assembly: str, council: str, commission: str) -> dict[str, str]:
    return {"assembly": assembly, "council": council, "rights": council, "commission": commission}


ORGANS = {
    "en": Organs(
        {
            "assembly": "General Assembly",
            "council": "Economic and Social Council",
            "rights": "Human Rights Council",
        },
        _articles("The ", "The ", "The "),
        (
            "First Committee",
            "Second Committee",
            "Third Committee",
            "Special Political and Decolonization Committee (Fourth Committee)",
            "Fifth Committee",
            "Sixth Committee",
        ),
        _commissions(
            "Statistical Commission",
            "Commission for Social Development",
            "Commission on the Status of Women",
            "Commission on Narcotic Drugs",
            "Commission on Population and Development",
            "Commission on Crime Prevention and Criminal Justice",
            "Commission on Science and Technology for Development",
        ),
    ),
    "fr": Organs(
        {
            "assembly": "Assemblée générale",
            "council": "Conseil économique et social",
            "rights": "Conseil des droits de l’homme",
        },
        _articles("L’", "Le ", "La "),
        (
            "Première Commission",
            "Deuxième Commission",
            "Troisième Commission",
            "Commission des questions politiques spéciales et de la décolonisation (Quatrième Commission)",
            "Cinquième Commission",
            "Sixième Commission",
        ),
        _commissions(
            "Commission de statistique",
            "Commission du développement social",
            "Commission de la condition de la femme",
            "Commission des stupéfiants",
            "Commission de la population et du développement",
            "Commission pour la prévention du crime et la justice pénale",
            "Commission de la science et de la technique au service du développement",
        ),
    ),
    "es": Organs(
        {
            "assembly": "Asamblea General",
            "council": "Consejo Económico y Social",
            "rights": "Consejo de Derechos Humanos",
        },
        _articles("La ", "El ", "La "),
        (
            "Primera Comisión",
            "Segunda Comisión",
            "Tercera Comisión",
            "Comisión Política Especial y de Descolonización (Cuarta Comisión)",
            "Quinta Comisión",
            "Sexta Comisión",
        ),
        _commissions(
            "Comisión de Estadística",
            "Comisión de Desarrollo Social",
            "Comisión de la Condición Jurídica y Social de la Mujer",
            "Comisión de Estupefacientes",
            "Comisión de Población y Desarrollo",
            "Comisión de Prevención del Delito y Justicia Penal",
            "Comisión de Ciencia y Tecnología para el Desarrollo",
        ),
    ),
    "ru": Organs(
        {
            "assembly": "Генеральная Ассамблея",
            "council": "Экономический и Социальный Совет",
            "rights": "Совет по правам человека",
        },
        _articles("", "", ""),
        (
            "Первый комитет",
            "Второй комитет",
            "Третий комитет",
            "Комитет по специальным политическим вопросам и вопросам деколонизации (Четвертый комитет)",
            "Пятый комитет",
            "Шестой комитет",
        ),
        _commissions(
            "Статистическая комиссия",
            "Комиссия социального развития",
            "Комиссия по положению женщин",
            "Комиссия по наркотическим средствам",
            "Комиссия по народонаселению и развитию",
            "Комиссия по предупреждению преступности и уголовному правосудию",
            "Комиссия по науке и технике в целях развития",
        ),
    ),
    "zh": Organs(
        {"assembly": "大会", "council": "经济及社会理事会", "rights": "人权理事会"},
        _articles("", "", ""),
        (
            "第一委员会",
            "第二委员会",
            "第三委员会",
            "特别政治和非殖民化委员会(第四委员会)",
            "第五委员会",
            "第六委员会",
        ),
        _commissions(
            "统计委员会",
            "社会发展委员会",
            "妇女地位委员会",
            "麻醉药品委员会",
            "人口与发展委员会",
            "预防犯罪和刑事司法委员会",
            "科学和技术促进发展委员会",
        ),
    ),
    "ar": Organs(
        {
            "assembly": "الجمعية العامة",
            "council": "المجلس الاقتصادي والاجتماعي",
            "rights": "مجلس حقوق الإنسان",
        },
        _articles("إن ", "إن ", "إن "),
        (
            "اللجنة الأولى",
            "اللجنة الثانية",
            "اللجنة الثالثة",
            "لجنة المسائل السياسية الخاصة وإنهاء الاستعمار (اللجنة الرابعة)",
            "اللجنة الخامسة",
            "اللجنة السادسة",
        ),
        _commissions(
            "اللجنة الإحصائية",
            "لجنة التنمية الاجتماعية",
            "لجنة وضع المرأة",
            "لجنة المخدرات",
            "لجنة السكان والتنمية",
            "لجنة منع الجريمة والعدالة الجنائية",
            "اللجنة المعنية بتسخير العلم والتكنولوجيا لأغراض التنمية",
        ),
    ),
}
