"""Slow, greedy and broken clients of the HTTP protocol, over real sockets."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from starlette.types import Receive, Scope, Send

from src.presentation.server.protocol import (
    BODY_SECONDS,
    HEAD_SECONDS,
    MAX_HEAD_BYTES,
    MAX_HEADERS,
    MAX_MESSAGE_BYTES,
    MAX_PIPELINED,
    READING_SECONDS,
)
from tests.support.wire import WireServer, wire_server

GET = b"GET / HTTP/1.1\r\nHost: test\r\n\r\n"
HEAD = b"GET / HTTP/1.1\r\nHost: test\r\n"
POST = b"POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\n"
LARGE = 50_000_000
LATE = 0.5


class App:
    """Answers with the length of what was sent; `/large` with more than a socket takes."""

    def __init__(self) -> None:
        self.started = 0
        self.left = 0
        self.may_go_on = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.started += 1
        length = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.left += 1
                return
            length += len(message["body"])
            if not message["more_body"]:
                break
        if scope["path"] == "/wait":
            await self.may_go_on.wait()
        body = b"x" * LARGE if scope["path"] == "/large" else str(length).encode()
        headers = [(b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
async def server(app: App) -> AsyncIterator[WireServer]:
    async with wire_server(app) as server:
        yield server


async def test_requests_follow_each_other_on_one_connection(server: WireServer) -> None:
    client = await server.connect()
    for _ in range(3):
        await client.send(GET)
        assert (await client.answer())[::2] == (200, b"0")
    client.close()


async def test_answers_do_not_name_the_server(server: WireServer) -> None:
    client = await server.connect()
    await client.send(GET)
    assert "server" not in (await client.answer())[1]
    client.close()


@pytest.mark.parametrize("sent", [b"", b"GET ", HEAD, b"\r\n"])
async def test_head_that_does_not_come_whole_in_time_is_given_up(
    server: WireServer, app: App, sent: bytes
) -> None:
    client = await server.connect()
    await client.send(sent)
    await server.pass_time(HEAD_SECONDS - LATE)
    assert client.is_open()
    await server.pass_time(HEAD_SECONDS + LATE)
    assert (await client.refusal())["code"] == "request_timeout"
    assert app.started == 0
    assert len(server.register) == 0


@pytest.mark.parametrize("sent", [b"G", b"\r\n"])
async def test_next_head_that_does_not_come_whole_in_time_is_given_up(
    server: WireServer, sent: bytes
) -> None:
    client = await server.connect()
    await client.send(GET)
    await client.answer()
    await client.send(sent)
    await server.pass_time(HEAD_SECONDS + LATE)
    assert (await client.refusal())["code"] == "request_timeout"


async def test_head_that_drips_does_not_win_time(server: WireServer) -> None:
    client = await server.connect()
    for byte in HEAD:
        await client.send(bytes([byte]))
    await server.pass_time(HEAD_SECONDS - LATE / 5)
    assert (await client.refusal())["code"] == "request_timeout"


async def test_body_that_does_not_come_whole_in_time_is_given_up(
    server: WireServer, app: App
) -> None:
    client = await server.connect()
    await client.send(POST + b"x")
    await server.pass_time(BODY_SECONDS - LATE)
    assert client.is_open()
    await server.pass_time(BODY_SECONDS + LATE)
    assert (await client.refusal())["code"] == "request_timeout"
    assert app.left == 1


async def test_body_has_more_time_the_more_of_it_has_come(server: WireServer) -> None:
    client = await server.connect()
    await client.send(POST.replace(b"100000", b"1000000"))
    await client.send(b"x" * 640 * 1024)
    await server.pass_time(BODY_SECONDS + 9)
    assert client.is_open()
    await server.pass_time(BODY_SECONDS + 12)
    assert (await client.refusal())["code"] == "request_timeout"


async def test_answer_that_takes_long_is_waited_for(server: WireServer, app: App) -> None:
    client = await server.connect()
    await client.send(GET.replace(b"/ ", b"/wait "))
    await server.pass_time(1000)
    app.may_go_on.set()
    assert (await client.answer())[0] == 200
    client.close()


async def test_client_that_does_not_read_its_answer_is_given_up(server: WireServer) -> None:
    client = await server.connect()
    client.writer.transport.pause_reading()  # type: ignore[attr-defined]
    await client.send(GET.replace(b"/ ", b"/large "))
    await server.pass_time(READING_SECONDS - LATE)
    assert len(server.register) == 1
    await server.pass_time(READING_SECONDS + LATE)
    assert len(server.register) == 0
    client.close()


async def test_client_that_reads_slowly_but_steadily_gets_its_answer(server: WireServer) -> None:
    client = await server.connect()
    await client.send(GET.replace(b"/ ", b"/large "))
    read = 0
    # Each piece is some progress, at each of which ten seconds have passed.
    while read < LARGE // 2:
        read += len(await client.reader.readexactly(LARGE // 20))
        await server.pass_time(READING_SECONDS - LATE)
    assert len(server.register) == 1
    client.close()


async def test_idle_connection_that_nobody_writes_on_is_not_dropped_by_the_register(
    server: WireServer,
) -> None:
    client = await server.connect()
    await client.send(GET)
    await client.answer()
    await server.pass_time(3600)
    assert len(server.register) == 1
    client.close()


async def test_head_beyond_its_size_is_refused_before_it_ends(server: WireServer, app: App) -> None:
    client = await server.connect()
    await client.send(HEAD + b"X-Long: " + b"x" * MAX_HEAD_BYTES)
    assert (await client.refusal())["code"] == "head_too_large"
    assert app.started == 0


@pytest.mark.parametrize("first", [b"", GET])
async def test_whole_head_beyond_its_size_is_refused(
    server: WireServer, app: App, first: bytes
) -> None:
    client = await server.connect()
    await client.send(first + HEAD + b"X-Long: " + b"x" * MAX_HEAD_BYTES + b"\r\n\r\n")
    if first:
        # The connection may be gone before the first answer was given.
        assert await client.reader.read(1) in (b"", b"H")
    else:
        assert (await client.refusal())["code"] == "head_too_large"
    assert app.started <= len(first)


async def test_head_with_too_many_headers_is_refused(server: WireServer, app: App) -> None:
    client = await server.connect()
    lines = b"".join(b"X-%d: 1\r\n" % number for number in range(MAX_HEADERS))
    await client.send(HEAD + lines + b"\r\n")
    assert (await client.refusal())["code"] == "head_too_large"
    assert app.started == 0


async def test_head_and_large_body_may_come_in_one_piece(server: WireServer) -> None:
    client = await server.connect()
    await client.send(POST + b"x" * 100_000)
    assert (await client.answer())[2] == b"100000"
    client.close()


async def test_body_without_end_is_cut_off(server: WireServer) -> None:
    client = await server.connect()
    length = str(MAX_MESSAGE_BYTES * 2).encode()
    await client.send(POST.replace(b"100000", length))
    with pytest.raises(ConnectionError):
        for _ in range(MAX_MESSAGE_BYTES * 2 // 65536):
            await client.send(b"x" * 65536)
    client.close()


async def test_requests_that_do_not_wait_for_answers_are_few(server: WireServer, app: App) -> None:
    client = await server.connect()
    await client.send(GET.replace(b"/ ", b"/wait ") * (MAX_PIPELINED * 3))
    assert app.started <= 1
    assert (await client.reader.read(15)) in (b"", b"HTTP/1.1 431 Re")
    client.close()


async def test_what_is_not_http_is_refused_in_the_one_form(server: WireServer) -> None:
    client = await server.connect()
    await client.send(b"nonsense\r\n\r\n")
    assert (await client.refusal())["code"] == "malformed_request"


async def test_upgrade_to_a_web_socket_is_answered_as_a_plain_request(server: WireServer) -> None:
    client = await server.connect()
    await client.send(
        HEAD + b"Connection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n"
    )
    assert (await client.answer())[0] == 200
    client.close()
