"""Sellers, whom invoices are for, and invoices and credit notes."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.use_cases.invoice.get_invoice_document import GetEInvoice, GetInvoiceDocument
from src.application.use_cases.invoice.give_billing import GetBilling, GiveBilling, RemoveBilling
from src.application.use_cases.invoice.issue_order_invoices import IssueOrderInvoices
from src.application.use_cases.invoice.read_invoices import (
    ExportInvoices,
    GetInvoice,
    ListInvoices,
    ListOrderInvoices,
)
from src.application.use_cases.seller.read_seller import GetSeller
from src.application.use_cases.seller.set_seller import SetSeller
from src.domain.entities.invoice import InvoiceKind
from src.domain.repositories.invoice import InvoiceFilter
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.schemas.invoice import InvoiceAnswer
from src.presentation.schemas.seller import BillingAnswer, BillingBody, SellerAnswer, SellerBody
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse
from src.presentation.utils.invoices_csv import EXAMPLE, invoices_csv
from src.presentation.utils.pdf import PDF_RESPONSES, XML_RESPONSES, PdfResponse, XmlResponse
from src.presentation.utils.responses import (
    Done,
    done,
    ok,
    paginated,
    resource,
    updated,
    whole_list,
)

router = APIRouter(tags=["Invoices"], route_class=StrictRoute)

Year = Annotated[int | None, Query(ge=2000, le=9999, description="Of the number.")]
REFUSES = ("not_found", "invalid_state")


def invoice_filter(
    seller_id: Annotated[QueryId | None, Query(description="Issued by this organizer.")] = None,
    year: Year = None,
    kind: InvoiceKind | None = None,
    order_id: Annotated[QueryId | None, Query()] = None,
) -> InvoiceFilter:
    """Which documents."""
    return InvoiceFilter(seller_id, year, kind, order_id)


Wanted = Annotated[InvoiceFilter, Depends(invoice_filter)]


@router.get(
    "/sellers/{user_id}",
    response_model=SellerAnswer,
    **operation(GetSeller, "Get who sells", "forbidden", "not_found", has_etag=True),
)
async def get_seller(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetSeller, provided("get_seller")],
) -> Response:
    seller = await use_case.execute(actor, user_id)
    return resource(request, SellerAnswer.model_validate(seller), version=seller.version)


@router.put(
    "/sellers/{user_id}",
    response_model=SellerAnswer,
    **operation(SetSeller, "Say who sells", "forbidden", "not_found", has_etag=True),
)
async def set_seller(
    user_id: PathId,
    body: SellerBody,
    actor: CurrentActor,
    version: Annotated[int | None, Depends(expected_version)],
    use_case: Annotated[SetSeller, provided("set_seller")],
) -> Response:
    seller = await use_case.execute(actor, body.seller(user_id), version)
    return updated(SellerAnswer.model_validate(seller), version=seller.version)


@router.get(
    "/orders/{order_id}/billing",
    response_model=BillingAnswer,
    **operation(GetBilling, "Get whom an order's invoice is for", "not_found"),
)
async def get_billing(
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetBilling, provided("get_billing")],
) -> Response:
    return ok(BillingAnswer.model_validate(await use_case.execute(actor, order_id)))


@router.put(
    "/orders/{order_id}/billing",
    response_model=BillingAnswer,
    **operation(GiveBilling, "Say whom an order's invoice is for", *REFUSES),
)
async def give_billing(
    order_id: PathId,
    body: BillingBody,
    actor: CurrentActor,
    use_case: Annotated[GiveBilling, provided("give_billing")],
) -> Response:
    billing = await use_case.execute(actor, body.billing(order_id))
    return ok(BillingAnswer.model_validate(billing))


@router.delete(
    "/orders/{order_id}/billing",
    response_model=Done,
    **operation(RemoveBilling, "Remove whom an order's invoice is for", *REFUSES),
)
async def remove_billing(
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RemoveBilling, provided("remove_billing")],
) -> Response:
    await use_case.execute(actor, order_id)
    return done("The invoice will have the buyer's name alone.")


@router.get(
    "/orders/{order_id}/invoices",
    response_model=list[InvoiceAnswer],
    **operation(ListOrderInvoices, "List an order's invoices", "not_found"),
)
async def list_order_invoices(
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListOrderInvoices, provided("list_order_invoices")],
) -> Response:
    found = await use_case.execute(actor, order_id)
    return whole_list(InvoiceAnswer.of(invoice) for invoice in found)


@router.post(
    "/orders/{order_id}/invoices",
    status_code=200,
    response_model=list[InvoiceAnswer],
    **operation(IssueOrderInvoices, "Issue an order's invoices", *REFUSES),
)
async def issue_order_invoices(
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[IssueOrderInvoices, provided("issue_order_invoices")],
) -> Response:
    issued = await use_case.execute(actor, order_id)
    return whole_list(InvoiceAnswer.of(invoice) for invoice in issued)


@router.get(
    "/invoices",
    response_model=list[InvoiceAnswer],
    **operation(ListInvoices, "List invoices", "forbidden"),
)
async def list_invoices(
    request: Request,
    actor: CurrentActor,
    wanted: Wanted,
    page: Annotated[PageRequest, Depends(newest_first)],
    use_case: Annotated[ListInvoices, provided("list_invoices")],
) -> Response:
    return paginated(request, await use_case.execute(actor, wanted, page), InvoiceAnswer.of)


@router.get(
    "/invoices.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(EXAMPLE),
    **operation(ExportInvoices, "Get invoices (CSV)", "forbidden", "unavailable"),
)
async def export_invoices(
    actor: CurrentActor,
    wanted: Wanted,
    use_case: Annotated[ExportInvoices, provided("export_invoices")],
) -> Response:
    return invoices_csv(await use_case.execute(actor, wanted))


@router.get(
    "/invoices/{invoice_id}",
    response_model=InvoiceAnswer,
    **operation(GetInvoice, "Get an invoice", "not_found"),
)
async def get_invoice(
    invoice_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetInvoice, provided("get_invoice")],
) -> Response:
    return ok(InvoiceAnswer.of(await use_case.execute(actor, invoice_id)))


@router.get(
    "/invoices/{invoice_id}/document.pdf",
    status_code=200,
    response_class=PdfResponse,
    responses=PDF_RESPONSES,
    **operation(GetInvoiceDocument, "Get an invoice (PDF)", "not_found"),
)
async def get_invoice_document(
    invoice_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetInvoiceDocument, provided("get_invoice_document")],
) -> Response:
    document = await use_case.execute(actor, invoice_id)
    return PdfResponse(document.content, f"invoice-{document.name}")


@router.get(
    "/invoices/{invoice_id}/document.xml",
    status_code=200,
    response_class=XmlResponse,
    responses=XML_RESPONSES,
    **operation(GetEInvoice, "Get an e-invoice (XML)", *REFUSES),
)
async def get_e_invoice(
    invoice_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetEInvoice, provided("get_e_invoice")],
) -> Response:
    document = await use_case.execute(actor, invoice_id)
    return XmlResponse(document.content, f"invoice-{document.name}")
