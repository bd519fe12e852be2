"""The figures of the amendment engine: one negotiation, beside other programs and beside a tenth of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from amendments.changes import Proposal, reword
from amendments.collisions import Severity, clusters, collisions
from amendments.merge import Merged, merge
from amendments.rebase import Carried, carry
from bench import peers
from bench.measuring import Work, figure
from bench.negotiation import Negotiation, hot_spot, negotiation
from bench.peers import PEERS, Outcome, Peer
from drafting.manuscript import Manuscript, manuscript
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import markup, parse

FEW, MANY = 1_000, 10_000
SHARE = 475  # of a thousand pending amendments: how many others were merged before they are carried over
written = cache(negotiation)


def derived(work: Negotiation) -> tuple[Manuscript, list[Proposal]]:
    """Read a draft and every amended paragraph from strings, and find what each amendment changes."""
    provisions = (Provision(id, Kind.OPERATIVE, parse(text)) for id, text in work.paragraphs.items())
    text = manuscript(Outline(Masthead(), tuple(provisions)))
    return text, [
        Proposal(each.key, (reword(text, each.provision, parse(each.text)),)) for each in work.amendments
    ]


def merged(work: Negotiation) -> Outcome:
    """Do all of it as others do: derive, refuse what excludes an earlier amendment, merge the rest."""
    text, proposals = derived(work)
    hard = {each.key: set[str]() for each in proposals}
    for each in collisions(text, proposals):
        if each.severity is Severity.HARD:
            hard[each.one].add(each.other)
            hard[each.other].add(each.one)
    chosen: dict[str, Proposal] = {}
    for proposal in proposals:
        if hard[proposal.key].isdisjoint(chosen):
            chosen[proposal.key] = proposal
    now = merge(text, chosen.values()).manuscript
    return Outcome({each.id: markup(each.text) for each in now.paragraphs}, hard.keys() - chosen.keys())


def deriving(count: int) -> Work:
    """Give the work of tokenizing and deriving so many amendments."""
    work = written(count)
    return lambda: derived(work)


def colliding(count: int) -> Work:
    """Give the work of finding all collisions among so many."""
    text, proposals = _ready(count)
    return lambda: collisions(text, proposals)


def merging(count: int) -> Work:
    """Give the work of merging those of so many that exclude no earlier one."""
    text, proposals = _ready(count)
    chosen = _compatible(written(count), proposals)
    return lambda: merge(text, chosen)


def carrying(count: int) -> Callable[[], list[Carried]]:
    """Give the work of carrying so many over others that were merged."""
    text, now, pending = _merged_before(count)
    return lambda: [carry(each, text, now) for each in pending]


@cache
def _ready(count: int) -> tuple[Manuscript, list[Proposal]]:
    return derived(written(count))


def _compatible(work: Negotiation, proposals: list[Proposal]) -> list[Proposal]:
    rivals = {each.key for each in work.amendments if each.rival}
    return [each for each in proposals if each.key not in rivals]


@cache
def _merged_before(count: int) -> tuple[Manuscript, Merged, list[Proposal]]:
    accepted = count * SHARE // 1_000
    text, proposals = _ready(count + accepted)
    chosen = _compatible(written(count + accepted), proposals)[::2][:accepted]
    keys = {each.key for each in chosen}
    return text, merge(text, chosen), [each for each in proposals if each.key not in keys]


# Growth: ten times the amendments in at most eleven times the time.

for name, prepare, rounds in (
    ("deriving", deriving, 3),
    ("collisions among", colliding, 9),
    ("merging", merging, 5),
    ("carrying over", carrying, 5),
):

    @figure(f"{name} {MANY:,} amendments", f"{FEW:,}: growth", "tenth", rounds)
    @contextmanager
    def growth(prepare: Callable[[int], Work] = prepare) -> Iterator[tuple[Work, Work]]:
        """Ten times the amendments to the same 500 paragraphs: a ratio of eleven or less is linear."""
        yield prepare(MANY), prepare(FEW)


@figure(f"deriving {FEW:,} amendments", "git merge-file, a word a line", "peer", rounds=1)
@contextmanager
def deriving_few() -> Iterator[tuple[Work, Work]]:
    """What we do when amendments are submitted, beside merging all of them."""
    yield deriving(FEW), lambda: peers.git(written(FEW))


@figure(f"collisions among {FEW:,} amendments", "sorting their spans")
@contextmanager
def colliding_few() -> Iterator[tuple[Work, Work]]:
    """Every pair that meets, and how."""
    _, proposals = _ready(FEW)
    changes = [change for each in proposals for change in each.changes]
    spans = [(each.provision, edit.start, edit.end) for each in changes for edit in each.edits]
    yield colliding(FEW), lambda: sorted(spans)


@figure(f"merging {FEW:,} amendments", "pycrdt, updates made before", "peer", rounds=9)
@contextmanager
def merging_few() -> Iterator[tuple[Work, Work]]:
    """Those that exclude no other, looking once more for collisions, which pycrdt does not."""
    work = written(FEW)
    updates = peers.make_updates(work)
    yield merging(FEW), lambda: peers.apply_updates(work, *updates)


def _fates(ours: Sequence[Carried], theirs: int) -> dict[str, object]:
    return {"ours": Counter(each.state.value for each in ours), "theirs": {"fit somewhere": theirs}}


@figure(
    f"carrying over {FEW:,} amendments",
    "diff-match-patch, patches made before",
    "peer",
    rounds=9,
    tells=_fates,
)
@contextmanager
def carrying_few() -> Iterator[tuple[Work, Work]]:
    """Each of them alone, onto the text that others were merged into."""
    _, now, pending = _merged_before(FEW)
    keys = {each.key for each in pending}
    every = written(FEW + SHARE)
    work = Negotiation(every.paragraphs, tuple(each for each in every.amendments if each.key in keys))
    texts = {each.id: markup(each.text) for each in now.manuscript.paragraphs}
    patches = peers.make_patches(work)
    yield carrying(FEW), lambda: peers.fitting(work, patches, texts)


@figure(f"clusters of {MANY:,} amendments to 20 paragraphs", "listing the pairs", "peer", rounds=3)
@contextmanager
def clustering() -> Iterator[tuple[Work, Work]]:
    """Which amendments of a hot spot hang together, without looking at each pair."""
    text, proposals = derived(hot_spot(MANY, 20))
    yield lambda: clusters(text, proposals), lambda: collisions(text, proposals)


# From strings to the merged text, beside each peer; those that take a process each do not get ten thousand.

for count, beside in [(FEW, PEERS), (MANY, {name: PEERS[name] for name in ("diff-match-patch", "pycrdt")})]:
    for name, peer in beside.items():

        def told(ours: Outcome, theirs: Outcome, count: int = count) -> dict[str, object]:
            """Say what each side refused, took and got wrong."""
            return {"ours": ours.told(written(count)), "theirs": theirs.told(written(count))}

        @figure(f"deriving and merging {count:,} amendments", name, "peer", rounds=1, tells=told)
        @contextmanager
        def whole(count: int = count, peer: Peer = peer) -> Iterator[tuple[Work, Work]]:
            """Everything that comes, in its order: what excludes an earlier amendment is to be refused."""
            work = written(count)
            yield lambda: merged(work), lambda: peer(work)
