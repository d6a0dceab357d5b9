from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.create_discount_body import CreateDiscountBody
from ...models.discount_answer import DiscountAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: CreateDiscountBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/discounts",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DiscountAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = DiscountAnswer.from_dict(response.json())

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
) -> Response[DiscountAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateDiscountBody,
    prefer: str | Unset = UNSET,
) -> Response[DiscountAnswer | Problem]:
    """Create a discount code

     Create a discount code for a ticket type, an event, or all events of its owner.

    Authorization: organizers for their own events; admins for any, or for all events. Refused with
    `duplicate` if its owner has a code of this name; what others have is theirs, and what was
    deleted is free. A percentage is taken off every covered ticket price, `max_discount` at most;
    a fixed amount is taken off all of them together. Amounts are in the event's currency or, for
    several events, in `currency`. A code that names a hidden ticket type opens it; with a `value`
    of 0 it does nothing else.

    Args:
        prefer (str | Unset):
        body (CreateDiscountBody): A new discount code.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DiscountAnswer | Problem]
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
    body: CreateDiscountBody,
    prefer: str | Unset = UNSET,
) -> DiscountAnswer | Problem | None:
    """Create a discount code

     Create a discount code for a ticket type, an event, or all events of its owner.

    Authorization: organizers for their own events; admins for any, or for all events. Refused with
    `duplicate` if its owner has a code of this name; what others have is theirs, and what was
    deleted is free. A percentage is taken off every covered ticket price, `max_discount` at most;
    a fixed amount is taken off all of them together. Amounts are in the event's currency or, for
    several events, in `currency`. A code that names a hidden ticket type opens it; with a `value`
    of 0 it does nothing else.

    Args:
        prefer (str | Unset):
        body (CreateDiscountBody): A new discount code.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DiscountAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateDiscountBody,
    prefer: str | Unset = UNSET,
) -> Response[DiscountAnswer | Problem]:
    """Create a discount code

     Create a discount code for a ticket type, an event, or all events of its owner.

    Authorization: organizers for their own events; admins for any, or for all events. Refused with
    `duplicate` if its owner has a code of this name; what others have is theirs, and what was
    deleted is free. A percentage is taken off every covered ticket price, `max_discount` at most;
    a fixed amount is taken off all of them together. Amounts are in the event's currency or, for
    several events, in `currency`. A code that names a hidden ticket type opens it; with a `value`
    of 0 it does nothing else.

    Args:
        prefer (str | Unset):
        body (CreateDiscountBody): A new discount code.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DiscountAnswer | Problem]
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
    body: CreateDiscountBody,
    prefer: str | Unset = UNSET,
) -> DiscountAnswer | Problem | None:
    """Create a discount code

     Create a discount code for a ticket type, an event, or all events of its owner.

    Authorization: organizers for their own events; admins for any, or for all events. Refused with
    `duplicate` if its owner has a code of this name; what others have is theirs, and what was
    deleted is free. A percentage is taken off every covered ticket price, `max_discount` at most;
    a fixed amount is taken off all of them together. Amounts are in the event's currency or, for
    several events, in `currency`. A code that names a hidden ticket type opens it; with a `value`
    of 0 it does nothing else.

    Args:
        prefer (str | Unset):
        body (CreateDiscountBody): A new discount code.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DiscountAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
