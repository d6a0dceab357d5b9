"""Issue the invoices of an order at once."""

from src.application.invoicing.issue import issue
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.selling.order_for_update import require_order_party
from src.domain.entities.invoice import Invoice
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState
from src.domain.repositories.event import EventRepository
from src.domain.repositories.invoice import InvoiceRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.seller import SellerRepository


class IssueOrderInvoices:
    """Issue the invoices and credit notes that an order is due now, and get all that it has.

    Without this they are issued an hour after the money came or went: until then the buyer may
    say whom they are for. Asking again issues nothing twice. Each organizer of the order issues
    documents of their own.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` if there is nothing to invoice: it is not paid online, or none of its
    organizers has said who sells.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        orders: OrderRepository,
        events: EventRepository,
        sellers: SellerRepository,
        invoices: InvoiceRepository,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._orders = orders
        self._events = events
        self._sellers = sellers
        self._invoices = invoices
        self._clock = clock

    async def execute(self, actor: Actor, order_id: int) -> list[Invoice]:
        order = await self._orders.get(order_id)
        events = await self._events.by_ids(order.event_ids)
        require_order_party(actor, order, list(events.values()))
        organizers = {event.organizer_id for event in events.values()}
        sellers = await self._sellers.by_ids(organizers)
        if not sellers:
            raise _refused(order, "The organizer does not issue invoices here.")
        for seller_id in sorted(sellers):
            async with self._unit_of_work() as uow:
                if await issue(uow, seller_id, [order_id], now=self._clock(), by=actor):
                    await uow.commit()
        issued = await self._invoices.of_orders([order_id])
        if not issued:
            raise _refused(order, "There is nothing to invoice: nothing was paid here for it.")
        return issued


def _refused(order: Order, why: str) -> InvalidState:
    return InvalidState("order", order.status.value, OrderStatus.CONFIRMED.value, why)
