from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.session_answer import SessionAnswer
from ...models.sign_up_body import SignUpBody
from ...models.success_answer import SuccessAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: SignUpBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/signup",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SessionAnswer | SuccessAnswer | None:
    if response.status_code == 201:
        response_201 = SessionAnswer.from_dict(response.json())

        return response_201

    if response.status_code == 202:
        response_202 = SuccessAnswer.from_dict(response.json())

        return response_202

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

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
) -> Response[Problem | SessionAnswer | SuccessAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SignUpBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SessionAnswer | SuccessAnswer]:
    """Sign up

     Create an account and log in to it.

    Authorization: none. The new user is a customer; `name` defaults to the local part of the
    e-mail address. Refused with `duplicate` if e-mail or phone is in use, `validation_failed` if
    the password is easy to guess. If the service requires the e-mail address to be confirmed, it
    responds with 202 and sends a mail, and the user can log in once it is confirmed; signing up
    again until then replaces the account.

    Args:
        prefer (str | Unset):
        body (SignUpBody): A new customer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SessionAnswer | SuccessAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: SignUpBody,
    prefer: str | Unset = UNSET,
) -> Problem | SessionAnswer | SuccessAnswer | None:
    """Sign up

     Create an account and log in to it.

    Authorization: none. The new user is a customer; `name` defaults to the local part of the
    e-mail address. Refused with `duplicate` if e-mail or phone is in use, `validation_failed` if
    the password is easy to guess. If the service requires the e-mail address to be confirmed, it
    responds with 202 and sends a mail, and the user can log in once it is confirmed; signing up
    again until then replaces the account.

    Args:
        prefer (str | Unset):
        body (SignUpBody): A new customer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SessionAnswer | SuccessAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SignUpBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SessionAnswer | SuccessAnswer]:
    """Sign up

     Create an account and log in to it.

    Authorization: none. The new user is a customer; `name` defaults to the local part of the
    e-mail address. Refused with `duplicate` if e-mail or phone is in use, `validation_failed` if
    the password is easy to guess. If the service requires the e-mail address to be confirmed, it
    responds with 202 and sends a mail, and the user can log in once it is confirmed; signing up
    again until then replaces the account.

    Args:
        prefer (str | Unset):
        body (SignUpBody): A new customer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SessionAnswer | SuccessAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: SignUpBody,
    prefer: str | Unset = UNSET,
) -> Problem | SessionAnswer | SuccessAnswer | None:
    """Sign up

     Create an account and log in to it.

    Authorization: none. The new user is a customer; `name` defaults to the local part of the
    e-mail address. Refused with `duplicate` if e-mail or phone is in use, `validation_failed` if
    the password is easy to guess. If the service requires the e-mail address to be confirmed, it
    responds with 202 and sends a mail, and the user can log in once it is confirmed; signing up
    again until then replaces the account.

    Args:
        prefer (str | Unset):
        body (SignUpBody): A new customer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SessionAnswer | SuccessAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
