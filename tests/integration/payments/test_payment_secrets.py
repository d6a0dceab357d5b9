"""What a buyer pays with at the provider is the buyer's alone, and gone once it is settled."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.orders import order_of, pay, send_webhook, start
from tests.support.payments import ScriptedProvider

SECRETS = ("client_secret", "redirect_url")


@pytest.fixture
async def order(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    return await order_of(api, buyer, await api.event(organizer, payment="online"))


async def test_nobody_but_the_buyer_sees_what_opens_a_payment(
    api: Api, organizer: Person, buyer: Person, order: dict[str, Any]
) -> None:
    payment = await start(api, buyer, order)
    assert all(payment[name] for name in SECRETS)
    admin = await api.person(Role.ADMIN)
    one, of_order = f"/transactions/{payment['id']}", f"/transactions/order/{order['id']}"
    for path in (one, of_order):
        assert payment["client_secret"] in (await api.get(path, buyer)).text
    started = {"order_id": order["id"]}
    for who in (organizer, admin):
        for path in (one, of_order, "/transactions", "/transactions.csv"):
            response = await api.get(path, who)
            assert response.status_code == 200, response.text
            assert not any(payment[name] in response.text for name in SECRETS), path
    for response in (
        await api.put(one, admin, {"note": "Called."}),
        await api.post("/transactions", admin, started),
    ):
        assert response.is_success, response.text
        assert [response.json()[name] for name in SECRETS] == [None, None]


@pytest.mark.parametrize("outcome", ["success", "failed"])
async def test_settled_payment_keeps_no_secret(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    outcome: str,
) -> None:
    payment = await start(api, buyer, order)
    if outcome == "success":
        await pay(api, buyer, provider, order)
    else:
        provider.decline(await api.container.adapters.transactions().get(payment["id"]))
        await send_webhook(api, provider, payment["id"])
    shown = (await api.get(f"/transactions/{payment['id']}", buyer)).json()
    assert (shown["status"], *[shown[name] for name in SECRETS]) == (outcome, None, None)
    # It is nowhere else either: not in the audit log, nor in what was answered.
    assert await _places_of(connection, payment["client_secret"]) == set()


async def test_repeated_start_stores_no_secret_with_its_key(
    api: Api, buyer: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    body = {"order_id": order["id"]}
    payment = await start(api, buyer, order)
    for key in ("second", "second"):
        again = await api.post("/transactions", buyer, body, headers={"Idempotency-Key": key})
        assert again.json()["client_secret"] == payment["client_secret"]
    assert await _places_of(connection, payment["client_secret"]) == {"transactions"}


async def test_download_of_ones_own_data_has_no_secret(
    api: Api, buyer: Person, order: dict[str, Any]
) -> None:
    payment = await start(api, buyer, order)
    pieces = await api.container.people.export_my_data().execute(buyer.actor)
    text = "".join([piece async for piece in pieces])
    assert order["reference"] in text
    assert not any(payment[name] in text for name in SECRETS)


async def _places_of(connection: asyncpg.Connection, secret: str) -> set[str]:
    """The tables that have the text in some row."""
    tables = await connection.fetch(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        " AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'fake%'"
    )
    found = set()
    for (table,) in tables:
        query = f'SELECT EXISTS (SELECT FROM "{table}" AS r WHERE strpos(r::text, $1) > 0)'
        if await connection.fetchval(query, secret):
            found.add(table)
    return found
