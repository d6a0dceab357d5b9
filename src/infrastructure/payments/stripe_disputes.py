"""Translation of Stripe's disputes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from src.application.ports.payments import ProviderDispute
from src.domain.entities.dispute import DisputeReport, DisputeStatus
from src.infrastructure.payments.stripe_objects import from_minor_units

# What is under appeal was lost, until the appeal is won. Of what Stripe prevented nothing came.
STATUSES = {
    "warning_needs_response": DisputeStatus.WARNING,
    "warning_under_review": DisputeStatus.WARNING,
    "warning_closed": DisputeStatus.CLOSED,
    "prevented": DisputeStatus.CLOSED,
    "needs_response": DisputeStatus.NEEDS_RESPONSE,
    "under_review": DisputeStatus.UNDER_REVIEW,
    "won": DisputeStatus.WON,
    "lost": DisputeStatus.LOST,
    "appeal_needs_response": DisputeStatus.LOST,
    "appeal_under_review": DisputeStatus.LOST,
}


def provider_dispute(dispute: Mapping[str, Any]) -> ProviderDispute:
    """The dispute that a Dispute stands for.

    Its balance transactions are what Stripe has withdrawn, and given back since.
    """
    currency = dispute["currency"].upper()
    due_by = (dispute.get("evidence_details") or {}).get("due_by")
    moved = sum(moved["amount"] for moved in dispute.get("balance_transactions") or [])
    return ProviderDispute(
        payment_reference=payment_of(dispute),
        report=DisputeReport(
            reference=dispute["id"],
            # Of a status that is new at Stripe somebody looks into the dashboard.
            status=STATUSES.get(dispute["status"], DisputeStatus.NEEDS_RESPONSE),
            reason=str(dispute["reason"]),
            amount=from_minor_units(dispute["amount"], currency),
            currency=currency,
            evidence_due_by=None if due_by is None else datetime.fromtimestamp(due_by, UTC),
            is_taken=moved < 0,
            opened_at=datetime.fromtimestamp(dispute["created"], UTC),
        ),
    )


def payment_of(thing: Mapping[str, Any]) -> str | None:
    """The id of the PaymentIntent of a dispute or refund, which can be there as a whole."""
    intent = thing.get("payment_intent")
    return intent["id"] if isinstance(intent, Mapping) else intent
