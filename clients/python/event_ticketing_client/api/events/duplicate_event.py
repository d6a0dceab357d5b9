from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.duplicate_event_body import DuplicateEventBody
from ...models.event_answer import EventAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    body: DuplicateEventBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/events/{event_id}/duplicate".format(
            event_id=quote(str(event_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> EventAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = EventAnswer.from_dict(response.json())

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
) -> Response[EventAnswer | Problem]:
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
    body: DuplicateEventBody,
    prefer: str | Unset = UNSET,
) -> Response[EventAnswer | Problem]:
    """Duplicate an event

     Make a draft like this event, at another time.

    Authorization: the event's organizer and admins; the copy belongs to the same organizer. It
    has the same ticket types (all available), prices, fees, tax rates, terms, cancellation policy
    and sections of seats, lasts as long, and its sales windows lie as far before it by the clock on
    the wall. Bookings, scanners, gates and codes are not copied. Refused with
    `validation_failed` for a `date_time` in the past, `not_found` if its seats belong to a venue
    that was deleted.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (DuplicateEventBody): When the copy takes place. A time without an offset is in the
            event's time zone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        body=body,
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
    body: DuplicateEventBody,
    prefer: str | Unset = UNSET,
) -> EventAnswer | Problem | None:
    """Duplicate an event

     Make a draft like this event, at another time.

    Authorization: the event's organizer and admins; the copy belongs to the same organizer. It
    has the same ticket types (all available), prices, fees, tax rates, terms, cancellation policy
    and sections of seats, lasts as long, and its sales windows lie as far before it by the clock on
    the wall. Bookings, scanners, gates and codes are not copied. Refused with
    `validation_failed` for a `date_time` in the past, `not_found` if its seats belong to a venue
    that was deleted.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (DuplicateEventBody): When the copy takes place. A time without an offset is in the
            event's time zone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventAnswer | Problem
    """

    return sync_detailed(
        event_id=event_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient,
    body: DuplicateEventBody,
    prefer: str | Unset = UNSET,
) -> Response[EventAnswer | Problem]:
    """Duplicate an event

     Make a draft like this event, at another time.

    Authorization: the event's organizer and admins; the copy belongs to the same organizer. It
    has the same ticket types (all available), prices, fees, tax rates, terms, cancellation policy
    and sections of seats, lasts as long, and its sales windows lie as far before it by the clock on
    the wall. Bookings, scanners, gates and codes are not copied. Refused with
    `validation_failed` for a `date_time` in the past, `not_found` if its seats belong to a venue
    that was deleted.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (DuplicateEventBody): When the copy takes place. A time without an offset is in the
            event's time zone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    event_id: int,
    *,
    client: AuthenticatedClient,
    body: DuplicateEventBody,
    prefer: str | Unset = UNSET,
) -> EventAnswer | Problem | None:
    """Duplicate an event

     Make a draft like this event, at another time.

    Authorization: the event's organizer and admins; the copy belongs to the same organizer. It
    has the same ticket types (all available), prices, fees, tax rates, terms, cancellation policy
    and sections of seats, lasts as long, and its sales windows lie as far before it by the clock on
    the wall. Bookings, scanners, gates and codes are not copied. Refused with
    `validation_failed` for a `date_time` in the past, `not_found` if its seats belong to a venue
    that was deleted.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (DuplicateEventBody): When the copy takes place. A time without an offset is in the
            event's time zone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventAnswer | Problem
    """

    return (
        await asyncio_detailed(
            event_id=event_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
