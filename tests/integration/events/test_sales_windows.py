"""Sales windows that could never open are refused over HTTP, and nothing has changed."""

from typing import Any

import asyncpg

from tests.support.api import Api, Person, assert_problem
from tests.support.carts import make_code, type_ids
from tests.support.orders import stored

STARTS = {"date_time": "2036-09-01T20:00", "timezone": "Europe/Berlin"}
LATE = "2036-09-01T18:00:00Z"
"""The start, by another clock."""


async def refused_field(
    api: Api, method: str, path: str, who: Person, body: dict[str, Any]
) -> tuple[str, str]:
    """The field that is named, and the sentence."""
    response = await api.call(method, path, who, json=body)
    (error,) = assert_problem(response, 422, "validation_failed")["errors"]
    return error["field"], error["message"]


async def test_window_of_an_event_or_type_that_cannot_open_is_refused(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **STARTS)
    (type_id,) = await type_ids(api, event)
    at_event, at_type = f"/events/{event['id']}", f"/ticket-types/{type_id}"
    at_types = f"{at_event}/ticket-types"
    new = {**STARTS, "title": "x", "capacity": 5, "price": "1"}
    of_type = [{"name": "A"}, {"name": "B", "sales_start": LATE}]
    before = await stored(connection)
    cases: list[tuple[str, str, dict[str, Any], str]] = [
        ("POST", "/events", {**new, "sales_start": LATE}, "body.sales_start"),
        ("POST", "/events", {**new, "ticket_types": of_type}, "body.ticket_types.1.sales_start"),
        ("PUT", at_event, {"sales_start": LATE}, "body.sales_start"),
        ("POST", at_types, {"name": "B", "sales_start": LATE}, "body.sales_start"),
        ("PUT", at_type, {"sales_start": LATE}, "body.sales_start"),
    ]
    for method, path, body, named in cases:
        field, sentence = await refused_field(api, method, path, organizer, body)
        assert field == named
        assert sentence.endswith("the event starts on 01 September 2036 at 20:00 (Europe/Berlin).")
    assert await stored(connection) == before


async def test_event_cannot_move_before_the_sales_of_a_type(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    types = [{"name": "Early"}, {"name": "Late", "sales_start": "2036-06-01T10:00"}]
    event = await api.event(organizer, **STARTS, ticket_types=types)
    path = f"/events/{event['id']}"
    before = await stored(connection)
    moved = {"date_time": "2036-05-01T20:00"}
    field, sentence = await refused_field(api, "PUT", path, organizer, moved)
    assert field == "body.date_time"
    assert 'sales of "Late" start on 01 June 2036 at 10:00' in sentence
    assert await stored(connection) == before
    late = (await type_ids(api, event))[1]
    earlier = {"sales_start": "2036-04-01T10:00"}
    assert (await api.put(f"/ticket-types/{late}", organizer, earlier)).status_code == 200
    assert (await api.put(path, organizer, moved)).status_code == 200


async def test_code_that_ends_before_it_starts_is_refused_when_it_is_made_or_edited(
    api: Api, organizer: Person
) -> None:
    event = await api.event(organizer, **STARTS)
    window = {"valid_from": "2036-06-01T10:00", "valid_until": "2036-06-01T10:00"}
    new = {"code": "EARLY", "kind": "percent", "value": "5", "event_id": event["id"], **window}
    field, sentence = await refused_field(api, "POST", "/discounts", organizer, new)
    assert field == "body.valid_until"
    assert sentence == (
        "The code is valid from 01 June 2036 at 10:00, but only until 01 June 2036 at 10:00 "
        "(Europe/Berlin): nobody could use it."
    )
    code = await make_code(api, organizer, event_id=event["id"], valid_until="2036-06-01T10:00")
    late = {"valid_from": "2036-07-01T10:00"}
    refused = await refused_field(api, "PUT", f"/discounts/{code['id']}", organizer, late)
    assert refused[0] == "body.valid_until"
