"""In random seasons each account of a journal comes to what the ledger says.

With orders over two organizers, manual payments, payments of another amount, refunds of parts,
disputes that are held, won and lost, commissions, kept fees and payouts to organizers.
"""

import random
from datetime import timedelta
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.invoices import be_seller
from tests.support.journals import Lines, lines_of, sums, year_around
from tests.support.orders import order_of, send_webhook, start
from tests.support.payments import ScriptedProvider
from tests.support.season import Season
from tests.support.settlement import agree, balance_of
from tests.support.thorough import IS_THOROUGH

STEPS = 24
NOTHING = Decimal(0)
ACCOUNTS = "clearing=1361,platform=1362,manual=1363,unapplied=1701,disputed=1501"
QUERY = {"currency": "USD", "accounts": ACCOUNTS}

# What the ledger has by whom it is for, whose hands it is in, and for what purpose. Manual money
# is the organizer's, unless the terms of the moment say otherwise.
LEDGER = """
SELECT events.organizer_id, transactions.provider, entry.account::text AS account, entry.amount,
    COALESCE((
        SELECT receives_manual FROM settlement_terms AS terms
        WHERE terms.organizer_id = COALESCE(events.organizer_id, sold.organizer_id)
            AND terms.valid_from <= entry.at
        ORDER BY valid_from DESC LIMIT 1
    ), false) AS receives_manual, sold.organizer_id AS seller_id
FROM ledger_entries AS entry
JOIN transactions ON transactions.id = entry.transaction_id
LEFT JOIN events ON events.id = entry.event_id
LEFT JOIN (
    SELECT order_id, min(organizer_id) AS organizer_id
    FROM order_items JOIN events ON events.id = order_items.event_id
    GROUP BY order_id HAVING count(DISTINCT organizer_id) = 1
) AS sold ON sold.order_id = entry.order_id
"""
DOCUMENTS = """
SELECT COALESCE(sum(CASE kind WHEN 'invoice' THEN gross_amount ELSE -gross_amount END), 0)
FROM invoices WHERE seller_id = $1
"""
PAID_OUT = "SELECT COALESCE(sum(amount), 0) FROM organizer_payouts WHERE organizer_id = ANY($1)"


class JournalSeason(Season):
    """With payments of another amount, and terms under which manual money is the platform's."""

    async def step(self) -> None:
        if self.random.random() < 0.2:
            await self.pay_otherwise()
        await super().step()

    async def pay_otherwise(self) -> None:
        """More or less than was asked for arrives, which bought nothing or less than that."""
        buyer = await self.api.person()
        order = await order_of(self.api, buyer, *self.random.sample(self.events, 2))
        payment = await start(self.api, buyer, order)
        stored = await self.api.container.adapters.transactions().get(payment["id"])
        amount = stored.amount + self.random.choice([Decimal("-3.21"), Decimal("4.56")])
        self.provider.pay(stored, amount)
        await send_webhook(self.api, self.provider, payment["id"])

    async def agree(self) -> None:
        if self.random.random() < 0.5:
            await super().agree()
            return
        person = self.people[self.random.choice(["first", "second"])]
        await agree(
            *(self.api, self.who("admin"), person),
            receives_manual=self.random.random() < 0.5,
            commission_percent="4.00",
        )


class Ledger:
    """What the ledger comes to, as the accounts of a journal should say it."""

    def __init__(self, entries: list[asyncpg.Record]) -> None:
        self.entries = entries

    def charged(self, organizer: Person, *, is_platforms: bool) -> Decimal:
        """What is paid for an organizer's events, at the platform or with the organizer."""
        return sum(
            (
                entry["amount"]
                for entry in self.entries
                if entry["organizer_id"] == organizer.id
                and (entry["provider"] != "manual" or entry["receives_manual"]) == is_platforms
            ),
            NOTHING,
        )

    def of_nobody(self, account: str, *, own: Person | None = None) -> Decimal:
        """What is for no event: at the platform, or what one organizer was paid by hand."""
        return sum(
            (
                entry["amount"]
                for entry in self.entries
                if entry["account"] == account
                and (entry["seller_id"] if self.is_own(entry) else None) == (own and own.id)
            ),
            NOTHING,
        )

    @staticmethod
    def is_own(entry: asyncpg.Record) -> bool:
        """Whether it is in the hands of the one organizer of its order."""
        is_manual = entry["provider"] == "manual" and not entry["receives_manual"]
        return is_manual and entry["seller_id"] is not None


@pytest.mark.parametrize("seed", range(20 if IS_THOROUGH else 3))
async def test_accounts_are_what_the_ledger_says(
    api: Api,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
    seed: int,
) -> None:
    people = {name: await api.person(Role.ORGANIZER) for name in ("first", "second")}
    people["admin"] = await api.person(Role.ADMIN)
    season = JournalSeason(api, provider, clock, random.Random(seed), people)
    await season.prepare()
    for name in ("first", "second"):
        await be_seller(api, season.who(name), timezone="Asia/Tokyo")
    for _ in range(STEPS):
        await season.step()
    clock.move(minutes=61)
    await api.container.invoicing.issue_invoices().execute()
    ledger = Ledger(await connection.fetch(LEDGER))
    sellers = [season.who(name) for name in ("first", "second")]
    for seller in sellers:
        await _check_seller(api, connection, ledger, seller, season)
    # The platform alone, and as an organizer that holds the accounts itself.
    for owner in (None, sellers[0]):
        await _check_platform(api, connection, ledger, sellers, owner, season)


async def _check_seller(
    api: Api, connection: asyncpg.Connection, ledger: Ledger, seller: Person, season: Season
) -> None:
    lines = await lines_of(api, seller, **QUERY)
    found = sums(lines)
    documents = await connection.fetchval(DOCUMENTS, seller.id)
    # Every movement has its document: nobody owes anything, and nothing is owed to them.
    assert found.pop("10000", NOTHING) == 0
    assert found.pop("8400", NOTHING) + found.pop("8100", NOTHING) == -documents
    unapplied = ledger.of_nobody("unapplied", own=seller)
    assert found.pop("1363", NOTHING) == ledger.charged(seller, is_platforms=False) + unapplied
    assert found.pop("1701", NOTHING) == -unapplied
    paid_out = await connection.fetchval(PAID_OUT, [seller.id])
    assert found.pop("1200", NOTHING) == paid_out
    # What the platform owes is what the statement says, and it kept the rest.
    owed = await _owed(api, seller)
    assert found.pop("1362", NOTHING) == owed
    kept = ledger.charged(seller, is_platforms=True) - paid_out - owed
    assert found.pop("4760", NOTHING) == kept
    assert not any(found.values())
    assert _together(await _in_parts(api, seller, None, season)) == _together([lines])


async def _check_platform(
    api: Api,
    connection: asyncpg.Connection,
    ledger: Ledger,
    sellers: list[Person],
    owner: Person | None,
    season: Season,
) -> None:
    others = [seller for seller in sellers if seller is not owner]
    query = {**QUERY, "seller_id": owner.id} if owner else QUERY
    admin = season.who("admin")
    lines = await lines_of(api, admin, "/journal.csv", **query)
    found = sums(lines)
    own = ledger.of_nobody("unapplied", own=owner) if owner else NOTHING
    money = sum((ledger.charged(seller, is_platforms=True) for seller in sellers), NOTHING)
    nothing = ledger.of_nobody("unapplied")
    disputed = ledger.of_nobody("disputed")
    if owner:
        money += ledger.charged(owner, is_platforms=False)
        documents = await connection.fetchval(DOCUMENTS, owner.id)
        assert found.pop("10000", NOTHING) == 0
        assert found.pop("8400", NOTHING) + found.pop("8100", NOTHING) == -documents
    held = found.pop("1361", NOTHING) + found.pop("1363", NOTHING)
    assert held == money + nothing + disputed + own
    assert found.pop("1701", NOTHING) == -nothing - own
    assert found.pop("1501", NOTHING) == -disputed
    owed = sum([await _owed(api, seller) for seller in others], NOTHING)
    paid_out = await connection.fetchval(PAID_OUT, [seller.id for seller in others])
    assert found.pop("70000", NOTHING) == -owed
    assert found.pop("1200", NOTHING) == -paid_out
    charged = sum((ledger.charged(seller, is_platforms=True) for seller in others), NOTHING)
    assert found.pop("8510", NOTHING) == -(charged - paid_out - owed)
    assert not any(found.values())
    parts = await _in_parts(api, admin, "/journal.csv", season, **query)
    assert _together(parts) == _together([lines])


async def _owed(api: Api, seller: Person) -> Decimal:
    found = (await api.get("/settlements", seller)).json()
    return Decimal((await balance_of(api, seller))["owed"]) if found else NOTHING


async def _in_parts(
    api: Api, who: Person, path: str | None, season: Season, **query: Any
) -> list[Lines]:
    """The files of parts of the year, one day after the other where it was cut."""
    whole = year_around(api.clock().date())
    cuts = sorted({moment.date() for moment in season.random.sample(season.moments, 3)})
    starts = [whole["date_from"], *(str(cut + timedelta(days=1)) for cut in cuts)]
    ends = [*(str(cut) for cut in cuts), whole["date_to"]]
    return [
        await lines_of(api, who, path, **{**QUERY, **query, "date_from": start, "date_to": end})
        for start, end in zip(starts, ends, strict=True)
    ]


def _together(parts: list[Lines]) -> dict[str, Decimal]:
    """What the accounts of all parts come to, where that is something."""
    found = sums([line for part in parts for line in part])
    return {account: amount for account, amount in found.items() if amount}
