"""The hosted payment page of the fake provider: no script, no log-in, only a secret address."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from src.application.ports.hosted_payments import (
    HostedPayment,
    HostedPayments,
    PayerAction,
    WebhookOptions,
)
from src.application.ports.payments import ProviderState
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText, Text
from src.presentation.utils.pages import HEADERS, page

router = APIRouter(prefix="/fake-payments", include_in_schema=False)

UNKNOWN_CARD = "This is not a test card. Use one of those listed below."


class PaymentForm(BaseModel):
    """The form as a browser sends it: an unticked box is absent."""

    card_number: Annotated[str, Field(max_length=40), Text]
    action: PayerAction
    delay_seconds: int = Field(0, ge=0, le=3600)
    send_twice: bool = False
    out_of_order: bool = False
    lose_it: bool = False

    def options(self) -> WebhookOptions:
        return WebhookOptions(
            delay=timedelta(seconds=self.delay_seconds),
            is_sent_twice=self.send_twice,
            is_out_of_order=self.out_of_order,
            is_lost=self.lose_it,
        )


@router.get("/{reference}")
async def show_payment(
    request: Request,
    reference: PathText,
    payments: Annotated[HostedPayments, provided("hosted_payments")],
) -> Response:
    payment = await payments.get(reference)
    if payment.can_be_paid:
        return _form(request, payment, payments, card_number=payments.cards[0].number)
    return _result(request, payment)


@router.post("/{reference}")
async def pay(
    request: Request,
    reference: PathText,
    form: Annotated[PaymentForm, Form()],
    payments: Annotated[HostedPayments, provided("hosted_payments")],
) -> Response:
    card = payments.find_card(form.card_number)
    if card is None:
        payment = await payments.get(reference)
        if not payment.can_be_paid:
            return _result(request, payment)
        return _form(request, payment, payments, card_number=form.card_number, problem=UNKNOWN_CARD)
    payment = await payments.act(reference, form.action, card, form.options())
    # After a declined card the payer stays here and can try another one.
    ours = f"/fake-payments/{payment.reference}/result"
    address = ours if payment.can_be_paid else payment.return_url or ours
    return RedirectResponse(address, 303, HEADERS)


@router.get("/{reference}/result")
async def show_result(
    request: Request,
    reference: PathText,
    payments: Annotated[HostedPayments, provided("hosted_payments")],
) -> Response:
    return _result(request, await payments.get(reference))


def _form(
    request: Request,
    payment: HostedPayment,
    payments: HostedPayments,
    *,
    card_number: str,
    problem: str | None = None,
) -> Response:
    return page(
        "fake_payment/pay.html",
        status=422 if problem else 200,
        shop=request.app.title,
        payment=payment,
        card_number=card_number,
        problem=problem,
        cards=payments.cards,
    )


def _result(request: Request, payment: HostedPayment) -> Response:
    heading, sentence = _describe(payment)
    return page(
        "fake_payment/result.html",
        shop=request.app.title,
        payment=payment,
        heading=heading,
        sentence=sentence,
    )


def _describe(payment: HostedPayment) -> tuple[str, str]:
    """The payment's state as a heading and a sentence."""
    money = f"{payment.amount} {payment.currency}"
    if payment.state is ProviderState.SUCCEEDED:
        return "Paid", f"Your payment of {money} has arrived."
    if payment.state is ProviderState.FAILED:
        return "Not paid", f"{payment.failure or 'The payment failed.'} Nothing was charged."
    if payment.pays_at is not None:
        when = payment.pays_at.strftime("%d %B %Y, %H:%M:%S UTC")
        return "On its way", f"Your payment of {money} is expected at {when}."
    if payment.failure is not None:
        return "Not paid yet", f"{payment.failure} Nothing was charged."
    return "Not paid yet", "Nothing has been charged yet."
