"""Read the history of an order."""

from collections.abc import Sequence

from src.application.dtos.audit import AuditRecord
from src.application.ports.audit import AuditReader
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository

MAX_ENTRIES = 200


class ReadOrderHistory:
    """Read what happened to an order, its bookings, tickets and payments, oldest first.

    Authorization: organizers with a line of theirs, and admins. Of an order that is not theirs as
    a whole an organizer reads what happened to their own bookings and tickets.
    """

    def __init__(
        self,
        orders: OrderRepository,
        events: EventRepository,
        transactions: TransactionRepository,
        audit: AuditReader,
    ) -> None:
        self._orders = orders
        self._events = events
        self._transactions = transactions
        self._audit = audit

    async def execute(self, actor: Actor, order_id: int) -> Sequence[AuditRecord]:
        whole = await self._orders.get(order_id)
        events = await self._events.by_ids({booking.event_id for booking in whole.bookings})
        order = whole.part_of({event.id for event in events.values() if event.is_managed_by(actor)})
        if not order.bookings:
            raise NotFound("order", order_id)
        subjects = [("booking", booking.id) for booking in order.bookings]
        subjects += [
            ("ticket", ticket.id) for booking in order.bookings for ticket in booking.tickets
        ]
        if order is whole:
            subjects.append(("order", order_id))
            transactions = await self._transactions.of_order(order_id)
            subjects += [("transaction", transaction.id) for transaction in transactions]
        return await self._audit.of_subjects(subjects, limit=MAX_ENTRIES)
