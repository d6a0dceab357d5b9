"""What calendars and wallets know an event by."""

from datetime import UTC
from uuid import UUID, uuid5

from src.domain.entities.event import Event

EVENTS = UUID("6a0b4c2e-5d0f-4f5c-9a53-2f6b1f0f6c1d")
"""The name space of events."""


def event_uid(event: Event) -> str:
    """The same for ever, and of no event of another service.

    Neither the address of the service nor a key is in it, since both may change.
    """
    created = event.created_at.astimezone(UTC).isoformat() if event.created_at else ""
    return str(uuid5(EVENTS, f"{event.id} {created}"))
