from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="GiveTicketsBody")


@_attrs_define
class GiveTicketsBody:
    """Tickets of one type for a user, or for a guest with a name and an e-mail address.

    Attributes:
        ticket_type_id (int):
        reason (str): For those who manage the event: the receiver sees it not.
        seat_ids (list[int] | Unset): Default: an empty list.
        quantity (int | None | Unset): Required unless `seat_ids` are given.
        user_id (int | None | Unset): Who gets them, if they have an account.
        name (None | str | Unset): Who gets them, without an account.
        email (None | str | Unset): Where their tickets are sent: with `name`, and without `user_id`.
    """

    ticket_type_id: int
    reason: str
    seat_ids: list[int] | Unset = UNSET
    quantity: int | None | Unset = UNSET
    user_id: int | None | Unset = UNSET
    name: None | str | Unset = UNSET
    email: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ticket_type_id = self.ticket_type_id

        reason = self.reason

        seat_ids: list[int] | Unset = UNSET
        if not isinstance(self.seat_ids, Unset):
            seat_ids = self.seat_ids

        quantity: int | None | Unset
        if isinstance(self.quantity, Unset):
            quantity = UNSET
        else:
            quantity = self.quantity

        user_id: int | None | Unset
        if isinstance(self.user_id, Unset):
            user_id = UNSET
        else:
            user_id = self.user_id

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ticket_type_id": ticket_type_id,
                "reason": reason,
            }
        )
        if seat_ids is not UNSET:
            field_dict["seat_ids"] = seat_ids
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if user_id is not UNSET:
            field_dict["user_id"] = user_id
        if name is not UNSET:
            field_dict["name"] = name
        if email is not UNSET:
            field_dict["email"] = email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket_type_id = d.pop("ticket_type_id")

        reason = d.pop("reason")

        seat_ids = cast(list[int], d.pop("seat_ids", UNSET))

        def _parse_quantity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        quantity = _parse_quantity(d.pop("quantity", UNSET))

        def _parse_user_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        user_id = _parse_user_id(d.pop("user_id", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        give_tickets_body = cls(
            ticket_type_id=ticket_type_id,
            reason=reason,
            seat_ids=seat_ids,
            quantity=quantity,
            user_id=user_id,
            name=name,
            email=email,
        )

        return give_tickets_body
