"""The page behind the link of an offered ticket: it says what is offered, and takes or declines it.

Opening it does nothing: programs that look at links in mails do that too. The button does it.
"""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from src.application.dtos.transfer import TransferOffer
from src.application.dtos.viewer import OpenedWebSession
from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.application.use_cases.auth.sign_up import SignUp, SignUpCommand
from src.application.use_cases.transfer.accept_transfer import AcceptTransfer
from src.application.use_cases.transfer.decline_transfer import DeclineTransfer
from src.application.use_cases.transfer.get_transfer import GetTransfer
from src.domain.entities.transfer import TransferStatus
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.log_in import limited_log_in
from src.presentation.dependencies.rate_limits import Limits, RateLimits
from src.presentation.schemas.fields import Email, Name, Password, Secret
from src.presentation.web.forms import Form
from src.presentation.web.guests import BringAlong
from src.presentation.web.visit import CurrentVisit, Visit

OFFER, OVER = "transfers/offer.html", "transfers/over.html"
HEADERS = {"Cache-Control": "private, no-store", "Referrer-Policy": "same-origin"}

router = APIRouter()

Token = Annotated[Secret, Query(max_length=100)]
GetOffer = Annotated[GetTransfer, provided("get_transfer")]
WebLogIn = LogIn[OpenedWebSession]
WebSignUp = SignUp[OpenedWebSession]


class TokenForm(BaseModel):
    """The offer that a button is about."""

    token: Annotated[Secret, Field(max_length=100)]


class LogInForm(TokenForm):
    """Who has an account, and takes the ticket with it."""

    email: Email
    password: Secret


class SignUpForm(TokenForm):
    """Who makes an account, and takes the ticket with it."""

    email: Email
    password: Password
    name: Name | None = None


class Account(BaseModel):
    """Which account takes the ticket: that of the session, one that is there, or a new one."""

    account: Literal["mine", "existing", "new"] = "existing"


@router.get("/accept-ticket")
async def show_offer(visit: CurrentVisit, get_offer: GetOffer, token: Token = "") -> Response:
    try:
        offer = await get_offer.execute(token)
    except NotFound:
        return _over(visit, None)
    return _offer_page(visit, offer, Form.new({"token": token}))


@router.post("/accept-ticket")
async def accept_offer(
    visit: CurrentVisit,
    get_offer: GetOffer,
    use_case: Annotated[AcceptTransfer, provided("accept_transfer")],
    log_in: Annotated[WebLogIn, provided("web_log_in")],
    sign_up: Annotated[WebSignUp, provided("web_sign_up")],
    bring_along: BringAlong,
    limits: Limits,
) -> Response:
    token = (await visit.form(TokenForm)).value("token")[:100]
    try:
        offer = await get_offer.execute(token)
    except NotFound:
        return _over(visit, None)
    form, account = await _account_form(visit)
    try:
        actor = await _taker(visit, form, account, (log_in, sign_up, bring_along), limits)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        actor = None
    if form.is_wrong:
        return _offer_page(visit, offer, form, account=account, status=422)
    if actor is None:
        return visit.render("transfers/confirm_first.html", headers=HEADERS)
    try:
        ticket = await use_case.execute(actor, token)
    except TicketingError as refusal:
        return _over(visit, (await get_offer.execute(token)).status, visit.sentence(refusal))
    sentence = visit.gettext("The ticket is yours. This is its new code.")
    return visit.redirect(f"/tickets/{ticket.ticket_code}", sentence)


@router.post("/accept-ticket/decline")
async def decline_offer(
    visit: CurrentVisit,
    get_offer: GetOffer,
    use_case: Annotated[DeclineTransfer, provided("decline_transfer")],
) -> Response:
    form = await visit.form(TokenForm)
    if form.data is None:
        return _over(visit, None)
    try:
        await use_case.execute(form.data.token)
    except NotFound:
        return _over(visit, None)
    except TicketingError:
        # It ended in the meantime; pressed twice, it was declined the first time.
        return _over(visit, (await get_offer.execute(form.data.token)).status)
    return _over(visit, TransferStatus.DECLINED, status=200)


async def _account_form(
    visit: Visit,
) -> tuple[Form[TokenForm] | Form[LogInForm] | Form[SignUpForm], str]:
    chosen = await visit.form(Account)
    account = "existing" if chosen.data is None else chosen.data.account
    if account == "mine" and _is_logged_in(visit):
        return await visit.form(TokenForm), account
    if account == "new":
        return await visit.form(SignUpForm), account
    return await visit.form(LogInForm), "existing"


async def _taker(
    visit: Visit,
    form: Form[TokenForm] | Form[LogInForm] | Form[SignUpForm],
    account: str,
    sessions: tuple[WebLogIn, WebSignUp, BringAlong],
    limits: RateLimits,
) -> Actor | None:
    """Return who takes it; None where the form is wrong, or a new address is to be confirmed."""
    log_in, sign_up, bring_along = sessions
    device = visit.request.headers.get("user-agent")
    match form.data:
        case LogInForm() as known:
            command = LogInCommand(known.email, known.password, device)
            opened: OpenedWebSession | None = await limited_log_in(log_in, limits, command)
        case SignUpForm() as new:
            await limits.hit("signup", limits.client)
            if sign_up.requires_verification:
                await limits.hit("mail", new.email)
            opened = await sign_up.execute(
                SignUpCommand(new.email, new.password, name=new.name, device=device)
            )
        case _:
            return visit.actor if account == "mine" and form.data is not None else None
    if opened is None:
        return None
    await bring_along(opened)
    visit.remember(opened.secret)
    return Actor(opened.user.id, opened.user.role)


def _offer_page(
    visit: Visit,
    offer: TransferOffer,
    form: "Form[TokenForm] | Form[LogInForm] | Form[SignUpForm]",
    *,
    account: str = "existing",
    status: int = 200,
) -> Response:
    if offer.status is not TransferStatus.OFFERED:
        return _over(visit, offer.status)
    return visit.render(
        OFFER,
        status=status,
        headers=HEADERS,
        offer=offer,
        form=form,
        account=account,
        is_logged_in=_is_logged_in(visit),
    )


def _is_logged_in(visit: Visit) -> bool:
    """Whether there is an account to take the ticket: what a guest has is gone with the browser."""
    return visit.viewer is not None and not visit.viewer.is_guest


def _over(
    visit: Visit, offer: TransferStatus | None, sentence: str | None = None, *, status: int = 410
) -> Response:
    """The offer stands no more, or never did; `sentence` is why it was not accepted while open."""
    return visit.render(
        OVER,
        status=status,
        headers=HEADERS,
        state="unknown" if offer is None else offer.value,
        sentence=sentence,
    )
