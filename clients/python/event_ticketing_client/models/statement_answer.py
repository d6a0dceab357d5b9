from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_share_answer import EventShareAnswer
    from ..models.organizer_payout_answer import OrganizerPayoutAnswer


T = TypeVar("T", bound="StatementAnswer")


@_attrs_define
class StatementAnswer:
    """What an organizer earned and was paid; the parts add up from `opening` to `closing`.

    Attributes:
        organizer_id (int):
        organizer (str):
        currency (str):
        start (datetime.datetime):
        end (datetime.datetime):
        is_final (bool):
        opening (str):
        closing (str):
        events (list[EventShareAnswer]):
        payouts (list[OrganizerPayoutAnswer]):
    """

    organizer_id: int
    organizer: str
    currency: str
    start: datetime.datetime
    end: datetime.datetime
    is_final: bool
    opening: str
    closing: str
    events: list[EventShareAnswer]
    payouts: list[OrganizerPayoutAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        organizer_id = self.organizer_id

        organizer = self.organizer

        currency = self.currency

        start = self.start.isoformat()

        end = self.end.isoformat()

        is_final = self.is_final

        opening = self.opening

        closing = self.closing

        events = []
        for events_item_data in self.events:
            events_item = events_item_data.to_dict()
            events.append(events_item)

        payouts = []
        for payouts_item_data in self.payouts:
            payouts_item = payouts_item_data.to_dict()
            payouts.append(payouts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "organizer_id": organizer_id,
                "organizer": organizer,
                "currency": currency,
                "start": start,
                "end": end,
                "is_final": is_final,
                "opening": opening,
                "closing": closing,
                "events": events,
                "payouts": payouts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_share_answer import EventShareAnswer  # noqa: PLC0415
        from ..models.organizer_payout_answer import OrganizerPayoutAnswer  # noqa: PLC0415

        d = dict(src_dict)
        organizer_id = d.pop("organizer_id")

        organizer = d.pop("organizer")

        currency = d.pop("currency")

        start = datetime.datetime.fromisoformat(d.pop("start"))

        end = datetime.datetime.fromisoformat(d.pop("end"))

        is_final = d.pop("is_final")

        opening = d.pop("opening")

        closing = d.pop("closing")

        events = []
        _events = d.pop("events")
        for events_item_data in _events:
            events_item = EventShareAnswer.from_dict(events_item_data)

            events.append(events_item)

        payouts = []
        _payouts = d.pop("payouts")
        for payouts_item_data in _payouts:
            payouts_item = OrganizerPayoutAnswer.from_dict(payouts_item_data)

            payouts.append(payouts_item)

        statement_answer = cls(
            organizer_id=organizer_id,
            organizer=organizer,
            currency=currency,
            start=start,
            end=end,
            is_final=is_final,
            opening=opening,
            closing=closing,
            events=events,
            payouts=payouts,
        )

        statement_answer.additional_properties = d
        return statement_answer

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
