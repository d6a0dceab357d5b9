from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.create_webhook_body import CreateWebhookBody
from ...models.problem import Problem
from ...models.webhook_with_secret_answer import WebhookWithSecretAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: CreateWebhookBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/webhooks",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WebhookWithSecretAnswer | None:
    if response.status_code == 201:
        response_201 = WebhookWithSecretAnswer.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[Problem | WebhookWithSecretAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateWebhookBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | WebhookWithSecretAnswer]:
    """Create a webhook

     Have events sent to an address of yours, signed with a secret.

    Authorization: organizers, who hear of their own events, and admins, who hear of everything.
    The `secret` is shown this once: receivers verify with it what they get, by the [Standard
    Webhooks](https://www.standardwebhooks.com) specification. The address must be https and
    public; that is looked at again whenever something is sent. Refused with `in_use` if you have
    100 webhooks already. Every message is sent at least once, and again for three days if it is
    not answered with 2xx within 15 seconds; redirects are not followed.

    Args:
        prefer (str | Unset):
        body (CreateWebhookBody): Where to send, and what.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookWithSecretAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: CreateWebhookBody,
    prefer: str | Unset = UNSET,
) -> Problem | WebhookWithSecretAnswer | None:
    """Create a webhook

     Have events sent to an address of yours, signed with a secret.

    Authorization: organizers, who hear of their own events, and admins, who hear of everything.
    The `secret` is shown this once: receivers verify with it what they get, by the [Standard
    Webhooks](https://www.standardwebhooks.com) specification. The address must be https and
    public; that is looked at again whenever something is sent. Refused with `in_use` if you have
    100 webhooks already. Every message is sent at least once, and again for three days if it is
    not answered with 2xx within 15 seconds; redirects are not followed.

    Args:
        prefer (str | Unset):
        body (CreateWebhookBody): Where to send, and what.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookWithSecretAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateWebhookBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | WebhookWithSecretAnswer]:
    """Create a webhook

     Have events sent to an address of yours, signed with a secret.

    Authorization: organizers, who hear of their own events, and admins, who hear of everything.
    The `secret` is shown this once: receivers verify with it what they get, by the [Standard
    Webhooks](https://www.standardwebhooks.com) specification. The address must be https and
    public; that is looked at again whenever something is sent. Refused with `in_use` if you have
    100 webhooks already. Every message is sent at least once, and again for three days if it is
    not answered with 2xx within 15 seconds; redirects are not followed.

    Args:
        prefer (str | Unset):
        body (CreateWebhookBody): Where to send, and what.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookWithSecretAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CreateWebhookBody,
    prefer: str | Unset = UNSET,
) -> Problem | WebhookWithSecretAnswer | None:
    """Create a webhook

     Have events sent to an address of yours, signed with a secret.

    Authorization: organizers, who hear of their own events, and admins, who hear of everything.
    The `secret` is shown this once: receivers verify with it what they get, by the [Standard
    Webhooks](https://www.standardwebhooks.com) specification. The address must be https and
    public; that is looked at again whenever something is sent. Refused with `in_use` if you have
    100 webhooks already. Every message is sent at least once, and again for three days if it is
    not answered with 2xx within 15 seconds; redirects are not followed.

    Args:
        prefer (str | Unset):
        body (CreateWebhookBody): Where to send, and what.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookWithSecretAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
