"""Sellers, whom invoices are for, and invoices in memory: second implementations of their ports."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from datetime import date, datetime
from zoneinfo import ZoneInfo

from src.domain.entities.billing import Billing
from src.domain.entities.invoice import Invoice, MovementKey
from src.domain.entities.seller import Seller
from src.domain.entities.transaction import LedgerEntry
from src.domain.errors import NotFound
from src.domain.repositories.invoice import InvoiceFilter, TaxedAt
from src.domain.repositories.page import Page, PageRequest
from src.domain.services.invoicing import CHARGED
from tests.support.fakes.store import Store, page_of


class FakeSellerRepository:
    """Implements `SellerRepository`."""

    def __init__(self, store: Store) -> None:
        self._sellers = store.sellers

    async def get(self, user_id: int) -> Seller:
        if user_id not in self._sellers:
            raise NotFound("seller", user_id)
        return deepcopy(self._sellers[user_id])

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, Seller]:
        return {key: deepcopy(self._sellers[key]) for key in user_ids if key in self._sellers}

    async def all_ids(self) -> list[int]:
        return sorted(self._sellers)

    async def lock(self, user_id: int) -> Seller | None:
        return deepcopy(self._sellers.get(user_id))

    async def add(self, seller: Seller) -> None:
        self._sellers[seller.user_id] = deepcopy(seller)

    async def save(self, seller: Seller) -> None:
        seller.version += 1
        self._sellers[seller.user_id] = deepcopy(seller)

    async def set_invoiced_until(self, user_id: int, until: datetime) -> None:
        self._sellers[user_id].invoiced_until = until

    async def remove_unused(self, user_id: int) -> None:
        self._sellers.pop(user_id, None)


class FakeBillingRepository:
    """Implements `BillingRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, order_id: int) -> Billing | None:
        return self._store.billing.get(order_id)

    async def by_orders(self, order_ids: Collection[int]) -> dict[int, Billing]:
        known = self._store.billing
        return {order_id: known[order_id] for order_id in order_ids if order_id in known}

    async def put(self, billing: Billing) -> None:
        self._store.billing[billing.order_id] = billing

    async def remove(self, order_id: int) -> None:
        self._store.billing.pop(order_id, None)

    async def forget_user(self, user_id: int) -> None:
        for order in self._store.orders.values():
            if order.user_id == user_id:
                await self.remove(order.id)


class FakeInvoiceRepository:
    """Implements `InvoiceRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, invoice_id: int) -> Invoice:
        if invoice_id not in self._store.invoices:
            raise NotFound("invoice", invoice_id)
        return self._store.invoices[invoice_id]

    async def of_orders(self, order_ids: Collection[int]) -> list[Invoice]:
        return [known for known in self._all() if known.order_id in order_ids]

    async def search(self, wanted: InvoiceFilter, page: PageRequest) -> Page[Invoice]:
        return page_of(self._matching(wanted), page)

    async def count(self, wanted: InvoiceFilter) -> int:
        return len(self._matching(wanted))

    async def count_lines(self, wanted: InvoiceFilter) -> int:
        charged = [
            taxed.net + taxed.tax
            for known in self._matching(wanted)
            for taxed in known.content.taxes_by_country
        ]
        return sum(1 for amount in charged if amount)

    async def tax_rates(self, wanted: InvoiceFilter) -> set[TaxedAt]:
        return {
            (line.category, line.rate, None if line.country == home else line.country)
            for known in self._matching(wanted)
            for home in [known.content.seller.address.country]
            for line in known.content.lines
        }

    async def hold_orders(self, order_ids: Collection[int]) -> None:
        """Nobody works beside this transaction."""

    async def ledger_of(self, order_ids: Collection[int]) -> list[LedgerEntry]:
        return [entry for entry in self._store.ledger if entry.order_id in order_ids]

    async def invoiced(self, seller_id: int, order_ids: Collection[int]) -> set[MovementKey]:
        return {
            key
            for known in await self.of_orders(order_ids)
            if known.seller_id == seller_id
            for key in known.movements
        }

    async def awaiting(
        self, seller_id: int, *, since: datetime, until: datetime, limit: int
    ) -> list[int]:
        done = {key for known in self._all() for key in known.movements}
        own = {event.id for event in self._store.events.values() if event.organizer_id == seller_id}
        found = {
            entry.order_id
            for entry in self._store.ledger
            if entry.event_id in own
            and entry.account in CHARGED
            and since <= entry.at < until
            and MovementKey(transaction_id=entry.transaction_id, turn=entry.turn) not in done
        }
        return sorted(found)[:limit]

    async def take_numbers(self, seller_id: int, year: int, count: int) -> int:
        given = [
            known.number
            for known in self._all()
            if (known.seller_id, known.year) == (seller_id, year)
        ]
        return max(given, default=0) + 1

    async def add(self, invoices: Sequence[Invoice]) -> None:
        for invoice in invoices:
            invoice.id = len(self._store.invoices) + 1
            self._store.invoices[invoice.id] = invoice

    def _all(self) -> list[Invoice]:
        return [self._store.invoices[key] for key in sorted(self._store.invoices)]

    def _matching(self, wanted: InvoiceFilter) -> list[Invoice]:
        names = ("seller_id", "year", "kind", "order_id", "currency")
        given = {name: value for name in names if (value := getattr(wanted, name)) is not None}
        return [
            known
            for known in self._all()
            if all(getattr(known, name) == value for name, value in given.items())
            and (wanted.first_day or date.min) <= _own_day(known) <= (wanted.last_day or date.max)
        ]


def _own_day(known: Invoice) -> date:
    return known.issued_at.astimezone(ZoneInfo(known.content.timezone)).date()
