"""How a figure is measured: in turns with what it is compared with, so that a noisy machine disturbs both."""

import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any, TypeAlias

Work: TypeAlias = Callable[[], object]
Sides: TypeAlias = Callable[[], AbstractContextManager[tuple[Work, Work]]]
Tells: TypeAlias = Callable[[Any, Any], Mapping[str, object]]


@dataclass(frozen=True)
class Figure:
    """Something to be measured: how its two sides are set up, and what the other side is."""

    name: str
    kind: str  # "floor": the least it could cost; "peer": another way to it; "tenth": the same on a tenth
    against: str
    rounds: int
    sides: Sides
    unit: str  # "ms": how long it takes; of any other unit each side gives the value
    tells: Tells  # what else there is to say of what the two sides gave


@dataclass(frozen=True)
class Finding:
    """Something to be found out that is no matter of time."""

    name: str
    tells: Callable[[], Mapping[str, object]]


FIGURES: list[Figure | Finding] = []


def figure(
    name: str,
    against: str,
    kind: str = "floor",
    rounds: int = 25,
    unit: str = "ms",
    tells: Tells = lambda *_: {},
) -> Callable[[Sides], Sides]:
    """Enter a figure; what is decorated gives the work and what it is compared with."""

    def enter(sides: Sides) -> Sides:
        FIGURES.append(Figure(name, kind, against, rounds, sides, unit, tells))
        return sides

    return enter


def measured(wanted: Figure) -> dict[str, object]:
    """Measure a figure: medians in milliseconds, or what its sides give, and their ratio.

    What takes so long that it is done a few times only is not rehearsed.
    """
    with wanted.sides() as (work, other):
        if wanted.rounds > 3:
            work(), other()
        gc.collect()
        gc.freeze()  # what was set up is not looked through again before each round
        rounds = [(_timed(work), _timed(other)) for _ in range(wanted.rounds)]
    gc.unfreeze()
    value, beside = (
        median(taken for taken, _ in side) if wanted.unit == "ms" else float(str(side[-1][1]))
        for side in zip(*rounds, strict=True)
    )
    (_, made), (_, other_made) = rounds[-1]
    return {
        "name": wanted.name,
        "value": round(value, 3),
        "unit": wanted.unit,
        wanted.kind: round(beside, 3),
        "against": wanted.against,
        "ratio": round(value / beside, 2),
        **wanted.tells(made, other_made),
    }


def lines(names: list[str]) -> Iterator[str]:
    """Give one JSON line a figure, of all or of those that are named."""
    for wanted in FIGURES:
        if not names or wanted.name in names:
            print(f"Measuring {wanted.name} ...", file=sys.stderr)
            told = measured(wanted) if isinstance(wanted, Figure) else {"name": wanted.name, **wanted.tells()}
            yield json.dumps(told, ensure_ascii=False)


def _timed(work: Work) -> tuple[float, object]:
    gc.collect()
    gc.disable()
    start = perf_counter()
    made = work()
    taken = perf_counter() - start
    gc.enable()
    return taken * 1000, made
