"""Discount codes."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from src.application.use_cases.discount.create_codes import CreateCodes
from src.application.use_cases.discount.create_discount import CreateDiscount
from src.application.use_cases.discount.delete_discount import DeleteDiscount
from src.application.use_cases.discount.export_discounts import ExportDiscounts
from src.application.use_cases.discount.get_discount import GetDiscount
from src.application.use_cases.discount.list_discounts import ListDiscounts
from src.application.use_cases.discount.update_discount import (
    UpdateDiscount,
    UpdateDiscountCommand,
)
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.discount import (
    CodeBatchBody,
    CreateDiscountBody,
    DiscountAnswer,
    UpdateDiscountBody,
)
from src.presentation.schemas.fields import PathId
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse, csv_response, csv_responses
from src.presentation.utils.discounts_csv import EXAMPLE, discounts_csv
from src.presentation.utils.responses import (
    Done,
    created,
    done,
    location,
    paginated,
    resource,
    updated,
)

router = APIRouter(prefix="/discounts", tags=["Discounts"], route_class=StrictRoute)

REFUSES = ("forbidden", "not_found")
BATCH_EXAMPLE = "code\r\nPRESS-7K2M9QXA4T\r\nPRESS-C3HD5WZP8N\r\n"


@router.get(
    "",
    response_model=list[DiscountAnswer],
    **operation(ListDiscounts, "List discount codes", "forbidden"),
)
async def list_discounts(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListDiscounts, provided("list_discounts")],
    page: Annotated[PageRequest, Depends(newest_first)],
) -> Response:
    found = await use_case.execute(actor, page)
    return paginated(request, found, DiscountAnswer.model_validate)


@router.post(
    "",
    status_code=201,
    response_model=DiscountAnswer,
    **operation(CreateDiscount, "Create a discount code", *REFUSES, "duplicate"),
)
async def create_discount(
    body: CreateDiscountBody,
    actor: CurrentActor,
    use_case: Annotated[CreateDiscount, provided("create_discount")],
) -> Response:
    discount = await use_case.execute(actor, body.command())
    return created(DiscountAnswer.model_validate(discount), location("discounts", discount.id))


@router.get(
    ".csv",
    response_class=CsvResponse,
    responses=stream_responses(EXAMPLE),
    **operation(ExportDiscounts, "Get discount codes (CSV)", "forbidden", "unavailable"),
)
async def export_discounts(
    actor: CurrentActor,
    use_case: Annotated[ExportDiscounts, provided("export_discounts")],
) -> Response:
    return discounts_csv(await use_case.execute(actor))


@router.post(
    "/batch",
    status_code=201,
    response_class=CsvResponse,
    responses={201: csv_responses(BATCH_EXAMPLE)[200]},
    **operation(CreateCodes, "Create many discount codes", *REFUSES, "duplicate"),
)
async def create_codes(
    request: Request,
    body: CodeBatchBody,
    actor: CurrentActor,
    use_case: Annotated[CreateCodes, provided("create_codes")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    key = idempotent(request, actor, idempotency_key, body)
    made = await use_case.execute(actor, body.command(key))
    rows = ({"code": code} for code in made.result.codes)
    answer = csv_response("discount-codes", ["code"], rows)
    answer.status_code = 201
    answer.headers.update(replay_header(is_replayed=made.is_replayed))
    return answer


@router.get(
    "/{discount_id}",
    response_model=DiscountAnswer,
    **operation(GetDiscount, "Get a discount code", *REFUSES, has_etag=True),
)
async def get_discount(
    request: Request,
    discount_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetDiscount, provided("get_discount")],
) -> Response:
    discount = await use_case.execute(actor, discount_id)
    return resource(request, DiscountAnswer.model_validate(discount), version=discount.version)


@router.put(
    "/{discount_id}",
    response_model=DiscountAnswer,
    **operation(
        UpdateDiscount, "Update a discount code", *REFUSES, "duplicate", "in_use", has_etag=True
    ),
)
async def update_discount(
    discount_id: PathId,
    body: UpdateDiscountBody,
    actor: CurrentActor,
    use_case: Annotated[UpdateDiscount, provided("update_discount")],
    version: Annotated[int | None, Depends(expected_version)],
) -> Response:
    command = UpdateDiscountCommand(discount_id, body.changes(), version)
    discount = await use_case.execute(actor, command)
    return updated(DiscountAnswer.model_validate(discount), version=discount.version)


@router.delete(
    "/{discount_id}",
    response_model=Done,
    **operation(DeleteDiscount, "Delete a discount code", *REFUSES),
)
async def delete_discount(
    discount_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[DeleteDiscount, provided("delete_discount")],
) -> Response:
    await use_case.execute(actor, discount_id)
    return done("The discount code is deleted.")
