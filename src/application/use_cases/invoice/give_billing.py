"""Say whom the invoice of an order is for."""

from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.application.selling.hold_account import hold_account
from src.application.selling.order_for_update import require_order_party
from src.application.use_cases.order.read_orders import GetOrder
from src.domain.entities.billing import Billing
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, ValidationFailed
from src.domain.repositories.seller import BillingRepository
from src.domain.services.e_invoicing import why_not_ordered


class GetBilling:
    """Get whom the invoice of an order is for, as its buyer said.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `not_found`
    if nothing was said: the invoice then has the buyer's name alone.
    """

    def __init__(self, get_order: GetOrder, billing: BillingRepository) -> None:
        self._get_order = get_order
        self._billing = billing

    async def execute(self, actor: Actor, order_id: int) -> Billing:
        await self._get_order.execute(actor, order_id)
        billing = await self._billing.get(order_id)
        if billing is None:
            raise NotFound("billing address of order", order_id)
        return billing


class GiveBilling:
    """Say whom the invoice of an order is for: name, address and tax id.

    With `wants_e_invoice` it becomes an e-invoice by EN 16931 as well, which needs the country of
    the buyer, and a VAT id or a tax number of the seller: an order for which no seller has given
    one cannot ask for it, nor one in a currency with three decimals.

    It takes the place of what was said before. Possible before the payment and after it, until
    an invoice is issued, which is an hour after the payment. Nothing is needed but a name.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` once an invoice of it is issued, or if it was cancelled or has expired.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, billing: Billing) -> Billing:
        billing.check()
        async with self._unit_of_work() as uow:
            order = await _lock_open_order(uow, actor, billing.order_id)
            if billing.wants_e_invoice:
                await _require_e_invoice(uow, order)
            await uow.billing.put(billing)
            await uow.audit.record([_entry(billing.order_id, "given", actor)])
            await uow.commit()
        return billing


class RemoveBilling:
    """Remove what was said about whom the invoice of an order is for.

    Authorization: as for saying it. Refused with `invalid_state` once an invoice is issued.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, order_id: int) -> None:
        async with self._unit_of_work() as uow:
            await _lock_open_order(uow, actor, order_id)
            await uow.billing.remove(order_id)
            await uow.audit.record([_entry(order_id, "removed", actor)])
            await uow.commit()


async def _lock_open_order(uow: UnitOfWork, actor: Actor, order_id: int) -> Order:
    """Lock an order that has no invoice yet. Raises NotFound, InvalidState."""
    await uow.orders.lock([order_id])
    order = await uow.orders.get(order_id)
    if actor.id != order.user_id:
        events = await uow.events.by_ids(order.event_ids)
        require_order_party(actor, order, list(events.values()))
    if order.status in (OrderStatus.CANCELLED, OrderStatus.EXPIRED):
        why = "This order has ended: there is nothing to invoice."
        raise InvalidState("order", order.status.value, "invoiced", why)
    issued = await uow.invoices.of_orders([order_id])
    if issued:
        why = f"Invoice {issued[0].name} is issued: whom it is for cannot change any more."
        raise InvalidState("order", "invoiced", "invoiced", why)
    # Nothing is kept of a buyer who was deleted, be it while we waited for the order.
    await hold_account(uow, order.user_id)
    return order


async def _require_e_invoice(uow: UnitOfWork, order: Order) -> None:
    events = await uow.events.by_ids(order.event_ids)
    sellers = await uow.sellers.by_ids({event.organizer_id for event in events.values()})
    if (why := why_not_ordered(order.currency, sellers.values())) is not None:
        raise ValidationFailed("body.wants_e_invoice", why)


def _entry(order_id: int, what: str, actor: Actor) -> AuditEntry:
    # What was said is about a person: the log has none of it.
    return AuditEntry(f"order.billing_{what}", subject="order", subject_id=order_id, by=actor)
