"""Translation of Stripe's webhook events."""

from collections.abc import Mapping
from typing import Any

from src.application.ports.payments import (
    AnyEvent,
    DisputeEvent,
    PayoutEvent,
    ProviderRefund,
    WebhookEvent,
)
from src.domain.entities.transaction import TransactionKind
from src.infrastructure.payments.stripe_checkout import session_answer
from src.infrastructure.payments.stripe_disputes import payment_of
from src.infrastructure.payments.stripe_objects import (
    KEY,
    TRANSACTION_ID,
    payment_answer,
    refund_answer,
)

THIN = "v2.core.event"
VERSION = "v1."
"""What thin events are called, and how their types begin that are those of snapshot events."""

PAYMENT_EVENTS = frozenset(
    f"payment_intent.{event}" for event in ("succeeded", "payment_failed", "canceled", "processing")
)
CHECKOUT_FAILED = "checkout.session.async_payment_failed"
CHECKOUT_EVENTS = frozenset(
    (
        *("checkout.session.completed", "checkout.session.async_payment_succeeded"),
        *(CHECKOUT_FAILED, "checkout.session.expired"),
    )
)
REFUND_EVENTS = frozenset(
    ("refund.created", "refund.updated", "refund.failed", "charge.refund.updated")
)
DISPUTE_EVENTS = frozenset(
    f"charge.dispute.{event}"
    for event in ("created", "updated", "closed", "funds_withdrawn", "funds_reinstated")
)
PAYOUT_EVENTS = frozenset(
    f"payout.{event}" for event in ("created", "updated", "paid", "failed", "canceled")
)
NAMED_EVENTS = DISPUTE_EVENTS | PAYOUT_EVENTS
"""Of these no more is read than what they are about, which is then asked for."""

HANDLED = PAYMENT_EVENTS | CHECKOUT_EVENTS | REFUND_EVENTS | NAMED_EVENTS


def event_of(event: Mapping[str, Any]) -> AnyEvent | None:
    """What a verified event says; None for a type that is not handled."""
    kind = event.get("type")
    if kind not in HANDLED:
        return None
    subject = event["data"]["object"]
    if kind in NAMED_EVENTS:
        return named_event(event["id"], kind, subject["id"], payment_of(subject))
    if kind in CHECKOUT_EVENTS:
        return WebhookEvent(
            id=event["id"],
            kind=TransactionKind.PAYMENT,
            transaction_id=_our_id(subject),
            answer=session_answer(subject, has_failed=kind == CHECKOUT_FAILED),
        )
    is_payment = kind in PAYMENT_EVENTS
    return WebhookEvent(
        id=event["id"],
        kind=TransactionKind.PAYMENT if is_payment else TransactionKind.REFUND,
        transaction_id=_our_id(subject),
        answer=payment_answer(subject) if is_payment else refund_answer(subject),
        payment_reference=None if is_payment else payment_of(subject),
    )


def named_event(
    event_id: str, kind: str, reference: str, payment_reference: str | None = None
) -> DisputeEvent | PayoutEvent:
    """The event about the dispute or payout with this name."""
    if kind in PAYOUT_EVENTS:
        return PayoutEvent(id=event_id, reference=reference)
    return DisputeEvent(id=event_id, reference=reference, payment_reference=payment_reference)


def provider_refund(refund: Mapping[str, Any]) -> ProviderRefund:
    """The refund that a Refund stands for, with what it was asked for with."""
    return ProviderRefund(
        answer=refund_answer(refund),
        payment_reference=payment_of(refund),
        transaction_id=_our_id(refund),
        idempotency_key=(refund.get("metadata") or {}).get(KEY),
    )


def _our_id(thing: Mapping[str, Any]) -> int | None:
    our_id = (thing.get("metadata") or {}).get(TRANSACTION_ID, "")
    return int(our_id) if our_id.isascii() and our_id.isdigit() else None
