from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.event_answer import EventAnswer
from ...models.problem import Problem
from ...models.update_event_body import UpdateEventBody
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    body: UpdateEventBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/events/{event_id}".format(
            event_id=quote(str(event_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> EventAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = EventAnswer.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
    body: UpdateEventBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[EventAnswer | Problem]:
    """Update, publish, cancel or complete an event

     Edit an event; omitted fields keep their values. `status` publishes, cancels or completes it.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or another currency while orders are paid or can still be paid;
    `invalid_state` for an impossible status change, `validation_failed` for a `date_time` in the
    past or an amount that the currency cannot pay, `stale_version` if `If-Match` is not the
    stored version.

    Cancelling an event cancels its bookings and all tickets that were not used; with tens of
    thousands of bookings, the last of them within minutes after the response. Price and
    capacity of an event with one type that admits also apply to it. Ticket types whose capacity
    was left out follow the event's; a `capacity` of null follows the sum of theirs. With a new
    `venue_id`, venue name, country and time zone become the venue's unless given. Another country
    changes no rates, and nothing that was sold. The venue of an event
    with reserved seating cannot change, and its capacity is the number of its seats.

    Args:
        event_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateEventBody): The fields to change; `status` changes the event's status.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        body=body,
        if_match=if_match,
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
    body: UpdateEventBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> EventAnswer | Problem | None:
    """Update, publish, cancel or complete an event

     Edit an event; omitted fields keep their values. `status` publishes, cancels or completes it.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or another currency while orders are paid or can still be paid;
    `invalid_state` for an impossible status change, `validation_failed` for a `date_time` in the
    past or an amount that the currency cannot pay, `stale_version` if `If-Match` is not the
    stored version.

    Cancelling an event cancels its bookings and all tickets that were not used; with tens of
    thousands of bookings, the last of them within minutes after the response. Price and
    capacity of an event with one type that admits also apply to it. Ticket types whose capacity
    was left out follow the event's; a `capacity` of null follows the sum of theirs. With a new
    `venue_id`, venue name, country and time zone become the venue's unless given. Another country
    changes no rates, and nothing that was sold. The venue of an event
    with reserved seating cannot change, and its capacity is the number of its seats.

    Args:
        event_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateEventBody): The fields to change; `status` changes the event's status.

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
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateEventBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[EventAnswer | Problem]:
    """Update, publish, cancel or complete an event

     Edit an event; omitted fields keep their values. `status` publishes, cancels or completes it.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or another currency while orders are paid or can still be paid;
    `invalid_state` for an impossible status change, `validation_failed` for a `date_time` in the
    past or an amount that the currency cannot pay, `stale_version` if `If-Match` is not the
    stored version.

    Cancelling an event cancels its bookings and all tickets that were not used; with tens of
    thousands of bookings, the last of them within minutes after the response. Price and
    capacity of an event with one type that admits also apply to it. Ticket types whose capacity
    was left out follow the event's; a `capacity` of null follows the sum of theirs. With a new
    `venue_id`, venue name, country and time zone become the venue's unless given. Another country
    changes no rates, and nothing that was sold. The venue of an event
    with reserved seating cannot change, and its capacity is the number of its seats.

    Args:
        event_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateEventBody): The fields to change; `status` changes the event's status.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    event_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateEventBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> EventAnswer | Problem | None:
    """Update, publish, cancel or complete an event

     Edit an event; omitted fields keep their values. `status` publishes, cancels or completes it.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or another currency while orders are paid or can still be paid;
    `invalid_state` for an impossible status change, `validation_failed` for a `date_time` in the
    past or an amount that the currency cannot pay, `stale_version` if `If-Match` is not the
    stored version.

    Cancelling an event cancels its bookings and all tickets that were not used; with tens of
    thousands of bookings, the last of them within minutes after the response. Price and
    capacity of an event with one type that admits also apply to it. Ticket types whose capacity
    was left out follow the event's; a `capacity` of null follows the sum of theirs. With a new
    `venue_id`, venue name, country and time zone become the venue's unless given. Another country
    changes no rates, and nothing that was sold. The venue of an event
    with reserved seating cannot change, and its capacity is the number of its seats.

    Args:
        event_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateEventBody): The fields to change; `status` changes the event's status.

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
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
