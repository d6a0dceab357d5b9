from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key_with_secret_answer import ApiKeyWithSecretAnswer
from ...models.problem import Problem
from ...models.rotate_api_key_body import RotateApiKeyBody
from ...types import UNSET, Response, Unset


def _get_kwargs(
    api_key_id: int,
    *,
    body: RotateApiKeyBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/api-keys/{api_key_id}/rotate".format(
            api_key_id=quote(str(api_key_id), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ApiKeyWithSecretAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = ApiKeyWithSecretAnswer.from_dict(response.json())

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
) -> Response[ApiKeyWithSecretAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    api_key_id: int,
    *,
    client: AuthenticatedClient,
    body: RotateApiKeyBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[ApiKeyWithSecretAnswer | Problem]:
    """Rotate the secret of an API key

     Give an API key a new secret, which is shown this once.

    Authorization: its user, and nobody else, since the secret speaks for them. The old secret
    works for the `grace` too, by default a day, so that programs can change over without a pause;
    with `PT0M` every earlier secret ends at once. Refused with `invalid_state` if the key has
    ended, or if the secret before the present one still works, which would have to end earlier
    than was said.

    Args:
        api_key_id (int):
        prefer (str | Unset):
        body (RotateApiKeyBody | Unset): How long the old secret works beside the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApiKeyWithSecretAnswer | Problem]
    """

    kwargs = _get_kwargs(
        api_key_id=api_key_id,
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    api_key_id: int,
    *,
    client: AuthenticatedClient,
    body: RotateApiKeyBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> ApiKeyWithSecretAnswer | Problem | None:
    """Rotate the secret of an API key

     Give an API key a new secret, which is shown this once.

    Authorization: its user, and nobody else, since the secret speaks for them. The old secret
    works for the `grace` too, by default a day, so that programs can change over without a pause;
    with `PT0M` every earlier secret ends at once. Refused with `invalid_state` if the key has
    ended, or if the secret before the present one still works, which would have to end earlier
    than was said.

    Args:
        api_key_id (int):
        prefer (str | Unset):
        body (RotateApiKeyBody | Unset): How long the old secret works beside the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApiKeyWithSecretAnswer | Problem
    """

    return sync_detailed(
        api_key_id=api_key_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    api_key_id: int,
    *,
    client: AuthenticatedClient,
    body: RotateApiKeyBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[ApiKeyWithSecretAnswer | Problem]:
    """Rotate the secret of an API key

     Give an API key a new secret, which is shown this once.

    Authorization: its user, and nobody else, since the secret speaks for them. The old secret
    works for the `grace` too, by default a day, so that programs can change over without a pause;
    with `PT0M` every earlier secret ends at once. Refused with `invalid_state` if the key has
    ended, or if the secret before the present one still works, which would have to end earlier
    than was said.

    Args:
        api_key_id (int):
        prefer (str | Unset):
        body (RotateApiKeyBody | Unset): How long the old secret works beside the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApiKeyWithSecretAnswer | Problem]
    """

    kwargs = _get_kwargs(
        api_key_id=api_key_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    api_key_id: int,
    *,
    client: AuthenticatedClient,
    body: RotateApiKeyBody | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> ApiKeyWithSecretAnswer | Problem | None:
    """Rotate the secret of an API key

     Give an API key a new secret, which is shown this once.

    Authorization: its user, and nobody else, since the secret speaks for them. The old secret
    works for the `grace` too, by default a day, so that programs can change over without a pause;
    with `PT0M` every earlier secret ends at once. Refused with `invalid_state` if the key has
    ended, or if the secret before the present one still works, which would have to end earlier
    than was said.

    Args:
        api_key_id (int):
        prefer (str | Unset):
        body (RotateApiKeyBody | Unset): How long the old secret works beside the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApiKeyWithSecretAnswer | Problem
    """

    return (
        await asyncio_detailed(
            api_key_id=api_key_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
