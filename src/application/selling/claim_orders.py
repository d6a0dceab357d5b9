"""Giving orders of guests to somebody else: an account, or the guest who reads their mail."""

from collections.abc import Awaitable, Callable, Sequence

from src.application.ports.database import AuditEntry, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.hold_account import hold_account
from src.domain.entities.user import Actor
from src.domain.errors import Unavailable
from src.domain.repositories.order import GuestOrder

FindOrders = Callable[[UnitOfWork], Awaitable[Sequence[GuestOrder]]]


class ClaimOrders:
    """Reassigns orders of guests, with bookings, tickets and payments, in one transaction.

    Events are locked first, in id order, then the orders: a sale, a payment, a check-in or a refund
    comes before or after, never in between. No stock changes, so that statistics stay as they are.
    The limit of tickets per person is not asked, as a claim buys nothing; what was claimed counts
    towards it from then on.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, find: FindOrders, *, by: Actor) -> int:
        """Give `by` what `find` finds, except what is theirs already; how many orders.

        Raises Unavailable when that changes in the same moment: try again then.
        """
        async with self._unit_of_work() as uow:
            wanted = await find(uow)
            event_ids = await uow.orders.event_ids([order.id for order in wanted])
        if not wanted:
            return 0
        async with self._unit_of_work(touches=Touches(event_ids=event_ids)) as uow:
            for event_id in event_ids:
                await uow.events.lock(event_id, with_deleted=True)
            order_ids = [order.id for order in wanted]
            await uow.orders.lock(order_ids)
            await hold_account(uow, by.id)
            known = set(order_ids)
            # Read again: what was claimed while we waited for the locks is nobody else's any more.
            found = [order for order in await find(uow) if order.id in known]
            if not set(await uow.orders.event_ids([order.id for order in found])) <= set(event_ids):
                raise Unavailable()
            reassigned = [order for order in found if order.user_id != by.id]
            await self._reassign(uow, reassigned, by)
            await uow.commit()
        return len(reassigned)

    async def _reassign(self, uow: UnitOfWork, orders: Sequence[GuestOrder], by: Actor) -> None:
        entries = []
        for reassigned in orders:
            order = await uow.orders.get_any(reassigned.id)
            before, after = {"user_id": order.user_id}, {"user_id": by.id}
            entries.append(
                AuditEntry(
                    "order.claimed",
                    subject="order",
                    subject_id=order.id,
                    before=before,
                    after=after,
                    by=by,
                )
            )
            entries += [
                AuditEntry(
                    "booking.claimed",
                    subject="booking",
                    subject_id=booking.id,
                    event_id=booking.event_id,
                    before=before,
                    after=after,
                    by=by,
                )
                for booking in order.bookings
            ]
        await uow.orders.reassign([order.id for order in orders], to=by.id)
        await uow.audit.record(entries)
