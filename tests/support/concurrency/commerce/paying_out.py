"""Rules of the provider's account: payouts that arrive or come back, refunds in its dashboard."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from src.application.ports.payments import ProviderState
from src.domain.entities.payout import PayoutStatus
from tests.support.concurrency.base_machine import CHOICES
from tests.support.concurrency.commerce.catalogue import UNITS
from tests.support.concurrency.commerce.machine import CRASH, Crash, part_of
from tests.support.concurrency.commerce.paying import PayingRules

SHARES = st.sampled_from([None, None, 1, 40])
"""Per cent of the payment; None is all that is left of it."""


class PayingOutRules(PayingRules):
    """Somebody at the provider's dashboard, and the seller's bank."""

    @rule(
        currency=st.sampled_from(sorted(UNITS)),
        status=st.sampled_from(list(PayoutStatus)),
        is_automatic=st.sampled_from([True] * 4 + [False]),
        is_reported=st.booleans(),
        crash=CRASH,
    )
    def pay_out(
        self,
        currency: str,
        status: PayoutStatus,
        is_automatic: bool,
        is_reported: bool,
        crash: Crash,
    ) -> None:
        """A payout of all that is held; without anything, the last one gets this status."""
        account = self.world.account
        made = account.pay_out(currency, status, is_automatic=is_automatic)
        if made is None:
            if not account.payouts:
                return
            made = list(account.payouts)[-1]
            account.become(made, status)
        if is_reported:
            self.arm(crash)
            self.attempt("payout", self.receive(*account.webhook(made)))

    @rule(
        payment=CHOICES,
        share=SHARES,
        is_open=st.booleans(),
        is_reported=st.booleans(),
        crash=CRASH,
    )
    def refund_in_dashboard(
        self, payment: int, share: int | None, is_open: bool, is_reported: bool, crash: Crash
    ) -> None:
        provider = self.world.provider
        known = [found for found in self.known_at_provider("payment") if provider.left_of(found)]
        if not known:
            return
        chosen = known[-1 - payment % len(known)]
        kept, amount = provider.payments[chosen.idempotency_key], provider.left_of(chosen)
        if share is not None:
            amount = min(amount, part_of(kept.amount, share, kept.currency))
        provider.refund_state = ProviderState.OPEN if is_open else ProviderState.SUCCEEDED
        made = provider.refund_outside(chosen, amount)
        if is_reported:
            self.arm(crash)
            self.attempt("refund_outside", self.receive(*provider.outside_webhook(made)))
