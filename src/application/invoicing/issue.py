"""Issue the invoices and credit notes that orders are due, in the transaction of the caller."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.invoice import Invoice
from src.domain.entities.order import Order
from src.domain.entities.seller import Seller
from src.domain.entities.user import Actor
from src.domain.services.invoicing import DueDocument, Sold, due_documents, write_documents


async def issue(
    uow: UnitOfWork,
    seller_id: int,
    order_ids: Sequence[int],
    *,
    now: datetime,
    by: Actor | None,
) -> list[Invoice]:
    """Store and return what these orders are due of this seller, in the order of the numbers.

    Nothing if that is nothing, or if there is no such seller. The row of the seller is locked, so
    that one transaction after the other gives numbers; a transaction that fails gives none.
    """
    seller = await uow.sellers.lock(seller_id)
    if seller is None:
        return []
    await uow.invoices.hold_orders(order_ids)
    due = [
        (sold, documents)
        for sold in await _read(uow, seller, order_ids)
        if (documents := due_documents(sold))
    ]
    issued = await _number(uow, seller, due, now)
    await uow.invoices.add(issued)
    await uow.audit.record([_entry(invoice, by) for invoice in issued])
    return issued


async def _read(uow: UnitOfWork, seller: Seller, order_ids: Sequence[int]) -> list[Sold]:
    orders = await uow.orders.by_ids(order_ids)
    events = await uow.events.by_ids({item.event_id for order in orders for item in order.items})
    entries = await uow.invoices.ledger_of(order_ids)
    invoiced = await uow.invoices.invoiced(seller.user_id, order_ids)
    issued = await uow.invoices.of_orders(order_ids)
    billing = await uow.billing.by_orders(order_ids)
    by_buyers = await uow.orders.placed_by_buyers(order_ids)
    found = []
    for order in orders:
        own = {item.event_id for item in order.items}
        own = {key for key in own if events[key].organizer_id == seller.user_id}
        found.append(
            Sold(
                seller=seller,
                order=order,
                items=[item for item in order.items if item.event_id in own],
                events=events,
                entries=[entry for entry in entries if entry.order_id == order.id],
                invoiced=invoiced,
                issued=[
                    known
                    for known in issued
                    if (known.order_id, known.seller_id) == (order.id, seller.user_id)
                ],
                billing=billing.get(order.id),
                buyer=_buyer(order, is_by_buyer=order.id in by_buyers),
            )
        )
    return found


def _buyer(order: Order, *, is_by_buyer: bool) -> str:
    """The name of the buyer, which the seller learns only from the buyer."""
    if order.buyer_name and is_by_buyer:
        return order.buyer_name
    return order.contact_name or f"Customer {order.user_id}"


async def _number(
    uow: UnitOfWork,
    seller: Seller,
    due: Sequence[tuple[Sold, Sequence[DueDocument]]],
    now: datetime,
) -> list[Invoice]:
    count = sum(len(documents) for _, documents in due)
    if not count:
        return []
    year = now.astimezone(ZoneInfo(seller.timezone)).year
    number = await uow.invoices.take_numbers(seller.user_id, year, count)
    issued: list[Invoice] = []
    for sold, documents in due:
        first = number + len(issued)
        issued += write_documents(sold, documents, year=year, first_number=first, now=now)
    return issued


def _entry(invoice: Invoice, by: Actor | None) -> AuditEntry:
    return AuditEntry(
        "invoice.issued",
        subject="invoice",
        subject_id=invoice.id,
        after={
            "seller_id": invoice.seller_id,
            "order_id": invoice.order_id,
            "kind": invoice.kind.value,
            "number": invoice.name,
        },
        by=by,
    )
