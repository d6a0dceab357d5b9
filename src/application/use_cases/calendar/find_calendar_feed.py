"""Say whether there is a calendar feed."""

from datetime import datetime

from src.domain.entities.user import Actor
from src.domain.repositories.calendar_feed import CalendarFeedRepository


class FindCalendarFeed:
    """Say since when the caller has a secret calendar address; None without one.

    Authorization: any user, for themselves. The address itself is known to its owner alone.
    """

    def __init__(self, calendar_feeds: CalendarFeedRepository) -> None:
        self._calendar_feeds = calendar_feeds

    async def execute(self, actor: Actor) -> datetime | None:
        return await self._calendar_feeds.made_at(actor.id)
