from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.reset_password_body import ResetPasswordBody
from ...models.success_answer import SuccessAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ResetPasswordBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/reset-password",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SuccessAnswer | None:
    if response.status_code == 200:
        response_200 = SuccessAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

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
) -> Response[Problem | SuccessAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ResetPasswordBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SuccessAnswer]:
    """Choose a new password

     Choose a new password with the token that was sent to the e-mail address.

    Authorization: the token, which works once, for an hour. Refused with `not_authenticated` if
    it is invalid, was used, or the password or address changed since, `token_expired` if it is
    too old, `validation_failed` if the password is easy to guess. Ends all sessions of the user,
    and confirms the e-mail address, to which the token was sent.

    Args:
        prefer (str | Unset):
        body (ResetPasswordBody): The token of the mail, and the new password.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SuccessAnswer]
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
    body: ResetPasswordBody,
    prefer: str | Unset = UNSET,
) -> Problem | SuccessAnswer | None:
    """Choose a new password

     Choose a new password with the token that was sent to the e-mail address.

    Authorization: the token, which works once, for an hour. Refused with `not_authenticated` if
    it is invalid, was used, or the password or address changed since, `token_expired` if it is
    too old, `validation_failed` if the password is easy to guess. Ends all sessions of the user,
    and confirms the e-mail address, to which the token was sent.

    Args:
        prefer (str | Unset):
        body (ResetPasswordBody): The token of the mail, and the new password.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SuccessAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ResetPasswordBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | SuccessAnswer]:
    """Choose a new password

     Choose a new password with the token that was sent to the e-mail address.

    Authorization: the token, which works once, for an hour. Refused with `not_authenticated` if
    it is invalid, was used, or the password or address changed since, `token_expired` if it is
    too old, `validation_failed` if the password is easy to guess. Ends all sessions of the user,
    and confirms the e-mail address, to which the token was sent.

    Args:
        prefer (str | Unset):
        body (ResetPasswordBody): The token of the mail, and the new password.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SuccessAnswer]
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
    body: ResetPasswordBody,
    prefer: str | Unset = UNSET,
) -> Problem | SuccessAnswer | None:
    """Choose a new password

     Choose a new password with the token that was sent to the e-mail address.

    Authorization: the token, which works once, for an hour. Refused with `not_authenticated` if
    it is invalid, was used, or the password or address changed since, `token_expired` if it is
    too old, `validation_failed` if the password is easy to guess. Ends all sessions of the user,
    and confirms the e-mail address, to which the token was sent.

    Args:
        prefer (str | Unset):
        body (ResetPasswordBody): The token of the mail, and the new password.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SuccessAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
