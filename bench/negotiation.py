"""A long draft and the amendments to it as strings, the same in every run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

_RECALLING = (
    "Recalling Reaffirming Noting Recognizing Welcoming Acknowledging Emphasizing Considering".split()
)
_DECIDING = "Requests Encourages Invites Urges Stresses Underlines Supports Recommends".split()
_STATES = (
    "Member States",
    "the States concerned",
    "coastal and landlocked countries",
    "the relevant entities of the United Nations system",
    "the Secretary-General",
    "regional and subregional organizations",
    "local authorities and their communities",
    "the governing bodies of the funds and programmes",
    "developing countries, in particular small island developing States",
    "the parties to the Convention",
)
_DO = (
    "strengthen",
    "make fuller use of",
    "keep under review",
    "promote, protect and finance",
    "maintain and improve",
    "take into account",
    "share knowledge about",
    "report at the seventy-ninth session on",
)
_WHAT = (
    "the lighthouses, beacons and buoys that mark the approaches to small harbours",
    "the training of pilots and of harbour masters",
    "the safety of seafarers, fishers and passengers",
    "early warning of storms, floods and high tides",
    "the charting of straits used for international navigation",
    "the measures set out in resolution 71/256 of 23 December 2016",
    "the recommendations contained in document A/C.3/74/L.12/Rev.1",
    "affordable and reliable ferry services for remote islands",
    "the exchange of tidal records going back to 1890",
    "the full, equal and meaningful participation of women in the maritime professions",
    "port reception facilities for waste",
)
_HOW = (
    "with a view to leaving no island behind",
    "within existing resources and without prejudice to national law",
    "on the basis of the best evidence available",
    "in accordance with their obligations under international law",
    "by means of voluntary contributions, grants and concessional loans",
    "including through the transfer of technology on mutually agreed terms",
    "bearing in mind the needs of persons with disabilities and of older persons",
    "in the 12 months before the next review conference",
)
# Words that the draft does not have, so that it is plain where they belong.
_NEW = """
    accessible adequate ambitious binding coherent comprehensive concrete credible decisive durable effective
    enduring equitable genuine gradual inclusive innovative integrated measurable orderly predictable prompt
    resilient robust shared sincere steady sustained tangible timely transparent tireless vigorous wider
""".split()
_APART = 3  # words from one place that is amended to the next


@dataclass(frozen=True)
class Written:
    """An amendment as its author wrote it: a paragraph's whole new text."""

    key: str
    provision: str
    text: str
    words: Mapping[int, tuple[str, ...]]  # what came into the place of which of the paragraph's words
    rival: bool  # whether it reads a place otherwise than an earlier one


@dataclass(frozen=True)
class Negotiation:
    """A draft, paragraph by paragraph, and its amendments in the order in which they came."""

    paragraphs: Mapping[str, str]
    amendments: tuple[Written, ...]

    def first(self, count: int) -> "Negotiation":
        """Give the negotiation as it was when so many amendments had come."""
        return Negotiation(self.paragraphs, self.amendments[:count])

    def expected(self) -> dict[str, str]:
        """Give the text with all amendments in it but those that exclude an earlier one."""
        words: dict[str, dict[int, tuple[str, ...]]] = {id: {} for id in self.paragraphs}
        for each in self.amendments:
            if not each.rival:
                words[each.provision].update(each.words)
        return {id: _put(text, words[id]) for id, text in self.paragraphs.items()}


def negotiation(amendments: int, paragraphs: int = 500) -> Negotiation:
    """Give a draft with so many amendments, of which in a hundred six exclude an earlier one and four concur.

    >>> made = negotiation(1000)
    >>> sum(each.rival for each in made.amendments) in range(40, 80)
    True
    """
    chance = Random(71)
    draft = _draft(chance, paragraphs)
    split = {id: text.split(" ") for id, text in draft.items()}
    free = {id: [*range(2, len(words) - 1, _APART)] for id, words in split.items()}
    turns = [id for id, places in free.items() for _ in places]  # long paragraphs have more of them
    for each in (turns, *free.values()):
        chance.shuffle(each)
    made: list[Written] = []
    firsts: list[Written] = []  # those of which others are rivals, or with which they concur
    for number in range(1, amendments + 1):
        drawn = chance.random() if firsts else 1
        if drawn < 0.1:
            before = chance.choice(firsts)
            id, words = before.provision, before.words
            if drawn < 0.06:
                at, said = next(iter(words.items()))
                words = {at: _otherwise(chance, split[id][at], said)}
        else:
            id = next(each for each in iter(turns.pop, None) if free[each])
            places = [free[id].pop() for _ in range(chance.choice((1, 1, 1, 2))) if free[id]]
            words = {at: _amended(chance, split[id][at]) for at in places}
        made.append(Written(f"a{number}", id, _put(draft[id], words), words, drawn < 0.06))
        if drawn >= 0.1:
            firsts.append(made[-1])
    return Negotiation(draft, tuple(made))


def hot_spot(amendments: int, paragraphs: int) -> Negotiation:
    """Give a few paragraphs of which many amendments reword up to sixteen words wherever they like."""
    chance = Random(20)
    draft = _draft(chance, paragraphs)
    made = []
    for number in range(1, amendments + 1):
        id = chance.choice([*draft])
        start = chance.randrange(2, len(draft[id].split(" ")) - 17)
        words = dict.fromkeys(range(start + 1, start + chance.randint(1, 16)), ()) | {start: _phrase(chance)}
        made.append(Written(f"a{number}", id, _put(draft[id], words), words, True))
    return Negotiation(draft, tuple(made))


def _draft(chance: Random, paragraphs: int) -> dict[str, str]:
    """Write paragraphs of 80 to 200 words: half of them recall, half of them decide."""
    draft = {}
    for at in range(paragraphs):
        openings, lead, end = (_RECALLING, "the resolve of ", ",") if at % 2 else (_DECIDING, "", ";")
        text, length = f"*{chance.choice(openings)}*", chance.randint(80, 180)
        while text.count(" ") < length:
            states, do, what, how = map(chance.choice, (_STATES, _DO, _WHAT, _HOW))
            text += f" {lead}{states} to {do} {what} {how}, and"
        draft[f"p{at}"] = text.removesuffix(", and") + end
    return draft


def _amended(chance: Random, word: str) -> tuple[str, ...]:
    """Give what takes a word's place: other words, words with it, or nothing."""
    drawn = chance.random()
    if drawn < 0.35:
        return (*_phrase(chance), word)
    if drawn < 0.5 and word.isalpha():
        return ()
    return _with_its_mark(_phrase(chance), word)


def _otherwise(chance: Random, word: str, said: tuple[str, ...]) -> tuple[str, ...]:
    """Give other words than an amendment said in a word's place, put there as it does it."""
    while True:
        phrase = _phrase(chance)
        new = (*phrase, word) if said[-1:] == (word,) else _with_its_mark(phrase, word)
        if new != said:
            return new


def _phrase(chance: Random) -> tuple[str, ...]:
    return tuple(chance.sample(_NEW, chance.randint(1, 3)))


def _with_its_mark(phrase: tuple[str, ...], word: str) -> tuple[str, ...]:
    mark = word[len(word.rstrip(",;")) :]
    return (*phrase[:-1], phrase[-1] + mark)


def _put(text: str, words: Mapping[int, Iterable[str]]) -> str:
    """Give a paragraph with words in the places of others."""
    found: list[str] = []
    for at, word in enumerate(text.split(" ")):
        found += words.get(at, (word,))
    return " ".join(found)
