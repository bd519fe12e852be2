"""How words are spelt: E21, E25, and the French capitals of E29. Words of other texts keep their spelling."""

from collections.abc import Iterator

from drafting.checks.expressions import Expression, Match
from drafting.checks.paragraph import Finding, Paragraph
from drafting.messages import Message

# The stems of verbs in -ize; "advise", "exercise" and their like are not among them.
_IZE = frozenset(
    """
    antagon apolog author capital categor central character civil collectiv colon computer contextual
    criminal critic custom decentral decolon decriminal demilitar demobil democrat depolitic destabil
    destigmat digital dramat econom emphas equal familiar fertil final formal general global harmon
    hospital human ideal immun individual industrial institutional internal international jeopard legal
    liberal local marginal material maxim memor militar minim mobil modern moral national natural
    neutral normal operational optim organ penal personal plural polar politic popular priorit privat
    professional public radical rational real recogn regional regular reorgan revictim revital scrutin
    secular sensit social special stabil standard steril stigmat subsid summar symbol sympath synchron
    synthes systemat terror total traumat trivial universal urban util vandal victim visual
""".split()
)
_PAIRS = """
    color=colour colors=colours labor=labour laborers=labourers honor=honour honors=honours
    honored=honoured honoring=honouring favor=favour favors=favours favorable=favourable
    behavior=behaviour behaviors=behaviours neighbor=neighbour neighbors=neighbours
    neighboring=neighbouring endeavor=endeavour endeavors=endeavours harbor=harbour center=centre
    centers=centres centered=centred theater=theatre defense=defence offense=offence offenses=offences
    fulfill=fulfil fulfills=fulfils fulfillment=fulfilment enrollment=enrolment skillful=skilful
    counseling=counselling traveling=travelling travelers=travellers labeling=labelling
    modeling=modelling catalog=catalogue dialog=dialogue dialogs=dialogues program=programme
    programs=programmes percent=per_cent on-going=ongoing cease-fire=ceasefire co-operate=cooperate
    co-operation=cooperation co-operative=cooperative co-ordinate=coordinate co-ordinated=coordinated
    co-ordinating=coordinating co-ordination=coordination policy-makers=policymakers
    policy_makers=policymakers decision_making=decision-making capacity_building=capacity-building
    wellbeing=well-being toward=towards aging=ageing co-operating=cooperating co-ordinator=coordinator
    web_site=website web_sites=websites
""".split()
_RIGHT = dict(pair.split("=") for pair in _PAIRS)
_FIRST = "|".join(sorted({word[:3] for word in _RIGHT}))  # told at once where no such word begins
_WRONG = "|".join(word.replace("_", " ") for word in _RIGHT)
_NOT_OURS = r"(?<!(?:[Cc]omputer|[Ss]oftware) )"  # a computer program is one
_SPELT_OUT = Message("“{words}” is written out: “{right}”.")


def _ized(match: Match) -> str:
    opens = match.start() == 0 and not match[2].startswith("ation")  # else a capital makes it a name
    verb = match[1].lower() if opens else match[1]
    return f"{match[1]}iz{match[2]}" if verb in _IZE else match.group()


def _of_pair(match: Match) -> str:
    return _RIGHT[match.group().replace(" ", "_")].replace("_", " ")


_OF_THE_UN = (
    "agenc|system|bod(?:y|ies)|entit|organi[sz]ation|country team|funds|programme|peace|staff|personnel|"
    "official|headquarters|treaty|Charter|Secretariat|Member States|General Assembly|Security Council"
)
_EXPRESSIONS = (
    Expression("E21", "en", r"\b(\p{L}+)is(e[ds]?|ing|ations?|ational|ers?)\b", _ized),
    Expression("E21", "en", r"\b(anal|catal|paral)yz(e[ds]?|ing)\b", r"\1ys\2"),
    Expression("E21", "en", rf"\b(?={_FIRST}){_NOT_OURS}(?<!-)(?:{_WRONG})(?![\w-])", _of_pair),
    Expression("E21", "en", r"\b[Mm]ember states\b(?! of)", "Member States"),
    Expression("E21", "en", r"(?<=\b[Rr]equests the )Secretary General\b(?! of)", "Secretary-General"),
    Expression("E21", "en", r"\bsecretary-general\b", "Secretary-General"),
    Expression("E21", "en", r"(?<=\b(?:the|a|its) )follow up(?= (?:to|of|on)\b)", "follow-up"),
    Expression("E25", "en", rf"\bUN(?= (?:{_OF_THE_UN}))", "United Nations", _SPELT_OUT),
    Expression("E25", "en", r"(?<=\b(?:of|by|to|with|for) the )UN(?=[,;.]|$)", "United Nations", _SPELT_OUT),
    Expression("E25", "en", r"(?<=\b[Tt]he )SG\b", "Secretary-General", _SPELT_OUT),
    Expression("E25", "en", r"\bU\. ?N\.(?=[ ,;])", "United Nations", _SPELT_OUT),
    Expression("E25", "en", r"\bUNGA\b", "General Assembly", _SPELT_OUT),
    Expression("E25", "en", r"\bUNSC\b", "Security Council", _SPELT_OUT),
    Expression(
        "E29", "fr", r"\bE(tats?|galement|galité|ducation|cole|conomie|conomique|nergie|valuation)\b", r"É\1"
    ),
)


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give the words that are spelt otherwise in a draft resolution."""
    for expression in _EXPRESSIONS:
        yield from expression.found(paragraph)
