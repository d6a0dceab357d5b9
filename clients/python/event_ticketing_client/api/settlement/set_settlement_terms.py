from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.settlement_terms_answer import SettlementTermsAnswer
from ...models.settlement_terms_body import SettlementTermsBody
from ...types import UNSET, Response, Unset


def _get_kwargs(
    user_id: int,
    *,
    body: SettlementTermsBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/settlements/{user_id}/terms".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SettlementTermsAnswer | None:
    if response.status_code == 201:
        response_201 = SettlementTermsAnswer.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Problem | SettlementTermsAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: SettlementTermsBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SettlementTermsAnswer]:
    """Set an organizer's terms

     Set what the platform keeps of an organizer's sales in a currency, from a moment on.

    What is sold before stays under the terms before, also what goes back of it later. Terms are
    never changed or removed: others follow them.

    A commission takes no more than was paid for the tickets. Authorization: admins. Refused with
    `validation_failed` for a moment that is past, or for a commission on each ticket above the
    price of the organizer's dearest ticket; `duplicate` if other terms begin at the same moment.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (SettlementTermsBody): What the platform keeps; `valid_from` is now unless it is
            given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SettlementTermsAnswer]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: SettlementTermsBody,
    prefer: str | Unset = UNSET,
) -> Problem | SettlementTermsAnswer | None:
    """Set an organizer's terms

     Set what the platform keeps of an organizer's sales in a currency, from a moment on.

    What is sold before stays under the terms before, also what goes back of it later. Terms are
    never changed or removed: others follow them.

    A commission takes no more than was paid for the tickets. Authorization: admins. Refused with
    `validation_failed` for a moment that is past, or for a commission on each ticket above the
    price of the organizer's dearest ticket; `duplicate` if other terms begin at the same moment.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (SettlementTermsBody): What the platform keeps; `valid_from` is now unless it is
            given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SettlementTermsAnswer
    """

    return sync_detailed(
        user_id=user_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: SettlementTermsBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SettlementTermsAnswer]:
    """Set an organizer's terms

     Set what the platform keeps of an organizer's sales in a currency, from a moment on.

    What is sold before stays under the terms before, also what goes back of it later. Terms are
    never changed or removed: others follow them.

    A commission takes no more than was paid for the tickets. Authorization: admins. Refused with
    `validation_failed` for a moment that is past, or for a commission on each ticket above the
    price of the organizer's dearest ticket; `duplicate` if other terms begin at the same moment.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (SettlementTermsBody): What the platform keeps; `valid_from` is now unless it is
            given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SettlementTermsAnswer]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: SettlementTermsBody,
    prefer: str | Unset = UNSET,
) -> Problem | SettlementTermsAnswer | None:
    """Set an organizer's terms

     Set what the platform keeps of an organizer's sales in a currency, from a moment on.

    What is sold before stays under the terms before, also what goes back of it later. Terms are
    never changed or removed: others follow them.

    A commission takes no more than was paid for the tickets. Authorization: admins. Refused with
    `validation_failed` for a moment that is past, or for a commission on each ticket above the
    price of the organizer's dearest ticket; `duplicate` if other terms begin at the same moment.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (SettlementTermsBody): What the platform keeps; `valid_from` is now unless it is
            given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SettlementTermsAnswer
    """

    return (
        await asyncio_detailed(
            user_id=user_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
