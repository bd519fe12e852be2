"""How French words an amendment. Inside its quotation marks and before a colon stand no-break spaces."""

from amendments.wording.language import Named, Patterns, called
from drafting.outline import Kind

_WORDS = called("le mot", "les mots")
_BY = called("le mot", "les mots")


def _new(noun: str, several: str, reading: str) -> tuple[str, str]:
    return f"{noun} libellé{reading} comme suit", f"{{count}} {several} libellé{reading}s comme suit"


PATTERNS = Patterns(
    strike="{there}, {following}supprimer {words}.",
    replace="{there}, {following}remplacer {words} par {new}.",
    insert_after="{there}, après {anchor}, insérer {new}.",
    insert_before="{there}, avant {anchor}, insérer {new}.",
    italics="{there}, {following}mettre {words} en italique.",
    roman="{there}, {following}mettre {words} en caractères romains.",
    following="après {anchor}, ",
    mention="la {nth} occurrence de {words}",
    delete="Supprimer {whole}.",
    delete_several="Supprimer {whole}.",
    delete_alone="Supprimer {whole} en conservant ses alinéas.",
    reword="Remplacer {whole} par le texte suivant\u00a0:",
    divide=("Remplacer {whole} par les {count} paragraphes suivants\u00a0:",),
    move="Déplacer {whole} après {after}.",
    move_before="Déplacer {whole} avant {before}.",
    join="Fusionner {whole}.",
    throughout="Remplacer {words} par {new} dans {scopes}.",
    scopes=("le titre", "les alinéas du préambule", "les paragraphes du dispositif"),
    new_after="Après {after}, insérer {new}\u00a0:",
    new_before="Avant {before}, insérer {new}\u00a0:",
    new_note="Insérer {new}\u00a0:",
    new={
        Kind.PREAMBULAR: _new("un nouvel alinéa", "nouveaux alinéas", ""),
        Kind.OPERATIVE: _new("un nouveau paragraphe", "nouveaux paragraphes", ""),
        Kind.SUBPARAGRAPH: _new("un nouvel alinéa{sub}", "nouveaux alinéas", ""),
        Kind.HEADING: _new("un nouvel intertitre", "nouveaux intertitres", ""),
        Kind.NOTE: _new("une nouvelle note de bas de page", "nouvelles notes de bas de page", "e"),
    },
    new_of_part={
        Kind.PREAMBULAR: _new("un nouvel alinéa du préambule", "nouveaux alinéas du préambule", ""),
        Kind.OPERATIVE: _new("un nouveau paragraphe du dispositif", "nouveaux paragraphes du dispositif", ""),
    },
    names={
        Kind.TITLE: Named("dans le titre", *["le titre"] * 3),
        Kind.ENACTING: Named("dans la formule introductive", *["la formule introductive"] * 3),
        Kind.PREAMBULAR: Named(
            "au {nth} alinéa{sub} du préambule",
            *["le {nth} alinéa{sub} du préambule"] * 3,
            several=("aux {nth} alinéas du préambule", "les {nth} alinéas du préambule"),
        ),
        Kind.OPERATIVE: Named(
            "au paragraphe {n}",
            *["le paragraphe {n}"] * 3,
            several=("aux paragraphes {n}", "les paragraphes {n}"),
        ),
        Kind.HEADING: Named("dans le {nth} intertitre", *["le {nth} intertitre"] * 3),
        Kind.NOTE: Named("dans la note {n}", *["la note {n}"] * 3),
    },
    quotes=("«\u00a0", "\u00a0»"),
    joined=(", ", " et "),
    counts=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    called={"strike": _WORDS, "replace": _WORDS, "by": _BY},
    older={"called": dict.fromkeys(("strike", "replace", "by", "insert", "after", "before", "mark"), _WORDS)},
)
