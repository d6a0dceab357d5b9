from http import HTTPStatus
from io import BytesIO
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    pass_type_id: str,
    serial: str,
    *,
    authorization: None | str | Unset = UNSET,
    if_modified_since: None | str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(authorization, Unset):
        headers["Authorization"] = authorization

    if not isinstance(if_modified_since, Unset):
        headers["If-Modified-Since"] = if_modified_since

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/apple-wallet/v1/passes/{pass_type_id}/{serial}".format(
            pass_type_id=quote(str(pass_type_id), safe=""),
            serial=quote(str(serial), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | File | Problem | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Any | File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
    if_modified_since: None | str | Unset = UNSET,
) -> Response[Any | File | Problem]:
    """Get the newest state of a pass

     Get the newest state of a pass, as Apple Wallet asks when its holder pulls it down.

    Authorization: the token in the pass. The pass of a cancelled ticket is marked as void.

    Args:
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.
        if_modified_since (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | File | Problem]
    """

    kwargs = _get_kwargs(
        pass_type_id=pass_type_id,
        serial=serial,
        authorization=authorization,
        if_modified_since=if_modified_since,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
    if_modified_since: None | str | Unset = UNSET,
) -> Any | File | Problem | None:
    """Get the newest state of a pass

     Get the newest state of a pass, as Apple Wallet asks when its holder pulls it down.

    Authorization: the token in the pass. The pass of a cancelled ticket is marked as void.

    Args:
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.
        if_modified_since (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | File | Problem
    """

    return sync_detailed(
        pass_type_id=pass_type_id,
        serial=serial,
        client=client,
        authorization=authorization,
        if_modified_since=if_modified_since,
    ).parsed


async def asyncio_detailed(
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
    if_modified_since: None | str | Unset = UNSET,
) -> Response[Any | File | Problem]:
    """Get the newest state of a pass

     Get the newest state of a pass, as Apple Wallet asks when its holder pulls it down.

    Authorization: the token in the pass. The pass of a cancelled ticket is marked as void.

    Args:
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.
        if_modified_since (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | File | Problem]
    """

    kwargs = _get_kwargs(
        pass_type_id=pass_type_id,
        serial=serial,
        authorization=authorization,
        if_modified_since=if_modified_since,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
    if_modified_since: None | str | Unset = UNSET,
) -> Any | File | Problem | None:
    """Get the newest state of a pass

     Get the newest state of a pass, as Apple Wallet asks when its holder pulls it down.

    Authorization: the token in the pass. The pass of a cancelled ticket is marked as void.

    Args:
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.
        if_modified_since (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | File | Problem
    """

    return (
        await asyncio_detailed(
            pass_type_id=pass_type_id,
            serial=serial,
            client=client,
            authorization=authorization,
            if_modified_since=if_modified_since,
        )
    ).parsed
