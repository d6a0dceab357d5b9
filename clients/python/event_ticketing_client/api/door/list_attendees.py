from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.attendee_answer import AttendeeAnswer
from ...models.problem import Problem
from ...models.ticket_status import TicketStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    q: None | str | Unset = UNSET,
    status: None | TicketStatus | Unset = UNSET,
    ticket_type_id: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_q: None | str | Unset
    if isinstance(q, Unset):
        json_q = UNSET
    else:
        json_q = q
    params["q"] = json_q

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, TicketStatus):
        json_status = status.value
    else:
        json_status = status
    params["status"] = json_status

    json_ticket_type_id: int | None | Unset
    if isinstance(ticket_type_id, Unset):
        json_ticket_type_id = UNSET
    else:
        json_ticket_type_id = ticket_type_id
    params["ticket_type_id"] = json_ticket_type_id

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
        "url": "/api/v1/events/{event_id}/attendees".format(
            event_id=quote(str(event_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[AttendeeAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = AttendeeAnswer.from_dict(response_200_item_data)

            response_200.append(response_200_item)

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
) -> Response[Problem | list[AttendeeAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient,
    q: None | str | Unset = UNSET,
    status: None | TicketStatus | Unset = UNSET,
    ticket_type_id: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[AttendeeAnswer]]:
    """List an event's attendees

     List who comes to an event, or find the ticket of somebody who has lost it.

    `q` is part of a name or an e-mail address, or a booking reference. Without `status`, tickets
    that are active or used. Authorization: the event's organizer and admins; assigned scanners
    with `q`, a part of a name, and they see neither addresses nor references. Only admins learn
    who an account is that others have given tickets.

    Args:
        event_id (int):
        q (None | str | Unset): Part of a name or address, or a reference.
        status (None | TicketStatus | Unset): `active` and `used` if none.
        ticket_type_id (int | None | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[AttendeeAnswer]]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        q=q,
        status=status,
        ticket_type_id=ticket_type_id,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    event_id: int,
    *,
    client: AuthenticatedClient,
    q: None | str | Unset = UNSET,
    status: None | TicketStatus | Unset = UNSET,
    ticket_type_id: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[AttendeeAnswer] | None:
    """List an event's attendees

     List who comes to an event, or find the ticket of somebody who has lost it.

    `q` is part of a name or an e-mail address, or a booking reference. Without `status`, tickets
    that are active or used. Authorization: the event's organizer and admins; assigned scanners
    with `q`, a part of a name, and they see neither addresses nor references. Only admins learn
    who an account is that others have given tickets.

    Args:
        event_id (int):
        q (None | str | Unset): Part of a name or address, or a reference.
        status (None | TicketStatus | Unset): `active` and `used` if none.
        ticket_type_id (int | None | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[AttendeeAnswer]
    """

    return sync_detailed(
        event_id=event_id,
        client=client,
        q=q,
        status=status,
        ticket_type_id=ticket_type_id,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient,
    q: None | str | Unset = UNSET,
    status: None | TicketStatus | Unset = UNSET,
    ticket_type_id: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[AttendeeAnswer]]:
    """List an event's attendees

     List who comes to an event, or find the ticket of somebody who has lost it.

    `q` is part of a name or an e-mail address, or a booking reference. Without `status`, tickets
    that are active or used. Authorization: the event's organizer and admins; assigned scanners
    with `q`, a part of a name, and they see neither addresses nor references. Only admins learn
    who an account is that others have given tickets.

    Args:
        event_id (int):
        q (None | str | Unset): Part of a name or address, or a reference.
        status (None | TicketStatus | Unset): `active` and `used` if none.
        ticket_type_id (int | None | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[AttendeeAnswer]]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        q=q,
        status=status,
        ticket_type_id=ticket_type_id,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    event_id: int,
    *,
    client: AuthenticatedClient,
    q: None | str | Unset = UNSET,
    status: None | TicketStatus | Unset = UNSET,
    ticket_type_id: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[AttendeeAnswer] | None:
    """List an event's attendees

     List who comes to an event, or find the ticket of somebody who has lost it.

    `q` is part of a name or an e-mail address, or a booking reference. Without `status`, tickets
    that are active or used. Authorization: the event's organizer and admins; assigned scanners
    with `q`, a part of a name, and they see neither addresses nor references. Only admins learn
    who an account is that others have given tickets.

    Args:
        event_id (int):
        q (None | str | Unset): Part of a name or address, or a reference.
        status (None | TicketStatus | Unset): `active` and `used` if none.
        ticket_type_id (int | None | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[AttendeeAnswer]
    """

    return (
        await asyncio_detailed(
            event_id=event_id,
            client=client,
            q=q,
            status=status,
            ticket_type_id=ticket_type_id,
            limit=limit,
            cursor=cursor,
            prefer=prefer,
        )
    ).parsed
