"""The audit entry of a change of a booking's status."""

from src.application.ports.database import AuditEntry
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.user import Actor


def booking_entry(booking: Booking, before: BookingStatus, actor: Actor | None) -> AuditEntry:
    """Return the audit entry of a booking that had the status `before`."""
    return AuditEntry(
        f"booking.{booking.status}",
        subject="booking",
        subject_id=booking.id,
        event_id=booking.event_id,
        before={"status": before},
        after={"status": booking.status},
        by=actor,
    )
