from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.line_kind import LineKind
from ..models.tax_category import TaxCategory

T = TypeVar("T", bound="InvoiceLineAnswer")


@_attrs_define
class InvoiceLineAnswer:
    """A line: tickets or add-ons of one type, or the service fee on them.

    A credit note has no `quantity`, `unit_price` and `discount_amount`: a part of a payment need
    not be a number of tickets.

        Attributes:
            kind (LineKind): What a line is for: tickets or add-ons, or the service fee on them.
            event_title (str):
            ticket_type (str):
            held_at (datetime.datetime):
            event_country (None | str): Where the event was to be when it was sold.
            quantity (int | None):
            unit_price (None | str):
            discount_amount (None | str):
            tax_category (TaxCategory): Why the tax is what it is.
            tax_rate (str):
            net_amount (str):
            tax_amount (str):
            gross_amount (str):
    """

    kind: LineKind
    event_title: str
    ticket_type: str
    held_at: datetime.datetime
    event_country: None | str
    quantity: int | None
    unit_price: None | str
    discount_amount: None | str
    tax_category: TaxCategory
    tax_rate: str
    net_amount: str
    tax_amount: str
    gross_amount: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        event_title = self.event_title

        ticket_type = self.ticket_type

        held_at = self.held_at.isoformat()

        event_country: None | str
        event_country = self.event_country

        quantity: int | None
        quantity = self.quantity

        unit_price: None | str
        unit_price = self.unit_price

        discount_amount: None | str
        discount_amount = self.discount_amount

        tax_category = self.tax_category.value

        tax_rate = self.tax_rate

        net_amount = self.net_amount

        tax_amount = self.tax_amount

        gross_amount = self.gross_amount

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "event_title": event_title,
                "ticket_type": ticket_type,
                "held_at": held_at,
                "event_country": event_country,
                "quantity": quantity,
                "unit_price": unit_price,
                "discount_amount": discount_amount,
                "tax_category": tax_category,
                "tax_rate": tax_rate,
                "net_amount": net_amount,
                "tax_amount": tax_amount,
                "gross_amount": gross_amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = LineKind(d.pop("kind"))

        event_title = d.pop("event_title")

        ticket_type = d.pop("ticket_type")

        held_at = datetime.datetime.fromisoformat(d.pop("held_at"))

        def _parse_event_country(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        event_country = _parse_event_country(d.pop("event_country"))

        def _parse_quantity(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        quantity = _parse_quantity(d.pop("quantity"))

        def _parse_unit_price(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit_price = _parse_unit_price(d.pop("unit_price"))

        def _parse_discount_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        discount_amount = _parse_discount_amount(d.pop("discount_amount"))

        tax_category = TaxCategory(d.pop("tax_category"))

        tax_rate = d.pop("tax_rate")

        net_amount = d.pop("net_amount")

        tax_amount = d.pop("tax_amount")

        gross_amount = d.pop("gross_amount")

        invoice_line_answer = cls(
            kind=kind,
            event_title=event_title,
            ticket_type=ticket_type,
            held_at=held_at,
            event_country=event_country,
            quantity=quantity,
            unit_price=unit_price,
            discount_amount=discount_amount,
            tax_category=tax_category,
            tax_rate=tax_rate,
            net_amount=net_amount,
            tax_amount=tax_amount,
            gross_amount=gross_amount,
        )

        invoice_line_answer.additional_properties = d
        return invoice_line_answer

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
