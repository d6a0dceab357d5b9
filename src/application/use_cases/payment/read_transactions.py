"""Get and list transactions."""

from dataclasses import replace

from src.application.access import as_seen_by
from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldSort, TransactionSearch
from src.application.ports.sold import SoldTransactionReader
from src.application.reports.read_timeline import scope_of
from src.application.selling.order_for_update import require_order_party
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor, Role
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.transaction import TransactionFilter, TransactionRepository

ONE = PageRequest(limit=1)


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

    Authorization: the buyer of its order, organizers with a line of theirs, and admins. Of an order
    that is not theirs as a whole an organizer sees what is for their own lines, as in the list. The
    buyer alone gets the `client_secret` and the `redirect_url` of an open payment.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        orders: OrderRepository,
        events: EventRepository,
        finder: SoldTransactionReader,
    ) -> None:
        self._transactions = transactions
        self._orders = orders
        self._events = events
        self._finder = finder

    async def execute(self, actor: Actor, transaction_id: int) -> Transaction:
        transaction = await self._transactions.get(transaction_id)
        try:
            order = await _visible(actor, transaction.order_id, self._orders, self._events)
        except NotFound:
            found = await _own_part(actor, self._finder, TransactionSearch(id=transaction_id), ONE)
            if not found.items:
                raise NotFound("transaction", transaction_id) from None
            return found.items[0]
        return as_seen_by(actor, transaction, order)


class ListOrderTransactions:
    """List the transactions of an order, oldest first, of a deleted order too.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees what is for their own lines. The buyer alone gets the
    `client_secret` and the `redirect_url` of an open payment.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        orders: OrderRepository,
        events: EventRepository,
        finder: SoldTransactionReader,
    ) -> None:
        self._transactions = transactions
        self._orders = orders
        self._events = events
        self._finder = finder

    async def execute(self, actor: Actor, order_id: int, page: PageRequest) -> Page[Transaction]:
        try:
            order = await _visible(actor, order_id, self._orders, self._events)
        except NotFound:
            known = await self._events.by_ids(await self._orders.event_ids([order_id]))
            if not any(event.is_managed_by(actor) for event in known.values()):
                raise
            return await _own_part(actor, self._finder, TransactionSearch(order_id=order_id), page)
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


async def _own_part(
    actor: Actor, finder: SoldTransactionReader, wanted: TransactionSearch, page: PageRequest
) -> Page[Transaction]:
    """Return what is for the actor's own lines, oldest first; nothing without the role."""
    if actor.role is not Role.ORGANIZER:
        return Page([])
    after = page.after and replace(page.after, sort=SoldSort.OLDEST)
    by_id = PageRequest(page.limit, SoldSort.OLDEST, after)
    found = await finder.search(Scope(organizer_id=actor.id), wanted, by_id)
    following = found.next and replace(found.next, sort=page.sort)
    return Page([sold.transaction for sold in found.items], following)
