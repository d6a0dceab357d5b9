from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.updated_passes_answer import UpdatedPassesAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    device: str,
    pass_type_id: str,
    *,
    passes_updated_since: int | Unset = 0,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["passesUpdatedSince"] = passes_updated_since

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/apple-wallet/v1/devices/{device}/registrations/{pass_type_id}".format(
            device=quote(str(device), safe=""),
            pass_type_id=quote(str(pass_type_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | UpdatedPassesAnswer | None:
    if response.status_code == 200:
        response_200 = UpdatedPassesAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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
) -> Response[Any | Problem | UpdatedPassesAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    device: str,
    pass_type_id: str,
    *,
    client: AuthenticatedClient | Client,
    passes_updated_since: int | Unset = 0,
) -> Response[Any | Problem | UpdatedPassesAnswer]:
    """List the passes of a device that have changed

     List the passes on a device whose ticket or event has changed, as Apple Wallet asks.

    Authorization: callers that know the device's name, which Apple makes hard to guess. 204 if
    there are none.

    Args:
        device (str):
        pass_type_id (str):
        passes_updated_since (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | UpdatedPassesAnswer]
    """

    kwargs = _get_kwargs(
        device=device,
        pass_type_id=pass_type_id,
        passes_updated_since=passes_updated_since,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    device: str,
    pass_type_id: str,
    *,
    client: AuthenticatedClient | Client,
    passes_updated_since: int | Unset = 0,
) -> Any | Problem | UpdatedPassesAnswer | None:
    """List the passes of a device that have changed

     List the passes on a device whose ticket or event has changed, as Apple Wallet asks.

    Authorization: callers that know the device's name, which Apple makes hard to guess. 204 if
    there are none.

    Args:
        device (str):
        pass_type_id (str):
        passes_updated_since (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | UpdatedPassesAnswer
    """

    return sync_detailed(
        device=device,
        pass_type_id=pass_type_id,
        client=client,
        passes_updated_since=passes_updated_since,
    ).parsed


async def asyncio_detailed(
    device: str,
    pass_type_id: str,
    *,
    client: AuthenticatedClient | Client,
    passes_updated_since: int | Unset = 0,
) -> Response[Any | Problem | UpdatedPassesAnswer]:
    """List the passes of a device that have changed

     List the passes on a device whose ticket or event has changed, as Apple Wallet asks.

    Authorization: callers that know the device's name, which Apple makes hard to guess. 204 if
    there are none.

    Args:
        device (str):
        pass_type_id (str):
        passes_updated_since (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | UpdatedPassesAnswer]
    """

    kwargs = _get_kwargs(
        device=device,
        pass_type_id=pass_type_id,
        passes_updated_since=passes_updated_since,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    device: str,
    pass_type_id: str,
    *,
    client: AuthenticatedClient | Client,
    passes_updated_since: int | Unset = 0,
) -> Any | Problem | UpdatedPassesAnswer | None:
    """List the passes of a device that have changed

     List the passes on a device whose ticket or event has changed, as Apple Wallet asks.

    Authorization: callers that know the device's name, which Apple makes hard to guess. 204 if
    there are none.

    Args:
        device (str):
        pass_type_id (str):
        passes_updated_since (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | UpdatedPassesAnswer
    """

    return (
        await asyncio_detailed(
            device=device,
            pass_type_id=pass_type_id,
            client=client,
            passes_updated_since=passes_updated_since,
        )
    ).parsed
