"""Get and list transactions."""

from src.application.access import as_seen_by
from src.application.dtos.sold import TransactionSearch
from src.application.ports.sold import SoldTransactionReader
from src.application.reports.read_timeline import scope_of
from src.application.use_cases.order.read_orders import GetOrder
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
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

    Authorization: the buyer of its order, organizers who own every line, and admins. The buyer
    alone gets the `client_secret` and the `redirect_url` of an open payment.
    """

    def __init__(self, transactions: TransactionRepository, get_order: GetOrder) -> None:
        self._transactions = transactions
        self._get_order = get_order

    async def execute(self, actor: Actor, transaction_id: int) -> Transaction:
        transaction = await self._transactions.get(transaction_id)
        try:
            order = await self._get_order.execute(actor, transaction.order_id)
        except NotFound:
            raise NotFound("transaction", transaction_id) from None
        return as_seen_by(actor, transaction, order)


class ListOrderTransactions:
    """List the transactions of an order, oldest first.

    Authorization: its buyer, organizers who own every line, and admins. The buyer alone gets the
    `client_secret` and the `redirect_url` of an open payment.
    """

    def __init__(self, transactions: TransactionRepository, get_order: GetOrder) -> None:
        self._transactions = transactions
        self._get_order = get_order

    async def execute(self, actor: Actor, order_id: int, page: PageRequest) -> Page[Transaction]:
        order = await self._get_order.execute(actor, order_id)
        found = await self._transactions.search(TransactionFilter(order_id=order_id), page)
        return found.map(lambda transaction: as_seen_by(actor, transaction, order))
