from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ticket_type_status import TicketTypeStatus

T = TypeVar("T", bound="TicketTypeAnswer")


@_attrs_define
class TicketTypeAnswer:
    """A ticket type with its tickets sold, held and available.

    Attributes:
        id (int):
        event_id (int):
        name (str):
        category (None | str):
        section (None | str):
        price (str):
        capacity (int):
        capacity_is_derived (bool): Whether it is the event's, or the number of seats of its section.
        sold (int):
        held (int):
        available (int):
        status (TicketTypeStatus): The status of a ticket type: only `available` sells; `paused` is temporary, `closed`
            not.
        is_hidden (bool): Whether it exists only for the event's managers, and for who has a discount code that names
            it.
        sales_start (datetime.datetime | None):
        sales_end (datetime.datetime | None):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
    """

    id: int
    event_id: int
    name: str
    category: None | str
    section: None | str
    price: str
    capacity: int
    capacity_is_derived: bool
    sold: int
    held: int
    available: int
    status: TicketTypeStatus
    is_hidden: bool
    sales_start: datetime.datetime | None
    sales_end: datetime.datetime | None
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        event_id = self.event_id

        name = self.name

        category: None | str
        category = self.category

        section: None | str
        section = self.section

        price = self.price

        capacity = self.capacity

        capacity_is_derived = self.capacity_is_derived

        sold = self.sold

        held = self.held

        available = self.available

        status = self.status.value

        is_hidden = self.is_hidden

        sales_start: None | str
        if isinstance(self.sales_start, datetime.datetime):
            sales_start = self.sales_start.isoformat()
        else:
            sales_start = self.sales_start

        sales_end: None | str
        if isinstance(self.sales_end, datetime.datetime):
            sales_end = self.sales_end.isoformat()
        else:
            sales_end = self.sales_end

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "event_id": event_id,
                "name": name,
                "category": category,
                "section": section,
                "price": price,
                "capacity": capacity,
                "capacity_is_derived": capacity_is_derived,
                "sold": sold,
                "held": held,
                "available": available,
                "status": status,
                "is_hidden": is_hidden,
                "sales_start": sales_start,
                "sales_end": sales_end,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        event_id = d.pop("event_id")

        name = d.pop("name")

        def _parse_category(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        category = _parse_category(d.pop("category"))

        def _parse_section(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        section = _parse_section(d.pop("section"))

        price = d.pop("price")

        capacity = d.pop("capacity")

        capacity_is_derived = d.pop("capacity_is_derived")

        sold = d.pop("sold")

        held = d.pop("held")

        available = d.pop("available")

        status = TicketTypeStatus(d.pop("status"))

        is_hidden = d.pop("is_hidden")

        def _parse_sales_start(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sales_start_type_0 = datetime.datetime.fromisoformat(data)

                return sales_start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sales_start = _parse_sales_start(d.pop("sales_start"))

        def _parse_sales_end(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sales_end_type_0 = datetime.datetime.fromisoformat(data)

                return sales_end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sales_end = _parse_sales_end(d.pop("sales_end"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        ticket_type_answer = cls(
            id=id,
            event_id=event_id,
            name=name,
            category=category,
            section=section,
            price=price,
            capacity=capacity,
            capacity_is_derived=capacity_is_derived,
            sold=sold,
            held=held,
            available=available,
            status=status,
            is_hidden=is_hidden,
            sales_start=sales_start,
            sales_end=sales_end,
            created_at=created_at,
            updated_at=updated_at,
        )

        ticket_type_answer.additional_properties = d
        return ticket_type_answer

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
