"""Rules of the provider's account: payouts that arrive, or come back from the bank."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from src.domain.entities.payout import PayoutStatus
from tests.support.concurrency.commerce.catalogue import UNITS
from tests.support.concurrency.commerce.machine import CRASH, Crash
from tests.support.concurrency.commerce.paying import PayingRules


class PayingOutRules(PayingRules):
    """The provider, and the seller's bank."""

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
