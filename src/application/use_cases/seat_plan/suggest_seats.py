"""Suggest seats of an event."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.seat_plans import SeatPlans
from src.domain.entities.section_plan import PlannedSeat
from src.domain.entities.user import Actor
from src.domain.services.seat_choice import best_seats, nearest_seats

MAX_SUGGESTED = 50


@dataclass(frozen=True, slots=True)
class SuggestSeatsCommand:
    """How many seats, at one price if it is given; or instead of which, if some were lost.

    `kept` are the seats that the buyer has chosen besides.
    """

    quantity: int = 0
    price: Decimal | None = None
    lost: Collection[int] = ()
    kept: Collection[int] = ()


class SuggestSeats:
    """Suggest free seats: the best ones together, or for seats that were lost the nearest.

    Authorization: none; drafts are visible to their managers only. Nothing is held, and at most
    50 are suggested. Empty when fewer are free.
    """

    def __init__(
        self, event_snapshots: Snapshots[int, EventSnapshot], seat_plans: SeatPlans[Any]
    ) -> None:
        self._event_snapshots = event_snapshots
        self._seat_plans = seat_plans

    async def execute(
        self, actor: Actor | None, event_id: int, command: SuggestSeatsCommand
    ) -> list[PlannedSeat]:
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        now = await self._seat_plans.read(event_id)
        sections = [
            section
            for section in now.hall.sections
            if command.price in (None, now.hall.sellers[section.plan.section].current_price)
        ]
        if command.lost:
            lost = list(command.lost)[:MAX_SUGGESTED]
            return nearest_seats(sections, now.taken_ids, lost, command.kept)
        quantity = min(command.quantity, MAX_SUGGESTED)
        if quantity < 1:
            return []
        return best_seats(sections, now.taken_ids | set(command.kept), quantity)
