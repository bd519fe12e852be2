"""The frozen reading of a draft, which every reader makes and every writer takes."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from drafting.text import Text, plain


class Kind(StrEnum):
    """What part of a draft a provision is."""

    TITLE = "title"
    ENACTING = "enacting line"  # "The General Assembly,"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    HEADING = "heading"  # a section heading among the operative paragraphs
    NOTE = "note"  # what a reference [^id] refers to; printed at the foot of the page


@dataclass(frozen=True, slots=True)
class Provision:
    """One paragraph of a draft; its id stays the same through all revisions, its number is computed."""

    id: str
    kind: Kind
    text: Text
    level: int = 0  # of a sub-paragraph: 1 for (a), 2 for (i); of everything else 0


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A sponsor as printed, and whether the asterisk of the group note stands after the name."""

    name: str
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text, in the words of the document's own language (UN_FORMAT.md 1.2, 1.4)."""

    language: str = "en"  # en fr es ru zh ar
    symbol: str | None = None
    distribution: str | None = None  # "Limited", "General", in English whatever the language
    date: datetime.date | None = None
    original_language: str | None = None  # a code, like language
    job: str | None = None  # the Secretariat's number of the text: "25-17678"
    job_dates: str | None = None  # received and issued, as the first page prints them: "220825 230825"
    reissued: str | None = None  # the note without its asterisk: "Reissued for technical reasons on …"
    organ: str | None = None
    session: int | None = None  # 74; for the Economic and Social Council the year
    dates: str | None = None  # of a council's or commission's session: "24 February–4 April 2025"
    committee: str | None = None  # or the council or commission below the organ; None in plenary documents
    agenda_item: str | None = None  # "106", "71 (b)"
    agenda_title: str | None = None
    kind: str = "draft resolution"
    sponsors: tuple[Sponsor, ...] = ()
    submitted_by: str | None = (
        None  # the whole line where no State is named: "Draft resolution submitted by …"
    )
    on_behalf_of: str | None = None  # the group note without its asterisk: "On behalf of the States …"


@dataclass(frozen=True, slots=True)
class Outline:
    """A draft at one moment: masthead and provisions in order (title, enacting line, paragraphs, notes)."""

    masthead: Masthead = field(default_factory=Masthead)
    provisions: tuple[Provision, ...] = ()

    def of(self, *kinds: Kind) -> Iterator[Provision]:
        """Give the provisions of these kinds, in order."""
        return (provision for provision in self.provisions if provision.kind in kinds)

    @property
    def title(self) -> str:
        """The title's letters, or nothing where the draft has none yet."""
        return next((plain(provision.text) for provision in self.of(Kind.TITLE)), "")
