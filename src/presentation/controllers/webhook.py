"""Outgoing webhooks."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from src.application.use_cases.webhook.create_webhook import CreateWebhook
from src.application.use_cases.webhook.delete_webhook import DeleteWebhook
from src.application.use_cases.webhook.list_deliveries import ListDeliveries
from src.application.use_cases.webhook.read_webhooks import GetWebhook, ListWebhooks
from src.application.use_cases.webhook.replay_delivery import ReplayDelivery
from src.application.use_cases.webhook.rotate_webhook_secret import RotateWebhookSecret
from src.application.use_cases.webhook.send_test_webhook import SendTestWebhook
from src.application.use_cases.webhook.update_webhook import UpdateWebhook, UpdateWebhookCommand
from src.domain.entities.webhook import DeliveryStatus
from src.domain.repositories.page import PageRequest
from src.domain.repositories.webhook import DeliveryFilter
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId
from src.presentation.schemas.webhook import (
    CreateWebhookBody,
    DeliveryAnswer,
    LoggedType,
    UpdateWebhookBody,
    WebhookAnswer,
    WebhookWithSecretAnswer,
)
from src.presentation.utils.responses import (
    Done,
    accepted_resource,
    created,
    done,
    location,
    paginated,
    resource,
    updated,
)

router = APIRouter(prefix="/webhooks", tags=["Webhooks"])

REFUSES = ("forbidden", "not_found")


@router.get(
    "",
    response_model=list[WebhookAnswer],
    **operation(ListWebhooks, "List webhooks", "forbidden"),
)
async def list_webhooks(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListWebhooks, provided("list_webhooks")],
    page: Annotated[PageRequest, Depends(newest_first)],
) -> Response:
    found = await use_case.execute(actor, page)
    return paginated(request, found, WebhookAnswer.model_validate)


@router.post(
    "",
    status_code=201,
    response_model=WebhookWithSecretAnswer,
    **operation(CreateWebhook, "Create a webhook", "forbidden", "in_use"),
)
async def create_webhook(
    body: CreateWebhookBody,
    actor: CurrentActor,
    use_case: Annotated[CreateWebhook, provided("create_webhook")],
) -> Response:
    given = await use_case.execute(actor, body.command())
    return created(WebhookWithSecretAnswer.of(given), location("webhooks", given.endpoint.id))


@router.get(
    "/{webhook_id}",
    response_model=WebhookAnswer,
    **operation(GetWebhook, "Get a webhook", *REFUSES, has_etag=True),
)
async def get_webhook(
    request: Request,
    webhook_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetWebhook, provided("get_webhook")],
) -> Response:
    endpoint = await use_case.execute(actor, webhook_id)
    return resource(request, WebhookAnswer.model_validate(endpoint), version=endpoint.version)


@router.put(
    "/{webhook_id}",
    response_model=WebhookAnswer,
    **operation(UpdateWebhook, "Update a webhook", *REFUSES, has_etag=True),
)
async def update_webhook(
    webhook_id: PathId,
    body: UpdateWebhookBody,
    actor: CurrentActor,
    use_case: Annotated[UpdateWebhook, provided("update_webhook")],
    version: Annotated[int | None, Depends(expected_version)],
) -> Response:
    command = UpdateWebhookCommand(webhook_id, body.changes(), version)
    endpoint = await use_case.execute(actor, command)
    return updated(WebhookAnswer.model_validate(endpoint), version=endpoint.version)


@router.delete(
    "/{webhook_id}",
    response_model=Done,
    **operation(DeleteWebhook, "Delete a webhook", *REFUSES),
)
async def delete_webhook(
    webhook_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[DeleteWebhook, provided("delete_webhook")],
) -> Response:
    await use_case.execute(actor, webhook_id)
    return done("The webhook is deleted.")


@router.post(
    "/{webhook_id}/rotate-secret",
    response_model=WebhookWithSecretAnswer,
    **operation(RotateWebhookSecret, "Rotate the secret of a webhook", *REFUSES, has_etag=True),
)
async def rotate_webhook_secret(
    webhook_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RotateWebhookSecret, provided("rotate_webhook_secret")],
) -> Response:
    given = await use_case.execute(actor, webhook_id)
    return updated(WebhookWithSecretAnswer.of(given), version=given.endpoint.version)


@router.post(
    "/{webhook_id}/test",
    status_code=202,
    response_model=DeliveryAnswer,
    **operation(SendTestWebhook, "Send a test message", *REFUSES, "invalid_state"),
)
async def send_test_webhook(
    webhook_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[SendTestWebhook, provided("send_test_webhook")],
) -> Response:
    delivery = await use_case.execute(actor, webhook_id)
    return accepted_resource(DeliveryAnswer.model_validate(delivery))


@router.get(
    "/{webhook_id}/deliveries",
    response_model=list[DeliveryAnswer],
    **operation(ListDeliveries, "List deliveries of a webhook", *REFUSES),
)
async def list_webhook_deliveries(
    request: Request,
    webhook_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListDeliveries, provided("list_webhook_deliveries")],
    page: Annotated[PageRequest, Depends(newest_first)],
    status: DeliveryStatus | None = None,
    type: LoggedType | None = None,  # noqa: A002
) -> Response:
    kind: Any = type
    found = await use_case.execute(actor, DeliveryFilter(webhook_id, status, kind), page)
    return paginated(request, found, DeliveryAnswer.model_validate)


@router.post(
    "/{webhook_id}/deliveries/{delivery_id}/replay",
    status_code=202,
    response_model=DeliveryAnswer,
    **operation(ReplayDelivery, "Send a delivery again", *REFUSES, "invalid_state"),
)
async def replay_webhook_delivery(
    webhook_id: PathId,
    delivery_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ReplayDelivery, provided("replay_webhook_delivery")],
) -> Response:
    delivery = await use_case.execute(actor, webhook_id, delivery_id)
    return accepted_resource(DeliveryAnswer.model_validate(delivery))
