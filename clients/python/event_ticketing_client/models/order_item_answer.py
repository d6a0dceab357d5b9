from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tax_relief import TaxRelief

T = TypeVar("T", bound="OrderItemAnswer")


@_attrs_define
class OrderItemAnswer:
    """Tickets of one type, with the amounts at the time of the order.

    Attributes:
        id (int):
        event_id (int):
        ticket_type_id (int):
        booking_id (int):
        quantity (int):
        unit_price (str):
        subtotal (str):
        discount_amount (str):
        fee_amount (str):
        tax_rate (str):
        tax_amount (str):
        tax_included (str):
        fee_tax_rate (None | str): Null for earlier orders: `tax_rate`.
        fee_tax_amount (None | str): The part of `tax_amount` on the fee. Null for earlier orders: its share.
        tax_relief (None | TaxRelief): Why it was sold without tax; null if by its rate.
        total_amount (str):
        cancelled_quantity (int): How many of its tickets were cancelled, refunded or released since. Default: 0.
    """

    id: int
    event_id: int
    ticket_type_id: int
    booking_id: int
    quantity: int
    unit_price: str
    subtotal: str
    discount_amount: str
    fee_amount: str
    tax_rate: str
    tax_amount: str
    tax_included: str
    fee_tax_rate: None | str
    fee_tax_amount: None | str
    tax_relief: None | TaxRelief
    total_amount: str
    cancelled_quantity: int = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        event_id = self.event_id

        ticket_type_id = self.ticket_type_id

        booking_id = self.booking_id

        quantity = self.quantity

        unit_price = self.unit_price

        subtotal = self.subtotal

        discount_amount = self.discount_amount

        fee_amount = self.fee_amount

        tax_rate = self.tax_rate

        tax_amount = self.tax_amount

        tax_included = self.tax_included

        fee_tax_rate: None | str
        fee_tax_rate = self.fee_tax_rate

        fee_tax_amount: None | str
        fee_tax_amount = self.fee_tax_amount

        tax_relief: None | str
        if isinstance(self.tax_relief, TaxRelief):
            tax_relief = self.tax_relief.value
        else:
            tax_relief = self.tax_relief

        total_amount = self.total_amount

        cancelled_quantity = self.cancelled_quantity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "event_id": event_id,
                "ticket_type_id": ticket_type_id,
                "booking_id": booking_id,
                "quantity": quantity,
                "unit_price": unit_price,
                "subtotal": subtotal,
                "discount_amount": discount_amount,
                "fee_amount": fee_amount,
                "tax_rate": tax_rate,
                "tax_amount": tax_amount,
                "tax_included": tax_included,
                "fee_tax_rate": fee_tax_rate,
                "fee_tax_amount": fee_tax_amount,
                "tax_relief": tax_relief,
                "total_amount": total_amount,
                "cancelled_quantity": cancelled_quantity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        event_id = d.pop("event_id")

        ticket_type_id = d.pop("ticket_type_id")

        booking_id = d.pop("booking_id")

        quantity = d.pop("quantity")

        unit_price = d.pop("unit_price")

        subtotal = d.pop("subtotal")

        discount_amount = d.pop("discount_amount")

        fee_amount = d.pop("fee_amount")

        tax_rate = d.pop("tax_rate")

        tax_amount = d.pop("tax_amount")

        tax_included = d.pop("tax_included")

        def _parse_fee_tax_rate(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fee_tax_rate = _parse_fee_tax_rate(d.pop("fee_tax_rate"))

        def _parse_fee_tax_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fee_tax_amount = _parse_fee_tax_amount(d.pop("fee_tax_amount"))

        def _parse_tax_relief(data: object) -> None | TaxRelief:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tax_relief_type_0 = TaxRelief(data)

                return tax_relief_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TaxRelief, data)

        tax_relief = _parse_tax_relief(d.pop("tax_relief"))

        total_amount = d.pop("total_amount")

        cancelled_quantity = d.pop("cancelled_quantity")

        order_item_answer = cls(
            id=id,
            event_id=event_id,
            ticket_type_id=ticket_type_id,
            booking_id=booking_id,
            quantity=quantity,
            unit_price=unit_price,
            subtotal=subtotal,
            discount_amount=discount_amount,
            fee_amount=fee_amount,
            tax_rate=tax_rate,
            tax_amount=tax_amount,
            tax_included=tax_included,
            fee_tax_rate=fee_tax_rate,
            fee_tax_amount=fee_tax_amount,
            tax_relief=tax_relief,
            total_amount=total_amount,
            cancelled_quantity=cancelled_quantity,
        )

        order_item_answer.additional_properties = d
        return order_item_answer

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
