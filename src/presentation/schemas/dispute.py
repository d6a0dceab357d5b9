"""Response bodies of disputes."""

from pydantic import Field
from pydantic.config import JsonDict

from src.domain.entities.dispute import DisputeStatus
from src.presentation.schemas.fields import EXAMPLE_TIMES, Answer, Moment, Money, with_example

DISPUTE_EXAMPLE: JsonDict = {
    "id": 1,
    "order_id": 1,
    "order_reference": "ORD-7K2M9QXA",
    "payment_id": 1,
    "transaction_id": 3,
    "provider": "stripe",
    "provider_reference": "dp_1MtJUT2eZvKYlo2CNaw2HvEv",
    "status": "needs_response",
    "reason": "product_not_received",
    "amount": "1655.83",
    "currency": "THB",
    "is_part": False,
    "is_taken": True,
    "has_valid_tickets": True,
    "owed_amount": "0.00",
    "paid_twice_amount": "0.00",
    "evidence_due_by": "2030-05-08T12:00:00Z",
    "opened_at": "2030-05-01T12:00:00Z",
    "closed_at": None,
    **EXAMPLE_TIMES,
}


class DisputeAnswer(Answer):
    """A payment that its buyer disputes at the bank.

    A `warning` is an inquiry, for which no money is taken. `is_taken` while the bank has the money;
    `transaction_id` is its movement. `reason` is the provider's word for what the buyer says.
    """

    model_config = with_example(DISPUTE_EXAMPLE)

    id: int
    order_id: int
    order_reference: str
    payment_id: int
    transaction_id: int | None
    provider: str
    provider_reference: str
    status: DisputeStatus
    reason: str
    amount: Money
    currency: str
    is_part: bool = Field(
        description="Whether others sold a part of the order: `amount` is then the reader's part."
    )
    is_taken: bool
    has_valid_tickets: bool
    owed_amount: Money = Field(
        description="Of an order that was cancelled meanwhile: what its buyer is to have back, now "
        "that the dispute is won. Refund the payment."
    )
    paid_twice_amount: Money = Field(
        description="What of it was refunded as well: the buyer has it twice if the dispute is "
        "lost, until an administrator notes at its transaction what came of that."
    )
    evidence_due_by: Moment | None
    opened_at: Moment
    closed_at: Moment | None
    created_at: Moment
    updated_at: Moment
