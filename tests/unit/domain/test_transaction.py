"""Transactions: every transition of the table, what of them can go back."""

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal

import pytest

from src.domain.entities.transaction import TRANSITIONS as TRANSITION_TABLE
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.errors import InvalidState
from src.domain.shared.transitions import require_transition
from tests.support.examples import NOW, make_payment

PENDING, SUCCESS = TransactionStatus.PENDING, TransactionStatus.SUCCESS
FAILED, REFUNDED = TransactionStatus.FAILED, TransactionStatus.REFUNDED
REFUND = TransactionKind.REFUND

OF_PAYMENTS = TRANSITION_TABLE[TransactionKind.PAYMENT]
BY_A_REFUND = (REFUNDED, SUCCESS)
"""A refund of the payment has come back."""
TABLE = {
    *((PENDING, SUCCESS), (PENDING, FAILED), (FAILED, SUCCESS), (SUCCESS, REFUNDED)),
    BY_A_REFUND,
}
PAIRS = [(status, wanted) for status in TransactionStatus for wanted in TransactionStatus]
TRANSITIONS: dict[TransactionStatus, Callable[[Transaction], None]] = {
    SUCCESS: lambda transaction: transaction.succeed(NOW),
    FAILED: lambda transaction: transaction.fail("The card was declined.", NOW),
    REFUNDED: lambda transaction: transaction.mark_refunded(),
}


@pytest.mark.parametrize(("status", "wanted"), PAIRS)
def test_the_table_has_the_transitions_of_a_transaction_and_no_other(
    status: TransactionStatus, wanted: TransactionStatus
) -> None:
    if (status, wanted) in TABLE:
        require_transition("transaction", OF_PAYMENTS, current=status, wanted=wanted)
        return
    with pytest.raises(InvalidState):
        require_transition("transaction", OF_PAYMENTS, current=status, wanted=wanted)


@pytest.mark.parametrize(
    ("status", "wanted"),
    [pair for pair in PAIRS if pair not in TABLE - {BY_A_REFUND} and pair[1] in TRANSITIONS],
)
def test_a_transition_that_is_not_in_the_table_changes_nothing(
    status: TransactionStatus, wanted: TransactionStatus
) -> None:
    payment = make_payment(status, failure="Before.")
    before = deepcopy(payment)
    with pytest.raises(InvalidState, match="This transaction is") as refused:
        TRANSITIONS[wanted](payment)
    assert refused.value.facts == {"from": status, "to": wanted}
    assert payment == before


@pytest.mark.parametrize("status", [PENDING, FAILED])
def test_money_that_arrives_is_a_fact_even_after_a_failure(status: TransactionStatus) -> None:
    payment = make_payment(status, failure="The card was declined.")
    payment.succeed(NOW)
    assert (payment.status, payment.failure, payment.settled_at) == (SUCCESS, None, NOW)


def test_a_failure_says_why_and_when() -> None:
    payment = make_payment()
    payment.fail("The card was declined.", NOW)
    assert (payment.status, payment.settled_at) == (FAILED, NOW)
    assert payment.failure == "The card was declined."


def test_a_payment_that_went_back_whole_keeps_when_it_arrived() -> None:
    payment = make_payment(SUCCESS, settled_at=NOW)
    payment.mark_refunded()
    assert (payment.status, payment.settled_at) == (REFUNDED, NOW)


@pytest.mark.parametrize(
    ("status", "refunded", "refundable"),
    [
        (PENDING, "0.00", "0.00"),
        (FAILED, "0.00", "0.00"),
        (SUCCESS, "0.00", "50.00"),
        (SUCCESS, "49.99", "0.01"),
        (SUCCESS, "50.00", "0.00"),
        (REFUNDED, "50.00", "0.00"),
    ],
)
def test_what_has_arrived_and_is_not_on_its_way_back_can_be_refunded(
    status: TransactionStatus, refunded: str, refundable: str
) -> None:
    payment = make_payment(status, refunded_amount=Decimal(refunded))
    assert payment.refundable == Decimal(refundable)
    assert payment.is_paid is (status in (SUCCESS, REFUNDED))


def test_a_refund_is_no_payment_and_is_not_refunded() -> None:
    refund = make_payment(SUCCESS, kind=REFUND)
    assert not refund.is_payment
    assert not refund.is_paid
    assert refund.refundable == 0


@pytest.mark.parametrize("status", [SUCCESS, FAILED, REFUNDED])
def test_only_a_pending_transaction_is_open(status: TransactionStatus) -> None:
    make_payment(PENDING).require_open()
    with pytest.raises(InvalidState, match="This transaction is") as refused:
        make_payment(status).require_open()
    assert refused.value.facts == {"from": status, "to": PENDING}
