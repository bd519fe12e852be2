"""What others make of the same negotiation: programs that merge texts, though not amendments."""

import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]
from pycrdt import Doc, Text
from rapidfuzz.distance import Indel

from bench.negotiation import Negotiation, Written


@dataclass(frozen=True)
class Outcome:
    """The text with amendments merged, paragraph by paragraph, and the keys of those that were refused."""

    texts: dict[str, str]
    refused: set[str]

    def told(self, work: Negotiation) -> dict[str, int]:
        """Count what went wrong: each amendment either belongs in the text or excludes an earlier one."""
        amiss = [each for each in work.amendments if (each.key in self.refused) != each.rival]
        spoiled = {each.provision for each in amiss}
        wrong = [id for id, text in work.expected().items() if self.texts[id] != text and id not in spoiled]
        return {
            "compatible refused": sum(not each.rival for each in amiss),
            "collisions uncalled": sum(each.rival for each in amiss),
            "other paragraphs wrong": len(wrong),
        }


Peer: TypeAlias = Callable[[Negotiation], Outcome]


def git(work: Negotiation) -> Outcome:
    """Merge with ``git merge-file``, a word a line, paragraph by paragraph, which is how it does best."""
    return _in_files(work, "git", "merge-file", "-p", "-q")


def diff3(work: Negotiation) -> Outcome:
    """Merge with ``diff3``, a word a line, paragraph by paragraph."""
    return _in_files(work, "diff3", "-m")


def _in_files(work: Negotiation, *command: str) -> Outcome:
    outcome = Outcome(dict(work.paragraphs), set())
    with tempfile.TemporaryDirectory() as folder:
        ours, old, theirs = (Path(folder) / name for name in ("ours", "old", "theirs"))
        for each in work.amendments:
            said = outcome.texts[each.provision], work.paragraphs[each.provision], each.text
            for path, text in zip((ours, old, theirs), said, strict=True):
                path.write_text(text.replace(" ", "\n") + "\n", "utf-8")
            done = subprocess.run([*command, ours, old, theirs], capture_output=True, text=True)
            if done.stderr:
                raise RuntimeError(done.stderr)
            if done.returncode:
                outcome.refused.add(each.key)
            else:
                outcome.texts[each.provision] = done.stdout.rstrip("\n").replace("\n", " ")
    return outcome


def patched(work: Negotiation) -> Outcome:
    """Merge with diff-match-patch: a patch for each amendment, found again wherever it fits."""
    return apply_patches(work, make_patches(work))


def make_patches(work: Negotiation) -> list[object]:
    """Make diff-match-patch's patches."""
    tool = diff_match_patch()
    return [tool.patch_make(work.paragraphs[each.provision], each.text) for each in work.amendments]


def apply_patches(work: Negotiation, patches: list[object]) -> Outcome:
    """Put patches into the text, which names those that fit nowhere."""
    tool = diff_match_patch()
    outcome = Outcome(dict(work.paragraphs), set())
    for each, patch in zip(work.amendments, patches, strict=True):
        text, fits = tool.patch_apply(patch, outcome.texts[each.provision])
        if all(fits):
            outcome.texts[each.provision] = text
        else:
            outcome.refused.add(each.key)
    return outcome


def fitting(work: Negotiation, patches: list[object], texts: dict[str, str]) -> int:
    """Put each patch alone into a text that others were merged into; gives how many fit somewhere."""
    tool = diff_match_patch()
    pairs = zip(work.amendments, patches, strict=True)
    return sum(all(tool.patch_apply(patch, texts[each.provision])[1]) for each, patch in pairs)


def replicated(work: Negotiation) -> Outcome:
    """Merge with pycrdt: each author edits a copy of the paragraph, and the copies are brought together."""
    return apply_updates(work, *make_updates(work))


def make_updates(work: Negotiation) -> tuple[dict[str, bytes], list[bytes]]:
    """Make pycrdt's paragraphs, and the update that each author's copy has."""
    states = {}
    for client, (id, text) in enumerate(work.paragraphs.items(), 1):
        states[id] = Doc({"text": Text(text)}, client_id=client).get_update()
    first = len(states) + 1
    updates = (_update(states, client, each) for client, each in enumerate(work.amendments, first))
    return states, [*updates]


def _update(states: dict[str, bytes], client: int, amendment: Written) -> bytes:
    copy: Doc[Text] = Doc(client_id=client)
    copy.apply_update(states[amendment.provision])
    before = copy.get_state()
    text = copy.get("text", type=Text)
    old, new = (said.split(" ") for said in (str(text), amendment.text))
    starts = [0]
    for word in old:
        starts.append(starts[-1] + len(word) + 1)
    with copy.transaction():
        for step in reversed(Indel.opcodes(old, new)):
            start, end = starts[step.src_start], starts[step.src_end]
            if step.tag != "equal":
                text[start:end] = "".join(word + " " for word in new[step.dest_start : step.dest_end])
    return copy.get_update(before)


def apply_updates(work: Negotiation, states: dict[str, bytes], updates: list[bytes]) -> Outcome:
    """Bring the copies together; nothing is ever refused."""
    docs: dict[str, Doc[Text]] = {id: Doc() for id in states}
    for id, state in states.items():
        docs[id].apply_update(state)
    for each, update in zip(work.amendments, updates, strict=True):
        docs[each.provision].apply_update(update)
    return Outcome({id: str(doc.get("text", type=Text)) for id, doc in docs.items()}, set())


PEERS: dict[str, Peer] = {
    "git merge-file, a word a line": git,
    "diff3, a word a line": diff3,
    "diff-match-patch": patched,
    "pycrdt": replicated,
}
