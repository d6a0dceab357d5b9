"""The repository of ticket types."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class TicketTypeFilter:
    """A filter of the ticket types of active events: those that admit, or add-ons.

    `currency`, `event_name`, `venue` and the dates are about the event.
    """

    event_id: int | None = None
    status: TicketTypeStatus | None = None
    category: str | None = None
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    currency: str | None = None
    is_available: bool | None = None
    event_name: str | None = None
    venue: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    admits: bool = True


class TicketTypeRepository(Protocol):
    """Ticket types; `get` raises NotFound."""

    async def get(self, ticket_type_id: int) -> TicketType: ...

    async def by_ids(self, ticket_type_ids: Collection[int]) -> dict[int, TicketType]:
        """Return the ticket types by id."""

    async def event_ids(self, ticket_type_ids: Collection[int]) -> dict[int, int]:
        """Return the id of the event of each type, by the type's id.

        It never changes; a type that was deleted meanwhile may still have one.
        """

    async def of_event(self, event_id: int) -> list[TicketType]:
        """Return all types of the event by id. After `events.lock` their counters are current."""

    async def search(self, wanted: TicketTypeFilter, page: PageRequest) -> Page[TicketType]: ...

    async def currencies(self, wanted: TicketTypeFilter) -> list[str]:
        """Return the currencies of what is wanted at any price, the most frequent first."""

    async def add(self, ticket_types: Sequence[TicketType]) -> None:
        """Store the ticket types and set their ids."""

    async def save(self, ticket_type: TicketType) -> None:
        """Store its edits and update its version; triggers keep its counters."""

    async def delete(self, ticket_type_id: int) -> None: ...

    async def has_tickets(self, event_id: int, ticket_type_id: int) -> bool:
        """Whether any ticket, even a cancelled one, is of this type."""
