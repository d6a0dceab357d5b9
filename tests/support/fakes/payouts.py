"""Payouts and movements of providers' accounts, in memory."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from decimal import Decimal

from src.domain.entities.payout import MovementKind, Payout, ProviderMovement
from src.domain.errors import NotFound
from tests.support.fakes.store import Store

OF_TRANSACTIONS = (MovementKind.PAYMENT, MovementKind.REFUND, MovementKind.DISPUTE)


class FakePayoutRepository:
    """Implements `PayoutRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, payout_id: int) -> Payout:
        if payout_id not in self._store.payouts:
            raise NotFound("payout", payout_id)
        return deepcopy(self._store.payouts[payout_id])

    async def by_references(
        self, provider: str, references: Collection[str]
    ) -> Mapping[str, Payout]:
        return {
            payout.provider_reference: deepcopy(payout)
            for payout in self._store.payouts.values()
            if payout.provider == provider and payout.provider_reference in references
        }

    async def add(self, payout: Payout) -> None:
        payout.id = self._store.next_id()
        self._store.payouts[payout.id] = deepcopy(payout)

    async def save(self, payout: Payout) -> None:
        payout.version += 1
        self._store.payouts[payout.id] = deepcopy(payout)

    async def add_movements(self, provider: str, movements: Sequence[ProviderMovement]) -> int:
        known = self._store.provider_movements.setdefault(provider, {})
        new = [movement for movement in movements if movement.reference not in known]
        known.update({movement.reference: movement for movement in new})
        return len(new)

    async def put_into(self, payout: Payout, references: Collection[str]) -> None:
        for reference in references:
            self._store.paid_out.setdefault((payout.provider, reference), payout.id)

    async def match_movements(self, provider: str) -> int:
        sources = {
            (transaction.kind.value, transaction.provider_reference)
            for transaction in self._store.transactions.values()
            if transaction.provider == provider
        }
        new = {
            reference
            for reference, movement in self._store.provider_movements.get(provider, {}).items()
            if movement.kind in OF_TRANSACTIONS
            and (movement.kind.value, movement.source_reference) in sources
        }
        added = len(new - self._store.matched_movements)
        self._store.matched_movements |= new
        return added

    async def read_from(self, provider: str) -> datetime | None:
        movements = self._store.provider_movements.get(provider, {}).values()
        first = (
            transaction.created_at
            for transaction in self._store.transactions.values()
            if transaction.provider == provider
        )
        return max((movement.moved_at for movement in movements), default=next(first, None))

    async def movement_sums(self, provider: str) -> Mapping[str, Decimal]:
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for movement in self._store.provider_movements.get(provider, {}).values():
            sums[movement.currency] += movement.net
        return sums

    async def note_balances(
        self, provider: str, balances: Mapping[str, tuple[Decimal, Decimal]], now: datetime
    ) -> None:
        for currency, (balance, _) in balances.items():
            self._store.provider_balances[provider, currency] = balance
