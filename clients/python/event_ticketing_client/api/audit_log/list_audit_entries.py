import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.audit_entry_answer import AuditEntryAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    subject: None | str | Unset = UNSET,
    subject_id: int | None | Unset = UNSET,
    actor_id: int | None | Unset = UNSET,
    action: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_subject: None | str | Unset
    if isinstance(subject, Unset):
        json_subject = UNSET
    else:
        json_subject = subject
    params["subject"] = json_subject

    json_subject_id: int | None | Unset
    if isinstance(subject_id, Unset):
        json_subject_id = UNSET
    else:
        json_subject_id = subject_id
    params["subject_id"] = json_subject_id

    json_actor_id: int | None | Unset
    if isinstance(actor_id, Unset):
        json_actor_id = UNSET
    else:
        json_actor_id = actor_id
    params["actor_id"] = json_actor_id

    json_action: None | str | Unset
    if isinstance(action, Unset):
        json_action = UNSET
    else:
        json_action = action
    params["action"] = json_action

    json_q: None | str | Unset
    if isinstance(q, Unset):
        json_q = UNSET
    else:
        json_q = q
    params["q"] = json_q

    json_date_from: None | str | Unset
    if isinstance(date_from, Unset):
        json_date_from = UNSET
    elif isinstance(date_from, datetime.datetime):
        json_date_from = date_from.isoformat()
    else:
        json_date_from = date_from
    params["date_from"] = json_date_from

    json_date_to: None | str | Unset
    if isinstance(date_to, Unset):
        json_date_to = UNSET
    elif isinstance(date_to, datetime.datetime):
        json_date_to = date_to.isoformat()
    else:
        json_date_to = date_to
    params["date_to"] = json_date_to

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/audit",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[AuditEntryAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = AuditEntryAnswer.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[Problem | list[AuditEntryAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    subject: None | str | Unset = UNSET,
    subject_id: int | None | Unset = UNSET,
    actor_id: int | None | Unset = UNSET,
    action: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[AuditEntryAnswer]]:
    """List the audit log

     List who changed what and when, newest first, with the values before and after.

    Authorization: admins. `subject_id` needs its `subject`. `q` is part of an action or of a
    value, or a correlation id. An entry without an actor was made by the system or a payment
    provider.

    Args:
        subject (None | str | Unset): What changed: `event`, `order` …
        subject_id (int | None | Unset):
        actor_id (int | None | Unset): Who changed it.
        action (None | str | Unset): Such as `event.updated`.
        q (None | str | Unset): Part of an action or of a value, or a correlation id.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[AuditEntryAnswer]]
    """

    kwargs = _get_kwargs(
        subject=subject,
        subject_id=subject_id,
        actor_id=actor_id,
        action=action,
        q=q,
        date_from=date_from,
        date_to=date_to,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    subject: None | str | Unset = UNSET,
    subject_id: int | None | Unset = UNSET,
    actor_id: int | None | Unset = UNSET,
    action: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[AuditEntryAnswer] | None:
    """List the audit log

     List who changed what and when, newest first, with the values before and after.

    Authorization: admins. `subject_id` needs its `subject`. `q` is part of an action or of a
    value, or a correlation id. An entry without an actor was made by the system or a payment
    provider.

    Args:
        subject (None | str | Unset): What changed: `event`, `order` …
        subject_id (int | None | Unset):
        actor_id (int | None | Unset): Who changed it.
        action (None | str | Unset): Such as `event.updated`.
        q (None | str | Unset): Part of an action or of a value, or a correlation id.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[AuditEntryAnswer]
    """

    return sync_detailed(
        client=client,
        subject=subject,
        subject_id=subject_id,
        actor_id=actor_id,
        action=action,
        q=q,
        date_from=date_from,
        date_to=date_to,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    subject: None | str | Unset = UNSET,
    subject_id: int | None | Unset = UNSET,
    actor_id: int | None | Unset = UNSET,
    action: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[AuditEntryAnswer]]:
    """List the audit log

     List who changed what and when, newest first, with the values before and after.

    Authorization: admins. `subject_id` needs its `subject`. `q` is part of an action or of a
    value, or a correlation id. An entry without an actor was made by the system or a payment
    provider.

    Args:
        subject (None | str | Unset): What changed: `event`, `order` …
        subject_id (int | None | Unset):
        actor_id (int | None | Unset): Who changed it.
        action (None | str | Unset): Such as `event.updated`.
        q (None | str | Unset): Part of an action or of a value, or a correlation id.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[AuditEntryAnswer]]
    """

    kwargs = _get_kwargs(
        subject=subject,
        subject_id=subject_id,
        actor_id=actor_id,
        action=action,
        q=q,
        date_from=date_from,
        date_to=date_to,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    subject: None | str | Unset = UNSET,
    subject_id: int | None | Unset = UNSET,
    actor_id: int | None | Unset = UNSET,
    action: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[AuditEntryAnswer] | None:
    """List the audit log

     List who changed what and when, newest first, with the values before and after.

    Authorization: admins. `subject_id` needs its `subject`. `q` is part of an action or of a
    value, or a correlation id. An entry without an actor was made by the system or a payment
    provider.

    Args:
        subject (None | str | Unset): What changed: `event`, `order` …
        subject_id (int | None | Unset):
        actor_id (int | None | Unset): Who changed it.
        action (None | str | Unset): Such as `event.updated`.
        q (None | str | Unset): Part of an action or of a value, or a correlation id.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[AuditEntryAnswer]
    """

    return (
        await asyncio_detailed(
            client=client,
            subject=subject,
            subject_id=subject_id,
            actor_id=actor_id,
            action=action,
            q=q,
            date_from=date_from,
            date_to=date_to,
            limit=limit,
            cursor=cursor,
            prefer=prefer,
        )
    ).parsed
