"""What the pages say of money that comes late, or in two parts."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person
from tests.support.orders import change_status, send_webhook
from tests.support.payments import ScriptedProvider
from tests.support.shop import hold, press_pay, settle
from tests.support.web import Browser, assert_page, assert_redirects

ONLINE = {"payment": "online", "currency": "EUR"}
AGAIN = "Hold the same tickets again"
SOLD_OUT = "UPDATE events SET capacity = 1; UPDATE ticket_types SET capacity = 1"
REFUSED = {
    SOLD_OUT: ("and the tickets were gone.", True),
    "UPDATE events SET max_tickets_per_user = 1": ("as many other tickets as one person", True),
    "UPDATE events SET status = 'cancelled'": ("and the event was cancelled.", False),
    "UPDATE events SET deleted_at = now()": ("and the event was withdrawn.", False),
    "UPDATE events SET status = 'completed'": ("and the event was over.", False),
    "UPDATE events SET currency = 'SEK'": ("the event is sold in another currency now.", True),
}


@pytest.fixture
async def lapsed(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> str:
    """The reference of an order of two tickets whose payment was begun, and whose time is over."""
    reference = await hold(api, browse, await api.event(organizer, **ONLINE), 2)
    await press_pay(browse, reference, provider="scripted")
    clock.move(hours=1)
    await api.container.settling.settle_orders().execute()
    return reference


async def pay_late(api: Api, provider: ScriptedProvider, connection: asyncpg.Connection) -> None:
    order_id = await connection.fetchval("SELECT id FROM orders")
    (payment,) = await api.container.adapters.transactions().of_order(order_id)
    provider.pay(payment)
    assert await send_webhook(api, provider, payment.id) == "recorded"


async def test_money_that_came_late_for_free_tickets_has_bought_them(
    api: Api,
    browse: Browser,
    lapsed: str,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    path = f"/orders/{lapsed}"
    assert_page(await browse.get(path), "The time for these tickets is over", AGAIN)
    await pay_late(api, provider, connection)
    page = await browse.get(path)
    assert_page(page, "Paid. Your tickets are here.", "after the deadline, but your tickets were")
    assert page.text.count('class="ticket-row"') == 2


@pytest.mark.parametrize("change", REFUSED, ids=lambda change: change.partition("SET ")[2][:24])
async def test_money_that_came_too_late_goes_back_for_the_reason_that_is_said(
    change: str,
    api: Api,
    browse: Browser,
    lapsed: str,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    said, is_on_sale = REFUSED[change]
    await connection.execute(change)
    await pay_late(api, provider, connection)
    page = await browse.get(f"/orders/{lapsed}")
    assert_page(
        page, "Your payment came too late, ", said, "Your money goes back to you.", "€50.00"
    )
    # Nobody is led to press for what cannot be had.
    assert (AGAIN in page.text) is is_on_sale


async def test_what_is_not_sold_any_more_is_not_offered_again(
    browse: Browser, lapsed: str, connection: asyncpg.Connection
) -> None:
    await connection.execute("UPDATE events SET sales_end = now() - interval '1 year'")
    page = await browse.get(f"/orders/{lapsed}")
    assert_page(page, "Nothing was charged. These tickets are no longer on sale.")
    assert AGAIN not in page.text


async def missing_of(browse: Browser, reference: str) -> Decimal:
    """How much is missing, as the page that waits reads it."""
    answer: dict[str, Any] = (await browse.get(f"/orders/{reference}/state")).json()
    return Decimal(answer["missing"])


async def test_a_part_is_kept_and_the_rest_is_paid_by_card(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    account = "IBAN DE02 1203 0000 0000 2020 51"
    event = await api.event(organizer, **ONLINE, payment_days=5, payment_instructions=account)
    reference = await hold(api, browse, event, 2)
    await press_pay(browse, reference, provider="manual")
    path = f"/orders/{reference}"
    waiting = await browse.get(path)
    assert_page(waiting, "Waiting for your bank transfer", 'data-missing="50.00"')
    assert "Received" not in waiting.text
    assert await missing_of(browse, reference) == 50

    transfer = {"id": await connection.fetchval("SELECT id FROM transactions")}
    part = await change_status(api, organizer, transfer, "success", amount_received="20.00")
    assert part.status_code == 200, part.text
    assert await missing_of(browse, reference) == 30
    page = await browse.get(path)
    assert_page(page, "A part of your money is here", "Please send the rest.", "Still missing")
    assert_page(page, "€30.00", "€20.00", account)

    assert_redirects(await browse.post(f"{path}/another-way"), f"/checkout/{reference}")
    checkout = await browse.get(f"/checkout/{reference}")
    assert_page(checkout, "Held for you until")
    # The days that were set: no clock, and no "more time" that would change nothing.
    assert "data-hold" not in checkout.text
    assert "I need more time" not in checkout.text
    assert_page(await browse.get(f"/checkout/{reference}"), "Pay €30.00", "€20.00")
    await press_pay(browse, reference, provider="scripted", key="k2")
    await settle(api, provider, reference)
    assert_page(await browse.get(path), "Paid. Your tickets are here.")
    amounts = [row.amount for row in provider.payments.values()]
    assert amounts == [30]
