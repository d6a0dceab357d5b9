"""Release of the stock of lapsed holds."""

from datetime import datetime

from src.application.ports.database import AuditEntry, UnitOfWork


async def release_lapsed_holds(uow: UnitOfWork, event_id: int, now: datetime) -> int:
    """Expire the event's lapsed holds; the number of them.

    The caller holds the event's lock.
    """
    booking_ids = await uow.bookings.expire_lapsed(event_id, now)
    entries = [
        AuditEntry(
            "booking.expired",
            subject="booking",
            subject_id=booking_id,
            event_id=event_id,
            before={"status": "pending"},
            after={"status": "expired"},
            by=None,
        )
        for booking_id in booking_ids
    ]
    await uow.audit.record(entries)
    return len(booking_ids)
