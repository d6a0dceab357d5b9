from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ticket_type_status import TicketTypeStatus

if TYPE_CHECKING:
    from ..models.price_tier_answer import PriceTierAnswer


T = TypeVar("T", bound="TicketTypeAnswer")


@_attrs_define
class TicketTypeAnswer:
    """A ticket type or an add-on, with what is sold, held and available of it.

    `price` is what a ticket costs once all `price_tiers` are over; `current_price` is what the
    next ticket costs. With `is_price_open` both are the least that a buyer may give.

        Attributes:
            id (int):
            event_id (int):
            name (str):
            category (None | str):
            section (None | str):
            admits (bool): False for an add-on: it takes no place of the event.
            price (str): What a ticket costs once all price tiers are over.
            price_tiers (list[PriceTierAnswer]):
            is_price_open (bool): Whether buyers may give more than the price.
            tax_rate (None | str): Its own tax in per cent, where it is not that of the event.
            current_price (str): What the next ticket costs.
            current_tier (None | str): The name of the price tier in force, if any.
            next_price_at (datetime.datetime | None): When the price in force ends at the latest, if it ends at a time.
            left_at_price (int | None): How many more tickets have this price, if it ends after a number of them.
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
    admits: bool
    price: str
    price_tiers: list[PriceTierAnswer]
    is_price_open: bool
    tax_rate: None | str
    current_price: str
    current_tier: None | str
    next_price_at: datetime.datetime | None
    left_at_price: int | None
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

        admits = self.admits

        price = self.price

        price_tiers = []
        for price_tiers_item_data in self.price_tiers:
            price_tiers_item = price_tiers_item_data.to_dict()
            price_tiers.append(price_tiers_item)

        is_price_open = self.is_price_open

        tax_rate: None | str
        tax_rate = self.tax_rate

        current_price = self.current_price

        current_tier: None | str
        current_tier = self.current_tier

        next_price_at: None | str
        if isinstance(self.next_price_at, datetime.datetime):
            next_price_at = self.next_price_at.isoformat()
        else:
            next_price_at = self.next_price_at

        left_at_price: int | None
        left_at_price = self.left_at_price

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
                "admits": admits,
                "price": price,
                "price_tiers": price_tiers,
                "is_price_open": is_price_open,
                "tax_rate": tax_rate,
                "current_price": current_price,
                "current_tier": current_tier,
                "next_price_at": next_price_at,
                "left_at_price": left_at_price,
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
        from ..models.price_tier_answer import PriceTierAnswer  # noqa: PLC0415

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

        admits = d.pop("admits")

        price = d.pop("price")

        price_tiers = []
        _price_tiers = d.pop("price_tiers")
        for price_tiers_item_data in _price_tiers:
            price_tiers_item = PriceTierAnswer.from_dict(price_tiers_item_data)

            price_tiers.append(price_tiers_item)

        is_price_open = d.pop("is_price_open")

        def _parse_tax_rate(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tax_rate = _parse_tax_rate(d.pop("tax_rate"))

        current_price = d.pop("current_price")

        def _parse_current_tier(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        current_tier = _parse_current_tier(d.pop("current_tier"))

        def _parse_next_price_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_price_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_price_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_price_at = _parse_next_price_at(d.pop("next_price_at"))

        def _parse_left_at_price(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        left_at_price = _parse_left_at_price(d.pop("left_at_price"))

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
            admits=admits,
            price=price,
            price_tiers=price_tiers,
            is_price_open=is_price_open,
            tax_rate=tax_rate,
            current_price=current_price,
            current_tier=current_tier,
            next_price_at=next_price_at,
            left_at_price=left_at_price,
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
