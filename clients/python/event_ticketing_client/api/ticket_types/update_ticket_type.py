from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.ticket_type_answer import TicketTypeAnswer
from ...models.update_ticket_type_body import UpdateTicketTypeBody
from ...types import UNSET, Response, Unset


def _get_kwargs(
    ticket_type_id: int,
    *,
    body: UpdateTicketTypeBody,
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
        "url": "/api/v1/ticket-types/{ticket_type_id}".format(
            ticket_type_id=quote(str(ticket_type_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TicketTypeAnswer | None:
    if response.status_code == 200:
        response_200 = TicketTypeAnswer.from_dict(response.json())

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
) -> Response[Problem | TicketTypeAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    ticket_type_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateTicketTypeBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketTypeAnswer]:
    """Update a ticket type

     Edit a ticket type; omitted fields keep their values, and sold tickets their price.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or if seats that are sold or held would change their type; with
    `stale_version` if `If-Match` is not the stored version. A `capacity` of null follows the
    event's. One of the event that was left out follows those of its types, and the capacity of an
    event with one ticket type is raised with it. With reserved seating the capacity is the number
    of seats of its section. An add-on keeps a capacity of its own.

    Args:
        ticket_type_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateTicketTypeBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketTypeAnswer]
    """

    kwargs = _get_kwargs(
        ticket_type_id=ticket_type_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    ticket_type_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateTicketTypeBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketTypeAnswer | None:
    """Update a ticket type

     Edit a ticket type; omitted fields keep their values, and sold tickets their price.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or if seats that are sold or held would change their type; with
    `stale_version` if `If-Match` is not the stored version. A `capacity` of null follows the
    event's. One of the event that was left out follows those of its types, and the capacity of an
    event with one ticket type is raised with it. With reserved seating the capacity is the number
    of seats of its section. An add-on keeps a capacity of its own.

    Args:
        ticket_type_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateTicketTypeBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketTypeAnswer
    """

    return sync_detailed(
        ticket_type_id=ticket_type_id,
        client=client,
        body=body,
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    ticket_type_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateTicketTypeBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketTypeAnswer]:
    """Update a ticket type

     Edit a ticket type; omitted fields keep their values, and sold tickets their price.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or if seats that are sold or held would change their type; with
    `stale_version` if `If-Match` is not the stored version. A `capacity` of null follows the
    event's. One of the event that was left out follows those of its types, and the capacity of an
    event with one ticket type is raised with it. With reserved seating the capacity is the number
    of seats of its section. An add-on keeps a capacity of its own.

    Args:
        ticket_type_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateTicketTypeBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketTypeAnswer]
    """

    kwargs = _get_kwargs(
        ticket_type_id=ticket_type_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_type_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateTicketTypeBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketTypeAnswer | None:
    """Update a ticket type

     Edit a ticket type; omitted fields keep their values, and sold tickets their price.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or if seats that are sold or held would change their type; with
    `stale_version` if `If-Match` is not the stored version. A `capacity` of null follows the
    event's. One of the event that was left out follows those of its types, and the capacity of an
    event with one ticket type is raised with it. With reserved seating the capacity is the number
    of seats of its section. An add-on keeps a capacity of its own.

    Args:
        ticket_type_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateTicketTypeBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketTypeAnswer
    """

    return (
        await asyncio_detailed(
            ticket_type_id=ticket_type_id,
            client=client,
            body=body,
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
