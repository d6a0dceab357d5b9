"""List the mails of an event."""

from src.application.access import require_event_collection
from src.domain.entities.mail import Mail
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.event import EventRepository
from src.domain.repositories.mail import MailFilter, MailRepository
from src.domain.repositories.page import Page, PageRequest


class ListMails:
    """List the mails that were sent, or are to be sent, to buyers and ticket holders of an event.

    Authorization: the event's organizer and admins. `refused` are mails that the mail server did
    not take, with what it said; of `unknown` ones it is not known whether they arrived.
    """

    def __init__(self, events: EventRepository, mails: MailRepository) -> None:
        self._events = events
        self._mails = mails

    async def execute(self, actor: Actor, wanted: MailFilter, page: PageRequest) -> Page[Mail]:
        if wanted.event_id is None:
            raise ValidationFailed("path.event_id", "Say of which event.")
        event = await self._events.get(wanted.event_id)
        require_event_collection(actor, event)
        return await self._mails.search(wanted, page)
