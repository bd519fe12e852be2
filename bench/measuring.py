"""How a figure is measured: in turns with what it is compared with, so that a noisy machine disturbs both."""

import gc
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """Something to be measured: how its two sides are set up, and what the other side is."""

    name: str
    kind: str  # "floor": the least it could cost; "peer": another program on the same work
    against: str
    rounds: int
    sides: Callable[[], AbstractContextManager[tuple[Work, Work]]]


FIGURES: list[Figure] = []


def figure(
    name: str, against: str, kind: str = "floor", rounds: int = 25
) -> Callable[[Callable[[], AbstractContextManager[tuple[Work, Work]]]], None]:
    """Enter a figure; what is decorated gives the work and what it is compared with."""

    def enter(sides: Callable[[], AbstractContextManager[tuple[Work, Work]]]) -> None:
        FIGURES.append(Figure(name, kind, against, rounds, sides))

    return enter


def measured(wanted: Figure) -> dict[str, object]:
    """Measure a figure: medians in milliseconds, and how many times the other side it costs."""
    with wanted.sides() as (work, other):
        work(), other()
        times = [(_milliseconds(work), _milliseconds(other)) for _ in range(wanted.rounds)]
    value, beside = (median(side) for side in zip(*times, strict=True))
    return {
        "name": wanted.name,
        "value": round(value, 3),
        "unit": "ms",
        wanted.kind: round(beside, 3),
        "against": wanted.against,
        "ratio": round(value / beside, 2),
    }


def lines(names: list[str]) -> Iterator[str]:
    """Give one JSON line a figure, of all or of those that are named."""
    for wanted in FIGURES:
        if not names or wanted.name in names:
            print(f"Measuring {wanted.name} ...", file=sys.stderr)
            yield json.dumps(measured(wanted), ensure_ascii=False)


def _milliseconds(work: Work) -> float:
    gc.collect()
    gc.disable()
    start = perf_counter()
    work()
    taken = perf_counter() - start
    gc.enable()
    return taken * 1000
