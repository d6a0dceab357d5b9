"""The orders of the authorization world: of one organizer alone, and of two."""

from decimal import Decimal

from src.application.selling.change_booking import ChangeBookingCommand
from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.order.place_order import PlaceOrderCommand
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatusCommand,
)
from src.application.use_cases.payment.start_payment import StartPaymentCommand
from src.container import Container
from src.domain.entities.billing import Billing
from src.domain.entities.dispute import DisputeReport, DisputeStatus
from src.domain.entities.payout import PayoutReport, PayoutStatus, payout_of
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor


async def make_orders(
    container: Container, buyer: Actor, admin: Actor, event_id: int, other_event_id: int
) -> dict[str, int | str]:
    """Orders of the one event, and `mixed` ones of both, by name: unpaid, being paid, paid."""

    async def order(*event_ids: int) -> int:
        types = [
            (await container.adapters.ticket_types().of_event(event_id))[0].id
            for event_id in event_ids
        ]
        command = PlaceOrderCommand(items=[OrderItemRequest(type_id, 1) for type_id in types])
        return (await container.selling.place_order().execute(buyer, command)).result.id

    async def payment(order_id: int, *, is_paid: bool) -> Transaction:
        command = StartPaymentCommand(order_id=order_id, provider="manual")
        begun = (await container.settling.start_payment().execute(buyer, command)).result
        if not is_paid:
            return begun
        set_status = container.settling.set_manual_payment_status()
        done = SetManualPaymentStatusCommand(begun.id, TransactionStatus.SUCCESS)
        return await set_status.execute(admin, done)

    async def failed_refund(*event_ids: int) -> int:
        """A refund of the first event's booking, which did not go back."""
        order_id = await order(*event_ids)
        await payment(order_id, is_paid=True)
        bookings = (await container.adapters.orders().get(order_id)).bookings
        booking = next(booking for booking in bookings if booking.event_id == event_id)
        refund_booking = container.returns.refund_booking()
        await refund_booking.execute(admin, ChangeBookingCommand(booking.id))
        refund = (await container.adapters.transactions().of_order(order_id))[-1]
        set_status = container.settling.set_manual_payment_status()
        failed = SetManualPaymentStatusCommand(refund.id, TransactionStatus.FAILED)
        return (await set_status.execute(admin, failed)).id

    async def dispute(payment_id: int) -> int:
        """A dispute of a payment that could be one: it is paid."""
        report = DisputeReport(
            reference=f"dispute-{payment_id}",
            status=DisputeStatus.WARNING,
            reason="general",
            amount=Decimal(1),
            currency="USD",
            evidence_due_by=None,
            is_taken=False,
            opened_at=container.adapters.clock()(),
        )
        record = container.settling.record_dispute()
        return (await record.execute(payment_id, report))[0].id

    async def payout() -> int:
        """What a provider has sent to the bank."""
        now = container.adapters.clock()()
        report = PayoutReport(
            reference="payout-1",
            status=PayoutStatus.PAID,
            amount=Decimal(1),
            currency="USD",
            made_at=now,
            arrives_on=now.date(),
            is_automatic=True,
            is_itemized=True,
        )
        made = payout_of("scripted", report)
        async with container.adapters.unit_of_work()() as uow:
            await uow.payouts.add(made)
            await uow.commit()
        return made.id

    async def invoice(order_id: int) -> int:
        """The e-invoice of an order that is for somebody with an address."""
        billing = Billing(order_id=order_id, name="Company", country="DE", wants_e_invoice=True)
        await container.invoicing.give_billing().execute(buyer, billing)
        await payment(order_id, is_paid=True)
        issue = container.invoicing.issue_order_invoices()
        return (await issue.execute(buyer, order_id))[0].id

    paid, mixed = await order(event_id), await order(event_id, other_event_id)
    invoiced = await order(event_id)
    payments = [(await payment(order_id, is_paid=True)).id for order_id in (paid, mixed)]
    return {
        "dispute": await dispute(payments[0]),
        "mixed_dispute": await dispute(payments[1]),
        "payout": await payout(),
        "invoiced_order": invoiced,
        "invoice": await invoice(invoiced),
        "failed_refund": await failed_refund(event_id),
        "failed_mixed_refund": await failed_refund(event_id, other_event_id),
        "order": await order(event_id),
        "mixed_order": await order(event_id, other_event_id),
        "paid_order": paid,
        "paid_mixed_order": mixed,
        "payment": payments[0],
        "mixed_payment": payments[1],
        "open_payment": (await payment(await order(event_id), is_paid=False)).id,
        "provider": "scripted",
    }
