"""Allocation of tickets and seats to requests, in order of arrival.

It computes from data that was read under the event's lock, without I/O. A batch of requests has
the same outcome as the same requests one by one; a refusal concerns that request only.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from src.domain.entities.discount_terms import DiscountLine
from src.domain.entities.event import Event, Seating
from src.domain.entities.ticket import Place
from src.domain.entities.ticket_type import TicketType, admissions
from src.domain.entities.venue import Seat
from src.domain.errors import (
    InsufficientTickets,
    NotFound,
    SalesClosed,
    SeatTaken,
    TicketingError,
    TicketLimitExceeded,
    ValidationFailed,
)
from src.domain.services.discount_uses import DiscountUses
from src.domain.services.seating import FreeSeats
from src.domain.shared.money import ZERO

MAX_LIVE_HOLDS = 5
"""How many holds a user may have on an event at a time; held stock cannot be bought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRequest:
    """A request for tickets of one event: seats by id, or a number of tickets.

    `quantity` is the number of `seat_ids` where those are given. With `is_best_available` the
    system chooses `quantity` seats, in `section` if given. `ticket_type_id` None means the
    event's only type that admits. Add-ons have no seats: they are asked for by number.
    `unit_price` is what the buyer gives for each ticket, where that is theirs to say; one that was
    said earlier (`is_price_adjusted`) follows what the type says now.
    """

    quantity: int
    ticket_type_id: int | None = None
    seat_ids: tuple[int, ...] = ()
    is_best_available: bool = False
    section: str | None = None
    unit_price: Decimal | None = None
    is_price_adjusted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationRequest:
    """A buyer's request for tickets of one event, which is allocated completely or not at all.

    A booking has one item, an order one for each of its lines. Add-ons go with a ticket: of the
    same request, or a live one of the buyer. With `is_hold` the request counts as one of the
    buyer's open holds. `discount_ids` are the codes of one name of
    which it uses one. Hidden ticket types exist for a request with `sees_hidden`, and for one that
    has a code that opens them; `opened` are types that were opened before. With `is_late` it is
    what was ordered in time and paid late: it needs stock, seats and the limit per person, and not
    that anything is on sale, or a ticket beside add-ons. With `is_complimentary` its tickets cost
    nothing.
    """

    buyer_id: int
    items: tuple[TicketRequest, ...]
    is_hold: bool = False
    is_late: bool = False
    discount_ids: tuple[int, ...] = ()
    sees_hidden: bool = False
    opened: frozenset[int] = frozenset()
    is_complimentary: bool = False

    def is_add_ons_alone(self, ticket_types: Iterable[TicketType]) -> bool:
        """Whether it asks for nothing but add-ons."""
        add_ons = {known.id for known in ticket_types if not known.admits}
        return bool(add_ons) and all(item.ticket_type_id in add_ons for item in self.items)


class Stock:
    """The stock of an event, under a lock: nothing else changes it in the meantime."""

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
        """`held_by_buyer` counts live tickets that admit, `holds_by_buyer` pending bookings.

        `seats`, in natural order, are all seats that the requests can take, `taken_seat_ids`
        those that are not free.
        """
        self._event = event
        self._ticket_types = {ticket_type.id: ticket_type for ticket_type in ticket_types}
        admitting = admissions(ticket_types)
        self._by_section = {ticket_type.section: ticket_type for ticket_type in admitting}
        self._has_tiers = any(ticket_type.price_tiers for ticket_type in ticket_types)
        self._left = event.tickets_left
        self._left_of_type = {
            ticket_type.id: ticket_type.capacity - ticket_type.sold - ticket_type.held
            for ticket_type in ticket_types
        }
        self._held_by_buyer = Counter(held_by_buyer or {})
        self._holds_by_buyer = Counter(holds_by_buyer or {})
        self._seats = {seat.id: seat for seat in seats}
        self._taken = set(taken_seat_ids)
        self._free: dict[tuple[int, str | None], FreeSeats] = {}
        self._discount_uses = discount_uses or DiscountUses({}, {})

    def allocate(self, request: AllocationRequest, now: datetime) -> list[Place]:
        """Take the places of all items out of the stock, or none of them.

        Raises SalesClosed, ValidationFailed, NotFound, TicketLimitExceeded, SeatTaken,
        InsufficientTickets, DiscountInvalid.
        """
        buyer_id = request.buyer_id
        places: list[Place] = []
        try:
            for item in request.items:
                places += self._take(item, request, now)
            self._require_ticket(request, places)
            self._use_code(request, places, now)
        except TicketingError:
            self._put_back(request, places)
            raise
        self._holds_by_buyer[buyer_id] += request.is_hold
        return places

    def give_back(self, request: AllocationRequest, places: Sequence[Place]) -> None:
        """Undo the allocation of these places to a request without a code."""
        self._holds_by_buyer[request.buyer_id] -= request.is_hold
        self._put_back(request, places)

    def _put_back(self, request: AllocationRequest, places: Sequence[Place]) -> None:
        admitted = sum(place.ticket_type.admits for place in places)
        self._left += admitted
        self._held_by_buyer[request.buyer_id] -= admitted
        for place in places:
            self._left_of_type[place.ticket_type.id] += 1
        seats = {place.seat.id for place in places if place.seat is not None}
        if seats:
            self._taken -= seats
            # Computed again with the seats that were put back.
            self._free.clear()

    def _require_ticket(self, request: AllocationRequest, places: Sequence[Place]) -> None:
        is_alone = not any(place.ticket_type.admits for place in places)
        if is_alone and not request.is_late and not self._held_by_buyer[request.buyer_id]:
            message = "Add-ons go with a ticket of this event: choose a ticket too."
            raise ValidationFailed("body.ticket_type_id", message, reason="add_on_alone")

    def _use_code(self, request: AllocationRequest, places: Sequence[Place], now: datetime) -> None:
        hidden = hidden_types(request, places)
        lines = discount_lines(self._event, places)
        uses, ids = self._discount_uses, request.discount_ids
        uses.give(request, uses.use(ids, request.buyer_id, lines, now, opening=hidden))

    def _take(self, item: TicketRequest, request: AllocationRequest, now: datetime) -> list[Place]:
        """Take the places of one item out of the stock; if it is refused, nothing is taken."""
        if not request.is_late:
            self._event.require_on_sale(now)
        places = self._choose(item, self._visible(request))
        wanted = Counter(place.ticket_type.id for place in places)
        if not request.is_late:
            for ticket_type_id in wanted:
                self._ticket_types[ticket_type_id].require_on_sale(now)
        places = self._priced(places, item, request, now)
        admitted = sum(place.ticket_type.admits for place in places)
        self._require_limits(admitted, request)
        for ticket_type_id, quantity in wanted.items():
            left = self._left_of_type[ticket_type_id]
            available = max(0, min(left, self._left) if admitted else left)
            if quantity > available or admitted > self._left:
                raise InsufficientTickets(
                    requested=item.quantity,
                    available=available,
                    scarce=self._scarce(ticket_type_id, left, quantity),
                )
        self._remove(request.buyer_id, places, wanted, admitted)
        return places

    def _scarce(self, ticket_type_id: int, left: int, wanted: int) -> tuple[int, str] | None:
        """The type that has fewer than are wanted, where there are others to choose."""
        if left >= wanted or len(self._ticket_types) == 1:
            return None
        return ticket_type_id, self._ticket_types[ticket_type_id].name

    def _priced(
        self, places: list[Place], item: TicketRequest, request: AllocationRequest, now: datetime
    ) -> list[Place]:
        """The places at the prices in force: those of a type one after the other."""
        if request.is_complimentary:
            return [replace(place, price=ZERO) for place in places]
        if item.unit_price is None and not self._has_tiers:
            return places
        types = {place.ticket_type.id: place.ticket_type for place in places}
        counts = Counter(place.ticket_type.id for place in places)
        prices = {
            type_id: iter(self._prices(types[type_id], quantity, item, now))
            for type_id, quantity in counts.items()
        }
        return [replace(place, price=next(prices[place.ticket_type.id])) for place in places]

    def _prices(
        self, ticket_type: TicketType, quantity: int, item: TicketRequest, now: datetime
    ) -> list[Decimal]:
        given = item.unit_price
        if item.is_price_adjusted:
            given = ticket_type.nearest_unit_price(given)
        if given is not None:
            return [ticket_type.require_unit_price(given, self._event.currency)] * quantity
        taken = ticket_type.capacity - self._left_of_type[ticket_type.id]
        return ticket_type.prices(quantity, now=now, taken=taken)

    def _require_limits(self, admitted: int, request: AllocationRequest) -> None:
        if admitted:
            self._event.require_limit(admitted, held=self._held_by_buyer[request.buyer_id])
        holds = self._holds_by_buyer[request.buyer_id]
        if request.is_hold and holds >= MAX_LIVE_HOLDS:
            raise TicketLimitExceeded(limit=MAX_LIVE_HOLDS, held=holds, what="open reservation")

    def _visible(self, request: AllocationRequest) -> dict[int, TicketType]:
        """The ticket types that exist for the request."""
        opened = self._discount_uses.opened(request.discount_ids) | request.opened
        return {
            ticket_type.id: ticket_type
            for ticket_type in self._ticket_types.values()
            if request.sees_hidden or not ticket_type.is_hidden or ticket_type.id in opened
        }

    def _choose(self, item: TicketRequest, visible: Mapping[int, TicketType]) -> list[Place]:
        add_on = visible.get(item.ticket_type_id or 0)
        if add_on is not None and not add_on.admits:
            if item.seat_ids or item.section is not None:
                message = f'The add-on "{add_on.name}" has no seats.'
                raise ValidationFailed("body.seat_ids", message)
            return [Place.at_list_price(add_on) for _ in range(item.quantity)]
        if self._event.seating is Seating.GENERAL:
            if item.seat_ids or item.is_best_available:
                raise ValidationFailed("body.seat_ids", "This event has no numbered seats.")
            ticket_type = _chosen_type(item, visible)
            return [Place.at_list_price(ticket_type) for _ in range(item.quantity)]
        if item.seat_ids:
            return self._places_by_id(item, visible)
        if item.is_best_available:
            return self._best_places(item, visible)
        message = "This event has numbered seats: give seat_ids, or best_available."
        raise ValidationFailed("body.seat_ids", message, reason="missing")

    def _places_by_id(self, item: TicketRequest, visible: Mapping[int, TicketType]) -> list[Place]:
        places = []
        for seat_id in item.seat_ids:
            seat = self._seats.get(seat_id)
            ticket_type = None if seat is None else self._type_of_section(seat.section)
            if seat is None or ticket_type is None or ticket_type.id not in visible:
                raise NotFound("seat", seat_id)
            if item.ticket_type_id not in (None, ticket_type.id):
                message = f'Seat {seat_id} is sold as "{ticket_type.name}".'
                raise ValidationFailed("body.ticket_type_id", message)
            places.append(Place.at_list_price(ticket_type, seat))
        if taken := [seat_id for seat_id in item.seat_ids if seat_id in self._taken]:
            raise SeatTaken(taken)
        return places

    def _best_places(self, item: TicketRequest, visible: Mapping[int, TicketType]) -> list[Place]:
        if item.section is None:
            ticket_type = _chosen_type(item, visible)
        else:
            seller = self._type_of_section(item.section)
            is_there = seller is not None and seller.id in visible
            if seller is None or not is_there or item.ticket_type_id not in (None, seller.id):
                raise NotFound("section", item.section)
            ticket_type = seller
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

    def _type_of_section(self, section: str) -> TicketType | None:
        # A type without a section sells the sections that no other type names.
        return self._by_section.get(section) or self._by_section.get(None)

    def _remove(
        self, buyer_id: int, places: Sequence[Place], wanted: Mapping[int, int], admitted: int
    ) -> None:
        self._left -= admitted
        for ticket_type_id, quantity in wanted.items():
            self._left_of_type[ticket_type_id] -= quantity
        self._held_by_buyer[buyer_id] += admitted
        seats = [place.seat for place in places if place.seat is not None]
        self._taken.update(seat.id for seat in seats)
        for free in self._free.values():
            free.take(seats)


def _chosen_type(item: TicketRequest, visible: Mapping[int, TicketType]) -> TicketType:
    if item.ticket_type_id is not None:
        if item.ticket_type_id not in visible:
            raise NotFound("ticket type", item.ticket_type_id)
        return visible[item.ticket_type_id]
    admitting = admissions(visible.values())
    if not admitting:
        raise SalesClosed("No tickets of this event are on sale.")
    if len(admitting) > 1:
        message = "This event has several ticket types: give ticket_type_id."
        raise ValidationFailed("body.ticket_type_id", message, reason="missing")
    return admitting[0]


def discount_lines(event: Event, places: Sequence[Place]) -> list[DiscountLine]:
    """These places of one event as what a code may cover, at their prices in force."""
    prices: dict[int, list[Decimal]] = {}
    for place in places:
        prices.setdefault(place.ticket_type.id, []).append(place.price)
    return [
        DiscountLine(event, type_id, sum(of_type, ZERO), len(of_type))
        for type_id, of_type in prices.items()
    ]


def hidden_types(request: AllocationRequest, places: Sequence[Place]) -> set[int]:
    """The hidden ticket types among these places that the request needs a code for."""
    if request.sees_hidden:
        return set()
    hidden = {place.ticket_type.id for place in places if place.ticket_type.is_hidden}
    return hidden - request.opened


def allocate(
    stock: Stock, requests: Iterable[AllocationRequest], now: datetime
) -> list[list[Place] | TicketingError]:
    """Allocate each request in order of arrival; its places, or its refusal."""
    outcomes: list[list[Place] | TicketingError] = []
    for request in requests:
        try:
            outcomes.append(stock.allocate(request, now))
        except TicketingError as refusal:
            outcomes.append(refusal)
    return outcomes


def allocate_together(
    wanted: Sequence[tuple[Stock, AllocationRequest]], now: datetime
) -> list[list[Place]]:
    """Allocate what one buyer wants of several events, all of it or nothing.

    The requests have no codes. Raises the first refusal.
    """
    taken: list[list[Place]] = []
    try:
        for stock, request in wanted:
            taken.append(stock.allocate(request, now))
    except TicketingError:
        for (stock, request), places in zip(wanted, taken, strict=False):
            stock.give_back(request, places)
        raise
    return taken
