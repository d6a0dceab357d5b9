"""Request and response bodies of payouts, and of the accounts at payment providers."""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema
from pydantic.config import JsonDict

from src.domain.entities.payout import MovementKind, PayoutStatus
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    MAX_PRICE,
    Answer,
    Moment,
    Money,
    StoredMoney,
    with_example,
)

BankAmount = Annotated[
    Decimal,
    Field(ge=-MAX_PRICE, le=MAX_PRICE, decimal_places=4),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d{1,12}(\.\d{1,4})?$"}, mode="validation"),
]
"""Negative where the provider has taken money from the bank."""

PAYOUT_EXAMPLE: JsonDict = {
    "id": 1,
    "provider": "stripe",
    "provider_reference": "po_1OaFDbEcg9tTZuTgNYmX0PKB",
    "status": "paid",
    "amount": "1606.54",
    "currency": "THB",
    "made_at": "2030-05-03T00:10:00Z",
    "arrives_on": "2030-05-04",
    "is_automatic": True,
    "is_itemized": True,
    "failure": None,
    "bank_amount": "1606.54",
    "payments": "1655.83",
    "refunds": "0.00",
    "disputes": "0.00",
    "fees": "-49.29",
    "adjustments": "0.00",
    "moved": "1606.54",
    **EXAMPLE_TIMES,
}


class PayoutAnswer(Answer):
    """What a payment provider has sent to the bank, and the sums of what it is made of.

    `moved` is all of these together: `amount`, where `is_itemized`. `fees` are negative.
    `adjustments` is all else, such as an earlier payout that came back. `bank_amount` is what
    the bank statement says, as somebody noted it.
    """

    model_config = with_example(PAYOUT_EXAMPLE)

    id: int
    provider: str
    provider_reference: str
    status: PayoutStatus
    amount: Money
    currency: str
    made_at: Moment
    arrives_on: date
    is_automatic: bool
    is_itemized: bool
    failure: str | None
    bank_amount: Money | None
    payments: Money
    refunds: Money
    disputes: Money
    fees: Money
    adjustments: Money
    moved: Money
    created_at: Moment
    updated_at: Moment


class BankAmountBody(Body):
    """What the bank statement says of the payout; null takes the note back."""

    model_config = with_example({"bank_amount": "1606.54"})

    not_here: ClassVar[Sentences] = all_of(PayoutAnswer, BY_SERVICE)

    bank_amount: BankAmount | None


class ProviderMovementAnswer(Answer):
    """A movement of the account at a payment provider, which never changes.

    Money in is positive; `net` is what is left of it after the `fee`. The buyer's side is
    `paid_amount`, in another currency where the provider exchanged it. `word` is the provider's
    for what it is. It can be paid out from `available_on`, and is a part of the payout `payout_id`.
    """

    model_config = with_example(
        {
            "id": 1,
            "provider": "stripe",
            "reference": "txn_1MiN3gLkdIwHu7ixxapQrznl",
            "kind": "payment",
            "word": "charge",
            "amount": "1655.83",
            "fee": "49.29",
            "net": "1606.54",
            "currency": "THB",
            "source_reference": "pi_3MtwBwLkdIwHu7ix28a3tqPa",
            "paid_amount": "1655.83",
            "paid_currency": "THB",
            "exchange_rate": None,
            "moved_at": "2030-05-01T12:00:00Z",
            "available_on": "2030-05-03T00:00:00Z",
            "transaction_id": 1,
            "order_id": 1,
            "order_reference": "ORD-7K2M9QXA",
            "payout_id": 1,
        }
    )

    id: int
    provider: str
    reference: str
    kind: MovementKind
    word: str
    amount: Money
    fee: Money
    net: Money
    currency: str
    source_reference: str | None
    paid_amount: StoredMoney
    paid_currency: str
    exchange_rate: StoredMoney | None
    moved_at: Moment
    available_on: Moment
    transaction_id: int | None
    order_id: int | None
    order_reference: str | None
    payout_id: int | None


class ProviderBalanceAnswer(Answer):
    """What a payment provider held in a currency when it was last asked.

    `opening` was there before the first movement that is known, `moved` is the sum of those that
    are, less the fees, and `difference` is what these leave unexplained. `fees` are all that the
    provider has taken.
    """

    model_config = with_example(
        {
            "provider": "stripe",
            "currency": "THB",
            "balance": "1606.54",
            "opening": "0.00",
            "moved": "1606.54",
            "difference": "0.00",
            "fees": "49.29",
            "since": "2030-05-01T02:30:00Z",
            "read_at": "2030-05-02T02:30:00Z",
        }
    )

    provider: str
    currency: str
    balance: Money
    opening: Money
    moved: Money
    difference: Money
    fees: Money
    since: Moment
    read_at: Moment
