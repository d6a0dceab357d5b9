from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BillingBody")


@_attrs_define
class BillingBody:
    """Whom the invoice is for: all of it, in place of what was said before.

    Attributes:
        name (str):
        street (None | str | Unset):
        postal_code (None | str | Unset):
        city (None | str | Unset):
        country (None | str | Unset):
        vat_id (None | str | Unset):
        email (None | str | Unset): Where e-invoices say that the buyer is reached.
        reference (None | str | Unset): What the buyer finds the invoice by: a number of an order, or the Leitweg-ID of
            a German authority.
        wants_e_invoice (bool | Unset): Whether it is to be an e-invoice by EN 16931 too, which needs the country.
            Default: `False`.
    """

    name: str
    street: None | str | Unset = UNSET
    postal_code: None | str | Unset = UNSET
    city: None | str | Unset = UNSET
    country: None | str | Unset = UNSET
    vat_id: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    reference: None | str | Unset = UNSET
    wants_e_invoice: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        street: None | str | Unset
        if isinstance(self.street, Unset):
            street = UNSET
        else:
            street = self.street

        postal_code: None | str | Unset
        if isinstance(self.postal_code, Unset):
            postal_code = UNSET
        else:
            postal_code = self.postal_code

        city: None | str | Unset
        if isinstance(self.city, Unset):
            city = UNSET
        else:
            city = self.city

        country: None | str | Unset
        if isinstance(self.country, Unset):
            country = UNSET
        else:
            country = self.country

        vat_id: None | str | Unset
        if isinstance(self.vat_id, Unset):
            vat_id = UNSET
        else:
            vat_id = self.vat_id

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        reference: None | str | Unset
        if isinstance(self.reference, Unset):
            reference = UNSET
        else:
            reference = self.reference

        wants_e_invoice = self.wants_e_invoice

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if street is not UNSET:
            field_dict["street"] = street
        if postal_code is not UNSET:
            field_dict["postal_code"] = postal_code
        if city is not UNSET:
            field_dict["city"] = city
        if country is not UNSET:
            field_dict["country"] = country
        if vat_id is not UNSET:
            field_dict["vat_id"] = vat_id
        if email is not UNSET:
            field_dict["email"] = email
        if reference is not UNSET:
            field_dict["reference"] = reference
        if wants_e_invoice is not UNSET:
            field_dict["wants_e_invoice"] = wants_e_invoice

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_street(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        street = _parse_street(d.pop("street", UNSET))

        def _parse_postal_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        postal_code = _parse_postal_code(d.pop("postal_code", UNSET))

        def _parse_city(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        city = _parse_city(d.pop("city", UNSET))

        def _parse_country(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        country = _parse_country(d.pop("country", UNSET))

        def _parse_vat_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        vat_id = _parse_vat_id(d.pop("vat_id", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_reference(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reference = _parse_reference(d.pop("reference", UNSET))

        wants_e_invoice = d.pop("wants_e_invoice", UNSET)

        billing_body = cls(
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

        return billing_body
