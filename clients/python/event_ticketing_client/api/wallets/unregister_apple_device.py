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
    device: str,
    pass_type_id: str,
    serial: str,
    *,
    authorization: None | str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(authorization, Unset):
        headers["Authorization"] = authorization

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/apple-wallet/v1/devices/{device}/registrations/{pass_type_id}/{serial}".format(
            device=quote(str(device), safe=""),
            pass_type_id=quote(str(pass_type_id), safe=""),
            serial=quote(str(serial), safe=""),
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
    device: str,
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
) -> Response[Problem | SuccessAnswer]:
    """Unregister a device that had a pass

     Forget a phone or watch that had a pass, as Apple Wallet asks when one is removed.

    Authorization: the token in the pass. An unknown device is no error.

    Args:
        device (str):
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SuccessAnswer]
    """

    kwargs = _get_kwargs(
        device=device,
        pass_type_id=pass_type_id,
        serial=serial,
        authorization=authorization,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    device: str,
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
) -> Problem | SuccessAnswer | None:
    """Unregister a device that had a pass

     Forget a phone or watch that had a pass, as Apple Wallet asks when one is removed.

    Authorization: the token in the pass. An unknown device is no error.

    Args:
        device (str):
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SuccessAnswer
    """

    return sync_detailed(
        device=device,
        pass_type_id=pass_type_id,
        serial=serial,
        client=client,
        authorization=authorization,
    ).parsed


async def asyncio_detailed(
    device: str,
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
) -> Response[Problem | SuccessAnswer]:
    """Unregister a device that had a pass

     Forget a phone or watch that had a pass, as Apple Wallet asks when one is removed.

    Authorization: the token in the pass. An unknown device is no error.

    Args:
        device (str):
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SuccessAnswer]
    """

    kwargs = _get_kwargs(
        device=device,
        pass_type_id=pass_type_id,
        serial=serial,
        authorization=authorization,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    device: str,
    pass_type_id: str,
    serial: str,
    *,
    client: AuthenticatedClient | Client,
    authorization: None | str | Unset = UNSET,
) -> Problem | SuccessAnswer | None:
    """Unregister a device that had a pass

     Forget a phone or watch that had a pass, as Apple Wallet asks when one is removed.

    Authorization: the token in the pass. An unknown device is no error.

    Args:
        device (str):
        pass_type_id (str):
        serial (str):
        authorization (None | str | Unset): `ApplePass` and the token in the pass.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SuccessAnswer
    """

    return (
        await asyncio_detailed(
            device=device,
            pass_type_id=pass_type_id,
            serial=serial,
            client=client,
            authorization=authorization,
        )
    ).parsed
