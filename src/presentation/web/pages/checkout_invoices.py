"""The invoices of an order, and whom they are for."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.invoice.get_invoice_document import GetEInvoice, GetInvoiceDocument
from src.application.use_cases.invoice.give_billing import GiveBilling, RemoveBilling
from src.application.use_cases.invoice.issue_order_invoices import IssueOrderInvoices
from src.application.use_cases.invoice.show_order_invoices import ShowOrderInvoices
from src.domain.entities.billing import Billing
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Email, Line, Name, PathId, PathText, Street
from src.presentation.schemas.seller import Country, VatId
from src.presentation.utils.pdf import PdfResponse, XmlResponse
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.refusals import said
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/orders/{reference}")

Show = Annotated[ShowOrderInvoices, provided("show_order_invoices")]
FIELDS = (
    *("name", "street", "postal_code", "city", "country", "vat_id"),
    *("email", "reference", "wants_e_invoice"),
)


class BillingForm(BaseModel):
    """Whom the invoice is for. Without a name it is for the buyer."""

    name: Name | None = None
    street: Street | None = None
    postal_code: Line | None = None
    city: Line | None = None
    country: Country | None = None
    vat_id: VatId | None = None
    email: Email | None = None
    reference: Line | None = None
    wants_e_invoice: bool = False


@router.get("/invoices")
async def show_invoices(visit: CurrentVisit, reference: PathText, show: Show) -> Response:
    return await _page(visit, reference, show)


@router.post("/billing")
async def give_billing(
    visit: CurrentVisit,
    reference: PathText,
    show: Show,
    give: Annotated[GiveBilling, provided("give_billing")],
    remove: Annotated[RemoveBilling, provided("remove_billing")],
) -> Response:
    actor = visit.require_actor()
    order = (await show.execute(actor, reference)).order
    form = await visit.form(BillingForm)
    if (data := form.data) is not None and data.name is None and data != BillingForm():
        form.problems["name"] = visit.gettext("Write for whom the invoice is.")
    if data is None or form.is_wrong:
        return await _page(visit, reference, show, form=form, status=422)
    try:
        if data.name is None:
            await remove.execute(actor, order.id)
        else:
            billing = Billing(order_id=order.id, **{**data.model_dump(), "name": data.name})
            await give.execute(actor, billing)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _page(visit, reference, show, form=form, status=409)
    done = visit.gettext("The invoice will be for whom you said.")
    return visit.redirect(f"/orders/{reference}/invoices", done)


@router.post("/invoices")
async def issue_invoices(
    visit: CurrentVisit,
    reference: PathText,
    show: Show,
    use_case: Annotated[IssueOrderInvoices, provided("issue_order_invoices")],
) -> Response:
    actor = visit.require_actor()
    order = (await show.execute(actor, reference)).order
    form = await visit.form(NoFields)
    try:
        await use_case.execute(actor, order.id)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _page(visit, reference, show, problem=form.problem, status=409)
    return visit.redirect(f"/orders/{reference}/invoices")


@router.get("/invoices/{invoice_id}.pdf")
async def get_invoice(
    visit: CurrentVisit,
    reference: PathText,
    invoice_id: PathId,
    show: Show,
    use_case: Annotated[GetInvoiceDocument, provided("get_invoice_document")],
) -> Response:
    await _require_of_order(visit, reference, invoice_id, show)
    document = await use_case.execute(visit.require_actor(), invoice_id)
    return PdfResponse(document.content, f"invoice-{document.name}")


@router.get("/invoices/{invoice_id}.xml")
async def get_e_invoice(
    visit: CurrentVisit,
    reference: PathText,
    invoice_id: PathId,
    show: Show,
    use_case: Annotated[GetEInvoice, provided("get_e_invoice")],
) -> Response:
    await _require_of_order(visit, reference, invoice_id, show)
    document = await use_case.execute(visit.require_actor(), invoice_id)
    return XmlResponse(document.content, f"invoice-{document.name}")


async def _require_of_order(visit: Visit, reference: str, invoice_id: int, show: Show) -> None:
    shown = await show.execute(visit.require_actor(), reference)
    if invoice_id not in {invoice.id for invoice in shown.issued}:
        raise NotFound("invoice", invoice_id)


async def _page(
    visit: Visit,
    reference: str,
    show: ShowOrderInvoices,
    *,
    form: Form[BillingForm] | None = None,
    problem: str | None = None,
    status: int = 200,
) -> Response:
    shown = await show.execute(visit.require_actor(), reference)
    if form is None:
        known = shown.billing
        form = Form.new({name: getattr(known, name) for name in FIELDS} if known else {})
        form.problem = problem
    why = shown.why_no_e_invoice
    return visit.render(
        "checkout/invoices.html",
        status=status,
        shown=shown,
        form=form,
        why_no_e_invoice=said(why, visit.language) if why else None,
    )
