from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.code_batch_body import CodeBatchBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: CodeBatchBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/discounts/batch",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | str | None:
    if response.status_code == 201:
        response_201 = response.text
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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CodeBatchBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Create many discount codes

     Create up to 10,000 discount codes of the same terms, all of them or none.

    They are made up from a cryptographic source, without characters that are easily confused, or
    are a list of one's own. Unless `max_uses` says otherwise, each can be used once.

    Authorization: organizers for their own events; admins for any, or for all events. Refused
    with `validation_failed` for codes of a list that are wrong, given twice, or taken by another
    code of their owner. Safe to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (CodeBatchBody): Many codes of the same terms: a `number` of random ones, or `codes`
            of one's own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: CodeBatchBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Create many discount codes

     Create up to 10,000 discount codes of the same terms, all of them or none.

    They are made up from a cryptographic source, without characters that are easily confused, or
    are a list of one's own. Unless `max_uses` says otherwise, each can be used once.

    Authorization: organizers for their own events; admins for any, or for all events. Refused
    with `validation_failed` for codes of a list that are wrong, given twice, or taken by another
    code of their owner. Safe to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (CodeBatchBody): Many codes of the same terms: a `number` of random ones, or `codes`
            of one's own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CodeBatchBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Create many discount codes

     Create up to 10,000 discount codes of the same terms, all of them or none.

    They are made up from a cryptographic source, without characters that are easily confused, or
    are a list of one's own. Unless `max_uses` says otherwise, each can be used once.

    Authorization: organizers for their own events; admins for any, or for all events. Refused
    with `validation_failed` for codes of a list that are wrong, given twice, or taken by another
    code of their owner. Safe to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (CodeBatchBody): Many codes of the same terms: a `number` of random ones, or `codes`
            of one's own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CodeBatchBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Create many discount codes

     Create up to 10,000 discount codes of the same terms, all of them or none.

    They are made up from a cryptographic source, without characters that are easily confused, or
    are a list of one's own. Unless `max_uses` says otherwise, each can be used once.

    Authorization: organizers for their own events; admins for any, or for all events. Refused
    with `validation_failed` for codes of a list that are wrong, given twice, or taken by another
    code of their owner. Safe to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (CodeBatchBody): Many codes of the same terms: a `number` of random ones, or `codes`
            of one's own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
