from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.complimentary_answer import ComplimentaryAnswer
from ...models.give_tickets_body import GiveTicketsBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    body: GiveTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/events/{event_id}/complimentary".format(
            event_id=quote(str(event_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComplimentaryAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = ComplimentaryAnswer.from_dict(response.json())

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
) -> Response[ComplimentaryAnswer | Problem]:
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
    body: GiveTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[ComplimentaryAnswer | Problem]:
    """Give tickets of an event away

     Give tickets of an event away: they cost nothing, also where the event is paid online.

    Authorization: the event's organizer and admins. Refused as a booking is: the tickets take
    stock and seats, count for price tiers, and for the limit of the user who gets them. They are
    confirmed at once, without fee and tax, and are sent to the receiver. Who has no account is
    given by `name` and `email`, and becomes a guest; the address is not looked up among accounts.

    The `reason` is for who manages the event: the receiver does not see it. Safe to repeat with
    the same `Idempotency-Key`.

    Args:
        event_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (GiveTicketsBody): Tickets of one type for a user, or for a guest with a name and an
            e-mail address.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComplimentaryAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        body=body,
        idempotency_key=idempotency_key,
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
    body: GiveTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> ComplimentaryAnswer | Problem | None:
    """Give tickets of an event away

     Give tickets of an event away: they cost nothing, also where the event is paid online.

    Authorization: the event's organizer and admins. Refused as a booking is: the tickets take
    stock and seats, count for price tiers, and for the limit of the user who gets them. They are
    confirmed at once, without fee and tax, and are sent to the receiver. Who has no account is
    given by `name` and `email`, and becomes a guest; the address is not looked up among accounts.

    The `reason` is for who manages the event: the receiver does not see it. Safe to repeat with
    the same `Idempotency-Key`.

    Args:
        event_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (GiveTicketsBody): Tickets of one type for a user, or for a guest with a name and an
            e-mail address.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComplimentaryAnswer | Problem
    """

    return sync_detailed(
        event_id=event_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient,
    body: GiveTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[ComplimentaryAnswer | Problem]:
    """Give tickets of an event away

     Give tickets of an event away: they cost nothing, also where the event is paid online.

    Authorization: the event's organizer and admins. Refused as a booking is: the tickets take
    stock and seats, count for price tiers, and for the limit of the user who gets them. They are
    confirmed at once, without fee and tax, and are sent to the receiver. Who has no account is
    given by `name` and `email`, and becomes a guest; the address is not looked up among accounts.

    The `reason` is for who manages the event: the receiver does not see it. Safe to repeat with
    the same `Idempotency-Key`.

    Args:
        event_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (GiveTicketsBody): Tickets of one type for a user, or for a guest with a name and an
            e-mail address.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComplimentaryAnswer | Problem]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    event_id: int,
    *,
    client: AuthenticatedClient,
    body: GiveTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> ComplimentaryAnswer | Problem | None:
    """Give tickets of an event away

     Give tickets of an event away: they cost nothing, also where the event is paid online.

    Authorization: the event's organizer and admins. Refused as a booking is: the tickets take
    stock and seats, count for price tiers, and for the limit of the user who gets them. They are
    confirmed at once, without fee and tax, and are sent to the receiver. Who has no account is
    given by `name` and `email`, and becomes a guest; the address is not looked up among accounts.

    The `reason` is for who manages the event: the receiver does not see it. Safe to repeat with
    the same `Idempotency-Key`.

    Args:
        event_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (GiveTicketsBody): Tickets of one type for a user, or for a guest with a name and an
            e-mail address.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComplimentaryAnswer | Problem
    """

    return (
        await asyncio_detailed(
            event_id=event_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
