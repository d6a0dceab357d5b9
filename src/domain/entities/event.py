"""An event, and the stock of tickets that is sold for it."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import partial
from operator import attrgetter
from typing import TypedDict

from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.sales_window import (
    SALES_FIELDS,
    Limit,
    require_before,
    require_sales_window,
)
from src.domain.entities.seat_plan import SeatCounts, require_seat_count, seat_count
from src.domain.entities.ticket_type import (
    TicketType,
    admissions,
    listed_types,
    lowest_price,
    require_capacity,
    require_some_capacity,
)
from src.domain.entities.user import Actor, Role, User
from src.domain.errors import (
    Forbidden,
    InUse,
    InvalidState,
    NotFound,
    SalesClosed,
    TicketLimitExceeded,
    ValidationFailed,
)
from src.domain.shared.currency import require_currency
from src.domain.shared.language import Language
from src.domain.shared.money import payable
from src.domain.shared.tax import TaxRelief, TaxRounding
from src.domain.shared.transitions import require_transition

DEFAULT_DURATION = timedelta(hours=3)


class EventKind(StrEnum):
    """The category of an event, for browsing."""

    CONCERT = "concert"
    MOVIE = "movie"
    THEATRE = "theatre"
    SPORT = "sport"
    CONFERENCE = "conference"
    OTHER = "other"


class EventStatus(StrEnum):
    """The status of an event: a `draft` is visible to its managers only; only `active` sells."""

    DRAFT = "draft"
    ACTIVE = "active"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class EventEnd(StrEnum):
    """How an event has ended for those who want to come to it."""

    DELETED = "deleted"
    CANCELLED = "cancelled"
    OVER = "over"


class Seating(StrEnum):
    """`general` sells a number of tickets, `reserved` sells seats."""

    GENERAL = "general"
    RESERVED = "reserved"


class Payment(StrEnum):
    """`none` confirms a booking immediately, `online` when its payment succeeds."""

    NONE = "none"
    ONLINE = "online"


TRANSITIONS = {
    EventStatus.DRAFT: frozenset({EventStatus.ACTIVE}),
    EventStatus.ACTIVE: frozenset({EventStatus.COMPLETED, EventStatus.CANCELLED}),
}


class EventChanges(TypedDict, total=False):
    """The editable fields of an event; a missing field keeps its value."""

    title: str
    description: str | None
    venue: str | None
    venue_id: int | None
    country: str | None
    kind: EventKind
    date_time: datetime
    ends_at: datetime
    timezone: str
    capacity: int | None
    price: Decimal
    currency: str
    max_tickets_per_user: int | None
    sales_start: datetime | None
    sales_end: datetime | None
    service_fee_fixed: Decimal
    service_fee_percent: Decimal
    tax_rate: Decimal
    tax_inclusive: bool
    fee_tax_rate: Decimal | None
    terms: str | None
    language: Language
    allows_reentry: bool
    allows_transfer: bool
    allows_bank_transfer: bool
    payment_days: int | None
    payment_instructions: str | None


@dataclass(frozen=True, slots=True)
class TaxRates:
    """The rates, in per cent, of tickets and of the service fee on them; nothing with a relief."""

    tickets: Decimal
    fee: Decimal
    relief: TaxRelief | None = None


@dataclass(kw_only=True, slots=True)
class Event:
    """An event. Times are aware; database triggers keep its counters, which are read-only here.

    `country` is where it takes place, taken from its venue where that says one; orders keep it as
    it was when they were placed. An event without a venue is online.
    The service fee is `service_fee_fixed` for each ticket plus `service_fee_percent` of its
    price; `tax_rate` is a percentage of price and fee, which contain it if `tax_inclusive`;
    `fee_tax_rate` is another one for the fee. `listed_tax_rate` is that of the ticket type whose
    price lists show, where it has one of its own. An event `by_small_business` has no tax, whatever
    these say: its seller charges none. `tax_rounding` is its seller's too.
    `price` is the lowest price of its ticket types, `tier_price` the lowest in force where some
    have price tiers, as of the last change or the last run of a job: it is shown in lists, and
    nothing is sold at it. `terms` are printed on tickets. Money that takes days, such as a bank
    transfer, is waited for up to `payment_days` (None: as long as any hold);
    `payment_instructions` say where a bank transfer goes. `poster` is the name of its poster. A
    capacity that was left out follows those of its ticket types (see `derive_capacities`), or is
    its number of seats. `cancellation_until` are seconds; of its three fields all are None, or
    none is.
    """

    id: int = 0
    title: str
    description: str | None = None
    venue: str | None = None
    venue_id: int | None = None
    country: str | None = None
    kind: EventKind = EventKind.OTHER
    date_time: datetime
    ends_at: datetime
    timezone: str = "UTC"
    capacity: int
    capacity_is_derived: bool = False
    price: Decimal
    tier_price: Decimal | None = None
    currency: str = "USD"
    status: EventStatus = EventStatus.ACTIVE
    seating: Seating = Seating.GENERAL
    payment: Payment = Payment.NONE
    max_tickets_per_user: int | None = None
    sales_start: datetime | None = None
    sales_end: datetime | None = None
    service_fee_fixed: Decimal = Decimal("0.00")
    service_fee_percent: Decimal = Decimal("0.00")
    tax_rate: Decimal = Decimal("0.00")
    tax_inclusive: bool = False
    fee_tax_rate: Decimal | None = None
    listed_tax_rate: Decimal | None = None
    by_small_business: bool = False
    tax_rounding: TaxRounding = TaxRounding.LINE
    terms: str | None = None
    language: Language = Language.EN
    allows_reentry: bool = False
    allows_transfer: bool = True
    allows_bank_transfer: bool = True
    payment_days: int | None = None
    payment_instructions: str | None = None
    cancellation_until: int | None = None
    cancellation_kept_percent: Decimal | None = None
    cancellation_kept_fixed: Decimal | None = None
    poster: str | None = None
    organizer_id: int
    total_bookings: int = 0
    total_tickets_sold: int = 0
    total_revenue: Decimal = Decimal("0.00")
    tickets_held: int = 0
    tickets_lapsed: int = 0
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def lowest_price(self) -> Decimal:
        """What lists show: the lowest price in force, perhaps of a minute ago."""
        return self.price if self.tier_price is None else self.tier_price

    @property
    def own_capacity(self) -> int | None:
        """The capacity that it was given."""
        return None if self.capacity_is_derived else self.capacity

    @property
    def tickets_left(self) -> int:
        """Tickets that are neither sold nor held, counting lapsed holds as held."""
        return self.capacity - self.total_tickets_sold - self.tickets_held

    @property
    def tickets_available(self) -> int:
        """Tickets that can be bought: lapsed holds count as free, released or not."""
        return self.tickets_left + self.tickets_lapsed

    @property
    def is_seated(self) -> bool:
        """Whether the event sells numbered seats."""
        return self.seating is Seating.RESERVED

    @property
    def is_online(self) -> bool:
        """Whether people attend it from anywhere: it names no place."""
        return self.venue is None and self.venue_id is None

    @property
    def needs_capacities(self) -> bool:
        """Whether it follows the capacities of its ticket types, so that they need some."""
        return self.capacity_is_derived and not self.is_seated

    def has_holds(self, ticket_types: Iterable[TicketType]) -> bool:
        """Whether something of it is held, lapsed or not, be it of an add-on alone."""
        return self.tickets_held > 0 or any(ticket_type.held for ticket_type in ticket_types)

    @property
    def has_fee_or_tax(self) -> bool:
        """Whether its tickets cost more than their price, or contain a tax: an order has these."""
        has_fee = self.service_fee_fixed or self.service_fee_percent
        return bool(has_fee or self.tax_rates().tickets)

    def check_tax_of(self, ticket_type: TicketType, *, path: str = "body") -> None:
        """Raise ValidationFailed for seats with a tax of their own: a price costs the same."""
        if self.is_seated and ticket_type.admits and ticket_type.tax_rate is not None:
            message = "Seats have the tax of their event: leave this out."
            raise ValidationFailed(f"{path}.tax_rate", message)

    def tax_rates(self, ticket_type: TicketType | None = None) -> TaxRates:
        """The rates of tickets of this type and of the fee on them; of the event itself if None."""
        if self.by_small_business:
            nothing = Decimal("0.00")
            return TaxRates(nothing, nothing, TaxRelief.SMALL_BUSINESS)
        own = ticket_type.tax_rate if ticket_type else None
        fee = self.fee_tax_rate
        return TaxRates(
            self.tax_rate if own is None else own, self.tax_rate if fee is None else fee
        )

    @property
    def listed_tax_rates(self) -> TaxRates:
        """The rates of the ticket whose price lists show."""
        listed, rates = self.listed_tax_rate, self.tax_rates()
        return rates if listed is None or rates.relief else TaxRates(listed, rates.fee)

    @property
    def cancellation_policy(self) -> CancellationPolicy | None:
        """The terms on which buyers may give tickets back; None: only its organizer refunds."""
        until, percent = self.cancellation_until, self.cancellation_kept_percent
        fixed = self.cancellation_kept_fixed
        if until is None or percent is None or fixed is None:
            return None
        return CancellationPolicy(
            until=timedelta(seconds=until), kept_percent=percent, kept_fixed=fixed
        )

    def set_cancellation_policy(self, policy: CancellationPolicy | None) -> None:
        """Let buyers give tickets back on these terms; None leaves refunds to the organizer.

        Raises ValidationFailed for an amount that the currency cannot pay.
        """
        self.cancellation_until = int(policy.until.total_seconds()) if policy else None
        self.cancellation_kept_percent = policy.kept_percent if policy else None
        self.cancellation_kept_fixed = (
            payable(policy.kept_fixed, self.currency, field="body.kept_fixed") if policy else None
        )

    def takes_tickets_back(self, now: datetime) -> bool:
        """Whether buyers may give tickets back now."""
        policy = self.cancellation_policy
        is_open = policy is not None and now < policy.deadline(self.date_time)
        return is_open and self.status is EventStatus.ACTIVE

    def require_taking_tickets_back(
        self, now: datetime, *, is_whole_cancellable: bool
    ) -> CancellationPolicy:
        """Return the terms on which buyers give tickets back now. Raises Forbidden, InvalidState.

        Of a cancelled event all money goes back, and nothing of it is kept. A booking for which
        nothing was paid here can be cancelled as a whole all the same: `is_whole_cancellable`.
        """
        policy = self.cancellation_policy
        if policy is None and is_whole_cancellable:
            why = "Tickets of this event are not given back one by one: cancel the whole booking."
            raise Forbidden(why)
        if policy is None:
            raise Forbidden("This event takes no tickets back: its organizer decides on refunds.")
        self.require_not_cancelled("ticket", "cancelled")
        if not self.takes_tickets_back(now):
            why = "The time to give tickets back is over: only the organizer can refund them now."
            if is_whole_cancellable:
                why = "The time to give single tickets back is over: cancel the whole booking."
            raise InvalidState("ticket", "active", "cancelled", why)
        return policy

    def is_managed_by(self, actor: Actor) -> bool:
        """Whether the actor is its organizer or an admin."""
        is_owner = actor.role is Role.ORGANIZER and actor.id == self.organizer_id
        return actor.is_admin or is_owner

    def require_visible_to(self, actor: Actor | None) -> None:
        """Raise NotFound for a draft that the actor does not manage."""
        is_manager = actor is not None and self.is_managed_by(actor)
        if self.status is EventStatus.DRAFT and not is_manager:
            raise NotFound("event", self.id)

    def require_buyer(self, actor: Actor, user_id: int | None, users: Mapping[int, User]) -> None:
        """Require that the actor may buy for `user_id`; None means the actor.

        Only its organizer and admins (the box office) may buy for others, who are looked up in
        `users`. Raises NotFound (a draft, no such user), Forbidden, AccountInactive.
        """
        self.require_visible_to(actor)
        if user_id is None or user_id == actor.id:
            return
        if not self.is_managed_by(actor):
            raise Forbidden("Only the event's organizer or an administrator can book for others.")
        buyer = users.get(user_id)
        if buyer is None or buyer.deleted_at is not None:
            raise NotFound("user", user_id)
        buyer.require_active()

    def check_dates(self, now: datetime) -> None:
        """Raise ValidationFailed for a start in the past, an end before it, or impossible sales."""
        self._require_future(now)
        self._check_order_of_times(SALES_FIELDS)

    def check_sales_of(
        self,
        ticket_type: TicketType,
        *,
        edited: "Event | TicketType | None" = None,
        changed: Container[str] = SALES_FIELDS,
        path: str = "body",
    ) -> None:
        """Raise ValidationFailed when `changed` times leave no time to sell a ticket type.

        `edited` has those times, the ticket type unless it is given; `path` leads to its fields.
        """

        def limit(called: str, whose: Event | TicketType, field: str) -> Limit:
            is_edited = whose is (edited or ticket_type)
            return Limit(called, getattr(whose, field), field if is_edited else None)

        name = ticket_type.name
        require = partial(require_before, changed=changed, timezone=self.timezone, path=path)
        require(
            limit(f'sales of "{name}" start', ticket_type, "sales_start"),
            limit("they end", ticket_type, "sales_end"),
            limit("the event starts", self, "date_time"),
            limit("sales of the event end", self, "sales_end"),
        )
        require(
            limit("sales of the event start", self, "sales_start"),
            limit(f'sales of "{name}" end', ticket_type, "sales_end"),
        )

    def edit(
        self, changes: EventChanges, *, ticket_types: Sequence[TicketType], now: datetime
    ) -> None:
        """Apply `changes`; price and capacity also apply to the only ticket type that admits.

        A capacity of None follows those of the types from now on; the caller sets it. Raises
        InUse (capacity below what is sold or held, currency of sold tickets) and ValidationFailed
        (a start in the past, sales that could never open, a capacity of zero, a price for several
        ticket types, amounts that the currency cannot pay; with reserved seating, another venue
        or capacity). With another currency the prices of all types may get other decimals.
        """
        capacity = changes.get("capacity")
        if self.is_seated:
            self._require_same_seats(changes)
        elif capacity is not None:
            require_some_capacity(capacity)
        admitting = admissions(ticket_types)
        if changes.get("price", self.price) != self.price and len(admitting) > 1:
            message = "This event has several ticket types: change the price of each of them."
            raise ValidationFailed("body.price", message)
        if (currency := changes.get("currency", self.currency)) != self.currency:
            require_currency(currency, field="body.currency")
            counters = [known.sold + known.held for known in ticket_types]
            if any((self.total_tickets_sold, self.tickets_held, *counters)):
                raise InUse("The currency cannot change once tickets are sold or held.")
        is_rescheduled = changes.get("date_time", self.date_time) != self.date_time
        duration = self.ends_at - self.date_time
        for field, value in changes.items():
            if field != "capacity":
                setattr(self, field, value)
        if "capacity" in changes and not self.is_seated:
            self.capacity_is_derived = capacity is None
            self.capacity = self.capacity if capacity is None else capacity
        if is_rescheduled:
            self.ends_at = changes.get("ends_at", self.date_time + duration)
            self._require_future(now)
        self._check_order_of_times(changes)
        for ticket_type in ticket_types:
            self.check_sales_of(ticket_type, edited=self, changed=changes)
        require_capacity(self.capacity, taken=self.total_tickets_sold + self.tickets_held)
        if len(admitting) == 1:
            self._edit_only_type(admitting[0], changes)
        self._require_payable(changes, ticket_types)
        if changes.keys() & {"price", "currency"}:
            self.reprice(ticket_types)

    def sync_capacity(
        self, ticket_types: Sequence[TicketType], seats: SeatCounts
    ) -> list[TicketType]:
        """Set all capacities to the numbers of seats; the types whose capacity changed.

        `ticket_types` are all types of the event, `seats` the counts of its venue. Raises InUse
        when that would be fewer seats than are sold or held.
        """
        changed = []
        admitting = admissions(ticket_types)
        for ticket_type in admitting:
            capacity = seat_count(ticket_type, admitting, seats)
            if capacity != ticket_type.capacity:
                require_capacity(capacity, taken=ticket_type.sold + ticket_type.held)
                ticket_type.capacity = capacity
                changed.append(ticket_type)
        self.capacity = sum(ticket_type.capacity for ticket_type in admitting)
        require_capacity(self.capacity, taken=self.total_tickets_sold + self.tickets_held)
        for ticket_type in admitting:
            ticket_type.event_left = self.tickets_available
        return changed

    def reprice(self, ticket_types: Sequence[TicketType]) -> bool:
        """Set the price to the lowest that everybody sees, and what lists show; whether it changed.

        `ticket_types` are all of the event; add-ons and hidden types are not counted.
        """
        before = self.lowest_price, self.listed_tax_rate
        listed = listed_types(ticket_types)
        self.price = lowest_price(ticket_types)
        has_tiers = any(ticket_type.price_tiers for ticket_type in listed)
        lowest = min(ticket_type.current_price for ticket_type in listed)
        self.tier_price = lowest if has_tiers else None
        shown = min(listed, key=attrgetter("current_price"))
        self.listed_tax_rate = shown.tax_rate
        return (self.lowest_price, self.listed_tax_rate) != before

    def activate(self, now: datetime) -> None:
        """Publish a draft. Raises InvalidState, ValidationFailed (a start in the past)."""
        self._transition_to(EventStatus.ACTIVE)
        self.check_dates(now)

    def complete(self) -> None:
        """Complete an event that took place. Raises InvalidState."""
        self._transition_to(EventStatus.COMPLETED)

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended, was completed early or cancelled: nobody waits for it any more."""
        return self.ends_at <= now or self.status in (EventStatus.COMPLETED, EventStatus.CANCELLED)

    def complete_if_over(self, now: datetime) -> bool:
        """Complete the event if it is active and has ended; whether it did."""
        has_ended = self.status is EventStatus.ACTIVE and self.ends_at <= now
        if has_ended:
            self.complete()
        return has_ended

    def cancel(self) -> None:
        """Cancel the event; the caller cancels its bookings. Raises InvalidState."""
        self._transition_to(EventStatus.CANCELLED)

    def why_not_alive(self, now: datetime) -> EventEnd | None:
        """Return how it has ended; None while people can still come to it."""
        if self.deleted_at is not None:
            return EventEnd.DELETED
        if self.status is EventStatus.CANCELLED:
            return EventEnd.CANCELLED
        return EventEnd.OVER if self.is_over(now) else None

    def require_not_cancelled(self, noun: str, wanted: str) -> None:
        """Raise InvalidState when the event is cancelled, as if what belongs to it already were.

        Of an event with many bookings the last are cancelled minutes later.
        """
        if self.status is EventStatus.CANCELLED:
            raise InvalidState(noun, EventStatus.CANCELLED.value, wanted)

    def delete(self, *, live_bookings: int, now: datetime) -> None:
        """Soft-delete the event. Raises InUse while it has live bookings."""
        if live_bookings:
            raise InUse("This event has pending or confirmed bookings. Cancel the event first.")
        self.deleted_at = now

    def require_limit(self, quantity: int, *, held: int) -> None:
        """Raise TicketLimitExceeded when `quantity` more tickets would exceed the limit per user.

        `held` is the number of live tickets that the buyer has for this event.
        """
        limit = self.max_tickets_per_user
        if limit is not None and held + quantity > limit:
            raise TicketLimitExceeded(limit=limit, held=held)

    def require_on_sale(self, now: datetime) -> None:
        """Raise SalesClosed unless it is active, has not started and is in its sales window."""
        if self.status is not EventStatus.ACTIVE:
            raise SalesClosed(f"This event is {self.status.value}; no tickets are on sale.")
        if now >= self.date_time:
            raise SalesClosed("The event has already started.")
        require_sales_window("this event", self.sales_start, self.sales_end, now)

    def _edit_only_type(self, ticket_type: TicketType, changes: EventChanges) -> None:
        if "price" in changes:
            ticket_type.edit({"price": changes["price"]}, currency=self.currency)
        # The capacity of numbered seats is derived from the seats, one that was left out follows.
        capacity = changes.get("capacity")
        if capacity is not None and not self.is_seated and not ticket_type.capacity_is_derived:
            ticket_type.edit({"capacity": capacity}, currency=self.currency)

    def _require_payable(self, changes: EventChanges, ticket_types: Sequence[TicketType]) -> None:
        """Give amounts that are changed the decimals of the currency, all if that is changed.

        Raises ValidationFailed for one that the currency cannot pay.
        """

        def exact(amount: Decimal, field: str) -> Decimal:
            if not changes.keys() & {field, "currency"}:
                return amount
            named = field if field in changes else "currency"
            return payable(amount, self.currency, field=f"body.{named}")

        self.price = exact(self.price, "price")
        self.service_fee_fixed = exact(self.service_fee_fixed, "service_fee_fixed")
        if self.cancellation_kept_fixed is not None:
            kept = exact(self.cancellation_kept_fixed, "cancellation_kept_fixed")
            self.cancellation_kept_fixed = kept
        for ticket_type in ticket_types:
            ticket_type.price = exact(ticket_type.price, "price")
            ticket_type.price_tiers = tuple(
                replace(tier, price=exact(tier.price, "currency"))
                for tier in ticket_type.price_tiers
            )

    def _require_same_seats(self, changes: EventChanges) -> None:
        if changes.get("venue_id", self.venue_id) != self.venue_id:
            message = "The venue of an event with reserved seating cannot change."
            raise ValidationFailed("body.venue_id", message)
        require_seat_count(changes.get("capacity"), self.capacity, what="this event")

    def _require_future(self, now: datetime) -> None:
        if self.date_time <= now:
            raise ValidationFailed("body.date_time", "The event must start in the future.")

    def _check_order_of_times(self, changed: Container[str]) -> None:
        if self.ends_at <= self.date_time:
            raise ValidationFailed("body.ends_at", "The event must end after it starts.")
        start = Limit("sales start", self.sales_start, "sales_start")
        end = Limit("they end", self.sales_end, "sales_end")
        starts = Limit("the event starts", self.date_time, "date_time")
        require_before(start, end, starts, changed=changed, timezone=self.timezone)

    def _transition_to(self, wanted: EventStatus) -> None:
        require_transition("event", TRANSITIONS, current=self.status, wanted=wanted)
        self.status = wanted
