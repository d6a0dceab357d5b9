"""A payout, as its provider has it now: asked for, and recorded."""

from collections.abc import Sequence
from copy import deepcopy

from src.application.ports.database import UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import PaymentProviders
from src.domain.entities.payout import Payout, PayoutReport, payout_of
from src.domain.errors import ProviderFailed


class SettlePayout:
    """Asks the provider for a payout, outside any transaction, and records what it says.

    What it is made of, and that its money is back when it failed, is read at night, by lists.
    """

    def __init__(self, providers: PaymentProviders, unit_of_work: UnitOfWorkFactory) -> None:
        self._providers = providers
        self._unit_of_work = unit_of_work

    async def execute(self, provider: str, reference: str) -> bool | None:
        """Record the payout; whether that changed anything, None if it is not known there.

        Raises ProviderFailed.
        """
        named = (account for account in self._providers.accounts if account.name == provider)
        account = next(named, None)
        if account is None:
            raise ProviderFailed(provider)
        report = await account.find_payout(reference)
        if report is None:
            return None
        async with self._unit_of_work() as uow:
            _, has_changed = await record_payouts(uow, provider, [report])
            await uow.commit()
        return has_changed


async def record_payouts(
    uow: UnitOfWork, provider: str, reports: Sequence[PayoutReport]
) -> tuple[list[Payout], bool]:
    """Record what the provider says of payouts; they, and whether that changed anything."""
    known = await uow.payouts.by_references(provider, [report.reference for report in reports])
    missing = [report for report in reports if report.reference not in known]
    for report in missing:
        await uow.payouts.add(payout_of(provider, report))
    if missing:
        # Another process may have added one meanwhile, of which it knew something older.
        known = await uow.payouts.by_references(provider, [report.reference for report in reports])
    has_changed = bool(missing)
    for report in reports:
        payout = known[report.reference]
        before = deepcopy(payout)
        payout.follow(report)
        if payout != before:
            await uow.payouts.save(payout)
            has_changed = True
    return [known[report.reference] for report in reports], has_changed
