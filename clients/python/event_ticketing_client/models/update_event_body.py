from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.event_kind import EventKind
from ..models.event_status import EventStatus
from ..models.language import Language
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateEventBody")


@_attrs_define
class UpdateEventBody:
    """The fields to change; `status` changes the event's status.

    Attributes:
        title (str | Unset):
        description (None | str | Unset):
        venue (None | str | Unset):
        venue_id (int | None | Unset):
        country (None | str | Unset):
        kind (EventKind | Unset): The category of an event, for browsing.
        date_time (datetime.datetime | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        ends_at (datetime.datetime | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        timezone (str | Unset): An IANA time zone such as `Europe/Berlin`.
        capacity (int | None | Unset): Null follows the sum of its ticket types' from now on.
        price (str | Unset):
        currency (str | Unset):
        status (EventStatus | Unset): The status of an event: a `draft` is visible to its managers only; only `active`
            sells.
        max_tickets_per_user (int | None | Unset):
        sales_start (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and
            9000.
        sales_end (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        service_fee_fixed (str | Unset):
        service_fee_percent (str | Unset):
        tax_rate (str | Unset):
        tax_inclusive (bool | Unset):
        fee_tax_rate (None | str | Unset):
        terms (None | str | Unset):
        language (Language | Unset): The language of pages, of an event's tickets and of mails, by ISO 639-1.
        allows_reentry (bool | Unset):
        allows_transfer (bool | Unset):
        allows_bank_transfer (bool | Unset):
        payment_days (int | None | Unset):
        payment_instructions (None | str | Unset):
    """

    title: str | Unset = UNSET
    description: None | str | Unset = UNSET
    venue: None | str | Unset = UNSET
    venue_id: int | None | Unset = UNSET
    country: None | str | Unset = UNSET
    kind: EventKind | Unset = UNSET
    date_time: datetime.datetime | Unset = UNSET
    ends_at: datetime.datetime | Unset = UNSET
    timezone: str | Unset = UNSET
    capacity: int | None | Unset = UNSET
    price: str | Unset = UNSET
    currency: str | Unset = UNSET
    status: EventStatus | Unset = UNSET
    max_tickets_per_user: int | None | Unset = UNSET
    sales_start: datetime.datetime | None | Unset = UNSET
    sales_end: datetime.datetime | None | Unset = UNSET
    service_fee_fixed: str | Unset = UNSET
    service_fee_percent: str | Unset = UNSET
    tax_rate: str | Unset = UNSET
    tax_inclusive: bool | Unset = UNSET
    fee_tax_rate: None | str | Unset = UNSET
    terms: None | str | Unset = UNSET
    language: Language | Unset = UNSET
    allows_reentry: bool | Unset = UNSET
    allows_transfer: bool | Unset = UNSET
    allows_bank_transfer: bool | Unset = UNSET
    payment_days: int | None | Unset = UNSET
    payment_instructions: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        venue: None | str | Unset
        if isinstance(self.venue, Unset):
            venue = UNSET
        else:
            venue = self.venue

        venue_id: int | None | Unset
        if isinstance(self.venue_id, Unset):
            venue_id = UNSET
        else:
            venue_id = self.venue_id

        country: None | str | Unset
        if isinstance(self.country, Unset):
            country = UNSET
        else:
            country = self.country

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        date_time: str | Unset = UNSET
        if not isinstance(self.date_time, Unset):
            date_time = self.date_time.isoformat()

        ends_at: str | Unset = UNSET
        if not isinstance(self.ends_at, Unset):
            ends_at = self.ends_at.isoformat()

        timezone = self.timezone

        capacity: int | None | Unset
        if isinstance(self.capacity, Unset):
            capacity = UNSET
        else:
            capacity = self.capacity

        price = self.price

        currency = self.currency

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        max_tickets_per_user: int | None | Unset
        if isinstance(self.max_tickets_per_user, Unset):
            max_tickets_per_user = UNSET
        else:
            max_tickets_per_user = self.max_tickets_per_user

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

        service_fee_fixed = self.service_fee_fixed

        service_fee_percent = self.service_fee_percent

        tax_rate = self.tax_rate

        tax_inclusive = self.tax_inclusive

        fee_tax_rate: None | str | Unset
        if isinstance(self.fee_tax_rate, Unset):
            fee_tax_rate = UNSET
        else:
            fee_tax_rate = self.fee_tax_rate

        terms: None | str | Unset
        if isinstance(self.terms, Unset):
            terms = UNSET
        else:
            terms = self.terms

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.value

        allows_reentry = self.allows_reentry

        allows_transfer = self.allows_transfer

        allows_bank_transfer = self.allows_bank_transfer

        payment_days: int | None | Unset
        if isinstance(self.payment_days, Unset):
            payment_days = UNSET
        else:
            payment_days = self.payment_days

        payment_instructions: None | str | Unset
        if isinstance(self.payment_instructions, Unset):
            payment_instructions = UNSET
        else:
            payment_instructions = self.payment_instructions

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if description is not UNSET:
            field_dict["description"] = description
        if venue is not UNSET:
            field_dict["venue"] = venue
        if venue_id is not UNSET:
            field_dict["venue_id"] = venue_id
        if country is not UNSET:
            field_dict["country"] = country
        if kind is not UNSET:
            field_dict["kind"] = kind
        if date_time is not UNSET:
            field_dict["date_time"] = date_time
        if ends_at is not UNSET:
            field_dict["ends_at"] = ends_at
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if capacity is not UNSET:
            field_dict["capacity"] = capacity
        if price is not UNSET:
            field_dict["price"] = price
        if currency is not UNSET:
            field_dict["currency"] = currency
        if status is not UNSET:
            field_dict["status"] = status
        if max_tickets_per_user is not UNSET:
            field_dict["max_tickets_per_user"] = max_tickets_per_user
        if sales_start is not UNSET:
            field_dict["sales_start"] = sales_start
        if sales_end is not UNSET:
            field_dict["sales_end"] = sales_end
        if service_fee_fixed is not UNSET:
            field_dict["service_fee_fixed"] = service_fee_fixed
        if service_fee_percent is not UNSET:
            field_dict["service_fee_percent"] = service_fee_percent
        if tax_rate is not UNSET:
            field_dict["tax_rate"] = tax_rate
        if tax_inclusive is not UNSET:
            field_dict["tax_inclusive"] = tax_inclusive
        if fee_tax_rate is not UNSET:
            field_dict["fee_tax_rate"] = fee_tax_rate
        if terms is not UNSET:
            field_dict["terms"] = terms
        if language is not UNSET:
            field_dict["language"] = language
        if allows_reentry is not UNSET:
            field_dict["allows_reentry"] = allows_reentry
        if allows_transfer is not UNSET:
            field_dict["allows_transfer"] = allows_transfer
        if allows_bank_transfer is not UNSET:
            field_dict["allows_bank_transfer"] = allows_bank_transfer
        if payment_days is not UNSET:
            field_dict["payment_days"] = payment_days
        if payment_instructions is not UNSET:
            field_dict["payment_instructions"] = payment_instructions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title", UNSET)

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_venue(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        venue = _parse_venue(d.pop("venue", UNSET))

        def _parse_venue_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        venue_id = _parse_venue_id(d.pop("venue_id", UNSET))

        def _parse_country(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        country = _parse_country(d.pop("country", UNSET))

        _kind = d.pop("kind", UNSET)
        kind: EventKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = EventKind(_kind)

        _date_time = d.pop("date_time", UNSET)
        date_time: datetime.datetime | Unset
        if isinstance(_date_time, Unset):
            date_time = UNSET
        else:
            date_time = datetime.datetime.fromisoformat(_date_time)

        _ends_at = d.pop("ends_at", UNSET)
        ends_at: datetime.datetime | Unset
        if isinstance(_ends_at, Unset):
            ends_at = UNSET
        else:
            ends_at = datetime.datetime.fromisoformat(_ends_at)

        timezone = d.pop("timezone", UNSET)

        def _parse_capacity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        capacity = _parse_capacity(d.pop("capacity", UNSET))

        price = d.pop("price", UNSET)

        currency = d.pop("currency", UNSET)

        _status = d.pop("status", UNSET)
        status: EventStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = EventStatus(_status)

        def _parse_max_tickets_per_user(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tickets_per_user = _parse_max_tickets_per_user(d.pop("max_tickets_per_user", UNSET))

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

        service_fee_fixed = d.pop("service_fee_fixed", UNSET)

        service_fee_percent = d.pop("service_fee_percent", UNSET)

        tax_rate = d.pop("tax_rate", UNSET)

        tax_inclusive = d.pop("tax_inclusive", UNSET)

        def _parse_fee_tax_rate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fee_tax_rate = _parse_fee_tax_rate(d.pop("fee_tax_rate", UNSET))

        def _parse_terms(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        terms = _parse_terms(d.pop("terms", UNSET))

        _language = d.pop("language", UNSET)
        language: Language | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = Language(_language)

        allows_reentry = d.pop("allows_reentry", UNSET)

        allows_transfer = d.pop("allows_transfer", UNSET)

        allows_bank_transfer = d.pop("allows_bank_transfer", UNSET)

        def _parse_payment_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        payment_days = _parse_payment_days(d.pop("payment_days", UNSET))

        def _parse_payment_instructions(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        payment_instructions = _parse_payment_instructions(d.pop("payment_instructions", UNSET))

        update_event_body = cls(
            title=title,
            description=description,
            venue=venue,
            venue_id=venue_id,
            country=country,
            kind=kind,
            date_time=date_time,
            ends_at=ends_at,
            timezone=timezone,
            capacity=capacity,
            price=price,
            currency=currency,
            status=status,
            max_tickets_per_user=max_tickets_per_user,
            sales_start=sales_start,
            sales_end=sales_end,
            service_fee_fixed=service_fee_fixed,
            service_fee_percent=service_fee_percent,
            tax_rate=tax_rate,
            tax_inclusive=tax_inclusive,
            fee_tax_rate=fee_tax_rate,
            terms=terms,
            language=language,
            allows_reentry=allows_reentry,
            allows_transfer=allows_transfer,
            allows_bank_transfer=allows_bank_transfer,
            payment_days=payment_days,
            payment_instructions=payment_instructions,
        )

        return update_event_body
