from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.price_tier_body import PriceTierBody


T = TypeVar("T", bound="UpdateTicketTypeBody")


@_attrs_define
class UpdateTicketTypeBody:
    """The fields to change.

    Attributes:
        name (str | Unset):
        category (None | str | Unset):
        section (None | str | Unset):
        price (str | Unset):
        price_tiers (list[PriceTierBody] | Unset): Prices before `price`, in order: the first that is not over is in
            force.
        is_price_open (bool | Unset):
        tax_rate (None | str | Unset):
        capacity (int | None | Unset): Null follows the event's from now on.
        sales_start (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and
            9000.
        sales_end (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        is_hidden (bool | Unset):
    """

    name: str | Unset = UNSET
    category: None | str | Unset = UNSET
    section: None | str | Unset = UNSET
    price: str | Unset = UNSET
    price_tiers: list[PriceTierBody] | Unset = UNSET
    is_price_open: bool | Unset = UNSET
    tax_rate: None | str | Unset = UNSET
    capacity: int | None | Unset = UNSET
    sales_start: datetime.datetime | None | Unset = UNSET
    sales_end: datetime.datetime | None | Unset = UNSET
    is_hidden: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        section: None | str | Unset
        if isinstance(self.section, Unset):
            section = UNSET
        else:
            section = self.section

        price = self.price

        price_tiers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.price_tiers, Unset):
            price_tiers = []
            for price_tiers_item_data in self.price_tiers:
                price_tiers_item = price_tiers_item_data.to_dict()
                price_tiers.append(price_tiers_item)

        is_price_open = self.is_price_open

        tax_rate: None | str | Unset
        if isinstance(self.tax_rate, Unset):
            tax_rate = UNSET
        else:
            tax_rate = self.tax_rate

        capacity: int | None | Unset
        if isinstance(self.capacity, Unset):
            capacity = UNSET
        else:
            capacity = self.capacity

        sales_start: None | str | Unset
        if isinstance(self.sales_start, Unset):
            sales_start = UNSET
        elif isinstance(self.sales_start, datetime.datetime):
            sales_start = self.sales_start.isoformat()
        else:
            sales_start = self.sales_start

        sales_end: None | str | Unset
        if isinstance(self.sales_end, Unset):
            sales_end = UNSET
        elif isinstance(self.sales_end, datetime.datetime):
            sales_end = self.sales_end.isoformat()
        else:
            sales_end = self.sales_end

        is_hidden = self.is_hidden

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if category is not UNSET:
            field_dict["category"] = category
        if section is not UNSET:
            field_dict["section"] = section
        if price is not UNSET:
            field_dict["price"] = price
        if price_tiers is not UNSET:
            field_dict["price_tiers"] = price_tiers
        if is_price_open is not UNSET:
            field_dict["is_price_open"] = is_price_open
        if tax_rate is not UNSET:
            field_dict["tax_rate"] = tax_rate
        if capacity is not UNSET:
            field_dict["capacity"] = capacity
        if sales_start is not UNSET:
            field_dict["sales_start"] = sales_start
        if sales_end is not UNSET:
            field_dict["sales_end"] = sales_end
        if is_hidden is not UNSET:
            field_dict["is_hidden"] = is_hidden

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.price_tier_body import PriceTierBody  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        def _parse_section(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        section = _parse_section(d.pop("section", UNSET))

        price = d.pop("price", UNSET)

        _price_tiers = d.pop("price_tiers", UNSET)
        price_tiers: list[PriceTierBody] | Unset = UNSET
        if _price_tiers is not UNSET:
            price_tiers = []
            for price_tiers_item_data in _price_tiers:
                price_tiers_item = PriceTierBody.from_dict(price_tiers_item_data)

                price_tiers.append(price_tiers_item)

        is_price_open = d.pop("is_price_open", UNSET)

        def _parse_tax_rate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tax_rate = _parse_tax_rate(d.pop("tax_rate", UNSET))

        def _parse_capacity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        capacity = _parse_capacity(d.pop("capacity", UNSET))

        def _parse_sales_start(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sales_start_type_0 = datetime.datetime.fromisoformat(data)

                return sales_start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        sales_start = _parse_sales_start(d.pop("sales_start", UNSET))

        def _parse_sales_end(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sales_end_type_0 = datetime.datetime.fromisoformat(data)

                return sales_end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        sales_end = _parse_sales_end(d.pop("sales_end", UNSET))

        is_hidden = d.pop("is_hidden", UNSET)

        update_ticket_type_body = cls(
            name=name,
            category=category,
            section=section,
            price=price,
            price_tiers=price_tiers,
            is_price_open=is_price_open,
            tax_rate=tax_rate,
            capacity=capacity,
            sales_start=sales_start,
            sales_end=sales_end,
            is_hidden=is_hidden,
        )

        return update_ticket_type_body
