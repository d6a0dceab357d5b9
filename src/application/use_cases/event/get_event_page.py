"""Get everything that is to be said of an event in one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from src.application.catalogue.opened_types import types_for
from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.ports.catalogue import CatalogueReader, EventBackground
from src.application.ports.database import Clock
from src.domain.entities.event import Event
from src.domain.entities.price_tier import PriceTier
from src.domain.entities.sale_phase import SalePhase, event_phase, type_phase
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.repositories.discount import DiscountRepository
from src.domain.services.pricing import Amounts, price_line

SECONDS_TO_KEEP = 15.0


@dataclass(frozen=True, slots=True)
class Offer:
    """A ticket type as a buyer sees it: what one ticket costs with everything, and what later.

    `tier` is the price tier in force, `left` how many tickets it is for if that is a number.
    """

    ticket_type: TicketType
    amounts: Amounts
    phase: SalePhase
    tier: PriceTier | None = None
    left: int | None = None
    later: Amounts | None = None


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event as it is at `now`, with its offers and its background.

    `code` is the discount code that was given, if it can be used for one of the offers.
    """

    event: Event
    phase: SalePhase
    offers: Sequence[Offer]
    background: EventBackground
    now: datetime
    code: str | None = None

    @property
    def tickets(self) -> list[Offer]:
        """The offers that admit."""
        return [offer for offer in self.offers if offer.ticket_type.admits]

    @property
    def add_ons(self) -> list[Offer]:
        """The offers that go with a ticket."""
        return [offer for offer in self.offers if not offer.ticket_type.admits]


class GetEventPage:
    """Get an event with its ticket types, their prices with fees and taxes, whether they are on
    sale, who organizes it, where the venue is, and the time it was moved from.

    Authorization: none; drafts are visible to their managers only, and hidden ticket types to
    them and to who gives a discount `code` that opens them; another code is refused with
    `discount_invalid`. What does not change with a
    sale is at most fifteen seconds old.
    """

    def __init__(
        self,
        event_snapshots: Snapshots[int, EventSnapshot],
        catalogue: CatalogueReader,
        discounts: DiscountRepository,
        clock: Clock,
    ) -> None:
        self._event_snapshots = event_snapshots
        self._backgrounds = Snapshots[int, EventBackground](
            catalogue.background, max_age=SECONDS_TO_KEEP
        )
        self._discounts = discounts
        self._clock = clock

    async def execute(
        self, actor: Actor | None, event_id: int, code: str | None = None
    ) -> EventPage:
        snapshot = await self._event_snapshots.get(event_id)
        event, now = snapshot.event, self._clock()
        event.require_visible_to(actor)
        types = await types_for(self._discounts, snapshot, actor, code, now)
        event = snapshot.event_with(types)
        offers = [
            _offer(event, ticket_type, type_phase(event, ticket_type, now)) for ticket_type in types
        ]
        background = await self._backgrounds.get(event_id)
        return EventPage(event, event_phase(event, now), offers, background, now, code)


def _offer(event: Event, ticket_type: TicketType, phase: SalePhase) -> Offer:
    later, rates = ticket_type.next_price, event.tax_rates(ticket_type)
    return Offer(
        ticket_type,
        price_line(event, ticket_type.current_price, 1, rates=rates),
        phase,
        ticket_type.in_force.tier,
        ticket_type.left_at_price,
        None if later is None else price_line(event, later, 1, rates=rates),
    )
