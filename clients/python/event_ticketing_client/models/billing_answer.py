from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BillingAnswer")


@_attrs_define
class BillingAnswer:
    """Whom the invoice of an order is for.

    Attributes:
        name (str):
        street (None | str):
        postal_code (None | str):
        city (None | str):
        country (None | str):
        vat_id (None | str):
        email (None | str):
        reference (None | str):
        wants_e_invoice (bool):
    """

    name: str
    street: None | str
    postal_code: None | str
    city: None | str
    country: None | str
    vat_id: None | str
    email: None | str
    reference: None | str
    wants_e_invoice: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        street: None | str
        street = self.street

        postal_code: None | str
        postal_code = self.postal_code

        city: None | str
        city = self.city

        country: None | str
        country = self.country

        vat_id: None | str
        vat_id = self.vat_id

        email: None | str
        email = self.email

        reference: None | str
        reference = self.reference

        wants_e_invoice = self.wants_e_invoice

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "street": street,
                "postal_code": postal_code,
                "city": city,
                "country": country,
                "vat_id": vat_id,
                "email": email,
                "reference": reference,
                "wants_e_invoice": wants_e_invoice,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_street(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        street = _parse_street(d.pop("street"))

        def _parse_postal_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        postal_code = _parse_postal_code(d.pop("postal_code"))

        def _parse_city(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        city = _parse_city(d.pop("city"))

        def _parse_country(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        country = _parse_country(d.pop("country"))

        def _parse_vat_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        vat_id = _parse_vat_id(d.pop("vat_id"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        wants_e_invoice = d.pop("wants_e_invoice")

        billing_answer = cls(
            name=name,
            street=street,
            postal_code=postal_code,
            city=city,
            country=country,
            vat_id=vat_id,
            email=email,
            reference=reference,
            wants_e_invoice=wants_e_invoice,
        )

        billing_answer.additional_properties = d
        return billing_answer

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
