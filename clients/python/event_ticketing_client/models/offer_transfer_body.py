from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OfferTransferBody")


@_attrs_define
class OfferTransferBody:
    """To whom a ticket is offered.

    Attributes:
        email (str): An e-mail address, of no domain that is reserved for tests or local networks: `.arpa`, `.invalid`,
            `.local`, `.localhost`, `.onion`, `.test`.
    """

    email: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        offer_transfer_body = cls(
            email=email,
        )

        return offer_transfer_body
