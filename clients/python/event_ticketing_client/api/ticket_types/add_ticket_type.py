from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_ticket_type_body import NewTicketTypeBody
from ...models.problem import Problem
from ...models.ticket_type_answer import TicketTypeAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    body: NewTicketTypeBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/events/{event_id}/ticket-types".format(
            event_id=quote(str(event_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TicketTypeAnswer | None:
    if response.status_code == 201:
        response_201 = TicketTypeAnswer.from_dict(response.json())

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
) -> Response[Problem | TicketTypeAnswer]:
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
    body: NewTicketTypeBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketTypeAnswer]:
    """Add a ticket type to an event

     Add a ticket type to an event.

    Authorization: the event's organizer and admins. Refused with `in_use` if seats of its section
    are sold or held. The price defaults to the event's. Without a capacity it has the event's
    and follows it; the event's limits all its types together, and is their sum unless it was
    given. With reserved seating the type sells its `section`, or without one all sections that no
    other type names, and capacities are numbers of seats.

    The first of the `price_tiers` that is not over is the price in force, after the last it is
    `price`. A ticket has the price in force when it is sold: where a tier ends among the tickets
    of a sale, those up to its end have its price, and the others the next. With `is_price_open`
    buyers may give more than `price`; such a type has no tiers.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (NewTicketTypeBody): A new ticket type; the price defaults to the event's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketTypeAnswer]
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
    body: NewTicketTypeBody,
    prefer: str | Unset = UNSET,
) -> Problem | TicketTypeAnswer | None:
    """Add a ticket type to an event

     Add a ticket type to an event.

    Authorization: the event's organizer and admins. Refused with `in_use` if seats of its section
    are sold or held. The price defaults to the event's. Without a capacity it has the event's
    and follows it; the event's limits all its types together, and is their sum unless it was
    given. With reserved seating the type sells its `section`, or without one all sections that no
    other type names, and capacities are numbers of seats.

    The first of the `price_tiers` that is not over is the price in force, after the last it is
    `price`. A ticket has the price in force when it is sold: where a tier ends among the tickets
    of a sale, those up to its end have its price, and the others the next. With `is_price_open`
    buyers may give more than `price`; such a type has no tiers.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (NewTicketTypeBody): A new ticket type; the price defaults to the event's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketTypeAnswer
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
    body: NewTicketTypeBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketTypeAnswer]:
    """Add a ticket type to an event

     Add a ticket type to an event.

    Authorization: the event's organizer and admins. Refused with `in_use` if seats of its section
    are sold or held. The price defaults to the event's. Without a capacity it has the event's
    and follows it; the event's limits all its types together, and is their sum unless it was
    given. With reserved seating the type sells its `section`, or without one all sections that no
    other type names, and capacities are numbers of seats.

    The first of the `price_tiers` that is not over is the price in force, after the last it is
    `price`. A ticket has the price in force when it is sold: where a tier ends among the tickets
    of a sale, those up to its end have its price, and the others the next. With `is_price_open`
    buyers may give more than `price`; such a type has no tiers.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (NewTicketTypeBody): A new ticket type; the price defaults to the event's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketTypeAnswer]
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
    body: NewTicketTypeBody,
    prefer: str | Unset = UNSET,
) -> Problem | TicketTypeAnswer | None:
    """Add a ticket type to an event

     Add a ticket type to an event.

    Authorization: the event's organizer and admins. Refused with `in_use` if seats of its section
    are sold or held. The price defaults to the event's. Without a capacity it has the event's
    and follows it; the event's limits all its types together, and is their sum unless it was
    given. With reserved seating the type sells its `section`, or without one all sections that no
    other type names, and capacities are numbers of seats.

    The first of the `price_tiers` that is not over is the price in force, after the last it is
    `price`. A ticket has the price in force when it is sold: where a tier ends among the tickets
    of a sale, those up to its end have its price, and the others the next. With `is_price_open`
    buyers may give more than `price`; such a type has no tiers.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (NewTicketTypeBody): A new ticket type; the price defaults to the event's.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketTypeAnswer
    """

    return (
        await asyncio_detailed(
            event_id=event_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
