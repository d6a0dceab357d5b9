"""Refunds: those under way, how far cancelled events are, and what to do with failed ones."""

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.sold import RefundState
from src.application.use_cases.payment.record_paid_out import PaidOutCommand, RecordPaidOut
from src.application.use_cases.payment.retry_refund import RetryRefund, RetryRefundCommand
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatus,
    SetManualPaymentStatusCommand,
)
from src.application.use_cases.sales.list_refunds import ListRefunds
from src.application.use_cases.sales.read_refund import ReadRefund
from src.application.use_cases.sales.read_refund_progress import ReadRefundProgress
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Role
from src.domain.errors import TicketingError
from src.domain.shared.money import written
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import MAX_PRICE, PathId
from src.presentation.web.amounts import check_amount
from src.presentation.web.formats import Formats
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.listing import next_address, page_wanted
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

Read = Annotated[ReadRefund, provided("read_refund")]


class RefundsQuery(BaseModel):
    """Which refunds to show."""

    state: RefundState | None = None


class PaidOutForm(BaseModel):
    """How much was paid out another way, and how."""

    amount: Decimal = Field(gt=0, le=MAX_PRICE, decimal_places=4)
    note: Annotated[str, Field(min_length=1, max_length=500)]


@router.get("/manage/refunds")
async def show_refunds(
    visit: CurrentVisit,
    list_refunds: Annotated[ListRefunds, provided("list_refunds")],
    read_progress: Annotated[ReadRefundProgress, provided("read_refund_progress")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(RefundsQuery)
    state = form.data.state if form.data else None
    found = await list_refunds.execute(actor, state, page_wanted(visit.request))
    return visit.render(
        "sales/refunds.html",
        form=form,
        refunds=found.items,
        next_page=next_address(visit.request, found),
        progress=await read_progress.execute(actor),
        states=list(RefundState),
        state=state,
    )


@router.get("/manage/refunds/{refund_id}")
async def show_refund(visit: CurrentVisit, refund_id: PathId, read: Read) -> Response:
    return await _refund_page(visit, refund_id, read)


@router.post("/manage/refunds/{refund_id}/retry")
async def retry_refund(
    visit: CurrentVisit,
    refund_id: PathId,
    read: Read,
    use_case: Annotated[RetryRefund, provided("retry_refund")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(NoFields)
    command = RetryRefundCommand(refund_id=refund_id, idempotency=visit.idempotent(form))
    try:
        refund = (await use_case.execute(actor, command)).result
    except TicketingError as refusal:
        return await _refused(visit, refund_id, read, refusal)
    return visit.redirect(f"/manage/refunds/{refund.id}", _outcome(visit, refund))


@router.post("/manage/refunds/{refund_id}/paid-out")
async def record_paid_out(
    visit: CurrentVisit,
    refund_id: PathId,
    read: Read,
    use_case: Annotated[RecordPaidOut, provided("record_paid_out")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(PaidOutForm)
    if form.data is not None:
        currency = (await read.execute(actor, refund_id)).currency
        check_amount(form, "amount", form.data.amount, currency=currency, language=visit.language)
    if form.data is not None and not form.is_wrong:
        known = visit.idempotent(form)
        command = PaidOutCommand(refund_id=refund_id, idempotency=known, **form.data.model_dump())
        try:
            await use_case.execute(actor, command)
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            done = visit.gettext("Recorded as paid out another way.")
            return visit.redirect(f"/manage/refunds/{refund_id}", done)
    return await _refund_page(visit, refund_id, read, form=form, status=422)


@router.post("/manage/refunds/{refund_id}/paid-back")
async def record_paid_back(
    visit: CurrentVisit,
    refund_id: PathId,
    read: Read,
    use_case: Annotated[SetManualPaymentStatus, provided("set_manual_payment_status")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    await visit.form(NoFields)
    command = SetManualPaymentStatusCommand(refund_id, TransactionStatus.SUCCESS)
    # Only refunds are found here: a payment that is awaited has a form of its own.
    refund = await read.execute(actor, refund_id)
    try:
        if refund.status is not TransactionStatus.SUCCESS:
            await use_case.execute(actor, command)
    except TicketingError as refusal:
        return await _refused(visit, refund_id, read, refusal)
    return visit.redirect(f"/manage/refunds/{refund_id}", visit.gettext("Noted as paid back."))


def _outcome(visit: Visit, refund: Transaction) -> str:
    amount = Formats(visit.language).money(refund.amount, refund.currency)
    message = {
        TransactionStatus.SUCCESS: visit.gettext("%(amount)s went back to the buyer."),
        TransactionStatus.FAILED: visit.gettext("%(amount)s could not be sent back again."),
    }.get(refund.status, visit.gettext("%(amount)s is on its way back to the buyer."))
    return message % {"amount": amount}


async def _refused(
    visit: Visit, refund_id: int, read: ReadRefund, refusal: TicketingError
) -> Response:
    form: Form[PaidOutForm] = Form.new({})
    visit.refuse(form, refusal)
    return await _refund_page(visit, refund_id, read, form=form, status=409)


async def _refund_page(
    visit: Visit,
    refund_id: int,
    read: ReadRefund,
    *,
    form: Form[PaidOutForm] | None = None,
    status: int = 200,
) -> Response:
    refund = await read.execute(visit.require_role(Role.ORGANIZER), refund_id)
    if form is None:
        form = Form.new({"amount": written(refund.owed_amount, refund.currency)})
    return visit.render("sales/refund.html", status=status, form=form, refund=refund)
