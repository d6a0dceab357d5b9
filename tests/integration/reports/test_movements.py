"""Each movement of the ledger, with what the provider calls it."""

import csv
import io
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.analytics_rows import at, record_money
from tests.support.api import Api, Person, assert_problem
from tests.support.orders import manual_payment, order_of

Rows = list[dict[str, Any]]


async def movements(api: Api, who: Person, **query: Any) -> Rows:
    """All pages of the list, by two."""
    found: Rows = []
    cursor: dict[str, str] = {}
    while True:
        params = {**query, **cursor, "limit": 2}
        response = await api.get("/analytics/movements", who, params=params)
        assert response.status_code == 200, response.text
        found += response.json()
        if "X-Next-Cursor" not in response.headers:
            return found
        cursor = {"cursor": response.headers["X-Next-Cursor"]}


async def table(api: Api, who: Person, **query: Any) -> Rows:
    """The rows of the CSV."""
    response = await api.get("/analytics/movements.csv", who, params=query)
    assert response.status_code == 200, response.text
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert int(response.headers["X-Total-Count"]) == len(rows)
    return rows


@pytest.fixture
async def paid(api: Api, organizer: Person) -> dict[str, Any]:
    """The payment of an order over an event with fee and tax, and one of another organizer."""
    taxed = await api.event(
        organizer, payment="online", price="100.00", service_fee_fixed="2.00", tax_rate="10.00"
    )
    rival = await api.event(await api.person(Role.ORGANIZER), payment="online", price="7.00")
    buyer, admin = await api.person(), await api.person(Role.ADMIN)
    order = await order_of(api, buyer, taxed, rival, quantity=1)
    payment = await manual_payment(api, buyer, admin, order)
    return {**payment, "taxed": taxed["id"], "order": order, "total": order["total_amount"]}


async def test_a_payment_is_moved_item_by_item_and_account_by_account(
    api: Api, paid: dict[str, Any]
) -> None:
    found = await movements(api, await api.person(Role.ADMIN))
    assert [(row["account"], row["amount"]) for row in found] == [
        ("tickets", "100.00"),
        ("fees", "2.00"),
        ("taxes", "10.20"),
        ("tickets", "7.00"),
    ]
    assert sum(Decimal(row["amount"]) for row in found) == Decimal(paid["total"])
    for row in found:
        assert (row["transaction_id"], row["kind"], row["provider"]) == (
            *(paid["id"], "payment"),
            "manual",
        )
        assert row["order_reference"] == paid["order"]["reference"]
        assert row["provider_reference"] == paid["provider_reference"]
    assert found[0]["event_title"] and found[0]["ticket_type"] and found[0]["booking_reference"]


async def test_an_organizer_sees_what_is_for_own_events_alone(
    api: Api, organizer: Person, paid: dict[str, Any]
) -> None:
    found = await movements(api, organizer)
    assert [row["amount"] for row in found] == ["100.00", "2.00", "10.20"]
    assert {row["event_id"] for row in found} == {paid["taxed"]}
    assert [row["amount"] for row in await table(api, organizer)] == ["100.00", "2.00", "10.20"]


async def test_money_that_bought_nothing_is_shown_to_admins_only(
    api: Api, organizer: Person, paid: dict[str, Any], connection: asyncpg.Connection
) -> None:
    await record_money(connection, "50.00", at(2026, 3, 10), account="unapplied")
    (row,) = await movements(api, await api.person(Role.ADMIN), account="unapplied")
    assert (row["amount"], row["event_id"], row["ticket_type"]) == ("50.00", None, None)
    assert await movements(api, organizer, account="unapplied") == []


async def test_filters_and_table_agree_with_the_list(
    api: Api, organizer: Person, paid: dict[str, Any], connection: asyncpg.Connection
) -> None:
    admin = await api.person(Role.ADMIN)
    for moment, amount in (
        *((at(2026, 3, 9, 23, 59), "1.00"), (at(2026, 3, 10), "2.00")),
        *((at(2026, 3, 10, 23, 59), "-3.00"), (at(2026, 3, 11), "4.00")),
    ):
        await record_money(connection, amount, moment, event_id=paid["taxed"])
    day = {"date_from": "2026-03-10", "date_to": "2026-03-11"}
    for query, amounts in (
        (day, ["2.00", "-3.00"]),
        ({**day, "event_id": paid["taxed"]}, ["2.00", "-3.00"]),
        ({"order_id": paid["order"]["id"], "account": "fees"}, ["2.00"]),
        ({"transaction_id": paid["id"], "account": "taxes"}, ["10.20"]),
        ({"transaction_id": paid["id"] + 1000}, []),
    ):
        assert [row["amount"] for row in await movements(api, admin, **query)] == amounts, query
        rows = await table(api, admin, **query)
        assert [row["amount"] for row in rows] == amounts, query
        assert [int(row["movement_id"]) for row in rows] == [
            row["id"] for row in await movements(api, admin, **query)
        ]


@pytest.mark.parametrize("path", ["/analytics/movements", "/disputes"])
async def test_cursor_of_another_list_is_refused(api: Api, organizer: Person, path: str) -> None:
    for _ in range(2):
        await api.event(organizer)
    listed = await api.get("/events", organizer, params={"limit": 1})
    params = {"cursor": listed.headers["X-Next-Cursor"]}
    assert_problem(await api.get(path, organizer, params=params), 422, "validation_failed")
