"""List somebody's own tickets: by event, and those that are only held yet."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from src.application.dtos.own_tickets import OwnBooking, OwnEvent, OwnHold
from src.application.ports.database import Clock
from src.application.use_cases.holder.read_bookings import ReadBookings
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.repositories.booking import BookingFilter, BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import MAX_LIMIT, Page, PageRequest
from src.domain.repositories.ticket_holder import TicketHolderRepository


class ListOwnTickets:
    """List the events that the caller has bookings or tickets of, each with these.

    With `is_ahead` those to come, earliest first; otherwise those that are over, or of which all
    was cancelled, latest first.
    """

    def __init__(
        self,
        holders: TicketHolderRepository,
        events: EventRepository,
        read_bookings: ReadBookings,
        clock: Clock,
    ) -> None:
        self._holders = holders
        self._events = events
        self._read_bookings = read_bookings
        self._clock = clock

    async def execute(self, actor: Actor, page: PageRequest, *, is_ahead: bool) -> Page[OwnEvent]:
        now = self._clock()
        found = await self._holders.event_ids(actor.id, now=now, is_ahead=is_ahead, page=page)
        events = await self._events.by_ids(found.items)
        bookings = await self._holders.bookings(actor.id, event_ids=found.items)
        tickets = await self._holders.received(actor.id, event_ids=found.items)
        booked: dict[int, list[OwnBooking]] = defaultdict(list)
        for booking, own in zip(
            bookings, await self._read_bookings.execute(bookings, events), strict=True
        ):
            booked[booking.event_id].append(own)
        received = defaultdict(list)
        for ticket, own_ticket in zip(
            tickets, await self._read_bookings.received(tickets), strict=True
        ):
            received[ticket.event_id].append(own_ticket)
        return found.map(
            lambda event_id: OwnEvent(
                event=events[event_id],
                bookings=tuple(sorted(booked[event_id], key=_place)),
                received=tuple(received[event_id]),
            )
        )


class ListOwnHolds:
    """List what is held for the caller until a deadline, the nearest first."""

    def __init__(
        self,
        bookings: BookingRepository,
        events: EventRepository,
        read_bookings: ReadBookings,
        clock: Clock,
    ) -> None:
        self._bookings = bookings
        self._events = events
        self._read_bookings = read_bookings
        self._clock = clock

    async def execute(self, actor: Actor) -> list[OwnHold]:
        wanted = BookingFilter(user_id=actor.id, status=BookingStatus.PENDING)
        found = await self._bookings.search(wanted, PageRequest(MAX_LIMIT, "-id"))
        held = [booking for booking in found.items if not booking.is_lapsed(self._clock())]
        events = await self._events.by_ids({booking.event_id for booking in held})
        owned = await self._read_bookings.execute(held, events)
        return _by_deadline(held, owned, events)


def _by_deadline(
    held: Sequence[Booking], owned: Sequence[OwnBooking], events: dict[int, Event]
) -> list[OwnHold]:
    """The holds of an order as one: they are extended, confirmed and cancelled together."""
    together: dict[tuple[str, int], list[tuple[Event, OwnBooking]]] = defaultdict(list)
    deadlines: dict[tuple[str, int], datetime] = {}
    for booking, own in zip(held, owned, strict=True):
        if booking.expires_at is None:
            continue
        key = ("booking", booking.id) if booking.order_id is None else ("order", booking.order_id)
        together[key].append((events[booking.event_id], own))
        deadlines[key] = booking.expires_at
    holds = [OwnHold(parts=tuple(together[key]), expires_at=at) for key, at in deadlines.items()]
    return sorted(holds, key=lambda hold: hold.expires_at)


LIVE_FIRST = (BookingStatus.PENDING, BookingStatus.CONFIRMED)


def _place(booking: OwnBooking) -> int:
    """Holds, then what is confirmed, then what has ended; each newest first, as they come."""
    return LIVE_FIRST.index(booking.status) if booking.status in LIVE_FIRST else len(LIVE_FIRST)
