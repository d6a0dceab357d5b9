"""The page behind the link of an offered ticket: it says what is offered, and takes it.

Opening it does nothing: programs that look at links in mails do that too. The button does it.
"""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import BaseModel, Field, ValidationError

from src.application.dtos.session import Session
from src.application.dtos.transfer import TransferOffer
from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.application.use_cases.auth.sign_up import SignUp, SignUpCommand
from src.application.use_cases.transfer.accept_transfer import AcceptTransfer
from src.application.use_cases.transfer.get_transfer import GetTransfer
from src.domain.entities.transfer import WHY_CLOSED, TransferStatus
from src.domain.entities.user import Actor, User
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.log_in import limited_log_in
from src.presentation.dependencies.rate_limits import Limits, RateLimits
from src.presentation.schemas.fields import Secret
from src.presentation.schemas.user import LogInBody, SignUpBody
from src.presentation.utils.pages import page

router = APIRouter(include_in_schema=False)

Token = Annotated[Secret, Query(max_length=100)]
OVER = "This offer is over"
NOT_AN_OFFER = "This link is not complete: open it from the mail, or copy all of it."
CONFIRM_FIRST = (
    "We have sent you a mail to confirm your address. Do that first, then open this link again "
    "and log in."
)


class AcceptForm(BaseModel):
    """Who takes the ticket: an account that is there, or a new one."""

    token: Secret = Field(max_length=100)
    account: Literal["existing", "new"] = "existing"
    name: Annotated[Secret, Field(max_length=200)] = ""
    email: Annotated[Secret, Field(max_length=320)] = ""
    password: Annotated[Secret, Field(max_length=1000)] = ""


@router.get("/accept-ticket")
async def show_offer(
    request: Request, get_transfer: Annotated[GetTransfer, provided("get_transfer")], token: Token
) -> Response:
    try:
        offer = await get_transfer.execute(token)
    except NotFound:
        return _done(request, "There is no such offer", NOT_AN_OFFER, status=410)
    return _offer(request, offer, AcceptForm(token=token))


@router.post("/accept-ticket")
async def accept_offer(
    request: Request,
    form: Annotated[AcceptForm, Form()],
    get_transfer: Annotated[GetTransfer, provided("get_transfer")],
    accept: Annotated[AcceptTransfer, provided("accept_transfer")],
    log_in: Annotated[LogIn[Session], provided("log_in")],
    sign_up: Annotated[SignUp[Session], provided("sign_up")],
    limits: Limits,
) -> Response:
    try:
        offer = await get_transfer.execute(form.token)
    except NotFound:
        return _done(request, "There is no such offer", NOT_AN_OFFER, status=410)
    try:
        user = await _user(form, log_in, sign_up, limits)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return _offer(
            request,
            offer,
            form,
            f"{str(first['loc'][0]).capitalize()}: {first['msg'].rstrip('.')}.",
        )
    except TicketingError as refusal:
        return _offer(request, offer, form, str(refusal))
    if user is None:
        return _done(request, "Confirm your address", CONFIRM_FIRST)
    try:
        ticket = await accept.execute(Actor(user.id, user.role), form.token)
    except TicketingError as refusal:
        return _over(request, str(refusal))
    sentence = (
        f"Its code is {ticket.ticket_code}. A mail confirms it; the code that it had before admits "
        "nobody any more."
    )
    return _done(request, "The ticket is yours", sentence)


async def _user(
    form: AcceptForm, log_in: LogIn[Session], sign_up: SignUp[Session], limits: RateLimits
) -> User | None:
    """The user who takes it; None for a new one whose address has to be confirmed first."""
    if form.account == "existing":
        known = LogInBody(email=form.email, password=form.password)
        command = LogInCommand(known.email, known.password)
        return (await limited_log_in(log_in, limits, command)).user
    await limits.hit("signup", limits.client)
    body = SignUpBody.model_validate(
        form.model_dump(include={"email", "password"}) | {"name": form.name or None}
    )
    session = await sign_up.execute(SignUpCommand(**body.model_dump()))
    return None if session is None else session.user


def _offer(
    request: Request, offer: TransferOffer, form: AcceptForm, problem: str | None = None
) -> Response:
    if offer.status is not TransferStatus.OFFERED:
        return _over(request, WHY_CLOSED[offer.status])
    return page(
        "mail_links/accept_ticket.html",
        status=422 if problem else 200,
        shop=request.app.title,
        offer=offer,
        starts=_local_time(offer),
        form=form,
        problem=problem,
    )


def _local_time(offer: TransferOffer) -> str:
    starts = offer.event.date_time.astimezone(ZoneInfo(offer.event.timezone))
    return f"{starts:%A, %d %B %Y, %H:%M} ({offer.event.timezone})"


def _over(request: Request, sentence: str) -> Response:
    return _done(request, OVER, sentence, status=410)


def _done(request: Request, heading: str, sentence: str, *, status: int = 200) -> Response:
    return page(
        "mail_links/done.html",
        status=status,
        shop=request.app.title,
        heading=heading,
        sentence=sentence,
    )
