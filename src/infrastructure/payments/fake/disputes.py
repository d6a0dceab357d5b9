"""The disputes of the fake payment service, and what a bank does with them."""

import secrets
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from tortoise.expressions import Q

from src.application.ports.database import Clock
from src.application.ports.hosted_payments import BankAction
from src.application.ports.payments import ProviderDispute
from src.domain.entities.dispute import DisputeReport, DisputeStatus
from src.infrastructure.database.models import FakeDisputeModel, FakePaymentModel
from src.infrastructure.payments.fake.store import in_own_transaction, outside_transactions

TO_ANSWER = timedelta(days=7)
REASON = "product_not_received"

OPENED = {
    BankAction.INQUIRE: (DisputeStatus.WARNING, False),
    BankAction.DISPUTE: (DisputeStatus.NEEDS_RESPONSE, True),
}
DECIDED = {
    BankAction.WIN: (DisputeStatus.WON, False),
    BankAction.LOSE: (DisputeStatus.LOST, True),
    BankAction.CLOSE: (DisputeStatus.CLOSED, False),
}
"""The status, and whether the money is taken."""


class FakeDisputes:
    """Stores and changes disputes. Times come from `clock`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @outside_transactions
    async def find(self, reference: str) -> ProviderDispute | None:
        dispute = await FakeDisputeModel.get_or_none(reference=reference)
        return None if dispute is None else await _shown(dispute)

    async def since(self, since: datetime) -> AsyncIterator[ProviderDispute]:
        """Those that were opened since then."""
        for dispute in await self._opened(since):
            yield await self._show(dispute)

    @in_own_transaction
    async def act(self, payment: FakePaymentModel, action: BankAction) -> str | None:
        """Open or decide a dispute of a payment; its reference, None if that is impossible."""
        await FakePaymentModel.filter(id=payment.id).select_for_update().first()
        last = await FakeDisputeModel.filter(payment_id=payment.id).order_by("-id").first()
        is_open = last is not None and last.status not in (
            *(status for status, _ in DECIDED.values()),
        )
        if action in OPENED and (last is None or not is_open or _escalates(last, action)):
            return await self._open(payment, last if is_open else None, action)
        if action in DECIDED and last is not None and _can_decide(last, action):
            last.status, last.is_taken = DECIDED[action]
            await last.save()
            return last.reference
        return None

    async def _open(
        self, payment: FakePaymentModel, inquiry: FakeDisputeModel | None, action: BankAction
    ) -> str:
        status, is_taken = OPENED[action]
        now = self._clock()
        dispute = inquiry or FakeDisputeModel(
            reference=f"fake_dis_{secrets.token_urlsafe(24)}",
            payment_id=payment.id,
            reason=REASON,
            amount=payment.amount,
            currency=payment.currency,
            evidence_due_by=now + TO_ANSWER,
            created_at=now,
        )
        dispute.status, dispute.is_taken = status, is_taken
        await dispute.save()
        return dispute.reference

    @outside_transactions
    async def _opened(self, since: datetime) -> list[FakeDisputeModel]:
        return await FakeDisputeModel.filter(Q(created_at__gte=since)).order_by("id")

    @outside_transactions
    async def _show(self, dispute: FakeDisputeModel) -> ProviderDispute:
        return await _shown(dispute)


def _escalates(dispute: FakeDisputeModel, action: BankAction) -> bool:
    return action is BankAction.DISPUTE and dispute.status == DisputeStatus.WARNING


def _can_decide(dispute: FakeDisputeModel, action: BankAction) -> bool:
    if dispute.status == DisputeStatus.WARNING or action is BankAction.CLOSE:
        return (dispute.status == DisputeStatus.WARNING) is (action is BankAction.CLOSE)
    # A bank can decide again after an appeal.
    return dispute.status != DisputeStatus.CLOSED


async def _shown(dispute: FakeDisputeModel) -> ProviderDispute:
    payment = await FakePaymentModel.get(id=dispute.payment_id)
    return ProviderDispute(
        payment_reference=payment.reference,
        report=DisputeReport(
            reference=dispute.reference,
            status=DisputeStatus(dispute.status),
            reason=dispute.reason,
            amount=dispute.amount,
            currency=dispute.currency,
            evidence_due_by=dispute.evidence_due_by,
            is_taken=dispute.is_taken,
            opened_at=dispute.created_at,
        ),
    )
