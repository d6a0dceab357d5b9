"""Ports for what the door reads: door lists, and who comes."""

from dataclasses import dataclass
from typing import Protocol

from src.application.dtos.door import Attendee, AttendeeList, AttendeeSearch, DoorCount
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

    async def of_ticket(self, event_id: int, ticket_id: int) -> Attendee | None:
        """Return one ticket with its holder, whatever its status; None without a code."""

    async def count(self, event_id: int) -> DoorCount:
        """Return how many may come, and how many are in."""

    async def number(self, wanted: AttendeeSearch) -> int:
        """Return how many `by_name` finds."""

    async def by_name(self, wanted: AttendeeSearch, page: PageRequest) -> Page[Attendee]:
        """Return a page of them, by name."""


class CodeReader(Protocol):
    """Finds the code in a photo, outside the event loop and away from the server's memory."""

    async def read(self, photo: bytes) -> str | None:
        """Return what the QR code in the picture says; None where there is none to be read.

        Raises ValidationFailed for what is no picture or has too many pixels, Unavailable when
        too many photos are being read.
        """


class AttendeeListWriter(Protocol):
    """Writes the list of who comes, outside the event loop."""

    async def write(self, attendees: AttendeeList) -> bytes:
        """Return the list as a PDF."""
