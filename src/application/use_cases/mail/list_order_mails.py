"""List the mails of an order."""

from src.application.selling.order_for_update import manages_all
from src.domain.entities.mail import Mail
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.mail import MailFilter, MailRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import Page, PageRequest


class ListOrderMails:
    """List the mails about an order, newest first.

    Authorization: organizers who own every line, and admins.
    """

    def __init__(
        self, orders: OrderRepository, events: EventRepository, mails: MailRepository
    ) -> None:
        self._orders = orders
        self._events = events
        self._mails = mails

    async def execute(self, actor: Actor, order_id: int, page: PageRequest) -> Page[Mail]:
        order = await self._orders.get(order_id)
        events = await self._events.by_ids({booking.event_id for booking in order.bookings})
        if not manages_all(actor, list(events.values())):
            raise NotFound("order", order_id)
        return await self._mails.search(MailFilter(order_id=order_id), page)
