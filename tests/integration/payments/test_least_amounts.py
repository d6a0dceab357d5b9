"""A payment of less than a provider takes is refused before anything is stored."""

from decimal import Decimal

import asyncpg

from tests.support.api import Api, Person
from tests.support.orders import order_of, stored
from tests.support.payments import ScriptedProvider
from tests.support.stripe_shop import stripe_shop


async def test_too_small_an_amount_is_refused_and_nothing_is_stored(
    api: Api,
    provider: ScriptedProvider,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    provider.least_amounts["USD"] = Decimal("50.01")
    before = await stored(connection)
    refused = await api.post("/transactions", buyer, {"order_id": order["id"]})
    assert (refused.status_code, refused.json()["code"]) == (422, "validation_failed")
    assert "takes 50.01 USD at least. Choose another one." in refused.text
    assert await stored(connection) == before and provider.calls == []
    # Another way to pay has no such limit, and the order can still be paid.
    provider.least_amounts["USD"] = Decimal("50.00")
    paid = await api.post("/transactions", buyer, {"order_id": order["id"]})
    assert paid.status_code == 201


async def test_stripe_says_its_least_amount_before_it_is_asked(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", price="0.20")
    order = await order_of(api, buyer, event)
    with stripe_shop(api) as shop:
        body = {"order_id": order["id"], "provider": "stripe"}
        refused = await api.post("/transactions", buyer, body)
        assert (refused.status_code, shop.server.requests) == (422, [])
        assert "takes 0.50 USD at least" in refused.text
