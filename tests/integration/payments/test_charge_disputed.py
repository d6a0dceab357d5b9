"""A charge that is disputed at Stripe, from the refund that it hinders to what the bank decides."""

from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person
from tests.support.disputes import movements
from tests.support.orders import balance, no_discrepancy, order_of, read, start
from tests.support.stripe_shop import StripeShop, stripe_shop


@pytest.fixture
def shop(api: Api) -> Iterator[StripeShop]:
    with stripe_shop(api) as shop:
        yield shop


@pytest.fixture
async def order(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    """Two tickets, 50.00, of an event that is paid online."""
    return await order_of(api, buyer, await api.event(organizer, payment="online"))


@pytest.fixture
async def payment(
    api: Api, shop: StripeShop, buyer: Person, order: dict[str, Any]
) -> dict[str, Any]:
    made = await start(api, buyer, order, provider="stripe")
    shop.server.pay(made["provider_reference"])
    paid = shop.server.intents[made["provider_reference"]]
    assert await shop.send("payment_intent.succeeded", paid) == "recorded"
    return made


async def listed(api: Api, organizer: Person) -> tuple[str, str, bool]:
    """The only dispute in the organizer's list: status, amount, and whether it is taken."""
    (found,) = (await api.get("/disputes", organizer)).json()
    return found["status"], found["amount"], found["is_taken"]


async def moved(api: Api, admin: Person) -> list[tuple[str, str, str]]:
    """What disputes moved on the account at Stripe, with its fees, the oldest first."""
    found = (await api.get("/provider-movements", admin)).json()
    return [
        (movement["kind"], movement["amount"], movement["fee"])
        for movement in reversed(found)
        if movement["kind"] == "dispute"
    ]


async def open_dispute(
    api: Api,
    shop: StripeShop,
    people: tuple[Person, Person, Person],
    order: dict[str, Any],
    payment: dict[str, Any],
    connection: asyncpg.Connection,
) -> dict[str, Any]:
    """The bank takes the money, and all who look see that; the dispute at Stripe."""
    organizer, buyer, admin = people
    dispute = shop.server.dispute(payment["provider_reference"])
    assert await shop.send("charge.dispute.created", dispute) == "recorded"
    await shop.follow()
    assert await balance(connection) == {"tickets": 50, "disputed": -50}
    assert await moved(api, admin) == [("dispute", "-50.00", "15.00")]
    assert (await read(api, buyer, order))["status"] == "confirmed"
    assert [known["status"] for known in await movements(api, organizer, order)] == ["pending"]
    assert await listed(api, organizer) == ("needs_response", "50.00", True)
    (finding,) = await shop.findings(admin)
    assert finding.startswith("dispute: It is to be answered until ")
    return dispute


async def test_charge_disputed_and_lost_costs_the_money_the_tickets_and_a_fee(
    api: Api,
    shop: StripeShop,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    people = (organizer, buyer, admin)
    dispute = await open_dispute(api, shop, people, order, payment, connection)
    shop.server.lose(dispute)
    assert await shop.send("charge.dispute.closed", dispute) == "recorded"
    await shop.follow()
    assert await balance(connection) == {"tickets": 0, "disputed": 0}
    assert await moved(api, admin) == [("dispute", "-50.00", "15.00")]
    (held,) = (await api.get("/provider-balances", admin)).json()
    # 2.9 % and 30 cents of the payment, and 15.00 of the dispute: that is the seller's loss.
    assert (held["balance"], held["fees"], held["difference"]) == ("-16.75", "16.75", "0.00")
    now = await read(api, buyer, order)
    assert (now["status"], now["bookings"][0]["status"]) == ("cancelled", "refunded")
    assert [known["status"] for known in await movements(api, organizer, order)] == ["success"]
    assert await listed(api, organizer) == ("lost", "50.00", True)
    assert await shop.findings(admin) == []
    await no_discrepancy(api, admin)


async def test_charge_disputed_and_won_costs_the_fee_alone(
    api: Api,
    shop: StripeShop,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    people = (organizer, buyer, admin)
    dispute = await open_dispute(api, shop, people, order, payment, connection)
    shop.server.win(dispute)
    assert await shop.send("charge.dispute.closed", dispute) == "recorded"
    await shop.follow()
    assert await balance(connection) == {"tickets": 50, "disputed": 0}
    assert await moved(api, admin) == [
        ("dispute", "-50.00", "15.00"),
        ("dispute", "50.00", "0.00"),
    ]
    (held,) = (await api.get("/provider-balances", admin)).json()
    assert (held["balance"], held["fees"], held["difference"]) == ("33.25", "16.75", "0.00")
    assert (await read(api, buyer, order))["status"] == "confirmed"
    assert [known["status"] for known in await movements(api, organizer, order)] == ["failed"]
    assert await listed(api, organizer) == ("won", "50.00", False)
    assert await shop.findings(admin) == []
    await no_discrepancy(api, admin)


@pytest.mark.parametrize(
    ("is_lost", "owed", "finding"),
    [
        (True, "0.00", []),
        (False, "20.00", ["20.00 USD did not go back: This charge has been charged back."]),
    ],
    ids=["lost", "won"],
)
async def test_charge_disputed_fails_a_refund_that_is_owed_only_if_the_bank_gives_the_money_back(
    api: Api,
    shop: StripeShop,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    connection: asyncpg.Connection,
    is_lost: bool,
    owed: str,
    finding: list[str],
) -> None:
    """The seller refunds before the webhook of the dispute is there."""
    dispute = shop.server.dispute(payment["provider_reference"])
    refund = await shop.refund(payment, organizer, "20.00")
    assert (refund["status"], refund["owed_amount"], refund["failure"]) == (
        *("failed", "20.00", "This charge has been charged back."),
    )
    assert await shop.send("charge.dispute.created", dispute) == "recorded"
    assert await balance(connection) == {"tickets": 50, "disputed": -50}
    (shop.server.lose if is_lost else shop.server.win)(dispute)
    assert await shop.send("charge.dispute.closed", dispute) == "recorded"
    path = f"/transactions/{refund['id']}"
    assert (await api.get(path, organizer)).json()["owed_amount"] == owed
    assert await shop.findings(admin) == [f"failed refund: {problem}" for problem in finding]
    again = await api.post(f"{path}/retry", organizer)
    assert again.status_code == (409 if is_lost else 201), again.text
    assert sum((await balance(connection)).values()) == (0 if is_lost else 30)
    await no_discrepancy(api, admin)
