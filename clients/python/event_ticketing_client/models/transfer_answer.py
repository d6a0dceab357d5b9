from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.transfer_status import TransferStatus

T = TypeVar("T", bound="TransferAnswer")


@_attrs_define
class TransferAnswer:
    """The offer of a ticket, as its holder sees it. The token in the mail is never shown here.

    Attributes:
        id (int):
        ticket_id (int):
        ticket_code (None | str):
        email (None | str): Null once the offer is closed.
        status (TransferStatus): The status of a transfer; only one that is `offered` is open, and can be accepted.

            `ended` means that its ticket was used, cancelled or reissued in the meantime.
        expires_at (datetime.datetime):
        created_at (datetime.datetime):
        closed_at (datetime.datetime | None):
    """

    id: int
    ticket_id: int
    ticket_code: None | str
    email: None | str
    status: TransferStatus
    expires_at: datetime.datetime
    created_at: datetime.datetime
    closed_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        ticket_id = self.ticket_id

        ticket_code: None | str
        ticket_code = self.ticket_code

        email: None | str
        email = self.email

        status = self.status.value

        expires_at = self.expires_at.isoformat()

        created_at = self.created_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ticket_id": ticket_id,
                "ticket_code": ticket_code,
                "email": email,
                "status": status,
                "expires_at": expires_at,
                "created_at": created_at,
                "closed_at": closed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        ticket_id = d.pop("ticket_id")

        def _parse_ticket_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ticket_code = _parse_ticket_code(d.pop("ticket_code"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        status = TransferStatus(d.pop("status"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        transfer_answer = cls(
            id=id,
            ticket_id=ticket_id,
            ticket_code=ticket_code,
            email=email,
            status=status,
            expires_at=expires_at,
            created_at=created_at,
            closed_at=closed_at,
        )

        transfer_answer.additional_properties = d
        return transfer_answer

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
