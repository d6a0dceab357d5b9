from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.bank_account_answer import BankAccountAnswer
from ...models.bank_account_body import BankAccountBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    user_id: int,
    *,
    body: BankAccountBody,
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
        "url": "/api/v1/bank-accounts/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BankAccountAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = BankAccountAnswer.from_dict(response.json())

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
) -> Response[BankAccountAnswer | Problem]:
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
    body: BankAccountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[BankAccountAnswer | Problem]:
    """Set an organizer's bank account

     Say to which bank account an organizer is paid, in place of what was said before.

    An IBAN, or bank and number where the country has none.

    Authorization: the organizer, and admins. Refused with `stale_version` if `If-Match` is not the
    stored version.

    Args:
        user_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (BankAccountBody): Where an organizer is paid: all of it, in place of what was said
            before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BankAccountAnswer | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        body=body,
        if_match=if_match,
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
    body: BankAccountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> BankAccountAnswer | Problem | None:
    """Set an organizer's bank account

     Say to which bank account an organizer is paid, in place of what was said before.

    An IBAN, or bank and number where the country has none.

    Authorization: the organizer, and admins. Refused with `stale_version` if `If-Match` is not the
    stored version.

    Args:
        user_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (BankAccountBody): Where an organizer is paid: all of it, in place of what was said
            before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BankAccountAnswer | Problem
    """

    return sync_detailed(
        user_id=user_id,
        client=client,
        body=body,
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: BankAccountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[BankAccountAnswer | Problem]:
    """Set an organizer's bank account

     Say to which bank account an organizer is paid, in place of what was said before.

    An IBAN, or bank and number where the country has none.

    Authorization: the organizer, and admins. Refused with `stale_version` if `If-Match` is not the
    stored version.

    Args:
        user_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (BankAccountBody): Where an organizer is paid: all of it, in place of what was said
            before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BankAccountAnswer | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: BankAccountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> BankAccountAnswer | Problem | None:
    """Set an organizer's bank account

     Say to which bank account an organizer is paid, in place of what was said before.

    An IBAN, or bank and number where the country has none.

    Authorization: the organizer, and admins. Refused with `stale_version` if `If-Match` is not the
    stored version.

    Args:
        user_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (BankAccountBody): Where an organizer is paid: all of it, in place of what was said
            before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BankAccountAnswer | Problem
    """

    return (
        await asyncio_detailed(
            user_id=user_id,
            client=client,
            body=body,
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
