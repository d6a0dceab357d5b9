"""Tickets that their buyer gives back: which, what comes back of them, and done."""

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.settling.give_back_tickets import GiveBack, GiveBackCommand
from src.application.use_cases.booking.quote_refund import QuoteRefund, RefundQuote
from src.application.use_cases.booking.refund_tickets import RefundTickets
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import MAX_QUANTITY, PathId, QueryId
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

PRIVATE = {"Cache-Control": "private, no-store"}

router = APIRouter(prefix="/bookings/{booking_id}/give-back")

Quote = Annotated[QuoteRefund, provided("quote_refund")]
Chosen = Annotated[list[QueryId], Field(max_length=MAX_QUANTITY)]


class ChoiceQuery(BaseModel):
    """Which tickets, none before they were chosen."""

    ticket: list[QueryId] = Field(default=[], max_length=MAX_QUANTITY)
    is_sent: bool = False


class ReturnForm(BaseModel):
    """The tickets, and what the page said would come back of them."""

    ticket: list[QueryId] = Field(min_length=1, max_length=MAX_QUANTITY)
    expected: Decimal = Field(ge=0)


@router.get("")
async def show_return(visit: CurrentVisit, booking_id: PathId, quote_refund: Quote) -> Response:
    choice = visit.query(ChoiceQuery).data or ChoiceQuery()
    form: Form[ReturnForm] = Form.new({})
    if choice.is_sent and not choice.ticket:
        form.problems["ticket"] = visit.gettext("Choose at least one.")
        return await _page(visit, booking_id, quote_refund, [], form, status=422)
    return await _page(visit, booking_id, quote_refund, choice.ticket, form)


@router.post("")
async def give_back(
    visit: CurrentVisit,
    booking_id: PathId,
    quote_refund: Quote,
    use_case: Annotated[RefundTickets, provided("refund_tickets")],
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(ReturnForm)
    if form.data is None:
        return await _page(visit, booking_id, quote_refund, [], form, status=422)
    command = GiveBackCommand(
        booking_id=booking_id,
        ticket_ids=form.data.ticket,
        how=GiveBack.REFUND,
        expected=form.data.expected,
        idempotency=visit.idempotent(form),
    )
    try:
        await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        chosen = command.ticket_ids or ()
        return await _page(visit, booking_id, quote_refund, list(chosen), form, status=409)
    done = visit.gettext("Given back. The places are free again.")
    return visit.redirect(f"/bookings/{booking_id}", done)


async def _page(
    visit: Visit,
    booking_id: int,
    quote_refund: QuoteRefund,
    chosen: list[int],
    form: Form[ReturnForm],
    *,
    status: int = 200,
) -> Response:
    quote, refusal = await _quote(visit, visit.require_actor(), booking_id, quote_refund, chosen)
    is_only_one = quote is not None and len(quote.returns) == 1
    return visit.render(
        "tickets/give_back.html",
        status=status,
        headers=PRIVATE,
        booking_id=booking_id,
        quote=quote,
        refusal=refusal,
        is_chosen=bool(chosen) or is_only_one,
        form=form,
    )


async def _quote(
    visit: Visit, actor: Actor, booking_id: int, quote_refund: QuoteRefund, chosen: list[int]
) -> tuple[RefundQuote | None, str | None]:
    """What would come back, or why nothing can be given back. Raises NotFound to strangers."""
    try:
        return await quote_refund.execute(actor, booking_id, chosen or None), None
    except NotFound:
        raise
    except TicketingError as refusal:
        return None, visit.sentence(refusal)
