from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.event_kind import EventKind
from ..models.event_status import EventStatus
from ..models.language import Language
from ..models.payment_mode import PaymentMode
from ..models.seating import Seating
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_ticket_type_body import NewTicketTypeBody


T = TypeVar("T", bound="CreateEventBody")


@_attrs_define
class CreateEventBody:
    """A new event. Times without an offset are in `timezone`, by default the venue's.

    Attributes:
        title (str):
        date_time (datetime.datetime): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        description (None | str | Unset):
        venue (None | str | Unset): By default the name of the venue.
        venue_id (int | None | Unset):
        country (None | str | Unset): By ISO 3166, such as `DE`; by default the venue's.
        kind (EventKind | Unset): The category of an event, for browsing.
        ends_at (datetime.datetime | None | Unset): By default three hours after the start. RFC 3339, with an offset or
            `Z`, between the years 1900 and 9000.
        timezone (None | str | Unset): By default the venue's, else UTC.
        capacity (int | None | Unset): By default the sum of its ticket types', which it follows. Omit it with reserved
            seating: it is the number of seats.
        price (None | str | Unset):
        currency (str | Unset): Default: `USD`.
        status (EventStatus | Unset): The status of an event: a `draft` is visible to its managers only; only `active`
            sells.
        seating (Seating | Unset): `general` sells a number of tickets, `reserved` sells seats.
        payment (PaymentMode | Unset): `none` confirms a booking immediately, `online` when its payment succeeds.
        max_tickets_per_user (int | None | Unset):
        sales_start (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and
            9000.
        sales_end (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        service_fee_fixed (str | Unset): Per ticket. Default: `0.00`.
        service_fee_percent (str | Unset): Per cent of the ticket's price. Default: `0.00`.
        tax_rate (str | Unset): Per cent of price and fee. Without this and `fee_tax_rate`, the event starts with its
            organizer's rates for its country, else with 0.
        tax_inclusive (bool | Unset): Whether price and fee contain the tax.
        fee_tax_rate (None | str | Unset): Per cent of the fee, where that has another tax.
        terms (None | str | Unset): Printed on tickets.
        language (Language | Unset): The language of pages, of an event's tickets and of mails, by ISO 639-1.
        allows_reentry (bool | Unset): Whether people may leave and come in again with the same ticket. Default:
            `False`.
        allows_transfer (bool | Unset): Whether holders may transfer tickets to other people. Default: `True`.
        allows_bank_transfer (bool | Unset): Whether buyers may pay by the provider `manual`. Default: `True`.
        payment_days (int | None | Unset): How many days tickets are held for a bank transfer, or for money that a
            provider says is on its way. Null: as long as any other hold.
        payment_instructions (None | str | Unset): Where a bank transfer goes, by default the service's own details.
        ticket_types (list[NewTicketTypeBody] | Unset): Default: an empty list.
    """

    title: str
    date_time: datetime.datetime
    description: None | str | Unset = UNSET
    venue: None | str | Unset = UNSET
    venue_id: int | None | Unset = UNSET
    country: None | str | Unset = UNSET
    kind: EventKind | Unset = UNSET
    ends_at: datetime.datetime | None | Unset = UNSET
    timezone: None | str | Unset = UNSET
    capacity: int | None | Unset = UNSET
    price: None | str | Unset = UNSET
    currency: str | Unset = UNSET
    status: EventStatus | Unset = UNSET
    seating: Seating | Unset = UNSET
    payment: PaymentMode | Unset = UNSET
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
    ticket_types: list[NewTicketTypeBody] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        date_time = self.date_time.isoformat()

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

        ends_at: None | str | Unset
        if isinstance(self.ends_at, Unset):
            ends_at = UNSET
        elif isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        timezone: None | str | Unset
        if isinstance(self.timezone, Unset):
            timezone = UNSET
        else:
            timezone = self.timezone

        capacity: int | None | Unset
        if isinstance(self.capacity, Unset):
            capacity = UNSET
        else:
            capacity = self.capacity

        price: None | str | Unset
        if isinstance(self.price, Unset):
            price = UNSET
        else:
            price = self.price

        currency = self.currency

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        seating: str | Unset = UNSET
        if not isinstance(self.seating, Unset):
            seating = self.seating.value

        payment: str | Unset = UNSET
        if not isinstance(self.payment, Unset):
            payment = self.payment.value

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

        ticket_types: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.ticket_types, Unset):
            ticket_types = []
            for ticket_types_item_data in self.ticket_types:
                ticket_types_item = ticket_types_item_data.to_dict()
                ticket_types.append(ticket_types_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "date_time": date_time,
            }
        )
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
        if seating is not UNSET:
            field_dict["seating"] = seating
        if payment is not UNSET:
            field_dict["payment"] = payment
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
        if ticket_types is not UNSET:
            field_dict["ticket_types"] = ticket_types

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_ticket_type_body import NewTicketTypeBody  # noqa: PLC0415

        d = dict(src_dict)
        title = d.pop("title")

        date_time = datetime.datetime.fromisoformat(d.pop("date_time"))

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

        def _parse_ends_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ends_at = _parse_ends_at(d.pop("ends_at", UNSET))

        def _parse_timezone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        timezone = _parse_timezone(d.pop("timezone", UNSET))

        def _parse_capacity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        capacity = _parse_capacity(d.pop("capacity", UNSET))

        def _parse_price(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        price = _parse_price(d.pop("price", UNSET))

        currency = d.pop("currency", UNSET)

        _status = d.pop("status", UNSET)
        status: EventStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = EventStatus(_status)

        _seating = d.pop("seating", UNSET)
        seating: Seating | Unset
        if isinstance(_seating, Unset):
            seating = UNSET
        else:
            seating = Seating(_seating)

        _payment = d.pop("payment", UNSET)
        payment: PaymentMode | Unset
        if isinstance(_payment, Unset):
            payment = UNSET
        else:
            payment = PaymentMode(_payment)

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

        _ticket_types = d.pop("ticket_types", UNSET)
        ticket_types: list[NewTicketTypeBody] | Unset = UNSET
        if _ticket_types is not UNSET:
            ticket_types = []
            for ticket_types_item_data in _ticket_types:
                ticket_types_item = NewTicketTypeBody.from_dict(ticket_types_item_data)

                ticket_types.append(ticket_types_item)

        create_event_body = cls(
            title=title,
            date_time=date_time,
            description=description,
            venue=venue,
            venue_id=venue_id,
            country=country,
            kind=kind,
            ends_at=ends_at,
            timezone=timezone,
            capacity=capacity,
            price=price,
            currency=currency,
            status=status,
            seating=seating,
            payment=payment,
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
            ticket_types=ticket_types,
        )

        return create_event_body
