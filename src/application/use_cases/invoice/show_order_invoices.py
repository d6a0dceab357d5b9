"""Show the buyer of an order its invoices."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.access import require_own_order
from src.domain.entities.billing import Billing
from src.domain.entities.invoice import Invoice
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.invoice import InvoiceRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.seller import BillingRepository, SellerRepository
from src.domain.services.e_invoicing import why_not_ordered
from src.domain.services.reverse_charge import can_be_owed


@dataclass(frozen=True, slots=True)
class OrderInvoices:
    """What is issued for an order, and whom it is for; `has_seller` is whether anybody issues.

    `why_no_e_invoice` is why nothing the buyer says makes it an e-invoice; None if that can be.
    `may_owe_tax` is whether there are businesses that owe the tax of something in it themselves.
    """

    order: Order
    issued: Sequence[Invoice]
    billing: Billing | None
    has_seller: bool
    why_no_e_invoice: str | None
    may_owe_tax: bool

    @property
    def is_open(self) -> bool:
        """Whether its buyer can still say whom the invoice is for."""
        has_ended = self.order.status in (OrderStatus.CANCELLED, OrderStatus.EXPIRED)
        return self.has_seller and not self.issued and not has_ended

    @property
    def is_sold(self) -> bool:
        """Whether it may be invoiced now."""
        return self.order.status in (OrderStatus.CONFIRMED, OrderStatus.COMPLETED)


class ShowOrderInvoices:
    """Show the buyer of an order its invoices, and whom they are for.

    Authorization: its buyer and admins.
    """

    def __init__(
        self,
        orders: OrderRepository,
        events: EventRepository,
        sellers: SellerRepository,
        billing: BillingRepository,
        invoices: InvoiceRepository,
    ) -> None:
        self._orders = orders
        self._events = events
        self._sellers = sellers
        self._billing = billing
        self._invoices = invoices

    async def execute(self, actor: Actor, reference: str) -> OrderInvoices:
        order = await self._orders.get(await self._orders.id_of(reference))
        require_own_order(actor, order)
        events = await self._events.by_ids(order.event_ids)
        sellers = await self._sellers.by_ids({event.organizer_id for event in events.values()})
        return OrderInvoices(
            order=order,
            issued=await self._invoices.of_orders([order.id]),
            billing=await self._billing.get(order.id),
            has_seller=bool(sellers),
            why_no_e_invoice=why_not_ordered(order.currency, sellers.values()),
            may_owe_tax=order.status is OrderStatus.PENDING
            and any(
                can_be_owed(item, event, sellers.get(event.organizer_id))
                for item in order.items
                if (event := events.get(item.event_id)) is not None
            ),
        )
