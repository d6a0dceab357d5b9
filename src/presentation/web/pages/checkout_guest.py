"""Tickets that were bought without an account: finding them, and keeping them in one."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from src.application.use_cases.guest.claim_guest_orders import ClaimGuestOrders
from src.application.use_cases.guest.find_tickets import FindTickets
from src.application.use_cases.guest.open_account_for_guest import (
    OpenAccountCommand,
    OpenAccountForGuest,
)
from src.application.use_cases.guest.open_guest_orders import OpenGuestOrders
from src.application.use_cases.guest.read_claim import ReadClaim
from src.domain.errors import Duplicate, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import Email, OptionalName, Password, Secret
from src.presentation.web.forms import Form
from src.presentation.web.guests import BringAlong
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

MY_TICKETS = "/tickets"
LONGEST_TOKEN = 2000
Token = Annotated[Secret, Query(max_length=LONGEST_TOKEN)]
Read = Annotated[ReadClaim, provided("read_claim")]


class AddressForm(BaseModel):
    """The address that tickets were bought with."""

    email: Email


class TokenForm(BaseModel):
    """The link of a mail."""

    token: str = Field(max_length=LONGEST_TOKEN)


class PasswordForm(TokenForm):
    """The link of a mail, and a password for a new account."""

    password: Password
    name: OptionalName | None = None


@router.get("/find-tickets")
async def show_search(visit: CurrentVisit) -> Response:
    return visit.render("checkout/find_tickets.html", form=Form.new({}), is_sent=False)


@router.post("/find-tickets")
async def find_tickets(
    visit: CurrentVisit,
    use_case: Annotated[FindTickets, provided("find_tickets")],
    limits: Limits,
) -> Response:
    form = await visit.form(AddressForm)
    if form.data is None:
        form.problems["email"] = visit.gettext(
            "Please type an e-mail address, such as name@example.com."
        )
        return visit.render("checkout/find_tickets.html", status=422, form=form, is_sent=False)
    # As many as guests may begin, so that nobody writes to all buyers from one place.
    await limits.hit("guest", f"search {limits.client}")
    await limits.hit("mail", form.data.email)
    await use_case.execute(form.data.email)
    return visit.render("checkout/find_tickets.html", form=form, is_sent=True)


@router.get("/claim")
async def show_claim(visit: CurrentVisit, read: Read, token: Token = "") -> Response:
    return await _page(visit, read, Form.new({"token": token}))


@router.post("/claim/account")
async def open_account(
    visit: CurrentVisit,
    read: Read,
    use_case: Annotated[OpenAccountForGuest, provided("open_account_for_guest")],
    bring_along: BringAlong,
    limits: Limits,
) -> Response:
    await limits.hit("login", limits.client)
    form = await visit.form(PasswordForm)
    if form.data is None:
        return await _page(visit, read, form, status=422)
    device = visit.request.headers.get("user-agent")
    command = OpenAccountCommand(form.data.token, form.data.password, form.data.name, device)
    try:
        opened = await use_case.execute(command)
    except Duplicate:
        form.problem = visit.gettext("There is an account with this address. Log in to it.")
        return await _page(visit, read, form, status=409)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _page(visit, read, form, status=409)
    await bring_along(opened)
    visit.remember(opened.secret)
    return visit.redirect(MY_TICKETS, visit.gettext("Your account is ready, with your tickets."))


@router.post("/claim/orders")
async def claim(
    visit: CurrentVisit,
    read: Read,
    use_case: Annotated[ClaimGuestOrders, provided("claim_guest_orders")],
) -> Response:
    form = await visit.form(TokenForm)
    if form.data is None:
        return await _page(visit, read, form, status=422)
    try:
        await use_case.execute(visit.require_actor(), form.data.token)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _page(visit, read, form, status=409)
    return visit.redirect(MY_TICKETS, visit.gettext("The tickets are in your account now."))


@router.post("/claim/open")
async def open_tickets(
    visit: CurrentVisit,
    read: Read,
    use_case: Annotated[OpenGuestOrders, provided("open_guest_orders")],
    bring_along: BringAlong,
) -> Response:
    form = await visit.form(TokenForm)
    if form.data is None:
        return await _page(visit, read, form, status=422)
    try:
        opened = await use_case.execute(form.data.token, visit.request.headers.get("user-agent"))
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _page(visit, read, form, status=409)
    await bring_along(opened)
    visit.remember(opened.secret)
    return visit.redirect(MY_TICKETS)


async def _page(visit: Visit, read: ReadClaim, form: Form[Any], *, status: int = 200) -> Response:
    """What can be done with the link; opening it does nothing."""
    try:
        claim = await read.execute(form.value("token"))
    except TicketingError:
        return visit.render("checkout/claim_over.html", status=401)
    viewer = visit.viewer
    is_own = viewer is not None and not viewer.is_guest and viewer.email == claim.email
    return visit.render("checkout/claim.html", status=status, claim=claim, form=form, is_own=is_own)
