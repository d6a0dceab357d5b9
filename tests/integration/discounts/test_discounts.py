"""Discount codes: make, read, list, edit, delete."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.carts import make_code, type_ids
from tests.support.rows import audit

PERCENT = {"code": "SUMMER20", "kind": "percent", "value": "20.00"}
FIXED = {"code": "FIVE", "kind": "fixed", "value": "5.00"}


async def _codes(api: Api, who: Person) -> list[str]:
    return [discount["code"] for discount in (await api.get("/discounts", who)).json()]


async def test_code_is_answered_as_it_was_made(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, timezone="Asia/Bangkok")
    body = {
        **FIXED,
        "code": " five_off-1 ",
        "event_id": event["id"],
        "valid_from": "2026-12-01T00:00:00",
        "valid_until": "2036-12-24T00:00:00Z",
        "max_uses": 100,
        "max_uses_per_user": 2,
    }
    response = await api.post("/discounts", organizer, body)
    assert response.status_code == 201, response.text
    discount = response.json()
    expected = {
        **body,
        "code": "FIVE_OFF-1",
        "currency": "USD",
        "ticket_type_id": None,
        "owner_id": organizer.id,
        "valid_from": "2026-11-30T17:00:00Z",
        "used": 0,
    }
    assert expected.items() <= discount.items()
    assert response.headers["location"] == f"/api/v1/discounts/{discount['id']}"
    assert (await api.get(f"/discounts/{discount['id']}", organizer)).json() == discount


async def test_code_needs_only_its_kind_and_value(api: Api) -> None:
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    own = await make_code(api, organizer, valid_from="2026-12-01T00:00:00")
    global_code = await make_code(api, admin, "GLOBAL", currency="EUR")
    assert (own["owner_id"], own["event_id"], own["currency"]) == (organizer.id, None, None)
    assert own["valid_from"] == "2026-12-01T00:00:00Z"
    assert (global_code["owner_id"], global_code["currency"]) == (None, None)


async def test_ticket_type_implies_its_event(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event, other = await api.event(organizer), await api.event(organizer)
    (type_id,) = await type_ids(api, event)
    discount = await make_code(api, organizer, ticket_type_id=type_id)
    assert (discount["event_id"], discount["ticket_type_id"]) == (event["id"], type_id)
    body = {**FIXED, "ticket_type_id": type_id, "event_id": other["id"]}
    assert_problem(await api.post("/discounts", organizer, body), 404, "not_found")
    assert await _codes(api, organizer) == ["SUMMER20"]


async def test_fixed_sum_needs_a_currency_of_the_event_or_its_own(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, currency="THB")
    for fields in ({}, {"event_id": event["id"], "currency": "USD"}):
        refused = await api.post("/discounts", organizer, {**FIXED, **fields})
        problem = assert_problem(refused, 422, "validation_failed")
        assert problem["errors"][0]["field"] == "body.currency"
    assert await _codes(api, organizer) == []
    free = await make_code(api, organizer, **{**FIXED, "currency": "eur"})
    assert free["currency"] == "EUR"


async def test_event_and_type_must_be_the_organizers_own(api: Api) -> None:
    organizer, rival = await api.person(Role.ORGANIZER), await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    (type_id,) = await type_ids(api, event)
    for fields in (
        {"event_id": event["id"]},
        {"ticket_type_id": type_id},
        {"event_id": 4711},
        {"ticket_type_id": 4711},
    ):
        refused = await api.post("/discounts", rival, {**PERCENT, **fields})
        assert_problem(refused, 404, "not_found")
    assert await _codes(api, await api.person(Role.ADMIN)) == []
    named = await make_code(api, await api.person(Role.ADMIN), event_id=event["id"])
    assert (named["owner_id"], named["event_id"]) == (None, event["id"])


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.SCANNER])
async def test_codes_are_refused_from_who_organizes_nothing(api: Api, role: Role) -> None:
    who, admin = await api.person(role), await api.person(Role.ADMIN)
    path = f"/discounts/{(await make_code(api, admin))['id']}"
    for refused in (
        await api.post("/discounts", who, FIXED),
        await api.get("/discounts", who),
        await api.get(path, who),
        await api.put(path, who, {"max_uses": 1}),
        await api.call("DELETE", path, who),
    ):
        assert_problem(refused, 403, "forbidden")
    assert await _codes(api, admin) == ["SUMMER20"]


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "AB"},
        {"code": "A" * 41},
        {"code": "NO SPACES"},
        {"code": "STRASSENFEß"},
        {"kind": "gift"},
        {"value": "0.00"},
        {"value": "-5.00"},
        {"value": "5.001"},
        {"value": "100.01"},
        {"max_uses": 0},
        {"max_uses_per_user": 0},
        {"valid_from": "2036-01-02T00:00:00Z", "valid_until": "2036-01-02T00:00:00Z"},
    ],
)
async def test_code_is_refused_when_a_field_is_wrong(api: Api, fields: dict[str, Any]) -> None:
    organizer = await api.person(Role.ORGANIZER)
    refused = await api.post("/discounts", organizer, {**PERCENT, **fields})
    assert_problem(refused, 422, "validation_failed")
    assert await _codes(api, organizer) == []


@pytest.mark.parametrize("role", [Role.ORGANIZER, Role.ADMIN])
async def test_code_that_is_taken_is_refused_to_its_owner(api: Api, role: Role) -> None:
    owner = await api.person(role)
    await make_code(api, owner)
    refused = await api.post("/discounts", owner, {**PERCENT, "code": "summer20"})
    assert assert_problem(refused, 409, "duplicate")["field"] == "code"
    other = await make_code(api, owner, "OTHER")
    refused = await api.put(f"/discounts/{other['id']}", owner, {"code": "SUMMER20"})
    assert_problem(refused, 409, "duplicate")
    assert await _codes(api, owner) == ["OTHER", "SUMMER20"]


async def test_nobody_learns_of_the_codes_of_others_by_making_one(api: Api) -> None:
    for role in (Role.ORGANIZER, Role.ORGANIZER, Role.ADMIN):
        owner = await api.person(role)
        made = await make_code(api, owner)
        assert made["code"] == "SUMMER20"
        other = await make_code(api, owner, "OTHER")
        await api.call("DELETE", f"/discounts/{made['id']}", owner)
        renamed = await api.put(f"/discounts/{other['id']}", owner, {"code": "SUMMER20"})
        assert renamed.status_code == 200


async def test_codes_are_listed_newest_first_page_by_page(api: Api) -> None:
    organizer, rival = await api.person(Role.ORGANIZER), await api.person(Role.ORGANIZER)
    for number in range(3):
        await make_code(api, organizer, f"CODE{number}")
    await make_code(api, rival, "FOREIGN")
    first = await api.get("/discounts", organizer, params={"limit": 2})
    assert [discount["code"] for discount in first.json()] == ["CODE2", "CODE1"]
    link = first.headers["link"].partition(">")[0].removeprefix("</api/v1")
    second = await api.get(link, organizer)
    assert [discount["code"] for discount in second.json()] == ["CODE0"]
    assert "link" not in second.headers
    assert len(await _codes(api, await api.person(Role.ADMIN))) == 4


async def test_code_of_somebody_else_is_not_found(api: Api) -> None:
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    rival = await api.person(Role.ORGANIZER)
    for discount in (await make_code(api, organizer), await make_code(api, admin, "GLOBAL")):
        path = f"/discounts/{discount['id']}"
        assert_problem(await api.get(path, rival), 404, "not_found")
        assert_problem(await api.put(path, rival, {"max_uses": 1}), 404, "not_found")
        assert_problem(await api.call("DELETE", path, rival), 404, "not_found")
        assert (await api.get(path, admin)).json() == discount
    assert_problem(await api.get("/discounts/4711", admin), 404, "not_found")


async def test_edit_changes_the_fields_given_and_no_others(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, timezone="Asia/Bangkok")
    discount = await make_code(api, organizer, event_id=event["id"], max_uses=5)
    body = {"code": "autumn", "valid_until": "2036-12-01T00:00:00"}
    response = await api.put(f"/discounts/{discount['id']}", organizer, body)
    assert response.status_code == 200, response.text
    edited = response.json()
    assert (edited["code"], edited["valid_until"]) == ("AUTUMN", "2036-11-30T17:00:00Z")
    assert (edited["kind"], edited["value"], edited["max_uses"]) == ("percent", "20.00", 5)
    assert edited["updated_at"] > discount["updated_at"]
    assert (await api.get(f"/discounts/{discount['id']}", organizer)).json() == edited
    free = await api.put(f"/discounts/{discount['id']}", organizer, {"max_uses": None})
    assert free.json()["max_uses"] is None


@pytest.mark.parametrize(
    "body", [{"value": "101.00"}, {"value": None}, {"code": None}, {"max_uses": 0}]
)
async def test_edit_is_refused_when_a_field_is_wrong(api: Api, body: dict[str, Any]) -> None:
    organizer = await api.person(Role.ORGANIZER)
    discount = await make_code(api, organizer)
    refused = await api.put(f"/discounts/{discount['id']}", organizer, body)
    assert_problem(refused, 422, "validation_failed")
    assert (await api.get(f"/discounts/{discount['id']}", organizer)).json() == discount


async def test_fewer_uses_than_there_were_are_refused(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    path = f"/discounts/{(await make_code(api, organizer))['id']}"
    await connection.execute("UPDATE discounts SET used = 3")
    assert_problem(await api.put(path, organizer, {"max_uses": 2}), 409, "in_use")
    edited = (await api.put(path, organizer, {"max_uses": 3})).json()
    assert (edited["max_uses"], edited["used"]) == (3, 3)


async def test_edit_of_an_older_copy_is_refused_and_a_use_makes_none_older(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    path = f"/discounts/{(await make_code(api, organizer))['id']}"
    etag = {"If-Match": (await api.get(path, organizer)).headers["etag"]}
    await connection.execute("UPDATE discounts SET used = 1")
    first = await api.put(path, organizer, {"max_uses": 5}, headers=etag)
    assert first.status_code == 200, first.text
    second = await api.put(path, organizer, {"max_uses": 6}, headers=etag)
    assert_problem(second, 412, "stale_version")
    assert (await api.get(path, organizer)).json()["max_uses"] == 5
    known = {"If-None-Match": first.headers["etag"]}
    assert (await api.get(path, organizer, headers=known)).status_code == 304


async def test_deleted_code_is_gone_and_its_name_is_free(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    discount = await make_code(api, organizer)
    await make_code(api, organizer, "OTHER")
    path = f"/discounts/{discount['id']}"
    assert (await api.call("DELETE", path, organizer)).json()["success"] is True
    assert await _codes(api, organizer) == ["OTHER"]
    for method, options in (("GET", {}), ("PUT", {"json": {"max_uses": 1}}), ("DELETE", {})):
        assert_problem(await api.call(method, path, organizer, **options), 404, "not_found")
    again = await make_code(api, organizer)
    assert (again["code"], again["used"]) == ("SUMMER20", 0)
    assert again["id"] != discount["id"]


async def test_ticket_type_that_a_code_names_is_in_use(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    types = [{"name": "Standard"}, {"name": "VIP"}]
    event = await api.event(organizer, ticket_types=types)
    named, free = await type_ids(api, event)
    await make_code(api, organizer, ticket_type_id=named)
    refused = await api.call("DELETE", f"/ticket-types/{named}", organizer)
    problem = assert_problem(refused, 409, "in_use")
    assert problem["detail"] == "A discount code names this ticket type."
    assert await type_ids(api, event) == [named, free]


async def test_owner_of_a_code_is_anonymised_and_the_code_stays(api: Api) -> None:
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    discount = await make_code(api, organizer)
    deleted = await api.call("DELETE", f"/users/{organizer.id}", admin)
    assert deleted.status_code == 200, deleted.text
    assert (await api.get(f"/discounts/{discount['id']}", admin)).json() == discount


async def test_changes_of_a_code_are_in_the_audit_log(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    until = (api.clock() + timedelta(days=1)).isoformat()
    discount = await make_code(api, organizer, valid_until=until)
    path = f"/discounts/{discount['id']}"
    await api.put(path, organizer, {"value": "30.00"})
    await api.call("DELETE", path, organizer)
    rows = await audit(connection, "discount", discount["id"])
    assert [row["action"] for row in rows] == [
        "discount.created",
        "discount.updated",
        "discount.deleted",
    ]
    assert {row["actor_id"] for row in rows} == {organizer.id}
    assert '"20.00"' in rows[1]["before"] and '"30.00"' in rows[1]["after"]
