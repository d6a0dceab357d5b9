"""Get and list transactions."""

from src.application.access import require_admin
from src.application.selling.order_for_update import require_order_party
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.transaction import TransactionFilter, TransactionRepository


class ListTransactions:
    """List all transactions, newest first.

    Authorization: admins.
    """

    def __init__(self, transactions: TransactionRepository) -> None:
        self._transactions = transactions

    async def execute(
        self, actor: Actor, wanted: TransactionFilter, page: PageRequest
    ) -> Page[Transaction]:
        require_admin(actor)
        return await self._transactions.search(wanted, page)


class GetTransaction:
    """Get a transaction.

    Authorization: the buyer of its order, organizers who own every line, and admins.
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
        try:
            await _require_access(actor, transaction.order_id, self._orders, self._events)
        except NotFound:
            raise NotFound("transaction", transaction_id) from None
        return transaction


class ListOrderTransactions:
    """List the transactions of an order, oldest first, of a deleted order too.

    Authorization: its buyer, organizers who own every line, and admins.
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
        await _require_access(actor, order_id, self._orders, self._events)
        return await self._transactions.search(TransactionFilter(order_id=order_id), page)


async def _require_access(
    actor: Actor, order_id: int, orders: OrderRepository, events: EventRepository
) -> None:
    """Raise NotFound unless the actor may see the order's money, which outlives the order."""
    order = await orders.get_any(order_id)
    if actor.id != order.user_id and not actor.is_admin:
        known = await events.by_ids(order.event_ids)
        require_order_party(actor, order, list(known.values()))
