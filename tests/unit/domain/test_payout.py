"""Payouts: what is older than what is known changes nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from src.domain.entities.payout import PayoutReport, PayoutStatus, payout_of

PENDING, PAID = PayoutStatus.PENDING, PayoutStatus.PAID
FAILED, CANCELED = PayoutStatus.FAILED, PayoutStatus.CANCELED

REPORT = PayoutReport(
    reference="po_1",
    status=PAID,
    amount=Decimal("48.25"),
    currency="USD",
    made_at=datetime(2030, 5, 1, tzinfo=UTC),
    arrives_on=date(2030, 5, 2),
    is_automatic=True,
    is_itemized=False,
)


@pytest.mark.parametrize(
    ("known", "said", "then"),
    [
        (PENDING, PAID, PAID),
        (PAID, PENDING, PAID),
        (PAID, PayoutStatus.IN_TRANSIT, PAID),
        (PAID, FAILED, FAILED),
        (FAILED, PAID, FAILED),
        (PENDING, CANCELED, CANCELED),
        (CANCELED, PENDING, CANCELED),
    ],
)
def test_status_follows_what_the_provider_says_unless_that_is_older(
    known: PayoutStatus, said: PayoutStatus, then: PayoutStatus
) -> None:
    payout = payout_of("stripe", replace(REPORT, status=known))
    payout.follow(replace(REPORT, status=said, failure="The account is closed."))
    assert payout.status is then
    assert (payout.failure is None) is (then is not said)
