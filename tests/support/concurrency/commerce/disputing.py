"""Rules of disputes: what banks take of payments, decide, and decide again."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from src.application.ports.payments import ProviderState
from src.domain.entities.dispute import LATER, DisputeStatus
from src.domain.entities.transaction import Transaction
from tests.support.concurrency.base_machine import CHOICES
from tests.support.concurrency.commerce.machine import CRASH, Crash, part_of
from tests.support.concurrency.commerce.paying import PayingRules

SHARES = st.sampled_from([None, None, None, 1, 60])
"""Per cent of the payment that its bank asks for; None is all of it."""


class DisputingRules(PayingRules):
    """Banks, which ask, take, and give back."""

    @rule(
        payment=CHOICES,
        status=st.sampled_from(list(DisputeStatus)),
        share=SHARES,
        is_reported=st.booleans(),
        crash=CRASH,
    )
    def dispute(
        self,
        payment: int,
        status: DisputeStatus,
        share: int | None,
        is_reported: bool,
        crash: Crash,
    ) -> None:
        """Open a dispute of a payment of which nothing went back, or move it on."""
        known = [found for found in self.known_at_provider("payment") if self._is_whole(found)]
        if not known:
            return
        chosen, provider = known[-1 - payment % len(known)], self.world.provider
        kept = provider.payments[chosen.idempotency_key]
        reference = self._dispute_of(chosen)
        if reference is None:
            amount = kept.amount if share is None else part_of(kept.amount, share, kept.currency)
        else:
            report = provider.disputes[reference].report
            amount = report.amount
            if status not in LATER[report.status]:
                return
        reference = provider.dispute(chosen, status, amount=amount, reference=reference)
        self.arm(crash)
        if is_reported:
            self.attempt("dispute", self.receive(*provider.dispute_webhook(reference)))

    def _is_whole(self, payment: Transaction) -> bool:
        """Whether it was paid, and nothing has gone back or is on its way back."""
        refunds = self.world.provider.refunds.values()
        return (
            payment.is_paid
            and not payment.refunded_amount
            and not any(
                refund.parent == payment.idempotency_key
                and refund.state is not ProviderState.FAILED
                for refund in refunds
            )
        )

    def _dispute_of(self, payment: Transaction) -> str | None:
        reference = self.world.provider.payments[payment.idempotency_key].reference
        for name, dispute in self.world.provider.disputes.items():
            if dispute.payment_reference == reference:
                return name
        return None
