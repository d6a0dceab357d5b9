"""Get and list transactions."""

from src.application.access import as_seen_by
from src.application.dtos.sold import TransactionSearch
from src.application.ports.sold import SoldTransactionReader
from src.application.reports.read_timeline import scope_of
from src.application.selling.order_for_update import require_order_party
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.transaction import TransactionFilter, TransactionRepository


class ListTransactions:
    """List payments and refunds, newest first.

    Authorization: organizers for orders with a line of theirs, admins for all. Of an order that
    is not theirs as a whole an organizer sees what is for their own lines. Refused with
    `not_found` for another organizer's event.
    """

    def __init__(self, finder: SoldTransactionReader, events: EventRepository) -> None:
        self._finder = finder
        self._events = events

    async def execute(
        self, actor: Actor, wanted: TransactionSearch, page: PageRequest
    ) -> Page[Transaction]:
        scope = await scope_of(actor, wanted.event_id, self._events)
        found = await self._finder.search(scope, wanted, page)
        return found.map(lambda sold: sold.transaction)


class GetTransaction:
    """Get a transaction.

    Authorization: the buyer of its order, organizers who own every line, and admins; for a refund
    of an event, its organizer as well. The buyer alone gets the `client_secret` and the
    `redirect_url` of an open payment.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        orders: OrderRepository,
        events: EventRepository,
    ) -> None:
        self._transactions = transactions
        self._orders = orders
        self._events = events

    async def execute(self, actor: Actor, transaction_id: int) -> Transaction:
        transaction = await self._transactions.get(transaction_id)
        if not transaction.is_payment and transaction.event_id is not None:
            events = await self._events.by_ids([transaction.event_id])
            if events[transaction.event_id].is_managed_by(actor):
                return transaction
        try:
            order = await _visible(actor, transaction.order_id, self._orders, self._events)
        except NotFound:
            raise NotFound("transaction", transaction_id) from None
        return as_seen_by(actor, transaction, order)


class ListOrderTransactions:
    """List the transactions of an order, oldest first, of a deleted order too.

    Authorization: its buyer, organizers who own every line, and admins. The buyer alone gets the
    `client_secret` and the `redirect_url` of an open payment.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        orders: OrderRepository,
        events: EventRepository,
    ) -> None:
        self._transactions = transactions
        self._orders = orders
        self._events = events

    async def execute(self, actor: Actor, order_id: int, page: PageRequest) -> Page[Transaction]:
        order = await _visible(actor, order_id, self._orders, self._events)
        found = await self._transactions.search(TransactionFilter(order_id=order_id), page)
        return found.map(lambda transaction: as_seen_by(actor, transaction, order))


async def _visible(
    actor: Actor, order_id: int, orders: OrderRepository, events: EventRepository
) -> Order:
    """Return the order, deleted or not: its money outlives it. Raises NotFound."""
    order = await orders.get_any(order_id)
    if actor.id != order.user_id and not actor.is_admin:
        known = await events.by_ids(order.event_ids)
        require_order_party(actor, order, list(known.values()))
    return order
