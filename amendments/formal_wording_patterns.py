"""How each official language words an amendment (UN_FORMAT.md, section 3), as data.

In a sentence, ``{there}`` is where words are changed ("in operative paragraph 5"), ``{whole}`` a paragraph
as an object ("operative paragraph 5"), ``{after}`` and ``{before}`` where a new one goes. In a place,
``{n}`` is a figure with its letters ("5 (a)"), ``{figure}`` and ``{letters}`` each alone, ``{nth}`` an
ordinal word and ``{sub}`` the letters after it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafting.outline import Kind


@dataclass(frozen=True, slots=True)
class Named:
    """How a kind of paragraph is named in each position of a sentence; several where the language says so."""

    there: str
    whole: str
    after: str
    before: str
    several: tuple[str, str] | None = field(default=None, kw_only=True)  # there and whole, of two or more


@dataclass(frozen=True, slots=True)
class Patterns:
    """The sentences of one language."""

    strike: str
    replace: str
    insert_after: str
    insert_before: str
    following: str  # put before the words that are struck or replaced where they occur more than once
    mention: str
    delete: str
    delete_several: str
    reword: str
    divide: str  # a paragraph is replaced with several
    move: str
    move_before: str
    join: str
    throughout: str
    scopes: tuple[str, str, str]  # where throughout: the title, the preambular paragraphs, the operative ones
    new_after: str
    new_before: str
    new_note: str
    new: Mapping[Kind, tuple[str, str]]  # one new paragraph, several
    names: Mapping[Kind, Named]
    quotes: tuple[str, str]
    joined: tuple[str, str] = (", ", " and ")
    counts: tuple[str, ...] = ()  # words for two, three …
    gender: str = "masculine"  # of the word for a preambular paragraph, and of "mention"
    mention_gender: str = "feminine"
    inflected: Callable[[str, str], str] = lambda ordinal, position: ordinal
    older: Mapping[str, Any] = field(default_factory=dict)  # sentences that the older style words otherwise


def _russian(ordinal: str, position: str) -> str:
    """Put a masculine ordinal, of which only the last word changes, into the case of its position."""
    if position == "whole":
        return ordinal
    ending = {"there": "ом", "after": "ого", "before": "ым"}[position]
    if ordinal.endswith("третий"):
        ending = {"ом": "ьем", "ого": "ьего", "ым": "ьим"}[ending]
    inflected = ordinal[:-2] + ending
    if position == "there":
        return ("во " if inflected.startswith("втор") else "в ") + inflected
    return inflected


def _spanish(ordinal: str, position: str) -> str:
    """Shorten an ordinal before its noun: primer, tercer."""
    return ordinal.removesuffix("o") if ordinal.endswith(("primero", "tercero")) else ordinal


def _same(text: str) -> Named:
    return Named(text, text, text, text)


_EN = Patterns(
    strike="In {there}, {following}delete {words}.",
    replace="In {there}, {following}replace {words} with {new}.",
    insert_after="In {there}, after {anchor}, insert {new}.",
    insert_before="In {there}, before {anchor}, insert {new}.",
    following="after {anchor}, ",
    mention="the {nth} mention of {words}",
    delete="Delete {whole}.",
    delete_several="Delete {whole}.",
    reword="Replace {whole} with the following text:",
    divide="Replace {whole} with the following {count} paragraphs:",
    move="Move {whole} to after {after}.",
    move_before="Move {whole} to before {before}.",
    join="Merge {whole}.",
    throughout="Replace {words} with {new} in {scopes}.",
    scopes=("the title", "the preambular paragraphs", "the operative paragraphs"),
    new_after="After {after}, insert {new}, reading:",
    new_before="Before {before}, insert {new}, reading:",
    new_note="Insert {new}, reading:",
    new={
        Kind.PREAMBULAR: ("a new preambular paragraph", "{count} new preambular paragraphs"),
        Kind.OPERATIVE: ("a new operative paragraph", "{count} new operative paragraphs"),
        Kind.SUBPARAGRAPH: ("a new subparagraph", "{count} new subparagraphs"),
        Kind.HEADING: ("a new heading", "{count} new headings"),
        Kind.NOTE: ("a new footnote", "{count} new footnotes"),
    },
    names={
        Kind.TITLE: _same("the title"),
        Kind.ENACTING: _same("the enacting line"),
        Kind.PREAMBULAR: Named(
            *["the {nth} preambular paragraph{sub}"] * 4, several=("the {nth} preambular paragraphs",) * 2
        ),
        Kind.OPERATIVE: Named(*["operative paragraph {n}"] * 4, several=("operative paragraphs {n}",) * 2),
        Kind.HEADING: _same("the {nth} heading"),
        Kind.NOTE: _same("footnote {n}"),
    },
    quotes=("“", "”"),
    counts=("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    older={
        "strike": "In {there}, {following}delete the words {words}.",
        "replace": "In {there}, {following}replace the words {words} by the words {new}.",
        "insert_after": "In {there}, after the words {anchor}, insert the words {new}.",
        "insert_before": "In {there}, before the words {anchor}, insert the words {new}.",
        "following": "after the words {anchor}, ",
        "reword": "Replace {whole} by the following:",
    },
)

_FR = Patterns(
    strike="{there}, {following}supprimer les mots {words}.",
    replace="{there}, {following}remplacer les mots {words} par les mots {new}.",
    insert_after="{there}, après {anchor}, insérer {new}.",
    insert_before="{there}, avant {anchor}, insérer {new}.",
    following="après {anchor}, ",
    mention="la {nth} occurrence de {words}",
    delete="Supprimer {whole}.",
    delete_several="Supprimer {whole}.",
    reword="Remplacer {whole} par le texte suivant :",
    divide="Remplacer {whole} par les {count} paragraphes suivants :",
    move="Déplacer {whole} après {after}.",
    move_before="Déplacer {whole} avant {before}.",
    join="Fusionner {whole}.",
    throughout="Remplacer les mots {words} par les mots {new} dans {scopes}.",
    scopes=("le titre", "les alinéas du préambule", "les paragraphes du dispositif"),
    new_after="Après {after}, insérer {new} :",
    new_before="Avant {before}, insérer {new} :",
    new_note="Insérer {new} :",
    new={
        Kind.PREAMBULAR: (
            "un nouvel alinéa libellé comme suit",
            "{count} nouveaux alinéas libellés comme suit",
        ),
        Kind.OPERATIVE: (
            "un nouveau paragraphe libellé comme suit",
            "{count} nouveaux paragraphes libellés comme suit",
        ),
        Kind.SUBPARAGRAPH: (
            "un nouvel alinéa libellé comme suit",
            "{count} nouveaux alinéas libellés comme suit",
        ),
        Kind.HEADING: (
            "un nouvel intertitre libellé comme suit",
            "{count} nouveaux intertitres libellés comme suit",
        ),
        Kind.NOTE: (
            "une nouvelle note de bas de page libellée comme suit",
            "{count} nouvelles notes de bas de page libellées comme suit",
        ),
    },
    names={
        Kind.TITLE: Named("dans le titre", *["le titre"] * 3),
        Kind.ENACTING: Named("dans la formule introductive", *["la formule introductive"] * 3),
        Kind.PREAMBULAR: Named(
            "au {nth} alinéa{sub} du préambule", *["le {nth} alinéa{sub} du préambule"] * 3
        ),
        Kind.OPERATIVE: Named(
            "au paragraphe {n}",
            *["le paragraphe {n}"] * 3,
            several=("aux paragraphes {n}", "les paragraphes {n}"),
        ),
        Kind.HEADING: Named("dans le {nth} intertitre", *["le {nth} intertitre"] * 3),
        Kind.NOTE: Named("dans la note {n}", *["la note {n}"] * 3),
    },
    quotes=("« ", " »"),
    joined=(", ", " et "),
    counts=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    older={
        "insert_after": "{there}, après les mots {anchor}, insérer les mots {new}.",
        "insert_before": "{there}, avant les mots {anchor}, insérer les mots {new}.",
        "following": "après les mots {anchor}, ",
    },
)

_ES = Patterns(
    strike="{there}, {following}suprímanse las palabras {words}.",
    replace="{there}, {following}sustitúyase {words} por {new}.",
    insert_after="{there}, después de {anchor}, insértese {new}.",
    insert_before="{there}, antes de {anchor}, insértese {new}.",
    following="después de {anchor}, ",
    mention="la {nth} mención de {words}",
    delete="Suprímase {whole}.",
    delete_several="Suprímanse {whole}.",
    reword="Sustitúyase {whole} por el texto siguiente:",
    divide="Sustitúyase {whole} por los {count} párrafos siguientes:",
    move="Trasládese {whole} a continuación {after}.",
    move_before="Trasládese {whole} inmediatamente antes {before}.",
    join="Fusiónense {whole}.",
    throughout="Sustitúyase {words} por {new} en {scopes}.",
    scopes=("el título", "los párrafos del preámbulo", "los párrafos de la parte dispositiva"),
    new_after="Después {after}, insértese {new} con el siguiente texto:",
    new_before="Antes {before}, insértese {new} con el siguiente texto:",
    new_note="Insértese {new} con el siguiente texto:",
    new={
        Kind.PREAMBULAR: ("un nuevo párrafo del preámbulo", "{count} nuevos párrafos del preámbulo"),
        Kind.OPERATIVE: ("un nuevo párrafo", "{count} nuevos párrafos"),
        Kind.SUBPARAGRAPH: ("un nuevo apartado", "{count} nuevos apartados"),
        Kind.HEADING: ("un nuevo epígrafe", "{count} nuevos epígrafes"),
        Kind.NOTE: ("una nueva nota a pie de página", "{count} nuevas notas a pie de página"),
    },
    names={
        Kind.TITLE: Named("en el título", "el título", *["del título"] * 2),
        Kind.ENACTING: Named(
            "en la fórmula introductoria", "la fórmula introductoria", *["de la fórmula introductoria"] * 2
        ),
        Kind.PREAMBULAR: Named(
            "en el {nth} párrafo{sub} del preámbulo",
            "el {nth} párrafo{sub} del preámbulo",
            *["del {nth} párrafo{sub} del preámbulo"] * 2,
        ),
        Kind.OPERATIVE: Named(
            "en el párrafo {n} de la parte dispositiva",
            "el párrafo {n} de la parte dispositiva",
            *["del párrafo {n} de la parte dispositiva"] * 2,
            several=(
                "en los párrafos {n} de la parte dispositiva",
                "los párrafos {n} de la parte dispositiva",
            ),
        ),
        Kind.HEADING: Named("en el {nth} epígrafe", "el {nth} epígrafe", *["del {nth} epígrafe"] * 2),
        Kind.NOTE: Named("en la nota {n}", "la nota {n}", *["de la nota {n}"] * 2),
    },
    quotes=("“", "”"),
    joined=(", ", " y "),
    counts=("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
    older={
        "replace": "{there}, {following}sustitúyanse las palabras {words} por las palabras {new}.",
        "insert_after": "{there}, después de las palabras {anchor}, insértense las palabras {new}.",
        "insert_before": "{there}, antes de las palabras {anchor}, insértense las palabras {new}.",
        "following": "después de las palabras {anchor}, ",
    },
    inflected=_spanish,
)

_RU = Patterns(
    strike="{there} {following}исключить слова {words}.",
    replace="{there} {following}заменить слова {words} словами {new}.",
    insert_after="{there} после слов {anchor} включить слова {new}.",
    insert_before="{there} перед словами {anchor} включить слова {new}.",
    following="после слов {anchor} ",
    mention="{words} ({nth} упоминание)",
    delete="Исключить {whole}.",
    delete_several="Исключить {whole}.",
    reword="Заменить {whole} следующим текстом:",
    divide="Заменить {whole} следующими пунктами ({count}):",
    move="Перенести {whole}, поместив после {after}.",
    move_before="Перенести {whole}, поместив перед {before}.",
    join="Объединить {whole}.",
    throughout="Заменить слова {words} словами {new} в {scopes}.",
    scopes=("названии", "пунктах преамбулы", "пунктах постановляющей части"),
    new_after="После {after} включить {new} следующего содержания:",
    new_before="Перед {before} включить {new} следующего содержания:",
    new_note="Включить {new} следующего содержания:",
    new={
        Kind.PREAMBULAR: ("новый пункт преамбулы", "новые пункты преамбулы"),
        Kind.OPERATIVE: ("новый пункт", "новые пункты"),
        Kind.SUBPARAGRAPH: ("новый подпункт", "новые подпункты"),
        Kind.HEADING: ("новый подзаголовок", "новые подзаголовки"),
        Kind.NOTE: ("новую сноску", "новые сноски"),
    },
    names={
        Kind.TITLE: Named("в названии", "название", "названия", "названием"),
        Kind.ENACTING: Named("во вводной формуле", "вводную формулу", "вводной формулы", "вводной формулой"),
        Kind.PREAMBULAR: Named(
            "{nth} пункте{sub} преамбулы",
            "{nth} пункт{sub} преамбулы",
            "{nth} пункта{sub} преамбулы",
            "{nth} пунктом{sub} преамбулы",
        ),
        Kind.OPERATIVE: Named(
            "в пункте {n} постановляющей части",
            "пункт {n} постановляющей части",
            "пункта {n} постановляющей части",
            "пунктом {n} постановляющей части",
            several=("в пунктах {n} постановляющей части", "пункты {n} постановляющей части"),
        ),
        Kind.HEADING: Named(
            "{nth} подзаголовке", "{nth} подзаголовок", "{nth} подзаголовка", "{nth} подзаголовком"
        ),
        Kind.NOTE: Named("в сноске {n}", "сноску {n}", "сноски {n}", "сноской {n}"),
    },
    quotes=("«", "»"),
    joined=(", ", " и "),
    mention_gender="neuter",
    inflected=_russian,
)

_ZH = Patterns(
    strike="{there}，{following}删去{words}。",
    replace="{there}，{following}将{words}改为{new}。",
    insert_after="{there}，在{anchor}之后插入{new}。",
    insert_before="{there}，在{anchor}之前插入{new}。",
    following="在{anchor}之后，",
    mention="{nth}处{words}",
    delete="删除{whole}。",
    delete_several="删除{whole}。",
    reword="将{whole}改为：",
    divide="将{whole}改为以下{count}段：",
    move="将{whole}移至{after}之后。",
    move_before="将{whole}移至{before}之前。",
    join="合并{whole}。",
    throughout="在{scopes}中，将{words}改为{new}。",
    scopes=("标题", "序言部分各段", "执行部分各段"),
    new_after="在{after}之后插入{new}，案文如下：",
    new_before="在{before}之前插入{new}，案文如下：",
    new_note="插入{new}，案文如下：",
    new={
        Kind.PREAMBULAR: ("新的一段", "新的{count}段"),
        Kind.OPERATIVE: ("新的一段", "新的{count}段"),
        Kind.SUBPARAGRAPH: ("新的一个分段", "新的{count}个分段"),
        Kind.HEADING: ("新的一个标题", "新的{count}个标题"),
        Kind.NOTE: ("新的一个脚注", "新的{count}个脚注"),
    },
    names={
        Kind.TITLE: _same("标题"),
        Kind.ENACTING: _same("起始句"),
        Kind.PREAMBULAR: _same("序言部分{nth}段{letters}"),
        Kind.OPERATIVE: _same("执行部分第{figure}段{letters}"),
        Kind.HEADING: _same("{nth}个小标题"),
        Kind.NOTE: _same("脚注{n}"),
    },
    quotes=("“", "”"),
    joined=("、", "和"),
    counts=("两", "三", "四", "五", "六", "七", "八", "九", "十"),
)

_AR = Patterns(
    strike="{there}، {following}تحذف عبارة {words}.",
    replace="{there}، {following}يستعاض عن عبارة {words} بعبارة {new}.",
    insert_after="{there}، بعد عبارة {anchor}، تضاف عبارة {new}.",
    insert_before="{there}، قبل عبارة {anchor}، تضاف عبارة {new}.",
    following="بعد عبارة {anchor}، ",
    mention="{words} في ورودها {nth}",
    delete="تحذف {whole}.",
    delete_several="تحذف {whole}.",
    reword="يستعاض عن {whole} بالنص التالي:",
    divide="يستعاض عن {whole} بالفقرات التالية وعددها {count}:",
    move="تنقل {whole} إلى ما بعد {after}.",
    move_before="تنقل {whole} إلى ما قبل {before}.",
    join="تدمج {whole}.",
    throughout="يستعاض عن عبارة {words} بعبارة {new} في {scopes}.",
    scopes=("العنوان", "فقرات الديباجة", "فقرات المنطوق"),
    new_after="بعد {after}، تضاف {new} كما يلي:",
    new_before="قبل {before}، تضاف {new} كما يلي:",
    new_note="تضاف {new} كما يلي:",
    new={
        Kind.PREAMBULAR: ("فقرة جديدة نصها", "فقرات جديدة نصها"),
        Kind.OPERATIVE: ("فقرة جديدة نصها", "فقرات جديدة نصها"),
        Kind.SUBPARAGRAPH: ("فقرة فرعية جديدة نصها", "فقرات فرعية جديدة نصها"),
        Kind.HEADING: ("عبارة جديدة كعنوان فرعي نصها", "عبارات جديدة كعناوين فرعية نصها"),
        Kind.NOTE: ("حاشية جديدة نصها", "حواش جديدة نصها"),
    },
    names={
        Kind.TITLE: Named("في العنوان", *["العنوان"] * 3),
        Kind.ENACTING: Named("في عبارة الاستهلال", *["عبارة الاستهلال"] * 3),
        Kind.PREAMBULAR: Named("في الفقرة {nth}{sub} من الديباجة", *["الفقرة {nth}{sub} من الديباجة"] * 3),
        Kind.OPERATIVE: Named("في الفقرة {n} من المنطوق", *["الفقرة {n} من المنطوق"] * 3),
        Kind.HEADING: Named("في العنوان الفرعي {nth}", *["العنوان الفرعي {nth}"] * 3),
        Kind.NOTE: Named("في الحاشية {n}", *["الحاشية {n}"] * 3),
    },
    quotes=("”", "“"),
    joined=(" و", " و"),
    gender="feminine",
    mention_gender="masculine",
)

PATTERNS: Mapping[str, Patterns] = {"en": _EN, "fr": _FR, "es": _ES, "ru": _RU, "zh": _ZH, "ar": _AR}
