"""The journal of who holds the accounts at payment providers: fees, payouts, what is unexplained.

A small Stripe moves the money; the organizers' events are in one order.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.invoices import be_seller
from tests.support.journals import Lines, lines_of, sums
from tests.support.orders import manual_payment, order_of
from tests.support.settlement import agree, balance_of, pay_out
from tests.support.stripe_shop import StripeShop, stripe_shop

PATH = "/journal.csv"
USD = {"currency": "USD"}


@pytest.fixture
def shop(api: Api) -> Iterator[StripeShop]:
    with stripe_shop(api) as shop:
        yield shop


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    """Tickets at 25.00 US dollars."""
    return await api.event(organizer, payment="online")


@pytest.fixture
async def moved_now(shop: StripeShop, api: Api) -> None:
    """What moves at Stripe moves now, where by itself it has a time of its own."""
    account = shop.server.account
    move = account.move

    def now(*args: Any, **fields: Any) -> dict[str, Any]:
        moved = move(*args, **fields)
        moved["created"] = int(api.clock().timestamp())
        return moved

    account.move = now  # type: ignore[method-assign]


def of(lines: Lines, account: str) -> Lines:
    """The lines on one side of which this account is."""
    sides = ("Konto", "Gegenkonto (ohne BU-Schlüssel)")
    return [line for line in lines if account in (line[side] for side in sides)]


@pytest.mark.usefixtures("moved_now")
async def test_account_at_the_provider_is_what_the_provider_holds(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    payments = [await shop.pay(buyer, event) for _ in range(4)]
    await shop.refund(payments[0], admin, "20.00")
    won = await shop.dispute(payments[1])
    lost = await shop.dispute(payments[2])
    shop.server.win(won)
    await shop.send("charge.dispute.closed", won)
    await shop.follow()
    held = {"accounts": "stripe=1361", **USD}
    found = sums(await lines_of(api, admin, PATH, **held))
    (balance,) = (await api.get("/provider-balances", admin)).json()
    assert found["1361"] == Decimal(balance["balance"]) != 0
    assert found["4970"] == Decimal(balance["fees"])
    assert found["1500"] == Decimal("50.00")
    shop.server.lose(lost)
    await shop.send("charge.dispute.closed", lost)
    payout = shop.server.account.pay_out()
    await shop.follow()
    lines = await lines_of(api, admin, PATH, **held)
    found = sums(lines)
    assert found["1361"] == found["1500"] == 0
    paid_out = Decimal(payout["amount"]) / 100
    assert found["1200"] == paid_out
    # Two payments and the rest of one are the organizer's.
    assert found["70000"] == Decimal("-130.00")
    assert found["1200"] + found["4970"] == Decimal("130.00")
    (line,) = of(lines, "1200")
    own = payout["balance_transaction"]
    assert (line["Konto"], line["Soll/Haben-Kennzeichen"]) == ("1361", "H")
    assert line["Belegfeld 1"] == own
    assert line["Beleginfo - Inhalt 1"] == f"stripe {own}"
    assert line["Buchungstext"] == "Auszahlung payout"


@pytest.mark.usefixtures("moved_now")
async def test_what_nothing_explains_is_apart_and_what_came_back_is_not_at_the_bank(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    await shop.pay(buyer, event)
    account = shop.server.account
    payout = account.pay_out()
    account.fail_payout(payout)
    # Of another shop, a correction by Stripe, and a fee that stands alone.
    account.move("charge", 700, "usd", {"id": "ch_other", "object": "charge"}, fee=20)
    account.move("adjustment", -150, "usd", None, category="other_adjustment")
    account.move("stripe_fee", -99, "usd", None, category="fee")
    await shop.follow()
    lines = await lines_of(api, admin, PATH, **USD)
    found = sums(lines)
    (balance,) = (await api.get("/provider-balances", admin)).json()
    assert found["1360"] == Decimal(balance["balance"])
    assert found["1200"] == 0 and len(of(lines, "1200")) == 2
    assert found["1700"] == Decimal("-7.00") + Decimal("1.50")
    assert found["4970"] == Decimal("1.75") + Decimal("0.20") + Decimal("0.99")
    assert {line["Buchungstext"] for line in of(lines, "1700")} == {
        *("Ungeklärt charge", "Ungeklärt adjustment")
    }


@pytest.mark.usefixtures("moved_now")
async def test_money_that_was_exchanged_is_in_both_files(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    await shop.pay(buyer, event)
    (moved,) = shop.server.account.movements
    moved |= {"amount": 4613, "net": 4400, "fee": 213, "currency": "eur", "exchange_rate": 0.9226}
    await shop.follow()
    dollars = sums(await lines_of(api, admin, PATH, **USD))
    assert dollars == {"1360": 0, "70000": Decimal("-50.00"), "1590": Decimal("50.00")}
    euros = sums(await lines_of(api, admin, PATH))
    assert euros == {
        "1360": Decimal("44.00"),
        "1590": Decimal("-46.13"),
        "4970": Decimal("2.13"),
    }


@pytest.mark.usefixtures("moved_now")
async def test_each_has_their_part_of_an_order_over_events_of_several(
    api: Api,
    shop: StripeShop,
    organizer: Person,
    buyer: Person,
    admin: Person,
    connection: asyncpg.Connection,
) -> None:
    other = await api.person(Role.ORGANIZER)
    own = await api.event(organizer, payment="online", price="30.00", tax_rate="19.00")
    others = await api.event(other, payment="online", price="10.00")
    for seller in (organizer, other):
        await be_seller(api, seller)
    await agree(api, admin, organizer, commission_percent="10.00")
    await agree(api, admin, other, keeps_fees=True, commission_per_ticket="0.50")
    order = await order_of(api, buyer, own, others, quantity=1)
    payment = await shop.api.post(
        "/transactions", buyer, {"order_id": order["id"], "provider": "stripe"}
    )
    intent = payment.json()["provider_reference"]
    shop.server.pay(intent)
    await shop.send("payment_intent.succeeded", shop.server.intents[intent])
    assert (await pay_out(api, admin, other, "4.00", is_advance=True)).status_code == 201
    assert (await api.post(f"/orders/{order['id']}/invoices", buyer)).status_code == 200
    await shop.follow()
    gross = await connection.fetch(
        "SELECT organizer_id, sum(amount) AS amount FROM ledger_entries "
        "JOIN events ON events.id = event_id GROUP BY organizer_id"
    )
    paid = {row["organizer_id"]: row["amount"] for row in gross}
    platform = await lines_of(api, admin, PATH, **USD)
    found = sums(platform)
    owed = {
        seller.id: Decimal((await balance_of(api, seller))["owed"]) for seller in (organizer, other)
    }
    assert found["70000"] == -sum(owed.values())
    assert found["8510"] == -(sum(paid.values()) - sum(owed.values()) - 4)
    # What each is paid stands apart, and so does what is kept of it.
    credited = [line for line in of(platform, "70000") if line["Konto"] == "1360"]
    amounts = [line["Umsatz (ohne Soll/Haben-Kz)"] for line in credited]
    assert sorted(amounts) == sorted(f"{amount:.2f}".replace(".", ",") for amount in paid.values())
    for seller in (organizer, other):
        mine = sums(await lines_of(api, seller, **USD))
        assert mine["1360"] == owed[seller.id]
        assert mine["10000"] == 0
        # The provider's fees are the platform's, and so is what it holds.
        assert "4970" not in mine and "1361" not in mine
    with_sales = sums(await lines_of(api, admin, PATH, seller_id=organizer.id, **USD))
    assert with_sales["70000"] == -owed[other.id]
    assert with_sales["10000"] == 0
    assert with_sales["8400"] == -paid[organizer.id]


async def test_money_paid_by_hand_is_whose_hands_it_is_in(
    api: Api, organizer: Person, buyer: Person, admin: Person, event: dict[str, Any]
) -> None:
    await be_seller(api, organizer)
    await manual_payment(api, buyer, admin, await order_of(api, buyer, event))
    assert await lines_of(api, admin, PATH, **USD) == []
    (line,) = await lines_of(api, organizer, **USD)
    assert (line["Konto"], line["Gegenkonto (ohne BU-Schlüssel)"]) == ("1200", "10000")
    await agree(api, admin, organizer, receives_manual=True)
    await manual_payment(api, buyer, admin, await order_of(api, buyer, event))
    (line,) = await lines_of(api, admin, PATH, accounts="manual=1363", **USD)
    assert (line["Konto"], line["Gegenkonto (ohne BU-Schlüssel)"]) == ("1363", "70000")
    accounts = [line["Konto"] for line in await lines_of(api, organizer, **USD)]
    assert accounts == ["1200", "1360"]


async def test_platforms_journal_is_for_administrators(
    api: Api, organizer: Person, admin: Person
) -> None:
    query = {"date_from": "2026-01-01", "date_to": "2026-01-31", "consultant": 1001, "client": 1}
    assert (await api.get(PATH, organizer, params=query)).status_code == 403
    assert (await api.get(PATH, admin, params=query)).status_code == 200
    nobody = {**query, "seller_id": 987654}
    assert (await api.get(PATH, admin, params=nobody)).status_code == 404
