from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key_with_secret_answer import ApiKeyWithSecretAnswer
from ...models.create_api_key_body import CreateApiKeyBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: CreateApiKeyBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/api-keys",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ApiKeyWithSecretAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = ApiKeyWithSecretAnswer.from_dict(response.json())

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
) -> Response[ApiKeyWithSecretAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateApiKeyBody,
    prefer: str | Unset = UNSET,
) -> Response[ApiKeyWithSecretAnswer | Problem]:
    """Create an API key

     Make a key with which a program acts as you, for what its scopes are open to.

    Authorization: any user who is logged in, for themselves; the scope `users:write` only
    admins (`forbidden`). The `secret` is shown this once; send it as `X-API-Key`. What you may not
    do, the key may not do either, whatever its scopes. Refused with `duplicate` if you have a key
    of that name, and with `in_use` if you have 50 keys already. A new password and a log-out end
    no key; the end of the account does.

    Args:
        prefer (str | Unset):
        body (CreateApiKeyBody): What the key is for, and when it ends.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApiKeyWithSecretAnswer | Problem]
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
    client: AuthenticatedClient,
    body: CreateApiKeyBody,
    prefer: str | Unset = UNSET,
) -> ApiKeyWithSecretAnswer | Problem | None:
    """Create an API key

     Make a key with which a program acts as you, for what its scopes are open to.

    Authorization: any user who is logged in, for themselves; the scope `users:write` only
    admins (`forbidden`). The `secret` is shown this once; send it as `X-API-Key`. What you may not
    do, the key may not do either, whatever its scopes. Refused with `duplicate` if you have a key
    of that name, and with `in_use` if you have 50 keys already. A new password and a log-out end
    no key; the end of the account does.

    Args:
        prefer (str | Unset):
        body (CreateApiKeyBody): What the key is for, and when it ends.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApiKeyWithSecretAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateApiKeyBody,
    prefer: str | Unset = UNSET,
) -> Response[ApiKeyWithSecretAnswer | Problem]:
    """Create an API key

     Make a key with which a program acts as you, for what its scopes are open to.

    Authorization: any user who is logged in, for themselves; the scope `users:write` only
    admins (`forbidden`). The `secret` is shown this once; send it as `X-API-Key`. What you may not
    do, the key may not do either, whatever its scopes. Refused with `duplicate` if you have a key
    of that name, and with `in_use` if you have 50 keys already. A new password and a log-out end
    no key; the end of the account does.

    Args:
        prefer (str | Unset):
        body (CreateApiKeyBody): What the key is for, and when it ends.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApiKeyWithSecretAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CreateApiKeyBody,
    prefer: str | Unset = UNSET,
) -> ApiKeyWithSecretAnswer | Problem | None:
    """Create an API key

     Make a key with which a program acts as you, for what its scopes are open to.

    Authorization: any user who is logged in, for themselves; the scope `users:write` only
    admins (`forbidden`). The `secret` is shown this once; send it as `X-API-Key`. What you may not
    do, the key may not do either, whatever its scopes. Refused with `duplicate` if you have a key
    of that name, and with `in_use` if you have 50 keys already. A new password and a log-out end
    no key; the end of the account does.

    Args:
        prefer (str | Unset):
        body (CreateApiKeyBody): What the key is for, and when it ends.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApiKeyWithSecretAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
