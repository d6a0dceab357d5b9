import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.tickets_report_answer import TicketsReportAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_event_id: int | None | Unset
    if isinstance(event_id, Unset):
        json_event_id = UNSET
    else:
        json_event_id = event_id
    params["event_id"] = json_event_id

    json_date_from: None | str | Unset
    if isinstance(date_from, Unset):
        json_date_from = UNSET
    elif isinstance(date_from, datetime.datetime):
        json_date_from = date_from.isoformat()
    else:
        json_date_from = date_from
    params["date_from"] = json_date_from

    json_date_to: None | str | Unset
    if isinstance(date_to, Unset):
        json_date_to = UNSET
    elif isinstance(date_to, datetime.datetime):
        json_date_to = date_to.isoformat()
    else:
        json_date_to = date_to
    params["date_to"] = json_date_to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/tickets",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TicketsReportAnswer | None:
    if response.status_code == 200:
        response_200 = TicketsReportAnswer.from_dict(response.json())

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
) -> Response[Problem | TicketsReportAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketsReportAnswer]:
    """Get ticket statistics

     Get the current numbers of tickets by status and by ticket type.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event, `date_from` (inclusive) and `date_to` (exclusive) select events by start. Deleted events
    are excluded. Refused with `not_found` for another organizer's event.

    `check_in_rate` is used / (active + used), null if there are neither. `capacity_used` is the
    share of the capacity that reserved, active and used tickets take (`taken` / `capacity`); the
    total is over active and completed events. `by_ticket_type` has the 100 types with most
    tickets sold.

    Args:
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketsReportAnswer]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketsReportAnswer | None:
    """Get ticket statistics

     Get the current numbers of tickets by status and by ticket type.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event, `date_from` (inclusive) and `date_to` (exclusive) select events by start. Deleted events
    are excluded. Refused with `not_found` for another organizer's event.

    `check_in_rate` is used / (active + used), null if there are neither. `capacity_used` is the
    share of the capacity that reserved, active and used tickets take (`taken` / `capacity`); the
    total is over active and completed events. `by_ticket_type` has the 100 types with most
    tickets sold.

    Args:
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketsReportAnswer
    """

    return sync_detailed(
        client=client,
        event_id=event_id,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketsReportAnswer]:
    """Get ticket statistics

     Get the current numbers of tickets by status and by ticket type.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event, `date_from` (inclusive) and `date_to` (exclusive) select events by start. Deleted events
    are excluded. Refused with `not_found` for another organizer's event.

    `check_in_rate` is used / (active + used), null if there are neither. `capacity_used` is the
    share of the capacity that reserved, active and used tickets take (`taken` / `capacity`); the
    total is over active and completed events. `by_ticket_type` has the 100 types with most
    tickets sold.

    Args:
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketsReportAnswer]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketsReportAnswer | None:
    """Get ticket statistics

     Get the current numbers of tickets by status and by ticket type.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event, `date_from` (inclusive) and `date_to` (exclusive) select events by start. Deleted events
    are excluded. Refused with `not_found` for another organizer's event.

    `check_in_rate` is used / (active + used), null if there are neither. `capacity_used` is the
    share of the capacity that reserved, active and used tickets take (`taken` / `capacity`); the
    total is over active and completed events. `by_ticket_type` has the 100 types with most
    tickets sold.

    Args:
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketsReportAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            event_id=event_id,
            date_from=date_from,
            date_to=date_to,
            prefer=prefer,
        )
    ).parsed
