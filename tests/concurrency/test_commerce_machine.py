"""Whatever happens between a cart and a refund, crashes included, money and tickets agree.

Hypothesis invents sequences of use cases over a real PostgreSQL and a provider with records of its
own, and lets commits and calls of the provider fail, before or after their effect. At the end the
open payments are decided, the reconciler runs until it repairs nothing more, and it must add up.

`COMMERCE_STEPS=1000000 pytest -n0 tests/concurrency/test_commerce_machine.py -o log_cli=true` takes
that many steps instead of 2,200 (9,000 in a thorough run), and says how far it is.
"""

import os
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from src.application.ports.payments import ProviderState
from tests.support.concurrency.base_machine import BUYERS, CHOICES
from tests.support.concurrency.commerce.buying import BuyingRules
from tests.support.concurrency.commerce.catalogue import WITH_POLICY
from tests.support.concurrency.commerce.disputing import DisputingRules
from tests.support.concurrency.commerce.machine import (
    CODES,
    CRASH,
    LINES,
    REFUND_STATES,
    Crash,
    Lines,
)
from tests.support.concurrency.commerce.paying_out import PayingOutRules
from tests.support.concurrency.commerce.returning import ReturningRules
from tests.support.concurrency.commerce.running_events import EventRules
from tests.support.concurrency.commerce.world import CommerceWorld
from tests.support.concurrency.machines import run_steps
from tests.support.thorough import IS_THOROUGH

STEPS = int(os.environ.get("COMMERCE_STEPS", "9000" if IS_THOROUGH else "2200"))
# Each has to do all deeds, and has too few steps for them where the run is short.
PARTS = 4 if IS_THOROUGH else 1
STEPS_OF_EXAMPLE = 50

DEEDS = {
    *("add_to_cart", "check_out", "order", "book", "add_items", "change_code", "hold_again"),
    *("give", "sell", "set_code", "start", "webhook", "start_transfer", "note_transfer"),
    *("note_part", "give_up", "refund", "pay_out", "retry", "note_refund", "dispute"),
    "payout",
    *("refund_booking", "cancel_booking", "refund_ticket", "refund_tickets"),
    *("cancel_own_ticket", "refund_own_tickets"),
    *("cancel_order", "confirm_order", "delete_order", "check_in"),
    *("cancel_event", "complete_event", "delete_event", "change_policy", "change_price"),
    *("edit_payment_days", "edit_currency", "edit_capacity", "make_codes", "edit_code"),
    *("sweep_holds", "settle_orders", "refund_cancelled_events", "settle_refunds", "reconcile"),
    *("complete_past_events", "settle_open_payments", "follow_accounts", "issue_invoices"),
    *("compare_refunds", "compare_disputes"),
}
CRASHES = {"crash", "lost", "provider_error"}


class Commerce(DisputingRules, PayingOutRules, BuyingRules, ReturningRules, EventRules):
    """Three buyers, two organizers' six events in three currencies, and a provider."""

    @initialize(
        lines=st.lists(LINES, min_size=1, max_size=3), codes=st.lists(CODES, min_size=3, max_size=3)
    )
    def buy_first(self, lines: list[Lines], codes: list[str | None]) -> None:
        for buyer, wanted in enumerate(lines):
            self.order_and_pay(
                buyer,
                wanted,
                codes[buyer],
                share=None,
                refund_state=ProviderState.SUCCEEDED,
                crash=None,
            )

    @rule(
        buyer=BUYERS,
        place=st.sampled_from(sorted(WITH_POLICY)),
        number=CHOICES,
        how=st.sampled_from(["cancel_ticket", "refund_tickets"]),
        state=REFUND_STATES,
        crash=CRASH,
    )
    def buy_and_give_back(
        self, buyer: int, place: int, number: int, how: str, state: ProviderState, crash: Crash
    ) -> None:
        """Less what the event's policy keeps."""
        self.order_and_pay(
            buyer, [(place, number, 3)], None, None, ProviderState.SUCCEEDED, crash=None
        )
        self.give_back_tickets(0, [number], how, True, state, crash)


@pytest.fixture
def world(own_url: str) -> Iterator[CommerceWorld]:
    world = CommerceWorld(own_url)
    yield world
    world.close()


@pytest.mark.timeout(max(900, STEPS))
@pytest.mark.parametrize("part", range(PARTS))
def test_money_and_tickets_agree_after_any_sequence_and_any_crash(
    world: CommerceWorld, part: int
) -> None:
    run_steps(
        partial(Commerce, world),
        lambda: world.steps,
        lambda: world.done.keys() >= DEEDS,
        enough=STEPS // PARTS,
        steps=STEPS_OF_EXAMPLE,
        part=part,
        parts=PARTS,
    )

    assert world.done.keys() >= DEEDS
    assert world.refused.keys() >= CRASHES
