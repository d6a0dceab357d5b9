from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.paid_back_answer import PaidBackAnswer


T = TypeVar("T", bound="CancellationPreviewAnswer")


@_attrs_define
class CancellationPreviewAnswer:
    """What cancelling an event would do now.

    Attributes:
        bookings (int): Confirmed bookings that end.
        holds (int): Bookings that are not confirmed yet, which end too.
        kept_bookings (int): Bookings with a used ticket: they stay, their other tickets are cancelled.
        tickets (int): All tickets that stop being valid.
        people (int): Who hears of it.
        paid_back (list[PaidBackAnswer]):
    """

    bookings: int
    holds: int
    kept_bookings: int
    tickets: int
    people: int
    paid_back: list[PaidBackAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bookings = self.bookings

        holds = self.holds

        kept_bookings = self.kept_bookings

        tickets = self.tickets

        people = self.people

        paid_back = []
        for paid_back_item_data in self.paid_back:
            paid_back_item = paid_back_item_data.to_dict()
            paid_back.append(paid_back_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookings": bookings,
                "holds": holds,
                "kept_bookings": kept_bookings,
                "tickets": tickets,
                "people": people,
                "paid_back": paid_back,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.paid_back_answer import PaidBackAnswer  # noqa: PLC0415

        d = dict(src_dict)
        bookings = d.pop("bookings")

        holds = d.pop("holds")

        kept_bookings = d.pop("kept_bookings")

        tickets = d.pop("tickets")

        people = d.pop("people")

        paid_back = []
        _paid_back = d.pop("paid_back")
        for paid_back_item_data in _paid_back:
            paid_back_item = PaidBackAnswer.from_dict(paid_back_item_data)

            paid_back.append(paid_back_item)

        cancellation_preview_answer = cls(
            bookings=bookings,
            holds=holds,
            kept_bookings=kept_bookings,
            tickets=tickets,
            people=people,
            paid_back=paid_back,
        )

        cancellation_preview_answer.additional_properties = d
        return cancellation_preview_answer

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
