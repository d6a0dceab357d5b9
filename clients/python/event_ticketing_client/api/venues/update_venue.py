from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.update_venue_body import UpdateVenueBody
from ...models.venue_answer import VenueAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    venue_id: int,
    *,
    body: UpdateVenueBody,
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
        "url": "/api/v1/venues/{venue_id}".format(
            venue_id=quote(str(venue_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | VenueAnswer | None:
    if response.status_code == 200:
        response_200 = VenueAnswer.from_dict(response.json())

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
) -> Response[Problem | VenueAnswer]:
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
    body: UpdateVenueBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | VenueAnswer]:
    """Update a venue

     Edit a venue; omitted fields keep their values.

    Authorization: the venue's owner and admins. Refused with `stale_version` if `If-Match` is not
    the stored version. Events keep the venue name, country and time zone that they
    copied.

    Args:
        venue_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateVenueBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VenueAnswer]
    """

    kwargs = _get_kwargs(
        venue_id=venue_id,
        body=body,
        if_match=if_match,
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
    body: UpdateVenueBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | VenueAnswer | None:
    """Update a venue

     Edit a venue; omitted fields keep their values.

    Authorization: the venue's owner and admins. Refused with `stale_version` if `If-Match` is not
    the stored version. Events keep the venue name, country and time zone that they
    copied.

    Args:
        venue_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateVenueBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VenueAnswer
    """

    return sync_detailed(
        venue_id=venue_id,
        client=client,
        body=body,
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    venue_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateVenueBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | VenueAnswer]:
    """Update a venue

     Edit a venue; omitted fields keep their values.

    Authorization: the venue's owner and admins. Refused with `stale_version` if `If-Match` is not
    the stored version. Events keep the venue name, country and time zone that they
    copied.

    Args:
        venue_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateVenueBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VenueAnswer]
    """

    kwargs = _get_kwargs(
        venue_id=venue_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    venue_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateVenueBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | VenueAnswer | None:
    """Update a venue

     Edit a venue; omitted fields keep their values.

    Authorization: the venue's owner and admins. Refused with `stale_version` if `If-Match` is not
    the stored version. Events keep the venue name, country and time zone that they
    copied.

    Args:
        venue_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateVenueBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VenueAnswer
    """

    return (
        await asyncio_detailed(
            venue_id=venue_id,
            client=client,
            body=body,
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
