from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.cart_price_answer import CartPriceAnswer


T = TypeVar("T", bound="CartItemAnswer")


@_attrs_define
class CartItemAnswer:
    """Tickets of one type in a cart at the prices of now, without discount, fee and tax.

    `unit_price` is that of the first ticket: where a price tier ends among them, `prices` has all.

        Attributes:
            id (int):
            user_id (int):
            event_id (int):
            event_title (str):
            date_time (datetime.datetime):
            ticket_type_id (int):
            ticket_type_name (str):
            unit_price (str):
            is_price_open (bool): Whether the buyer may give more: `unit_price`.
            prices (list[CartPriceAnswer]):
            quantity (int):
            seat_ids (list[int]):
            subtotal (str):
            currency (str):
            available (int):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
    """

    id: int
    user_id: int
    event_id: int
    event_title: str
    date_time: datetime.datetime
    ticket_type_id: int
    ticket_type_name: str
    unit_price: str
    is_price_open: bool
    prices: list[CartPriceAnswer]
    quantity: int
    seat_ids: list[int]
    subtotal: str
    currency: str
    available: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        user_id = self.user_id

        event_id = self.event_id

        event_title = self.event_title

        date_time = self.date_time.isoformat()

        ticket_type_id = self.ticket_type_id

        ticket_type_name = self.ticket_type_name

        unit_price = self.unit_price

        is_price_open = self.is_price_open

        prices = []
        for prices_item_data in self.prices:
            prices_item = prices_item_data.to_dict()
            prices.append(prices_item)

        quantity = self.quantity

        seat_ids = self.seat_ids

        subtotal = self.subtotal

        currency = self.currency

        available = self.available

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "user_id": user_id,
                "event_id": event_id,
                "event_title": event_title,
                "date_time": date_time,
                "ticket_type_id": ticket_type_id,
                "ticket_type_name": ticket_type_name,
                "unit_price": unit_price,
                "is_price_open": is_price_open,
                "prices": prices,
                "quantity": quantity,
                "seat_ids": seat_ids,
                "subtotal": subtotal,
                "currency": currency,
                "available": available,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cart_price_answer import CartPriceAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        user_id = d.pop("user_id")

        event_id = d.pop("event_id")

        event_title = d.pop("event_title")

        date_time = datetime.datetime.fromisoformat(d.pop("date_time"))

        ticket_type_id = d.pop("ticket_type_id")

        ticket_type_name = d.pop("ticket_type_name")

        unit_price = d.pop("unit_price")

        is_price_open = d.pop("is_price_open")

        prices = []
        _prices = d.pop("prices")
        for prices_item_data in _prices:
            prices_item = CartPriceAnswer.from_dict(prices_item_data)

            prices.append(prices_item)

        quantity = d.pop("quantity")

        seat_ids = cast(list[int], d.pop("seat_ids"))

        subtotal = d.pop("subtotal")

        currency = d.pop("currency")

        available = d.pop("available")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        cart_item_answer = cls(
            id=id,
            user_id=user_id,
            event_id=event_id,
            event_title=event_title,
            date_time=date_time,
            ticket_type_id=ticket_type_id,
            ticket_type_name=ticket_type_name,
            unit_price=unit_price,
            is_price_open=is_price_open,
            prices=prices,
            quantity=quantity,
            seat_ids=seat_ids,
            subtotal=subtotal,
            currency=currency,
            available=available,
            created_at=created_at,
            updated_at=updated_at,
        )

        cart_item_answer.additional_properties = d
        return cart_item_answer

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
