"""What invoices and credit notes an order is due, from what the ledger says of its money."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from src.domain.entities.billing import Billing
from src.domain.entities.event import Event
from src.domain.entities.invoice import (
    Invoice,
    InvoiceContent,
    InvoiceKind,
    InvoiceLine,
    InvoiceParty,
    LineKind,
    MovementKey,
    TaxCategory,
)
from src.domain.entities.order import Order, OrderItem
from src.domain.entities.seller import Address, Seller
from src.domain.entities.transaction import LedgerAccount, LedgerEntry, TransactionKind
from src.domain.services.e_invoicing import why_no_e_invoice
from src.domain.services.item_taxes import ItemTaxes, Taxed, item_taxes
from src.domain.shared.money import ZERO

CHARGED = frozenset({LedgerAccount.TICKETS, LedgerAccount.FEES, LedgerAccount.TAXES})
"""The accounts of what an order bought; all else in the ledger is on no invoice."""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What movements of money have changed in what is paid for an item."""

    item: OrderItem
    tickets: Taxed
    fee: Taxed


@dataclass(frozen=True, slots=True)
class DueDocument:
    """An invoice, or a credit note, that is to be issued; the changes of both are signed.

    `is_lost_dispute` is whether a bank has taken the money back.
    """

    kind: InvoiceKind
    movements: tuple[MovementKey, ...]
    changes: tuple[ItemChange, ...]
    is_lost_dispute: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """A seller's part of an order: its items, their events, and all that the ledger has of them.

    `invoiced` are the movements that have a document; `issued` are these documents, in order.
    """

    seller: Seller
    order: Order
    items: Sequence[OrderItem]
    events: Mapping[int, Event]
    entries: Sequence[LedgerEntry]
    invoiced: Collection[MovementKey]
    issued: Sequence[Invoice]
    billing: Billing | None = None
    buyer: str


def due_documents(sold: Sold) -> list[DueDocument]:
    """Return the documents that the movements without one are due, in the order of the ledger.

    Payments that paid for the order together are one invoice. What goes back is a credit note for
    each movement, and an invoice again if it comes back.
    """
    items = {item.id: item for item in sold.items}
    paid: dict[int, dict[LedgerAccount, Decimal]] = {item_id: {} for item_id in items}
    due: list[DueDocument] = []
    for key, entries in _movements(sold.entries, items):
        before = _taxes(items, paid, sold.order.currency)
        for entry in entries:
            account = paid[entry.order_item_id or 0]
            account[entry.account] = account.get(entry.account, ZERO) + entry.amount
        if key in sold.invoiced:
            continue
        after = _taxes(items, paid, sold.order.currency)
        kind = InvoiceKind.INVOICE if entries[0].amount > 0 else InvoiceKind.CREDIT_NOTE
        changes = _changes(items, before, after)
        if due and kind is InvoiceKind.INVOICE and due[-1].kind is kind:
            due[-1] = DueDocument(
                kind, (*due[-1].movements, key), _together(due[-1].changes, changes)
            )
        else:
            is_lost = kind is not InvoiceKind.INVOICE
            is_lost = is_lost and entries[0].kind is TransactionKind.DISPUTE
            due.append(DueDocument(kind, (key,), changes, is_lost))
    return due


def write_documents(
    sold: Sold, due: Sequence[DueDocument], *, year: int, first_number: int, now: datetime
) -> list[Invoice]:
    """Return the documents with the numbers from `first_number` on, as they are to be stored."""
    documents = list(sold.issued)
    for number, document in enumerate(due, first_number):
        corrected = _corrected(documents, document.kind)
        documents.append(
            Invoice(
                seller_id=sold.seller.user_id,
                order_id=sold.order.id,
                kind=document.kind,
                year=year,
                number=number,
                name=document_name(sold.seller.invoice_prefix, year, number),
                issued_at=now,
                currency=sold.order.currency,
                content=_content(sold, document, corrected, now),
                movements=document.movements,
            )
        )
    return documents[len(sold.issued) :]


def document_name(prefix: str, year: int, number: int) -> str:
    """The number as it is printed, such as `EV-2026-00042`."""
    return f"{prefix}{year}-{number:05d}"


def _movements(
    entries: Sequence[LedgerEntry], items: Mapping[int, OrderItem]
) -> Iterator[tuple[MovementKey, list[LedgerEntry]]]:
    """The entries of these items by movement, in the order in which they were booked."""
    found: dict[MovementKey, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        if entry.account in CHARGED and entry.order_item_id in items:
            key = MovementKey(transaction_id=entry.transaction_id, turn=entry.turn)
            found[key].append(entry)
    yield from found.items()


def _taxes(
    items: Mapping[int, OrderItem],
    paid: Mapping[int, Mapping[LedgerAccount, Decimal]],
    currency: str,
) -> dict[int, ItemTaxes]:
    return {item_id: item_taxes(item, paid[item_id], currency) for item_id, item in items.items()}


def _changes(
    items: Mapping[int, OrderItem],
    before: Mapping[int, ItemTaxes],
    after: Mapping[int, ItemTaxes],
) -> tuple[ItemChange, ...]:
    changes = (
        ItemChange(
            item,
            after[item_id].tickets - before[item_id].tickets,
            after[item_id].fee - before[item_id].fee,
        )
        for item_id, item in items.items()
    )
    return tuple(change for change in changes if change.tickets or change.fee)


def _together(first: Sequence[ItemChange], second: Sequence[ItemChange]) -> tuple[ItemChange, ...]:
    """The sums of the changes of two movements, by item."""
    sums = {change.item.id: change for change in first}
    for change in second:
        known = sums.get(change.item.id, ItemChange(change.item, Taxed(), Taxed()))
        tickets, fee = known.tickets + change.tickets, known.fee + change.fee
        sums[change.item.id] = ItemChange(change.item, tickets, fee)
    return tuple(sums.values())


def _corrected(documents: Sequence[Invoice], kind: InvoiceKind) -> Invoice | None:
    """The document that the next one takes back: of a credit note the first invoice."""
    if kind is InvoiceKind.CREDIT_NOTE:
        return next((known for known in documents if known.kind is InvoiceKind.INVOICE), None)
    return next((known for known in reversed(documents) if known.kind is not kind), None)


def _content(
    sold: Sold, document: DueDocument, corrected: Invoice | None, now: datetime
) -> InvoiceContent:
    first = sold.events[sold.items[0].event_id]
    billing = sold.billing
    content = InvoiceContent(
        seller=InvoiceParty(
            name=sold.seller.name,
            address=sold.seller.address,
            tax_number=sold.seller.tax_number,
            vat_id=sold.seller.vat_id,
            email=sold.seller.email,
        ),
        buyer=InvoiceParty(
            name=billing.name if billing else sold.buyer,
            address=billing.address if billing else Address(),
            vat_id=billing.vat_id if billing else None,
            email=billing.email if billing else None,
        ),
        order_reference=sold.order.reference,
        ordered_at=sold.order.created_at or now,
        timezone=sold.seller.timezone,
        language=first.language,
        has_inclusive_prices=any(item.tax_included for item in sold.items),
        lines=tuple(_lines(sold, document)),
        corrects=corrected.name if corrected else None,
        corrects_at=corrected.issued_at if corrected else None,
        buyer_reference=billing.reference if billing else None,
        is_lost_dispute=document.is_lost_dispute,
    )
    is_wanted = billing and (billing.wants_e_invoice or sold.seller.always_e_invoices)
    can_be = why_no_e_invoice(content, sold.order.currency) is None
    return replace(content, is_e_invoice=True) if is_wanted and can_be else content


def _lines(sold: Sold, document: DueDocument) -> Iterator[InvoiceLine]:
    is_credit = document.kind is InvoiceKind.CREDIT_NOTE
    for change in document.changes:
        for kind, amount in ((LineKind.TICKETS, change.tickets), (LineKind.FEE, change.fee)):
            taxed = -amount if is_credit else amount
            if not taxed:
                continue
            item = change.item
            rate = item.tax_rate
            if kind is LineKind.FEE and item.fee_tax_rate is not None:
                rate = item.fee_tax_rate
            line = InvoiceLine(
                kind=kind,
                event_title=item.event_title or sold.events[item.event_id].title,
                ticket_type=item.ticket_type_name or "",
                held_at=sold.events[item.event_id].date_time,
                category=_category(item, kind, rate),
                rate=rate,
                net=taxed.net,
                tax=taxed.tax,
                country=item.event_country,
            )
            if kind is LineKind.TICKETS and not is_credit:
                line = replace(
                    line,
                    quantity=item.quantity,
                    unit_price=item.unit_price,
                    discount=item.discount_amount,
                )
            yield line


def _category(item: OrderItem, kind: LineKind, rate: Decimal) -> TaxCategory:
    is_fee = kind is LineKind.FEE
    relieved = item.relieved_fee_tax_rate if is_fee else item.relieved_tax_rate
    if item.tax_relief is not None and relieved != 0:
        return TaxCategory(item.tax_relief.value)
    return TaxCategory.STANDARD if rate else TaxCategory.ZERO
