from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cancellation_policy_answer import CancellationPolicyAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/events/{event_id}/cancellation-policy".format(
            event_id=quote(str(event_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CancellationPolicyAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = CancellationPolicyAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[CancellationPolicyAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    prefer: str | Unset = UNSET,
) -> Response[CancellationPolicyAnswer | Problem]:
    """Get an event's cancellation policy

     Get the terms on which buyers may give tickets of an event back without its organizer.

    `not_found` if the event has none. A draft is visible to its organizer and admins only.

    Args:
        event_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CancellationPolicyAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    prefer: str | Unset = UNSET,
) -> CancellationPolicyAnswer | Problem | None:
    """Get an event's cancellation policy

     Get the terms on which buyers may give tickets of an event back without its organizer.

    `not_found` if the event has none. A draft is visible to its organizer and admins only.

    Args:
        event_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CancellationPolicyAnswer | Problem
    """

    return sync_detailed(
        event_id=event_id,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    prefer: str | Unset = UNSET,
) -> Response[CancellationPolicyAnswer | Problem]:
    """Get an event's cancellation policy

     Get the terms on which buyers may give tickets of an event back without its organizer.

    `not_found` if the event has none. A draft is visible to its organizer and admins only.

    Args:
        event_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CancellationPolicyAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    prefer: str | Unset = UNSET,
) -> CancellationPolicyAnswer | Problem | None:
    """Get an event's cancellation policy

     Get the terms on which buyers may give tickets of an event back without its organizer.

    `not_found` if the event has none. A draft is visible to its organizer and admins only.

    Args:
        event_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CancellationPolicyAnswer | Problem
    """

    return (
        await asyncio_detailed(
            event_id=event_id,
            client=client,
            prefer=prefer,
        )
    ).parsed
