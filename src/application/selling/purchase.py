"""What waits in a lane, and what it leads to."""

from dataclasses import dataclass, field

from src.domain.entities.booking import Booking
from src.domain.entities.cart import CartItem
from src.domain.entities.event import Event, Payment
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.allocation import Basket, SaleRequest
from src.domain.services.checkout import Contact


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """Tickets of one type; the house chooses the seats where they are numbered and none named."""

    event_id: int
    ticket_type_id: int
    quantity: int
    seat_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWish:
    """What an order is beside its tickets.

    `cart` is the cart it was made from, as it was read: it is emptied with the sale, which is
    refused when the cart has changed since.
    """

    lines: tuple[OrderLine, ...]
    discount_id: int | None = None
    contact: Contact = field(default_factory=Contact)
    cart: tuple[CartItem, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """One waiting buyer, with an order's lines in place of the command's tickets if given."""

    actor: Actor
    command: BookTicketsCommand
    order: OrderWish | None = None

    @property
    def buyer_id(self) -> int:
        return self.command.user_id or self.actor.id

    def makes_order(self, event: Event) -> bool:
        """Whatever is paid online is paid through an order."""
        return self.order is not None or event.payment is Payment.ONLINE

    def requests(self, event: Event) -> SaleRequest | Basket:
        """What it takes out of the event's stock."""
        command = self.command
        is_hold = command.is_reservation or event.payment is Payment.ONLINE
        if self.order is not None:
            lines = self.order.lines
            return basket(event, lines, self.buyer_id, self.order.discount_id, is_hold=is_hold)
        return SaleRequest(
            buyer_id=self.buyer_id,
            quantity=command.quantity,
            is_hold=is_hold,
            ticket_type_id=command.ticket_type_id,
            seat_ids=command.seat_ids,
            is_best_available=command.is_best_available,
            section=command.section,
        )


@dataclass(frozen=True, slots=True)
class Sold:
    """The booking, and the order that it is paid through, if it is."""

    booking: Booking
    order: Order | None = None


def basket(
    event: Event,
    lines: tuple[OrderLine, ...],
    buyer_id: int,
    discount_id: int | None,
    *,
    is_hold: bool,
) -> Basket:
    """An order's lines of this event."""
    return Basket(
        tuple(
            SaleRequest(
                buyer_id=buyer_id,
                quantity=line.quantity,
                is_hold=is_hold,
                ticket_type_id=line.ticket_type_id,
                seat_ids=line.seat_ids,
                is_best_available=event.is_seated and not line.seat_ids,
            )
            for line in lines
        ),
        discount_id,
    )
