"""What Penholder says to a person: a sentence with its values, put into the person's language when shown."""

from typing import Any


class Message:
    """A sentence in English with named values, which the catalogues translate before it is filled in.

    A value may be a message again, or a list of them.

    >>> str(Message("{place}: the text is empty.", place="Operative paragraph 12"))
    'Operative paragraph 12: the text is empty.'
    """

    def __init__(self, text: str, **values: Any) -> None:
        self.text = text
        self.values = values

    def __str__(self) -> str:
        several = {
            name: ", ".join(map(str, each)) for name, each in self.values.items() if isinstance(each, list)
        }
        return self.text.format(**self.values | several)

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"


class Refused(Exception):
    """Something cannot be done; the message says what and where, for a person to read."""

    def __init__(self, text: str, **values: Any) -> None:
        super().__init__(text, values)
        self.message = Message(text, **values)

    def __str__(self) -> str:
        return str(self.message)


class NotAllowed(Refused):
    """The actor's role does not permit the act (drafting.permissions)."""


class NotFound(Refused):
    """What was asked for does not exist, or may not be seen by who asks."""


class Superseded(Refused):
    """The act was prepared on a text that has changed since; nothing was done."""


class OutOfOrder(Refused):
    """The act does not fit the state of things: a closed draft, an amendment already withdrawn."""


class Unreadable(Refused):
    """A file or a text cannot be taken as what it should be."""
