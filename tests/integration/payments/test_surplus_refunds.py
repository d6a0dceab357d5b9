"""What was paid too much stays owed until it is back, whatever else is refunded."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api, Person
from tests.support.orders import balance, read, send_webhook, start
from tests.support.payments import ScriptedProvider


@pytest.mark.parametrize(
    ("refunded", "owed"), [("1.50", ["3.50"]), ("5.00", ["0.00"]), ("8.00", ["0.00"])]
)
async def test_a_refund_of_less_leaves_the_rest_of_a_surplus_owed(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    refunded: str,
    owed: list[str],
) -> None:
    payment = await start(api, buyer, order)
    provider.refund_state = ProviderState.FAILED
    provider.pay(await api.container.adapters.transactions().get(payment["id"]), Decimal("55.00"))
    assert await send_webhook(api, provider, payment["id"]) == "recorded"
    provider.refund_state = ProviderState.SUCCEEDED
    path = f"/transactions/{payment['id']}/refund"
    assert (await api.post(path, admin, {"amount": refunded})).status_code == 201
    money = (await api.get(f"/transactions/order/{order['id']}", admin)).json()
    failed = [each for each in money if each["status"] == "failed"]
    assert [each["owed_amount"] for each in failed] == owed
    if failed[0]["owed_amount"] != "0.00":
        assert (await api.post(f"/transactions/{failed[0]['id']}/retry", admin)).status_code == 201
    assert (await balance(connection))["unapplied"] == 0
    assert (await read(api, buyer, order))["status"] == "confirmed"
