"""The account at the scripted provider: what moved there, with fees, and what it pays out."""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count

from src.application.ports.database import Clock
from src.application.ports.payments import ProviderState
from src.domain.entities.payout import MovementKind, PayoutReport, PayoutStatus, ProviderMovement
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import ZERO, percent_of
from tests.support.payments import SIGNATURE, ScriptedProvider

FEE_PERCENT = Decimal("1.5")
FEE_UNITS, DISPUTE_FEE_UNITS = 25, 1500
CAME_BACK = (PayoutStatus.FAILED, PayoutStatus.CANCELED)


class ScriptedAccount:
    """Implements `ProviderAccount` over the provider's records; moved is what they have become.

    `payouts` are by reference; `paid_out` has for each movement the payout that took it along.
    """

    def __init__(self, provider: ScriptedProvider, clock: Clock) -> None:
        self.name = provider.name
        self._provider = provider
        self._clock = clock
        self._numbers = count(1)
        self.reset()

    def reset(self) -> None:
        """Forget everything; numbers go on."""
        self.movements: list[ProviderMovement] = []
        self.payouts: dict[str, PayoutReport] = {}
        self.paid_out: dict[str, str] = {}

    def pay_out(
        self, currency: str, status: PayoutStatus, *, is_automatic: bool = True
    ) -> str | None:
        """Pay out all that is held in the currency, None if that is nothing; its reference."""
        held = [
            moved
            for moved in self._booked()
            if moved.currency == currency and moved.reference not in self.paid_out
        ]
        amount = sum((moved.net for moved in held), ZERO)
        if amount <= 0:
            return None
        number = next(self._numbers)
        reference = f"{self.name}_payout_{number}"
        made_at = self._now(number)
        self.payouts[reference] = PayoutReport(
            reference=reference,
            status=PayoutStatus.PENDING,
            amount=amount,
            currency=currency,
            made_at=made_at,
            arrives_on=(made_at + timedelta(days=1)).date(),
            is_automatic=is_automatic,
            is_itemized=is_automatic,
        )
        own = self._move(MovementKind.PAYOUT, reference, -amount, currency)
        for moved in [*held, own]:
            self.paid_out[moved.reference] = reference
        self.become(reference, status)
        return reference

    def become(self, reference: str, status: PayoutStatus) -> None:
        """Give a payout this status; the money of one that failed comes back to the balance."""
        payout = self.payouts[reference]
        if payout.status in (status, *CAME_BACK):
            return
        failure = "The bank account is closed." if status in CAME_BACK else None
        self.payouts[reference] = replace(payout, status=status, failure=failure)
        if status in CAME_BACK:
            self._move(MovementKind.PAYOUT, reference, payout.amount, payout.currency)

    def send_again(self) -> None:
        """All that is under way arrives, and what has come back does with another payout."""
        for reference, payout in list(self.payouts.items()):
            if payout.status not in CAME_BACK:
                self.become(reference, PayoutStatus.PAID)
        for currency in {payout.currency for payout in self.payouts.values()}:
            # A seller who owes the provider money pays it first.
            debt = -self.held().get(currency, ZERO)
            amount = max(debt, ZERO) + smallest_unit(currency)
            self._move(MovementKind.ADJUSTMENT, "top-up", amount, currency)
            self.pay_out(currency, PayoutStatus.PAID)

    def webhook(self, reference: str) -> tuple[bytes, dict[str, str]]:
        """The webhook that something happened to a payout: body and headers."""
        fields = {
            "event_id": f"evt_payout_{next(self._numbers)}",
            "kind": "payout",
            "reference": reference,
        }
        return json.dumps(fields).encode(), {"x-signature": SIGNATURE}

    def held(self) -> dict[str, Decimal]:
        """What it holds by currency."""
        held: dict[str, Decimal] = defaultdict(Decimal)
        for moved in self._booked():
            held[moved.currency] += moved.net
        return held

    async def movements_since(self, since: datetime) -> AsyncIterator[ProviderMovement]:
        self._provider.fail_if_scripted("movements_since")
        for moved in self._booked():
            if moved.moved_at >= since:
                yield moved

    async def payouts_since(self, since: datetime) -> AsyncIterator[PayoutReport]:
        self._provider.fail_if_scripted("payouts_since")
        for payout in list(self.payouts.values()):
            if payout.made_at >= since:
                yield payout

    async def find_payout(self, reference: str) -> PayoutReport | None:
        self._provider.fail_if_scripted("find_payout")
        return self.payouts.get(reference)

    async def movements_of(self, payout_reference: str) -> AsyncIterator[ProviderMovement]:
        for moved in self._booked():
            if self.paid_out.get(moved.reference) == payout_reference:
                yield moved

    async def balance(self) -> Mapping[str, Decimal]:
        return self.held()

    def _booked(self) -> list[ProviderMovement]:
        """All movements, with those since somebody has looked."""
        booked: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
        for moved in self.movements:
            if moved.source_reference is not None:
                booked[moved.kind, moved.source_reference] += moved.amount
        for kind, reference, amount, currency in self._targets():
            if change := amount - booked[kind, reference]:
                self._move(kind, reference, change, currency)
        return list(self.movements)

    def _targets(self) -> Iterator[tuple[MovementKind, str, Decimal, str]]:
        """What each payment, refund and dispute has moved by now."""
        provider = self._provider
        for paid in provider.payments.values():
            amount = paid.amount if paid.state is ProviderState.SUCCEEDED else ZERO
            yield MovementKind.PAYMENT, paid.reference, amount, paid.currency
        for sent in provider.refunds.values():
            amount = -sent.amount if sent.state is ProviderState.SUCCEEDED else ZERO
            yield MovementKind.REFUND, sent.reference, amount, sent.currency
        for reference, dispute in provider.disputes.items():
            report = dispute.report
            amount = -report.amount if report.is_taken else ZERO
            yield MovementKind.DISPUTE, reference, amount, report.currency

    def _move(
        self, kind: MovementKind, source: str, amount: Decimal, currency: str
    ) -> ProviderMovement:
        number = next(self._numbers)
        moved = ProviderMovement(
            reference=f"{self.name}_txn_{number}",
            kind=kind,
            word=kind.value,
            amount=amount,
            fee=_fee(kind, amount, currency),
            currency=currency,
            source_reference=source,
            paid_amount=amount,
            paid_currency=currency,
            moved_at=self._now(number),
            available_on=self._now(number),
        )
        self.movements.append(moved)
        return moved

    def _now(self, number: int) -> datetime:
        """No two things happen at once."""
        now: datetime = self._clock()
        return now + timedelta(microseconds=number)


def _fee(kind: MovementKind, amount: Decimal, currency: str) -> Decimal:
    unit = smallest_unit(currency)
    if kind is MovementKind.PAYMENT:
        return percent_of(amount, FEE_PERCENT, currency) + FEE_UNITS * unit
    # Each time that a bank takes the money; it is not given back.
    return DISPUTE_FEE_UNITS * unit if kind is MovementKind.DISPUTE and amount < 0 else ZERO
