"""List the movements of the ledger, or get them as a table of any length."""

from functools import partial

from src.application.dtos.movement import Movement, MovementSearch
from src.application.ports.reports import MovementReader
from src.application.reports.exports import Export, Exports
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest

OLDEST_FIRST = "id"


class ListMovements:
    """List each entry of the ledger with the provider's reference, the oldest first.

    Authorization: organizers for what is for their own events; admins for all, also for money
    that bought nothing. Refused with `not_found` for another organizer's event.
    """

    def __init__(self, movements: MovementReader, events: EventRepository) -> None:
        self._movements = movements
        self._events = events

    async def execute(
        self, actor: Actor, wanted: MovementSearch, page: PageRequest
    ) -> Page[Movement]:
        scope = await scope_of(actor, wanted.event_id, self._events)
        return await self._movements.search(scope, wanted, page)


class ExportMovements:
    """Get the entries of the ledger as a table, a row for each.

    Authorization: as for the list. Two tables at a time for one user.
    """

    def __init__(
        self, movements: MovementReader, events: EventRepository, exports: Exports
    ) -> None:
        self._movements = movements
        self._events = events
        self._exports = exports

    async def execute(self, actor: Actor, wanted: MovementSearch) -> Export[Movement]:
        scope = await scope_of(actor, wanted.event_id, self._events)
        number = await self._movements.count(scope, wanted)
        read = partial(self._movements.search, scope, wanted)
        return Export(number, actor.id, self._exports, read, OLDEST_FIRST)
