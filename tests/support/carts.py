"""What the tests of carts and discount codes share: short ways to fill, read and reduce."""

from typing import Any

import httpx

from tests.support.api import Api, Person


async def type_ids(api: Api, event: dict[str, Any], who: Person | None = None) -> list[int]:
    """The ids of the event's ticket types."""
    found = await api.get(f"/events/{event['id']}/ticket-types", who)
    return [ticket_type["id"] for ticket_type in found.json()]


async def put_in(
    api: Api, buyer: Person, ticket_type_id: int, quantity: int = 1, **fields: Any
) -> dict[str, Any]:
    """Put tickets into the buyer's cart and return the item's JSON."""
    body = {"ticket_type_id": ticket_type_id, **fields}
    if "seat_ids" not in fields:
        body["quantity"] = quantity
    response = await api.post("/cart", buyer, body)
    assert response.status_code == 201, response.text
    item: dict[str, Any] = response.json()
    return item


async def cart_of(api: Api, buyer: Person) -> list[dict[str, Any]]:
    response = await api.get(f"/cart/user/{buyer.id}", buyer)
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()
    return items


async def total_of(api: Api, buyer: Person) -> dict[str, Any]:
    response = await api.get(f"/cart/user/{buyer.id}/total", buyer)
    assert response.status_code == 200, response.text
    total: dict[str, Any] = response.json()
    return total


async def make_code(api: Api, owner: Person, code: str = "SUMMER20", **fields: Any) -> Any:
    """A discount code of 20 per cent; its JSON."""
    body = {"code": code, "kind": "percent", "value": "20.00", **fields}
    response = await api.post("/discounts", owner, body)
    assert response.status_code == 201, response.text
    return response.json()


async def apply(api: Api, buyer: Person, code: str = "SUMMER20") -> httpx.Response:
    """Put the code on the buyer's cart."""
    return await api.post(f"/cart/user/{buyer.id}/discount", buyer, {"code": code})
