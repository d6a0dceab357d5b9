from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.booking_status import BookingStatus

if TYPE_CHECKING:
    from ..models.booked_ticket import BookedTicket


T = TypeVar("T", bound="BookingAnswer")


@_attrs_define
class BookingAnswer:
    """A booking with its tickets.

    Attributes:
        id (int):
        reference (str):
        user_id (int):
        event_id (int):
        quantity (int):
        total_amount (str):
        currency (str):
        status (BookingStatus): The status of a booking: `pending` is a hold with a deadline; the last three are final.
        booking_date (datetime.datetime):
        expires_at (datetime.datetime | None):
        order_id (int | None):
        is_complimentary (bool): Whether its tickets were given away.
        tickets (list[BookedTicket]):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
    """

    id: int
    reference: str
    user_id: int
    event_id: int
    quantity: int
    total_amount: str
    currency: str
    status: BookingStatus
    booking_date: datetime.datetime
    expires_at: datetime.datetime | None
    order_id: int | None
    is_complimentary: bool
    tickets: list[BookedTicket]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        reference = self.reference

        user_id = self.user_id

        event_id = self.event_id

        quantity = self.quantity

        total_amount = self.total_amount

        currency = self.currency

        status = self.status.value

        booking_date = self.booking_date.isoformat()

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        order_id: int | None
        order_id = self.order_id

        is_complimentary = self.is_complimentary

        tickets = []
        for tickets_item_data in self.tickets:
            tickets_item = tickets_item_data.to_dict()
            tickets.append(tickets_item)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "user_id": user_id,
                "event_id": event_id,
                "quantity": quantity,
                "total_amount": total_amount,
                "currency": currency,
                "status": status,
                "booking_date": booking_date,
                "expires_at": expires_at,
                "order_id": order_id,
                "is_complimentary": is_complimentary,
                "tickets": tickets,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booked_ticket import BookedTicket  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        reference = d.pop("reference")

        user_id = d.pop("user_id")

        event_id = d.pop("event_id")

        quantity = d.pop("quantity")

        total_amount = d.pop("total_amount")

        currency = d.pop("currency")

        status = BookingStatus(d.pop("status"))

        booking_date = datetime.datetime.fromisoformat(d.pop("booking_date"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        def _parse_order_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        order_id = _parse_order_id(d.pop("order_id"))

        is_complimentary = d.pop("is_complimentary")

        tickets = []
        _tickets = d.pop("tickets")
        for tickets_item_data in _tickets:
            tickets_item = BookedTicket.from_dict(tickets_item_data)

            tickets.append(tickets_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        booking_answer = cls(
            id=id,
            reference=reference,
            user_id=user_id,
            event_id=event_id,
            quantity=quantity,
            total_amount=total_amount,
            currency=currency,
            status=status,
            booking_date=booking_date,
            expires_at=expires_at,
            order_id=order_id,
            is_complimentary=is_complimentary,
            tickets=tickets,
            created_at=created_at,
            updated_at=updated_at,
        )

        booking_answer.additional_properties = d
        return booking_answer

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
