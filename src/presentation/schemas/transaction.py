"""Request and response bodies of transactions."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field
from pydantic.config import JsonDict

from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Id,
    LongText,
    Moment,
    Money,
    Name,
    Price,
    Text,
    with_example,
)

TRANSACTION_EXAMPLE: JsonDict = {
    "id": 1,
    "order_id": 1,
    "kind": "payment",
    "status": "pending",
    "provider": "fake",
    "payment_method": "card",
    "amount": "1655.83",
    "currency": "THB",
    "refunded_amount": "0.00",
    "disputed_amount": "0.00",
    "lost_amount": "0.00",
    "provider_reference": "fake_pay_8F3KQ2ZN",
    "client_secret": None,
    "redirect_url": "http://127.0.0.1:8000/fake-payments/fake_pay_8F3KQ2ZN",
    "parent_id": None,
    "replaces_id": None,
    "owed_amount": "0.00",
    "event_id": None,
    "booking_id": None,
    "reason": None,
    "failure": None,
    "note": None,
    "settled_at": None,
    "requested_amount": None,
    "due_at": None,
    "given_up": False,
    **EXAMPLE_TIMES,
}

ReturnUrl = Annotated[str, Field(pattern=r"^(/[^/\\]|/$|https?://)", max_length=2000), Text]


class TransactionAnswer(Answer):
    """A payment, refund or dispute of an order. `failure` is a sentence that says why it failed.

    `refunded_amount` of a payment includes refunds in progress. `owed_amount` of a failed refund
    is what has not gone back otherwise since; `replaces_id` is the failed refund that a refund
    repeats, or pays out another way.
    Where something else came than was asked for, `amount` and `currency` are what came.
    `given_up` is a payment that failed because its buyer wanted to pay another way.
    A dispute is `pending` while the bank holds the money, `success` once the buyer has it, and
    `failed` when it came back; `GET /disputes` has more of it.
    """

    model_config = with_example(TRANSACTION_EXAMPLE)

    id: int
    order_id: int
    kind: TransactionKind
    status: TransactionStatus
    provider: str
    payment_method: str | None
    amount: Money
    currency: str
    refunded_amount: Money
    disputed_amount: Money = Field(
        description="What banks have taken back of a payment, for disputes open or lost."
    )
    lost_amount: Money = Field(description="What of that buyers have for good.")
    provider_reference: str | None
    client_secret: str | None
    redirect_url: str | None
    parent_id: int | None
    replaces_id: int | None
    owed_amount: Money
    event_id: int | None
    booking_id: int | None
    reason: str | None
    failure: str | None
    note: str | None
    settled_at: Moment | None
    requested_amount: Money | None = Field(
        description="What was asked for in the order's currency, if something else came."
    )
    due_at: Moment | None = Field(
        description="Until when tickets wait for this payment, if its money takes days."
    )
    given_up: bool
    created_at: Moment
    updated_at: Moment


ELSEWHERE = {
    "status": "`PATCH /transactions/{id}/status` changes it.",
    "note": "`PUT /transactions/{id}` changes it.",
}


class StartPaymentBody(Body):
    """The order to pay, and the payment method."""

    model_config = with_example({"order_id": 1})

    not_here: ClassVar[Sentences] = {**all_of(TransactionAnswer, BY_SERVICE), **ELSEWHERE}

    order_id: Id
    provider: Name | None = Field(None, description="By default the service's preferred provider.")
    payment_method: Name | None = None
    return_url: ReturnUrl | None = Field(
        None, description="Where the provider's page sends the payer afterwards."
    )


class RefundBody(Body):
    """The amount to refund, by default all that is left."""

    model_config = with_example({"amount": "10.00", "reason": "The support act did not play."})

    not_here: ClassVar[Sentences] = {**all_of(TransactionAnswer, BY_SERVICE), **ELSEWHERE}

    amount: Annotated[Price, Field(gt=Decimal(0))] | None = None
    reason: LongText | None = None


class PaidOutBody(Body):
    """How a failed refund was paid out, and how much of it, by default all that is owed."""

    model_config = with_example({"note": "In cash at the counter, receipt 17."})

    not_here: ClassVar[Sentences] = {
        **all_of(TransactionAnswer, BY_SERVICE),
        "status": ELSEWHERE["status"],
    }

    note: Annotated[LongText, Field(min_length=1)]
    amount: Annotated[Price, Field(gt=Decimal(0))] | None = None


class TransactionNoteBody(Body):
    """A note about a transaction; null removes it."""

    model_config = with_example({"note": "Paid at the counter, receipt 17."})

    not_here: ClassVar[Sentences] = {**all_of(TransactionAnswer, BY_SERVICE), **ELSEWHERE}

    note: LongText | None


class TransactionStatusBody(Body):
    """The outcome: `success` or `failed`."""

    model_config = with_example({"status": "success", "amount_received": "1655.83"})

    not_here: ClassVar[Sentences] = {**all_of(TransactionAnswer, BY_SERVICE), **ELSEWHERE}

    status: TransactionStatus
    amount_received: Annotated[Price, Field(gt=Decimal(0))] | None = Field(
        None, description="What came, by default what was asked for."
    )


class RefundProgressAnswer(Answer):
    """Refund progress of an event.

    `to_begin` bookings wait for the background job, `pending` refunds for the provider, and
    `failed` ones, of `amount_owed` in all, for a person. A refund of an order over several events
    counts for each of them.
    """

    model_config = with_example(
        {
            "event_id": 1,
            "to_begin": 120,
            "pending": 3,
            "done": 77,
            "failed": 0,
            "amount_refunded": "115500.00",
            "amount_owed": "0.00",
            "currency": "THB",
        }
    )

    event_id: int
    to_begin: int
    pending: int
    done: int
    failed: int
    amount_refunded: Money
    amount_owed: Money
    currency: str | None


class FindingAnswer(Answer):
    """A discrepancy, and whether it is repaired (`is_healed`)."""

    model_config = with_example(
        {
            "subject": "payment",
            "subject_id": 1,
            "problem": "The provider says that it succeeded; that had not been recorded.",
            "is_healed": True,
        }
    )

    subject: str
    subject_id: int
    problem: str
    is_healed: bool = Field(validation_alias="is_repaired")


class PaymentWebhookAnswer(BaseModel):
    """The effect of a webhook event: `recorded`, `repeated`, `unknown` or `ignored`."""

    model_config = with_example({"effect": "recorded"})

    effect: str
