from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.dispute_answer import DisputeAnswer
from ...models.dispute_state import DisputeState
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    state: DisputeState | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, DisputeState):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/disputes",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[DisputeAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = DisputeAnswer.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[Problem | list[DisputeAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: DisputeState | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[DisputeAnswer]]:
    """List disputes

     List disputes, newest first: payments whose buyers asked their bank for the money.

    Authorization: organizers for orders with a line of theirs, admins for all. Where others sold a
    part of the order (`is_part`), `amount` is the organizer's part. One that is
    a `warning` or `needs_response` is answered at its provider, until `evidence_due_by`. Tickets
    stay valid until it is lost; then those that nobody has used end, if nothing is left of what was
    paid for them.

    Args:
        state (DisputeState | None | Unset): Those not decided yet, those lost, or those won or
            closed.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[DisputeAnswer]]
    """

    kwargs = _get_kwargs(
        state=state,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    state: DisputeState | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[DisputeAnswer] | None:
    """List disputes

     List disputes, newest first: payments whose buyers asked their bank for the money.

    Authorization: organizers for orders with a line of theirs, admins for all. Where others sold a
    part of the order (`is_part`), `amount` is the organizer's part. One that is
    a `warning` or `needs_response` is answered at its provider, until `evidence_due_by`. Tickets
    stay valid until it is lost; then those that nobody has used end, if nothing is left of what was
    paid for them.

    Args:
        state (DisputeState | None | Unset): Those not decided yet, those lost, or those won or
            closed.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[DisputeAnswer]
    """

    return sync_detailed(
        client=client,
        state=state,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: DisputeState | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[DisputeAnswer]]:
    """List disputes

     List disputes, newest first: payments whose buyers asked their bank for the money.

    Authorization: organizers for orders with a line of theirs, admins for all. Where others sold a
    part of the order (`is_part`), `amount` is the organizer's part. One that is
    a `warning` or `needs_response` is answered at its provider, until `evidence_due_by`. Tickets
    stay valid until it is lost; then those that nobody has used end, if nothing is left of what was
    paid for them.

    Args:
        state (DisputeState | None | Unset): Those not decided yet, those lost, or those won or
            closed.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[DisputeAnswer]]
    """

    kwargs = _get_kwargs(
        state=state,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    state: DisputeState | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[DisputeAnswer] | None:
    """List disputes

     List disputes, newest first: payments whose buyers asked their bank for the money.

    Authorization: organizers for orders with a line of theirs, admins for all. Where others sold a
    part of the order (`is_part`), `amount` is the organizer's part. One that is
    a `warning` or `needs_response` is answered at its provider, until `evidence_due_by`. Tickets
    stay valid until it is lost; then those that nobody has used end, if nothing is left of what was
    paid for them.

    Args:
        state (DisputeState | None | Unset): Those not decided yet, those lost, or those won or
            closed.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[DisputeAnswer]
    """

    return (
        await asyncio_detailed(
            client=client,
            state=state,
            limit=limit,
            cursor=cursor,
            prefer=prefer,
        )
    ).parsed
