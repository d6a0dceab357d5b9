"""A payment that is given up, while it is paid, while another is started, while its time ends."""

import asyncio
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person
from tests.support.concurrency.buying import Json, Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import at_once, discrepancies, outcomes
from tests.support.payments import ScriptedProvider

ROUNDS = 8


@pytest.fixture
async def shop(api: Api, provider: ScriptedProvider) -> Shop:
    return await open_shop(api, provider)


async def waiting(shop: Shop, provider_name: str | None = None) -> tuple[Person, Json, Json]:
    """A buyer, their order of one ticket, and a payment of it that is under way."""
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event(payment_days=5))
    body = {"order_id": order["id"], "provider": provider_name}
    started = await shop.api.post("/transactions", buyer, body)
    assert started.status_code == 201, started.text
    return buyer, order, started.json()


def give_up(shop: Shop, buyer: Person, payment: Json) -> Any:
    return shop.api.post(f"/transactions/{payment['id']}/cancel", buyer)


async def paid(shop: Shop, payment: Json) -> tuple[bytes, dict[str, str]]:
    """The provider takes it; the webhook that says so."""
    stored = await shop.api.container.adapters.transactions().get(payment["id"])
    shop.provider.pay(stored)
    return shop.provider.webhook(stored)


async def agree(shop: Shop, connection: asyncpg.Connection) -> None:
    await shop.settle()
    assert await money_discrepancies(connection, shop.provider) == []
    assert await wrong_counts(connection) == await discrepancies(connection) == []


@pytest.mark.parametrize("is_paid_first", [True, False])
async def test_a_payment_is_given_up_or_it_is_paid(
    shop: Shop, connection: asyncpg.Connection, *, is_paid_first: bool
) -> None:
    for _ in range(ROUNDS):
        buyer, order, payment = await waiting(shop)
        if is_paid_first:
            webhook = shop.send_webhook(*await paid(shop, payment))
        else:
            webhook = pay_after_a_moment(shop, payment)
        given_up, _ = await at_once(give_up(shop, buyer, payment), webhook)
        assert outcomes([given_up]).keys() <= {"200", "invalid_state"}
        stored = await shop.api.container.adapters.transactions().get(payment["id"])
        # Whatever came first: money that is there has bought the tickets.
        assert await shop.status(order) == ("confirmed" if stored.is_paid else "pending")
        assert stored.given_up is not stored.is_paid
    await agree(shop, connection)


async def pay_after_a_moment(shop: Shop, payment: Json) -> Any:
    await asyncio.sleep(0.005)
    return await shop.send_webhook(*await paid(shop, payment))


async def test_one_other_payment_is_started_while_one_is_given_up(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(ROUNDS):
        buyer, order, payment = await waiting(shop, "manual")
        body = {"order_id": order["id"], "provider": "scripted"}
        answers = await at_once(
            *(give_up(shop, buyer, payment) for _ in range(3)),
            *(shop.api.post("/transactions", buyer, body) for _ in range(3)),
        )
        assert outcomes(answers[:3]) == {"200": 3}
        assert outcomes(answers[3:]).keys() <= {"201", "invalid_state"}
        open_ones = "SELECT count(*) FROM transactions WHERE order_id = $1 AND status = 'pending'"
        assert await connection.fetchval(open_ones, order["id"]) <= 1
        again = await shop.api.post("/transactions", buyer, body)
        assert again.status_code == 201
        assert await connection.fetchval(open_ones, order["id"]) == 1
    await agree(shop, connection)


async def test_money_of_both_payments_confirms_once_and_one_goes_back(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(ROUNDS):
        buyer, order, first = await waiting(shop)
        assert (await give_up(shop, buyer, first)).status_code == 200
        second = await shop.start(buyer, order)
        webhooks = [await paid(shop, payment) for payment in (first, second)]
        await at_once(*(shop.send_webhook(*webhook) for webhook in webhooks))
        assert await shop.status(order) == "confirmed"
    refunds = "SELECT count(*) FROM transactions WHERE kind = 'refund'"
    assert await connection.fetchval(refunds) == ROUNDS
    await agree(shop, connection)


async def test_giving_up_and_the_end_of_the_time_leave_no_ticket_behind(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    orders = [await waiting(shop, "manual") for _ in range(ROUNDS)]
    shop.api.clock.move(days=6)  # type: ignore[attr-defined]
    settling = shop.api.container.settling
    buyers = [(shop.api.renewed(buyer), payment) for buyer, _, payment in orders]
    await asyncio.gather(
        *(give_up(shop, buyer, payment) for buyer, payment in buyers),
        settling.settle_orders().execute(),
        settling.reconcile().settle_open_payments(),
    )
    await settling.settle_orders().execute()
    for _, order, _ in orders:
        assert await shop.status(order) == "expired"
    assert await connection.fetchval("SELECT sum(tickets_held) FROM events") == 0
    await agree(shop, connection)
