"""Webhooks: create, read, edit, delete; what is refused, and what is kept secret."""

import json
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.rows import audit
from tests.support.webhooks import create

URL = "https://crm.example.com/hooks"
BODY = {"url": URL, "events": ["booking.confirmed", "event.*"]}


async def test_webhook_is_answered_with_its_secret_once(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    response = await api.post("/webhooks", organizer, BODY)
    assert response.status_code == 201
    assert response.headers["cache-control"] == "no-store"
    webhook = response.json()
    secret = webhook.pop("secret")
    assert secret.startswith("whsec_")
    assert BODY.items() <= webhook.items()
    assert (webhook["is_active"], webhook["owner_id"]) == (True, organizer.id)
    path = f"/webhooks/{webhook['id']}"
    assert response.headers["location"] == f"/api/v1{path}"
    read = await api.get(path, organizer)
    assert read.json() == webhook
    assert (await api.get("/webhooks", organizer)).json() == [webhook]
    unchanged = await api.get(path, organizer, headers={"If-None-Match": read.headers["etag"]})
    assert unchanged.status_code == 304
    stored = await connection.fetchval("SELECT secret FROM webhook_endpoints")
    assert secret not in stored
    entries = await audit(connection, "webhook", webhook["id"])
    assert [entry["action"] for entry in entries] == ["webhook.created"]
    recorded = json.dumps([dict(entry) for entry in entries], default=str)
    assert secret not in recorded
    assert "/hooks" not in recorded, "the rest of an address may be a secret"


@pytest.mark.parametrize(
    "url",
    [
        "http://crm.example.com/hooks",
        "ftp://crm.example.com/hooks",
        "https://",
        "https:///hooks",
        "crm.example.com",
        "https://user:secret@crm.example.com/",
        "https://crm.example.com/#part",
        "https://crm.example.com/a b",
        "https://crm.example.com\\@127.0.0.1/",
        "https://crm.example.com:22/",
        "https://crm.example.com:80/",
        "https://crm.example.com:0/",
        "https://crm.example.com:65536/",
        "https://bücher.example/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://crm.example.com/" + "a" * 2000,
    ],
)
async def test_address_is_refused_to_which_nothing_may_be_sent(
    api: Api, organizer: Person, url: str
) -> None:
    kept = await create(api, organizer, URL)
    for refused in (
        await api.post("/webhooks", organizer, {**BODY, "url": url}),
        await api.put(f"/webhooks/{kept['id']}", organizer, {"url": url}),
    ):
        problem = assert_problem(refused, 422, "validation_failed")
        assert problem["errors"][0]["field"] == "body.url"
    (webhook,) = (await api.get("/webhooks", organizer)).json()
    assert webhook["url"] == URL


@pytest.mark.parametrize(
    "fields",
    [
        {"events": []},
        {"events": ["booking.made"]},
        {"events": ["*"]},
        {"events": ["webhook.test"]},
        {"events": ["booking.*", "booking.*"]},
        {"events": "booking.*"},
        {"events": None},
        {"url": None},
        {"url": ""},
    ],
)
async def test_webhook_is_refused_when_a_field_is_wrong(
    api: Api, organizer: Person, fields: dict[str, Any]
) -> None:
    refused = await api.post("/webhooks", organizer, {**BODY, **fields})
    assert_problem(refused, 422, "validation_failed")
    assert (await api.get("/webhooks", organizer)).json() == []


async def test_webhook_is_edited_by_its_version(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    webhook = await create(api, organizer, URL)
    path = f"/webhooks/{webhook['id']}"
    etag = (await api.get(path, organizer)).headers["etag"]
    edit = {"events": ["order.*"], "url": "https://other.example:8443/x?key=1"}
    edited = await api.put(path, organizer, edit, headers={"If-Match": etag})
    assert edited.status_code == 200
    assert edit.items() <= edited.json().items()
    stale = await api.put(path, organizer, {"is_active": False}, headers={"If-Match": etag})
    assert_problem(stale, 412, "stale_version")
    disabled = (await api.put(path, organizer, {"is_active": False})).json()
    assert (disabled["is_active"], disabled["disabled_reason"]) == (False, "owner")
    again = (await api.put(path, organizer, {"is_active": True})).json()
    assert (again["is_active"], again["disabled_reason"]) == (True, None)
    actions = [entry["action"] for entry in await audit(connection, "webhook", webhook["id"])]
    assert actions == ["webhook.created"] + ["webhook.updated"] * 3


async def test_deleted_webhook_is_gone_with_its_log(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    webhook = await create(api, organizer, URL)
    path = f"/webhooks/{webhook['id']}"
    await api.post(f"{path}/test", organizer)
    assert (await api.call("DELETE", path, organizer)).status_code == 200
    for gone in (
        await api.get(path, organizer),
        await api.get(f"{path}/deliveries", organizer),
        await api.post(f"{path}/test", organizer),
    ):
        assert_problem(gone, 404, "not_found")
    assert await connection.fetchval("SELECT count(*) FROM webhook_deliveries") == 0


async def test_webhooks_are_listed_newest_first_page_by_page(api: Api, organizer: Person) -> None:
    rival, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    ids = [(await create(api, organizer, URL))["id"] for _ in range(3)]
    await create(api, rival, URL)
    first = await api.get("/webhooks", organizer, params={"limit": 2})
    assert [webhook["id"] for webhook in first.json()] == [ids[2], ids[1]]
    link = first.headers["link"].partition(">")[0].removeprefix("</api/v1")
    assert [webhook["id"] for webhook in (await api.get(link, organizer)).json()] == [ids[0]]
    assert len((await api.get("/webhooks", admin)).json()) == 4


async def test_no_more_than_a_hundred_webhooks_are_made(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    await connection.execute(
        "INSERT INTO webhook_endpoints (owner_id, url, events, secret) "
        "SELECT $1, 'https://a.example', '{booking.*}', 'x' FROM generate_series(1, 100)",
        organizer.id,
    )
    assert_problem(await api.post("/webhooks", organizer, BODY), 409, "in_use")
    assert (await api.post("/webhooks", await api.person(Role.ADMIN), BODY)).status_code == 201


async def test_delivery_of_another_webhook_is_not_found(api: Api, organizer: Person) -> None:
    first, second = [await create(api, organizer, URL) for _ in range(2)]
    delivery = (await api.post(f"/webhooks/{first['id']}/test", organizer)).json()
    path = f"/webhooks/{second['id']}/deliveries/{delivery['id']}/replay"
    assert_problem(await api.post(path, organizer), 404, "not_found")
