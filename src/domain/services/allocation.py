"""Deciding who gets what, in order of arrival: the heart of every sale.

A pure function over what the database said under the event's lock. A batch of requests has the
same outcome as the same requests one by one; a refusal refuses that request alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from src.domain.entities.discount import Discount
from src.domain.entities.event import Event, Seating
from src.domain.entities.ticket import Place
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.venue import Seat
from src.domain.errors import (
    InsufficientTickets,
    NotFound,
    SeatTaken,
    TicketingError,
    TicketLimitExceeded,
    ValidationFailed,
)
from src.domain.services.seating import FreeSeats

MAX_LIVE_HOLDS = 5
"""Holds that one user may have on one event at a time: stock that nobody can buy meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRequest:
    """Tickets of one event: seats by id, or a number of tickets.

    `quantity` is the number of `seat_ids` where those are given. `is_best_available` lets the
    system choose the seats of a number, in `section` if given. `ticket_type_id` None means the
    event's only type.
    """

    quantity: int
    ticket_type_id: int | None = None
    seat_ids: tuple[int, ...] = ()
    is_best_available: bool = False
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationRequest:
    """What one buyer requests of one event; all of it is allocated or nothing.

    A booking has one item, an order one for each of its lines. `is_hold` counts it, once,
    towards the buyer's open holds. `discount_id` names the code that is used with it.
    """

    buyer_id: int
    items: tuple[TicketRequest, ...]
    is_hold: bool = False
    discount_id: int | None = None


class DiscountUses:
    """What is left of discount codes, and the using of them: nothing else changes it meanwhile."""

    def __init__(
        self, discounts: Mapping[int, Discount], used_by_user: Mapping[tuple[int, int], int]
    ) -> None:
        """`used_by_user` counts by (discount id, user id)."""
        self._discounts = discounts
        self._used_by_user = Counter(used_by_user)

    def require(self, discount_id: int | None, user_id: int, now: datetime) -> Discount | None:
        """The code, if one is wanted. Raises DiscountInvalid when this buyer cannot use it."""
        if discount_id is None:
            return None
        discount = self._discounts[discount_id]
        discount.require_usable(used_by_user=self._used_by_user[discount_id, user_id], now=now)
        return discount

    def get(self, discount_id: int | None) -> Discount | None:
        """The code, if one is named."""
        return None if discount_id is None else self._discounts[discount_id]

    def note(self, discount_id: int | None, user_id: int) -> None:
        """One more use of it."""
        if discount_id is not None:
            self._discounts[discount_id].used += 1
            self._used_by_user[discount_id, user_id] += 1


class Stock:
    """What is left of an event, and the taking of it: nothing else changes it meanwhile."""

    def __init__(
        self,
        event: Event,
        ticket_types: Sequence[TicketType],
        *,
        held_by_buyer: Mapping[int, int] | None = None,
        holds_by_buyer: Mapping[int, int] | None = None,
        seats: Sequence[Seat] = (),
        taken_seat_ids: Collection[int] = (),
        discount_uses: DiscountUses | None = None,
    ) -> None:
        """`held_by_buyer` counts live tickets, `holds_by_buyer` pending bookings.

        `seats`, in natural order, are all that the requests can touch, `taken_seat_ids` those
        of them that are not free.
        """
        self._event = event
        self._ticket_types = {one.id: one for one in ticket_types}
        self._by_section = {one.section: one for one in ticket_types}
        self._left = event.tickets_left
        self._left_of_type = {one.id: one.capacity - one.sold - one.held for one in ticket_types}
        self._held_by_buyer = Counter(held_by_buyer or {})
        self._holds_by_buyer = Counter(holds_by_buyer or {})
        self._seats = {seat.id: seat for seat in seats}
        self._taken = set(taken_seat_ids)
        self._free: dict[tuple[int, str | None], FreeSeats] = {}
        self._discount_uses = discount_uses or DiscountUses({}, {})

    def allocate(self, request: AllocationRequest, now: datetime) -> list[Place]:
        """The places of all items; or the refusal of one of them, and nothing is taken.

        Raises SalesClosed, ValidationFailed, NotFound, TicketLimitExceeded, SeatTaken,
        InsufficientTickets, DiscountInvalid.
        """
        buyer_id = request.buyer_id
        discount = self._discount_uses.require(request.discount_id, buyer_id, now)
        if discount is not None:
            self._require_covered(discount, request)
        before = self._left, dict(self._left_of_type), self._held_by_buyer[buyer_id]
        places: list[Place] = []
        try:
            for item in request.items:
                places += self._take(item, request, now)
        except TicketingError:
            if places:
                self._left, self._left_of_type, self._held_by_buyer[buyer_id] = before
                self._taken -= {place.seat.id for place in places if place.seat is not None}
                # They are found anew, with the seats that were put back.
                self._free.clear()
            raise
        self._holds_by_buyer[buyer_id] += request.is_hold
        self._discount_uses.note(request.discount_id, buyer_id)
        return places

    def _require_covered(self, discount: Discount, request: AllocationRequest) -> None:
        types = [self._ticket_types.get(item.ticket_type_id or 0) for item in request.items]
        lines = [
            (self._event, ticket_type.id, ticket_type.price)
            for ticket_type in types
            if ticket_type is not None
        ]
        # An unknown type is refused as such.
        if len(lines) == len(types):
            discount.amounts(lines, currency=self._event.currency)

    def _take(self, item: TicketRequest, request: AllocationRequest, now: datetime) -> list[Place]:
        """The places of one item, taken out of the stock; or its refusal, and nothing is."""
        self._event.require_on_sale(now)
        places = self._choose(item)
        wanted = Counter(place.ticket_type.id for place in places)
        for ticket_type_id in wanted:
            self._ticket_types[ticket_type_id].require_on_sale(now)
        self._require_limits(item, request)
        for ticket_type_id, quantity in wanted.items():
            available = max(0, min(self._left_of_type[ticket_type_id], self._left))
            if quantity > available or item.quantity > self._left:
                raise InsufficientTickets(requested=item.quantity, available=available)
        self._remove(request.buyer_id, places, wanted)
        return places

    def _require_limits(self, item: TicketRequest, request: AllocationRequest) -> None:
        self._event.require_limit(item.quantity, held=self._held_by_buyer[request.buyer_id])
        holds = self._holds_by_buyer[request.buyer_id]
        if request.is_hold and holds >= MAX_LIVE_HOLDS:
            raise TicketLimitExceeded(limit=MAX_LIVE_HOLDS, held=holds, what="open reservation")

    def _choose(self, item: TicketRequest) -> list[Place]:
        if self._event.seating is Seating.GENERAL:
            if item.seat_ids or item.is_best_available:
                raise ValidationFailed("body.seat_ids", "This event has no numbered seats.")
            ticket_type = self._chosen_type(item)
            return [Place.at_list_price(ticket_type) for _ in range(item.quantity)]
        if item.seat_ids:
            return self._places_by_id(item)
        if item.is_best_available:
            return self._best_places(item)
        message = "This event has numbered seats: give seat_ids, or best_available."
        raise ValidationFailed("body.seat_ids", message, reason="missing")

    def _places_by_id(self, item: TicketRequest) -> list[Place]:
        places = []
        for seat_id in item.seat_ids:
            seat = self._seats.get(seat_id)
            ticket_type = None if seat is None else self._type_of_section(seat.section)
            if seat is None or ticket_type is None:
                raise NotFound("seat", seat_id)
            if item.ticket_type_id not in (None, ticket_type.id):
                message = f'Seat {seat_id} is sold as "{ticket_type.name}".'
                raise ValidationFailed("body.ticket_type_id", message)
            places.append(Place.at_list_price(ticket_type, seat))
        if taken := [seat_id for seat_id in item.seat_ids if seat_id in self._taken]:
            raise SeatTaken(taken)
        return places

    def _best_places(self, item: TicketRequest) -> list[Place]:
        if item.section is None:
            ticket_type = self._chosen_type(item)
        else:
            found = self._type_of_section(item.section)
            if found is None or item.ticket_type_id not in (None, found.id):
                raise NotFound("section", item.section)
            ticket_type = found
        free = self._free_seats(ticket_type, item.section)
        best = free.best(item.quantity)
        if best is None:
            raise InsufficientTickets(requested=item.quantity, available=free.count)
        return [Place.at_list_price(ticket_type, seat) for seat in best]

    def _free_seats(self, ticket_type: TicketType, section: str | None) -> FreeSeats:
        key = (ticket_type.id, section)
        if key not in self._free:
            seats = (
                seat
                for seat in self._seats.values()
                if self._type_of_section(seat.section) is ticket_type
                and section in (None, seat.section)
            )
            self._free[key] = FreeSeats(seats, self._taken)
        return self._free[key]

    def _chosen_type(self, item: TicketRequest) -> TicketType:
        if item.ticket_type_id is not None:
            if item.ticket_type_id not in self._ticket_types:
                raise NotFound("ticket type", item.ticket_type_id)
            return self._ticket_types[item.ticket_type_id]
        if len(self._ticket_types) > 1:
            message = "This event has several ticket types: say which one."
            raise ValidationFailed("body.ticket_type_id", message, reason="missing")
        return next(iter(self._ticket_types.values()))

    def _type_of_section(self, section: str) -> TicketType | None:
        # A type without a section covers those that no other type names.
        return self._by_section.get(section) or self._by_section.get(None)

    def _remove(self, buyer_id: int, places: Sequence[Place], wanted: Mapping[int, int]) -> None:
        self._left -= len(places)
        for ticket_type_id, quantity in wanted.items():
            self._left_of_type[ticket_type_id] -= quantity
        self._held_by_buyer[buyer_id] += len(places)
        seats = [place.seat for place in places if place.seat is not None]
        self._taken.update(seat.id for seat in seats)
        for free in self._free.values():
            free.take(seats)


def allocate(
    stock: Stock, requests: Iterable[AllocationRequest], now: datetime
) -> list[list[Place] | TicketingError]:
    """The places or the refusal of each request, in order of arrival."""
    outcomes: list[list[Place] | TicketingError] = []
    for request in requests:
        try:
            outcomes.append(stock.allocate(request, now))
        except TicketingError as refusal:
            outcomes.append(refusal)
    return outcomes
