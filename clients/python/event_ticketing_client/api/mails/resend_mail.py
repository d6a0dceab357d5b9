from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.mail_answer import MailAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    mail_id: int,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/mails/{mail_id}/send-again".format(
            mail_id=quote(str(mail_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> MailAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = MailAnswer.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

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
) -> Response[MailAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    mail_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[MailAnswer | Problem]:
    """Send a mail again

     Send a mail again: one that was refused or given up, may not have arrived, or got lost.

    Authorization: the organizer of an event that the mail is about, and admins. Refused with
    `invalid_state` while the mail is about to be sent. It goes to the address that the recipient
    has now, with what is true now; a mail that would not be true any more is given up.

    Args:
        mail_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MailAnswer | Problem]
    """

    kwargs = _get_kwargs(
        mail_id=mail_id,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    mail_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> MailAnswer | Problem | None:
    """Send a mail again

     Send a mail again: one that was refused or given up, may not have arrived, or got lost.

    Authorization: the organizer of an event that the mail is about, and admins. Refused with
    `invalid_state` while the mail is about to be sent. It goes to the address that the recipient
    has now, with what is true now; a mail that would not be true any more is given up.

    Args:
        mail_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MailAnswer | Problem
    """

    return sync_detailed(
        mail_id=mail_id,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    mail_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[MailAnswer | Problem]:
    """Send a mail again

     Send a mail again: one that was refused or given up, may not have arrived, or got lost.

    Authorization: the organizer of an event that the mail is about, and admins. Refused with
    `invalid_state` while the mail is about to be sent. It goes to the address that the recipient
    has now, with what is true now; a mail that would not be true any more is given up.

    Args:
        mail_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MailAnswer | Problem]
    """

    kwargs = _get_kwargs(
        mail_id=mail_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    mail_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> MailAnswer | Problem | None:
    """Send a mail again

     Send a mail again: one that was refused or given up, may not have arrived, or got lost.

    Authorization: the organizer of an event that the mail is about, and admins. Refused with
    `invalid_state` while the mail is about to be sent. It goes to the address that the recipient
    has now, with what is true now; a mail that would not be true any more is given up.

    Args:
        mail_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MailAnswer | Problem
    """

    return (
        await asyncio_detailed(
            mail_id=mail_id,
            client=client,
            prefer=prefer,
        )
    ).parsed
