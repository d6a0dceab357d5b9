"""Ports for what the door reads: door lists, and who comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from src.application.dtos.door import Attendee, AttendeeList, AttendeeSearch
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class DoorState:
    """How far the tickets of an event have changed, and in which life of the database.

    `database` differs once a backup is restored or a standby takes over: what was known of the
    tickets before need not be so any more.
    """

    database: str
    change_id: int


class DoorListReader(Protocol):
    """Reads the tickets that scanners have to know of."""

    async def state(self, event_id: int) -> DoorState: ...

    async def entries(self, event_id: int, *, after: int) -> str:
        """Return the tickets that changed after this change, as a JSON array of arrays."""


class AttendeeReader(Protocol):
    """Finds the tickets of an event together with their holders."""

    async def search(self, wanted: AttendeeSearch, page: PageRequest) -> Page[Attendee]:
        """Return a page of them, by ticket id."""

    async def all(self, wanted: AttendeeSearch, *, limit: int | None) -> Sequence[Attendee]:
        """Return them by name, at most `limit`."""


class AttendeeListWriter(Protocol):
    """Writes the list of who comes, outside the event loop."""

    async def write(self, attendees: AttendeeList) -> bytes:
        """Return the list as a PDF."""
