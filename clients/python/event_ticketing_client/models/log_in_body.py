from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LogInBody")


@_attrs_define
class LogInBody:
    """E-mail and password.

    Attributes:
        email (str): An e-mail address, of no domain that is reserved for tests or local networks: `.arpa`, `.invalid`,
            `.local`, `.localhost`, `.onion`, `.test`.
        password (str):
    """

    email: str
    password: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "password": password,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password")

        log_in_body = cls(
            email=email,
            password=password,
        )

        return log_in_body
