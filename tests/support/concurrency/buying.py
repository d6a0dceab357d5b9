"""An organizer who sells online, and how one buys there, over HTTP."""

from dataclasses import dataclass
from typing import Any

import httpx

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.payments import ScriptedProvider

Json = dict[str, Any]


@dataclass(frozen=True)
class Shop:
    """`provider` is the one of the application behind `api`."""

    api: Api
    provider: ScriptedProvider
    organizer: Person
    admin: Person

    async def event(self, **fields: Any) -> Json:
        """An event of the organizer that is paid online."""
        organizer = self.api.renewed(self.organizer)
        return await self.api.event(organizer, **{"payment": "online", **fields})

    async def items(self, *events: Json, quantity: int = 1) -> list[Json]:
        """So many tickets of each event's first type."""
        wanted = []
        for event in events:
            types = (await self.api.get(f"/events/{event['id']}/ticket-types")).json()
            wanted.append({"ticket_type_id": types[0]["id"], "quantity": quantity})
        return wanted

    async def order(self, buyer: Person, *events: Json, quantity: int = 1) -> Json:
        """A new order's JSON."""
        body = {"items": await self.items(*events, quantity=quantity)}
        response = await self.api.post("/orders", buyer, body)
        assert response.status_code == 201, response.text
        order: Json = response.json()
        return order

    async def start(self, buyer: Person, order: Json) -> Json:
        """A new payment's JSON."""
        response = await self.api.post("/transactions", buyer, {"order_id": order["id"]})
        assert response.status_code == 201, response.text
        payment: Json = response.json()
        return payment

    async def pay(self, buyer: Person, order: Json) -> Json:
        """A payment that has arrived, and been reported."""
        payment = await self.start(buyer, order)
        await self.provider_takes(payment)
        return payment

    async def provider_takes(self, payment: Json) -> None:
        """The provider takes the money, and reports it."""
        stored = await self.api.container.adapters.transactions().get(payment["id"])
        self.provider.pay(stored)
        body, headers = self.provider.webhook(stored)
        assert (await self.send_webhook(body, headers)).status_code == 200

    async def provider_declines(self, payment: Json) -> None:
        """The provider does not take it, and reports it."""
        stored = await self.api.container.adapters.transactions().get(payment["id"])
        self.provider.decline(stored)
        body, headers = self.provider.webhook(stored)
        assert (await self.send_webhook(body, headers)).status_code == 200

    async def send_webhook(self, body: bytes, headers: dict[str, str]) -> httpx.Response:
        """Send a webhook."""
        path = "/api/v1/payments/scripted/webhook"
        return await self.api.client.post(path, content=body, headers=headers)

    async def refund(self, payment: Json, amount: str | None = None) -> httpx.Response:
        """Refund so much of it, or all that is left."""
        body = {"amount": amount} if amount else {}
        organizer = self.api.renewed(self.organizer)
        return await self.api.post(f"/transactions/{payment['id']}/refund", organizer, body)

    async def refund_booking(self, booking: Json) -> httpx.Response:
        organizer = self.api.renewed(self.organizer)
        return await self.api.put(f"/bookings/{booking['id']}/refund", organizer)

    async def cancel_event(self, event: Json) -> httpx.Response:
        organizer = self.api.renewed(self.organizer)
        return await self.api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})

    async def status(self, order: Json) -> str:
        """The status of an order, deleted or not."""
        return (await self.api.container.adapters.orders().get_any(order["id"])).status.value

    async def repair(self) -> list[Json]:
        """Reconcile until nothing is left to repair; what else was found."""
        self.api.clock.move(minutes=1)  # type: ignore[attr-defined]
        admin = self.api.renewed(self.admin)
        for _ in range(5):
            found: list[Json] = (await self.api.post("/transactions/reconcile", admin)).json()
            if not any(finding["is_healed"] for finding in found):
                break
        return found

    async def settle(self) -> None:
        """Repair everything; a dry run then reports nothing."""
        found = await self.repair()
        admin = self.api.renewed(self.admin)
        preview = await self.api.post("/transactions/reconcile?dry_run=true", admin)
        assert preview.json() == found == []


async def open_shop(api: Api, provider: ScriptedProvider) -> Shop:
    """A new organizer and an admin."""
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    return Shop(api, provider, organizer, admin)
