"""Response bodies of movements of money."""

from src.domain.entities.transaction import LedgerAccount, TransactionKind
from src.presentation.schemas.fields import Answer, Moment, Money, with_example


class MovementAnswer(Answer):
    """An entry of the ledger, which never changes: money in is positive, money out negative.

    `account` says what the money is for, or `unapplied` if it bought nothing; then it is for no
    event. `provider_reference` is what the provider calls the payment or refund.
    """

    model_config = with_example(
        {
            "id": 1,
            "at": "2026-11-20T12:01:00Z",
            "kind": "payment",
            "account": "tickets",
            "amount": "1500.00",
            "currency": "THB",
            "transaction_id": 1,
            "provider": "fake",
            "provider_reference": "fake_pay_8F3KQ2ZN",
            "order_id": 1,
            "order_reference": "ORD-7K2M9QXA",
            "event_id": 1,
            "event_title": "Rock Concert 2026",
            "booking_id": 1,
            "booking_reference": "BKG-7K2M9QXA",
            "ticket_type_id": 1,
            "ticket_type": "Standard",
        }
    )

    id: int
    at: Moment
    kind: TransactionKind
    account: LedgerAccount
    amount: Money
    currency: str
    transaction_id: int
    provider: str | None
    provider_reference: str | None
    order_id: int
    order_reference: str | None
    event_id: int | None
    event_title: str | None
    booking_id: int | None
    booking_reference: str | None
    ticket_type_id: int | None
    ticket_type: str | None
