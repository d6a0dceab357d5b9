"""Read what an endpoint is sent: the object as it is now."""

from collections.abc import Awaitable, Callable

from src.application.dtos.webhook import WebhookContent
from src.domain.entities.transaction import Transaction
from src.domain.entities.webhook import WebhookDelivery
from src.domain.errors import NotFound
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.repositories.webhook import WebhookEndpointRepository


class ReadContent:
    """Reads the object of a delivery anew for each attempt.

    Nothing is kept: what was deleted or anonymised since is not sent.
    """

    def __init__(
        self,
        *,
        bookings: BookingRepository,
        orders: OrderRepository,
        transactions: TransactionRepository,
        tickets: TicketRepository,
        events: EventRepository,
        endpoints: WebhookEndpointRepository,
    ) -> None:
        self._transactions = transactions
        self._events = events
        self._readers: dict[str, Callable[[int], Awaitable[object]]] = {
            "booking": bookings.get,
            "order": orders.get,
            "transaction": self._transaction,
            "ticket": tickets.get,
            "event": self._event,
            "webhook": endpoints.get,
        }

    async def execute(self, delivery: WebhookDelivery) -> WebhookContent:
        """The content, without the object if it no longer exists."""
        try:
            resource = await self._readers[delivery.subject](delivery.subject_id)
        except NotFound:
            resource = None
        return WebhookContent(
            type=delivery.type,
            sequence=delivery.message_id,
            occurred_at=delivery.occurred_at,
            subject=delivery.subject,
            subject_id=delivery.subject_id,
            resource=resource,
        )

    async def _transaction(self, transaction_id: int) -> Transaction:
        return (await self._transactions.get(transaction_id)).without_secrets()

    async def _event(self, event_id: int) -> object:
        # A deleted event is found too: `event.deleted` shows it as it was.
        found = (await self._events.by_ids([event_id])).get(event_id)
        if found is None:
            raise NotFound("event", event_id)
        return found
