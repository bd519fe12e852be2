"""Formal wording: the sentences in six languages, and which words they quote so that one place is meant."""

from dataclasses import dataclass
from itertools import pairwise

import pytest

from amendments import changes
from amendments.changes import Change, ChangeKind
from amendments.formal_wording import names, spoken, word
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.redline import Edit
from drafting.text import markup, parse


@dataclass(frozen=True)
class Room:
    """What is proposed in one language to a short draft, and how each change is worded."""

    pp3: tuple[str, str]  # as it reads, and with words replaced
    op2: tuple[str, str, str]  # as it reads, with words inserted, and with words struck
    new: str
    replace: str
    insert: str
    strike: str
    delete: str
    delete_two: str
    new_paragraph: str
    new_preambular: str


ROOMS = {
    "en": Room(
        ("*Noting* the work of experts,", "*Noting* the work of scientists,"),
        (
            "*Requests* States to measure the rivers every month;",
            "*Requests* States to measure the rivers and lakes every month;",
            "*Requests* States to measure the rivers;",
        ),
        "*Invites* the World Bank to take part;",
        "In the third preambular paragraph, replace “experts” with “scientists”.",
        "In operative paragraph 2, after “rivers”, insert “and lakes”.",
        "In operative paragraph 2, delete “every month”.",
        "Delete operative paragraph 2.",
        "Delete the third preambular paragraph and operative paragraphs 2 and 3.",
        "After operative paragraph 2, insert a new operative paragraph, reading: Invites the World Bank to take part;",
        "After the third preambular paragraph, insert a new preambular paragraph, reading: Invites the World Bank to take part;",
    ),
    "fr": Room(
        ("*Notant* les travaux des experts,", "*Notant* les travaux des savants,"),
        (
            "*Prie* les États de mesurer les fleuves chaque mois ;",
            "*Prie* les États de mesurer les fleuves et les lacs chaque mois ;",
            "*Prie* les États de mesurer les fleuves ;",
        ),
        "*Invite* la Banque mondiale à participer ;",
        "Au troisième alinéa du préambule, remplacer le mot « experts » par le mot « savants ».",
        "Au paragraphe 2, après « fleuves », insérer « et les lacs ».",
        "Au paragraphe 2, supprimer les mots « chaque mois ».",
        "Supprimer le paragraphe 2.",
        "Supprimer le troisième alinéa du préambule et les paragraphes 2 et 3.",
        "Après le paragraphe 2, insérer un nouveau paragraphe libellé comme suit : Invite la Banque mondiale à participer ;",
        "Après le troisième alinéa du préambule, insérer un nouvel alinéa libellé comme suit : Invite la Banque mondiale à participer ;",
    ),
    "es": Room(
        ("*Observando* la labor de los expertos,", "*Observando* la labor de los científicos,"),
        (
            "*Solicita* a los Estados que midan los ríos cada mes;",
            "*Solicita* a los Estados que midan los ríos y lagos cada mes;",
            "*Solicita* a los Estados que midan los ríos;",
        ),
        "*Invita* al Banco Mundial a participar;",
        "En el tercer párrafo del preámbulo, sustitúyase “expertos” por “científicos”.",
        "En el párrafo 2 de la parte dispositiva, después de “ríos”, insértese “y lagos”.",
        "En el párrafo 2 de la parte dispositiva, suprímanse las palabras “cada mes”.",
        "Suprímase el párrafo 2 de la parte dispositiva.",
        "Suprímanse el tercer párrafo del preámbulo y los párrafos 2 y 3 de la parte dispositiva.",
        "Después del párrafo 2 de la parte dispositiva, insértese un nuevo párrafo con el siguiente texto: Invita al Banco Mundial a participar;",
        "Después del tercer párrafo del preámbulo, insértese un nuevo párrafo del preámbulo con el siguiente texto: Invita al Banco Mundial a participar;",
    ),
    "ru": Room(
        ("*отмечая* работу экспертов,", "*отмечая* работу учёных,"),
        (
            "*просит* государства измерять реки каждый месяц;",
            "*просит* государства измерять реки и озера каждый месяц;",
            "*просит* государства измерять реки;",
        ),
        "*предлагает* Всемирному банку принять участие;",
        "В третьем пункте преамбулы заменить слово «экспертов» словом «учёных».",
        "В пункте 2 постановляющей части после слова «реки» включить слова «и озера».",
        "В пункте 2 постановляющей части исключить слова «каждый месяц».",
        "Исключить пункт 2 постановляющей части.",
        "Исключить третий пункт преамбулы и пункты 2 и 3 постановляющей части.",
        "После пункта 2 постановляющей части включить новый пункт следующего содержания: предлагает Всемирному банку принять участие;",
        "После третьего пункта преамбулы включить новый пункт преамбулы следующего содержания: предлагает Всемирному банку принять участие;",
    ),
    "zh": Room(
        ("*注意到*专家的工作，", "*注意到*学者的工作，"),
        ("*请*各国每月测量河流；", "*请*各国每月测量河流和湖泊；", "*请*各国测量河流；"),
        "*邀请*世界银行参加；",
        "序言部分第三段，将“专家”改为“学者”。",
        "执行部分第2段，在“测量河流”之后插入“和湖泊”。",
        "执行部分第2段，删去“每月”。",
        "删除执行部分第2段。",
        "删除序言部分第三段以及执行部分第2和3段。",
        "在执行部分第2段之后插入新的一段，案文如下： 邀请世界银行参加；",
        "在序言部分第三段之后插入新的一段，案文如下： 邀请世界银行参加；",
    ),
    "ar": Room(
        ("*وإذ تلاحظ* عمل الخبراء،", "*وإذ تلاحظ* عمل العلماء،"),
        (
            "*تطلب* إلى الدول أن تقيس الأنهار كل شهر؛",
            "*تطلب* إلى الدول أن تقيس الأنهار والبحيرات كل شهر؛",
            "*تطلب* إلى الدول أن تقيس الأنهار؛",
        ),
        "*تدعو* البنك الدولي إلى المشاركة؛",
        "في الفقرة الثالثة من الديباجة، يستعاض عن كلمة ”الخبراء“ بكلمة ”العلماء“.",
        "في الفقرة 2 من المنطوق، بعد كلمة ”الأنهار“، تضاف كلمة ”والبحيرات“.",
        "في الفقرة 2 من المنطوق، تحذف عبارة ”كل شهر“.",
        "تحذف الفقرة 2 من المنطوق.",
        "تحذف الفقرة الثالثة من الديباجة والفقرتان 2 و 3 من المنطوق.",
        "بعد الفقرة 2 من المنطوق، تضاف فقرة جديدة نصها كما يلي: تدعو البنك الدولي إلى المشاركة؛",
        "بعد الفقرة الثالثة من الديباجة، تضاف فقرة جديدة نصها كما يلي: تدعو البنك الدولي إلى المشاركة؛",
    ),
}


def draft(language: str, pp3: str, op2: str) -> Manuscript:
    paragraphs = [
        ("t", Kind.TITLE, "Water", 0),
        ("e", Kind.ENACTING, "The General Assembly,", 0),
        ("pp1", Kind.PREAMBULAR, "Recalling one,", 0),
        ("pp2", Kind.PREAMBULAR, "Recalling two,", 0),
        ("pp3", Kind.PREAMBULAR, pp3, 0),
        ("op1", Kind.OPERATIVE, "Decides one;", 0),
        ("op2", Kind.OPERATIVE, op2, 0),
        ("op3", Kind.OPERATIVE, "Decides three:", 0),
        ("a", Kind.SUBPARAGRAPH, "To measure all rivers;", 1),
        ("b", Kind.SUBPARAGRAPH, "To measure all wells;", 1),
        ("1", Kind.NOTE, "Resolution 71/222.", 0),
    ]
    provisions = (Provision(id, kind, parse(text), level) for id, kind, text, level in paragraphs)
    return manuscript(Outline(Masthead(language), tuple(provisions)))


def said(text: Manuscript, *made: Change, language: str | None = None) -> list[str]:
    return spoken(text, made, language or text.masthead.language)


@pytest.mark.parametrize("language", ROOMS)
def test_every_kind_of_change_is_worded_as_the_language_prints_it(language: str) -> None:
    room = ROOMS[language]
    text = draft(language, room.pp3[0], room.op2[0])
    new, inserted = parse(room.new), Kind.OPERATIVE
    assert said(text, changes.reword(text, "pp3", parse(room.pp3[1]))) == [room.replace]
    assert said(text, changes.reword(text, "op2", parse(room.op2[1]))) == [room.insert]
    assert said(text, changes.reword(text, "op2", parse(room.op2[2]))) == [room.strike]
    assert said(text, changes.delete(text, "op2")) == [room.delete]
    assert said(text, *(changes.delete(text, id) for id in ("pp3", "op2", "op3", "a", "b"))) == [
        room.delete_two
    ]
    assert said(text, changes.insert(text, "op2", "n1", new, inserted)) == [room.new_paragraph]
    assert said(text, changes.insert(text, "pp3", "n1", new, Kind.PREAMBULAR)) == [room.new_preambular]


ENGLISH = draft("en", *(ROOMS["en"].pp3[0], "*Requests* the right to water and the right to food, of 2010;"))


def reworded(provision: str, text: str, of: Manuscript = ENGLISH) -> Change:
    return changes.reword(of, provision, parse(text))


def test_words_that_occur_twice_are_named_with_those_before_them() -> None:
    change = reworded("op2", "*Requests* the right to water and the duty to food, of 2010;")
    assert said(ENGLISH, change) == [
        "In operative paragraph 2, after “water and the”, replace “right” with “duty”."
    ]


def test_where_the_words_before_do_not_help_the_mention_is_counted() -> None:
    text = draft("en", "Noting,", " ".join(["water"] * 40) + " for all;")
    change = reworded("op2", " ".join(["water"] * 29 + ["rain"] + ["water"] * 10) + " for all;", text)
    assert said(text, change) == [
        "In operative paragraph 2, replace the thirtieth mention of “water” with “rain”."
    ]


def test_the_same_edit_in_several_paragraphs_is_one_instruction() -> None:
    made = [reworded(id, f"To measure the {what};") for id, what in (("a", "rivers"), ("b", "wells"))]
    assert said(ENGLISH, *made) == ["In operative paragraphs 3 (a) and 3 (b), replace “all” with “the”."]


def test_new_paragraphs_that_follow_each_other_are_one_instruction() -> None:
    made = [
        changes.insert(ENGLISH, "op1", "n1", parse("Invites A;")),
        changes.insert(ENGLISH, "n1", "n2", parse("Invites B;")),
    ]
    [instruction] = word(ENGLISH, made)
    assert instruction.text == "After operative paragraph 1, insert two new operative paragraphs, reading:"
    assert [markup(text) for text in instruction.paragraphs] == ["Invites A;", "Invites B;"]


def test_a_paragraph_put_first_stands_before_the_one_that_was_first() -> None:
    change = changes.insert(ENGLISH, "pp3", "n1", parse("Invites A;"), Kind.OPERATIVE)
    assert said(ENGLISH, change) == [
        "Before operative paragraph 1, insert a new operative paragraph, reading: Invites A;"
    ]


def test_a_paragraph_that_is_written_anew_is_given_as_a_whole() -> None:
    change = reworded("op2", "*Takes note* of a wholly other matter")
    assert said(ENGLISH, change) == [
        "Replace operative paragraph 2 with the following text: Takes note of a wholly other matter"
    ]


def test_words_with_a_new_note_are_worded_with_it_and_the_note_after_them() -> None:
    made = [
        reworded("op1", "Decides one at last;[^n]"),
        changes.insert(ENGLISH, "1", "n", parse("A/74/127."), Kind.NOTE),
    ]
    assert said(ENGLISH, *made) == [
        "In operative paragraph 1, after “one”, insert “at last”.",
        "In operative paragraph 1, after “one;”, insert “*”.",
        "Insert a new footnote, reading: * A/74/127.",
    ]


def test_every_paragraph_has_a_name() -> None:
    assert list(names(ENGLISH).values()) == [
        "the title",
        "the enacting line",
        "the first preambular paragraph",
        "the second preambular paragraph",
        "the third preambular paragraph",
        "operative paragraph 1",
        "operative paragraph 2",
        "operative paragraph 3",
        "operative paragraph 3 (a)",
        "operative paragraph 3 (b)",
        "footnote",
    ]


PRINTED = {  # of one draft: words and paragraphs struck, put in, moved; singular, plural, dual, cases
    "en": [
        "In operative paragraph 1, delete “water and rivers”.",
        "In operative paragraph 1, replace “water” with “2030”.",
        "In operative paragraphs 1 and 3 (a), replace “water” with “rain”.",
        "In operative paragraph 1, delete the fifteenth mention of “and”.",
        "In operative paragraph 1, put “water” in italics.",
        "Delete the first and second preambular paragraphs and operative paragraph 1.",
        "Delete operative paragraph 3, retaining its subparagraphs.",
        "Replace operative paragraph 3 (a) with the following text:",
        "Replace operative paragraph 1 with the following two paragraphs:",
        "Move operative paragraph 1 to after operative paragraph 2.",
        "Merge operative paragraphs 1 and 2.",
        "After operative paragraph 3 (a), insert two new subparagraphs, reading:",
        "After operative paragraph 3 (b), insert a new subparagraph (b) (i), reading:",
        "After operative paragraph 1, insert five new operative paragraphs, reading:",
    ],
    "fr": [
        "Au paragraphe 1, supprimer les mots «\u00a0water and rivers\u00a0».",
        "Au paragraphe 1, remplacer le mot «\u00a0water\u00a0» par «\u00a02030\u00a0».",
        "Aux paragraphes 1 et 3 a), remplacer le mot «\u00a0water\u00a0» par le mot «\u00a0rain\u00a0».",
        "Au paragraphe 1, supprimer la quinzième occurrence de «\u00a0and\u00a0».",
        "Au paragraphe 1, mettre «\u00a0water\u00a0» en italique.",
        "Supprimer les premier et deuxième alinéas du préambule et le paragraphe 1.",
        "Supprimer le paragraphe 3 en conservant ses alinéas.",
        "Remplacer le paragraphe 3 a) par le texte suivant\u00a0:",
        "Remplacer le paragraphe 1 par les deux paragraphes suivants\u00a0:",
        "Déplacer le paragraphe 1 après le paragraphe 2.",
        "Fusionner les paragraphes 1 et 2.",
        "Après le paragraphe 3 a), insérer deux nouveaux alinéas libellés comme suit\u00a0:",
        "Après le paragraphe 3 b), insérer un nouvel alinéa b) i) libellé comme suit\u00a0:",
        "Après le paragraphe 1, insérer cinq nouveaux paragraphes libellés comme suit\u00a0:",
    ],
    "es": [
        "En el párrafo 1 de la parte dispositiva, suprímanse las palabras “water and rivers”.",
        "En el párrafo 1 de la parte dispositiva, sustitúyase “water” por “2030”.",
        "En los párrafos 1 y 3 a) de la parte dispositiva, sustitúyase “water” por “rain”.",
        "En el párrafo 1 de la parte dispositiva, suprímase la decimoquinta mención de “and”.",
        "En el párrafo 1 de la parte dispositiva, póngase “water” en cursiva.",
        "Suprímanse los párrafos primero y segundo del preámbulo y el párrafo 1 de la parte dispositiva.",
        "Suprímase el párrafo 3 de la parte dispositiva, conservando sus apartados.",
        "Sustitúyase el párrafo 3 a) de la parte dispositiva por el texto siguiente:",
        "Sustitúyase el párrafo 1 de la parte dispositiva por los dos párrafos siguientes:",
        "Trasládese el párrafo 1 de la parte dispositiva a continuación del párrafo 2 de la parte dispositiva.",
        "Fusiónense los párrafos 1 y 2 de la parte dispositiva.",
        "Después del párrafo 3 a) de la parte dispositiva, insértense dos nuevos apartados con el siguiente texto:",
        "Después del párrafo 3 b) de la parte dispositiva, insértese un nuevo apartado b) i) con el siguiente texto:",
        "Después del párrafo 1 de la parte dispositiva, insértense cinco nuevos párrafos con el siguiente texto:",
    ],
    "ru": [
        "В пункте 1 постановляющей части исключить слова «water and rivers».",
        "В пункте 1 постановляющей части заменить слово «water» цифрами «2030».",
        "В пунктах 1 и 3 a) постановляющей части заменить слово «water» словом «rain».",
        "В пункте 1 постановляющей части исключить слово «and» (пятнадцатое упоминание).",
        "В пункте 1 постановляющей части выделить курсивом слово «water».",
        "Исключить первый и второй пункты преамбулы и пункт 1 постановляющей части.",
        "Исключить пункт 3 постановляющей части, сохранив подпункты.",
        "Заменить пункт 3 a) постановляющей части следующим текстом:",
        "Заменить пункт 1 постановляющей части следующими пунктами (2):",
        "Перенести пункт 1 постановляющей части, поместив после пункта 2 постановляющей части.",
        "Объединить пункты 1 и 2 постановляющей части.",
        "После пункта 3 a) постановляющей части включить два новых подпункта следующего содержания:",
        "После пункта 3 b) постановляющей части включить новый подпункт b) i) следующего содержания:",
        "После пункта 1 постановляющей части включить пять новых пунктов следующего содержания:",
    ],
    "zh": [
        "执行部分第1段，删去“water and rivers”。",
        "执行部分第1段，将“water”改为“2030”。",
        "执行部分第1段以及执行部分第3段(a)，将“water”改为“rain”。",
        "执行部分第1段，删去第十五处“and”。",
        "执行部分第1段，将“water”改为斜体。",
        "删除序言部分第一和第二段以及执行部分第1段。",
        "删除执行部分第3段，保留其分段。",
        "将执行部分第3段(a)改为：",
        "将执行部分第1段改为以下两段：",
        "将执行部分第1段移至执行部分第2段之后。",
        "合并执行部分第1和2段。",
        "在执行部分第3段(a)之后插入新的两个分段，案文如下：",
        "在执行部分第3段(b)之后插入新的一个分段(b)(一)，案文如下：",
        "在执行部分第1段之后插入新的五段，案文如下：",
    ],
    "ar": [
        "في الفقرة 1 من المنطوق، تحذف عبارة ”water and rivers“.",
        "في الفقرة 1 من المنطوق، يستعاض عن كلمة ”water“ بعبارة ”2030“.",
        "في الفقرتين 1 و 3 (أ) من المنطوق، يستعاض عن كلمة ”water“ بكلمة ”rain“.",
        "في الفقرة 1 من المنطوق، تحذف كلمة ”and“ في ورودها الخامس عشر.",
        "في الفقرة 1 من المنطوق، تكتب كلمة ”water“ بخط مائل.",
        "تحذف الفقرتان الأولى والثانية من الديباجة والفقرة 1 من المنطوق.",
        "تحذف الفقرة 3 من المنطوق مع الإبقاء على فقراتها الفرعية.",
        "يستعاض عن الفقرة 3 (أ) من المنطوق بالنص التالي:",
        "يستعاض عن الفقرة 1 من المنطوق بالفقرتين التاليتين:",
        "تنقل الفقرة 1 من المنطوق إلى ما بعد الفقرة 2 من المنطوق.",
        "تدمج الفقرتان 1 و 2 من المنطوق.",
        "بعد الفقرة 3 (أ) من المنطوق، تضاف فقرتان فرعيتان جديدتان نصهما كما يلي:",
        "بعد الفقرة 3 (ب) من المنطوق، تضاف فقرة فرعية جديدة (ب) (١) نصها كما يلي:",
        "بعد الفقرة 1 من المنطوق، تضاف خمس فقرات جديدة نصها كما يلي:",
    ],
}


@pytest.mark.parametrize("language", PRINTED)
def test_every_form_agrees_in_number_and_case(language: str) -> None:
    text = manuscript(
        Outline(
            Masthead(language),
            tuple(
                Provision(id, kind, parse(words), level)
                for id, kind, words, level in [
                    ("pp1", Kind.PREAMBULAR, "Recalling one,", 0),
                    ("pp2", Kind.PREAMBULAR, "Recalling two,", 0),
                    ("op1", Kind.OPERATIVE, "Thanks all water and rivers " + "and " * 14 + "wells;", 0),
                    ("op2", Kind.OPERATIVE, "Decides that;", 0),
                    ("op3", Kind.OPERATIVE, "Decides three:", 0),
                    ("a", Kind.SUBPARAGRAPH, "To measure water;", 1),
                    ("b", Kind.SUBPARAGRAPH, "To measure all wells:", 1),
                ]
            ),
        )
    )

    def swapped(id: str, old: str, new: str, count: int = 1) -> Change:
        return changes.reword(text, id, parse(markup(text.by_id[id].text).replace(old, new, count)))

    def new(after: str, count: int, kind: Kind, level: int = 0) -> list[Change]:
        ids = [after, *(f"n{at}" for at in range(count))]
        return [changes.insert(text, one, other, parse("New;"), kind, level) for one, other in pairwise(ids)]

    last = markup(text.by_id["op1"].text).replace("and wells", "wells", 1)
    made = [
        [swapped("op1", "water and rivers ", "")],
        [swapped("op1", "water", "2030")],
        [swapped("op1", "water", "rain"), swapped("a", "water", "rain")],
        [Change(ChangeKind.REWORD, "op1", parse(last), (Edit(18, 19),))],
        [swapped("op1", "water", "*water*")],
        [changes.delete(text, id) for id in ("pp1", "pp2", "op1")],
        [changes.delete(text, "op3")],
        [changes.reword(text, "a", parse("Anything else."))],
        [swapped("op1", "rivers", "rivers; ¶ Calls for rivers")],
        [changes.move(text, "op1", "op2")],
        [changes.join(text, "op2")],
        new("a", 2, Kind.SUBPARAGRAPH, 1),
        new("b", 1, Kind.SUBPARAGRAPH, 2),
        new("op1", 5, Kind.OPERATIVE),
    ]
    assert [word(text, each, language)[0].text for each in made] == PRINTED[language]
