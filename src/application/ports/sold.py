"""Ports for reading what was sold; `scope` is whose events it is about."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from src.application.dtos.analytics import Scope
from src.application.dtos.dispute import DisputeState, ListedDispute
from src.application.dtos.sold import (
    Concern,
    EventSellThrough,
    ListedRefund,
    RefundState,
    SoldAddOn,
    SoldBooking,
    SoldOrder,
    SoldSearch,
    SoldSum,
    SoldTransaction,
    TransactionSearch,
)
from src.domain.repositories.page import Page, PageRequest


class SoldOrderReader(Protocol):
    """Reads orders with a line of an event in scope, and of each no more than these lines."""

    async def search(
        self, scope: Scope, wanted: SoldSearch, page: PageRequest
    ) -> Page[SoldOrder]: ...

    async def ids(self, scope: Scope, wanted: SoldSearch, page: PageRequest) -> Page[int]:
        """The ids of what `search` finds."""

    async def count(self, scope: Scope, wanted: SoldSearch) -> int: ...

    async def sums(self, scope: Scope, wanted: SoldSearch) -> Sequence[SoldSum]:
        """What is found by currency; nothing if that is too much to add up in a few seconds."""


class SoldBookingReader(Protocol):
    """Reads bookings of events in scope."""

    async def search(
        self, scope: Scope, wanted: SoldSearch, page: PageRequest
    ) -> Page[SoldBooking]: ...

    async def ids(self, scope: Scope, wanted: SoldSearch, page: PageRequest) -> Page[int]:
        """The ids of what `search` finds."""

    async def count(self, scope: Scope, wanted: SoldSearch) -> int: ...

    async def sums(self, scope: Scope, wanted: SoldSearch) -> Sequence[SoldSum]:
        """What is found by currency; nothing if that is too much to add up in a few seconds."""


class SoldAddOnReader(Protocol):
    """Reads what was sold of the add-ons of an event, by booking and add-on."""

    async def search(
        self, event_id: int, ticket_type_id: int | None, page: PageRequest
    ) -> Page[SoldAddOn]:
        """Return a page of them, in the order of their sale."""

    async def all(self, event_id: int, ticket_type_id: int | None) -> Sequence[SoldAddOn]:
        """Return them all, by the name of the buyer."""


class SoldTransactionReader(Protocol):
    """Reads payments and refunds of what is for lines of events in scope."""

    async def search(
        self, scope: Scope, wanted: TransactionSearch, page: PageRequest
    ) -> Page[SoldTransaction]: ...

    async def count(self, scope: Scope, wanted: TransactionSearch) -> int: ...

    async def sums(self, scope: Scope, wanted: TransactionSearch) -> Sequence[SoldSum]:
        """As of `SoldOrderReader`."""


class RefundReader(Protocol):
    """Reads refunds of events in scope, and of orders of which every line is of such an event."""

    async def search(
        self, scope: Scope, state: RefundState | None, page: PageRequest
    ) -> Page[ListedRefund]: ...

    async def find(self, scope: Scope, refund_id: int) -> ListedRefund | None: ...

    async def cancelled_events(self, scope: Scope, *, limit: int) -> Sequence[tuple[int, str]]:
        """Return (id, title) of cancelled events with refunds, the newest first."""


class DisputeReader(Protocol):
    """Reads disputes of orders of which every line is of an event in scope."""

    async def search(
        self, scope: Scope, state: DisputeState | None, page: PageRequest
    ) -> Page[ListedDispute]: ...

    async def find(self, scope: Scope, dispute_id: int) -> ListedDispute | None: ...


class SellThroughReader(Protocol):
    """Reads the stock of active events, the next to start first, or of the one event in scope."""

    async def __call__(
        self, scope: Scope, now: datetime, *, limit: int
    ) -> Sequence[EventSellThrough]: ...


class ConcernReader(Protocol):
    """Reads what needs a person, the most pressing kind first."""

    async def __call__(self, scope: Scope, now: datetime) -> Sequence[Concern]: ...
