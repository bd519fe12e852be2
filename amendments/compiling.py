"""What a compilation text asks of a draft: its open amendments, who is behind each, and how it is worded."""

from sqlalchemy.orm import Session

from amendments import queries
from amendments.compilation import Compilation, Proposed, compiled
from amendments.formal_wording import FormalWording
from amendments.models import Amendment, Status
from amendments.targets import Readings
from drafting import queries as drafts
from drafting.clock import now
from drafting.models import Draft


def compilation_of(session: Session, draft: Draft) -> Compilation:
    """Give the current text with every open amendment in its place, as it is now."""
    revision = drafts.revision(session, draft)
    outline = drafts.outline(session, draft, revision)
    opened = queries.amendments(session, draft, Status.OPEN)
    standing = [each for each in opened if queries.stands(each, draft)]
    readings = Readings(session, draft)
    current = FormalWording(readings[draft.revision], draft.language)

    def proposed(each: Amendment) -> Proposed:
        target = each.amends()
        formal = current
        if target is not None or each.wording.revision != draft.revision:
            formal = FormalWording(readings.of(each), draft.language)
        return Proposed(
            each.key,
            each.number or 0,
            tuple(queries.movers(each, draft.language)),
            each.submitted_at or each.saved_at,
            tuple(formal.spoken(each.wording.changes)),
            target.number if target else None,
            each.explanation,
        )

    return Compilation(
        outline.masthead,
        outline.title,
        revision.label,
        now(),
        compiled(revision.text, [each.proposal for each in standing], queries.targets(standing)),
        {each.key: proposed(each) for each in standing},
        tuple(proposed(each) for each in opened if each not in standing),
    )
