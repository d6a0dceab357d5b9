"""Give tickets away."""

from dataclasses import dataclass

from src.application.access import require_event_manager
from src.application.concurrency.idempotency import Outcome
from src.application.selling.buy import Buy
from src.application.selling.purchase import (
    OrderItemRequest,
    OrderLines,
    Purchase,
    read_order_lines,
)
from src.application.use_cases.sales.add_guest import AddGuest
from src.domain.entities.booking import Booking
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, ValidationFailed
from src.domain.repositories.event import EventRepository
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplimentaryTickets:
    """What is given to whom, and why: to a user, or to a guest with `name` and `email`."""

    event_id: int
    item: OrderItemRequest
    reason: str
    user_id: int | None = None
    name: str | None = None
    email: str | None = None
    idempotency: IdempotentRequest | None = None


class GiveTickets:
    """Give tickets of an event away: they cost nothing, also where the event is paid online.

    Authorization: the event's organizer and admins. Refused as a booking is: the tickets take
    stock and seats, count for price tiers, and for the limit of the user who gets them. They are
    confirmed at once, without fee and tax, and are sent to the receiver. Who has no account is
    given by `name` and `email`, and becomes a guest; the address is not looked up among accounts.

    The `reason` is for who manages the event: the receiver does not see it. Safe to repeat with
    the same `Idempotency-Key`.
    """

    def __init__(
        self,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        add_guest: AddGuest,
        buy: Buy,
    ) -> None:
        self._events = events
        self._ticket_types = ticket_types
        self._add_guest = add_guest
        self._buy = buy

    async def execute(self, actor: Actor, gift: ComplimentaryTickets) -> Outcome[Booking]:
        require_event_manager(actor, await self._events.get(gift.event_id))
        lines = await read_order_lines(self._ticket_types, [gift.item])
        if lines[0].event_id != gift.event_id:
            raise NotFound("ticket type", gift.item.ticket_type_id)
        receiver_id = gift.user_id
        if receiver_id is None:
            if gift.name is None or gift.email is None:
                message = "Say who gets the tickets: a user, or a name and an e-mail address."
                raise ValidationFailed("body.user_id", message, reason="missing")
            receiver_id = await self._add_guest.execute(actor, gift.name)
        contact = Contact(contact_name=gift.name, contact_email=gift.email)
        purchase = Purchase(
            actor=actor,
            wanted=OrderLines(lines=lines, contact=contact),
            user_id=receiver_id,
            idempotency=gift.idempotency,
            complimentary_reason=gift.reason,
        )
        sold = await self._buy.execute(purchase)
        return Outcome(sold.result.booking, sold.is_replayed)
