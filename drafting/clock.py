"""What time it is: the present, or the moment at which a story is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """Give the present moment, in UTC."""
    return _told.get() or datetime.now(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at this moment, as the demonstration and tests do.

    >>> with at(datetime(2026, 11, 12, 9, 30, tzinfo=UTC)):
    ...     now().isoformat()
    '2026-11-12T09:30:00+00:00'
    """
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
