"""Say whom the invoice of an order is for."""

from copy import deepcopy

from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.application.selling.hold_account import hold_account
from src.application.selling.order_for_update import require_order_party, save_order
from src.application.selling.reverse_charge import apply_reverse_charge
from src.application.use_cases.order.read_orders import GetOrder
from src.domain.entities.billing import Billing
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, ValidationFailed
from src.domain.repositories.seller import BillingRepository
from src.domain.services.e_invoicing import why_not_ordered
from src.domain.services.part_payments import why_unchangeable

_SOLD = "It was sold without tax, to a business of another country: that cannot change now."


class GetBilling:
    """Get whom the invoice of an order is for, as its buyer said.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `not_found`
    if nothing was said: the invoice then has the buyer's name alone.
    """

    def __init__(self, get_order: GetOrder, billing: BillingRepository) -> None:
        self._get_order = get_order
        self._billing = billing

    async def execute(self, actor: Actor, order_id: int) -> Billing:
        await self._get_order.whole(actor, order_id)
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

    Sellers may allow a reverse charge: a business with an address and a VAT id of another country
    than theirs then buys without tax. That holds for orders that are not paid yet, whose amounts
    change with it; a tax that was paid stays.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` once an invoice of it is issued, or if it was cancelled or has expired; and
    where the taxes would change while a payment is under way, or come back after it.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, billing: Billing) -> Billing:
        billing.check()
        async with self._unit_of_work() as uow:
            order = await _lock_open_order(uow, actor, billing.order_id)
            if billing.wants_e_invoice:
                await _require_e_invoice(uow, order)
            known = await uow.billing.get(billing.order_id)
            await uow.billing.put(billing)
            await _set_taxes(uow, actor, order, billing, known)
            await uow.audit.record([_entry(billing.order_id, "given", actor)])
            await uow.commit()
        return billing


class RemoveBilling:
    """Remove what was said about whom the invoice of an order is for.

    Authorization: as for saying it. Refused with `invalid_state` as for saying it.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, order_id: int) -> None:
        async with self._unit_of_work() as uow:
            order = await _lock_open_order(uow, actor, order_id)
            await uow.billing.remove(order_id)
            await _set_taxes(uow, actor, order, None, None)
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


async def _set_taxes(
    uow: UnitOfWork, actor: Actor, order: Order, billing: Billing | None, known: Billing | None
) -> None:
    """Let the taxes of the order be those of whom its invoice is for, who was `known` until now.

    Raises InvalidState.
    """
    before = deepcopy(order)
    events = await uow.events.by_ids({item.event_id for item in order.items})
    if not await apply_reverse_charge(uow, order, events, billing):
        return
    is_paid = order.status is not OrderStatus.PENDING
    if is_paid and not any(item.is_reverse_charged for item in before.items):
        # What was paid with a tax keeps it.
        return
    why_not = _SOLD if is_paid else why_unchangeable(await uow.transactions.of_order(order.id))
    if why_not:
        if billing and known and billing.business_country == known.business_country:
            # The buyer is who it was: only what seller or event say now is different.
            return
        raise InvalidState("order", order.status.value, order.status.value, why_not)
    await uow.orders.save_items(order.items)
    await save_order(uow, order, before, actor)


def _entry(order_id: int, what: str, actor: Actor) -> AuditEntry:
    # What was said is about a person: the log has none of it.
    return AuditEntry(f"order.billing_{what}", subject="order", subject_id=order_id, by=actor)
