"""Ask what can still be bought."""

from src.application.use_cases.event.get_event import GetEvent


class GetAvailability(GetEvent):
    """Ask how many tickets are left, of the event and of each ticket type.

    Open to everybody; a draft exists for those who manage it alone. At most a quarter of a
    second old, and never older than what the caller was last told.
    """
