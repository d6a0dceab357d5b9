"""Get what was sold as a table, of any length."""

from functools import partial

from src.application.dtos.sold import (
    SoldBooking,
    SoldOrder,
    SoldSearch,
    SoldSort,
    SoldTransaction,
    TransactionSearch,
)
from src.application.ports.sold import SoldBookingReader, SoldOrderReader, SoldTransactionReader
from src.application.reports.exports import Export, Exports
from src.application.reports.read_timeline import scope_of
from src.application.use_cases.order.read_orders import view_of_orders
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository


class ExportOrders:
    """Get the orders that the list of orders has as a table, a row for each.

    Authorization: as for the list. Of an order that is not theirs as a whole an organizer sees
    their own lines and what these come to. Two tables at a time for one user.
    """

    def __init__(self, orders: SoldOrderReader, events: EventRepository, exports: Exports) -> None:
        self._orders = orders
        self._events = events
        self._exports = exports

    async def execute(
        self,
        actor: Actor,
        wanted: SoldSearch,
        sort: SoldSort = SoldSort.NEWEST,
        *,
        is_managed: bool = False,
    ) -> Export[SoldOrder]:
        scope, wanted = await view_of_orders(actor, wanted, self._events, is_managed=is_managed)
        number = await self._orders.count(scope, wanted)
        read = partial(self._orders.search, scope, wanted)
        return Export(number, actor.id, self._exports, read, _streamed(sort))


class ExportBookings:
    """Get bookings as a table, a row for each.

    Authorization: organizers for bookings of their own events, admins for all. Refused with
    `not_found` for another organizer's event. Two tables at a time for one user.
    """

    def __init__(
        self, bookings: SoldBookingReader, events: EventRepository, exports: Exports
    ) -> None:
        self._bookings = bookings
        self._events = events
        self._exports = exports

    async def execute(
        self, actor: Actor, wanted: SoldSearch, sort: SoldSort = SoldSort.NEWEST
    ) -> Export[SoldBooking]:
        scope = await scope_of(actor, wanted.event_id, self._events)
        number = await self._bookings.count(scope, wanted)
        read = partial(self._bookings.search, scope, wanted)
        return Export(number, actor.id, self._exports, read, _streamed(sort))


class ExportTransactions:
    """Get payments and refunds as a table, a row for each.

    Authorization: organizers for orders with a line of theirs, admins for all. Of an order that
    is not theirs as a whole an organizer sees what is for their own lines. Refused with
    `not_found` for another organizer's event. Two tables at a time for one user.
    """

    def __init__(
        self, transactions: SoldTransactionReader, events: EventRepository, exports: Exports
    ) -> None:
        self._transactions = transactions
        self._events = events
        self._exports = exports

    async def execute(
        self, actor: Actor, wanted: TransactionSearch, sort: SoldSort = SoldSort.NEWEST
    ) -> Export[SoldTransaction]:
        scope = await scope_of(actor, wanted.event_id, self._events)
        number = await self._transactions.count(scope, wanted)
        read = partial(self._transactions.search, scope, wanted)
        return Export(number, actor.id, self._exports, read, _streamed(sort))


def _streamed(sort: SoldSort) -> SoldSort:
    """The order in which a table is read: by amount no index finds the next page."""
    return SoldSort.OLDEST if sort is SoldSort.OLDEST else SoldSort.NEWEST
