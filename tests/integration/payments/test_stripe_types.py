"""The stand-in for Stripe has the fields and the words of the official SDK's own types."""

import inspect
import re
from dataclasses import replace

import pytest
import stripe

from src.domain.entities.payout import PayoutStatus
from src.infrastructure.payments.stripe_account import ITEMIZED, KINDS, OF_THE_BALANCE
from src.infrastructure.payments.stripe_disputes import STATUSES
from src.infrastructure.payments.stripe_events import (
    HANDLED,
)
from src.infrastructure.payments.stripe_objects import PAYMENT_STATES
from tests.support.stripe_server import StripeServer

OURS = {"automatic_payment_methods"}
"""What the stand-in keeps of a request as it came, for the tests to look at."""


def fields_of(kind: type) -> set[str]:
    return set(inspect.get_annotations(kind))


def words_of(kind: type, name: str) -> set[str]:
    """The values that the SDK knows of a field."""
    source = inspect.getsource(kind)
    found = re.search(rf"^    {name}: (.*?)\n    \"\"\"", source, re.M | re.S)
    assert found, name
    return set(re.findall(r'"(\w+)"', found[1]))


@pytest.fixture
async def server() -> StripeServer:
    """With one of everything."""
    from tests.support.stripe_world import REFUND, paid, provider_of

    server = StripeServer()
    provider = provider_of(server)
    payment = await paid(provider, server)
    await provider.refund(REFUND, payment)
    server.dispute(payment.provider_reference or "")
    return server


def test_every_field_of_the_stand_in_is_one_of_stripe(server: StripeServer) -> None:
    (intent,) = server.intents.values()
    (refund,) = server.refunds.values()
    (dispute,) = server.disputes.values()
    assert intent.keys() - OURS <= fields_of(stripe.PaymentIntent)
    assert intent["latest_charge"].keys() <= fields_of(stripe.Charge)
    assert refund.keys() <= fields_of(stripe.Refund)
    assert dispute.keys() <= fields_of(stripe.Dispute)
    assert dispute["evidence_details"].keys() <= fields_of(stripe.Dispute.EvidenceDetails)
    for moved in dispute["balance_transactions"]:
        assert moved.keys() <= fields_of(stripe.BalanceTransaction)


def test_every_field_of_the_account_is_one_of_stripe(server: StripeServer) -> None:
    account = server.account
    account.fail_payout(account.pay_out())
    kinds = {"charge", "refund", "adjustment", "payout", "payout_failure"}
    assert {moved["type"] for moved in account.movements} == kinds
    for moved in account.listed({}):
        assert moved.keys() <= fields_of(stripe.BalanceTransaction)
    (payout,) = account.payouts
    assert payout.keys() <= fields_of(stripe.Payout)
    held = account.held()
    assert held.keys() <= fields_of(stripe.Balance)
    assert held["available"][0].keys() <= fields_of(stripe.Balance.Available)
    assert held["pending"][0].keys() <= fields_of(stripe.Balance.Pending)


async def test_every_field_of_a_session_is_one_of_stripe(server: StripeServer) -> None:
    from tests.support.stripe_world import PAYMENT, order_of, provider_of

    payment = replace(order_of(PAYMENT), return_url="/orders/x")
    payment = replace(payment, transaction=replace(PAYMENT, idempotency_key="key-43"))
    begun = await provider_of(server).start(payment)
    session = server.check_out(begun.reference or "")
    assert session.keys() <= fields_of(stripe.checkout.Session)
    assert server.intents[session["payment_intent"]].keys() <= fields_of(stripe.PaymentIntent)


def test_every_word_about_a_session_is_one_of_stripe() -> None:
    assert words_of(stripe.checkout.Session, "status") == {"complete", "expired", "open"}
    assert words_of(stripe.checkout.Session, "payment_status") >= {"paid", "unpaid"}


def test_every_type_of_movement_that_has_a_kind_is_one_of_stripe() -> None:
    assert words_of(stripe.BalanceTransaction, "type") >= set(KINDS)
    assert OF_THE_BALANCE in words_of(stripe.BalanceTransaction, "balance_type")
    assert ITEMIZED in words_of(stripe.Payout, "reconciliation_status")


def test_every_status_of_a_payout_that_the_sdk_names_is_one_of_ours() -> None:
    described = inspect.getsource(stripe.Payout).rpartition("\n    status: str")[2]
    named = described.partition("trace_id")[0]
    assert set(re.findall(r"`(\w+)`", named)) == {status.value for status in PayoutStatus}


def test_every_status_of_a_dispute_that_the_sdk_knows_is_one_of_ours() -> None:
    assert words_of(stripe.Dispute, "status") == set(STATUSES)


def test_every_status_that_decides_a_payment_is_one_of_stripe() -> None:
    known = words_of(stripe.PaymentIntent, "status")
    assert set(PAYMENT_STATES) <= known
    # All others are open: the payer can still do something, or the money is on its way.
    assert known - set(PAYMENT_STATES) == {
        *("processing", "requires_action", "requires_capture"),
        *("requires_confirmation", "requires_payment_method"),
    }


def test_every_event_that_is_handled_is_one_of_stripe() -> None:
    known = words_of_events()
    assert known >= HANDLED


def words_of_events() -> set[str]:
    source = inspect.getsource(stripe.WebhookEndpoint) + inspect.getsource(stripe.Event)
    return set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', source))
