"""HEAD as the middleware makes it of any application, also of one that never comes to an end."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.presentation.middleware.head import HeadAsGet, sent_method

START: Message = {"type": "http.response.start", "status": 200, "headers": [(b"etag", b'"1"')]}
PART: Message = {"type": "http.response.body", "body": b"part", "more_body": True}
EMPTY: Message = {"type": "http.response.body"}

Respond = Callable[[Send], Awaitable[None]]


def scope(method: str) -> Scope:
    return {"type": "http", "method": method, "path": "/", "headers": []}


async def nothing() -> Message:
    raise AssertionError("nobody reads a body here")


def application(respond: Respond, seen: list[Scope]) -> ASGIApp:
    """Notes the scopes it is called with, and responds."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)
        await respond(send)

    return app


async def in_parts(send: Send) -> None:
    for message in (START, PART, PART, {"type": "http.response.body", "body": b"end"}):
        await send(message)


async def answer(method: str) -> tuple[list[Message], Scope]:
    """What is sent in answer to the method, and the scope that the application saw."""
    sent: list[Message] = []
    seen: list[Scope] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await HeadAsGet(application(in_parts, seen))(scope(method), nothing, send)
    return sent, seen[0]


async def test_head_is_a_get_without_its_body() -> None:
    sent, seen = await answer("HEAD")
    assert sent == [START, EMPTY]
    assert (seen["method"], sent_method(seen)) == ("GET", "HEAD")


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_other_methods_are_answered_as_they_were(method: str) -> None:
    sent, seen = await answer(method)
    assert [message.get("body") for message in sent] == [None, b"part", b"part", b"end"]
    assert (seen["method"], sent_method(seen)) == (method, method)


async def test_head_is_complete_while_the_body_of_its_get_never_ends() -> None:
    sent: asyncio.Queue[Message] = asyncio.Queue()

    async def endless(send: Send) -> None:
        await send(START)
        while True:
            await send(PART)
            await asyncio.sleep(0)

    running = asyncio.create_task(
        HeadAsGet(application(endless, []))(scope("HEAD"), nothing, sent.put)
    )
    async with asyncio.timeout(2):
        assert [await sent.get(), await sent.get()] == [START, EMPTY]
    await asyncio.sleep(0.01)
    assert sent.empty() and not running.done()
    running.cancel()
