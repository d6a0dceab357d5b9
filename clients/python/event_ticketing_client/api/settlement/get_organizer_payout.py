from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organizer_payout_answer import OrganizerPayoutAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    organizer_payout_id: int,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/organizer-payouts/{organizer_payout_id}".format(
            organizer_payout_id=quote(str(organizer_payout_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OrganizerPayoutAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = OrganizerPayoutAnswer.from_dict(response.json())

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
) -> Response[OrganizerPayoutAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[OrganizerPayoutAnswer | Problem]:
    """Get a payout

     Get a payout, or the counter entry of one.

    Authorization: the organizer who was paid, and admins.

    Args:
        organizer_payout_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrganizerPayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        organizer_payout_id=organizer_payout_id,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> OrganizerPayoutAnswer | Problem | None:
    """Get a payout

     Get a payout, or the counter entry of one.

    Authorization: the organizer who was paid, and admins.

    Args:
        organizer_payout_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrganizerPayoutAnswer | Problem
    """

    return sync_detailed(
        organizer_payout_id=organizer_payout_id,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[OrganizerPayoutAnswer | Problem]:
    """Get a payout

     Get a payout, or the counter entry of one.

    Authorization: the organizer who was paid, and admins.

    Args:
        organizer_payout_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrganizerPayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        organizer_payout_id=organizer_payout_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> OrganizerPayoutAnswer | Problem | None:
    """Get a payout

     Get a payout, or the counter entry of one.

    Authorization: the organizer who was paid, and admins.

    Args:
        organizer_payout_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrganizerPayoutAnswer | Problem
    """

    return (
        await asyncio_detailed(
            organizer_payout_id=organizer_payout_id,
            client=client,
            prefer=prefer,
        )
    ).parsed
