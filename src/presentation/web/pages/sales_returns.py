"""Single tickets that an organizer cancels or pays back."""

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.settling.give_back_tickets import GiveBack, GiveBackCommand
from src.application.use_cases.booking.quote_refund import QuoteRefund
from src.application.use_cases.booking.refund_tickets import RefundTickets
from src.domain.entities.user import Role
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import MAX_QUANTITY, LongText, PathId, QueryId
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/bookings/{booking_id}/tickets")

Quote = Annotated[QuoteRefund, provided("quote_refund")]


class ChoiceQuery(BaseModel):
    """Which tickets; none means all that can be given back."""

    ticket: list[QueryId] = Field(default=[], max_length=MAX_QUANTITY)


class ReturnForm(BaseModel):
    """The tickets, what the page said would go back, and whether anything does."""

    ticket: list[QueryId] = Field(min_length=1, max_length=MAX_QUANTITY)
    expected: Decimal = Field(ge=0)
    reason: LongText | None = None
    how: GiveBack = GiveBack.REFUND


@router.get("")
async def show_tickets_to_refund(
    visit: CurrentVisit, booking_id: PathId, quote_refund: Quote
) -> Response:
    choice = visit.query(ChoiceQuery).data or ChoiceQuery()
    return await _page(visit, booking_id, quote_refund, choice.ticket, Form.new({}))


@router.post("")
async def refund_chosen_tickets(
    visit: CurrentVisit,
    booking_id: PathId,
    quote_refund: Quote,
    use_case: Annotated[RefundTickets, provided("refund_tickets")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(ReturnForm)
    if form.data is None:
        return await _page(visit, booking_id, quote_refund, [], form, status=422)
    is_refund = form.data.how is GiveBack.REFUND
    command = GiveBackCommand(
        booking_id=booking_id,
        ticket_ids=form.data.ticket,
        how=form.data.how,
        reason=form.data.reason if is_refund else None,
        expected=form.data.expected if is_refund else None,
        idempotency=visit.idempotent(form),
    )
    try:
        await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        chosen = list(command.ticket_ids or ())
        return await _page(visit, booking_id, quote_refund, chosen, form, status=409)
    done = visit.gettext("The tickets are void, and their places are free again.")
    return visit.redirect(f"/manage/bookings/{booking_id}", done)


async def _page(
    visit: Visit,
    booking_id: int,
    quote_refund: QuoteRefund,
    chosen: list[int],
    form: Form[ReturnForm],
    *,
    status: int = 200,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    quote, refusal = None, None
    try:
        quote = await quote_refund.execute(actor, booking_id, chosen or None)
    except NotFound:
        raise
    except TicketingError as found:
        refusal = visit.sentence(found)
    if quote is not None and not quote.is_staff:
        raise NotFound("booking", booking_id)
    return visit.render(
        "sales/give_back.html",
        status=status,
        booking_id=booking_id,
        quote=quote,
        refusal=refusal,
        form=form,
    )
