"""API keys."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.use_cases.api_key.create_api_key import CreateApiKey
from src.application.use_cases.api_key.list_api_keys import ListApiKeys
from src.application.use_cases.api_key.revoke_api_key import RevokeApiKey
from src.application.use_cases.api_key.rotate_api_key import RotateApiKey
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.api_key import (
    DAY,
    ApiKeyAnswer,
    ApiKeyWithSecretAnswer,
    CreateApiKeyBody,
    RotateApiKeyBody,
)
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.utils.responses import Done, created, done, location, ok, paginated

router = APIRouter(prefix="/api-keys", tags=["API keys"], route_class=StrictRoute)


@router.get(
    "",
    response_model=list[ApiKeyAnswer],
    **operation(ListApiKeys, "List API keys", "forbidden"),
)
async def list_api_keys(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListApiKeys, provided("list_api_keys")],
    page: Annotated[PageRequest, Depends(newest_first)],
    user_id: Annotated[QueryId | None, Query(description="Of this user; admins only.")] = None,
) -> Response:
    found = await use_case.execute(actor, page, user_id)
    return paginated(request, found, ApiKeyAnswer.model_validate)


@router.post(
    "",
    status_code=201,
    response_model=ApiKeyWithSecretAnswer,
    **operation(CreateApiKey, "Create an API key", "forbidden", "duplicate", "in_use"),
)
async def create_api_key(
    body: CreateApiKeyBody,
    actor: CurrentActor,
    use_case: Annotated[CreateApiKey, provided("create_api_key")],
) -> Response:
    given = await use_case.execute(actor, body.command())
    return created(ApiKeyWithSecretAnswer.of(given), location("api-keys", given.key.id))


@router.post(
    "/{api_key_id}/rotate",
    response_model=ApiKeyWithSecretAnswer,
    **operation(
        RotateApiKey, "Rotate the secret of an API key", "forbidden", "not_found", "invalid_state"
    ),
)
async def rotate_api_key(
    api_key_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RotateApiKey, provided("rotate_api_key")],
    body: RotateApiKeyBody | None = None,
) -> Response:
    grace = DAY if body is None else body.grace
    return ok(ApiKeyWithSecretAnswer.of(await use_case.execute(actor, api_key_id, grace)))


@router.delete(
    "/{api_key_id}",
    response_model=Done,
    **operation(RevokeApiKey, "Revoke an API key", "forbidden", "not_found"),
)
async def revoke_api_key(
    api_key_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RevokeApiKey, provided("revoke_api_key")],
) -> Response:
    await use_case.execute(actor, api_key_id)
    return done("The API key is revoked.")
