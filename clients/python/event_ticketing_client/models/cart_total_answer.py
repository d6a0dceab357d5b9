from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CartTotalAnswer")


@_attrs_define
class CartTotalAnswer:
    """A cart's total now: `subtotal` less discount, plus fee, plus tax not included in prices.

    Attributes:
        user_id (int):
        items (int):
        quantity (int):
        subtotal (str):
        discount_code (None | str):
        discount_amount (str):
        discount_problem (None | str): Why the code gives no discount, if it does not.
        fee_amount (str):
        tax_amount (str): All tax, including the part contained in prices.
        tax_included (str): The tax already contained in prices and fees.
        total_amount (str):
        currency (None | str):
    """

    user_id: int
    items: int
    quantity: int
    subtotal: str
    discount_code: None | str
    discount_amount: str
    discount_problem: None | str
    fee_amount: str
    tax_amount: str
    tax_included: str
    total_amount: str
    currency: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        items = self.items

        quantity = self.quantity

        subtotal = self.subtotal

        discount_code: None | str
        discount_code = self.discount_code

        discount_amount = self.discount_amount

        discount_problem: None | str
        discount_problem = self.discount_problem

        fee_amount = self.fee_amount

        tax_amount = self.tax_amount

        tax_included = self.tax_included

        total_amount = self.total_amount

        currency: None | str
        currency = self.currency

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_id": user_id,
                "items": items,
                "quantity": quantity,
                "subtotal": subtotal,
                "discount_code": discount_code,
                "discount_amount": discount_amount,
                "discount_problem": discount_problem,
                "fee_amount": fee_amount,
                "tax_amount": tax_amount,
                "tax_included": tax_included,
                "total_amount": total_amount,
                "currency": currency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user_id = d.pop("user_id")

        items = d.pop("items")

        quantity = d.pop("quantity")

        subtotal = d.pop("subtotal")

        def _parse_discount_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        discount_code = _parse_discount_code(d.pop("discount_code"))

        discount_amount = d.pop("discount_amount")

        def _parse_discount_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        discount_problem = _parse_discount_problem(d.pop("discount_problem"))

        fee_amount = d.pop("fee_amount")

        tax_amount = d.pop("tax_amount")

        tax_included = d.pop("tax_included")

        total_amount = d.pop("total_amount")

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        cart_total_answer = cls(
            user_id=user_id,
            items=items,
            quantity=quantity,
            subtotal=subtotal,
            discount_code=discount_code,
            discount_amount=discount_amount,
            discount_problem=discount_problem,
            fee_amount=fee_amount,
            tax_amount=tax_amount,
            tax_included=tax_included,
            total_amount=total_amount,
            currency=currency,
        )

        cart_total_answer.additional_properties = d
        return cart_total_answer

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
