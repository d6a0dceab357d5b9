"""How many connections there may be, over real sockets."""

import pytest
from starlette.types import Receive, Scope, Send

from src.presentation.server.connections import MAX_UNSENT_BYTES, ConnectionLimits, Connections
from src.presentation.utils.client import client_key
from tests.support.wire import Wire, WireServer, wire_server

GET = b"GET / HTTP/1.1\r\nHost: test\r\n\r\n"


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    headers = [(b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def filled(server: WireServer, number: int) -> list[Wire]:
    clients = [await server.connect() for _ in range(number)]
    for client in clients:
        await client.send(GET)
        assert (await client.answer())[0] == 200
    return clients


async def test_connection_beyond_all_is_refused_until_another_ends() -> None:
    async with wire_server(app, total=2) as server:
        first, _ = await filled(server, 2)
        problem = await (await server.connect()).refusal()
        assert (problem["status"], problem["code"]) == (503, "unavailable")
        first.close()
        await server.pass_time(0)
        await filled(server, 1)


async def test_connection_beyond_those_of_its_client_is_refused_until_another_ends() -> None:
    async with wire_server(app, per_client=2) as server:
        first, _ = await filled(server, 2)
        assert (await (await server.connect()).refusal())["code"] == "unavailable"
        assert len(server.register) == 2
        first.close()
        await server.pass_time(0)
        await filled(server, 1)


async def test_proxy_may_have_any_number_of_connections() -> None:
    async with wire_server(app, per_client=1, proxies="127.0.0.0/8") as server:
        await filled(server, 5)


class Fake:
    """A connection that is overdue when there is too much that waits to be read."""

    def __init__(self, peer: str | None = None, unsent: int = 0) -> None:
        self.peer = peer
        self.unsent = unsent
        self.given_up: list[str] = []

    def unsent_bytes(self) -> int:
        return self.unsent

    def overdue(self, now: float, *, is_pressed: bool) -> str | None:
        return "slow reading" if is_pressed and self.unsent else None

    def give_up(self, reason: str) -> None:
        self.given_up.append(reason)


@pytest.mark.parametrize("is_pressed", [False, True])
async def test_long_answers_have_less_time_when_too_much_waits_to_be_read(
    is_pressed: bool,
) -> None:
    register = Connections(ConnectionLimits(total=10, per_client=10))
    slow = Fake(unsent=MAX_UNSENT_BYTES + is_pressed)
    quick = Fake()
    assert register.admit(slow) and register.admit(quick)
    register.sweep(0.0)
    assert slow.given_up == ["slow reading"] * is_pressed
    assert quick.given_up == []


async def test_forgetting_a_connection_twice_frees_one_place() -> None:
    register = Connections(ConnectionLimits(total=10, per_client=1))
    known, refused = Fake("192.0.2.1"), Fake("192.0.2.1")
    assert register.admit(known)
    assert not register.admit(refused)
    register.forget(refused)
    assert not register.admit(refused)
    register.forget(known)
    register.forget(known)
    assert register.admit(refused)


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("not: an address", "not: an address"),
        ("testclient", "testclient"),
        (None, "unknown"),
        ("", "unknown"),
    ],
)
def test_client_is_an_address_or_a_network_of_ipv6(host: str | None, client: str) -> None:
    assert client_key(host) == client
