"""Endpoints of outgoing webhooks in PostgreSQL."""

from collections.abc import Collection

from tortoise.exceptions import DoesNotExist

from src.domain.entities.webhook import WebhookEndpoint
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.database.models import WebhookEndpointModel
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

COLUMNS = (
    "owner_id",
    "url",
    "events",
    "is_active",
    "disabled_reason",
    "secret",
    "previous_secret",
    "previous_secret_until",
    "failing_since",
)


class TortoiseWebhookEndpointRepository:
    """Implements `WebhookEndpointRepository`."""

    async def get(self, endpoint_id: int) -> WebhookEndpoint:
        try:
            return _to_entity(await WebhookEndpointModel.get(id=endpoint_id))
        except DoesNotExist:
            raise NotFound("webhook", endpoint_id) from None

    async def lock(self, endpoint_id: int) -> WebhookEndpoint:
        # NO KEY: deliveries that are planned meanwhile refer to it.
        query = WebhookEndpointModel.filter(id=endpoint_id).select_for_update(no_key=True)
        row = await query.get_or_none()
        if row is None:
            raise NotFound("webhook", endpoint_id)
        return _to_entity(row)

    async def by_ids(self, endpoint_ids: Collection[int]) -> dict[int, WebhookEndpoint]:
        rows = await WebhookEndpointModel.filter(id__in=list(endpoint_ids))
        return {row.id: _to_entity(row) for row in rows}

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[WebhookEndpoint]:
        query = WebhookEndpointModel.all()
        if owner_id is not None:
            query = query.filter(owner_id=owner_id)
        return await fetch_page(query, page, _to_entity)

    async def count_of(self, owner_id: int) -> int:
        return await WebhookEndpointModel.filter(owner_id=owner_id).count()

    async def add(self, endpoint: WebhookEndpoint) -> None:
        row = await WebhookEndpointModel.create(**mapping.to_row(endpoint, COLUMNS))
        endpoint.id, endpoint.created_at = row.id, row.created_at
        endpoint.updated_at = row.updated_at

    async def save(self, endpoint: WebhookEndpoint) -> None:
        values = mapping.to_row(endpoint, COLUMNS)
        await WebhookEndpointModel.filter(id=endpoint.id).update(**values)
        row = await WebhookEndpointModel.get(id=endpoint.id)
        endpoint.version, endpoint.updated_at = row.version, row.updated_at

    async def clear_failing(self, endpoint_id: int) -> None:
        failing = WebhookEndpointModel.filter(id=endpoint_id, failing_since__isnull=False)
        await failing.update(failing_since=None)

    async def delete(self, endpoint_id: int) -> None:
        await WebhookEndpointModel.filter(id=endpoint_id).delete()

    async def delete_of(self, owner_id: int) -> None:
        await WebhookEndpointModel.filter(owner_id=owner_id).delete()


def _to_entity(row: WebhookEndpointModel) -> WebhookEndpoint:
    return mapping.to_entity(WebhookEndpoint, row)
