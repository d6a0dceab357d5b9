from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.create_event_body import CreateEventBody
from ...models.event_answer import EventAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: CreateEventBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/events",
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
) -> Response[EventAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateEventBody,
    prefer: str | Unset = UNSET,
) -> Response[EventAnswer | Problem]:
    """Create an event

     Create an event with its ticket types, active unless created as a draft.

    Authorization: organizers and admins, who become its owner. Refused with `validation_failed`
    for a `date_time` in the past, a venue without seats, or a capacity that is not the number of
    seats.

    Without `ticket_types`, `capacity` and `price` make one type, "General admission". Without a
    capacity the event's is the sum of its types', a type's is the event's, and follows it when
    it changes. With `venue_id`, venue name and time zone default to the venue's, and the
    `country` is the venue's where that says one.

    Without `tax_rate` and `fee_tax_rate` the event starts with the rates that its organizer has for
    its country (`taxes_by_country` of the seller), added or included as there unless
    `tax_inclusive` is given; without these with none. It keeps them whatever is said there later.

    With `seating` `reserved` the venue's seats are sold: a ticket type sells the `section` that
    it names, one type without a section sells all others, and capacities are numbers of seats.
    A ticket type with `admits` false is an add-on, with a price and a stock of its own.

    Args:
        prefer (str | Unset):
        body (CreateEventBody): A new event. Times without an offset are in `timezone`, by default
            the venue's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventAnswer | Problem]
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
    body: CreateEventBody,
    prefer: str | Unset = UNSET,
) -> EventAnswer | Problem | None:
    """Create an event

     Create an event with its ticket types, active unless created as a draft.

    Authorization: organizers and admins, who become its owner. Refused with `validation_failed`
    for a `date_time` in the past, a venue without seats, or a capacity that is not the number of
    seats.

    Without `ticket_types`, `capacity` and `price` make one type, "General admission". Without a
    capacity the event's is the sum of its types', a type's is the event's, and follows it when
    it changes. With `venue_id`, venue name and time zone default to the venue's, and the
    `country` is the venue's where that says one.

    Without `tax_rate` and `fee_tax_rate` the event starts with the rates that its organizer has for
    its country (`taxes_by_country` of the seller), added or included as there unless
    `tax_inclusive` is given; without these with none. It keeps them whatever is said there later.

    With `seating` `reserved` the venue's seats are sold: a ticket type sells the `section` that
    it names, one type without a section sells all others, and capacities are numbers of seats.
    A ticket type with `admits` false is an add-on, with a price and a stock of its own.

    Args:
        prefer (str | Unset):
        body (CreateEventBody): A new event. Times without an offset are in `timezone`, by default
            the venue's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateEventBody,
    prefer: str | Unset = UNSET,
) -> Response[EventAnswer | Problem]:
    """Create an event

     Create an event with its ticket types, active unless created as a draft.

    Authorization: organizers and admins, who become its owner. Refused with `validation_failed`
    for a `date_time` in the past, a venue without seats, or a capacity that is not the number of
    seats.

    Without `ticket_types`, `capacity` and `price` make one type, "General admission". Without a
    capacity the event's is the sum of its types', a type's is the event's, and follows it when
    it changes. With `venue_id`, venue name and time zone default to the venue's, and the
    `country` is the venue's where that says one.

    Without `tax_rate` and `fee_tax_rate` the event starts with the rates that its organizer has for
    its country (`taxes_by_country` of the seller), added or included as there unless
    `tax_inclusive` is given; without these with none. It keeps them whatever is said there later.

    With `seating` `reserved` the venue's seats are sold: a ticket type sells the `section` that
    it names, one type without a section sells all others, and capacities are numbers of seats.
    A ticket type with `admits` false is an add-on, with a price and a stock of its own.

    Args:
        prefer (str | Unset):
        body (CreateEventBody): A new event. Times without an offset are in `timezone`, by default
            the venue's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventAnswer | Problem]
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
    body: CreateEventBody,
    prefer: str | Unset = UNSET,
) -> EventAnswer | Problem | None:
    """Create an event

     Create an event with its ticket types, active unless created as a draft.

    Authorization: organizers and admins, who become its owner. Refused with `validation_failed`
    for a `date_time` in the past, a venue without seats, or a capacity that is not the number of
    seats.

    Without `ticket_types`, `capacity` and `price` make one type, "General admission". Without a
    capacity the event's is the sum of its types', a type's is the event's, and follows it when
    it changes. With `venue_id`, venue name and time zone default to the venue's, and the
    `country` is the venue's where that says one.

    Without `tax_rate` and `fee_tax_rate` the event starts with the rates that its organizer has for
    its country (`taxes_by_country` of the seller), added or included as there unless
    `tax_inclusive` is given; without these with none. It keeps them whatever is said there later.

    With `seating` `reserved` the venue's seats are sold: a ticket type sells the `section` that
    it names, one type without a section sells all others, and capacities are numbers of seats.
    A ticket type with `admits` false is an add-on, with a price and a stock of its own.

    Args:
        prefer (str | Unset):
        body (CreateEventBody): A new event. Times without an offset are in `timezone`, by default
            the venue's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
