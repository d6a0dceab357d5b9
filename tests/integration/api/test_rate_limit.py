"""How often one client may try to log in or sign up."""

import re
from collections.abc import AsyncIterator, Callable

import asyncpg
import httpx
import pytest
import uvicorn

from src.app import create_app
from src.cli.serve import server_options
from src.presentation.utils.client import client_key
from tests.support.api import V1, Api, MovableClock, Person, assert_problem
from tests.support.database import test_settings as settings_for
from tests.support.logs import captured_logs
from tests.support.passwords import quick_password_hasher

WRONG = {"email": "nobody@test.example", "password": "wrong"}
PROXIES = ("10.1.0.0/16", "2001:db8:1::1")
MakeClient = Callable[..., httpx.AsyncClient]


@pytest.fixture
async def make_client(
    api: Api, database_url: str, clock: MovableClock
) -> AsyncIterator[MakeClient]:
    """Clients, by address, of an application of its own that allows three tries a day."""
    names = ("rate_limit_login", "rate_limit_signup", "rate_limit_transfers")
    limits = dict.fromkeys(names, "3/day")
    settings = settings_for(database_url, rate_limit_enabled=True, **limits)
    overrides = {"clock": clock, "password_hasher": quick_password_hasher()}
    app = create_app(settings, overrides)
    behind_proxies = settings.model_copy(update={"trusted_proxies": PROXIES})
    proxied = create_app(behind_proxies, overrides)
    clients = []

    def make(address: str = "192.0.2.1", *, is_proxied: bool = False) -> httpx.AsyncClient:
        served = proxied if is_proxied else app
        transport = httpx.ASGITransport(app=served, client=(address, 4000))
        clients.append(httpx.AsyncClient(transport=transport, base_url=f"http://test{V1}"))
        return clients[-1]

    yield make
    for client in clients:
        await client.aclose()


async def log_in(client: httpx.AsyncClient, forwarded_for: str = "") -> httpx.Response:
    headers = {"X-Forwarded-For": forwarded_for} if forwarded_for else {}
    return await client.post("/auth/login", json=WRONG, headers=headers)


async def sign_up(client: httpx.AsyncClient, number: int) -> httpx.Response:
    body = {"email": f"new{number}@test.example", "password": "correct-horse"}
    return await client.post("/auth/signup", json=body)


async def test_log_in_is_refused_after_too_many_tries_and_says_how_long(
    make_client: MakeClient,
) -> None:
    client = make_client()
    for _ in range(3):
        assert_problem(await log_in(client), 401, "invalid_credentials")
    response = await log_in(client)
    problem = assert_problem(response, 429, "rate_limited")
    assert 1 <= int(response.headers["retry-after"]) <= 24 * 3600
    assert response.headers["retry-after"] in problem["detail"]


async def test_form_and_json_log_in_count_together(make_client: MakeClient) -> None:
    client = make_client()
    form = {"username": WRONG["email"], "password": WRONG["password"]}
    for _ in range(3):
        assert_problem(await client.post("/auth/token", data=form), 401, "invalid_credentials")
    assert_problem(await log_in(client), 429, "rate_limited")
    assert_problem(await client.post("/auth/token", data=form), 429, "rate_limited")


async def test_other_clients_and_other_operations_are_not_bounded_with_it(
    make_client: MakeClient,
) -> None:
    client, other = make_client("192.0.2.1"), make_client("192.0.2.2")
    for _ in range(4):
        last = await log_in(client)
    assert last.status_code == 429
    assert_problem(await log_in(other), 401, "invalid_credentials")
    assert (await sign_up(client, 1)).status_code == 201
    assert (await client.get("/events")).status_code == 200


async def test_sign_up_is_refused_after_too_many_and_makes_nobody(
    make_client: MakeClient, connection: asyncpg.Connection
) -> None:
    client = make_client()
    for number in range(3):
        assert (await sign_up(client, number)).status_code == 201
    response = await sign_up(client, 3)
    assert_problem(response, 429, "rate_limited")
    assert 1 <= int(response.headers["retry-after"]) <= 24 * 3600
    assert await connection.fetchval("SELECT count(*) FROM users") == 3


async def test_nobody_is_bounded_when_limits_are_disabled(api: Api) -> None:
    form = {"username": "nobody@test.example", "password": "wrong"}
    answers = [await api.call("POST", "/auth/token", data=form) for _ in range(30)]
    assert {answer.status_code for answer in answers} == {401}


async def test_responses_state_the_limits_and_what_is_left_of_them(make_client: MakeClient) -> None:
    client = make_client()
    policies, left = [], []
    for _ in range(4):
        answer = await log_in(client)
        policies.append(answer.headers["ratelimit-policy"])
        left.append(re.findall(r'"login";r=(\d+);t=(\d+)', answer.headers["ratelimit"]))
    # The fourth is refused before it counts as a guess.
    assert policies[0] == '"login";q=3;w=86400, "guess";q=20;w=3600'
    assert policies[3] == '"login";q=3;w=86400'
    assert [remaining for ((remaining, _),) in left] == ["2", "1", "0", "0"]
    assert left[3][0][1] == answer.headers["retry-after"]
    assert '"guess";r=19;' in (await log_in(make_client("192.0.2.2"))).headers["ratelimit"]
    assert "ratelimit" not in (await client.get("/events")).headers


async def test_refusal_is_logged_with_its_rule_and_without_who(make_client: MakeClient) -> None:
    client = make_client()
    with captured_logs() as logs:
        for _ in range(4):
            await log_in(client)
    (entry,) = (entry for entry in logs.entries if entry["event"] == "rate_limited")
    assert (entry["level"], entry["rule"], entry["kind"]) == ("warning", "login", None)
    assert "192.0.2" not in logs.text
    assert WRONG["email"] not in logs.text


@pytest.mark.parametrize("address", ["127.0.0.1", "192.0.2.1"])
async def test_forwarded_address_is_believed_of_nobody_by_default(
    make_client: MakeClient, address: str
) -> None:
    client = make_client(address)
    statuses = [(await log_in(client, f"198.51.100.{n}")).status_code for n in range(4)]
    assert statuses == [401, 401, 401, 429]


@pytest.mark.parametrize("proxy", ["10.1.2.3", "2001:db8:1::1"])
async def test_trusted_proxy_names_the_clients_address_and_the_client_cannot(
    make_client: MakeClient, proxy: str
) -> None:
    client = make_client(proxy, is_proxied=True)
    for number in range(4):
        claimed = f"203.0.113.{number}, 198.51.100.7, 10.1.9.9"
        last = await log_in(client, claimed)
    assert last.status_code == 429
    assert_problem(await log_in(client, "198.51.100.8"), 401, "invalid_credentials")


async def test_address_that_is_no_proxy_names_only_its_own(make_client: MakeClient) -> None:
    client = make_client("10.2.0.1", is_proxied=True)
    statuses = [(await log_in(client, f"198.51.100.{n}")).status_code for n in range(4)]
    assert statuses == [401, 401, 401, 429]


async def test_addresses_of_one_ipv6_network_count_together(make_client: MakeClient) -> None:
    statuses = [
        (await log_in(make_client(f"2001:db8:7:7::{number}"))).status_code for number in range(4)
    ]
    assert statuses == [401, 401, 401, 429]
    assert (await log_in(make_client("2001:db8:7:8::1"))).status_code == 401


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
        ("", "unknown"),
    ],
)
def test_client_is_an_address_or_the_network_of_an_ipv6_address(host: str, network: str) -> None:
    assert client_key(host) == network


def test_server_does_not_read_forwarded_addresses_by_itself(database_url: str) -> None:
    config = uvicorn.Config("src.main:app", **server_options(settings_for(database_url)))
    assert config.proxy_headers is False


async def test_offers_are_limited_by_sender_and_address_and_reissues_by_user(
    api: Api, make_client: MakeClient
) -> None:
    client = make_client()
    missing = "/tickets/TKT-20260101-AAAAAAAA"

    async def offer(who: Person, email: str) -> int:
        body = {"email": email}
        path = f"{missing}/transfer"
        return (await client.post(path, json=body, headers=who.headers)).status_code

    sender, others = await api.person(), [await api.person() for _ in range(3)]
    offers = [await offer(sender, f"friend{number}@test.example") for number in range(4)]
    assert offers == [404, 404, 404, 429]
    to_one = [await offer(other, "one@test.example") for other in others]
    assert to_one == [404, 404, 404]
    assert await offer(await api.person(), "one@test.example") == 429
    reissues = [await client.post(f"{missing}/reissue", headers=sender.headers) for _ in range(4)]
    assert [response.status_code for response in reissues] == [404, 404, 404, 429]
    assert_problem(reissues[-1], 429, "rate_limited")
