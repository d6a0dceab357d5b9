"""An order of an organizer's events, with what can be done to it."""

from collections.abc import Sequence
from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.audit import AuditRecord
from src.application.ports.payments import MANUAL
from src.application.selling.change_order import ChangeOrderCommand
from src.application.use_cases.order.cancel_order import CancelOrder
from src.application.use_cases.order.confirm_order import ConfirmOrder
from src.application.use_cases.payment.refund_payment import RefundCommand, RefundPayment
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatus,
    SetManualPaymentStatusCommand,
)
from src.application.use_cases.sales.read_sold_order import ReadSoldOrder
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Role
from src.domain.errors import NotFound, TicketingError
from src.domain.shared.money import written
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.web.amounts import check_amount
from src.presentation.web.formats import Formats
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/orders")

Read = Annotated[ReadSoldOrder, provided("read_sold_order")]


CHANGES_OF_A_HOLD = ("order.pending", "booking.pending")

MAX_PAID = Decimal(10) ** 18
"""No order costs as much."""


class RefundForm(BaseModel):
    """How much of which payment goes back, and why."""

    transaction_id: QueryId
    amount: Decimal = Field(gt=0, le=MAX_PAID, decimal_places=4)
    reason: Annotated[str, Field(max_length=500)] | None = None


class ReceivedForm(BaseModel):
    """What came of an awaited bank transfer."""

    transaction_id: QueryId
    received: Decimal = Field(gt=0, le=MAX_PAID, decimal_places=4)


@router.get("/{order_id}")
async def show_order(visit: CurrentVisit, order_id: PathId, read: Read) -> Response:
    return await _order_page(visit, order_id, read)


@router.post("/{order_id}/refund")
async def refund_order(
    visit: CurrentVisit,
    order_id: PathId,
    read: Read,
    use_case: Annotated[RefundPayment, provided("refund_payment")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(RefundForm)
    if form.data is not None:
        currency = (await read.execute(actor, order_id)).order.currency
        check_amount(form, "amount", form.data.amount, currency=currency, language=visit.language)
    if form.data is not None and not form.is_wrong:
        command = RefundCommand(**form.data.model_dump(), idempotency=visit.idempotent(form))
        try:
            refund = (await use_case.execute(actor, command)).result
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            message = visit.gettext("%(amount)s goes back to the buyer.")
            amount = Formats(visit.language).money(refund.amount, refund.currency)
            return visit.redirect(f"/manage/orders/{order_id}", message % {"amount": amount})
    return await _order_page(visit, order_id, read, form=form, status=422)


@router.post("/{order_id}/received")
async def note_received(
    visit: CurrentVisit,
    order_id: PathId,
    read: Read,
    use_case: Annotated[SetManualPaymentStatus, provided("set_manual_payment_status")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(ReceivedForm)
    if form.data is not None:
        currency = (await read.execute(actor, order_id)).order.currency
        typed = form.data.received
        check_amount(form, "received", typed, currency=currency, language=visit.language)
    if form.data is None or form.is_wrong:
        return await _order_page(visit, order_id, read, form=form, status=422)
    command = SetManualPaymentStatusCommand(
        form.data.transaction_id, TransactionStatus.SUCCESS, form.data.received
    )
    try:
        await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _order_page(visit, order_id, read, form=form, status=409)
    return visit.redirect(f"/manage/orders/{order_id}", visit.gettext("The money is noted."))


@router.post("/{order_id}/cancel")
async def cancel_order(
    visit: CurrentVisit,
    order_id: PathId,
    read: Read,
    use_case: Annotated[CancelOrder, provided("cancel_order")],
) -> Response:
    done = visit.gettext("The order is cancelled.")
    return await _change(visit, order_id, read, use_case, done)


@router.post("/{order_id}/confirm")
async def confirm_order(
    visit: CurrentVisit,
    order_id: PathId,
    read: Read,
    use_case: Annotated[ConfirmOrder, provided("confirm_order")],
) -> Response:
    done = visit.gettext("The order is confirmed.")
    return await _change(visit, order_id, read, use_case, done)


async def _change(
    visit: Visit,
    order_id: int,
    read: ReadSoldOrder,
    use_case: CancelOrder | ConfirmOrder,
    done: str,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(NoFields)
    command = ChangeOrderCommand(order_id, idempotency=visit.idempotent(form))
    try:
        await use_case.execute(actor, command)
    except TicketingError as refusal:
        return await _refused(visit, order_id, read, refusal)
    return visit.redirect(f"/manage/orders/{order_id}", done)


async def _refused(
    visit: Visit, order_id: int, read: ReadSoldOrder, refusal: TicketingError
) -> Response:
    form: Form[RefundForm] = Form.new({})
    visit.refuse(form, refusal)
    return await _order_page(visit, order_id, read, form=form, status=409)


async def _order_page(
    visit: Visit,
    order_id: int,
    read: ReadSoldOrder,
    *,
    form: Form[Any] | None = None,
    status: int = 200,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    found = await read.execute(actor, order_id)
    if status != HTTPStatus.OK and not found.is_whole:
        # What was tried is for who owns all of it.
        raise NotFound("order", order_id)
    whole = found.transactions if found.is_whole else ()
    payment = next((paid for paid in whole if paid.refundable), None)
    awaited = next((paid for paid in whole if _is_awaited(paid)), None)
    if form is None:
        left = written(payment.refundable, payment.currency) if payment else None
        due = written(awaited.amount, awaited.currency) if awaited else None
        form = Form.new(
            {
                "amount": left,
                "transaction_id": payment.id if payment else None,
                "received": due,
            }
        )
    values: dict[str, Any] = {
        "found": found,
        "order": found.order,
        "payment": payment,
        "awaited": awaited,
        "history": _worth_saying(found.history),
    }
    return visit.render("sales/order.html", status=status, form=form, **values)


def _worth_saying(history: Sequence[AuditRecord]) -> list[AuditRecord]:
    """The entries but for holds that only wait for longer or shorter, as a payment has it."""
    entries: list[AuditRecord] = []
    total: object | None = None
    for entry in history:
        is_changed_hold = entry.before is not None and entry.action in CHANGES_OF_A_HOLD
        before, total = total, (entry.after or {}).get("total_amount", total)
        if not is_changed_hold or total != before:
            entries.append(entry)
    return entries


def _is_awaited(transaction: Transaction) -> bool:
    """Whether it is a bank transfer that is not here yet."""
    is_open = transaction.is_payment and transaction.status is TransactionStatus.PENDING
    return is_open and transaction.provider == MANUAL
