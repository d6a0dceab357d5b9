"""What the tests of venues and seats share: a small hall, and events that are seated in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.support.api import Api, Person


@dataclass(frozen=True)
class Hall:
    """A venue and its seats as the API answered them, in natural order."""

    venue: dict[str, Any]
    seats: list[dict[str, Any]]

    @property
    def id(self) -> int:
        venue_id: int = self.venue["id"]
        return venue_id

    def seat(self, section: str, row: str, seat_number: str) -> int:
        """The id of the seat at this place."""
        wanted = (section, row, seat_number)
        for seat in self.seats:
            if (seat["section"], seat["row"], seat["seat_number"]) == wanted:
                seat_id: int = seat["id"]
                return seat_id
        raise LookupError(wanted)


async def make_hall(
    api: Api, owner: Person, sections: Sequence[str] = ("Stalls",), **fields: Any
) -> Hall:
    """A venue whose sections each have the rows A and B with three seats."""
    response = await api.post("/venues", owner, {"name": "Old Vic", **fields})
    assert response.status_code == 201, response.text
    venue = response.json()
    for section in sections:
        await add_seats(api, owner, venue["id"], section)
    return Hall(venue, (await api.get(f"/venues/{venue['id']}/seats")).json())


async def add_seats(
    api: Api, owner: Person, venue_id: int, section: str, rows: Sequence[str] = ("A", "B")
) -> None:
    """Rows of three seats."""
    body = {"section": section, "rows": rows, "seats_per_row": 3}
    response = await api.post(f"/venues/{venue_id}/seats", owner, body)
    assert response.status_code == 201, response.text


async def seated_event(
    api: Api, organizer: Person, venue_id: int, *ticket_types: dict[str, Any], **fields: Any
) -> dict[str, Any]:
    """An event with reserved seating; its capacity is left to the seats."""
    seating = {"venue_id": venue_id, "seating": "reserved", "capacity": None}
    return await api.event(organizer, **{**seating, "ticket_types": ticket_types, **fields})


async def event_now(api: Api, event_id: int) -> dict[str, Any]:
    event: dict[str, Any] = (await api.get(f"/events/{event_id}")).json()
    return event


async def capacities(api: Api, event_id: int) -> dict[str, int]:
    """The capacity of the event (by the name "") and of each of its ticket types."""
    found = {"": (await event_now(api, event_id))["capacity"]}
    for ticket_type in (await api.get(f"/events/{event_id}/ticket-types")).json():
        found[ticket_type["name"]] = ticket_type["capacity"]
    return found


async def seat_map(api: Api, event_id: int, who: Person | None = None) -> list[dict[str, Any]]:
    response = await api.get(f"/events/{event_id}/seats", who)
    assert response.status_code == 200, response.text
    seats: list[dict[str, Any]] = response.json()
    return seats


async def buy_seat(api: Api, event_id: int, seat_id: int) -> dict[str, Any]:
    """A new customer buys this seat; the booking's JSON."""
    body = {"seat_ids": [seat_id]}
    response = await api.post(f"/events/{event_id}/bookings", await api.person(), body)
    assert response.status_code == 201, response.text
    booking: dict[str, Any] = response.json()
    return booking


async def hold_seat(api: Api, event_id: int, seat_id: int) -> dict[str, Any]:
    """A new customer holds this seat; the reservation's JSON."""
    body = {"event_id": event_id, "seat_id": seat_id}
    response = await api.post("/reservations/reserve", await api.person(), body)
    assert response.status_code == 201, response.text
    reservation: dict[str, Any] = response.json()
    return reservation
