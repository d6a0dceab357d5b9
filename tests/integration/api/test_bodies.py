"""Whose body is read, how much of it, and when it takes a place among the running requests."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.types import Message, Receive, Scope, Send

from src.application.concurrency.lanes import ClientDisconnected
from src.application.concurrency.shares import Shares
from src.domain.entities.user import Role
from src.presentation.middleware.load_shedding import (
    MAX_LARGE_BODIES,
    MAX_LARGE_BODIES_OF_USER,
    LoadShedding,
)
from src.presentation.middleware.request_body import MAX_BODY_BYTES, SMALL_BODY_BYTES
from tests.support.api import Api, Person, assert_problem

JSON = {"Content-Type": "application/json"}


class Counted:
    """A body in pieces that knows how much of it was taken."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.taken = 0

    async def pieces(self) -> AsyncIterator[bytes]:
        while self.taken < self.length:
            self.taken += 4096
            yield b" " * 4096


async def call(api: Api, path: str, body: Counted, who: Person | None, **headers: str) -> Any:
    headers = {**JSON, **headers}
    return await api.call("POST", path, who, content=body.pieces(), headers=headers)


async def test_long_body_of_nobody_is_refused_before_it_is_read(api: Api) -> None:
    body = Counted(8 * MAX_BODY_BYTES)
    announced = {"Content-Length": str(body.length)}
    assert_problem(
        await call(api, "/venues/1/seats", body, None, **announced), 413, "body_too_large"
    )
    assert body.taken == 0


async def test_long_body_of_nobody_that_is_not_announced_is_cut_off(api: Api) -> None:
    body = Counted(8 * MAX_BODY_BYTES)
    assert_problem(await call(api, "/venues/1/seats", body, None), 413, "body_too_large")
    assert body.taken <= SMALL_BODY_BYTES + 2 * 4096


async def test_long_body_with_a_wrong_token_is_refused_before_it_is_read(api: Api) -> None:
    body = Counted(MAX_BODY_BYTES)
    announced = {"Content-Length": str(body.length), "Authorization": "Bearer wrong"}
    refused = await call(api, "/venues/1/seats", body, None, **announced)
    assert_problem(refused, 401, "not_authenticated")
    assert body.taken == 0


async def test_body_of_a_customer_is_read_up_to_its_limit(api: Api, buyer: Person) -> None:
    body = Counted(MAX_BODY_BYTES - 4096)
    assert_problem(await call(api, "/bookings", body, buyer), 400, "malformed_request")
    assert body.taken == body.length
    longer = Counted(MAX_BODY_BYTES + 4096)
    announced = {"Content-Length": str(longer.length)}
    refused = await call(api, "/venues/1/seats", longer, buyer, **announced)
    assert_problem(refused, 413, "body_too_large")
    assert longer.taken == 0


async def test_short_body_of_nobody_is_read(api: Api) -> None:
    body = Counted(SMALL_BODY_BYTES)
    assert_problem(await call(api, "/auth/login", body, None), 400, "malformed_request")


class Requests:
    """Runs requests against a middleware whose application waits until it may end."""

    def __init__(self, app: FastAPI, *, max_requests: int) -> None:
        self.may_end = asyncio.Event()
        self.reached = 0
        self._app = app
        self._shedding = LoadShedding(
            self._wait, Shares(total=max_requests, each=max_requests), user_of=lambda _: None
        )

    async def _wait(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached += 1
        while (await receive()).get("more_body"):
            pass
        await self.may_end.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def run(self, bodies: list[Message], length: int, authorization: str = "") -> int:
        """The status of a request whose body comes in these messages, and then no more."""
        status = 0

        async def receive() -> Message:
            if bodies:
                return bodies.pop(0)
            await asyncio.Event().wait()
            raise AssertionError

        async def send(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)

        headers = [(b"content-length", str(length).encode())]
        if authorization:
            headers.append((b"authorization", authorization.encode()))
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/x",
            "query_string": b"",
            "headers": headers,
            "app": self._app,
            "state": {"correlation_id": "x"},
        }
        await self._shedding(scope, receive, send)
        return status


def part(body: bytes, *, is_last: bool) -> Message:
    return {"type": "http.request", "body": body, "more_body": not is_last}


async def test_slow_bodies_take_no_place_among_the_running_requests(app: FastAPI) -> None:
    requests = Requests(app, max_requests=1)
    slow = [asyncio.create_task(requests.run([part(b"x", is_last=False)], 100)) for _ in range(50)]
    requests.may_end.set()
    await asyncio.sleep(0.05)
    assert await requests.run([part(b"x", is_last=True)], 1) == 204
    assert requests.reached == 1
    for task in slow:
        task.cancel()


async def test_requests_beyond_the_limit_are_turned_away_once_their_body_is_there(
    app: FastAPI,
) -> None:
    requests = Requests(app, max_requests=1)
    first = asyncio.create_task(requests.run([part(b"x", is_last=True)], 1))
    await asyncio.sleep(0.05)
    assert await requests.run([part(b"x", is_last=False), part(b"y", is_last=True)], 2) == 503
    requests.may_end.set()
    assert await first == 204


@pytest.mark.parametrize("people", [1, MAX_LARGE_BODIES])
async def test_long_bodies_have_few_places_and_each_user_fewer(
    api: Api, app: FastAPI, people: int
) -> None:
    requests = Requests(app, max_requests=MAX_LARGE_BODIES)
    buyers = [await api.person() for _ in range(people)]
    each = MAX_LARGE_BODIES_OF_USER if people == 1 else 1
    slow = [
        asyncio.create_task(
            requests.run([part(b"x", is_last=False)], SMALL_BODY_BYTES + 1, f"Bearer {buyer.token}")
        )
        for buyer in buyers
        for _ in range(each)
    ]
    await asyncio.sleep(0.3)
    another = buyers[0] if people == 1 else await api.person()
    status = await requests.run([], SMALL_BODY_BYTES + 1, f"Bearer {another.token}")
    assert status == 503
    requests.may_end.set()
    # The places for all requests are free meanwhile.
    assert await requests.run([part(b"x", is_last=True)], 1) == 204
    for task in slow:
        task.cancel()


async def test_client_that_leaves_in_the_middle_of_its_body_reaches_nothing(app: FastAPI) -> None:
    requests = Requests(app, max_requests=1)
    with pytest.raises(ClientDisconnected):
        await requests.run([part(b"x", is_last=False), {"type": "http.disconnect"}], 100)
    assert requests.reached == 0


async def test_seats_of_an_organizer_may_be_longer_than_other_bodies(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    body = Counted(MAX_BODY_BYTES + 4096)
    assert_problem(await call(api, "/venues/1/seats", body, organizer), 400, "malformed_request")
    longer = Counted(MAX_BODY_BYTES + 4096)
    assert_problem(await call(api, "/venues", longer, organizer), 413, "body_too_large")
