from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.refresh_body import RefreshBody
from ...models.session_answer import SessionAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: RefreshBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/refresh",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SessionAnswer | None:
    if response.status_code == 200:
        response_200 = SessionAnswer.from_dict(response.json())

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
) -> Response[Problem | SessionAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RefreshBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SessionAnswer]:
    """Refresh a session

     Exchange a refresh token for a new access token and a new refresh token.

    Authorization: a valid refresh token, which works once. Refused with `not_authenticated`,
    `token_expired` or `account_inactive`. The reuse of a refresh token indicates theft and ends
    the whole session and all access tokens of the user (RFC 9700, section 4.14.2).

    Args:
        prefer (str | Unset):
        body (RefreshBody): The refresh token of the last response.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SessionAnswer]
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
    client: AuthenticatedClient | Client,
    body: RefreshBody,
    prefer: str | Unset = UNSET,
) -> Problem | SessionAnswer | None:
    """Refresh a session

     Exchange a refresh token for a new access token and a new refresh token.

    Authorization: a valid refresh token, which works once. Refused with `not_authenticated`,
    `token_expired` or `account_inactive`. The reuse of a refresh token indicates theft and ends
    the whole session and all access tokens of the user (RFC 9700, section 4.14.2).

    Args:
        prefer (str | Unset):
        body (RefreshBody): The refresh token of the last response.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SessionAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RefreshBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SessionAnswer]:
    """Refresh a session

     Exchange a refresh token for a new access token and a new refresh token.

    Authorization: a valid refresh token, which works once. Refused with `not_authenticated`,
    `token_expired` or `account_inactive`. The reuse of a refresh token indicates theft and ends
    the whole session and all access tokens of the user (RFC 9700, section 4.14.2).

    Args:
        prefer (str | Unset):
        body (RefreshBody): The refresh token of the last response.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SessionAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: RefreshBody,
    prefer: str | Unset = UNSET,
) -> Problem | SessionAnswer | None:
    """Refresh a session

     Exchange a refresh token for a new access token and a new refresh token.

    Authorization: a valid refresh token, which works once. Refused with `not_authenticated`,
    `token_expired` or `account_inactive`. The reuse of a refresh token indicates theft and ends
    the whole session and all access tokens of the user (RFC 9700, section 4.14.2).

    Args:
        prefer (str | Unset):
        body (RefreshBody): The refresh token of the last response.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SessionAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
