"""The words of the documents about a draft, in the six languages: amendment, addendum, corrigendum.

What a draft itself is called is in ``drafting.languages``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.languages import LANGUAGES
from drafting.mastheads import sponsors_line
from drafting.outline import Masthead

_DECISION = "draft decision"  # a masthead's kind


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What one language says; of two forms the first is for one State, the second for several."""

    amendment: str  # with {document}
    subamendment: str  # with {document} and {others}, whose amendment is amended
    resolution: tuple[str, str]  # as ``amendment`` names it, and revised
    decision: tuple[str, str]
    addendum: str
    corrigendum: str
    sponsored: tuple[str, str]  # a resolution and a decision, as the next two name them with {document}
    joined: tuple[str, str]
    left: tuple[str, str]
    correction: str  # with {old} and {new}, in our markup
    whole: str  # that a paragraph should read as follows
    nominative: tuple[tuple[str, str], ...] = ()  # how the name of a paragraph begins in a heading


DOCUMENT_WORDS = {
    "en": DocumentWords(
        amendment="amendment to {document}",
        subamendment="amendment to the amendment ({others}) to {document}",
        resolution=("draft resolution", "revised draft resolution"),
        decision=("draft decision", "revised draft decision"),
        addendum="Addendum",
        corrigendum="Corrigendum",
        sponsored=("draft resolution", "draft decision"),
        joined=(
            "Add the following country to the list of sponsors of the {document}:",
            "Add the following countries to the list of sponsors of the {document}:",
        ),
        left=(
            "Delete the following country from the list of sponsors of the {document}:",
            "Delete the following countries from the list of sponsors of the {document}:",
        ),
        correction="*For* “{old}” *read* “{new}”",
        whole="The text should read:",
        nominative=(("the ", ""),),
    ),
    "fr": DocumentWords(
        amendment="amendement au {document}",
        subamendment="amendement à l’amendement ({others}) au {document}",
        resolution=("projet de résolution", "projet de résolution révisé"),
        decision=("projet de décision", "projet de décision révisé"),
        addendum="Additif",
        corrigendum="Rectificatif",
        sponsored=("projet de résolution", "projet de décision"),
        joined=(
            "Ajouter le pays ci-après à la liste des auteurs du {document}\u00a0:",
            "Ajouter les pays ci-après à la liste des auteurs du {document}\u00a0:",
        ),
        left=(
            "Supprimer le pays ci-après de la liste des auteurs du {document}\u00a0:",
            "Supprimer les pays ci-après de la liste des auteurs du {document}\u00a0:",
        ),
        correction="*Au lieu de* «\u00a0{old}\u00a0» *lire* «\u00a0{new}\u00a0»",
        whole="Lire comme suit\u00a0:",
        nominative=(("le ", ""), ("la ", ""), ("les ", ""), ("l’", "")),
    ),
    "es": DocumentWords(
        amendment="enmienda al {document}",
        subamendment="enmienda a la enmienda ({others}) al {document}",
        resolution=("proyecto de resolución", "proyecto de resolución revisado"),
        decision=("proyecto de decisión", "proyecto de decisión revisado"),
        addendum="Adición",
        corrigendum="Corrección",
        sponsored=("proyecto de resolución", "proyecto de decisión"),
        joined=(
            "Añádase el siguiente país a la lista de patrocinadores del {document}:",
            "Añádanse los siguientes países a la lista de patrocinadores del {document}:",
        ),
        left=(
            "Suprímase el siguiente país de la lista de patrocinadores del {document}:",
            "Suprímanse los siguientes países de la lista de patrocinadores del {document}:",
        ),
        correction="*Donde dice* “{old}” *debe decir* “{new}”",
        whole="El texto debe decir:",
        nominative=(("el ", ""), ("la ", "")),
    ),
    "ru": DocumentWords(
        amendment="поправка к {document}",
        subamendment="поправка к поправке ({others}) к {document}",
        resolution=("проекту резолюции", "пересмотренному проекту резолюции"),
        decision=("проекту решения", "пересмотренному проекту решения"),
        addendum="Добавление",
        corrigendum="Исправление",
        sponsored=("проекта резолюции", "проекта решения"),
        joined=(
            "Включить в число авторов {document} следующую страну:",
            "Включить в число авторов {document} следующие страны:",
        ),
        left=(
            "Исключить из числа авторов {document} следующую страну:",
            "Исключить из числа авторов {document} следующие страны:",
        ),
        correction="*Вместо* «{old}» *читать* «{new}»",
        whole="Текст следует читать:",
        nominative=(("вводную формулу", "вводная формула"), ("сноску ", "сноска ")),
    ),
    "zh": DocumentWords(
        amendment="对{document}的修正案",
        subamendment="对{document}的修正案({others})的修正案",
        resolution=("决议草案", "订正决议草案"),
        decision=("决定草案", "订正决定草案"),
        addendum="增编",
        corrigendum="更正",
        sponsored=("决议草案", "决定草案"),
        joined=("在{document}提案国名单上增列下列国家：",) * 2,
        left=("从{document}提案国名单上删去下列国家：",) * 2,
        correction="将“{old}”改为“{new}”",
        whole="案文应为：",
    ),
    "ar": DocumentWords(
        amendment="تعديل على {document}",
        subamendment="تعديل على التعديل ({others}) على {document}",
        resolution=("مشروع القرار", "مشروع القرار المنقح"),
        decision=("مشروع المقرر", "مشروع المقرر المنقح"),
        addendum="إضافة",
        corrigendum="تصويب",
        sponsored=("مشروع القرار", "مشروع المقرر"),
        joined=(
            "يضاف البلد التالي إلى قائمة مقدمي {document}:",
            "تضاف البلدان التالية إلى قائمة مقدمي {document}:",
        ),
        left=(
            "يحذف البلد التالي من قائمة مقدمي {document}:",
            "تحذف البلدان التالية من قائمة مقدمي {document}:",
        ),
        correction="يستعاض عن ”{old}“ بما يلي: ”{new}“",
        whole="يصبح النص كما يلي:",
    ),
}


def amendment_line(draft: Masthead, movers: Sequence[str], others: Sequence[str] = ()) -> str:
    """Give the line of an amendment to a draft: who moves it, and what it amends.

    ``others`` move the amendment that it amends, if so.

    >>> amendment_line(Masthead(symbol="A/C.3/81/L.5/Rev.1"), ["Belarus", "Fiji"])
    'Belarus and Fiji: amendment to revised draft resolution A/C.3/81/L.5/Rev.1'
    >>> amendment_line(Masthead("fr", symbol="A/C.3/81/L.5"), ["Fidji"])
    'Fidji\\xa0: amendement au projet de résolution A/C.3/81/L.5'
    """
    language, words = LANGUAGES[draft.language], DOCUMENT_WORDS[draft.language]
    named = words.decision if draft.kind == _DECISION else words.resolution
    document = named["/Rev." in (draft.symbol or "")]
    if draft.symbol:
        document += ("" if draft.language == "zh" else " ") + draft.symbol
    pattern = words.subamendment if others else words.amendment
    said = pattern.format(document=document, others=language.join(others))
    return language.sponsors.format(names=language.join(movers), document=said)


def sponsors_sentence(draft: Masthead, joined: bool, several: bool) -> str:
    """Say that States joined the sponsors of a draft, or left them; their names follow.

    >>> sponsors_sentence(Masthead("ru"), joined=True, several=True)
    'Включить в число авторов проекта резолюции следующие страны:'
    """
    words = DOCUMENT_WORDS[draft.language]
    forms = words.joined if joined else words.left
    return forms[several].format(document=words.sponsored[draft.kind == _DECISION])


def draft_line(draft: Masthead) -> str:
    """Give the line of a document that is about a draft and nobody's proposal: "Draft resolution".

    >>> draft_line(Masthead(symbol="A/C.3/81/L.5"))
    'Draft resolution'
    """
    return sponsors_line(replace(draft, sponsors=(), submitted_by=None))


def in_heading(name: str, language: str) -> str:
    """Give a paragraph's name as it stands above what is said of it, without the article.

    >>> in_heading("the third preambular paragraph", "en"), in_heading("сноску 2", "ru")
    ('Third preambular paragraph', 'Сноска 2')
    """
    for start, instead in DOCUMENT_WORDS[language].nominative:
        if name.startswith(start):
            name = instead + name[len(start) :]
            break
    return name[:1].upper() + name[1:]
