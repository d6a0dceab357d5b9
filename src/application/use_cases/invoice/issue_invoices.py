"""Issue the invoices and credit notes of all sellers."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from src.application.concurrency.for_each import ForEach
from src.application.invoicing.issue import issue
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.seller import Seller
from src.domain.errors import TicketingError
from src.domain.repositories.invoice import InvoiceRepository
from src.domain.repositories.seller import SellerRepository

TIME_TO_SAY_WHO = timedelta(hours=1)
"""After a payment its buyer may still say whom the invoice is for."""

LOOKED_AT_AGAIN = timedelta(hours=2)
"""Of money that was booked long ago everything is stored, whatever the clocks of processes say."""

ORDERS_AT_ONCE = 100
ORDERS_PER_RUN = 5000


class IssueInvoices:
    """Issue an invoice for what was paid, and a credit note for what went back, an hour later.

    For money that was booked since its organizer has said who sells. Each seller's documents are
    issued in transactions of up to 100 orders; an order that cannot be invoiced is passed over,
    and does not hold up others. A job, safe to run at any time and twice at once.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        sellers: SellerRepository,
        invoices: InvoiceRepository,
        clock: Clock,
        for_each: ForEach[int],
        for_each_order: ForEach[int],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._sellers = sellers
        self._invoices = invoices
        self._clock = clock
        self._for_each = for_each
        self._for_each_order = for_each_order

    async def execute(self) -> int:
        """Issue what is due; the number of documents. Raises RowsFailed."""
        return await self._for_each.run(await self._sellers.all_ids(), self._issue_all_of)

    async def _issue_all_of(self, seller_id: int) -> int:
        seller = await self._sellers.get(seller_id)
        until = self._clock() - TIME_TO_SAY_WHO
        since = _since(seller)
        if since >= until:
            return 0
        order_ids = await self._invoices.awaiting(
            seller_id, since=since, until=until, limit=ORDERS_PER_RUN
        )
        done = 0
        for at in range(0, len(order_ids), ORDERS_AT_ONCE):
            done += await self._issue_some(seller_id, order_ids[at : at + ORDERS_AT_ONCE])
        if len(order_ids) < ORDERS_PER_RUN:
            await self._note(seller, until)
        return done

    async def _issue_some(self, seller_id: int, order_ids: Sequence[int]) -> int:
        try:
            return await self._issue(seller_id, order_ids)
        except TicketingError:
            raise
        except Exception:
            # One of them cannot be invoiced: each alone, so that this is found and logged.
            return await self._for_each_order.run(
                order_ids, lambda order_id: self._issue(seller_id, [order_id])
            )

    async def _issue(self, seller_id: int, order_ids: Sequence[int]) -> int:
        async with self._unit_of_work() as uow:
            issued = await issue(uow, seller_id, order_ids, now=self._clock(), by=None)
            if issued:
                await uow.commit()
        return len(issued)

    async def _note(self, seller: Seller, until: datetime) -> None:
        """Store how far everything is done, now and then."""
        if seller.invoiced_until is None or until - seller.invoiced_until > LOOKED_AT_AGAIN:
            async with self._unit_of_work() as uow:
                await uow.sellers.set_invoiced_until(seller.user_id, until)
                await uow.commit()


def _since(seller: Seller) -> datetime:
    """From when on money may have no document yet."""
    assert seller.created_at is not None
    if seller.invoiced_until is None:
        return seller.created_at
    return max(seller.created_at, seller.invoiced_until - LOOKED_AT_AGAIN)
