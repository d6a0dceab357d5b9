"""The invoices that an organizer has issued, and what they say about who sells."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, BeforeValidator

from src.application.use_cases.invoice.get_invoice_document import GetEInvoice, GetInvoiceDocument
from src.application.use_cases.invoice.read_invoices import ExportInvoices, ListInvoices
from src.application.use_cases.seller.read_seller import GetSeller
from src.application.use_cases.seller.set_seller import SetSeller
from src.domain.entities.invoice import InvoiceKind
from src.domain.entities.seller import SELLER_DETAILS, Seller
from src.domain.entities.user import Role
from src.domain.errors import StaleVersion, TicketingError
from src.domain.repositories.invoice import InvoiceFilter
from src.domain.shared.tax import TaxRounding
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Email, Line, Name, PathId, QueryId, Street, Timezone
from src.presentation.schemas.seller import Country, Prefix, TaxNumber, VatId
from src.presentation.utils.invoices_csv import invoices_csv
from src.presentation.utils.pdf import PdfResponse, XmlResponse
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.lists import newest_first, next_address
from src.presentation.web.pages.manage.seller_taxes import (
    read_taxes,
    refuse_taxes,
    seller_of,
    tax_rows,
    taxes_values,
)
from src.presentation.web.pages.manage.versions import show_newer
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/invoices")

# Browsers send the fields of a form that were left empty, too.
LEFT_EMPTY = BeforeValidator(lambda value: value or None)

Get = Annotated[GetSeller, provided("get_seller")]


class SellerForm(BaseModel):
    """Who sells; `version` is that of what was said when the page was opened."""

    name: Name
    street: Street
    postal_code: Line | None = None
    city: Line
    country: Country
    tax_number: TaxNumber | None = None
    vat_id: VatId | None = None
    is_small_business: bool = False
    allows_reverse_charge: bool = False
    tax_rounding: TaxRounding = TaxRounding.LINE
    invoice_prefix: Prefix = ""
    timezone: Timezone = "UTC"
    email: Email | None = None
    always_e_invoices: bool = False
    version: int | None = None


@router.get("")
async def list_invoices(
    visit: CurrentVisit,
    use_case: Annotated[ListInvoices, provided("list_invoices")],
    get_seller: Get,
    before: QueryId | None = None,
    kind: InvoiceKind | None = None,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    page = await use_case.execute(actor, InvoiceFilter(kind=kind), newest_first(before))
    next_href = next_address(page, "/manage/invoices")
    return visit.render(
        "manage/invoices.html",
        invoices=page.items,
        seller=await _seller(get_seller, visit),
        kind=kind,
        next_href=f"{next_href}&kind={kind.value}" if next_href and kind else next_href,
    )


@router.get("/table.csv")
async def get_table(
    visit: CurrentVisit,
    use_case: Annotated[ExportInvoices, provided("export_invoices")],
    kind: Annotated[InvoiceKind | None, LEFT_EMPTY] = None,
    year: Annotated[int | None, Query(ge=2000, le=9999), LEFT_EMPTY] = None,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return invoices_csv(await use_case.execute(actor, InvoiceFilter(kind=kind, year=year)))


@router.get("/seller")
async def show_seller(visit: CurrentVisit, get_seller: Get) -> Response:
    visit.require_role(Role.ORGANIZER)
    known = await _seller(get_seller, visit)
    form: Form[SellerForm] = Form.new(
        _values(known) if known else {"timezone": "UTC", "tax_rounding": TaxRounding.LINE}
    )
    return _seller_page(visit, form)


@router.post("/seller")
async def set_seller(
    visit: CurrentVisit,
    get_seller: Get,
    use_case: Annotated[SetSeller, provided("set_seller")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(SellerForm)
    taxes = read_taxes(form, visit)
    if (data := form.data) is None or form.is_wrong:
        return _seller_page(visit, form, status=422)
    seller = Seller(
        user_id=actor.id, taxes_by_country=taxes, **data.model_dump(exclude={"version"})
    )
    try:
        await use_case.execute(actor, seller, data.version)
    except StaleVersion:
        known = await _seller(get_seller, visit)
        show_newer(visit, form, _values(known) if known else {})
        version = known.version if known else None
        return _seller_page(visit, form, status=409, version=version)
    except TicketingError as refusal:
        refuse_taxes(visit, form, refusal)
        return _seller_page(visit, form, status=422)
    return visit.redirect("/manage/invoices", visit.gettext("The changes are saved."))


@router.get("/{invoice_id}.pdf")
async def get_invoice(
    visit: CurrentVisit,
    invoice_id: PathId,
    use_case: Annotated[GetInvoiceDocument, provided("get_invoice_document")],
) -> Response:
    document = await use_case.execute(visit.require_role(Role.ORGANIZER), invoice_id)
    return PdfResponse(document.content, f"invoice-{document.name}")


@router.get("/{invoice_id}.xml")
async def get_e_invoice(
    visit: CurrentVisit,
    invoice_id: PathId,
    use_case: Annotated[GetEInvoice, provided("get_e_invoice")],
) -> Response:
    document = await use_case.execute(visit.require_role(Role.ORGANIZER), invoice_id)
    return XmlResponse(document.content, f"invoice-{document.name}")


async def _seller(get_seller: GetSeller, visit: Visit) -> Seller | None:
    actor = visit.require_role(Role.ORGANIZER)
    return await seller_of(get_seller, actor, actor.id)


def _seller_page(
    visit: Visit, form: Form[SellerForm], *, status: int = 200, **values: Any
) -> Response:
    return visit.render(
        "manage/seller.html", status=status, form=form, tax_rows=tax_rows(form), **values
    )


def _values(seller: Seller) -> dict[str, object]:
    details = {name: getattr(seller, name) for name in SELLER_DETAILS if name != "taxes_by_country"}
    return {**details, **taxes_values(seller.taxes_by_country), "version": seller.version}
