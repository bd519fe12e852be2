"""How Chinese words an amendment."""

from amendments.wording.language import Named, Patterns, same
from drafting.outline import Kind

PATTERNS = Patterns(
    strike="{there}，{following}删去{words}。",
    replace="{there}，{following}将{words}改为{new}。",
    insert_after="{there}，在{anchor}之后插入{new}。",
    insert_before="{there}，在{anchor}之前插入{new}。",
    italics="{there}，{following}将{words}改为斜体。",
    roman="{there}，{following}将{words}改为正体。",
    following="在{anchor}之后，",
    mention="{nth}处{words}",
    delete="删除{whole}。",
    delete_several="删除{whole}。",
    delete_alone="删除{whole}，保留其分段。",
    reword="将{whole}改为：",
    divide=("将{whole}改为以下{count}段：",),
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
        Kind.SUBPARAGRAPH: ("新的一个分段{sub}", "新的{count}个分段"),
        Kind.HEADING: ("新的一个小标题", "新的{count}个小标题"),
        Kind.NOTE: ("新的一个脚注", "新的{count}个脚注"),
    },
    new_of_part={
        Kind.PREAMBULAR: ("新的一个序言部分段落", "新的{count}个序言部分段落"),
        Kind.OPERATIVE: ("新的一个执行部分段落", "新的{count}个执行部分段落"),
    },
    names={
        Kind.TITLE: same("标题"),
        Kind.ENACTING: same("起始句"),
        Kind.PREAMBULAR: Named(*["序言部分{nth}段{letters}"] * 4, several=("序言部分{nth}段",) * 2),
        Kind.OPERATIVE: Named(*["执行部分第{figure}段{letters}"] * 4, several=("执行部分第{n}段",) * 2),
        Kind.HEADING: same("{nth}个小标题"),
        Kind.NOTE: same("脚注{n}"),
    },
    quotes=("“", "”"),
    joined=("、", "以及"),
    listed=("、", "和"),
    figures_listed=("、", "和"),
    letters_joined="",
    counts=("两", "三", "四", "五", "六", "七", "八", "九", "十"),
)
