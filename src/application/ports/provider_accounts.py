"""Port for the account at a payment provider: what it holds for us, takes as fees and pays out."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from src.domain.entities.payout import PayoutReport, ProviderMovement


class ProviderAccount(Protocol):
    """The account at a provider. Any method may raise ProviderFailed.

    It is asked for lists, never for a single payment; for a single payout when that has changed.
    """

    name: str

    def movements_since(self, since: datetime) -> AsyncIterator[ProviderMovement]:
        """Return what moved since then: payments, refunds, disputes, fees, payouts, the rest."""

    def payouts_since(self, since: datetime) -> AsyncIterator[PayoutReport]:
        """Return the payouts that were made since then."""

    async def find_payout(self, reference: str) -> PayoutReport | None:
        """Return a payout as it is now, None if the provider does not know it."""

    def movements_of(self, payout_reference: str) -> AsyncIterator[ProviderMovement]:
        """Return the movements that an itemized payout is made of, its own maybe among them."""

    async def balance(self) -> Mapping[str, Decimal]:
        """Return what the provider holds now, by currency: available or not yet."""
