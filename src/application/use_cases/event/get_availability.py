"""Get the availability of an event."""

from src.application.use_cases.event.get_event import GetEvent


class GetAvailability(GetEvent):
    """Get the number of available tickets of an event and of each of its ticket types.

    Authorization: none; drafts are visible to their managers only. The response is at most a
    quarter of a second old, and never older than an earlier response to the same caller.
    """
