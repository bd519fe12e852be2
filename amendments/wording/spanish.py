"""How Spanish words an amendment; the verb agrees: suprímase la palabra, suprímanse las palabras."""

from amendments.wording.language import Named, Patterns, called
from drafting.outline import Kind

_WORDS = called("la palabra", "las palabras")


def _spanish(ordinal: str, position: str) -> str:
    """Shorten an ordinal before its noun: primer, tercer."""
    if position.startswith("several"):
        return ordinal
    return ordinal.removesuffix("o") if ordinal.endswith(("primero", "tercero")) else ordinal


def _verb(one: str, several: str) -> "dict[str, str]":
    return {
        "noun": f"{one} la palabra", "words": f"{several} las palabras",
        "figures": one, "signs": one, "mention": one,
    }  # fmt: skip


PATTERNS = Patterns(
    strike="{there}, {following}{words}.",
    replace="{there}, {following}sustitúyase {words} por {new}.",
    insert_after="{there}, después de {anchor}, insértese {new}.",
    insert_before="{there}, antes de {anchor}, insértese {new}.",
    italics="{there}, {following}póngase {words} en cursiva.",
    roman="{there}, {following}póngase {words} en redonda.",
    following="después de {anchor}, ",
    mention="la {nth} mención de {words}",
    delete="Suprímase {whole}.",
    delete_several="Suprímanse {whole}.",
    delete_alone="Suprímase {whole}, conservando sus apartados.",
    reword="Sustitúyase {whole} por el texto siguiente:",
    divide=("Sustitúyase {whole} por los {count} párrafos siguientes:",),
    move="Trasládese {whole} a continuación {after}.",
    move_before="Trasládese {whole} inmediatamente antes {before}.",
    join="Fusiónense {whole}.",
    throughout="Sustitúyase {words} por {new} en {scopes}.",
    scopes=("el título", "los párrafos del preámbulo", "los párrafos de la parte dispositiva"),
    new_after="Después {after}, {new} con el siguiente texto:",
    new_before="Antes {before}, {new} con el siguiente texto:",
    new_note="{new} con el siguiente texto:",
    new={
        Kind.PREAMBULAR: (
            "insértese un nuevo párrafo del preámbulo",
            "insértense {count} nuevos párrafos del preámbulo",
        ),
        Kind.OPERATIVE: ("insértese un nuevo párrafo", "insértense {count} nuevos párrafos"),
        Kind.SUBPARAGRAPH: ("insértese un nuevo apartado{sub}", "insértense {count} nuevos apartados"),
        Kind.HEADING: ("insértese un nuevo epígrafe", "insértense {count} nuevos epígrafes"),
        Kind.NOTE: (
            "insértese una nueva nota de pie de página",
            "insértense {count} nuevas notas de pie de página",
        ),
    },
    new_of_part={
        Kind.OPERATIVE: (
            "insértese un nuevo párrafo de la parte dispositiva",
            "insértense {count} nuevos párrafos de la parte dispositiva",
        ),
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
            several=("en los párrafos {nth} del preámbulo", "los párrafos {nth} del preámbulo"),
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
    called={"strike": called(**_verb("suprímase", "suprímanse"))},
    older={
        "replace": "{there}, {following}{words} por {new}.",
        "insert_after": "{there}, después de {anchor}, {new}.",
        "insert_before": "{there}, antes de {anchor}, {new}.",
        "called": {
            "strike": called(**_verb("suprímase", "suprímanse")),
            "replace": called(**_verb("sustitúyase", "sustitúyanse")),
            "insert": called(**_verb("insértese", "insértense")),
            **dict.fromkeys(("by", "after", "before"), _WORDS),
        },
    },
    inflected=_spanish,
)
