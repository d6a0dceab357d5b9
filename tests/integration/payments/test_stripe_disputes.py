"""Disputes at Stripe, through its SDK, against a small Stripe."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from src.application.ports.payments import PaymentProvider, ProviderState
from src.domain.entities.dispute import DisputeReport, DisputeStatus
from src.domain.entities.transaction import Transaction
from src.domain.errors import ProviderFailed
from tests.support.stripe_server import OPENED, StripeServer
from tests.support.stripe_world import REFUND, paid, provider_of


@pytest.fixture
def server() -> StripeServer:
    return StripeServer()


@pytest.fixture
def provider(server: StripeServer) -> PaymentProvider:
    return provider_of(server)


@pytest.fixture
async def payment(provider: PaymentProvider, server: StripeServer) -> Transaction:
    return await paid(provider, server)


async def seen(provider: PaymentProvider, reference: str) -> DisputeReport:
    found = await provider.find_dispute(reference)
    assert found is not None
    return found.report


async def test_dispute_is_read_with_all_that_matters(
    provider: PaymentProvider, server: StripeServer, payment: Transaction
) -> None:
    dispute = server.dispute(payment.provider_reference or "")
    opened_at = datetime.fromtimestamp(OPENED, UTC)
    found = await provider.find_dispute(dispute["id"])
    assert found is not None and found.payment_reference == payment.provider_reference
    assert found.report == DisputeReport(
        reference=dispute["id"],
        status=DisputeStatus.NEEDS_RESPONSE,
        reason="product_not_received",
        amount=Decimal("50.00"),
        currency="USD",
        evidence_due_by=opened_at + timedelta(days=7),
        is_taken=True,
        opened_at=opened_at,
    )
    assert await provider.find_dispute("dp_unknown") is None


@pytest.mark.parametrize(
    ("status", "expected", "is_taken"),
    [
        ("warning_needs_response", DisputeStatus.WARNING, False),
        ("warning_under_review", DisputeStatus.WARNING, False),
        ("warning_closed", DisputeStatus.CLOSED, False),
        ("prevented", DisputeStatus.CLOSED, False),
        ("needs_response", DisputeStatus.NEEDS_RESPONSE, True),
        ("under_review", DisputeStatus.UNDER_REVIEW, True),
        ("appeal_needs_response", DisputeStatus.LOST, True),
        ("appeal_under_review", DisputeStatus.LOST, True),
        ("lost", DisputeStatus.LOST, True),
        ("won", DisputeStatus.WON, False),
        ("a_status_of_tomorrow", DisputeStatus.NEEDS_RESPONSE, True),
    ],
)
async def test_each_status_of_stripe_is_one_of_ours(
    provider: PaymentProvider,
    server: StripeServer,
    payment: Transaction,
    status: str,
    expected: DisputeStatus,
    is_taken: bool,
) -> None:
    dispute = server.dispute(payment.provider_reference or "", status)
    report = await seen(provider, dispute["id"])
    assert (report.status, report.is_taken) == (expected, is_taken)


@pytest.mark.parametrize("status", ["needs_response", "under_review", "lost"])
async def test_refund_of_what_the_bank_has_taken_fails_and_is_not_asked_for_again(
    provider: PaymentProvider, server: StripeServer, payment: Transaction, status: str
) -> None:
    """Stripe's `charge_disputed`: the webhook of the dispute may come after the refund."""
    server.dispute(payment.provider_reference or "", status)
    answer = await provider.refund(REFUND, payment)
    assert (answer.state, answer.reference) == (ProviderState.FAILED, None)
    assert answer.failure == "This charge has been charged back."
    assert server.refunds == {}


@pytest.mark.parametrize("status", ["warning_needs_response", "warning_closed", "won"])
async def test_refund_of_what_the_bank_has_not_taken_is_made(
    provider: PaymentProvider, server: StripeServer, payment: Transaction, status: str
) -> None:
    server.dispute(payment.provider_reference or "", status)
    assert (await provider.refund(REFUND, payment)).state is ProviderState.SUCCEEDED


async def test_all_disputes_since_then_are_listed(
    provider: PaymentProvider, server: StripeServer, payment: Transaction
) -> None:
    server.page_size = 2
    made = [server.dispute(payment.provider_reference or "") for _ in range(5)]
    since = datetime.fromtimestamp(OPENED, UTC)
    found = [dispute.report.reference async for dispute in provider.disputes_since(since)]
    assert sorted(found) == sorted(dispute["id"] for dispute in made)
    later = provider.disputes_since(since + timedelta(seconds=1))
    assert [dispute async for dispute in later] == []


async def test_failure_of_stripe_is_a_failure_of_the_provider(
    provider: PaymentProvider, server: StripeServer
) -> None:
    server.failures = [500] * 6
    with pytest.raises(ProviderFailed):
        await provider.find_dispute("dp_1")
    with pytest.raises(ProviderFailed):
        [dispute async for dispute in provider.disputes_since(datetime.now(UTC))]
