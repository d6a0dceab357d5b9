"""List disputes."""

from src.application.dtos.dispute import DisputeState, ListedDispute
from src.application.ports.sold import DisputeReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListDisputes:
    """List disputes, newest first: payments whose buyers asked their bank for the money.

    Authorization: organizers for orders with a line of theirs, admins for all. Where others sold a
    part of the order (`is_part`), `amount` is the organizer's part. One that is
    a `warning` or `needs_response` is answered at its provider, until `evidence_due_by`. Tickets
    stay valid until it is lost; then those that nobody has used end, if nothing is left of what was
    paid for them.
    """

    def __init__(self, disputes: DisputeReader, events: EventRepository) -> None:
        self._disputes = disputes
        self._events = events

    async def execute(
        self, actor: Actor, state: DisputeState | None, page: PageRequest
    ) -> Page[ListedDispute]:
        scope = await scope_of(actor, None, self._events)
        return await self._disputes.search(scope, state, page)
