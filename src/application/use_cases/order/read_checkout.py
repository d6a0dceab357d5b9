"""Read an order by its reference, with all that a checkout shows."""

from collections.abc import Sequence
from datetime import datetime

from src.application.access import require_own_order
from src.application.ports.database import Clock
from src.application.ports.payments import MANUAL, PaymentProviders
from src.application.selling.checkout import Checkout
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.services.payment_terms import (
    instructions_for,
    offers_bank_transfer,
    why_no_bank_transfer,
)


class ReadCheckout:
    """Read an order with its events, ticket types, payments and the ways to pay.

    Authorization: its buyer and admins; anybody else learns nothing of it.
    """

    def __init__(
        self,
        orders: OrderRepository,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        clock: Clock,
        *,
        transfer_details: str,
    ) -> None:
        self._orders = orders
        self._events = events
        self._ticket_types = ticket_types
        self._transactions = transactions
        self._providers = providers
        self._clock = clock
        self._transfer_details = transfer_details

    async def execute(self, actor: Actor, reference: str) -> Checkout:
        order_id = await self._orders.id_of(reference)
        # Before the order: a payment that is recorded between the two reads is then seen under
        # way or confirmed, never as a paid order that still waits for its buyer.
        transactions = await self._transactions.of_order(order_id)
        order = await self._orders.get(order_id)
        try:
            require_own_order(actor, order)
        except NotFound:
            raise NotFound("order", reference) from None
        now = self._clock()
        events = await self._events.by_ids({item.event_id for item in order.items})
        return Checkout(
            order=order,
            events=events,
            ticket_types=await self._ticket_types.by_ids(
                {item.ticket_type_id for item in order.items}
            ),
            transactions=transactions,
            providers=self._ways_to_pay(order, list(events.values()), now),
            transfer_details=instructions_for(list(events.values()), self._transfer_details),
            now=now,
        )

    def _ways_to_pay(self, order: Order, events: Sequence[Event], now: datetime) -> list[str]:
        """The providers for this order, the default first.

        A bank transfer is among them where its events give it days, or as the only way there is.
        """
        default = self._providers.default
        others = [name for name in self._providers.by_name if name != default]
        held_since = order.held_since or now
        is_offered = offers_bank_transfer(events, held_since, now) or (
            not others and why_no_bank_transfer(events, held_since, now) is None
        )
        return [name for name in (default, *others) if name != MANUAL or is_offered]
