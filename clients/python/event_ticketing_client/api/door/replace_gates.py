from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.gate_answer import GateAnswer
from ...models.gates_body import GatesBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    body: GatesBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/events/{event_id}/gates".format(
            event_id=quote(str(event_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[GateAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = GateAnswer.from_dict(response_200_item_data)

            response_200.append(response_200_item)

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
) -> Response[Problem | list[GateAnswer]]:
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
    body: GatesBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[GateAnswer]]:
    """Set an event's gates

     Replace the gates of an event; an empty list leaves it without.

    A gate lets in the ticket types that it names, or all if it names none. Once an event has
    gates, each check-in has to name one of them. Authorization: the event's organizer and admins.
    Refused with `not_found` for a ticket type of another event, and for an add-on.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (GatesBody): All gates of an event, in their order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[GateAnswer]]
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
    body: GatesBody,
    prefer: str | Unset = UNSET,
) -> Problem | list[GateAnswer] | None:
    """Set an event's gates

     Replace the gates of an event; an empty list leaves it without.

    A gate lets in the ticket types that it names, or all if it names none. Once an event has
    gates, each check-in has to name one of them. Authorization: the event's organizer and admins.
    Refused with `not_found` for a ticket type of another event, and for an add-on.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (GatesBody): All gates of an event, in their order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[GateAnswer]
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
    body: GatesBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[GateAnswer]]:
    """Set an event's gates

     Replace the gates of an event; an empty list leaves it without.

    A gate lets in the ticket types that it names, or all if it names none. Once an event has
    gates, each check-in has to name one of them. Authorization: the event's organizer and admins.
    Refused with `not_found` for a ticket type of another event, and for an add-on.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (GatesBody): All gates of an event, in their order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[GateAnswer]]
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
    body: GatesBody,
    prefer: str | Unset = UNSET,
) -> Problem | list[GateAnswer] | None:
    """Set an event's gates

     Replace the gates of an event; an empty list leaves it without.

    A gate lets in the ticket types that it names, or all if it names none. Once an event has
    gates, each check-in has to name one of them. Authorization: the event's organizer and admins.
    Refused with `not_found` for a ticket type of another event, and for an add-on.

    Args:
        event_id (int):
        prefer (str | Unset):
        body (GatesBody): All gates of an event, in their order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[GateAnswer]
    """

    return (
        await asyncio_detailed(
            event_id=event_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
