"""Disputes: which payments buyers dispute at their bank, until when to answer, and the outcome.

Afterwards there may be money to settle: to refund, or that the buyer has twice.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.dispute import DisputeState
from src.application.use_cases.payment.note_transaction import (
    NoteTransaction,
    NoteTransactionCommand,
)
from src.application.use_cases.payment.refund_payment import RefundCommand, RefundPayment
from src.application.use_cases.sales.list_disputes import ListDisputes
from src.application.use_cases.sales.read_dispute import ReadDispute
from src.domain.entities.user import Role
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.formats import Formats
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.listing import next_address, page_wanted
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/disputes")

Read = Annotated[ReadDispute, provided("read_dispute")]


class DisputesQuery(BaseModel):
    """Which disputes to show."""

    state: DisputeState | None = None


class SettledForm(BaseModel):
    """What came of money that the buyer has twice."""

    note: Annotated[str, Field(min_length=1, max_length=500)]


@router.get("")
async def show_disputes(
    visit: CurrentVisit, list_disputes: Annotated[ListDisputes, provided("list_disputes")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(DisputesQuery)
    state = form.data.state if form.data else None
    found = await list_disputes.execute(actor, state, page_wanted(visit.request))
    return visit.render(
        "sales/disputes.html",
        form=form,
        disputes=found.items,
        next_page=next_address(visit.request, found),
        states=list(DisputeState),
        state=state,
    )


@router.get("/{dispute_id}")
async def show_dispute(visit: CurrentVisit, dispute_id: PathId, read: Read) -> Response:
    return await _dispute_page(visit, dispute_id, read)


@router.post("/{dispute_id}/refund")
async def refund_what_is_owed(
    visit: CurrentVisit,
    dispute_id: PathId,
    read: Read,
    use_case: Annotated[RefundPayment, provided("refund_payment")],
) -> Response:
    """After it was won: to the buyer of an order that was cancelled meanwhile."""
    actor = visit.require_role(Role.ORGANIZER)
    form: Form[Any] = await visit.form(NoFields)
    dispute = await read.execute(actor, dispute_id)
    if not dispute.owed_amount:
        return visit.redirect(f"/manage/disputes/{dispute_id}", visit.gettext("Nothing is owed."))
    command = RefundCommand(
        transaction_id=dispute.payment_id,
        amount=dispute.owed_amount,
        idempotency=visit.idempotent(form),
    )
    try:
        refund = (await use_case.execute(actor, command)).result
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _dispute_page(visit, dispute_id, read, form=form, status=409)
    message = visit.gettext("%(amount)s goes back to the buyer.")
    amount = Formats(visit.language).money(refund.amount, refund.currency)
    return visit.redirect(f"/manage/disputes/{dispute_id}", message % {"amount": amount})


@router.post("/{dispute_id}/settled")
async def note_as_settled(
    visit: CurrentVisit,
    dispute_id: PathId,
    read: Read,
    use_case: Annotated[NoteTransaction, provided("note_transaction")],
) -> Response:
    """What came of money that the buyer has twice, for administrators."""
    actor = visit.require_role()
    form = await visit.form(SettledForm)
    if form.data is None:
        return await _dispute_page(visit, dispute_id, read, form=form, status=422)
    movement_id = (await read.execute(actor, dispute_id)).transaction_id
    if movement_id is None:
        raise NotFound("dispute", dispute_id)
    await use_case.execute(actor, NoteTransactionCommand(movement_id, form.data.note))
    return visit.redirect(f"/manage/disputes/{dispute_id}", visit.gettext("Noted."))


async def _dispute_page(
    visit: Visit,
    dispute_id: int,
    read: ReadDispute,
    *,
    form: Form[Any] | None = None,
    status: int = 200,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    dispute = await read.execute(actor, dispute_id)
    form = form or Form.new({})
    return visit.render("sales/dispute.html", status=status, dispute=dispute, form=form)
