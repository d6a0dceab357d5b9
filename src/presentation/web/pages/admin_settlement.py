"""Settlement, for administrators: who is owed what, payouts that were made, and the terms."""

from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from src.application.use_cases.settlement.read_balances import ListBalances
from src.application.use_cases.settlement.record_organizer_payout import (
    RecordOrganizerPayout,
    RecordOrganizerPayoutCommand,
    ReverseOrganizerPayout,
    ReverseOrganizerPayoutCommand,
)
from src.application.use_cases.settlement.set_terms import SetTerms, SetTermsCommand
from src.application.use_cases.user.get_user import GetUser
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import MAX_PRICE, Currency, Day, PathId, Percent
from src.presentation.schemas.settlement import HoldBackDays, Reference
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form
from src.presentation.web.listing import next_address, page_wanted, start_of, today_in
from src.presentation.web.pages.settlement_view import SettlementView
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/admin/settlement")

Amount = Annotated[Decimal, Field(ge=0, le=MAX_PRICE, decimal_places=4)]
Note = Annotated[str, Field(max_length=500)]


class PayoutForm(BaseModel):
    """What was paid to the organizer, when, and what the bank calls it."""

    currency: Currency
    amount: Annotated[Amount, Field(gt=0)]
    paid_on: Day
    reference: Reference
    note: Note | None = None
    is_advance: bool = False


class ReversalForm(BaseModel):
    """Why a payout is taken back."""

    note: Note | None = None


class TermsForm(BaseModel):
    """What the platform keeps, from the beginning of a day or at once."""

    currency: Currency
    begins_on: Day | None = None
    keeps_fees: bool = False
    commission_percent: Percent = Decimal(0)
    commission_per_ticket: Amount = Decimal(0)
    receives_manual: bool = False
    hold_back_days: HoldBackDays = 0


class OrganizerPage:
    """The page of one organizer, with its forms."""

    def __init__(
        self,
        view: Annotated[SettlementView, Depends()],
        get_user: Annotated[GetUser, provided("get_user")],
    ) -> None:
        self.view = view
        self._get_user = get_user

    async def show(
        self, visit: Visit, user_id: int, status: int = 200, **forms: Form[Any]
    ) -> Response:
        """The page; `payout_form` and `terms_form` are those that were refused. Raises NotFound."""
        actor = visit.require_role()
        user = await self._get_user.execute(actor, user_id)
        values = await self.view.values(visit, user_id)
        first = next(iter(values["balances"]), None)
        newest = next(iter(values["terms"]), None)
        if values["statement_form"].is_wrong:
            status = 422
        fresh: dict[str, Any] = {
            "payout_form": Form.new(
                {
                    "currency": first.currency if first else None,
                    "amount": first.payable if first and first.payable else None,
                    "paid_on": today_in(values["zone"]).isoformat(),
                }
            ),
            "terms_form": Form.new(_terms(newest) if newest else {}),
        }
        return visit.render(
            "admin/settlement_organizer.html",
            status=status,
            user=user,
            base=f"/admin/settlement/{user_id}",
            **values,
            **{**fresh, **forms},
        )


Page = Annotated[OrganizerPage, Depends()]


@router.get("")
async def show_balances(
    visit: CurrentVisit, list_balances: Annotated[ListBalances, provided("list_balances")]
) -> Response:
    actor = visit.require_role()
    found = await list_balances.execute(actor, None, page_wanted(visit.request, sort="id"))
    return visit.render(
        "admin/settlement.html",
        balances=found.items,
        next_page=next_address(visit.request, found),
    )


@router.get("/{user_id}")
async def show_organizer(visit: CurrentVisit, user_id: PathId, page: Page) -> Response:
    return await page.show(visit, user_id)


@router.get("/{user_id}/statement.csv")
async def get_table(visit: CurrentVisit, user_id: PathId, page: Page) -> Response:
    visit.require_role()
    return await page.view.csv(visit, user_id)


@router.get("/{user_id}/statement.pdf")
async def get_document(visit: CurrentVisit, user_id: PathId, page: Page) -> Response:
    visit.require_role()
    return await page.view.pdf(visit, user_id)


@router.post("/{user_id}/payouts")
async def record_organizer_payout(
    visit: CurrentVisit,
    user_id: PathId,
    page: Page,
    use_case: Annotated[RecordOrganizerPayout, provided("record_organizer_payout")],
) -> Response:
    actor = visit.require_role()
    form = await visit.form(PayoutForm)
    if (data := form.data) is not None:
        check_amount(form, "amount", data.amount, currency=data.currency, language=visit.language)
    if data is not None and not form.is_wrong:
        command = RecordOrganizerPayoutCommand(
            organizer_id=user_id, idempotency=visit.idempotent(form), **data.model_dump()
        )
        try:
            await use_case.execute(actor, command)
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            done = visit.gettext("The payout is recorded, and the organizer gets a mail.")
            return visit.redirect(f"/admin/settlement/{user_id}", done)
    return await page.show(visit, user_id, 422, payout_form=form)


@router.post("/{user_id}/payouts/{payout_id}/reversal")
async def reverse_organizer_payout(
    visit: CurrentVisit,
    user_id: PathId,
    payout_id: PathId,
    page: Page,
    use_case: Annotated[ReverseOrganizerPayout, provided("reverse_organizer_payout")],
) -> Response:
    actor = visit.require_role()
    form = await visit.form(ReversalForm)
    if form.data is not None:
        command = ReverseOrganizerPayoutCommand(
            payout_id=payout_id, note=form.data.note, idempotency=visit.idempotent(form)
        )
        try:
            await use_case.execute(actor, command)
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            done = visit.gettext("The payout is taken back by a counter entry.")
            return visit.redirect(f"/admin/settlement/{user_id}", done)
    return await page.show(visit, user_id, 422, payout_form=form)


@router.post("/{user_id}/terms")
async def set_terms(
    visit: CurrentVisit,
    user_id: PathId,
    page: Page,
    use_case: Annotated[SetTerms, provided("set_terms")],
) -> Response:
    actor = visit.require_role()
    form = await visit.form(TermsForm)
    if (data := form.data) is not None:
        values = await page.view.values(visit, user_id)
        command = SetTermsCommand(
            organizer_id=user_id,
            valid_from=start_of(data.begins_on, values["zone"]),
            **data.model_dump(exclude={"begins_on"}),
        )
        try:
            await use_case.execute(actor, command)
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            done = visit.gettext("The new terms are for what is sold from then on.")
            return visit.redirect(f"/admin/settlement/{user_id}", done)
    return await page.show(visit, user_id, 422, terms_form=form)


def _terms(terms: Any) -> dict[str, object]:
    """The newest terms, to be changed."""
    names = [name for name in TermsForm.model_fields if name != "begins_on"]
    return {name: getattr(terms, name) for name in names}
