"""The shop's pages as a visitor goes through them: choose, hold, pay, come back."""

import re
from typing import Any

import asyncpg
import httpx

from tests.support.api import Api
from tests.support.carts import type_ids
from tests.support.orders import send_webhook
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, key_of

ANN = "ann@example.com"
PAY_KEY = re.compile(r'action="/checkout/[^"]+/pay".*?name="key" value="([^"]+)"', re.DOTALL)


async def choose(
    api: Api, browse: Browser, event: dict[str, Any], *quantities: int, **fields: Any
) -> httpx.Response:
    """Press "Get tickets" with so many of each ticket type."""
    types = await type_ids(api, event)
    chosen = {f"type_{id_}": str(n) for id_, n in zip(types, quantities, strict=False)}
    return await browse.post(f"/events/{event['id']}/hold", {**chosen, **fields})


async def hold(api: Api, browse: Browser, event: dict[str, Any], *quantities: int) -> str:
    """Hold tickets; the reference of their order."""
    response = await choose(api, browse, event, *(quantities or (2,)))
    assert response.status_code == 303, response.text
    address: str = response.headers["location"]
    assert address.startswith("/checkout/")
    return address.removeprefix("/checkout/")


async def press_pay(browse: Browser, reference: str, **fields: Any) -> httpx.Response:
    """Fill in the checkout and press its button."""
    if "key" not in fields:
        page = await browse.get(f"/checkout/{reference}")
        found = PAY_KEY.search(page.text)
        fields["key"] = found[1] if found else key_of(page)
    return await browse.post(f"/checkout/{reference}/pay", {"email": ANN, **fields})


async def buy(
    api: Api,
    browse: Browser,
    provider: ScriptedProvider,
    event: dict[str, Any],
    *quantities: int,
    email: str = ANN,
) -> str:
    """Hold and pay; the reference of the confirmed order."""
    reference = await hold(api, browse, event, *quantities)
    response = await press_pay(browse, reference, email=email)
    assert response.headers["location"] == f"/checkout/{reference}/leave", response.text
    await settle(api, provider, reference)
    return reference


async def settle(api: Api, provider: ScriptedProvider, reference: str) -> None:
    """Let the payer pay at the provider, and the provider report it."""
    async with api.container.adapters.unit_of_work()() as uow:
        order_id = await uow.orders.id_of(reference)
        payment = (await uow.transactions.of_order(order_id))[-1]
    provider.pay(payment)
    assert await send_webhook(api, provider, payment.id) == "recorded"


async def order_row(connection: asyncpg.Connection, reference: str) -> dict[str, Any]:
    """The order as it is stored."""
    row = await connection.fetchrow("SELECT * FROM orders WHERE reference = $1", reference)
    assert row is not None
    return dict(row)
