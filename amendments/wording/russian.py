"""How Russian words an amendment; what is quoted is called a word in the case that its verb asks for."""

from amendments.wording.language import Called, Named, Patterns, called
from drafting.outline import Kind


def _russian(ordinal: str, position: str) -> str:
    """Put a masculine ordinal, of which only the last word changes, into the case of its position."""
    if position.endswith("whole"):
        return ordinal
    ending = {"after": "ого", "before": "ым"}.get(position, "ом")
    if ordinal.endswith("третий"):
        ending = {"ом": "ьем", "ого": "ьего", "ым": "ьим"}[ending]
    inflected = ordinal[:-2] + ending
    if position.endswith("there"):
        return ("во " if inflected.startswith("втор") else "в ") + inflected
    return inflected


def _form(count: int) -> int:
    """One, two to four (and what ends so, but for the teens), and more."""
    if count == 1:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


_ACCUSATIVE = called("слово", "слова", "цифры", "знак", "слово")
_GENITIVE = called("слова", "слов", "цифр", "знака", "слова")
_INSTRUMENTAL = called("словом", "словами", "цифрами", "знаком", "словом")
_CASES: dict[str, Called] = {
    **dict.fromkeys(("strike", "replace", "insert", "mark"), _ACCUSATIVE),
    "after": _GENITIVE,
    "by": _INSTRUMENTAL,
    "before": _INSTRUMENTAL,
}

PATTERNS = Patterns(
    strike="{there} {following}исключить {words}.",
    replace="{there} {following}заменить {words} {new}.",
    insert_after="{there} после {anchor} включить {new}.",
    insert_before="{there} перед {anchor} включить {new}.",
    italics="{there} {following}выделить курсивом {words}.",
    roman="{there} {following}набрать прямым шрифтом {words}.",
    following="после {anchor} ",
    mention="{words} ({nth} упоминание)",
    delete="Исключить {whole}.",
    delete_several="Исключить {whole}.",
    delete_alone="Исключить {whole}, сохранив подпункты.",
    reword="Заменить {whole} следующим текстом:",
    divide=("Заменить {whole} следующими пунктами ({figure}):",),
    move="Перенести {whole}, поместив после {after}.",
    move_before="Перенести {whole}, поместив перед {before}.",
    join="Объединить {whole}.",
    throughout="Заменить {words} {new} в {scopes}.",
    scopes=("названии", "пунктах преамбулы", "пунктах постановляющей части"),
    new_after="После {after} включить {new} следующего содержания:",
    new_before="Перед {before} включить {new} следующего содержания:",
    new_note="Включить {new} следующего содержания:",
    new={
        Kind.PREAMBULAR: (
            "новый пункт преамбулы",
            "{count} новых пункта преамбулы",
            "{count} новых пунктов преамбулы",
        ),
        Kind.OPERATIVE: ("новый пункт", "{count} новых пункта", "{count} новых пунктов"),
        Kind.SUBPARAGRAPH: ("новый подпункт{sub}", "{count} новых подпункта", "{count} новых подпунктов"),
        Kind.HEADING: ("новый подзаголовок", "{count} новых подзаголовка", "{count} новых подзаголовков"),
        Kind.NOTE: ("новую сноску", "новые сноски"),
    },
    new_of_part={
        Kind.OPERATIVE: (
            "новый пункт постановляющей части",
            "{count} новых пункта постановляющей части",
            "{count} новых пунктов постановляющей части",
        ),
    },
    names={
        Kind.TITLE: Named("в названии", "название", "названия", "названием"),
        Kind.ENACTING: Named("во вводной формуле", "вводную формулу", "вводной формулы", "вводной формулой"),
        Kind.PREAMBULAR: Named(
            "{nth} пункте{sub} преамбулы",
            "{nth} пункт{sub} преамбулы",
            "{nth} пункта{sub} преамбулы",
            "{nth} пунктом{sub} преамбулы",
            several=("{nth} пунктах преамбулы", "{nth} пункты преамбулы"),
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
    counts=("два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
    form=_form,
    mention_gender="neuter",
    mention_is_called=True,
    inflected=_russian,
    called=_CASES,
)
