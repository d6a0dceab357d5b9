"""Get and list transactions."""

from src.application.access import require_admin
from src.application.use_cases.order.read_orders import GetOrder
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
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

    Authorization: the buyer of its order, organizers who own every line, and admins; for a refund
    of an event, its organizer as well.
    """

    def __init__(
        self, transactions: TransactionRepository, get_order: GetOrder, events: EventRepository
    ) -> None:
        self._transactions = transactions
        self._get_order = get_order
        self._events = events

    async def execute(self, actor: Actor, transaction_id: int) -> Transaction:
        transaction = await self._transactions.get(transaction_id)
        if not transaction.is_payment and transaction.event_id is not None:
            events = await self._events.by_ids([transaction.event_id])
            if events[transaction.event_id].is_managed_by(actor):
                return transaction
        try:
            await self._get_order.execute(actor, transaction.order_id)
        except NotFound:
            raise NotFound("transaction", transaction_id) from None
        return transaction


class ListOrderTransactions:
    """List the transactions of an order, oldest first.

    Authorization: its buyer, organizers who own every line, and admins.
    """

    def __init__(self, transactions: TransactionRepository, get_order: GetOrder) -> None:
        self._transactions = transactions
        self._get_order = get_order

    async def execute(self, actor: Actor, order_id: int, page: PageRequest) -> Page[Transaction]:
        await self._get_order.execute(actor, order_id)
        return await self._transactions.search(TransactionFilter(order_id=order_id), page)
