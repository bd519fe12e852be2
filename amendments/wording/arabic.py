"""How Arabic words an amendment: two paragraphs in the dual, ordinals in the case of their preposition."""

from amendments.wording.language import Named, Patterns, called
from drafting.outline import Kind


def _arabic(ordinal: str, position: str) -> str:
    """Put the tens of an ordinal into the case of its position: العشرون, after a preposition العشرين."""
    if position.endswith("whole"):
        return ordinal
    return " ".join(f"{word[:-2]}ين" if word.endswith("ون") else word for word in ordinal.split())


_WORDS = called("كلمة", "عبارة", "عبارة", "العلامة", "عبارة")
_BY = called("بكلمة", "بعبارة", "بعبارة", "بالعلامة", "بعبارة")

PATTERNS = Patterns(
    strike="{there}، {following}تحذف {words}.",
    replace="{there}، {following}يستعاض عن {words} {new}.",
    insert_after="{there}، بعد {anchor}، تضاف {new}.",
    insert_before="{there}، قبل {anchor}، تضاف {new}.",
    italics="{there}، {following}تكتب {words} بخط مائل.",
    roman="{there}، {following}تكتب {words} بخط عادي.",
    following="بعد {anchor}، ",
    mention="{words} في ورودها {nth}",
    delete="تحذف {whole}.",
    delete_several="تحذف {whole}.",
    delete_alone="تحذف {whole} مع الإبقاء على فقراتها الفرعية.",
    reword="يستعاض عن {whole_after} بالنص التالي:",
    divide=(
        "يستعاض عن {whole_after} بالفقرتين التاليتين:",
        "يستعاض عن {whole_after} بالفقرات التالية وعددها {figure}:",
    ),
    move="تنقل {whole} إلى ما بعد {after}.",
    move_before="تنقل {whole} إلى ما قبل {before}.",
    join="تدمج {whole}.",
    throughout="يستعاض عن {words} {new} في {scopes}.",
    scopes=("العنوان", "فقرات الديباجة", "فقرات المنطوق"),
    new_after="بعد {after}، تضاف {new} كما يلي:",
    new_before="قبل {before}، تضاف {new} كما يلي:",
    new_note="تضاف {new} كما يلي:",
    new={
        Kind.PREAMBULAR: ("فقرة جديدة نصها", "فقرتان جديدتان نصهما", "{count} فقرات جديدة نصها"),
        Kind.OPERATIVE: ("فقرة جديدة نصها", "فقرتان جديدتان نصهما", "{count} فقرات جديدة نصها"),
        Kind.SUBPARAGRAPH: (
            "فقرة فرعية جديدة{sub} نصها",
            "فقرتان فرعيتان جديدتان نصهما",
            "{count} فقرات فرعية جديدة نصها",
        ),
        Kind.HEADING: (
            "عبارة عنوان فرعي جديد نصها",
            "عبارتا عنوانين فرعيين جديدين نصهما",
            "عبارات عناوين فرعية جديدة نصها",
        ),
        Kind.NOTE: ("حاشية جديدة نصها", "حاشيتان جديدتان نصهما", "{count} حواش جديدة نصها"),
    },
    new_of_part={
        Kind.PREAMBULAR: (
            "فقرة جديدة من الديباجة نصها",
            "فقرتان جديدتان من الديباجة نصهما",
            "{count} فقرات جديدة من الديباجة نصها",
        ),
        Kind.OPERATIVE: (
            "فقرة جديدة من المنطوق نصها",
            "فقرتان جديدتان من المنطوق نصهما",
            "{count} فقرات جديدة من المنطوق نصها",
        ),
    },
    names={
        Kind.TITLE: Named("في العنوان", *["العنوان"] * 3),
        Kind.ENACTING: Named("في عبارة الاستهلال", *["عبارة الاستهلال"] * 3),
        Kind.PREAMBULAR: Named(
            "في الفقرة {nth}{sub} من الديباجة",
            *["الفقرة {nth}{sub} من الديباجة"] * 3,
            several=("في الفقرات {nth} من الديباجة", "الفقرات {nth} من الديباجة"),
            two=("في الفقرتين {nth} من الديباجة", "الفقرتان {nth} من الديباجة"),
        ),
        Kind.OPERATIVE: Named(
            "في الفقرة {n} من المنطوق",
            *["الفقرة {n} من المنطوق"] * 3,
            several=("في الفقرات {n} من المنطوق", "الفقرات {n} من المنطوق"),
            two=("في الفقرتين {n} من المنطوق", "الفقرتان {n} من المنطوق"),
        ),
        Kind.HEADING: Named("في عبارة العنوان الفرعي {nth}", *["عبارة العنوان الفرعي {nth}"] * 3),
        Kind.NOTE: Named("في الحاشية {n}", *["الحاشية {n}"] * 3),
    },
    quotes=("”", "“"),
    joined=(" و", " و"),
    figures_listed=(" و ", " و "),
    counts=("فقرتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"),
    form=lambda count: min(count, 3) - 1,
    gender="feminine",
    mention_gender="masculine",
    mention_is_called=True,
    inflected=_arabic,
    called={
        **dict.fromkeys(("strike", "replace", "insert", "after", "before", "mark"), _WORDS),
        "by": _BY,
    },
)
