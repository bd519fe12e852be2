"""Any course of a negotiation, step by step, against a text that is worked out naively beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from amendments.changes import ChangeKind, Proposal
from amendments.collisions import Severity, between
from amendments.division import divide, parts
from amendments.merge import merge
from amendments.orders import Orders
from amendments.rebase import Carried, State, carry
from drafting.manuscript import Manuscript
from drafting.outline import Kind
from tests.amendments import by_hand
from tests.amendments.negotiations import ALPHABETS, crowding, drafts, proposals_to


@dataclass
class Paper:
    """An amendment on the table."""

    forms: dict[int, Proposal]  # by the revision, since its author last wrote or confirmed it
    offer: Proposal | None = None  # where its author has to decide: what is offered on the current revision
    words: set[str] = field(default_factory=set)  # all that its author ever wrote
    joins: bool = False


class Negotiation(RuleBasedStateMachine):
    """Delegations propose, divide, withdraw and confirm; the penholder puts in order, merges and carries over."""

    def __init__(self) -> None:
        super().__init__()
        self.revisions: list[Manuscript] = []
        self.merged: list[list[Paper]] = []  # what went into each revision after the first
        self.orders: list[Orders] = []
        self.open: dict[str, Paper] = {}
        self.proposed = 0

    @property
    def now(self) -> int:
        return len(self.revisions) - 1

    def standing(self) -> list[Proposal]:
        """The amendments that can be merged as they are."""
        return [paper.forms[self.now] for paper in self.open.values() if paper.offer is None]

    def table(self, proposal: Proposal) -> None:
        self.proposed += 1
        joins = any(each.kind is ChangeKind.JOIN for each in proposal.changes)
        self.open[proposal.key] = Paper({self.now: proposal}, None, brought(proposal), joins)

    @initialize(data=st.data(), language=st.sampled_from(sorted(ALPHABETS)))
    def begin(self, data: st.DataObject, language: str) -> None:
        self.revisions.append(data.draw(drafts(language, 5, 1)))
        self.propose(data, 6)

    @precondition(lambda self: len(self.open) < 6)
    @rule(data=st.data(), count=st.integers(2, 4))
    def propose(self, data: st.DataObject, count: int) -> None:
        draft = self.revisions[-1]
        body = [each for each in draft.paragraphs if not each.struck and each.kind is not Kind.NOTE]
        place = data.draw(st.sampled_from(body)) if body else None
        at = data.draw(st.integers(0, len(place.text))) if place else 0
        for _ in range(count):
            key = f"a{self.proposed + 1}"
            crowded = place is not None and data.draw(st.booleans())
            proposal = data.draw(crowding(draft, key, place.id, at) if crowded else proposals_to(draft, key))
            if proposal.changes:
                self.table(proposal)

    @precondition(lambda self: self.standing())
    @rule(data=st.data())
    def divide(self, data: st.DataObject) -> None:
        draft = self.revisions[-1]
        counts = {each.key: len(parts(draft, each.changes)) for each in self.standing()}
        keys = [key for key, count in counts.items() if count > 1]
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        whole, count = self.open.pop(key).forms[self.now], counts[key]
        separate = data.draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=count - 1))
        for changes in divide(draft, whole.changes, separate):
            self.table(Proposal(f"a{self.proposed + 1}", changes))

    @precondition(lambda self: len(self.open) > 4)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.open)))
        del self.open[key]

    @precondition(lambda self: any(paper.offer for paper in self.open.values()))
    @rule(data=st.data())
    def confirm(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from([key for key, paper in self.open.items() if paper.offer]))
        paper = self.open[key]
        assert paper.offer
        paper.forms = {self.now: paper.offer}
        paper.words |= brought(paper.offer)
        paper.offer = None

    @precondition(lambda self: self.standing())
    @rule(data=st.data(), in_order=st.sampled_from([False, False, False, True]))
    def issue(self, data: st.DataObject, in_order: bool) -> None:
        """Merge some that are compatible, those at one place perhaps in an order, and carry over the rest."""
        draft, standing = self.revisions[-1], data.draw(st.permutations(self.standing()))
        orders = [[each.key for each in standing]] if in_order else []
        chosen: list[Proposal] = []
        for proposal in [each for each in standing if data.draw(st.booleans())] or standing:
            if not hard(draft, proposal, chosen, orders):
                chosen.append(proposal)
        merged = merge(draft, chosen, orders)
        self.merged.append([self.open.pop(each.key) for each in chosen])
        self.orders.append(orders)
        self.revisions.append(merged.manuscript)
        for key, paper in list(self.open.items()):
            form = paper.offer or paper.forms[self.now - 1]
            carried = carry(form, draft, merged)
            self.judge(form, carried, draft, chosen)
            if carried.state is State.OK and paper.offer is None:
                assert carried.proposal
                paper.forms[self.now] = carried.proposal
            elif offer := carried.proposal or carried.offered:
                paper.offer = offer
            else:  # it has happened already, or its author has to write it anew
                del self.open[key]
        self.compare()

    def judge(self, form: Proposal, carried: Carried, draft: Manuscript, chosen: list[Proposal]) -> None:
        """Nothing is dropped in silence: it is in, it is carried, or its author is asked."""
        now = self.revisions[-1]
        if carried.state is State.NEEDS_AUTHOR:
            assert hard(draft, form, chosen)
        elif carried.state is State.ALREADY:
            assert brought(form) <= {word for each in chosen for word in brought(each)}
            deleted = {each.provision for each in form.changes if each.kind is ChangeKind.DELETE}
            assert deleted.isdisjoint(each.id for each in now.outline.provisions)
        if proposal := carried.proposal or carried.offered:
            assert by_hand.read(merge(now, [proposal]).manuscript) == by_hand.merged(now, [proposal])

    def compare(self) -> None:
        """Work the text out from every earlier revision at which all that was merged since was on the table."""
        for start in range(self.now):
            papers = [paper for step in self.merged[start:] for paper in step]
            forms = [paper.forms[start] for paper in papers if start in paper.forms]
            one_step = start == self.now - 1
            if len(forms) < len(papers) or (any(self.orders[start:]) and not one_step):
                continue
            if one_step or not any(hard(self.revisions[start], each, forms) for each in forms):
                expected = by_hand.merged(self.revisions[start], forms, self.orders[-1])
                assert by_hand.read(self.revisions[-1]) == expected

    @invariant()
    def every_word_names_who_wrote_it(self) -> None:
        """What was withdrawn has left nothing, and what stands was written by those it names."""
        papers = {each.key: paper for step in self.merged for paper in step for each in paper.forms.values()}
        joins = {key for key, paper in papers.items() if paper.joins}
        base = {by_hand.letters([cell.word]) for each in self.revisions[0].paragraphs for cell in each.cells}
        for paragraph in self.revisions[-1].paragraphs:
            assert {*paragraph.by, *paragraph.struck} <= papers.keys()
            for cell in paragraph.cells:
                assert {*cell.by, *cell.struck} <= papers.keys()
                word = by_hand.letters([cell.word])
                authors = {key for key in cell.by if word in papers[key].words}
                assert set(cell.by) - authors <= joins  # these brought the words of one paragraph to another
                assert authors or word in base


def brought(proposal: Proposal) -> set[str]:
    """The words that an amendment says shall come into the text."""
    texts = [each.text for each in proposal.changes if each.kind is ChangeKind.INSERT]
    texts += [edit.words for each in proposal.changes for edit in each.edits]
    return {by_hand.letters([word]) for text in texts for word in text}


def hard(draft: Manuscript, proposal: Proposal, others: Sequence[Proposal], orders: Orders = ()) -> bool:
    """Whether an amendment and one of the others exclude each other."""
    return any(each.severity is Severity.HARD for each in between(draft, proposal, others, orders))


TestNegotiation = Negotiation.TestCase
TestNegotiation.settings = settings(max_examples=120, stateful_step_count=15, deadline=None)
