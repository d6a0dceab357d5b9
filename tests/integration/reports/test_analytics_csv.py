"""Reports as CSV: one flat table each, with the numbers of the JSON and no formulas."""

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.analytics_rows import at, book_at, record_money, report
from tests.support.api import Api, Person
from tests.support.csv_tables import csv_rows

DAY = {"date_from": "2026-03-10", "date_to": "2026-03-12"}
FORMULA = '=HYPERLINK("http://evil.example")'
TENTH = at(2026, 3, 10, 9)


@pytest.fixture
async def organizer(api: Api, connection: asyncpg.Connection) -> Person:
    """Whose event of a nasty title sold 2 on March 10th, and whose ledger has 50 - 8 USD."""
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, title=FORMULA, currency="USD")
    await book_at(api, connection, await api.person(), event["id"], TENTH, 2)
    await record_money(connection, "50.00", TENTH, event_id=event["id"])
    await record_money(connection, "-8.00", TENTH, event_id=event["id"])
    return organizer


async def table(api: Api, name: str, who: Person, **params: str) -> list[dict[str, str]]:
    """The rows of the report by column; empty cells are left out."""
    response = await api.get(f"/analytics/{name}", who, params={"format": "csv", **params})
    rows = csv_rows(response)
    disposition = response.headers["content-disposition"]
    assert disposition == f'attachment; filename="{name}.csv"'
    return [{column: cell for column, cell in row.items() if cell} for row in rows]


def sections(rows: list[dict[str, str]], name: str) -> list[dict[str, str]]:
    return [
        {column: cell for column, cell in row.items() if column != "section"}
        for row in rows
        if row["section"] == name
    ]


async def test_sales_are_one_row_for_each_interval_event_and_type(
    api: Api, organizer: Person
) -> None:
    rows = await table(api, "sales", organizer, **DAY)
    sold = {"currency": "USD", "bookings": "1", "tickets": "2", "amount": "50.00"}
    none = {"currency": "USD", "bookings": "0", "tickets": "0", "amount": "0.00"}
    assert sections(rows, "totals") == [sold]
    assert sections(rows, "over_time") == [
        {"start": "2026-03-10T00:00:00Z", **sold},
        {"start": "2026-03-11T00:00:00Z", **none},
    ]
    (event,) = sections(rows, "by_event")
    assert event.pop("event_id")
    assert event == {"title": f"'{FORMULA}", **sold}
    (kind,) = sections(rows, "by_ticket_type")
    assert (kind["title"], kind["name"]) == (f"'{FORMULA}", "General admission")
    assert kind["tickets"] == "2"


async def test_interval_without_any_currency_has_its_row(api: Api, organizer: Person) -> None:
    days = {"date_from": "2020-01-01", "date_to": "2020-01-02"}
    rows = await table(api, "sales", organizer, **days)
    start = "2020-01-01T00:00:00Z"
    assert rows == [{"section": "over_time", "start": start, "bookings": "0", "tickets": "0"}]
    assert await table(api, "revenue", organizer, **days) == [
        {"section": "over_time", "start": start}
    ]


async def test_revenue_has_what_is_paid_outside_in_columns_of_its_own(
    api: Api, organizer: Person
) -> None:
    rows = await table(api, "revenue", organizer, **DAY)
    totals = {"currency": "USD", "gross": "50.00", "refunds": "8.00", "net": "42.00"}
    assert sections(rows, "totals") == [totals]
    assert sections(rows, "over_time")[0] == {"start": "2026-03-10T00:00:00Z", **totals}
    assert sections(rows, "by_account") == [{"account": "tickets", **totals}]
    assert sections(rows, "booked_outside") == [
        {
            **{"currency": "USD", "bookings": "1", "tickets": "2", "booked": "50.00"},
            **{"booked_fees": "0.00", "booked_taxes": "0.00"},
        }
    ]


async def test_users_are_numbers_and_top_spenders(api: Api, organizer: Person) -> None:
    rows = await table(api, "users", organizer, **DAY)
    assert sections(rows, "active_buyers") == [{"number": "1"}]
    assert len(sections(rows, "over_time")) == 2
    (spender,) = sections(rows, "top_spenders")
    assert (spender["rank"], spender["currency"], spender["amount"]) == ("1", "USD", "50.00")


async def test_tickets_are_a_row_of_totals_and_one_for_each_type(
    api: Api, organizer: Person
) -> None:
    rows = await table(api, "tickets", organizer)
    counts = {"capacity": "10", "reserved": "0", "active": "2", "used": "0", "cancelled": "0"}
    counts["complimentary"] = "0"
    rates = {"check_in_rate": "0.0", "capacity_used": "0.2"}
    assert sections(rows, "totals") == [{**counts, **rates}]
    (kind,) = sections(rows, "by_ticket_type")
    assert kind.items() >= {**counts, **rates, "event_title": f"'{FORMULA}"}.items()


async def test_dashboard_is_one_row_for_each_metric(api: Api, organizer: Person) -> None:
    found = await report(api, "dashboard", organizer, **DAY)
    rows = {row.pop("metric"): row for row in await table(api, "dashboard", organizer, **DAY)}
    assert rows["events_active"] == {"value": "1"}
    assert rows["tickets_sold"] == {"value": "2"}
    assert rows["booked"] == {"currency": "USD", "value": "50.00"}
    assert rows["period_bookings"] == {"value": "1"}
    assert rows["period_net"] == {"currency": "USD", "value": "42.00"}
    assert rows["top_event_tickets_sold"] == {
        "event_id": str(found["top_events"][0]["event_id"]),
        "event": f"'{FORMULA}",
        "value": "2",
    }
    assert {"today_bookings", "yesterday_bookings", "orders_pending"} <= rows.keys()
