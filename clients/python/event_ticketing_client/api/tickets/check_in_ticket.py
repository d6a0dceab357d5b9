from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.check_in_body import CheckInBody
from ...models.problem import Problem
from ...models.ticket_answer import TicketAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    ticket_code: str,
    *,
    body: CheckInBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/tickets/{ticket_code}/check-in".format(
            ticket_code=quote(str(ticket_code), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | TicketAnswer | None:
    if response.status_code == 200:
        response_200 = TicketAnswer.from_dict(response.json())

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
) -> Response[Problem | TicketAnswer]:
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
    body: CheckInBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketAnswer]:
    """Check in a ticket

     Check a ticket in; a ticket can be used once.

    Where the event allows re-entry, `direction` `out` notes that its holder leaves, and lets the
    ticket in once more. Authorization: the event's assigned scanners, its organizer and admins.
    Refused with `invalid_state` and a `reason`: `cancelled`, `refunded`, `not_confirmed`,
    `replaced` (transferred or issued anew), `add_on`, `other_event`, `wrong_gate` (with the
    `gates` that let it in); `already_used` or `already_inside`, with the time and the gate;
    `not_inside` or `no_reentry` on the way out. A forged or altered token is refused with
    `validation_failed`.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (CheckInBody | Unset): Where the ticket is scanned, as free text unless the event has
            gates, and which way.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketAnswer]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        body=body,
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
    body: CheckInBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketAnswer | None:
    """Check in a ticket

     Check a ticket in; a ticket can be used once.

    Where the event allows re-entry, `direction` `out` notes that its holder leaves, and lets the
    ticket in once more. Authorization: the event's assigned scanners, its organizer and admins.
    Refused with `invalid_state` and a `reason`: `cancelled`, `refunded`, `not_confirmed`,
    `replaced` (transferred or issued anew), `add_on`, `other_event`, `wrong_gate` (with the
    `gates` that let it in); `already_used` or `already_inside`, with the time and the gate;
    `not_inside` or `no_reentry` on the way out. A forged or altered token is refused with
    `validation_failed`.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (CheckInBody | Unset): Where the ticket is scanned, as free text unless the event has
            gates, and which way.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketAnswer
    """

    return sync_detailed(
        ticket_code=ticket_code,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    body: CheckInBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketAnswer]:
    """Check in a ticket

     Check a ticket in; a ticket can be used once.

    Where the event allows re-entry, `direction` `out` notes that its holder leaves, and lets the
    ticket in once more. Authorization: the event's assigned scanners, its organizer and admins.
    Refused with `invalid_state` and a `reason`: `cancelled`, `refunded`, `not_confirmed`,
    `replaced` (transferred or issued anew), `add_on`, `other_event`, `wrong_gate` (with the
    `gates` that let it in); `already_used` or `already_inside`, with the time and the gate;
    `not_inside` or `no_reentry` on the way out. A forged or altered token is refused with
    `validation_failed`.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (CheckInBody | Unset): Where the ticket is scanned, as free text unless the event has
            gates, and which way.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketAnswer]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    body: CheckInBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketAnswer | None:
    """Check in a ticket

     Check a ticket in; a ticket can be used once.

    Where the event allows re-entry, `direction` `out` notes that its holder leaves, and lets the
    ticket in once more. Authorization: the event's assigned scanners, its organizer and admins.
    Refused with `invalid_state` and a `reason`: `cancelled`, `refunded`, `not_confirmed`,
    `replaced` (transferred or issued anew), `add_on`, `other_event`, `wrong_gate` (with the
    `gates` that let it in); `already_used` or `already_inside`, with the time and the gate;
    `not_inside` or `no_reentry` on the way out. A forged or altered token is refused with
    `validation_failed`.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (CheckInBody | Unset): Where the ticket is scanned, as free text unless the event has
            gates, and which way.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketAnswer
    """

    return (
        await asyncio_detailed(
            ticket_code=ticket_code,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
