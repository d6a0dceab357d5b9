"""An event with its door, over HTTP: who works there, what is scanned, and what is answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx

from src.domain.entities.user import Role
from tests.support.api import Api, Person

Json = dict[str, Any]


@dataclass(frozen=True)
class Door:
    """An event that starts in two hours, its organizer, and a scanner assigned to it."""

    api: Api
    organizer: Person
    scanner: Person
    event: Json

    @property
    def id(self) -> int:
        event_id: int = self.event["id"]
        return event_id

    async def tickets(self, quantity: int = 1, buyer: Person | None = None) -> list[Json]:
        """Tickets of a new buyer, or of this one."""
        booking = await self.api.book(buyer or await self.api.person(), self.id, quantity)
        tickets: list[Json] = booking["tickets"]
        return tickets

    async def ticket(self) -> Json:
        return (await self.tickets())[0]

    async def token(self, ticket: Json) -> str:
        """The token of the ticket's present issue."""
        (stored,) = await self.api.container.adapters.tickets().of_event(
            self.id, ticket_ids=[ticket["id"]]
        )
        return self.api.container.adapters.ticket_tokens().issue(stored)

    async def check_in(self, code: str, **body: Any) -> httpx.Response:
        return await self.api.post("/tickets/check-in", self.scanner, {"code": code, **body})

    async def merge(self, scanner_id: str, *scans: Json) -> list[Json]:
        """Send scans of a device; the outcomes."""
        body = {"scanner_id": scanner_id, "scans": scans}
        response = await self.api.post(f"/events/{self.id}/check-ins", self.scanner, body)
        assert response.status_code == 200, response.text
        outcomes: list[Json] = response.json()
        return outcomes

    async def list(self, since: str | None = None) -> Json:
        """The door list as it is by now."""
        self.api.container.door.door_lists().states.invalidate_all()
        params = {"since": since} if since else {}
        response = await self.api.get(f"/events/{self.id}/door-list", self.scanner, params=params)
        assert response.status_code == 200, response.text
        found: Json = response.json()
        return found

    async def seen(self, ticket: Json) -> Json:
        """The ticket as it is by now."""
        response = await self.api.get(f"/tickets/{ticket['ticket_code']}", self.scanner)
        found: Json = response.json()
        return found

    def scan(
        self, ticket: Json | str, minute: float, scan_id: str | None = None, **fields: Any
    ) -> Json:
        """A scan of a code, so many minutes after half an hour ago."""
        code = ticket if isinstance(ticket, str) else ticket["ticket_code"]
        at = datetime.fromisoformat(self.event["date_time"]) + timedelta(minutes=minute - 150)
        scan_id = scan_id or f"scan-{code[-4:]}-{minute}"
        return {"scan_id": scan_id, "code": code, "at": at.isoformat(), **fields}


async def open_door(api: Api, organizer: Person, **fields: Any) -> Door:
    """A new event with its door."""
    starts = api.clock() + timedelta(hours=2)
    body = {"date_time": starts.isoformat(), "capacity": 100, **fields}
    event = await api.event(organizer, **body)
    scanner = await api.person(Role.SCANNER)
    await api.put(f"/events/{event['id']}/scanners", organizer, {"user_ids": [scanner.id]})
    return Door(api, organizer, scanner, event)
