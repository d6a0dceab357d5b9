"""Request and response bodies of carts."""

from typing import ClassVar

from pydantic import Field
from pydantic.config import JsonDict

from src.application.dtos.cart import CartLine, CartTotal
from src.application.use_cases.cart.add_to_cart import AddToCartCommand
from src.application.use_cases.cart.change_cart_item import ChangeCartItemCommand
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.discount import Code
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Id,
    Moment,
    Money,
    Quantity,
    SeatIds,
    SeatsOrNumber,
    StoredMoney,
    UnitPrice,
    omittable,
    with_example,
)

ITEM_EXAMPLE: JsonDict = {
    "id": 1,
    "user_id": 2,
    "event_id": 1,
    "event_title": "Rock Concert 2025",
    "date_time": "2026-12-25T19:00:00Z",
    "ticket_type_id": 2,
    "ticket_type_name": "VIP",
    "unit_price": "4500.00",
    "is_price_open": False,
    "prices": [{"unit_price": "4500.00", "quantity": 2}],
    "quantity": 2,
    "seat_ids": [],
    "subtotal": "9000.00",
    "currency": "THB",
    "available": 97,
    **EXAMPLE_TIMES,
}


class CartPriceAnswer(Answer):
    """How many tickets of an item would be sold at a price."""

    unit_price: StoredMoney
    quantity: int


class CartItemAnswer(Answer):
    """Tickets of one type in a cart at the prices of now, without discount, fee and tax.

    `unit_price` is that of the first ticket: where a price tier ends among them, `prices` has all.
    """

    model_config = with_example(ITEM_EXAMPLE)

    id: int
    user_id: int
    event_id: int
    event_title: str
    date_time: Moment
    ticket_type_id: int
    ticket_type_name: str
    unit_price: Money
    is_price_open: bool = Field(description="Whether the buyer may give more: `unit_price`.")
    prices: list[CartPriceAnswer]
    quantity: int
    seat_ids: list[int]
    subtotal: Money
    currency: str
    available: int
    created_at: Moment
    updated_at: Moment

    @classmethod
    def of_line(cls, line: CartLine) -> "CartItemAnswer":
        item, event, ticket_type = line.item, line.event, line.ticket_type
        assert item.created_at is not None and item.updated_at is not None
        return cls(
            id=item.id,
            user_id=item.user_id,
            event_id=event.id,
            event_title=event.title,
            date_time=event.date_time,
            ticket_type_id=ticket_type.id,
            ticket_type_name=ticket_type.name,
            unit_price=line.prices[0][0],
            is_price_open=ticket_type.is_price_open,
            prices=[
                CartPriceAnswer(unit_price=price, quantity=quantity)
                for price, quantity in line.prices
            ],
            quantity=item.quantity,
            seat_ids=item.seat_ids,
            subtotal=line.subtotal,
            currency=event.currency,
            available=ticket_type.available,
            created_at=item.created_at,
            updated_at=item.updated_at,
        )


class CartTotalAnswer(Answer):
    """A cart's total now: `subtotal` less discount, plus fee, plus tax not included in prices."""

    model_config = with_example(
        {
            "user_id": 2,
            "items": 1,
            "quantity": 2,
            "subtotal": "9000.00",
            "discount_code": "SUMMER20",
            "discount_amount": "1800.00",
            "discount_problem": None,
            "fee_amount": "0.00",
            "tax_amount": "504.00",
            "tax_included": "0.00",
            "total_amount": "7704.00",
            "currency": "THB",
        }
    )

    user_id: int
    items: int
    quantity: int
    subtotal: Money
    discount_code: str | None
    discount_amount: Money
    discount_problem: str | None = Field(
        description="Why the code gives no discount, if it does not."
    )
    fee_amount: Money
    tax_amount: Money = Field(description="All tax, including the part contained in prices.")
    tax_included: Money = Field(description="The tax already contained in prices and fees.")
    total_amount: Money
    currency: str | None

    @classmethod
    def of_total(cls, total: CartTotal) -> "CartTotalAnswer":
        amounts = total.amounts
        return cls(
            user_id=total.user_id,
            items=total.items,
            quantity=total.quantity,
            subtotal=amounts.subtotal,
            discount_code=total.discount_code,
            discount_amount=amounts.discount_amount,
            discount_problem=total.discount_problem,
            fee_amount=amounts.fee_amount,
            tax_amount=amounts.tax_amount,
            tax_included=amounts.tax_included,
            total_amount=amounts.total_amount,
            currency=total.currency,
        )


class AddToCartBody(SeatsOrNumber):
    """Tickets to add to a cart."""

    model_config = with_example({"ticket_type_id": 2, "quantity": 2})

    not_here: ClassVar[Sentences] = all_of(CartItemAnswer, BY_SERVICE)

    ticket_type_id: Id
    unit_price: UnitPrice = None
    user_id: Id | None = Field(None, description="The cart's owner, if not the caller (admins).")
    code: Code | None = Field(
        None, description="A discount code that opens the ticket type; it is put on the cart."
    )

    def command(self) -> AddToCartCommand:
        return AddToCartCommand(
            ticket_type_id=self.ticket_type_id,
            quantity=self.number,
            seat_ids=self.seat_ids,
            unit_price=self.unit_price,
            user_id=self.user_id,
            code=self.code,
        )


class ChangeCartItemBody(Body):
    """The fields to change. With empty `seat_ids` the seats are chosen for you."""

    model_config = with_example({"quantity": 3})

    not_here: ClassVar[Sentences] = {
        **all_of(CartItemAnswer, BY_SERVICE),
        **all_of(AddToCartBody, "Remove the item, and add another."),
    }

    quantity: Quantity = omittable()
    seat_ids: SeatIds = omittable()
    unit_price: UnitPrice = None

    def command(self, cart_item_id: int) -> ChangeCartItemCommand:
        return ChangeCartItemCommand(cart_item_id, self.quantity, self.seat_ids, self.unit_price)


class ApplyDiscountBody(Body):
    """The code, in upper or lower case."""

    model_config = with_example({"code": "SUMMER20"})

    not_here: ClassVar[Sentences] = all_of(CartTotalAnswer, BY_SERVICE)

    code: Code
