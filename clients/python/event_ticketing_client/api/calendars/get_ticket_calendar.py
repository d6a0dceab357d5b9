from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    ticket_code: str,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/tickets/{ticket_code}.ics".format(
            ticket_code=quote(str(ticket_code), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get a ticket's event as a calendar file

     Get the event of a ticket as a calendar file (iCalendar), with the codes of all tickets
    that its holder has for the event.

    Authorization: its holder, the event's organizer and admins. Once the event or the ticket is
    cancelled, the file takes the event out of the calendar. Times are in UTC, so that every
    calendar shows the same instant. Refused with `invalid_state` for an add-on.

    Args:
        ticket_code (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get a ticket's event as a calendar file

     Get the event of a ticket as a calendar file (iCalendar), with the codes of all tickets
    that its holder has for the event.

    Authorization: its holder, the event's organizer and admins. Once the event or the ticket is
    cancelled, the file takes the event out of the calendar. Times are in UTC, so that every
    calendar shows the same instant. Refused with `invalid_state` for an add-on.

    Args:
        ticket_code (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        ticket_code=ticket_code,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get a ticket's event as a calendar file

     Get the event of a ticket as a calendar file (iCalendar), with the codes of all tickets
    that its holder has for the event.

    Authorization: its holder, the event's organizer and admins. Once the event or the ticket is
    cancelled, the file takes the event out of the calendar. Times are in UTC, so that every
    calendar shows the same instant. Refused with `invalid_state` for an add-on.

    Args:
        ticket_code (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get a ticket's event as a calendar file

     Get the event of a ticket as a calendar file (iCalendar), with the codes of all tickets
    that its holder has for the event.

    Authorization: its holder, the event's organizer and admins. Once the event or the ticket is
    cancelled, the file takes the event out of the calendar. Times are in UTC, so that every
    calendar shows the same instant. Refused with `invalid_state` for an add-on.

    Args:
        ticket_code (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            ticket_code=ticket_code,
            client=client,
            prefer=prefer,
        )
    ).parsed
