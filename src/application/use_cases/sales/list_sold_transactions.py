"""List the payments and refunds of an organizer's events."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.dtos.sold import SoldSum, SoldTransaction, TransactionSearch
from src.application.ports.sold import SoldTransactionReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class SoldTransactions:
    """A page of transactions, and the sums of all that were found."""

    page: Page[SoldTransaction]
    sums: Sequence[SoldSum]


class ListSoldTransactions:
    """List payments and refunds with their buyers, and what they come to by currency.

    Authorization: organizers for orders with a line of theirs, admins for all. Of an order that
    is not theirs as a whole an organizer sees what is for their own lines. Refused with
    `not_found` for another organizer's event.
    """

    def __init__(self, transactions: SoldTransactionReader, events: EventRepository) -> None:
        self._transactions = transactions
        self._events = events

    async def execute(
        self, actor: Actor, wanted: TransactionSearch, page: PageRequest
    ) -> SoldTransactions:
        scope = await scope_of(actor, wanted.event_id, self._events)
        found = await self._transactions.search(scope, wanted, page)
        return SoldTransactions(found, await self._transactions.sums(scope, wanted))
