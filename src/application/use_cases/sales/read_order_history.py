"""Read the history of an order."""

from collections.abc import Sequence

from src.application.dtos.audit import AuditRecord
from src.application.ports.audit import AuditReader
from src.application.selling.order_for_update import manages_all
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository

MAX_ENTRIES = 200


class ReadOrderHistory:
    """Read what happened to an order, its bookings, tickets and payments, oldest first.

    Authorization: organizers who own every line, and admins.
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
        order = await self._orders.get(order_id)
        events = await self._events.by_ids({booking.event_id for booking in order.bookings})
        if not manages_all(actor, list(events.values())):
            raise NotFound("order", order_id)
        subjects = [("order", order_id)]
        subjects += [("booking", booking.id) for booking in order.bookings]
        subjects += [
            ("ticket", ticket.id) for booking in order.bookings for ticket in booking.tickets
        ]
        transactions = await self._transactions.of_order(order_id)
        subjects += [("transaction", transaction.id) for transaction in transactions]
        return await self._audit.of_subjects(subjects, limit=MAX_ENTRIES)
