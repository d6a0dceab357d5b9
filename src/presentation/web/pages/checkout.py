"""The checkout: one page from held tickets to a payment, or to tickets that cost nothing."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.selling.change_booking import ChangeBookingCommand
from src.application.selling.change_order import ChangeOrderCommand
from src.application.selling.checkout import Checkout, CheckoutState
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.application.use_cases.order.cancel_order import CancelOrder
from src.application.use_cases.order.finish_order import FinishOrder
from src.application.use_cases.order.give_contact import GiveContact, GiveContactCommand
from src.application.use_cases.order.read_checkout import ReadCheckout
from src.application.use_cases.order.set_order_discount import (
    SetOrderDiscount,
    SetOrderDiscountCommand,
)
from src.application.use_cases.payment.start_payment import StartPayment, StartPaymentCommand
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.errors import (
    DiscountInvalid,
    IdempotencyInProgress,
    IdempotencyKeyReused,
    TicketingError,
)
from src.presentation.dependencies.discount_code import guessed_code
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import Email, OptionalName, PathText
from src.presentation.web.forms import Form
from src.presentation.web.patience import patiently
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/checkout")

Reference = PathText
Read = Annotated[ReadCheckout, provided("read_checkout")]
Give = Annotated[GiveContact, provided("give_contact")]

HELD = (CheckoutState.HELD, CheckoutState.DECLINED)


class ContactForm(BaseModel):
    """Who buys, and how they pay."""

    email: Email
    name: OptionalName | None = None
    provider: str | None = Field(None, max_length=40)


class CodeForm(BaseModel):
    """A discount code; none takes it off."""

    code: str | None = Field(None, max_length=64)


@router.get("/{reference}")
async def show_checkout(visit: CurrentVisit, reference: Reference, read: Read) -> Response:
    checkout = await read.execute(visit.require_actor(), reference)
    if checkout.state not in HELD:
        return visit.redirect(f"/orders/{reference}")
    return _page(visit, checkout, _first_form(visit, checkout))


@router.post("/{reference}/pay")
async def pay(
    visit: CurrentVisit,
    reference: Reference,
    read: Read,
    give_contact: Give,
    finish: Annotated[FinishOrder, provided("finish_order")],
    start: Annotated[StartPayment, provided("start_payment")],
) -> Response:
    actor = visit.require_actor()
    checkout = await read.execute(actor, reference)
    form = await visit.form(ContactForm)
    order_page = f"/orders/{reference}"
    if checkout.state not in (*HELD, CheckoutState.PROVIDER):
        return visit.redirect(order_page)
    if form.data is None:
        return _page(visit, checkout, form, status=422)
    order_id = checkout.order.id
    key = visit.idempotent(form)
    try:
        contact = GiveContactCommand(order_id, form.data.email, form.data.name)
        await give_contact.execute(actor, contact)
        if not checkout.is_paid_online:
            free = ChangeOrderCommand(order_id, idempotency=key)
            await patiently(lambda: finish.execute(actor, free))
            return visit.redirect(order_page)
        command = StartPaymentCommand(
            order_id=order_id,
            provider=form.data.provider,
            return_url=_return_url(visit, reference, form.data.provider or _first_way(checkout)),
            idempotency=key,
        )
        payment = await patiently(lambda: _payment(start, visit, command))
    except IdempotencyInProgress:
        return visit.render("checkout/working.html", status=202, address=order_page)
    except TicketingError as refusal:
        return await _refused(visit, read, form, refusal)
    return _to_provider(visit, reference, payment)


async def _payment(start: StartPayment, visit: Visit, command: StartPaymentCommand) -> Transaction:
    """The payment of this press, or, where an earlier one of the form has failed, another."""
    actor = visit.require_actor()
    again = StartPaymentCommand(
        order_id=command.order_id, provider=command.provider, return_url=command.return_url
    )
    try:
        outcome = await start.execute(actor, command)
    except IdempotencyKeyReused:
        # The same page, corrected after going back: an open payment is still charged once.
        return (await start.execute(actor, again)).result
    if outcome.is_replayed and outcome.result.status is TransactionStatus.FAILED:
        return (await start.execute(actor, again)).result
    return outcome.result


@router.get("/{reference}/leave")
async def leave_for_provider(visit: CurrentVisit, reference: Reference, read: Read) -> Response:
    """Lead to the page of the payment provider.

    A page of its own, because browsers apply the policy for forms to every redirect that follows.
    """
    checkout = await read.execute(visit.require_actor(), reference)
    payment = checkout.open_payment
    if checkout.state is not CheckoutState.PROVIDER or payment is None or not payment.redirect_url:
        return visit.redirect(f"/orders/{reference}")
    if (path := _own_path(visit, payment)) is not None:
        return visit.redirect(path)
    return visit.render("checkout/leave.html", checkout=checkout, address=payment.redirect_url)


@router.post("/{reference}/code")
async def use_code(
    visit: CurrentVisit,
    reference: Reference,
    read: Read,
    give_contact: Give,
    use_case: Annotated[SetOrderDiscount, provided("set_order_discount")],
    limits: Limits,
) -> Response:
    actor = visit.require_actor()
    checkout = await read.execute(actor, reference)
    if checkout.state not in HELD:
        return visit.redirect(f"/orders/{reference}")
    form = await visit.form(CodeForm)
    code = form.value("code").strip() or None
    try:
        if form.data is None:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        await _keep_draft(visit, checkout, give_contact)
        async with guessed_code(limits, actor, is_guest=visit.is_guest):
            await use_case.execute(actor, SetOrderDiscountCommand(checkout.order.id, code))
    except TicketingError as refusal:
        return await _refused(visit, read, form, refusal, field="code")
    return visit.redirect(f"/checkout/{reference}#summary")


@router.post("/{reference}/extend")
async def extend(
    visit: CurrentVisit,
    reference: Reference,
    read: Read,
    give_contact: Give,
    use_case: Annotated[ExtendBooking, provided("extend_booking")],
) -> Response:
    actor = visit.require_actor()
    checkout = await read.execute(actor, reference)
    if checkout.state not in HELD:
        return visit.redirect(f"/orders/{reference}")
    form = await visit.form(CodeForm)
    try:
        await _keep_draft(visit, checkout, give_contact)
        booking_id = checkout.order.current_bookings[0].id
        await use_case.execute(actor, ChangeBookingCommand(booking_id))
    except TicketingError as refusal:
        return await _refused(visit, read, form, refusal)
    return visit.redirect(f"/checkout/{reference}", visit.gettext("You have more time now."))


@router.post("/{reference}/release")
async def release(
    visit: CurrentVisit,
    reference: Reference,
    read: Read,
    use_case: Annotated[CancelOrder, provided("cancel_order")],
) -> Response:
    actor = visit.require_actor()
    checkout = await read.execute(actor, reference)
    if checkout.state not in HELD:
        return visit.redirect(f"/orders/{reference}")
    await use_case.execute(actor, ChangeOrderCommand(checkout.order.id))
    event_ids = sorted(checkout.events)
    address = f"/events/{event_ids[0]}" if len(event_ids) == 1 else "/events"
    return visit.redirect(address, visit.gettext("Your tickets are free for others again."))


async def _keep_draft(visit: Visit, checkout: Checkout, give_contact: GiveContact) -> None:
    """Keep what was typed beside another button, if it is an address already."""
    draft = await visit.form(ContactForm)
    if draft.data is not None:
        contact = GiveContactCommand(checkout.order.id, draft.data.email, draft.data.name)
        await give_contact.execute(visit.require_actor(), contact)


async def _refused(
    visit: Visit,
    read: ReadCheckout,
    form: Form[Any],
    refusal: TicketingError,
    field: str | None = None,
) -> Response:
    """The page with the refusal in it, or the order's, where it is over."""
    reference = visit.request.path_params["reference"]
    checkout = await read.execute(visit.require_actor(), reference)
    if checkout.state not in HELD:
        return visit.redirect(f"/orders/{reference}")
    visit.refuse(form, refusal)
    if field is not None and isinstance(refusal, DiscountInvalid):
        form.problems[field], form.problem = visit.sentence(refusal), None
    return _page(visit, checkout, form, status=409)


def _page(visit: Visit, checkout: Checkout, form: Form[Any], *, status: int = 200) -> Response:
    if "email" in form.problems:
        form.problems["email"] = visit.gettext(
            "Please type an e-mail address, such as name@example.com."
        )
    return visit.render("checkout/checkout.html", status=status, checkout=checkout, form=form)


def _first_form(visit: Visit, checkout: Checkout) -> Form[ContactForm]:
    """The form as it is shown first: with what is known of an account, or was typed before."""
    viewer, order = visit.viewer, checkout.order
    is_known = viewer is not None and not viewer.is_guest
    return Form.new(
        {
            "email": order.contact_email or (viewer.email if viewer and is_known else None),
            "name": order.contact_name or (viewer.name if viewer and is_known else None),
            "provider": _first_way(checkout),
        }
    )


def _first_way(checkout: Checkout) -> str | None:
    """The way to pay that is chosen at first; None if there is none."""
    return next(iter(checkout.providers), None)


def _return_url(visit: Visit, reference: str, provider: str | None) -> str:
    """Where the payer comes back to: of our own provider a path, so that the host stays."""
    path = f"/orders/{reference}"
    return path if provider == "fake" else f"{visit.request.app.state.own_url}{path}"


def _own_path(visit: Visit, payment: Transaction) -> str | None:
    """The path of the fake provider's page, which is ours."""
    if payment.provider != "fake" or not payment.redirect_url:
        return None
    return urlsplit(payment.redirect_url).path.removeprefix(visit.public(""))


def _to_provider(visit: Visit, reference: str, payment: Transaction) -> Response:
    is_open = payment.status is TransactionStatus.PENDING
    if is_open and (path := _own_path(visit, payment)) is not None:
        return visit.redirect(path)
    if is_open and payment.redirect_url:
        return visit.redirect(f"/checkout/{reference}/leave")
    return visit.redirect(f"/orders/{reference}")
