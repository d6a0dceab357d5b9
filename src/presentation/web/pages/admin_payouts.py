"""Payouts, for administrators: what providers hold and sent to the bank, and what that is of."""

from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from src.application.dtos.payout import ProviderMovementSearch
from src.application.use_cases.payout.list_payouts import ListPayouts
from src.application.use_cases.payout.list_provider_movements import ListProviderMovements
from src.application.use_cases.payout.note_bank_amount import NoteBankAmount
from src.application.use_cases.payout.read_payout import ReadPayout
from src.application.use_cases.payout.read_provider_balances import ReadProviderBalances
from src.application.use_cases.payout.refresh_accounts import RefreshAccounts
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import MAX_PRICE, PathId
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.listing import next_address, page_wanted
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/admin/payouts")


class BankForm(BaseModel):
    """What the bank statement says; an empty field takes the note back."""

    bank_amount: Annotated[Decimal | None, Field(ge=-MAX_PRICE, le=MAX_PRICE, decimal_places=4)] = (
        None
    )


class PayoutPage:
    """A payout with what it is made of."""

    def __init__(
        self,
        read: Annotated[ReadPayout, provided("read_payout")],
        movements: Annotated[ListProviderMovements, provided("list_provider_movements")],
    ) -> None:
        self._read = read
        self._movements = movements

    async def page(
        self, visit: Visit, payout_id: int, form: Form[Any] | None = None, status: int = 200
    ) -> Response:
        """The page of the payout. Raises NotFound."""
        actor = visit.require_role()
        payout = await self._read.execute(actor, payout_id)
        wanted = ProviderMovementSearch(payout_id=payout_id)
        found = await self._movements.execute(actor, wanted, page_wanted(visit.request))
        return visit.render(
            "admin/payout.html",
            status=status,
            payout=payout,
            movements=found.items,
            next_page=next_address(visit.request, found),
            form=form or Form.new({"bank_amount": payout.bank_amount}),
        )


Details = Annotated[PayoutPage, Depends()]


@router.get("")
async def show_payouts(
    visit: CurrentVisit,
    list_payouts: Annotated[ListPayouts, provided("list_payouts")],
    balances: Annotated[ReadProviderBalances, provided("read_provider_balances")],
) -> Response:
    actor = visit.require_role()
    found = await list_payouts.execute(actor, page_wanted(visit.request))
    return visit.render(
        "admin/payouts.html",
        payouts=found.items,
        balances=await balances.execute(actor),
        next_page=next_address(visit.request, found),
    )


@router.post("")
async def refresh(
    visit: CurrentVisit, use_case: Annotated[RefreshAccounts, provided("refresh_accounts")]
) -> Response:
    actor = visit.require_role()
    await visit.form(NoFields)
    await use_case.execute(actor)
    return visit.redirect("/admin/payouts", visit.gettext("The accounts have been read."))


@router.get("/held")
async def show_held(
    visit: CurrentVisit,
    movements: Annotated[ListProviderMovements, provided("list_provider_movements")],
) -> Response:
    """What is at the providers and not paid out yet."""
    actor = visit.require_role()
    wanted = ProviderMovementSearch(is_paid_out=False)
    found = await movements.execute(actor, wanted, page_wanted(visit.request))
    return visit.render(
        "admin/payouts_held.html",
        movements=found.items,
        next_page=next_address(visit.request, found),
    )


@router.get("/{payout_id}")
async def show_payout(visit: CurrentVisit, payout_id: PathId, details: Details) -> Response:
    return await details.page(visit, payout_id)


@router.post("/{payout_id}")
async def note_bank_amount(
    visit: CurrentVisit,
    payout_id: PathId,
    details: Details,
    read: Annotated[ReadPayout, provided("read_payout")],
    note: Annotated[NoteBankAmount, provided("note_bank_amount")],
) -> Response:
    actor = visit.require_role()
    form = await visit.form(BankForm)
    if form.data is not None and form.data.bank_amount is not None:
        currency = (await read.execute(actor, payout_id)).currency
        amount = form.data.bank_amount
        check_amount(form, "bank_amount", amount, currency=currency, language=visit.language)
    if form.data is not None and not form.is_wrong:
        try:
            await note.execute(actor, payout_id, form.data.bank_amount)
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            return visit.redirect(f"/admin/payouts/{payout_id}", visit.gettext("Noted."))
    return await details.page(visit, payout_id, form, status=422)
