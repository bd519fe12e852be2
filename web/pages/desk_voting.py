"""The order in which amendments that exclude each other would be put to the vote."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from amendments.changes import Proposal
from amendments.collisions import Collision, Severity, clusters
from amendments.models import Amendment, Choice
from amendments.orders import Orders
from amendments.voting_order import voting_order
from drafting.manuscript import Manuscript
from drafting.models import Draft
from web.pages.proposals import behind, url


@dataclass(frozen=True)
class Turn:
    """An amendment in its turn, and which others would not be put if it were adopted."""

    number: int
    movers: str
    url: str
    settles: list[int]
    settled_by: int | None  # the one that is taken already, for which this one is not to be put
    undecided: bool


@dataclass(frozen=True)
class Voting:
    """A cluster of amendments in the order of voting, as it is suggested or as it was given."""

    turns: list[Turn]
    given: bool

    @property
    def numbers(self) -> list[int]:
        """The numbers of the amendments, in their order."""
        return [each.number for each in self.turns]


def votings(
    draft: Draft,
    text: Manuscript,
    standing: Mapping[str, Amendment],
    said: Mapping[str, Proposal],
    met: Iterable[Collision],
    here: Collection[str],
    chosen: Mapping[int, Choice],
    orders: Orders,
    language: str,
) -> list[Voting]:
    """Give the clusters to which the amendments at one place belong, each in its order."""
    filed = sorted(standing.values(), key=lambda each: (each.submitted_at, each.number))
    targets = {each.key: f"a{each.target_id}" for each in filed if each.target_id}
    hard = [{each.one, each.other} for each in met if each.severity is Severity.HARD]
    found = []
    for cluster in clusters(text, said.values()):
        if not set(cluster) & set(here) or not any(pair <= set(cluster) for pair in hard):
            continue
        votes = voting_order(text, [said[each.key] for each in filed if each.key in cluster], targets, orders)
        taken = [vote for vote in votes if _take(chosen, standing[vote.key])]
        turns = []
        for vote in votes:
            each = standing[vote.key]
            settling = next((one for one in taken if vote.key in one.settles), None)
            turns.append(
                Turn(
                    each.number or 0,
                    behind(each, language),
                    url(draft, each),
                    [standing[key].number or 0 for key in vote.settles],
                    standing[settling.key].number if settling else None,
                    each.id not in chosen,
                )
            )
        found.append(Voting(turns, any(len(set(order) & set(cluster)) > 1 for order in orders)))
    return found


def _take(chosen: Mapping[int, Choice], amendment: Amendment) -> bool:
    return amendment.id in chosen and chosen[amendment.id].take
