from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.payment_webhook_answer import PaymentWebhookAnswer
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    provider: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/payments/{provider}/webhook".format(
            provider=quote(str(provider), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaymentWebhookAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = PaymentWebhookAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[PaymentWebhookAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    provider: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[PaymentWebhookAnswer | Problem]:
    """Handle a payment provider's webhook

     Receive a webhook of a payment provider.

    Authorization: the provider's signature of the raw body. Refused with `invalid_signature`;
    with `unavailable` if the provider should send the event again later. Each event takes effect
    once, in any order. An irrelevant event, or one about an unknown payment, is answered with 200
    and changes nothing.

    Args:
        provider (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaymentWebhookAnswer | Problem]
    """

    kwargs = _get_kwargs(
        provider=provider,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    provider: str,
    *,
    client: AuthenticatedClient | Client,
) -> PaymentWebhookAnswer | Problem | None:
    """Handle a payment provider's webhook

     Receive a webhook of a payment provider.

    Authorization: the provider's signature of the raw body. Refused with `invalid_signature`;
    with `unavailable` if the provider should send the event again later. Each event takes effect
    once, in any order. An irrelevant event, or one about an unknown payment, is answered with 200
    and changes nothing.

    Args:
        provider (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaymentWebhookAnswer | Problem
    """

    return sync_detailed(
        provider=provider,
        client=client,
    ).parsed


async def asyncio_detailed(
    provider: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[PaymentWebhookAnswer | Problem]:
    """Handle a payment provider's webhook

     Receive a webhook of a payment provider.

    Authorization: the provider's signature of the raw body. Refused with `invalid_signature`;
    with `unavailable` if the provider should send the event again later. Each event takes effect
    once, in any order. An irrelevant event, or one about an unknown payment, is answered with 200
    and changes nothing.

    Args:
        provider (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaymentWebhookAnswer | Problem]
    """

    kwargs = _get_kwargs(
        provider=provider,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    provider: str,
    *,
    client: AuthenticatedClient | Client,
) -> PaymentWebhookAnswer | Problem | None:
    """Handle a payment provider's webhook

     Receive a webhook of a payment provider.

    Authorization: the provider's signature of the raw body. Refused with `invalid_signature`;
    with `unavailable` if the provider should send the event again later. Each event takes effect
    once, in any order. An irrelevant event, or one about an unknown payment, is answered with 200
    and changes nothing.

    Args:
        provider (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaymentWebhookAnswer | Problem
    """

    return (
        await asyncio_detailed(
            provider=provider,
            client=client,
        )
    ).parsed
