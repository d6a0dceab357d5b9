"""Statements of random sales, refunds and disputes: computed twice, in parts that add up."""

import random
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import asyncpg
import pytest

from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.user import Role
from src.infrastructure.repositories.settlement import PostgresSettlementRepository
from tests.support.api import Api, MovableClock, Person
from tests.support.disputes import dispute
from tests.support.fakes.settlement import shares_of
from tests.support.orders import manual_payment, order_of, pay
from tests.support.payments import ScriptedProvider
from tests.support.settlement import agree, pay_out, records_of, statement_of, total
from tests.support.thorough import IS_THOROUGH

STEPS = 22

LEDGER = """
SELECT COALESCE(sum(ledger_entries.amount), 0) FROM ledger_entries
JOIN events ON events.id = event_id
JOIN transactions ON transactions.id = transaction_id
WHERE events.organizer_id = $1 AND account IN ('tickets', 'fees', 'taxes') AND provider <> 'manual'
"""


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


@pytest.mark.parametrize("seed", range(20 if IS_THOROUGH else 2))
async def test_statements_are_the_ledger_in_parts_that_add_up(
    api: Api,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
    seed: int,
) -> None:
    people = {name: await api.person(Role.ORGANIZER) for name in ("first", "second")}
    people["admin"] = await api.person(Role.ADMIN)
    season = Season(api, provider, clock, random.Random(seed), people)
    await season.prepare()
    for _ in range(STEPS):
        await season.step()
    records = await records_of(connection)
    cuts = [*sorted(season.random.sample(season.moments, 4)), clock() + timedelta(minutes=1)]
    cuts.insert(0, season.moments[0] - timedelta(days=1))
    for name in ("first", "second"):
        organizer = season.who(name)
        await _same_twice(organizer, records, cuts)
        parts = [
            await statement_of(api, organizer, organizer, start, end)
            for start, end in pairwise(cuts)
        ]
        assert Decimal(parts[0]["opening"]) == 0
        for before, after in pairwise(parts):
            assert before["closing"] == after["opening"]
        for part in parts:
            paid = sum(Decimal(payout["amount"]) for payout in part["payouts"])
            moved = total(part, "change")
            assert Decimal(part["opening"]) + moved - paid == Decimal(part["closing"])
        whole = await statement_of(api, organizer, organizer, cuts[0], cuts[-1])
        assert whole["closing"] == parts[-1]["closing"]
        for name_of_part in ("sales", "refunds", "disputes", "commission", "kept_fees", "change"):
            assert total(whole, name_of_part) == sum(total(part, name_of_part) for part in parts)
        gross = sum(total(whole, moved) for moved in ("sales", "refunds", "disputes"))
        assert gross == await connection.fetchval(LEDGER, organizer.id)


async def _same_twice(organizer: Person, records: Any, cuts: list[datetime]) -> None:
    """SQL and the second computation agree, event by event."""
    settlement = PostgresSettlementRepository()
    for start, end in pairwise(cuts):
        found = await settlement.shares(organizer.id, "USD", start, end)
        assert found == shares_of(records, organizer.id, "USD", start, end)
