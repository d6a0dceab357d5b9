"""Sell tickets of one event to everybody who waits in its lane, in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from src.application.idempotency import Outcome
from src.application.ports import (
    AuditEntry,
    Clock,
    IdempotentRequest,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.application.use_cases.booking.draw_until_new import draw_until_new
from src.application.use_cases.booking.release_holds import release_run_out_holds
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event, Payment, Seating
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor, User
from src.domain.entities.venue import Seat
from src.domain.errors import (
    CodeCollision,
    Forbidden,
    IdempotencyInProgress,
    NotFound,
    TicketingError,
)
from src.domain.services.allocation import Place, SaleRequest, Stock, allocate
from src.domain.services.ticket_code import RandomCode


@dataclass(frozen=True, slots=True, kw_only=True)
class BookTicketsCommand:
    """`user_id` None means the caller, `ticket_type_id` None the event's only type.

    `quantity` is the number of `seat_ids` where those are given. `is_reservation` asks for a
    hold also where a booking would be confirmed at once.
    """

    event_id: int
    quantity: int
    user_id: int | None = None
    ticket_type_id: int | None = None
    seat_ids: tuple[int, ...] = ()
    is_best_available: bool = False
    section: str | None = None
    is_reservation: bool = False
    idempotency: IdempotentRequest | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """One waiting buyer."""

    actor: Actor
    command: BookTicketsCommand


Answer = Outcome[Booking] | Exception
Recalled = Mapping[IdempotentRequest, Booking | TicketingError]


class SellTickets:
    """What a lane runs: decides a batch of sales of one event and stores it."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        random_code: RandomCode,
        hold_for: timedelta,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._random_code = random_code
        self._hold_for = hold_for

    async def execute(self, event_id: int, sales: Sequence[Sale]) -> list[Answer]:
        """An outcome or a refusal for each sale, in order.

        When the transaction of several fails, each is tried by itself: one that cannot be
        stored must not fail its neighbours. Raises what refuses them all, such as NotFound.
        """
        try:
            return await self._sell(event_id, sales)
        except (CodeCollision, IdempotencyInProgress):
            pass
        except TicketingError:
            raise
        except Exception:
            if len(sales) == 1:
                raise
        return [await self._sell_alone(event_id, sale) for sale in sales]

    async def _sell_alone(self, event_id: int, sale: Sale) -> Answer:
        async def attempt() -> Answer:
            (answer,) = await self._sell(event_id, [sale])
            return answer

        try:
            return await draw_until_new(attempt)
        except Exception as error:
            return error

    async def _sell(self, event_id: int, sales: Sequence[Sale]) -> list[Answer]:
        async with self._unit_of_work() as uow:
            # Before the event's lock is waited for: who repeats a request that still runs in
            # another process is told at once.
            recalled = await _recall(uow, sales)
            event, ticket_types = await uow.events.lock_for_sale(event_id)
            # The wait for the lock may be what makes a sale too late.
            now = self._clock()
            has_released = event.tickets_held and await release_run_out_holds(uow, event_id, now)
            if has_released:
                event, ticket_types = await uow.events.read_for_sale(event_id)
            answers = await _answer_at_once(uow, event, sales, recalled)
            requests = {
                i: _sale_request(event, sale) for i, sale in enumerate(sales) if i not in answers
            }
            stock = await _stock(uow, event, ticket_types, list(requests.values()))
            allocated = allocate(stock, requests.values(), now)
            sold = []
            for (i, request), places in zip(requests.items(), allocated, strict=True):
                if isinstance(places, TicketingError):
                    answers[i] = places
                else:
                    booking = self._book(event, request, places, now)
                    answers[i] = Outcome(booking)
                    sold.append((sales[i], booking))
            if sold:
                await _store(uow, sold)
            if sold or has_released:
                await uow.commit()
        return [answers[i] for i in range(len(sales))]

    def _book(
        self, event: Event, request: SaleRequest, places: Sequence[Place], now: datetime
    ) -> Booking:
        booking = Booking.of_places(
            event,
            places,
            user_id=request.buyer_id,
            hold_for=self._hold_for,
            now=now,
            random_code=self._random_code,
        )
        if not request.is_hold:
            booking.confirm(now=now, random_code=self._random_code)
        return booking


async def _recall(uow: UnitOfWork, sales: Sequence[Sale]) -> Recalled:
    keys = {key for sale in sales if (key := sale.command.idempotency) is not None}
    return await uow.idempotency_keys.recall(list(keys), Booking) if keys else {}


async def _answer_at_once(
    uow: UnitOfWork, event: Event, sales: Sequence[Sale], recalled: Recalled
) -> dict[int, Answer]:
    """The answers that need no stock: replays, keys in use, and whom the house refuses."""
    named = {sale.command.user_id for sale in sales if sale.command.user_id != sale.actor.id}
    users = await uow.users.by_ids([one for one in named if one]) if named - {None} else {}
    answers: dict[int, Answer] = {}
    seen: set[tuple[int, str]] = set()
    for i, sale in enumerate(sales):
        if (key := sale.command.idempotency) is not None:
            if (key.caller_id, key.key) in seen:
                answers[i] = IdempotencyInProgress()
                continue
            seen.add((key.caller_id, key.key))
            match recalled.get(key):
                case Booking() as earlier:
                    answers[i] = Outcome(earlier, is_replayed=True)
                    continue
                case TicketingError() as refusal:
                    answers[i] = refusal
                    continue
        try:
            _require_may_buy(event, sale, users)
        except TicketingError as refusal:
            answers[i] = refusal
    return answers


def _require_may_buy(event: Event, sale: Sale, users: Mapping[int, User]) -> None:
    event.require_visible_to(sale.actor)
    user_id = sale.command.user_id
    if user_id is None or user_id == sale.actor.id:
        return
    if not event.is_managed_by(sale.actor):
        raise Forbidden("Only the event's organizer or an administrator can book for others.")
    buyer = users.get(user_id)
    if buyer is None or buyer.deleted_at is not None:
        raise NotFound("user", user_id)
    buyer.require_active()


def _sale_request(event: Event, sale: Sale) -> SaleRequest:
    command = sale.command
    return SaleRequest(
        buyer_id=command.user_id or sale.actor.id,
        quantity=command.quantity,
        is_hold=command.is_reservation or event.payment is Payment.ONLINE,
        ticket_type_id=command.ticket_type_id,
        seat_ids=command.seat_ids,
        is_best_available=command.is_best_available,
        section=command.section,
    )


async def _stock(
    uow: UnitOfWork,
    event: Event,
    ticket_types: Sequence[TicketType],
    requests: Sequence[SaleRequest],
) -> Stock:
    """What these requests can touch of the event's stock, with as few queries as they need."""
    buyer_ids = list({request.buyer_id for request in requests})
    is_limited = event.max_tickets_per_user is not None
    has_holds = event.tickets_held > 0 and any(request.is_hold for request in requests)
    seats: Sequence[Seat] = ()
    taken: Collection[int] = ()
    if event.seating is Seating.RESERVED and event.venue_id is not None:
        if any(request.is_best_available for request in requests):
            seats = await uow.venues.seats(event.venue_id)
            taken = await uow.tickets.taken_seats(event.id)
        else:
            seat_ids = [seat_id for request in requests for seat_id in request.seat_ids]
            seats = await uow.venues.seats_by_ids(event.venue_id, seat_ids)
            taken = await uow.tickets.taken_seats(event.id, seat_ids)
    return Stock(
        event,
        ticket_types,
        held_by_buyer=await uow.tickets.live_counts(event.id, buyer_ids) if is_limited else None,
        holds_by_buyer=await uow.bookings.hold_counts(event.id, buyer_ids) if has_holds else None,
        seats=seats,
        taken_seat_ids=taken,
    )


async def _store(uow: UnitOfWork, sold: Sequence[tuple[Sale, Booking]]) -> None:
    """One statement for all bookings, one for their tickets, one for the log, one for the keys."""
    await uow.bookings.add([booking for _, booking in sold])
    entries = [
        AuditEntry(
            f"booking.{booking.status}",
            "booking",
            booking.id,
            booking.event_id,
            after={
                "status": booking.status,
                "user_id": booking.user_id,
                "quantity": booking.quantity,
                "total_amount": booking.total_amount,
            },
            by=sale.actor,
        )
        for sale, booking in sold
    ]
    await uow.audit.record(None, entries)
    answers = {
        sale.command.idempotency: booking for sale, booking in sold if sale.command.idempotency
    }
    if answers:
        await uow.idempotency_keys.remember(answers)
