from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.add_seats_body import AddSeatsBody
from ...models.problem import Problem
from ...models.venue_seat_answer import VenueSeatAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    venue_id: int,
    *,
    body: AddSeatsBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/venues/{venue_id}/seats".format(
            venue_id=quote(str(venue_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[VenueSeatAnswer] | None:
    if response.status_code == 201:
        response_201 = []
        _response_201 = response.json()
        for response_201_item_data in _response_201:
            response_201_item = VenueSeatAnswer.from_dict(response_201_item_data)

            response_201.append(response_201_item)

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
) -> Response[Problem | list[VenueSeatAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    venue_id: int,
    *,
    client: AuthenticatedClient,
    body: AddSeatsBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[VenueSeatAnswer]]:
    """Add seats to a venue

     Add up to 50,000 seats to a venue (100,000 in total), all of them or none.

    Authorization: the venue's owner and admins. Refused with `duplicate` if a seat exists or is
    given twice. Events with reserved seating that are not over sell the new seats immediately,
    and their capacity is updated.

    Args:
        venue_id (int):
        prefer (str | Unset):
        body (AddSeatsBody): Either single `seats`, or `section`, `rows` and `seats_per_row`
            (numbered from 1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[VenueSeatAnswer]]
    """

    kwargs = _get_kwargs(
        venue_id=venue_id,
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    venue_id: int,
    *,
    client: AuthenticatedClient,
    body: AddSeatsBody,
    prefer: str | Unset = UNSET,
) -> Problem | list[VenueSeatAnswer] | None:
    """Add seats to a venue

     Add up to 50,000 seats to a venue (100,000 in total), all of them or none.

    Authorization: the venue's owner and admins. Refused with `duplicate` if a seat exists or is
    given twice. Events with reserved seating that are not over sell the new seats immediately,
    and their capacity is updated.

    Args:
        venue_id (int):
        prefer (str | Unset):
        body (AddSeatsBody): Either single `seats`, or `section`, `rows` and `seats_per_row`
            (numbered from 1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[VenueSeatAnswer]
    """

    return sync_detailed(
        venue_id=venue_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    venue_id: int,
    *,
    client: AuthenticatedClient,
    body: AddSeatsBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[VenueSeatAnswer]]:
    """Add seats to a venue

     Add up to 50,000 seats to a venue (100,000 in total), all of them or none.

    Authorization: the venue's owner and admins. Refused with `duplicate` if a seat exists or is
    given twice. Events with reserved seating that are not over sell the new seats immediately,
    and their capacity is updated.

    Args:
        venue_id (int):
        prefer (str | Unset):
        body (AddSeatsBody): Either single `seats`, or `section`, `rows` and `seats_per_row`
            (numbered from 1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[VenueSeatAnswer]]
    """

    kwargs = _get_kwargs(
        venue_id=venue_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    venue_id: int,
    *,
    client: AuthenticatedClient,
    body: AddSeatsBody,
    prefer: str | Unset = UNSET,
) -> Problem | list[VenueSeatAnswer] | None:
    """Add seats to a venue

     Add up to 50,000 seats to a venue (100,000 in total), all of them or none.

    Authorization: the venue's owner and admins. Refused with `duplicate` if a seat exists or is
    given twice. Events with reserved seating that are not over sell the new seats immediately,
    and their capacity is updated.

    Args:
        venue_id (int):
        prefer (str | Unset):
        body (AddSeatsBody): Either single `seats`, or `section`, `rows` and `seats_per_row`
            (numbered from 1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[VenueSeatAnswer]
    """

    return (
        await asyncio_detailed(
            venue_id=venue_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
