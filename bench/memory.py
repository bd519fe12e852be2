"""How much memory a compilation of three hundred pages takes, in a process of its own.

``python -m bench.memory`` with "printed" or "tracked" writes one, with "imports" only imports what that
needs; each prints its peak in MB.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from amendments.changes import Proposal, insert, reword
from amendments.compilation import Compilation, Proposed, compiled
from bench.measuring import Work, figure
from bench.negotiation import negotiation
from drafting.manuscript import manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import parse
from exports.word import compilation, compilation_tracked

PARAGRAPHS = 1_500
AT = datetime(2026, 10, 9, 15, 30, tzinfo=UTC)
WRITERS = {"printed": compilation.write, "tracked": compilation_tracked.write_tracked}
_STATES = ("Norway", "Kenya", "Fiji", "Chile", "Samoa", "Indonesia", "Jamaica", "Ireland")


def long_compilation(paragraphs: int = PARAGRAPHS) -> Compilation:
    """Make the compilation of a draft with as many amendments as paragraphs, and as many new paragraphs."""
    work = negotiation(paragraphs, paragraphs=paragraphs)
    provisions = (Provision(id, Kind.OPERATIVE, parse(words)) for id, words in work.paragraphs.items())
    text = manuscript(Outline(Masthead(), tuple(provisions)))
    proposals = [
        Proposal(each.key, (reword(text, each.provision, parse(each.text)),)) for each in work.amendments
    ]
    for at, each in enumerate(text.paragraphs):
        new = insert(text, each.id, f"new{at}", each.text, each.kind)
        proposals.append(Proposal(f"n{at}", (new,)))
    named = {
        each.key: Proposed(
            each.key, at, (_STATES[at % 8], _STATES[at % 7]), AT, (f"In {each.key}, insert a word.",)
        )
        for at, each in enumerate(proposals, 1)
    }
    return Compilation(text.masthead, "Lighthouses", "Rev.1", AT, compiled(text, proposals), named)


def peak(what: str) -> float:
    """Give the peak in MB of a process of its own that does this."""
    command = [sys.executable, "-m", "bench.memory", what]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True)
    return float(done.stdout)


_FLOOR = "a process that only imports the same modules"
_NAME = "memory of a compilation of {} paragraphs with as many amendments, {}"


@figure(_NAME.format(2 * PARAGRAPHS, "for printing"), _FLOOR, rounds=1, unit="MB")
@contextmanager
def printing() -> Iterator[tuple[Work, Work]]:
    """From the amendments to the Word file, more than three hundred pages."""
    yield lambda: peak("printed"), lambda: peak("imports")


@figure(_NAME.format(2 * PARAGRAPHS, "with tracked changes"), _FLOOR, rounds=1, unit="MB")
@contextmanager
def tracking() -> Iterator[tuple[Work, Work]]:
    """The same with a comment for each amendment."""
    yield lambda: peak("tracked"), lambda: peak("imports")


def main(what: str) -> None:
    """Do it, and print the peak."""
    if what in WRITERS:
        WRITERS[what](long_compilation())
    # What getrusage tells has the peak of the process that started this one in it.
    told = Path("/proc/self/status").read_text()
    print(int(told.partition("VmHWM:")[2].split()[0]) / 1024)


if __name__ == "__main__":
    main(sys.argv[1])
