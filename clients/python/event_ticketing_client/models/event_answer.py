from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.event_kind import EventKind
from ..models.event_status import EventStatus
from ..models.language import Language
from ..models.payment_mode import PaymentMode
from ..models.seating import Seating

if TYPE_CHECKING:
    from ..models.cancellation_policy_answer import CancellationPolicyAnswer


T = TypeVar("T", bound="EventAnswer")


@_attrs_define
class EventAnswer:
    """An event with its statistics, which database triggers maintain.

    Attributes:
        id (int):
        title (str):
        description (None | str):
        venue (None | str):
        venue_id (int | None):
        country (None | str): By ISO 3166; null: not said.
        kind (EventKind): The category of an event, for browsing.
        date_time (datetime.datetime):
        ends_at (datetime.datetime):
        timezone (str):
        capacity (int):
        capacity_is_derived (bool): Whether it is the sum of its ticket types', or the number of its seats.
        price (str): The lowest price of its ticket types, without price tiers.
        lowest_price (str): The lowest price in force, which lists are filtered and sorted by: where ticket types have
            price tiers, as of a minute ago at most.
        currency (str):
        status (EventStatus): The status of an event: a `draft` is visible to its managers only; only `active` sells.
        seating (Seating): `general` sells a number of tickets, `reserved` sells seats.
        payment (PaymentMode): `none` confirms a booking immediately, `online` when its payment succeeds.
        max_tickets_per_user (int | None):
        sales_start (datetime.datetime | None):
        sales_end (datetime.datetime | None):
        service_fee_fixed (str):
        service_fee_percent (str):
        tax_rate (str):
        tax_inclusive (bool):
        fee_tax_rate (None | str): Of service fees, where it is another one.
        by_small_business (bool): Whether its seller charges no tax, whatever the rates say.
        terms (None | str):
        language (Language): The language of pages, of an event's tickets and of mails, by ISO 639-1.
        allows_reentry (bool):
        allows_transfer (bool):
        allows_bank_transfer (bool):
        payment_days (int | None):
        payment_instructions (None | str):
        cancellation_policy (CancellationPolicyAnswer | None): Until when buyers may give tickets back by themselves,
            and what is kept; null if they may not.
        poster (None | str): The digest and size of its poster, of which the pictures are at
            `/pictures/{id}-{digest}-{width}.webp`; null if it has none.
        organizer_id (int):
        total_tickets_sold (int):
        total_revenue (str):
        total_bookings (int):
        tickets_held (int):
        tickets_available (int):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
    """

    id: int
    title: str
    description: None | str
    venue: None | str
    venue_id: int | None
    country: None | str
    kind: EventKind
    date_time: datetime.datetime
    ends_at: datetime.datetime
    timezone: str
    capacity: int
    capacity_is_derived: bool
    price: str
    lowest_price: str
    currency: str
    status: EventStatus
    seating: Seating
    payment: PaymentMode
    max_tickets_per_user: int | None
    sales_start: datetime.datetime | None
    sales_end: datetime.datetime | None
    service_fee_fixed: str
    service_fee_percent: str
    tax_rate: str
    tax_inclusive: bool
    fee_tax_rate: None | str
    by_small_business: bool
    terms: None | str
    language: Language
    allows_reentry: bool
    allows_transfer: bool
    allows_bank_transfer: bool
    payment_days: int | None
    payment_instructions: None | str
    cancellation_policy: CancellationPolicyAnswer | None
    poster: None | str
    organizer_id: int
    total_tickets_sold: int
    total_revenue: str
    total_bookings: int
    tickets_held: int
    tickets_available: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.cancellation_policy_answer import CancellationPolicyAnswer  # noqa: PLC0415

        id = self.id

        title = self.title

        description: None | str
        description = self.description

        venue: None | str
        venue = self.venue

        venue_id: int | None
        venue_id = self.venue_id

        country: None | str
        country = self.country

        kind = self.kind.value

        date_time = self.date_time.isoformat()

        ends_at = self.ends_at.isoformat()

        timezone = self.timezone

        capacity = self.capacity

        capacity_is_derived = self.capacity_is_derived

        price = self.price

        lowest_price = self.lowest_price

        currency = self.currency

        status = self.status.value

        seating = self.seating.value

        payment = self.payment.value

        max_tickets_per_user: int | None
        max_tickets_per_user = self.max_tickets_per_user

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

        service_fee_fixed = self.service_fee_fixed

        service_fee_percent = self.service_fee_percent

        tax_rate = self.tax_rate

        tax_inclusive = self.tax_inclusive

        fee_tax_rate: None | str
        fee_tax_rate = self.fee_tax_rate

        by_small_business = self.by_small_business

        terms: None | str
        terms = self.terms

        language = self.language.value

        allows_reentry = self.allows_reentry

        allows_transfer = self.allows_transfer

        allows_bank_transfer = self.allows_bank_transfer

        payment_days: int | None
        payment_days = self.payment_days

        payment_instructions: None | str
        payment_instructions = self.payment_instructions

        cancellation_policy: dict[str, Any] | None
        if isinstance(self.cancellation_policy, CancellationPolicyAnswer):
            cancellation_policy = self.cancellation_policy.to_dict()
        else:
            cancellation_policy = self.cancellation_policy

        poster: None | str
        poster = self.poster

        organizer_id = self.organizer_id

        total_tickets_sold = self.total_tickets_sold

        total_revenue = self.total_revenue

        total_bookings = self.total_bookings

        tickets_held = self.tickets_held

        tickets_available = self.tickets_available

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "description": description,
                "venue": venue,
                "venue_id": venue_id,
                "country": country,
                "kind": kind,
                "date_time": date_time,
                "ends_at": ends_at,
                "timezone": timezone,
                "capacity": capacity,
                "capacity_is_derived": capacity_is_derived,
                "price": price,
                "lowest_price": lowest_price,
                "currency": currency,
                "status": status,
                "seating": seating,
                "payment": payment,
                "max_tickets_per_user": max_tickets_per_user,
                "sales_start": sales_start,
                "sales_end": sales_end,
                "service_fee_fixed": service_fee_fixed,
                "service_fee_percent": service_fee_percent,
                "tax_rate": tax_rate,
                "tax_inclusive": tax_inclusive,
                "fee_tax_rate": fee_tax_rate,
                "by_small_business": by_small_business,
                "terms": terms,
                "language": language,
                "allows_reentry": allows_reentry,
                "allows_transfer": allows_transfer,
                "allows_bank_transfer": allows_bank_transfer,
                "payment_days": payment_days,
                "payment_instructions": payment_instructions,
                "cancellation_policy": cancellation_policy,
                "poster": poster,
                "organizer_id": organizer_id,
                "total_tickets_sold": total_tickets_sold,
                "total_revenue": total_revenue,
                "total_bookings": total_bookings,
                "tickets_held": tickets_held,
                "tickets_available": tickets_available,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cancellation_policy_answer import CancellationPolicyAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        def _parse_venue(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        venue = _parse_venue(d.pop("venue"))

        def _parse_venue_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        venue_id = _parse_venue_id(d.pop("venue_id"))

        def _parse_country(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        country = _parse_country(d.pop("country"))

        kind = EventKind(d.pop("kind"))

        date_time = datetime.datetime.fromisoformat(d.pop("date_time"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        timezone = d.pop("timezone")

        capacity = d.pop("capacity")

        capacity_is_derived = d.pop("capacity_is_derived")

        price = d.pop("price")

        lowest_price = d.pop("lowest_price")

        currency = d.pop("currency")

        status = EventStatus(d.pop("status"))

        seating = Seating(d.pop("seating"))

        payment = PaymentMode(d.pop("payment"))

        def _parse_max_tickets_per_user(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_tickets_per_user = _parse_max_tickets_per_user(d.pop("max_tickets_per_user"))

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

        service_fee_fixed = d.pop("service_fee_fixed")

        service_fee_percent = d.pop("service_fee_percent")

        tax_rate = d.pop("tax_rate")

        tax_inclusive = d.pop("tax_inclusive")

        def _parse_fee_tax_rate(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fee_tax_rate = _parse_fee_tax_rate(d.pop("fee_tax_rate"))

        by_small_business = d.pop("by_small_business")

        def _parse_terms(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        terms = _parse_terms(d.pop("terms"))

        language = Language(d.pop("language"))

        allows_reentry = d.pop("allows_reentry")

        allows_transfer = d.pop("allows_transfer")

        allows_bank_transfer = d.pop("allows_bank_transfer")

        def _parse_payment_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        payment_days = _parse_payment_days(d.pop("payment_days"))

        def _parse_payment_instructions(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        payment_instructions = _parse_payment_instructions(d.pop("payment_instructions"))

        def _parse_cancellation_policy(data: object) -> CancellationPolicyAnswer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cancellation_policy_type_0 = CancellationPolicyAnswer.from_dict(data)

                return cancellation_policy_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CancellationPolicyAnswer | None, data)

        cancellation_policy = _parse_cancellation_policy(d.pop("cancellation_policy"))

        def _parse_poster(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        poster = _parse_poster(d.pop("poster"))

        organizer_id = d.pop("organizer_id")

        total_tickets_sold = d.pop("total_tickets_sold")

        total_revenue = d.pop("total_revenue")

        total_bookings = d.pop("total_bookings")

        tickets_held = d.pop("tickets_held")

        tickets_available = d.pop("tickets_available")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        event_answer = cls(
            id=id,
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
            capacity_is_derived=capacity_is_derived,
            price=price,
            lowest_price=lowest_price,
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
            by_small_business=by_small_business,
            terms=terms,
            language=language,
            allows_reentry=allows_reentry,
            allows_transfer=allows_transfer,
            allows_bank_transfer=allows_bank_transfer,
            payment_days=payment_days,
            payment_instructions=payment_instructions,
            cancellation_policy=cancellation_policy,
            poster=poster,
            organizer_id=organizer_id,
            total_tickets_sold=total_tickets_sold,
            total_revenue=total_revenue,
            total_bookings=total_bookings,
            tickets_held=tickets_held,
            tickets_available=tickets_available,
            created_at=created_at,
            updated_at=updated_at,
        )

        event_answer.additional_properties = d
        return event_answer

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
