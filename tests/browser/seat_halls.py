"""Halls that the browser tests of seats sell."""

from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from tests.support.browser.site import Site, in_future


@dataclass(frozen=True)
class HallOnSale:
    """An event in a hall; `ids` are its seats in the order of the plan."""

    event_id: int
    venue_id: int
    ids: list[int]


def theatre(site: Site, **fields: Any) -> HallOnSale:
    """Stalls of 30 seats and a balcony of 12, of which two are for a wheelchair and a companion."""
    blocks = [("Balcony", "AB", 6), ("Stalls", "ABC", 10)]
    types = [
        {"name": "Stalls", "price": "50.00", "section": "Stalls"},
        {"name": "Balcony", "price": "20.00", "section": "Balcony"},
    ]
    hall = _on_sale(site, blocks, types, max_tickets_per_user=4, **fields)
    site.execute("UPDATE seats SET access = 'accessible' WHERE id = $1", hall.ids[0])
    site.execute("UPDATE seats SET access = 'companion' WHERE id = $1", hall.ids[1])
    site.execute("UPDATE venues SET plan_version = plan_version + 1 WHERE id = $1", hall.venue_id)
    return hall


def arena(site: Site) -> HallOnSale:
    """20,000 seats in 40 blocks."""
    blocks = [(f"Block {number}", ascii_uppercase[:20], 25) for number in range(1, 41)]
    return _on_sale(site, blocks, [{"name": "Arena", "price": "80.00"}])


def _on_sale(
    site: Site, blocks: list[tuple[str, str, int]], types: list[dict[str, Any]], **fields: Any
) -> HallOnSale:
    venue = site.post("/venues", {"name": "Test hall"}, who=site.organizer)["id"]
    for name, rows, seats in blocks:
        body = {"section": name, "rows": list(rows), "seats_per_row": seats}
        site.post(f"/venues/{venue}/seats", body, who=site.organizer)
    event = {
        "title": "The Tempest",
        "date_time": in_future(days=30),
        "currency": "EUR",
        "venue_id": venue,
        "seating": "reserved",
        "ticket_types": types,
        **fields,
    }
    event_id = site.post("/events", event, who=site.organizer)["id"]
    ids = [seat["id"] for seat in site.get(f"/venues/{venue}/seats")]
    return HallOnSale(event_id, venue, ids)
