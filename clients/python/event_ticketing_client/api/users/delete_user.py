from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.success_answer import SuccessAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    user_id: int,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SuccessAnswer | None:
    if response.status_code == 200:
        response_200 = SuccessAnswer.from_dict(response.json())

        return response_200

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
) -> Response[Problem | SuccessAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SuccessAnswer]:
    """Delete a user

     Delete a user, of an account or a guest.

    Authorization: the user, except an admin, and admins for other users. Refused with `in_use`
    while the user organizes an event that is not over, or is owed money for events, owes some, or
    has sold what a bank has not decided about. Pending orders and reservations are given
    up, open offers of tickets, by the user or to the user's address, are closed. A user with
    history is anonymised: bookings and payments stay in the records, personal data is removed, with
    what was typed about the person in orders, payments and stored results. Invoices that were
    issued stay as they are, and so does who sold, for those that are still due, and a business
    that bought without tax and owes it.

    Args:
        user_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SuccessAnswer]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    user_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | SuccessAnswer | None:
    """Delete a user

     Delete a user, of an account or a guest.

    Authorization: the user, except an admin, and admins for other users. Refused with `in_use`
    while the user organizes an event that is not over, or is owed money for events, owes some, or
    has sold what a bank has not decided about. Pending orders and reservations are given
    up, open offers of tickets, by the user or to the user's address, are closed. A user with
    history is anonymised: bookings and payments stay in the records, personal data is removed, with
    what was typed about the person in orders, payments and stored results. Invoices that were
    issued stay as they are, and so does who sold, for those that are still due, and a business
    that bought without tax and owes it.

    Args:
        user_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SuccessAnswer
    """

    return sync_detailed(
        user_id=user_id,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SuccessAnswer]:
    """Delete a user

     Delete a user, of an account or a guest.

    Authorization: the user, except an admin, and admins for other users. Refused with `in_use`
    while the user organizes an event that is not over, or is owed money for events, owes some, or
    has sold what a bank has not decided about. Pending orders and reservations are given
    up, open offers of tickets, by the user or to the user's address, are closed. A user with
    history is anonymised: bookings and payments stay in the records, personal data is removed, with
    what was typed about the person in orders, payments and stored results. Invoices that were
    issued stay as they are, and so does who sold, for those that are still due, and a business
    that bought without tax and owes it.

    Args:
        user_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SuccessAnswer]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    user_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | SuccessAnswer | None:
    """Delete a user

     Delete a user, of an account or a guest.

    Authorization: the user, except an admin, and admins for other users. Refused with `in_use`
    while the user organizes an event that is not over, or is owed money for events, owes some, or
    has sold what a bank has not decided about. Pending orders and reservations are given
    up, open offers of tickets, by the user or to the user's address, are closed. A user with
    history is anonymised: bookings and payments stay in the records, personal data is removed, with
    what was typed about the person in orders, payments and stored results. Invoices that were
    issued stay as they are, and so does who sold, for those that are still due, and a business
    that bought without tax and owes it.

    Args:
        user_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SuccessAnswer
    """

    return (
        await asyncio_detailed(
            user_id=user_id,
            client=client,
            prefer=prefer,
        )
    ).parsed
