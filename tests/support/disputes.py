"""What the tests of disputes share: a bank that asks for the money, and what it leads to."""

from typing import Any

from src.domain.entities.dispute import DisputeStatus
from tests.support.api import Api, Person
from tests.support.payments import ScriptedProvider


async def dispute(
    api: Api,
    provider: ScriptedProvider,
    payment: dict[str, Any],
    status: str = "needs_response",
    *,
    reference: str | None = None,
    sends: bool = True,
    **fields: Any,
) -> str:
    """Open a dispute of a payment, or move it on; its reference at the provider."""
    stored = await api.container.adapters.transactions().get(payment["id"])
    made = provider.dispute(stored, DisputeStatus(status), reference=reference, **fields)
    if sends:
        await report(api, provider, made)
    return made


async def report(
    api: Api, provider: ScriptedProvider, reference: str, *, event_id: str | None = None
) -> str:
    """Send the webhook that something happened to a dispute; what it led to."""
    body, headers = provider.dispute_webhook(reference, event_id)
    response = await api.client.post(
        "/api/v1/payments/scripted/webhook", content=body, headers=headers
    )
    assert response.status_code == 200, response.text
    return str(response.json()["effect"])


async def movements(api: Api, who: Person, order: dict[str, Any]) -> list[dict[str, Any]]:
    """The order's transactions that are disputes."""
    found = (await api.get(f"/transactions/order/{order['id']}", who)).json()
    return [transaction for transaction in found if transaction["kind"] == "dispute"]
