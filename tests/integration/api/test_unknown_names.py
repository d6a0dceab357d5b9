"""What a request names means something: unknown fields and parameters are refused, unless the
client asks for leniency, and what cannot be set here is refused with where to do it."""

from typing import Any

import asyncpg
import httpx
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.carts import make_code, put_in, type_ids
from tests.support.openapi import OPERATIONS
from tests.support.orders import item, order_of, place, stored

LENIENT = {"Prefer": "handling=lenient"}


def refused_fields(response: httpx.Response) -> dict[str, tuple[str, str]]:
    """The code and the sentence on each field of a refusal."""
    problem = assert_problem(response, 422, "validation_failed")
    return {error["field"]: (error["code"], error["message"]) for error in problem["errors"]}


async def paths(api: Api, organizer: Person, buyer: Person, admin: Person) -> dict[str, str]:
    """One resource of each kind, and where it is edited."""
    event = await api.event(organizer, payment="online")
    (ticket_type_id,) = await type_ids(api, event)
    code = await make_code(api, organizer)
    order = await order_of(api, buyer, event, quantity=1)
    cart_item = await put_in(api, buyer, ticket_type_id)
    return {
        "event": f"/events/{event['id']}",
        "type": f"/ticket-types/{ticket_type_id}",
        "code": f"/discounts/{code['id']}",
        "user": f"/users/{buyer.id}",
        "order": f"/orders/{order['id']}",
        "cart": f"/cart/{cart_item['id']}",
    }


FIXED: list[tuple[str, dict[str, Any], str]] = [
    ("event", {"payment": "none"}, "fixed when it is created"),
    ("event", {"seating": "reserved"}, "fixed when it is created"),
    ("event", {"organizer_id": 1}, "The service sets this"),
    ("event", {"ticket_types": []}, "POST /events/{id}/ticket-types"),
    ("event", {"poster": "x"}, "PUT /events/{id}/poster"),
    ("type", {"status": "closed"}, "PATCH /ticket-types/{id}/status"),
    ("type", {"event_id": 1}, "The service sets this"),
    ("code", {"kind": "fixed"}, "fixed when it is created"),
    ("code", {"event_id": 1}, "fixed when it is created"),
    ("user", {"is_active": False}, "PATCH /users/{id}/deactivate"),
    ("order", {"status": "confirmed"}, "PATCH /orders/{id}/status"),
    ("order", {"discount_code": "SUMMER20"}, "an order keeps"),
    ("order", {"items": []}, "POST /orders/{id}/items"),
    ("cart", {"ticket_type_id": 1}, "add another"),
]


@pytest.mark.parametrize("headers", [{}, LENIENT], ids=["strict", "lenient"])
async def test_field_that_cannot_be_changed_here_is_refused_with_what_to_do(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    connection: asyncpg.Connection,
    headers: dict[str, str],
) -> None:
    places = await paths(api, organizer, buyer, admin)
    editors = {"user": admin, "order": buyer, "cart": buyer}
    before = await stored(connection)
    for kind, body, sentence in FIXED:
        editor = editors.get(kind, organizer)
        response = await api.put(places[kind], editor, body, headers=headers)
        errors = refused_fields(response)
        ((field, (code, message)),) = errors.items()
        assert field == f"body.{next(iter(body))}"
        assert code == "field_not_settable"
        assert sentence in message
    assert await stored(connection) == before


async def test_resource_cannot_be_sent_back_whole_but_is_shown_what_to_leave_out(
    api: Api, organizer: Person
) -> None:
    event = await api.event(organizer)
    errors = refused_fields(
        await api.put(f"/events/{event['id']}", organizer, {**event, "title": "New"})
    )
    assert {"body.id", "body.total_revenue", "body.created_at"} <= errors.keys()
    kept = {f"body.{name}" for name in ("title", "capacity", "date_time", "status")}
    assert not kept & errors.keys()


async def test_misspelt_limit_is_refused_and_no_event_is_made(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    body = {"title": "x", "date_time": "2036-09-01T20:00:00", "capacity": 5, "price": "1"}
    before = await stored(connection)
    response = await api.post("/events", organizer, {**body, "max_per_user": 4})
    assert refused_fields(response) == {
        "body.max_per_user": (
            "unknown_field",
            "There is no such field. Did you mean `max_tickets_per_user`?",
        )
    }
    assert response.json()["detail"].endswith("`max_tickets_per_user`?")
    assert "preference-applied" not in response.headers
    assert await stored(connection) == before
    nested = {**body, "ticket_types": [{"name": "A", "prices": "3", "status": "paused"}]}
    errors = refused_fields(await api.post("/events", organizer, nested))
    assert errors["body.ticket_types.0.prices"][0] == "unknown_field"
    assert "PATCH /ticket-types/{id}/status" in errors["body.ticket_types.0.status"][1]


async def test_two_names_of_one_field_are_refused(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    body = {"event_id": event["id"], "quantity": 2, "ticket_count": 2}
    errors = refused_fields(await api.post("/bookings", organizer, body))
    assert "give one of them" in errors["body.ticket_count"][1]
    del body["quantity"]
    assert (await api.post("/bookings", organizer, body)).status_code == 201


@pytest.mark.parametrize(
    "prefer",
    [
        "handling=lenient",
        'respond-async, Handling = "Lenient"; foo=bar',
        "handling=lenient, handling=strict",
    ],
)
async def test_lenient_client_may_send_what_nobody_knows(
    api: Api, organizer: Person, prefer: str
) -> None:
    event = await api.event(organizer)
    body = {"title": "New", "colour": "red"}
    headers = {"Prefer": prefer}
    response = await api.put(f"/events/{event['id']}?colour=red", organizer, body, headers=headers)
    assert response.status_code == 200
    assert response.headers["preference-applied"] == "handling=lenient"
    assert response.json()["title"] == "New"


@pytest.mark.parametrize("prefer", ["handling=strict", "return=minimal", "handling=lenientish", ""])
async def test_other_preferences_are_none(api: Api, organizer: Person, prefer: str) -> None:
    event = await api.event(organizer)
    response = await api.put(
        f"/events/{event['id']}", organizer, {"colour": 1}, headers={"Prefer": prefer}
    )
    assert refused_fields(response)["body.colour"][0] == "unknown_field"
    assert "preference-applied" not in response.headers


async def test_leniency_is_the_client_s_for_one_request(api: Api, organizer: Person) -> None:
    assert (await api.get("/events?page=2", organizer, headers=LENIENT)).status_code == 200
    assert "query.page" in refused_fields(await api.get("/events?page=2", organizer))


async def test_refused_request_uses_up_no_idempotency_key(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    wanted, key = await item(api, event), {"Idempotency-Key": "once"}
    refused = await place(api, buyer, wanted, total_amount="0.00", headers=key)
    assert refused_fields(refused)["body.total_amount"][0] == "field_not_settable"
    placed = await place(api, buyer, wanted, headers=key)
    assert placed.status_code == 201
    assert "idempotency-replayed" not in placed.headers
    again = await place(api, buyer, wanted, colour="red", headers={**key, **LENIENT})
    assert again.headers["idempotency-replayed"] == "true"
    assert again.headers["preference-applied"] == "handling=lenient"


async def test_unknown_parameter_is_refused_with_the_one_that_was_meant(
    api: Api, admin: Person
) -> None:
    response = await api.get("/orders?usr_id=7&zzz=1", admin)
    errors = refused_fields(response)
    assert errors["query.usr_id"] == (
        "unknown_parameter",
        "There is no such parameter. Did you mean `user_id`?",
    )
    assert "`cursor`" in errors["query.zzz"][1] and "`limit`" in errors["query.zzz"][1]


@pytest.mark.parametrize("query", ["limit=1&limit=2", "limit=1&limit=1", "limit=1&LIMIT=2"])
async def test_parameter_that_is_given_twice_is_refused(api: Api, query: str) -> None:
    ((field, (code, _)),) = refused_fields(await api.get(f"/events?{query}")).items()
    assert (field, code) in {
        ("query.limit", "repeated_parameter"),
        ("query.LIMIT", "unknown_parameter"),
    }


async def test_every_documented_parameter_is_known(api: Api, admin: Person) -> None:
    for operation in OPERATIONS.values():
        if operation["method"] != "get" or not operation["path"].startswith("/api/v1"):
            continue
        parameters = operation["parameters"]
        names = [each["name"] for each in parameters if each["in"] == "query"]
        path = operation["path"].removeprefix("/api/v1")
        for parameter in parameters:
            if parameter["in"] == "path":
                path = path.replace(f"{{{parameter['name']}}}", "1")
        if "stream" not in path:
            response = await api.get(path, admin, params=dict.fromkeys(names, ""))
            assert "no such parameter" not in response.text, operation["operationId"]


async def test_hidden_and_csv_parameters_are_known(api: Api, buyer: Person, admin: Person) -> None:
    grouped = await api.get(f"/bookings/user/{buyer.id}?group_by=event", buyer)
    assert grouped.status_code == 200
    table = await api.get("/analytics/revenue?format=csv&interval=day", admin)
    assert table.status_code == 200
    assert (await api.call("HEAD", "/events?limit=1")).status_code == 200
    assert (await api.call("HEAD", "/events?limits=1")).status_code == 422


async def test_method_that_takes_no_parameters_refuses_them(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    path = f"/events/{event['id']}"
    assert refused_fields(await api.get(f"{path}?utm_source=mail"))["query.utm_source"][0] == (
        "unknown_parameter"
    )
    assert "query.force" in refused_fields(await api.call("DELETE", f"{path}?force=1", organizer))
    assert (await api.get(path)).status_code == 200


async def test_addresses_that_others_complete_take_any_parameter(
    api: Api, organizer: Person
) -> None:
    event = await api.event(organizer)
    calendar = await api.get(f"/events/{event['id']}/calendar.ics?utm_source=mail&utm_source=x")
    assert calendar.status_code == 200
    webhook = await api.post("/payments/nobody/webhook?account=1", json={"type": "x"})
    assert_problem(webhook, 404, "not_found")
    form: dict[str, Any] = {"username": "a@b.example", "password": "x", "scope": "", "client_id": 1}
    log_in = await api.call("POST", "/auth/token?audience=x", data=form)
    assert_problem(log_in, 401, "invalid_credentials")


async def test_pages_ignore_what_they_do_not_know(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    page = await api.client.get(f"/events/{event['id']}?utm_source=mail", follow_redirects=True)
    assert page.status_code == 200


def test_document_says_that_bodies_are_strict_and_how_they_are_not() -> None:
    order = OPERATIONS["place_order"]
    assert [each["name"] for each in order["parameters"]].count("Prefer") == 1
    assert "Preference-Applied" in order["responses"]["201"]["headers"]
    webhook = OPERATIONS["receive_payment_webhook"]
    assert "Prefer" not in {each["name"] for each in webhook["parameters"]}
