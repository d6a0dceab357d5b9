"""Discount codes."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from src.application.use_cases.discount.create_discount import CreateDiscount
from src.application.use_cases.discount.delete_discount import DeleteDiscount
from src.application.use_cases.discount.get_discount import GetDiscount
from src.application.use_cases.discount.list_discounts import ListDiscounts
from src.application.use_cases.discount.update_discount import (
    UpdateDiscount,
    UpdateDiscountCommand,
)
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.openapi import operation
from src.presentation.schemas.discount import (
    CreateDiscountBody,
    DiscountAnswer,
    UpdateDiscountBody,
)
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import (
    Done,
    created,
    done,
    location,
    paginated,
    resource,
    updated,
)

router = APIRouter(prefix="/discounts", tags=["Discounts"])

REFUSES = ("forbidden", "not_found")


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
