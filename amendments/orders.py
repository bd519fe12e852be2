"""The order that the penholder gives to amendments that insert at one place, so that all can be merged."""

from collections.abc import Sequence
from typing import TypeAlias

from amendments.changes import Proposal

Orders: TypeAlias = Sequence[Sequence[str]]  # keys of amendments, each time in the order of their words


def in_order(proposals: Sequence[Proposal], orders: Orders) -> list[Proposal]:
    """Put amendments into the orders that were given; those of which nothing was said keep their places.

    >>> every = [Proposal("a1", ()), Proposal("a2", ()), Proposal("a3", ())]
    >>> [each.key for each in in_order(every, [["a3", "a1"]])]
    ['a3', 'a2', 'a1']
    """
    put = list(proposals)
    for order in orders:
        places = [at for at, each in enumerate(put) if each.key in order]
        said = sorted((put[at] for at in places), key=lambda each: list(order).index(each.key))
        for at, each in zip(places, said, strict=True):
            put[at] = each
    return put


def ordered(one: str, other: str, orders: Orders) -> bool:
    """Whether an order says which of two amendments comes first."""
    return any(one in order and other in order for order in orders)
