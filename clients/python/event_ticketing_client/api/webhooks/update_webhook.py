from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.update_webhook_body import UpdateWebhookBody
from ...models.webhook_answer import WebhookAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    webhook_id: int,
    *,
    body: UpdateWebhookBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/webhooks/{webhook_id}".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WebhookAnswer | None:
    if response.status_code == 200:
        response_200 = WebhookAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | WebhookAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateWebhookBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | WebhookAnswer]:
    """Update a webhook

     Edit a webhook, disable it, or make it active again; omitted fields keep their values.

    Authorization: its owner and admins. Refused with `stale_version` if `If-Match` is not the
    stored version. While it is disabled nothing is planned for it; what waited is sent once it is
    active again. What is sent after a change of the address goes to the new one, retries too.

    Args:
        webhook_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateWebhookBody): The fields to change; `is_active: true` also starts one again
            that was disabled.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookAnswer]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateWebhookBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | WebhookAnswer | None:
    """Update a webhook

     Edit a webhook, disable it, or make it active again; omitted fields keep their values.

    Authorization: its owner and admins. Refused with `stale_version` if `If-Match` is not the
    stored version. While it is disabled nothing is planned for it; what waited is sent once it is
    active again. What is sent after a change of the address goes to the new one, retries too.

    Args:
        webhook_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateWebhookBody): The fields to change; `is_active: true` also starts one again
            that was disabled.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookAnswer
    """

    return sync_detailed(
        webhook_id=webhook_id,
        client=client,
        body=body,
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateWebhookBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | WebhookAnswer]:
    """Update a webhook

     Edit a webhook, disable it, or make it active again; omitted fields keep their values.

    Authorization: its owner and admins. Refused with `stale_version` if `If-Match` is not the
    stored version. While it is disabled nothing is planned for it; what waited is sent once it is
    active again. What is sent after a change of the address goes to the new one, retries too.

    Args:
        webhook_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateWebhookBody): The fields to change; `is_active: true` also starts one again
            that was disabled.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookAnswer]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateWebhookBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | WebhookAnswer | None:
    """Update a webhook

     Edit a webhook, disable it, or make it active again; omitted fields keep their values.

    Authorization: its owner and admins. Refused with `stale_version` if `If-Match` is not the
    stored version. While it is disabled nothing is planned for it; what waited is sent once it is
    active again. What is sent after a change of the address goes to the new one, retries too.

    Args:
        webhook_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateWebhookBody): The fields to change; `is_active: true` also starts one again
            that was disabled.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookAnswer
    """

    return (
        await asyncio_detailed(
            webhook_id=webhook_id,
            client=client,
            body=body,
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
