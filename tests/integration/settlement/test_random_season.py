"""Statements of random sales, refunds and disputes: computed twice, in parts that add up."""

import random
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.infrastructure.repositories.settlement import PostgresSettlementRepository
from tests.support.api import Api, MovableClock, Person
from tests.support.fakes.settlement import shares_of
from tests.support.payments import ScriptedProvider
from tests.support.season import Season
from tests.support.settlement import records_of, statement_of, total
from tests.support.thorough import IS_THOROUGH

STEPS = 22

LEDGER = """
SELECT COALESCE(sum(ledger_entries.amount), 0) FROM ledger_entries
JOIN events ON events.id = event_id
JOIN transactions ON transactions.id = transaction_id
WHERE events.organizer_id = $1 AND account IN ('tickets', 'fees', 'taxes') AND provider <> 'manual'
"""


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
