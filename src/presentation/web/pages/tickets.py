"""My tickets: events with their bookings and tickets, the latter on pages of their own."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.own_tickets import OwnEvent, TicketView
from src.application.ports.database import Clock
from src.application.use_cases.holder.list_own_tickets import ListOwnHolds, ListOwnTickets
from src.application.use_cases.holder.show_ticket import ShowTicket
from src.application.use_cases.holder.trace_old_code import TraceOldCode
from src.application.use_cases.ticket.offer_transfer import OfferTransfer, OfferTransferCommand
from src.application.use_cases.ticket.reissue_ticket import ReissueTicket
from src.application.use_cases.ticket.withdraw_transfer import WithdrawTransfer
from src.domain.entities.booking import BookingStatus
from src.domain.entities.transfer import TransferStatus
from src.domain.entities.user import Actor
from src.domain.errors import CodeRetired, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import CursorQuery, encode_cursor, page_request
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.dependencies.ticket_changes import limited_offer, limited_reissue
from src.presentation.schemas.fields import Email, PathText
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

EVENTS_ON_A_PAGE = 20
PAST_AT_FIRST = 5
LIST, TICKET, OLD_CODE = "tickets/list.html", "tickets/ticket.html", "tickets/old_code.html"

router = APIRouter()

Show = Annotated[ShowTicket, provided("show_ticket")]
ListTickets = Annotated[ListOwnTickets, provided("list_own_tickets")]
Trace = Annotated[TraceOldCode, provided("trace_old_code")]
CurrentTime = Annotated[Clock, provided("clock")]


class OfferForm(BaseModel):
    """To whom a ticket is offered."""

    email: Email


@router.get("/tickets")
async def show_tickets(
    visit: CurrentVisit,
    list_tickets: ListTickets,
    list_holds: Annotated[ListOwnHolds, provided("list_own_holds")],
    clock: CurrentTime,
    after: CursorQuery = None,
) -> Response:
    actor = visit.require_actor()
    page = page_request(EVENTS_ON_A_PAGE, after, sort="date_time")
    ahead = await list_tickets.execute(actor, page, is_ahead=True)
    first = page_request(PAST_AT_FIRST, None, sort="-date_time")
    past = await list_tickets.execute(actor, first, is_ahead=False)
    to_come = filter(None, (own.to_come() for own in ahead.items))
    ended = list(filter(None, (own.ended() for own in ahead.items)))
    return visit.render(
        LIST,
        headers=kept_for(actor),
        holds=[] if after else await list_holds.execute(actor),
        ahead=[own for own in to_come if _has_more_than_holds(own)],
        ended=ended,
        more=f"/tickets?after={encode_cursor(ahead.next)}" if ahead.next else None,
        past=[] if after else past.items,
        has_more_past=past.next is not None,
        is_first=after is None,
        new_form=Form.new,
        now=clock(),
    )


@router.get("/tickets/past")
async def show_past_tickets(
    visit: CurrentVisit, list_tickets: ListTickets, after: CursorQuery = None
) -> Response:
    actor = visit.require_actor()
    page = page_request(EVENTS_ON_A_PAGE, after, sort="-date_time")
    past = await list_tickets.execute(actor, page, is_ahead=False)
    return visit.render(
        "tickets/past.html",
        headers=PRIVATE,
        past=past.items,
        more=f"/tickets/past?after={encode_cursor(past.next)}" if past.next else None,
    )


@router.get("/tickets/{code}")
async def show_ticket(
    visit: CurrentVisit, code: PathText, use_case: Show, trace: Trace, clock: CurrentTime
) -> Response:
    actor = visit.require_actor()
    try:
        seen = await use_case.execute(actor, code.upper())
    except CodeRetired:
        old = await trace.execute(actor, code.upper())
        return visit.render(OLD_CODE, status=410, headers=PRIVATE, old=old)
    return _ticket_page(visit, seen, Form.new({}), clock())


@router.post("/tickets/{code}/transfer")
async def offer_ticket(
    visit: CurrentVisit,
    code: PathText,
    show: Show,
    use_case: Annotated[OfferTransfer, provided("offer_transfer")],
    limits: Limits,
    clock: CurrentTime,
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(OfferForm)
    if form.data is not None:
        command = OfferTransferCommand(code.upper(), form.data.email)
        try:
            await limited_offer(use_case, limits, actor, command)
        except TicketingError as refusal:
            if not await _is_offered_to(show, actor, command):
                visit.refuse(form, refusal)
    seen = await show.execute(actor, code.upper())
    if form.is_wrong:
        return _ticket_page(visit, seen, form, clock(), status=422)
    sentence = visit.gettext("The offer is on its way. The ticket is yours until it is accepted.")
    return visit.redirect(_address(code), sentence)


@router.post("/tickets/{code}/transfer/withdraw")
async def withdraw_offer(
    visit: CurrentVisit,
    code: PathText,
    use_case: Annotated[WithdrawTransfer, provided("withdraw_transfer")],
) -> Response:
    await use_case.execute(visit.require_actor(), code.upper())
    sentence = visit.gettext("The offer is taken back. The ticket is still yours.")
    return visit.redirect(_address(code), sentence)


@router.post("/tickets/{code}/reissue")
async def reissue_ticket(
    visit: CurrentVisit,
    code: PathText,
    use_case: Annotated[ReissueTicket, provided("reissue_ticket")],
    trace: Trace,
    limits: Limits,
) -> Response:
    actor = visit.require_actor()
    try:
        ticket = await limited_reissue(use_case, limits, actor, code.upper())
    except CodeRetired:
        # The button was pressed twice: the first time gave the ticket its new code.
        old = await trace.execute(actor, code.upper())
        return visit.redirect(_address(old.new_code or code))
    sentence = visit.gettext("The ticket has a new code. The one before admits nobody any more.")
    return visit.redirect(_address(str(ticket.ticket_code)), sentence)


PRIVATE = {"Cache-Control": "private, no-store"}
"""Who uses the browser next does not find the page in it."""


def kept_for(actor: Actor) -> dict[str, str]:
    """The headers of a page that the browser's worker keeps for its owner, to read it offline."""
    return {**PRIVATE, "Kept-For": str(actor.id)}


def _has_more_than_holds(own: OwnEvent) -> bool:
    """Whether the event has to be listed beside the holds, which stand on top of the page."""
    return bool(own.received) or any(
        booking.status is not BookingStatus.PENDING for booking in own.bookings
    )


def _ticket_page(
    visit: Visit, seen: TicketView, form: Form[OfferForm], now: datetime, *, status: int = 200
) -> Response:
    headers = kept_for(visit.require_actor()) if seen.is_holder and status == 200 else PRIVATE
    return visit.render(
        TICKET, status=status, headers=headers, seen=seen, sheet=seen.sheet, form=form, now=now
    )


async def _is_offered_to(show: ShowTicket, actor: Actor, command: OfferTransferCommand) -> bool:
    """Whether the ticket is offered to this address already: the button was pressed twice."""
    transfer = (await show.execute(actor, command.ticket_code)).transfer
    return (
        transfer is not None
        and transfer.status is TransferStatus.OFFERED
        and transfer.email == command.email
    )


def _address(code: str) -> str:
    return f"/tickets/{code.upper()}"
