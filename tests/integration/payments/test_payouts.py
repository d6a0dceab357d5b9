"""What a provider holds, takes as fees and pays out, read by lists; and what does not agree."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.dtos.sold import ConcernKind
from src.domain.errors import ProviderFailed
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.stripe_balance import MOVED
from tests.support.stripe_shop import StripeShop, stripe_shop

SHOWN = ("payments", "refunds", "disputes", "fees", "adjustments", "moved", "amount")


@pytest.fixture
def shop(api: Api) -> Iterator[StripeShop]:
    with stripe_shop(api) as shop:
        yield shop


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    """Tickets at 25.00 US dollars."""
    return await api.event(organizer, payment="online")


async def listed(api: Api, admin: Person, path: str, **params: str) -> list[dict[str, Any]]:
    response = await api.get(path, admin, params=params)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()
    return found


async def test_payout_is_the_sum_of_its_payments_refunds_disputes_and_fees(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    first, second, third = [await shop.pay(buyer, event) for _ in range(3)]
    await shop.refund(first, admin, "20.00")
    dispute = await shop.dispute(second)
    await shop.refund(third, admin)
    shop.server.win(dispute)
    await shop.send("charge.dispute.closed", dispute)
    payout = shop.server.account.pay_out()
    assert await shop.follow() == 8
    (paid_out,) = await listed(api, admin, "/payouts")
    # 2.9 % and 30 cents of each payment, and the fee of the dispute, which it keeps.
    assert [paid_out[name] for name in SHOWN] == [
        *("150.00", "-70.00", "0.00", "-20.25", "0.00", "59.75", "59.75")
    ]
    assert (paid_out["provider_reference"], paid_out["is_itemized"]) == (payout["id"], True)
    assert paid_out["status"] == "paid" and paid_out["bank_amount"] is None
    made_of = await listed(api, admin, "/provider-movements", payout_id=str(paid_out["id"]))
    assert [movement["kind"] for movement in made_of] == [
        *("dispute", "refund", "dispute", "refund", "payment", "payment", "payment")
    ]
    assert all(movement["order_reference"] for movement in made_of)
    assert sum(Decimal(movement["net"]) for movement in made_of) == Decimal("59.75")
    (held,) = await listed(api, admin, "/provider-balances")
    assert (held["balance"], held["moved"], held["difference"]) == ("0.00", "0.00", "0.00")
    assert held["fees"] == "20.25"
    assert await listed(api, admin, "/provider-movements", is_paid_out="false") == []
    assert await shop.findings(admin) == []
    # Nothing is new the next night.
    assert await shop.follow() == 0
    assert await listed(api, admin, "/payouts") == [paid_out]


async def test_what_is_held_is_listed_and_a_night_costs_lists_alone(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    shop.server.page_size = 2
    payments = [await shop.pay(buyer, event) for _ in range(5)]
    shop.server.requests.clear()
    assert await shop.follow() == 5
    asked = {path.partition(" ")[2] for path in shop.server.requests}
    assert asked == {"/v1/balance_transactions", "/v1/payouts", "/v1/balance"}
    held = await listed(api, admin, "/provider-movements", is_paid_out="false")
    assert [movement["transaction_id"] for movement in held] == [
        payment["id"] for payment in reversed(payments)
    ]
    assert {movement["fee"] for movement in held} == {"1.75"}
    assert held[-1]["moved_at"] == datetime.fromtimestamp(MOVED + 1, UTC).isoformat().replace(
        "+00:00", "Z"
    )
    (balance,) = await listed(api, admin, "/provider-balances")
    assert (balance["balance"], balance["fees"]) == ("241.25", "8.75")
    one = str(payments[0]["id"])
    (movement,) = await listed(api, admin, "/provider-movements", transaction_id=one)
    assert movement["source_reference"] == payments[0]["provider_reference"]


async def test_money_in_another_currency_is_what_it_was_exchanged_to(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    payment = await shop.pay(buyer, event)
    (moved,) = shop.server.account.movements
    moved |= {"amount": 4613, "net": 4400, "fee": 213, "currency": "eur", "exchange_rate": 0.9226}
    await shop.follow()
    (movement,) = await listed(api, admin, "/provider-movements")
    shown = ("amount", "fee", "net", "currency", "paid_amount", "paid_currency", "exchange_rate")
    assert [movement[name] for name in shown] == [
        *("46.13", "2.13", "44.00", "EUR", "50.00", "USD", "0.9226")
    ]
    assert movement["transaction_id"] == payment["id"]
    payout = shop.server.account.pay_out("eur")
    await shop.follow()
    (paid_out,) = await listed(api, admin, "/payouts")
    assert (paid_out["provider_reference"], paid_out["currency"]) == (payout["id"], "EUR")
    assert paid_out["moved"] == paid_out["amount"] == "44.00"


async def test_payout_that_comes_back_is_a_part_of_the_next(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    await shop.pay(buyer, event)
    first = shop.server.account.pay_out()
    await shop.follow()
    shop.server.account.fail_payout(first)
    await shop.follow()
    (failed,) = await listed(api, admin, "/payouts")
    assert (failed["status"], failed["failure"]) == ("failed", "The bank account is closed.")
    assert await shop.findings(admin) == [
        "payout: 48.25 USD did not arrive: The bank account is closed."
    ]
    await shop.pay(buyer, event)
    shop.server.account.pay_out()
    await shop.follow()
    second, failed = await listed(api, admin, "/payouts")
    assert [second[name] for name in SHOWN] == [
        *("50.00", "0.00", "0.00", "-1.75", "48.25", "96.50", "96.50")
    ]
    assert failed["moved"] == failed["amount"] == "48.25"
    assert await shop.findings(admin) == []


@pytest.mark.parametrize("is_thin", [False, True])
async def test_webhook_of_a_payout_has_it_looked_up_at_once(
    api: Api,
    shop: StripeShop,
    event: dict[str, Any],
    buyer: Person,
    admin: Person,
    organizer: Person,
    is_thin: bool,
) -> None:
    await shop.pay(buyer, event)
    payout = shop.server.account.pay_out()
    assert await shop.send("payout.created", payout, is_thin=is_thin) == "recorded"
    # What an event says does not count: the payout is read as it is now, once for each change.
    stale = payout | {"status": "pending", "amount": 1}
    assert await shop.send("payout.updated", stale, is_thin=is_thin) == "repeated"
    (known,) = await listed(api, admin, "/payouts")
    assert (known["status"], known["amount"], known["is_itemized"]) == ("paid", "48.25", False)
    shop.server.account.fail_payout(payout)
    assert await shop.send("payout.failed", payout, is_thin=is_thin) == "recorded"
    (known,) = await listed(api, admin, "/payouts")
    assert (known["status"], known["failure"]) == ("failed", "The bank account is closed.")
    concerns = api.container.oversight.read_concerns()
    (concern,) = await concerns.execute(admin.actor)
    assert (concern.kind, concern.subject_id) == (ConcernKind.FAILED_PAYOUT, known["id"])
    assert concern.facts["amount"] == Decimal("48.25")
    assert await concerns.execute(organizer.actor) == []
    assert await shop.findings(admin) == [
        "payout: 48.25 USD did not arrive: The bank account is closed."
    ]
    # The night reads what it is made of, and that the money is back, and it goes with the next.
    await shop.follow()
    await shop.pay(buyer, event)
    again = shop.server.account.pay_out()
    assert await shop.send("payout.paid", again, is_thin=is_thin) == "recorded"
    assert await concerns.execute(admin.actor) == []
    await shop.follow()
    assert [payout["is_itemized"] for payout in await listed(api, admin, "/payouts")] == [True] * 2
    assert await shop.findings(admin) == []


async def test_webhook_of_a_payout_that_is_unknown_or_cannot_be_looked_up(
    api: Api, shop: StripeShop, admin: Person
) -> None:
    foreign = {"id": "po_of_another_account", "object": "payout"}
    assert await shop.send("payout.paid", foreign) == "unknown"
    body, headers = shop.server.webhook("payout.paid", foreign)
    shop.server.failures = [500] * 3
    path = "/api/v1/payments/stripe/webhook"
    assert (await api.client.post(path, content=body, headers=headers)).status_code == 503
    assert await listed(api, admin, "/payouts") == []


async def test_payout_by_hand_is_not_known_to_be_of_anything(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    await shop.pay(buyer, event)
    shop.server.account.pay_out(is_automatic=False)
    await shop.follow()
    (paid_out,) = await listed(api, admin, "/payouts")
    assert (paid_out["is_automatic"], paid_out["is_itemized"]) == (False, False)
    (held,) = await listed(api, admin, "/provider-balances")
    assert (held["balance"], held["difference"]) == ("0.00", "0.00")
    assert await shop.findings(admin) == []


async def test_bank_statement_is_noted_and_a_difference_is_a_discrepancy(
    api: Api,
    shop: StripeShop,
    event: dict[str, Any],
    buyer: Person,
    admin: Person,
    connection: asyncpg.Connection,
) -> None:
    await shop.pay(buyer, event)
    shop.server.account.pay_out()
    await shop.follow()
    (paid_out,) = await listed(api, admin, "/payouts")
    path = f"/payouts/{paid_out['id']}/bank-amount"
    noted = await api.call("PUT", path, admin, json={"bank_amount": "48.24"})
    assert (noted.status_code, noted.json()["bank_amount"]) == (200, "48.24")
    assert await shop.findings(admin) == [
        "payout: It is 48.25 USD, and the bank statement says 48.24."
    ]
    fine = await api.call("PUT", path, admin, json={"bank_amount": "48.255"})
    assert (fine.status_code, fine.json()["code"]) == (422, "validation_failed")
    await api.call("PUT", path, admin, json={"bank_amount": "48.25"})
    assert await shop.findings(admin) == []
    undone = await api.call("PUT", path, admin, json={"bank_amount": None})
    assert undone.json()["bank_amount"] is None
    notes = "SELECT after FROM audit_log WHERE subject = 'payout' AND subject_id = $1"
    assert len(await connection.fetch(notes, paid_out["id"])) == 3
    missing = await api.call("PUT", "/payouts/999/bank-amount", admin, json={"bank_amount": "1"})
    assert missing.status_code == 404


async def test_bank_amount_has_the_sign_of_its_payout(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    """A provider takes money from the bank where a dispute came after the payout."""
    payment = await shop.pay(buyer, event)
    shop.server.account.pay_out()
    await shop.dispute(payment)
    shop.server.account.pay_out()
    await shop.follow()
    debit, credit = await listed(api, admin, "/payouts")
    assert Decimal(debit["amount"]) < 0 < Decimal(credit["amount"])
    for payout, other_sign, said in (
        (credit, f"-{credit['amount']}", "comes to the bank"),
        (debit, debit["amount"].removeprefix("-"), "is taken from the bank"),
    ):
        path = f"/payouts/{payout['id']}/bank-amount"
        wrong = await api.call("PUT", path, admin, json={"bank_amount": other_sign})
        problem = assert_problem(wrong, 422, "validation_failed")
        assert problem["errors"][0]["field"] == "body.bank_amount"
        assert said in problem["errors"][0]["message"]
        assert (await api.get(f"/payouts/{payout['id']}", admin)).json()["bank_amount"] is None
        for amount in ("0.00", payout["amount"]):
            noted = await api.call("PUT", path, admin, json={"bank_amount": amount})
            assert (noted.status_code, noted.json()["bank_amount"]) == (200, amount)
    assert not [finding for finding in await shop.findings(admin) if "statement" in finding]


async def test_differences_are_found_in_both_directions_however_old_they_are(
    api: Api,
    shop: StripeShop,
    event: dict[str, Any],
    buyer: Person,
    admin: Person,
    clock: MovableClock,
) -> None:
    lost, larger = await shop.pay(buyer, event), await shop.pay(buyer, event)
    movements = shop.server.account.movements
    del movements[0]
    movements[0] |= {"amount": 6000, "net": 5825}
    foreign = {"id": "ch_x", "object": "charge", "amount": 900, "currency": "usd"}
    shop.server.account.charge({**foreign, "payment_intent": "pi_of_another_shop"})
    clock.move(days=200)
    await shop.follow()
    assert await shop.findings(admin) == [
        f"account of transaction: It is a payment, success, of 50.00 USD; on the account at "
        f"stripe it moved {moved} USD."
        for moved in ("0", "60.00")
    ] + [
        "account movement: The account at stripe has a payment of 9.00 USD "
        "(pi_of_another_shop) that is not known here."
    ]
    found = await api.container.oversight.read_discrepancies().execute(admin.actor)
    assert [finding.subject_id for finding in found[:2]] == [lost["id"], larger["id"]]


async def test_balance_without_a_movement_is_a_discrepancy_and_what_was_before_is_none(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    # A year ago, before this shop.
    old = shop.server.account.move("charge", 10000, "usd", None)
    old["created"] = 1_600_000_000
    await shop.pay(buyer, event)
    await shop.follow()
    (held,) = await listed(api, admin, "/provider-balances")
    assert (held["balance"], held["opening"], held["difference"]) == ("148.25", "100.00", "0.00")
    late = shop.server.account.move("reserve_hold", -500, "usd", None)
    late["created"] = 1_600_000_000
    await shop.follow()
    (held,) = await listed(api, admin, "/provider-balances")
    assert held["difference"] == "-5.00"
    assert await shop.findings(admin) == [
        "provider account: stripe holds 143.25 USD; what is known to have moved leaves 148.25."
    ]


async def test_provider_that_does_not_answer_is_asked_again_and_nothing_is_lost(
    api: Api, shop: StripeShop, event: dict[str, Any], buyer: Person, admin: Person
) -> None:
    await shop.pay(buyer, event)
    shop.server.failures = [500] * 3
    response = await api.post("/provider-balances/refresh", admin)
    assert (response.status_code, response.json()["code"]) == (502, "provider_error")
    shop.server.failures = [500] * 3
    with pytest.raises(ProviderFailed):
        await shop.follow()
    response = await api.post("/provider-balances/refresh", admin)
    assert [held["balance"] for held in response.json()] == ["48.25"]


async def test_movements_are_never_changed(
    shop: StripeShop,
    event: dict[str, Any],
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    await shop.pay(buyer, event)
    await shop.follow()
    for change in (
        "UPDATE provider_movements SET amount = amount + 1",
        "UPDATE provider_movements SET transaction_id = NULL",
        "DELETE FROM provider_movements",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute(change)


async def test_shop_without_payments_asks_nobody(shop: StripeShop) -> None:
    assert await shop.follow() == 0
    assert shop.server.requests == []
