"""Request and response bodies of orders."""

from typing import Any, ClassVar, Self

from pydantic import AliasChoices, EmailStr, Field, model_validator
from pydantic.config import JsonDict

from src.application.selling.purchase import OrderItemRequest
from src.domain.entities.event import Payment
from src.domain.entities.order import LatePayment, LateRefusal, OrderStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.services.checkout import Contact
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import with_decimals
from src.domain.shared.tax import TaxRelief
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.booking import BOOKING_EXAMPLE, BookingAnswer
from src.presentation.schemas.discount import TypedCode
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Id,
    LongText,
    Moment,
    Money,
    Name,
    Phone,
    Rate,
    SeatsOrNumber,
    StoredMoney,
    UnitPrice,
    with_example,
)

ITEM_EXAMPLE: JsonDict = {
    "id": 1,
    "event_id": 1,
    "ticket_type_id": 2,
    "booking_id": 1,
    "quantity": 1,
    "unit_price": "1500.00",
    "subtotal": "1500.00",
    "discount_amount": "0.00",
    "fee_amount": "47.50",
    "tax_rate": "7.00",
    "tax_amount": "108.33",
    "tax_included": "0.00",
    "fee_tax_rate": "7.00",
    "tax_relief": None,
    "fee_tax_amount": "3.33",
    "total_amount": "1655.83",
    "cancelled_quantity": 0,
}

ORDER_EXAMPLE: JsonDict = {
    "id": 1,
    "reference": "ORD-7K2M9QXA",
    "user_id": 2,
    "status": "pending",
    "payment": "online",
    "currency": "THB",
    "subtotal": "1500.00",
    "discount_amount": "0.00",
    "discount_code": None,
    "fee_amount": "47.50",
    "tax_amount": "108.33",
    "tax_included": "0.00",
    "total_amount": "1655.83",
    "contact_name": "Malee Srisai",
    "contact_email": "malee@example.com",
    "contact_phone": None,
    "notes": None,
    "late_payment": None,
    "late_refusal": None,
    "expires_at": "2026-11-20T12:10:00Z",
    "items": [ITEM_EXAMPLE],
    "bookings": [
        {
            **BOOKING_EXAMPLE,
            "status": "pending",
            "order_id": 1,
            "expires_at": "2026-11-20T12:10:00Z",
        }
    ],
    **EXAMPLE_TIMES,
}


ORDER_STREAM_EXAMPLE = """retry: 4711
event: order
data: {"id":1,"status":"pending","version":1,"expires_at":"2026-11-20T12:10:00Z","transactions":[]}

: ping - 2026-11-20 12:00:15+00:00

id: final
event: order
data: {"id":1,"status":"expired","version":2,"expires_at":null,"transactions":[]}

"""


class OrderItemAnswer(Answer):
    """Tickets of one type, with the amounts at the time of the order."""

    model_config = with_example(ITEM_EXAMPLE)

    id: int
    event_id: int
    ticket_type_id: int
    booking_id: int
    quantity: int
    unit_price: StoredMoney
    subtotal: StoredMoney
    discount_amount: StoredMoney
    fee_amount: StoredMoney
    tax_rate: Rate
    tax_amount: StoredMoney
    tax_included: StoredMoney
    fee_tax_rate: Rate | None = Field(description="Null for earlier orders: `tax_rate`.")
    fee_tax_amount: StoredMoney | None = Field(
        description="The part of `tax_amount` on the fee. Null for earlier orders: its share."
    )
    tax_relief: TaxRelief | None = Field(
        description="Why it was sold without tax; null if by its rate."
    )
    total_amount: StoredMoney
    cancelled_quantity: int = Field(
        0, description="How many of its tickets were cancelled, refunded or released since."
    )


ITEM_AMOUNTS = (
    *("unit_price", "subtotal", "discount_amount", "fee_amount"),
    *("tax_amount", "tax_included", "fee_tax_amount", "total_amount"),
)


class OrderAnswer(Answer):
    """An order: `subtotal - discount_amount + fee_amount + tax_amount - tax_included` is paid.

    `late_payment` states how a payment after the deadline was handled.
    """

    model_config = with_example(ORDER_EXAMPLE)

    id: int
    reference: str
    user_id: int
    status: OrderStatus
    payment: Payment
    currency: str
    subtotal: Money
    discount_amount: Money
    discount_code: str | None
    fee_amount: Money
    tax_amount: Money
    tax_included: Money
    total_amount: Money
    contact_name: str | None
    contact_email: str | None
    contact_phone: str | None
    notes: str | None
    late_payment: LatePayment | None
    late_refusal: LateRefusal | None = Field(
        description="Why a payment after the deadline was refunded."
    )
    expires_at: Moment | None
    items: list[OrderItemAnswer] = Field(validation_alias=AliasChoices("items_now", "items"))
    bookings: list[BookingAnswer]
    created_at: Moment
    updated_at: Moment

    @model_validator(mode="after")
    def _give_items_the_decimals_of_the_currency(self) -> Self:
        unit = smallest_unit(self.currency)
        for item in self.items:
            # What was agreed in one order has the same decimals throughout.
            if not item.total_amount.same_quantum(unit):
                for name in ITEM_AMOUNTS:
                    if (amount := getattr(item, name)) is not None:
                        setattr(item, name, with_decimals(amount, self.currency))
        return self


class TransactionStateAnswer(Answer):
    """A payment or refund; of a pending one, `failure` is why the last try failed."""

    id: int
    kind: TransactionKind
    status: TransactionStatus
    failure: str | None


class OrderStateAnswer(Answer):
    """What an order's stream sends."""

    id: int
    status: OrderStatus
    version: int
    expires_at: Moment | None
    transactions: list[TransactionStateAnswer]


STATUS_HINT = "`PATCH /orders/{id}/status` or `POST /orders/{id}/cancel` changes it."
CONTACT_HINT = "`PUT /orders/{id}` changes it."


class OrderItemBody(SeatsOrNumber):
    """Tickets of one type: how many, or which seats."""

    model_config = with_example({"ticket_type_id": 2, "quantity": 2})

    not_here: ClassVar[Sentences] = all_of(OrderItemAnswer, BY_SERVICE)

    ticket_type_id: Id
    unit_price: UnitPrice = None

    def wanted(self) -> OrderItemRequest:
        """The use case's form of the item."""
        return OrderItemRequest(self.ticket_type_id, self.number, self.seat_ids, self.unit_price)


class ContactBody(Body):
    """Contact details for an order, and the buyer's notes."""

    model_config = with_example(
        {"contact_name": "Malee Srisai", "contact_email": "malee@example.com"}
    )

    not_here: ClassVar[Sentences] = {
        **all_of(OrderAnswer, BY_SERVICE),
        "items": "They come from the cart, or are added by `POST /orders/{id}/items`.",
        "discount_code": "The code of the cart applies; an order keeps what it was given.",
        "status": STATUS_HINT,
    }

    contact_name: Name | None = None
    contact_email: EmailStr | None = None
    contact_phone: Phone | None = None
    notes: LongText | None = None

    def contact(self) -> Contact:
        """The use case's form of the contact."""
        return Contact(
            contact_name=self.contact_name,
            contact_email=self.contact_email,
            contact_phone=self.contact_phone,
            notes=self.notes,
        )

    def changes(self) -> dict[str, Any]:
        """The fields that the body has."""
        return self.model_dump(exclude_unset=True)


class OrderItemsBody(Body):
    """Tickets to add to an order."""

    model_config = with_example({"items": [{"ticket_type_id": 2, "quantity": 1}]})

    not_here: ClassVar[Sentences] = {
        **all_of(OrderAnswer, BY_SERVICE),
        **all_of(ContactBody, CONTACT_HINT),
        "status": STATUS_HINT,
    }

    items: list[OrderItemBody] = Field(min_length=1, max_length=50, fail_fast=True)


class PlaceOrderBody(ContactBody):
    """Tickets of one or more events."""

    model_config = with_example(
        {"items": [{"ticket_type_id": 2, "quantity": 2}], "contact_email": "malee@example.com"}
    )

    not_here: ClassVar[Sentences] = all_of(OrderAnswer, BY_SERVICE)

    items: list[OrderItemBody] = Field(min_length=1, max_length=50, fail_fast=True)
    user_id: Id | None = Field(None, description="The buyer, if not the caller (box office).")
    discount_code: TypedCode | None = None


class OrderStatusBody(Body):
    """The new status: `confirmed` or `cancelled`."""

    model_config = with_example({"status": "cancelled"})

    not_here: ClassVar[Sentences] = {
        **all_of(OrderAnswer, BY_SERVICE),
        **all_of(ContactBody, CONTACT_HINT),
    }

    status: OrderStatus
