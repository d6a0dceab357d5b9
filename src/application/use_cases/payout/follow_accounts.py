"""Follow the accounts at payment providers: their movements, payouts and balances."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import TypeVar

from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.payments import PaymentProviders
from src.application.ports.provider_accounts import ProviderAccount
from src.application.settling.settle_payout import record_payouts
from src.domain.entities.payout import PayoutReport, ProviderMovement
from src.domain.errors import ProviderFailed
from src.domain.shared.money import ZERO

AGAIN = timedelta(days=1)
"""How far the list of movements goes back behind the newest that is known."""

PAYOUTS = timedelta(days=60)
"""How old a payout is that is still looked at; a bank sends one back within days."""

STEP = 100
TRIES = 5

Thing = TypeVar("Thing")


class FollowAccounts:
    """Read what providers hold, take as fees and pay out, as a job.

    Movements are listed from the newest known on, payouts of the last 60 days, and the movements
    of a payout once. What is compared with the ledger is read from here, without a request.
    """

    def __init__(
        self, providers: PaymentProviders, unit_of_work: UnitOfWorkFactory, clock: Clock
    ) -> None:
        self._providers = providers
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self) -> int:
        """Follow all accounts; the number of new movements.

        Raises ProviderFailed at the end if one did not answer.
        """
        added, silent = 0, None
        for account in self._providers.accounts:
            try:
                added += await self._follow(account)
            except ProviderFailed as failed:
                silent = failed
        if silent is not None:
            raise silent
        return added

    async def _follow(self, account: ProviderAccount) -> int:
        async with self._unit_of_work() as uow:
            newest = await uow.payouts.read_from(account.name)
        if newest is None:
            return 0
        since = newest - AGAIN
        added = await self._add(account, account.movements_since(since))
        added += await self._follow_payouts(account)
        for _ in range(TRIES):
            # A movement between the list and the balance is a difference that is none.
            held = await account.balance()
            late = await self._add(account, account.movements_since(since))
            if not late:
                await self._note(account.name, held)
                break
            added += late
        return added

    async def _add(
        self, account: ProviderAccount, movements: AsyncIterator[ProviderMovement]
    ) -> int:
        added = 0
        async for some in _in_batches(movements):
            async with self._unit_of_work() as uow:
                some.sort(key=attrgetter("moved_at"))
                added += await uow.payouts.add_movements(account.name, some)
                await uow.commit()
        async with self._unit_of_work() as uow:
            # Also those of before: that a payment succeeded may have been recorded since.
            await uow.payouts.match_movements(account.name)
            await uow.commit()
        return added

    async def _follow_payouts(self, account: ProviderAccount) -> int:
        added = 0
        reports = account.payouts_since(self._clock() - PAYOUTS)
        async for some in _in_batches(reports):
            added += await self._follow_these(account, some)
        return added

    async def _follow_these(self, account: ProviderAccount, reports: list[PayoutReport]) -> int:
        added = 0
        reports.sort(key=attrgetter("made_at"))
        by_reference = {report.reference: report for report in reports}
        async with self._unit_of_work() as uow:
            payouts, _ = await record_payouts(uow, account.name, list(by_reference.values()))
            await uow.commit()
        for payout in payouts:
            reference = payout.provider_reference
            if payout.is_itemized or not by_reference[reference].is_itemized:
                continue
            made_of: list[str] = []
            async for some in _in_batches(account.movements_of(reference)):
                async with self._unit_of_work() as uow:
                    added += await uow.payouts.add_movements(account.name, some)
                    await uow.commit()
                made_of += [movement.reference for movement in some]
            async with self._unit_of_work() as uow:
                # It may have changed while its movements were listed.
                current = await uow.payouts.get(payout.id)
                await uow.payouts.put_into(current, made_of)
                current.is_itemized = True
                await uow.payouts.save(current)
                await uow.commit()
        return added

    async def _note(self, provider: str, held: Mapping[str, Decimal]) -> None:
        now: datetime = self._clock()
        async with self._unit_of_work() as uow:
            known = await uow.payouts.movement_sums(provider)
            balances = {
                currency: (held.get(currency, ZERO), known.get(currency, ZERO))
                for currency in {*held, *known}
            }
            await uow.payouts.note_balances(provider, balances, now)
            await uow.commit()


async def _in_batches(things: AsyncIterator[Thing]) -> AsyncIterator[list[Thing]]:
    some: list[Thing] = []
    async for thing in things:
        some.append(thing)
        if len(some) == STEP:
            yield some
            some = []
    if some:
        yield some
