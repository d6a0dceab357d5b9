"""The payment page of the fake provider: no log-in, only a secret address, and no real money."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel, Field

from src.application.ports.hosted_payments import (
    BankAction,
    HostedPayment,
    HostedPayments,
    PayerAction,
    WebhookOptions,
)
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText, Text
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/fake-payments")

Payments = Annotated[HostedPayments, provided("hosted_payments")]

HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}


class DeliveryForm(BaseModel):
    """How its webhook is delivered, as a browser sends it: an unticked box is absent."""

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


class PaymentForm(DeliveryForm):
    """What the payer does."""

    card_number: Annotated[str, Field(max_length=40), Text]
    action: PayerAction


class BankForm(DeliveryForm):
    """What the payer's bank does, or somebody in the provider's dashboard."""

    step: BankAction


@router.get("/{reference}")
async def show_payment(visit: CurrentVisit, reference: PathText, payments: Payments) -> Response:
    payment = await payments.get(reference)
    if payment.can_be_paid:
        return _form(visit, payment, payments, card_number=payments.cards[0].number)
    return _result(visit, payment)


@router.post("/{reference}")
async def pay(
    visit: CurrentVisit,
    reference: PathText,
    form: Annotated[PaymentForm, Form()],
    payments: Payments,
) -> Response:
    card = payments.find_card(form.card_number)
    if card is None:
        payment = await payments.get(reference)
        if not payment.can_be_paid:
            return _result(visit, payment)
        problem = visit.gettext("This is not a test card. Use one of those listed below.")
        return _form(visit, payment, payments, card_number=form.card_number, problem=problem)
    payment = await payments.act(reference, form.action, card, form.options())
    # After a declined card the payer stays here and can try another one.
    ours = f"/fake-payments/{payment.reference}/result"
    address = ours if payment.can_be_paid else payment.return_url or ours
    return visit.redirect(local(visit, address))


def local(visit: Visit, address: str) -> str:
    """The path of an address of this service, which the provider has checked to be one."""
    return address.removeprefix(visit.request.app.state.own_url)


@router.get("/{reference}/result")
async def show_result(visit: CurrentVisit, reference: PathText, payments: Payments) -> Response:
    return _result(visit, await payments.get(reference))


@router.post("/{reference}/bank")
async def act_as_bank(
    visit: CurrentVisit,
    reference: PathText,
    form: Annotated[BankForm, Form()],
    payments: Payments,
) -> Response:
    if await payments.act_as_bank(reference, form.step, form.options()):
        return visit.redirect(f"/fake-payments/{reference}/result")
    problem = visit.gettext("The bank cannot do that with this payment now.")
    return _result(visit, await payments.get(reference), problem=problem)


def _said(visit: Visit) -> dict[str, str]:
    """What the provider says of cards, in the payer's language."""
    return {
        "pays": visit.gettext("pays"),
        "is declined": visit.gettext("is declined"),
        "has insufficient funds": visit.gettext("has insufficient funds"),
        "pays only after 10 seconds": visit.gettext("pays only after 10 seconds"),
        "The card was declined.": visit.gettext("The card was declined."),
        "The card has insufficient funds.": visit.gettext("The card has insufficient funds."),
    }


def _form(
    visit: Visit,
    payment: HostedPayment,
    payments: HostedPayments,
    *,
    card_number: str,
    problem: str | None = None,
) -> Response:
    return visit.render(
        "checkout/fake_pay.html",
        status=422 if problem else 200,
        headers=HEADERS,
        payment=payment,
        card_number=card_number,
        problem=problem,
        cards=payments.cards,
        said=_said(visit),
    )


def _result(visit: Visit, payment: HostedPayment, *, problem: str | None = None) -> Response:
    back = local(visit, payment.return_url) if payment.return_url else "/"
    return visit.render(
        "checkout/fake_result.html",
        status=409 if problem else 200,
        headers=HEADERS,
        payment=payment,
        back=back,
        problem=problem,
        said=_said(visit),
    )
