"""Webhooks of payment providers that lead to nothing."""

import json
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, assert_problem
from tests.support.orders import order_of, send_webhook, start, stored
from tests.support.payments import SIGNATURE, ScriptedProvider


@pytest.fixture
async def payment(api: Api, provider: ScriptedProvider) -> dict[str, Any]:
    event = await api.event(await api.person(Role.ORGANIZER), payment="online")
    buyer = await api.person()
    return await start(api, buyer, await order_of(api, buyer, event))


async def send(api: Api, name: str, body: Any, signature: str = SIGNATURE) -> Any:
    return await api.client.post(
        f"/api/v1/payments/{name}/webhook",
        content=json.dumps(body).encode(),
        headers={"x-signature": signature},
    )


async def test_webhook_of_an_unknown_kind_is_ignored(
    api: Api, payment: dict[str, Any], connection: asyncpg.Connection
) -> None:
    before = await stored(connection)
    response = await send(api, "scripted", {"type": "customer.created"})
    assert (response.status_code, response.json()) == (200, {"effect": "ignored"})
    assert await stored(connection) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"transaction_id": 10**9},
        {"transaction_id": 0},
        {"transaction_id": -1},
        {"transaction_id": 2**63},
        {"transaction_id": 10**400},
        {"transaction_id": None, "reference": "somebody else's"},
        {"kind": "refund"},
    ],
    ids=str,
)
async def test_webhook_about_money_that_is_not_ours_changes_nothing(
    changes: dict[str, Any],
    api: Api,
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    before = await stored(connection)
    assert (
        await send_webhook(api, provider, payment["id"], state="succeeded", **changes) == "unknown"
    )
    assert await stored(connection) == before


async def test_webhook_is_refused_when_there_is_no_such_provider(
    api: Api, payment: dict[str, Any], connection: asyncpg.Connection
) -> None:
    before = await stored(connection)
    assert_problem(await send(api, "nobody", {}), 404, "not_found")
    assert_problem(await send(api, "manual", {}), 401, "invalid_signature")
    assert_problem(await send(api, "scripted", {}, "forged"), 401, "invalid_signature")
    assert await stored(connection) == before
