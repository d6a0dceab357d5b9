from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResendVerificationBody")


@_attrs_define
class ResendVerificationBody:
    """The e-mail address to confirm.

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

        resend_verification_body = cls(
            email=email,
        )

        return resend_verification_body
