"""The repository of payouts, and of the movements of providers' accounts."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from src.domain.entities.payout import Payout, ProviderMovement


class PayoutRepository(Protocol):
    """Payouts and movements. Movements are never changed: they get a transaction and a payout."""

    async def get(self, payout_id: int) -> Payout:
        """Return a payout, locked until the end of the transaction. Raises NotFound."""

    async def by_references(
        self, provider: str, references: Collection[str]
    ) -> Mapping[str, Payout]:
        """Return those known of these, by the provider's references."""

    async def add(self, payout: Payout) -> None:
        """Store a new payout and set its id; one that is stored already stays as it is."""

    async def save(self, payout: Payout) -> None:
        """Store what can change of it."""

    async def add_movements(self, provider: str, movements: Sequence[ProviderMovement]) -> int:
        """Store those that are not known yet; how many that were."""

    async def put_into(self, payout: Payout, references: Collection[str]) -> None:
        """Record that the payout is made of the movements with these references."""

    async def match_movements(self, provider: str) -> int:
        """Give movements the transactions that they are of, by their references; how many."""

    async def read_from(self, provider: str) -> datetime | None:
        """Return when the newest known movement was, else the first payment; None without both."""

    async def movement_sums(self, provider: str) -> Mapping[str, Decimal]:
        """Return the sum of all known movements of the account, by currency."""

    async def note_balances(
        self, provider: str, balances: Mapping[str, tuple[Decimal, Decimal]], now: datetime
    ) -> None:
        """Record by currency what the provider says it holds, and the sum of what is known.

        What these differed by the first time was there before the first movement that is known.
        """
