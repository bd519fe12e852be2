"""Short drafts in the six languages, for the tests of Word files."""

import datetime
from itertools import count

from lxml import etree

from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.text import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PP, OP, SUB = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH
Line = tuple[Kind, int, str]


def letters_of(element: etree._Element) -> str:
    """Give what an element of a Word file says, struck letters too."""
    return "".join(each.text or "" for each in element.iter(f"{W}t", f"{W}delText"))


def draft(head: Masthead, title: str, enacting: str, lines: list[Line], notes: list[str]) -> Outline:
    """Make a draft; the notes have the ids n1, n2 …, the paragraphs p1, p2 …"""
    numbers = count(1)
    provisions = [
        Provision("title", Kind.TITLE, parse(title)),
        Provision("enacting", Kind.ENACTING, parse(enacting)),
        *(Provision(f"p{next(numbers)}", kind, parse(text), level) for kind, level, text in lines),
        *(Provision(f"n{at}", Kind.NOTE, parse(text)) for at, text in enumerate(notes, 1)),
    ]
    return Outline(head, tuple(provisions))


def head(language: str, committee: str, item: str, item_title: str, *sponsors: str) -> Masthead:
    """Make the masthead of a draft of the eighty-first session."""
    return Masthead(
        language=language,
        symbol="A/C.3/81/L.7",
        distribution="Limited",
        date=datetime.date(2026, 10, 10),
        original_language="en",
        organ=None,
        session=81,
        committee=committee,
        agenda_item=item,
        agenda_title=item_title,
        sponsors=tuple(Sponsor(name) for name in sponsors),
    )


ENGLISH = draft(
    head(
        "en", "Third Committee", "71 (b)", "Early warning for coastal communities", "Fiji", "Kenya", "Norway"
    ),
    "Early warning for coastal communities",
    "*The General Assembly*,",
    [
        (
            PP,
            0,
            "*Recalling* its resolution [64/293](https://undocs.org/A/RES/64/293) of 30 July 2010,[^n1] and the Charter of the United Nations,[^n2]",
        ),
        (PP, 0, "*Recalling also* that the plan was drawn up in order:"),
        (SUB, 1, "To warn all who live on the coast,"),
        (SUB, 1, "To hear them:"),
        (SUB, 2, "In small island States,"),
        (SUB, 2, "At sea,"),
        (PP, 0, "*Noting with concern* that warnings reach too few people in time,"),
        (OP, 0, "*Calls upon* all States to exchange what they know, as set out in the resolution;[^n1]"),
        (OP, 0, "*Invites* the regional commissions:"),
        (SUB, 1, "To report on costs & benefits <once a year>;"),
        (SUB, 1, "To publish *Early Warning Quarterly*;"),
        (OP, 0, "*Encourages* the sharing of A/C.3/81/CRP.4/Rev.1 “as appropriate”;"),
        (OP, 0, "*Decides* to remain seized of the matter."),
    ],
    ["Resolution 70/1.", "United Nations, *Treaty Series*, vol. 1, No. 2."],
)
FRENCH = draft(
    head("fr", "Troisième Commission", "71 b)", "Alerte rapide", "Fidji", "Kenya", "Norvège"),
    "Alerte rapide pour les populations côtières",
    "*L’Assemblée générale*,",
    [
        (PP, 0, "*Rappelant* sa résolution 64/293 du 30 juillet 2010[^n1],"),
        (OP, 0, "*Engage* les États à\u00a0:"),
        (SUB, 1, "Alerter «\u00a0à temps\u00a0» celles et ceux qui vivent sur la côte\u00a0;"),
        (SUB, 1, "Les entendre\u00a0;"),
        (OP, 0, "*Décide* de rester saisie de la question."),
    ],
    ["Résolution 70/1."],
)
SPANISH = draft(
    head("es", "Tercera Comisión", "71 b)", "Alerta temprana", "Fiji", "Kenya", "India"),
    "Alerta temprana para las comunidades costeras",
    "*La Asamblea General*,",
    [
        (PP, 0, "*Recordando* su resolución 64/293, de 30 de julio de 2010[^n1],"),
        (OP, 0, "*Alienta también* a los Estados a que:"),
        (SUB, 1, "Alerten a tiempo a quienes viven en la costa;"),
        (SUB, 1, "Los escuchen;"),
        (OP, 0, "*Decide* seguir ocupándose de la cuestión."),
    ],
    ["Resolución 70/1."],
)
RUSSIAN = draft(
    head("ru", "Третий комитет", "71 b)", "Раннее предупреждение", "Кения", "Норвегия", "Фиджи"),
    "Раннее предупреждение прибрежных общин",
    "*Генеральная Ассамблея*,",
    [
        (PP, 0, "*ссылаясь* на свою резолюцию 64/293 от 30 июля 2010 года[^n1],"),
        (OP, 0, "*призывает* государства:"),
        (SUB, 1, "своевременно предупреждать жителей побережья;"),
        (SUB, 1, "прислушиваться к ним;"),
        (OP, 0, "*постановляет* продолжать заниматься этим вопросом."),
    ],
    ["Резолюция 70/1."],
)
CHINESE = draft(
    head("zh", "第三委员会", "71(b)", "沿海社区的预警", "斐济", "肯尼亚", "挪威"),
    "沿海社区的预警",
    "*大会*，",
    [
        (PP, 0, "*回顾*其2010年7月30日第64/293号决议，[^n1]"),
        (OP, 0, "*促请*各国："),
        (SUB, 1, "及时向沿海居民发出“预警”；"),
        (SUB, 1, "听取他们的意见；"),
        (SUB, 2, "在小岛屿国家；"),
        (OP, 0, "*决定*继续处理此案。"),
    ],
    ["第70/1号决议，*《条约汇编》*，*Treaty Series*。"],
)
ARABIC = draft(
    head("ar", "اللجنة الثالثة", "71 (ب)", "الإنذار المبكر", "فيجي", "كينيا", "النرويج"),
    "الإنذار المبكر للمجتمعات الساحلية",
    "*إن الجمعية العامة*،",
    [
        (PP, 0, "*إذ تشير* إلى قرارها 64/293 المؤرخ 30 تموز/يوليه 2010،[^n1]"),
        (OP, 0, "*تهيب* بالدول القيام بما يلي:"),
        (SUB, 1, "إنذار سكان السواحل في الوقت المناسب؛"),
        (SUB, 1, "الاستماع إليهم:"),
        (SUB, 2, "في الدول الجزرية الصغيرة؛"),
        (OP, 0, "*تقرر* أن تبقي المسألة قيد نظرها."),
    ],
    ["القرار 70/1."],
)
DRAFTS = {each.masthead.language: each for each in (ENGLISH, FRENCH, SPANISH, RUSSIAN, CHINESE, ARABIC)}
