"""What organizers are owed: by terms, with payouts, and never of another's sales."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.csv_tables import csv_rows
from tests.support.disputes import dispute
from tests.support.documents import read_by_pdfium
from tests.support.orders import FEES, add_on, manual_payment, order_of, pay, stored
from tests.support.payments import ScriptedProvider
from tests.support.settlement import agree, balance_of, pay_out, statement_of, total

INSERT_PAYOUT = (
    "INSERT INTO organizer_payouts (organizer_id, currency, amount, paid_on, reference, "
    "recorded_at, reverses_id)"
)


async def sell(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, **event: Any
) -> dict[str, Any]:
    """Two tickets at 25.00 each, paid online; the order."""
    made = await api.event(organizer, **{"payment": "online", **event})
    order = await order_of(api, buyer, made)
    order["payment"] = await pay(api, buyer, provider, order)
    return order


async def refund(api: Api, who: Person, order: dict[str, Any], amount: str | None = None) -> None:
    body = {"amount": amount} if amount else None
    response = await api.post(f"/transactions/{order['payment']['id']}/refund", who, body)
    assert response.status_code == 201, response.text


async def test_without_terms_all_that_was_paid_is_the_organizers(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await sell(api, organizer, buyer, provider, **FEES)
    found = await balance_of(api, organizer)
    assert found["earned"] == found["owed"] == order["total_amount"]
    assert (found["paid_out"], found["disputed"]) == ("0.00", "0.00")
    # The event is still to come: refunds may be needed.
    assert (found["held_back"], found["payable"]) == (order["total_amount"], "0.00")


async def test_terms_take_commission_and_fees_and_give_them_back_with_a_refund(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    await agree(
        api,
        admin,
        organizer,
        keeps_fees=True,
        commission_percent="2.50",
        commission_per_ticket="0.30",
    )
    order = await sell(api, organizer, buyer, provider, **FEES)
    # 50.00 for tickets: 1.25 and 0.60 of them, and the whole fee.
    kept = Decimal("1.85") + Decimal(order["fee_amount"])
    assert Decimal((await balance_of(api, organizer))["owed"]) == (
        Decimal(order["total_amount"]) - kept
    )
    await refund(api, organizer, order)
    assert Decimal((await balance_of(api, organizer))["owed"]) == 0


async def test_later_terms_change_nothing_that_was_sold_before(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    await agree(api, admin, organizer, commission_percent="10")
    first = await sell(api, organizer, buyer, provider)
    clock.move(hours=1)
    await agree(api, api.renewed(admin), organizer, commission_percent="50", keeps_fees=True)
    organizer = api.renewed(organizer)
    assert (await balance_of(api, organizer))["owed"] == "45.00"
    await refund(api, organizer, first, "25.00")
    # What goes back of it goes back as it was sold: 2.50 of commission.
    assert (await balance_of(api, organizer))["owed"] == "22.50"
    await sell(api, organizer, api.renewed(buyer), provider)
    assert (await balance_of(api, organizer))["owed"] == "47.50"
    found = (await api.get(f"/settlements/{organizer.id}/terms", organizer)).json()
    assert [terms["commission_percent"] for terms in found] == ["50.00", "10.00"]


async def test_terms_never_begin_in_the_past_and_never_twice_at_once(
    api: Api, organizer: Person, admin: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    path = f"/settlements/{organizer.id}/terms"
    before = await stored(connection)
    past = {"currency": "USD", "valid_from": "2020-01-01T00:00:00Z"}
    assert_problem(await api.post(path, admin, past), 422, "validation_failed")
    fine = {"currency": "JPY", "commission_per_ticket": "0.5"}
    assert_problem(await api.post(path, admin, fine), 422, "validation_failed")
    to_buyer = await api.post(f"/settlements/{buyer.id}/terms", admin, {"currency": "USD"})
    assert_problem(to_buyer, 422, "validation_failed")
    assert await stored(connection) == before
    later = {"currency": "USD", "valid_from": "2090-01-01T00:00:00Z"}
    assert (await api.post(path, admin, later)).status_code == 201
    assert_problem(await api.post(path, admin, later), 409, "duplicate")
    assert (await api.post(path, admin, {**later, "currency": "EUR"})).status_code == 201


async def test_commission_on_each_ticket_is_at_most_what_the_dearest_ticket_costs(
    api: Api, organizer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, price="25.00")
    await add_on(api, organizer, event, price="900.00")
    for who, currency in ((organizer, "EUR"), (await api.person(Role.ORGANIZER), "USD")):
        await api.event(who, currency=currency, price="500.00")
    path, before = f"/settlements/{organizer.id}/terms", await stored(connection)
    for amount in ("25.01", "999999999999"):
        answer = await api.post(path, admin, {"currency": "USD", "commission_per_ticket": amount})
        (problem,) = assert_problem(answer, 422, "validation_failed")["errors"]
        assert (problem["field"], problem["message"]) == (
            "body.commission_per_ticket",
            "No ticket of this organizer costs so much: the dearest is 25.00 USD.",
        )
    assert await stored(connection) == before
    await agree(api, admin, organizer, commission_per_ticket="25.00")
    # Where nothing has a price yet, there is nothing to compare it with.
    await agree(api, admin, organizer, currency="CHF", commission_per_ticket="900.00")
    await api.event(organizer, currency="CHF", price="0.00")
    later = {"valid_from": "2090-01-01T00:00:00Z", "commission_per_ticket": "0.30"}
    await agree(api, admin, organizer, currency="CHF", **later)


@pytest.mark.parametrize(
    "prices",
    [
        {"price_tiers": [{"name": "Door", "price": "60.00", "up_to": 5}]},
        {"is_price_open": True},
    ],
)
async def test_dearest_ticket_is_of_any_tier_and_what_buyers_choose_to_pay_has_no_bound(
    api: Api, organizer: Person, admin: Person, prices: dict[str, Any]
) -> None:
    event = await api.event(organizer, price="25.00")
    body = {"name": "Late", "price": "25.00", "capacity": 10, **prices}
    made = await api.post(f"/events/{event['id']}/ticket-types", organizer, body)
    assert made.status_code == 201, made.text
    await agree(api, admin, organizer, commission_per_ticket="60.00")


async def test_commission_takes_no_more_than_was_paid_for_the_tickets(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    """Of a cheap ticket whose organizer has dear ones too, all of its price, and never a debt."""
    await api.event(organizer, price="80.00")
    await agree(api, admin, organizer, commission_percent="100", commission_per_ticket="80.00")
    order = await sell(api, organizer, buyer, provider, **FEES)
    others = Decimal(order["fee_amount"]) + Decimal(order["tax_amount"])
    assert Decimal((await balance_of(api, organizer))["owed"]) == others
    await refund(api, organizer, order)
    assert Decimal((await balance_of(api, organizer))["owed"]) == 0


async def test_manual_payments_are_the_organizers_own_unless_the_terms_say_otherwise(
    api: Api, organizer: Person, buyer: Person, admin: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer, payment="online")
    await manual_payment(api, buyer, admin, await order_of(api, buyer, event, quantity=1))
    assert (await balance_of(api, organizer))["earned"] == "0.00"
    await agree(api, admin, organizer, receives_manual=True)
    clock.move(seconds=1)
    await manual_payment(api, buyer, admin, await order_of(api, buyer, event, quantity=1))
    assert (await balance_of(api, organizer))["earned"] == "25.00"


async def test_money_can_be_paid_out_once_its_event_is_over_for_long_enough(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    await agree(api, admin, organizer, hold_back_days=5)
    await sell(api, organizer, buyer, provider)
    assert (await balance_of(api, organizer))["payable"] == "0.00"
    clock.move(days=32)
    assert (await balance_of(api, api.renewed(organizer)))["payable"] == "0.00"
    clock.move(days=5)
    assert (await balance_of(api, api.renewed(organizer)))["payable"] == "50.00"


async def test_disputed_money_is_not_paid_out_until_the_bank_has_decided(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    order = await sell(api, organizer, buyer, provider)
    clock.move(days=40)
    organizer = api.renewed(organizer)
    made = await dispute(api, provider, order["payment"])
    found = await balance_of(api, organizer)
    assert (found["owed"], found["disputed"], found["payable"]) == ("50.00", "50.00", "0.00")
    await dispute(api, provider, order["payment"], "lost", reference=made)
    found = await balance_of(api, organizer)
    assert (found["owed"], found["disputed"], found["payable"]) == ("0.00", "0.00", "0.00")


async def test_dispute_withholds_what_the_organizer_is_owed_and_not_the_share_of_the_platform(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    await agree(
        api,
        admin,
        organizer,
        keeps_fees=True,
        commission_percent="10",
        commission_per_ticket="0.30",
    )
    event = {**FEES, "payment": "online"}
    first = await sell(api, organizer, buyer, provider, **event)
    await sell(api, organizer, buyer, provider, **event)
    clock.move(days=40)
    organizer = api.renewed(organizer)
    both = Decimal((await balance_of(api, organizer))["owed"])
    made = await dispute(api, provider, first["payment"])
    found = await balance_of(api, organizer)
    assert Decimal(found["owed"]) == both
    assert Decimal(found["disputed"]) == Decimal(found["payable"]) == both / 2
    await dispute(api, provider, first["payment"], "lost", reference=made)
    found = await balance_of(api, organizer)
    assert Decimal(found["owed"]) == Decimal(found["payable"]) == both / 2


async def test_dispute_after_a_part_refund_withholds_what_is_left_to_the_organizer(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    await agree(api, admin, organizer, commission_percent="10")
    order = await sell(api, organizer, buyer, provider)
    await refund(api, organizer, order, "20.00")
    clock.move(days=40)
    await dispute(api, provider, order["payment"])
    found = await balance_of(api, api.renewed(organizer))
    assert (found["owed"], found["disputed"], found["payable"]) == ("27.00", "27.00", "0.00")


async def test_dispute_of_an_order_over_two_organizers_is_shared_by_what_each_sold(
    api: Api, buyer: Person, provider: ScriptedProvider, clock: MovableClock
) -> None:
    first, second = await api.person(Role.ORGANIZER), await api.person(Role.ORGANIZER)
    cheap = await api.event(first, payment="online", price="10.00")
    dear = await api.event(second, payment="online", price="30.00")
    order = await order_of(api, buyer, cheap, dear)
    order["payment"] = await pay(api, buyer, provider, order)
    clock.move(days=40)
    made = await dispute(api, provider, order["payment"])
    held = [(await balance_of(api, api.renewed(who)))["disputed"] for who in (first, second)]
    assert held == ["20.00", "60.00"]
    await dispute(api, provider, order["payment"], "lost", reference=made)
    owed = [(await balance_of(api, api.renewed(who)))["owed"] for who in (first, second)]
    assert owed == ["0.00", "0.00"]


@pytest.fixture
async def owed(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> dict[str, Any]:
    """An order of 50.00 whose event is over."""
    order = await sell(api, organizer, buyer, provider)
    clock.move(days=40)
    return order


async def test_payout_is_recorded_once_and_lowers_what_is_owed(
    api: Api,
    organizer: Person,
    admin: Person,
    owed: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    admin, organizer = api.renewed(admin), api.renewed(organizer)
    key = {"Idempotency-Key": "payout-1"}
    first = await pay_out(api, admin, organizer, "30.00", headers=key)
    again = await pay_out(api, admin, organizer, "30.00", headers=key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json() and again.headers["idempotency-replayed"] == "true"
    found = await balance_of(api, organizer)
    assert (found["earned"], found["paid_out"], found["payable"]) == ("50.00", "30.00", "20.00")
    path = first.headers["location"].removeprefix("/api/v1")
    assert (await api.get(path, organizer)).json() == first.json()
    assert (await api.get("/organizer-payouts", organizer)).json() == [first.json()]
    row = await connection.fetchrow(
        "SELECT * FROM audit_log WHERE action = 'organizer_payout.recorded' "
        "ORDER BY id DESC LIMIT 1"
    )
    assert row is not None
    assert row["actor_id"] == admin.id and "transfer" not in row["after"]


async def test_refused_payouts_change_nothing(
    api: Api,
    organizer: Person,
    admin: Person,
    owed: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    admin, organizer = api.renewed(admin), api.renewed(organizer)
    await pay_out(api, admin, organizer, "10.00", reference="one")
    before = await stored(connection)
    problem = assert_problem(
        await pay_out(api, admin, organizer, "40.01"), 409, "payout_exceeds_balance"
    )
    assert (problem["requested"], problem["payable"]) == ("40.01", "40.00")
    same = await pay_out(api, admin, organizer, "5.00", reference="one")
    assert_problem(same, 409, "duplicate")
    for wrong in (
        {"amount": "0.00"},
        {"amount": "1.005"},
        {"paid_on": "2099-01-01"},
        {"currency": "EUX"},
        {"reference": " "},
    ):
        answer = await pay_out(api, admin, organizer, **{"amount": "5.00", **wrong})
        assert_problem(answer, 422, "validation_failed")
    other = await pay_out(api, admin, organizer, "5.00", currency="EUR")
    assert_problem(other, 409, "payout_exceeds_balance")
    for day in ("1800-01-01", "1926-11-30", "0001-01-01"):
        answer = await pay_out(api, admin, organizer, "5.00", paid_on=day)
        problem = assert_problem(answer, 422, "validation_failed")
        assert [detail["field"] for detail in problem["errors"]] == ["body.paid_on"]
    unknown = await pay_out(api, admin, organizer, "5.00", organizer_id=10**9)
    assert_problem(unknown, 404, "not_found")
    assert await stored(connection) == before


async def test_advance_may_be_more_than_is_payable_and_is_carried_forward(
    api: Api, organizer: Person, admin: Person, owed: dict[str, Any]
) -> None:
    admin, organizer = api.renewed(admin), api.renewed(organizer)
    assert (await pay_out(api, admin, organizer, "60.00", is_advance=True)).status_code == 201
    found = await balance_of(api, organizer)
    assert (found["owed"], found["payable"]) == ("-10.00", "0.00")


async def test_advance_needs_somebody_who_sells_in_its_currency(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    connection: asyncpg.Connection,
) -> None:
    newcomer = await api.person(Role.ORGANIZER)
    await api.event(organizer, payment="online")
    before = await stored(connection)
    for who in (buyer, newcomer, admin):
        answer = await pay_out(api, admin, who, "5.00", is_advance=True)
        problem = assert_problem(answer, 422, "validation_failed")
        assert problem["errors"][0]["field"] == "body.organizer_id"
        assert "has no events" in problem["errors"][0]["message"]
    other = await pay_out(api, admin, organizer, "5.00", currency="EUR", is_advance=True)
    problem = assert_problem(other, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.currency"
    assert "USD" in problem["errors"][0]["message"]
    assert await stored(connection) == before
    # Nothing is sold yet: that is what an advance is for.
    assert (await pay_out(api, admin, organizer, "5.00", is_advance=True)).status_code == 201


async def test_organizer_is_not_deleted_until_everything_is_settled(
    api: Api,
    organizer: Person,
    admin: Person,
    provider: ScriptedProvider,
    owed: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    admin, organizer = api.renewed(admin), api.renewed(organizer)
    await api.put(f"/events/{owed['items'][0]['event_id']}", organizer, {"status": "completed"})

    async def refused(who: Person, said: str) -> None:
        before = await stored(connection)
        answer = await api.call("DELETE", f"/users/{organizer.id}", who)
        assert said in assert_problem(answer, 409, "in_use")["detail"]
        assert await stored(connection) == before

    for who in (admin, organizer):
        await refused(who, "is owed money")
    made = await dispute(api, provider, owed["payment"])
    await refused(admin, "Banks have not decided")
    await dispute(api, provider, owed["payment"], "won", reference=made)
    paid = await pay_out(api, admin, organizer, "60.00", is_advance=True)
    await refused(admin, "paid more than is theirs")
    await api.post(f"/organizer-payouts/{paid.json()['id']}/reversal", admin)
    assert (await pay_out(api, admin, organizer, "50.00")).status_code == 201
    assert (await api.call("DELETE", f"/users/{organizer.id}", admin)).status_code == 200
    assert (await balance_of(api, admin, organizer))["organizer"] == "Deleted user"


async def test_payout_is_taken_back_by_a_counter_entry_once(
    api: Api,
    organizer: Person,
    admin: Person,
    owed: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    admin, organizer = api.renewed(admin), api.renewed(organizer)
    paid = (await pay_out(api, admin, organizer, "50.00", reference="one")).json()
    path = f"/organizer-payouts/{paid['id']}/reversal"
    taken = await api.post(path, admin, {"note": "The account is closed."})
    assert taken.status_code == 201, taken.text
    entry = taken.json()
    assert (entry["amount"], entry["reverses_id"], entry["reference"]) == (
        "-50.00",
        paid["id"],
        "one",
    )
    before = await stored(connection)
    assert_problem(await api.post(path, admin), 409, "invalid_state")
    again = await api.post(f"/organizer-payouts/{entry['id']}/reversal", admin)
    assert_problem(again, 409, "invalid_state")
    assert await stored(connection) == before
    assert (await balance_of(api, organizer))["payable"] == "50.00"
    # The reference is free again: it was the right one, with a wrong amount.
    assert (await pay_out(api, admin, organizer, "49.00", reference="one")).status_code == 201


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organizer_payouts SET amount = 1",
        "DELETE FROM organizer_payouts",
        "TRUNCATE organizer_payouts",
        "UPDATE settlement_terms SET keeps_fees = true",
        "DELETE FROM settlement_terms",
        f"{INSERT_PAYOUT} SELECT organizer_id, currency, 1, paid_on, reference, now(), NULL "
        "FROM organizer_payouts",
        f"{INSERT_PAYOUT} SELECT organizer_id, currency, -1, paid_on, 'other', now(), NULL "
        "FROM organizer_payouts",
        f"{INSERT_PAYOUT} SELECT organizer_id, currency, -1, paid_on, reference, now(), id "
        "FROM organizer_payouts",
        "INSERT INTO settlement_terms (organizer_id, currency, valid_from, keeps_fees, "
        "commission_percent, commission_per_ticket, receives_manual, hold_back_days, created_at) "
        "SELECT id, 'USD', now() - interval '1 day', true, 0, 0, false, 0, now() FROM users",
    ],
)
async def test_database_refuses_changes_of_the_past(
    api: Api,
    organizer: Person,
    admin: Person,
    owed: dict[str, Any],
    connection: asyncpg.Connection,
    statement: str,
) -> None:
    admin = api.renewed(admin)
    await agree(api, admin, organizer)
    assert (await pay_out(api, admin, organizer, "20.00")).status_code == 201
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await connection.execute(statement)


async def test_statement_has_all_that_moved_and_says_what_is_owed(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    await agree(api, admin, organizer, keeps_fees=True, commission_percent="3")
    start = clock()
    order = await sell(api, organizer, buyer, provider, **FEES)
    clock.move(days=40)
    organizer, admin, middle = api.renewed(organizer), api.renewed(admin), clock()
    clock.move(hours=1)
    await refund(api, organizer, order, "20.00")
    payable = (await balance_of(api, organizer))["payable"]
    assert (await pay_out(api, admin, organizer, payable, reference="=1+1")).status_code == 201
    end = clock()
    first = await statement_of(api, organizer, organizer, start, middle)
    second = await statement_of(api, admin, organizer, middle, end)
    assert first["opening"] == "0.00" and second["opening"] == first["closing"]
    assert (first["is_final"], second["is_final"]) == (True, False)
    assert total(first, "sales") == Decimal(order["total_amount"])
    assert total(first, "refunds") == 0 and total(second, "refunds") == -20
    assert total(first, "kept_fees") == Decimal(order["fee_amount"])
    assert [payout["amount"] for payout in second["payouts"]] == [payable]
    assert second["closing"] == "0.00"
    params = {
        "currency": "USD",
        "date_from": middle.isoformat(),
        "date_to": end.isoformat(),
        "timezone": "Asia/Bangkok",
    }
    table = await api.get(f"/settlements/{organizer.id}/statement.csv", organizer, params=params)
    rows = csv_rows(table)
    assert [row["section"] for row in rows] == ["opening", "event", "payout", "closing"]
    assert sum(Decimal(row["amount"]) for row in rows[:-1]) == Decimal(rows[-1]["amount"])
    assert rows[2]["reference"] == "'=1+1"
    path = f"/settlements/{organizer.id}/statement.pdf"
    document = await api.get(path, organizer, params=params)
    assert document.headers["content-type"] == "application/pdf"
    text = "\n".join(read_by_pdfium(document.content))
    assert "Owed at the end" in text and f"-{payable} USD" in text and "Asia/Bangkok" in text
    assert (await api.get(path, organizer, params=params)).content == document.content


async def test_organizers_see_nothing_of_each_other(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    other = await api.person(Role.ORGANIZER)
    shared = await api.event(organizer, payment="online"), await api.event(other, payment="online")
    await pay(api, buyer, provider, await order_of(api, buyer, *shared, quantity=1))
    for who in (organizer, other):
        found = (await api.get("/settlements", who)).json()
        assert [(balance["organizer_id"], balance["owed"]) for balance in found] == [
            (who.id, "25.00")
        ]
    owed = (await api.get("/settlements", admin, params={"limit": 1})).json()
    assert [balance["organizer_id"] for balance in owed] == [organizer.id]
    answer = await api.get("/settlements", admin, params={"limit": 1})
    cursor = answer.headers["x-next-cursor"]
    rest = (await api.get("/settlements", admin, params={"limit": 1, "cursor": cursor})).json()
    assert [balance["organizer_id"] for balance in rest] == [other.id]


async def test_bank_account_is_checked_kept_and_removed_with_its_person(
    api: Api, organizer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    path = f"/bank-accounts/{organizer.id}"
    assert_problem(await api.get(path, organizer), 404, "not_found")
    before = await stored(connection)
    iban = "DE89 3704 0044 0532 0130 00"
    for body in (
        {"holder": "Somebody"},
        {"holder": "Somebody", "iban": iban, "other": "A bank"},
        {"holder": "Somebody", "iban": "DE88370400440532013000"},
        {"holder": "Somebody", "iban": "ZZ89370400440532013000"},
        {"holder": "Somebody", "iban": "DE8937040044053201300"},
        {"holder": " ", "iban": iban},
    ):
        assert_problem(await api.put(path, organizer, body), 422, "validation_failed")
    assert await stored(connection) == before
    saved = await api.put(path, organizer, {"holder": "Somebody", "iban": iban.lower()})
    assert saved.status_code == 200, saved.text
    assert (saved.json()["iban"], saved.json()["other"]) == ("DE89370400440532013000", None)
    stale = {"If-Match": '"7-0"'}
    body = {"holder": "Somebody", "other": "Bangkok Bank\n123-4-56789-0"}
    assert_problem(await api.put(path, organizer, body, headers=stale), 412, "stale_version")
    etag = (await api.get(path, admin)).headers["etag"]
    changed = await api.put(path, organizer, body, headers={"If-Match": etag})
    assert (changed.json()["iban"], changed.json()["other"]) == (None, body["other"])
    log = await connection.fetch(
        "SELECT before, after FROM audit_log WHERE subject = 'bank_account' AND subject_id = $1",
        organizer.id,
    )
    assert [(row["before"], row["after"]) for row in log] == [(None, None)] * 2
    assert (await api.call("DELETE", path, organizer)).status_code == 200
    assert_problem(await api.call("DELETE", path, organizer), 404, "not_found")
    assert (await api.put(path, organizer, body)).status_code == 200
    assert (await api.call("DELETE", f"/users/{organizer.id}", admin)).status_code == 200
    assert await connection.fetchval("SELECT count(*) FROM bank_accounts") == 0
