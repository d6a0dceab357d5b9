"""Cancel the bookings of a cancelled event, in steps that hold up nobody else for long."""

import asyncio
import math
import time

from src.application.ports.database import (
    AuditEntry,
    Clock,
    Touches,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.application.selling.order_for_update import complete_orders
from src.domain.entities.user import Actor

BOOKINGS_PER_STEP = 500


class CancelEventBookings:
    """Cancels what is left of an event's bookings, with a transaction for each step.

    A process makes one step at a time, however many events are being cancelled, and rests after
    each for as long as it took, so that the sales of other events keep most of the database.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._turn = asyncio.Lock()

    async def execute(
        self,
        event_id: int,
        *,
        after_id: int,
        by: Actor | None,
        max_seconds: float = math.inf,
    ) -> int:
        """Cancel the bookings with ids above `after_id`; how many were cancelled.

        After `max_seconds` no step begins, and what is left is left to FinishCancellations.
        """
        cancelled = 0
        last_id: int | None = after_id
        end = time.monotonic() + max_seconds
        while last_id is not None and time.monotonic() < end:
            async with self._turn:
                began = time.monotonic()
                number, last_id = await self._step(event_id, after_id=last_id, by=by)
                cancelled += number
                await asyncio.sleep(time.monotonic() - began)
        return cancelled

    async def _step(
        self, event_id: int, *, after_id: int, by: Actor | None
    ) -> tuple[int, int | None]:
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            await uow.events.lock(event_id, with_deleted=True)
            number, last_id = await cancel_bookings_of_event(
                uow, event_id, after_id=after_id, by=by
            )
            if last_id is None:
                await uow.audit.record(await complete_orders(uow, event_id, self._clock(), by=by))
            await uow.commit()
        return number, last_id


async def cancel_bookings_of_event(
    uow: UnitOfWork, event_id: int, *, after_id: int, by: Actor | None
) -> tuple[int, int | None]:
    """One step: how many bookings it cancelled, and the last one it looked at.

    That is None when none were left. The caller holds the event's lock.
    """
    step = await uow.bookings.cancel_of_event(event_id, after_id=after_id, limit=BOOKINGS_PER_STEP)
    entries = [
        AuditEntry(
            "booking.called_off",
            subject="booking",
            subject_id=change.booking_id,
            event_id=event_id,
            before={"status": change.before},
            after={"status": change.after},
            by=by,
        )
        for change in step.changes
    ]
    entries += [
        AuditEntry(
            "order.cancelled",
            subject="order",
            subject_id=order_id,
            event_id=event_id,
            before={"status": "confirmed"},
            after={"status": "cancelled"},
            by=by,
        )
        for order_id in await uow.orders.cancel_without_bookings(step.order_ids)
    ]
    await uow.audit.record(entries)
    return len(step.changes), step.last_id
