"""An event as it is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType, admissions, visible_types
from src.domain.entities.user import Actor
from src.domain.services.shown_stock import Stock, with_stock


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class EventSnapshot:
    """A consistent snapshot of an event and all its ticket types.

    It is shared by concurrent requests and must not be modified. `for_everybody` is the same
    without hidden ticket types, where there are some.
    """

    event: Event
    ticket_types: Sequence[TicketType]
    for_everybody: "EventSnapshot | None" = None

    @property
    def visible_types(self) -> list[TicketType]:
        """The ticket types that everybody sees."""
        return visible_types(self.ticket_types)

    @property
    def tickets_available(self) -> int:
        """The tickets that everybody can buy, without those of hidden types."""
        return self.event_with(self.visible_types).tickets_available

    def event_with(self, shown: Sequence[TicketType]) -> Event:
        """The event as it is for somebody for whom only these of its ticket types exist."""
        admitting = admissions(shown)
        if len(admitting) == len(admissions(self.ticket_types)):
            return self.event
        return with_stock(
            self.event,
            Stock(
                capacity=sum(ticket_type.capacity for ticket_type in admitting),
                sold=sum(ticket_type.sold for ticket_type in admitting),
                held=sum(ticket_type.held for ticket_type in admitting),
                lapsed=sum(ticket_type.lapsed for ticket_type in admitting),
            ),
        )

    def seen_by(self, actor: Actor | None) -> "EventSnapshot":
        """The snapshot for this actor: hidden types exist for the event's managers only.

        It is the same object for all that see the same.
        """
        if self.for_everybody is None or (actor is not None and self.event.is_managed_by(actor)):
            return self
        return self.for_everybody

    @classmethod
    def of(cls, event: Event, ticket_types: Sequence[TicketType]) -> "EventSnapshot":
        """A snapshot together with the one for everybody, where that is another."""
        whole = cls(event, ticket_types)
        visible = whole.visible_types
        if len(visible) == len(ticket_types):
            return whole
        return cls(event, ticket_types, cls(whole.event_with(visible), visible))
