"""Events as cards: what a list says of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.domain.entities.event import Event
from src.domain.entities.sale_phase import SalePhase, event_phase
from src.domain.services.pricing import price_line
from src.presentation.web.addresses import event_path
from src.presentation.web.event_pictures import EventPicture, picture_of

FEW = 20
"""So many tickets are few, whatever the size of the event."""


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list; `price` is the lowest, with fees and taxes."""

    event: Event
    path: str
    picture: EventPicture
    phase: SalePhase
    price: Decimal

    @property
    def few_left(self) -> int | None:
        """How many tickets are left where they are few and on sale."""
        left = self.event.tickets_available
        return left if self.phase is SalePhase.ON_SALE and left <= FEW else None


def cards_of(events: Iterable[Event], now: datetime) -> list[EventCard]:
    """The cards of these events."""
    return [
        EventCard(
            event,
            event_path(event.id, event.title),
            picture_of(event),
            event_phase(event, now),
            price_line(event, event.lowest_price, 1, rates=event.listed_tax_rates).total_amount,
        )
        for event in events
    ]
