"""What use cases refuse, as sentences in the reader's language."""

from collections.abc import Callable

from src.domain import errors

Gettext = Callable[[str], str]


def sentence(refusal: errors.TicketingError, gettext: Gettext) -> str:
    """The refusal as a sentence that the visitor can act on."""
    return gettext(str(refusal))
