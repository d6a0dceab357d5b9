"""Get and list invoices and credit notes."""

from collections.abc import Sequence
from dataclasses import replace

from src.application.access import require_organizer_role
from src.application.reports.exports import Export, Exports
from src.domain.entities.invoice import Invoice
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.invoice import InvoiceFilter, InvoiceRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import Page, PageRequest


class GetInvoice:
    """Get an invoice or credit note, with all that it says.

    Authorization: the buyer of its order, the organizer who issued it, and admins.
    """

    def __init__(self, invoices: InvoiceRepository, orders: OrderRepository) -> None:
        self._invoices = invoices
        self._orders = orders

    async def execute(self, actor: Actor, invoice_id: int) -> Invoice:
        invoice = await self._invoices.get(invoice_id)
        if not actor.is_admin and actor.id != invoice.seller_id:
            order = await self._orders.get_any(invoice.order_id)
            if actor.id != order.user_id:
                raise NotFound("invoice", invoice_id)
        return invoice


class ListInvoices:
    """List invoices and credit notes, newest first.

    Authorization: organizers for those that they issued, admins for all.
    """

    def __init__(self, invoices: InvoiceRepository) -> None:
        self._invoices = invoices

    async def execute(
        self, actor: Actor, wanted: InvoiceFilter, page: PageRequest
    ) -> Page[Invoice]:
        return await self._invoices.search(visible(actor, wanted), page)


class ExportInvoices:
    """Get the invoices and credit notes that the list has as a table, a row for each tax rate.

    Authorization: as for the list. Two tables at a time for one user.
    """

    def __init__(self, invoices: InvoiceRepository, exports: Exports) -> None:
        self._invoices = invoices
        self._exports = exports

    async def execute(self, actor: Actor, wanted: InvoiceFilter) -> Export[Invoice]:
        seen = visible(actor, wanted)

        async def read(page: PageRequest) -> Page[Invoice]:
            return await self._invoices.search(seen, page)

        number = await self._invoices.count(seen)
        return Export(number, actor.id, self._exports, read, "-id")


class ListOrderInvoices:
    """List the invoices and credit notes of an order, in the order in which they were issued.

    Authorization: its buyer and admins see all, organizers of the order those that they issued.
    """

    def __init__(
        self, invoices: InvoiceRepository, orders: OrderRepository, events: EventRepository
    ) -> None:
        self._invoices = invoices
        self._orders = orders
        self._events = events

    async def execute(self, actor: Actor, order_id: int) -> Sequence[Invoice]:
        order = await self._orders.get_any(order_id)
        issued = await self._invoices.of_orders([order_id])
        if actor.is_admin or actor.id == order.user_id:
            return issued
        events = await self._events.by_ids(order.event_ids)
        if not any(event.is_managed_by(actor) for event in events.values()):
            raise NotFound("order", order_id)
        return [invoice for invoice in issued if invoice.seller_id == actor.id]


def visible(actor: Actor, wanted: InvoiceFilter) -> InvoiceFilter:
    """The search within what the actor may list. Raises Forbidden."""
    require_organizer_role(actor)
    if actor.is_admin:
        return wanted
    if wanted.seller_id not in (None, actor.id):
        raise Forbidden("You can see only what is yours.")
    return replace(wanted, seller_id=actor.id)
