"""What became of an order: tickets, money that is awaited, or the same tickets again."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from src.application.dtos.order_state import OrderState
from src.application.selling.checkout import Checkout
from src.application.use_cases.order.get_receipt import GetReceipt
from src.application.use_cases.order.hold_again import HoldAgain
from src.application.use_cases.order.read_checkout import ReadCheckout
from src.application.use_cases.order.watch_order import WatchCheckout
from src.application.use_cases.payment.give_up_payment import GiveUpPayment
from src.domain.errors import IdempotencyInProgress, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText
from src.presentation.schemas.order import OrderStateAnswer
from src.presentation.utils.client import client_of, disconnect_probe
from src.presentation.utils.event_stream import StreamResponse
from src.presentation.utils.pdf import PdfResponse
from src.presentation.web.forms import Form
from src.presentation.web.patience import patiently
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/orders")

Reference = PathText
Read = Annotated[ReadCheckout, provided("read_checkout")]


class AgainForm(BaseModel):
    """A form with nothing in it but its key."""


@router.get("/{reference}")
async def show_order(visit: CurrentVisit, reference: Reference, read: Read) -> Response:
    checkout = await read.execute(visit.require_actor(), reference)
    return _page(visit, checkout, Form.new({}))


def _page(visit: Visit, checkout: Checkout, form: Form[Any], *, status: int = 200) -> Response:
    """The page, with the state that it shows: its stream makes it reload for any other."""
    state = OrderState.of(checkout.order, checkout.transactions)
    answer = OrderStateAnswer.model_validate(state)
    shown = answer.model_dump_json(include={"status", "transactions"})
    return visit.render(
        "checkout/order.html", status=status, checkout=checkout, form=form, shown=shown
    )


@router.get("/{reference}/events")
async def watch_order(
    visit: CurrentVisit,
    reference: Reference,
    use_case: Annotated[WatchCheckout, provided("watch_checkout")],
) -> Response:
    """What the page hears as soon as it is known."""
    actor = visit.require_actor()
    return StreamResponse(await use_case.execute(actor, reference, client_of(visit.request)))


@router.get("/{reference}/state")
async def get_state(visit: CurrentVisit, reference: Reference, read: Read) -> Response:
    """The state as JSON, for a page that waits for it to change and has no stream."""
    checkout = await read.execute(visit.require_actor(), reference)
    headers = {"Cache-Control": "no-store"}
    answer = {
        "state": checkout.state,
        "failed": _has_failed(checkout),
        "missing": str(checkout.missing_amount),
    }
    return JSONResponse(answer, 200, headers)


def _has_failed(checkout: Checkout) -> bool:
    """Whether the open payment was declined, and waits for another card."""
    payment = checkout.open_payment
    return payment is not None and payment.failure is not None


@router.post("/{reference}/again")
async def hold_again(
    visit: CurrentVisit,
    reference: Reference,
    read: Read,
    use_case: Annotated[HoldAgain, provided("hold_again")],
) -> Response:
    actor = visit.require_actor()
    checkout = await read.execute(actor, reference)
    form = await visit.form(AgainForm)
    key = visit.idempotent(form)
    probe = disconnect_probe(visit.request)
    try:
        held = await patiently(lambda: use_case.execute(actor, checkout.order.id, key, probe))
    except IdempotencyInProgress:
        return visit.render("checkout/working.html", status=202, address=f"/orders/{reference}")
    except TicketingError as refusal:
        form.problem = visit.sentence(refusal)
        return _page(visit, checkout, form, status=409)
    return visit.redirect(f"/checkout/{held.result.reference}")


@router.post("/{reference}/another-way")
async def pay_another_way(
    visit: CurrentVisit,
    reference: Reference,
    read: Read,
    use_case: Annotated[GiveUpPayment, provided("give_up_payment")],
) -> Response:
    actor = visit.require_actor()
    checkout = await read.execute(actor, reference)
    form = await visit.form(AgainForm)
    payment = checkout.open_payment
    if payment is None:
        return visit.redirect(f"/orders/{reference}")
    try:
        await use_case.execute(actor, payment.id)
    except TicketingError as refusal:
        form.problem = visit.sentence(refusal)
        checkout = await read.execute(actor, reference)
        return _page(visit, checkout, form, status=409)
    return visit.redirect(f"/checkout/{reference}")


@router.get("/{reference}/receipt.pdf")
async def get_receipt(
    visit: CurrentVisit,
    reference: Reference,
    read: Read,
    use_case: Annotated[GetReceipt, provided("get_receipt")],
) -> Response:
    actor = visit.require_actor()
    checkout = await read.execute(actor, reference)
    document = await use_case.execute(actor, checkout.order.id)
    return PdfResponse(document.content, f"receipt-{document.order_reference}")
