"""Port for calendar files."""

from collections.abc import Sequence
from typing import Protocol

from src.application.dtos.calendar import CalendarEntry, CalendarMethod


class CalendarWriter(Protocol):
    """Writes iCalendar files (RFC 5545), without any input or output."""

    def event(self, entry: CalendarEntry, *, method: CalendarMethod) -> bytes:
        """Return a file of one event, to be attached or opened.

        A later file of the same event replaces it in a calendar: it has the same UID, and a
        higher SEQUENCE once the event was edited.
        """

    def feed(self, entries: Sequence[CalendarEntry]) -> bytes:
        """Return a calendar of all these events, to be subscribed to."""
