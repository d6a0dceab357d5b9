"""A random season: what two organizers sell, refund, lose to banks, agree on and are paid."""

import random
from typing import Any

from src.domain.entities.dispute import DisputeStatus
from tests.support.api import Api, MovableClock, Person
from tests.support.disputes import dispute
from tests.support.orders import manual_payment, order_of, pay
from tests.support.payments import ScriptedProvider
from tests.support.settlement import agree, pay_out


class Season:
    """Two organizers whose sales, refunds, disputes, terms and payouts are random."""

    def __init__(
        self,
        api: Api,
        provider: ScriptedProvider,
        clock: MovableClock,
        random: random.Random,
        people: dict[str, Person],
    ) -> None:
        self.api, self.provider, self.clock, self.random = api, provider, clock, random
        self.people = people
        self.events: list[dict[str, Any]] = []
        self.orders: list[dict[str, Any]] = []
        self.disputes: list[tuple[dict[str, Any], str]] = []
        self.moments = [clock()]
        self.paid = 0

    def who(self, name: str) -> Person:
        return self.api.renewed(self.people[name])

    async def prepare(self) -> None:
        for name, tax_inclusive in (("first", True), ("second", False), ("first", False)):
            event = {
                "payment": "online",
                "capacity": 200,
                "price": f"{self.random.randrange(100, 9999) / 100:.2f}",
                "service_fee_fixed": "1.37",
                "service_fee_percent": "2.50",
                "tax_rate": "19.00",
                "tax_inclusive": tax_inclusive,
            }
            self.events.append(await self.api.event(self.who(name), **event))

    async def step(self) -> None:
        happening = self.random.choice(
            [self.sell, self.sell, self.refund, self.refund, self.argue, self.agree, self.pay_out]
        )
        await happening()
        self.clock.move(minutes=self.random.randrange(1, 600))
        self.moments.append(self.clock())

    async def sell(self) -> None:
        chosen = self.random.sample(self.events, self.random.randrange(1, 4))
        buyer = await self.api.person()
        quantity = self.random.randrange(1, 4)
        order = await order_of(self.api, buyer, *chosen, quantity=quantity)
        if self.random.random() < 0.2:
            order["payment"] = await manual_payment(self.api, buyer, self.who("admin"), order)
        else:
            order["payment"] = await pay(self.api, buyer, self.provider, order)
        self.orders.append(order)

    async def refund(self) -> None:
        if not self.orders:
            return
        order = self.random.choice(self.orders)
        path = f"/transactions/{order['payment']['id']}/refund"
        amount = f"{self.random.randrange(1, 2000) / 100:.2f}"
        await self.api.post(path, self.who("admin"), {"amount": amount})

    async def argue(self) -> None:
        """A bank asks for money, or decides."""
        if self.disputes:
            payment, made = self.disputes.pop()
            end = self.random.choice(["won", "lost"])
            await dispute(self.api, self.provider, payment, end, reference=made)
        elif online := [order for order in self.orders if order["payment"]["provider"] != "manual"]:
            payment = self.random.choice(online)["payment"]
            made = await dispute(self.api, self.provider, payment, DisputeStatus.NEEDS_RESPONSE)
            self.disputes.append((payment, made))

    async def agree(self) -> None:
        name = self.random.choice(["first", "second"])
        await agree(
            self.api,
            self.who("admin"),
            self.people[name],
            keeps_fees=self.random.random() < 0.5,
            commission_percent=f"{self.random.randrange(0, 1200) / 100:.2f}",
            commission_per_ticket=f"{self.random.randrange(0, 300) / 100:.2f}",
        )

    async def pay_out(self) -> None:
        self.paid += 1
        organizer = self.people[self.random.choice(["first", "second"])]
        reference = f"payout {self.paid}"
        answer = await pay_out(
            self.api, self.who("admin"), organizer, "7.77", reference=reference, is_advance=True
        )
        assert answer.status_code == 201, answer.text
