"""One ticket of a booking goes while something else happens to it: money and tickets agree."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import pytest

from tests.support.api import Api, Person
from tests.support.concurrency.buying import Json, Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import at_once, discrepancies, outcomes
from tests.support.payments import ScriptedProvider
from tests.support.transfers import accept, make_offer

ROUNDS = 3
POLICY = {"until": "P1D", "kept_percent": "10"}


@pytest.fixture
async def shop(api: Api, provider: ScriptedProvider) -> Shop:
    return await open_shop(api, provider)


@dataclass(frozen=True)
class Sold:
    """An order of two tickets that is paid, at an event that takes them back."""

    shop: Shop
    event: Json
    buyer: Person
    booking_id: int
    codes: list[str]
    payment: Json

    async def refund(self, place: int, who: Person | None = None) -> httpx.Response:
        path = f"/tickets/{self.codes[place]}/refund"
        return await self.shop.api.post(path, who or self.shop.organizer)


async def sell(shop: Shop, **fields: Any) -> Sold:
    event = await shop.event(**fields)
    path = f"/events/{event['id']}/cancellation-policy"
    assert (await shop.api.put(path, shop.organizer, POLICY)).status_code == 200
    buyer = await shop.api.person()
    order = await shop.order(buyer, event, quantity=2)
    payment = await shop.pay(buyer, order)
    (booking,) = (await shop.api.get(f"/orders/{order['id']}", buyer)).json()["bookings"]
    codes = [ticket["ticket_code"] for ticket in booking["tickets"]]
    return Sold(shop, event, buyer, booking["id"], codes, payment)


async def everything_agrees(shop: Shop, connection: asyncpg.Connection) -> None:
    await shop.settle()
    assert await money_discrepancies(connection, shop.provider) == []
    assert await wrong_counts(connection) == await discrepancies(connection) == []


async def test_two_tickets_of_one_booking_go_back_at_once(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(ROUNDS):
        sold = await sell(shop)
        found = await at_once(sold.refund(0), sold.refund(1, sold.buyer))
        assert [response.status_code for response in found] == [200, 200]
        booking = (await shop.api.get(f"/bookings/{sold.booking_id}", sold.buyer)).json()
        assert booking["status"] == "refunded"
    await everything_agrees(shop, connection)


async def test_a_ticket_goes_back_once(shop: Shop, connection: asyncpg.Connection) -> None:
    for _ in range(ROUNDS):
        sold = await sell(shop)
        found = await at_once(sold.refund(0), sold.refund(0, sold.buyer), sold.refund(0))
        assert sorted(response.status_code for response in found) == [200, 409, 409]
    await everything_agrees(shop, connection)


Rival = Callable[[Sold], Coroutine[Any, Any, httpx.Response]]

EXCLUSIVE: dict[str, Rival] = {
    "check-in": lambda of: of.shop.api.post(f"/tickets/{of.codes[0]}/check-in", of.shop.organizer),
    "cancel of the booking": lambda of: of.shop.api.put(
        f"/bookings/{of.booking_id}/cancel", of.buyer
    ),
}
"""Only one of these and of the ticket's refund by its buyer can succeed, or the rest goes too."""

TOGETHER: dict[str, Rival] = {
    "refund of the booking": lambda of: of.shop.refund_booking({"id": of.booking_id}),
    "end of the event": lambda of: of.shop.api.put(
        f"/events/{of.event['id']}", of.shop.organizer, {"status": "cancelled"}
    ),
    "part refund": lambda of: of.shop.api.post(
        f"/transactions/{of.payment['id']}/refund", of.shop.organizer, {"amount": "10.00"}
    ),
    "full refund": lambda of: of.shop.api.post(
        f"/transactions/{of.payment['id']}/refund", of.shop.organizer
    ),
}


async def test_check_in_and_refund_exclude_each_other(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(ROUNDS):
        sold = await sell(shop)
        found = await at_once(sold.refund(0, sold.buyer), EXCLUSIVE["check-in"](sold))
        assert sorted(response.status_code for response in found) == [200, 409]
    await everything_agrees(shop, connection)


@pytest.mark.parametrize("rival", [*TOGETHER, "cancel of the booking"])
async def test_what_ends_more_agrees_with_a_single_refund(
    rival: str, shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(ROUNDS):
        sold = await sell(shop)
        other = {**TOGETHER, **EXCLUSIVE}[rival]
        found = await at_once(other(sold), sold.refund(0, sold.buyer))
        assert {response.status_code for response in found} <= {200, 201, 403, 409}
        assert any(response.is_success for response in found), outcomes(found)
    await everything_agrees(shop, connection)


async def test_transfer_and_refund_exclude_each_other(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(ROUNDS):
        sold = await sell(shop)
        friend = await shop.api.person()
        token = await make_offer(shop.api, connection, sold.buyer, sold.codes[0])
        found = await at_once(sold.refund(0, sold.buyer), accept(shop.api, token, friend))
        assert len([response for response in found if response.is_success]) == 1, outcomes(found)
    await everything_agrees(shop, connection)


async def test_freed_seat_is_sold_once(shop: Shop, connection: asyncpg.Connection) -> None:
    for _ in range(ROUNDS):
        sold = await sell(shop, capacity=2)
        buyers = [await shop.api.person() for _ in range(3)]
        path = f"/events/{sold.event['id']}/bookings"
        found = await at_once(
            sold.refund(0, sold.buyer),
            *(shop.api.post(path, buyer, {"quantity": 1}) for buyer in buyers),
        )
        assert found[0].status_code == 200
        assert len([response for response in found[1:] if response.is_success]) <= 1
        later = await shop.api.post(path, await shop.api.person(), {"quantity": 1})
        expected = 409 if any(response.is_success for response in found[1:]) else 201
        assert later.status_code == expected
    await everything_agrees(shop, connection)
