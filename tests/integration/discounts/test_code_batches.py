"""Many codes at once: made up or one's own, all of them or none."""

import csv
import io
import re
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.domain.shared.codes import ALPHABET
from tests.support.api import Api, Person, assert_problem
from tests.support.carts import make_code
from tests.support.orders import item, place

TERMS = {"kind": "percent", "value": "100"}


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


async def batch(api: Api, who: Person, **fields: Any) -> Any:
    headers = fields.pop("headers", {})
    return await api.post("/discounts/batch", who, {**TERMS, **fields}, headers=headers)


def codes_of(text: str) -> list[str]:
    header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert header == ["code"]
    return [code for (code,) in rows]


async def test_ten_thousand_codes_are_made_up_each_for_one_use(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online")
    made = await batch(api, organizer, number=10_000, prefix="press-", event_id=event["id"])
    assert made.status_code == 201, made.text
    assert made.headers["content-type"].startswith("text/csv")
    codes = codes_of(made.text)
    assert len(set(codes)) == 10_000
    form = re.compile(f"PRESS-[{ALPHABET}]{{10}}")
    assert all(form.fullmatch(code) for code in codes)
    rows = await connection.fetch("SELECT DISTINCT max_uses, value, event_id FROM discounts")
    assert [(row["max_uses"], row["value"], row["event_id"]) for row in rows] == [
        (1, 100, event["id"])
    ]
    buyer = await api.person()
    wanted = await item(api, event)
    order = await place(api, buyer, wanted, discount_code=codes[-1])
    assert order.json()["total_amount"] == "0.00"
    again = await place(api, buyer, wanted, discount_code=codes[-1])
    assert assert_problem(again, 409, "discount_invalid")["reason"] == "used_up"


async def test_list_of_one_s_own_is_taken_over(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    made = await batch(api, organizer, codes=[" one-1 ", "TWO_2"], max_uses=None)
    assert codes_of(made.text) == ["ONE-1", "TWO_2"]
    rows = await connection.fetch("SELECT code, max_uses FROM discounts ORDER BY id")
    assert [tuple(row) for row in rows] == [("ONE-1", None), ("TWO_2", None)]
    after = await connection.fetchval(
        "SELECT after FROM audit_log WHERE action = 'discount.batch_created' "
        "ORDER BY id DESC LIMIT 1"
    )
    assert '"number": 2' in after


async def test_list_with_a_code_that_is_taken_makes_none(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    await make_code(api, organizer, "MINE")
    await make_code(api, await api.person(Role.ORGANIZER), "THEIRS")
    refused = await batch(api, organizer, codes=["THEIRS", "MINE"])
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["message"] == "Line 2: you have a code of this name (MINE)."
    assert await connection.fetchval("SELECT count(*) FROM discounts") == 2


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"number": 5, "codes": ["ONE"]},
        {"number": 0},
        {"number": 10_001},
        {"number": 5, "length": 7},
        {"number": 5, "prefix": "NO BLANKS"},
        {"codes": ["AB"]},
        {"number": 5, "value": "101"},
        {"number": 5, "code": "ONE"},
    ],
    ids=str,
)
async def test_what_cannot_be_made_is_refused_whole(
    api: Api, organizer: Person, connection: asyncpg.Connection, fields: dict[str, Any]
) -> None:
    assert_problem(await batch(api, organizer, **fields), 422, "validation_failed")
    assert await connection.fetchval("SELECT count(*) FROM discounts") == 0


async def test_codes_that_are_given_twice_are_refused(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    refused = await batch(api, organizer, codes=["SAME", "OTHER", "same"])
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["message"] == "Line 3: this code is given twice (SAME)."
    assert await connection.fetchval("SELECT count(*) FROM discounts") == 0


async def test_repeated_request_makes_them_once(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    headers = {"Idempotency-Key": "once"}
    first = await batch(api, organizer, number=3, headers=headers)
    second = await batch(api, organizer, number=3, headers=headers)
    assert second.text == first.text
    assert second.headers["idempotency-replayed"] == "true"
    assert await connection.fetchval("SELECT count(*) FROM discounts") == 3


async def test_codes_are_taken_along_with_their_uses(api: Api, organizer: Person) -> None:
    event = await api.event(organizer, payment="online")
    await batch(api, organizer, codes=["ONE", "TWO"], event_id=event["id"])
    await make_code(api, await api.person(Role.ORGANIZER), "THEIRS")
    buyer = await api.person()
    await place(api, buyer, await item(api, event, 3), discount_code="ONE")
    found = await api.get("/discounts.csv", organizer)
    assert found.headers["x-total-count"] == "2"
    rows = list(csv.DictReader(io.StringIO(found.text.removeprefix("\ufeff"))))
    assert [(row["code"], row["used"], row["used_tickets"]) for row in rows] == [
        ("TWO", "0", "0"),
        ("ONE", "1", "3"),
    ]
    assert rows[0]["event_id"] == str(event["id"])
    assert_problem(await api.get("/discounts.csv", await api.person()), 403, "forbidden")


async def test_codes_are_of_one_s_own_events(api: Api, organizer: Person) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    assert_problem(await batch(api, organizer, number=1, event_id=event["id"]), 404, "not_found")
    assert_problem(await batch(api, await api.person(), number=1), 403, "forbidden")
