"""How often an account may be guessed at: passwords, discount codes, who else is here."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

import asyncpg
import httpx
import pytest

from src.app import create_app
from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.database import test_settings as settings_for
from tests.support.passwords import quick_password_hasher

PASSWORD = "correct-horse"
EMAIL = "nina@test.example"
ON = {"rate_limit_enabled": True, "rate_limit_login": "1000/day", "rate_limit_signup": "1000/day"}
MakeApi = Callable[..., Api]


@pytest.fixture
async def make_api(api: Api, database_url: str, clock: MovableClock) -> AsyncIterator[MakeApi]:
    """APIs, by client address, of one application that allows three wrong guesses a day."""
    limits = {"rate_limit_guesses": "3/day", "rate_limit_account": "5/day"}
    app = create_app(
        settings_for(database_url, **ON, **limits),
        {"clock": clock, "password_hasher": quick_password_hasher()},
    )
    async with AsyncExitStack() as opened:

        def make(address: str = "192.0.2.1") -> Api:
            transport = httpx.ASGITransport(app=app, client=(address, 4000))
            client = httpx.AsyncClient(transport=transport, base_url="http://test")
            opened.push_async_callback(client.aclose)
            return Api(client, app.state.container, clock)

        yield make


@pytest.fixture
async def nina(make_api: MakeApi) -> dict[str, Any]:
    """The session of a customer with a password."""
    body = {"email": EMAIL, "password": PASSWORD}
    session: dict[str, Any] = (await make_api().post("/auth/signup", None, body)).json()
    return session


async def log_in(api: Api, password: str, email: str = EMAIL) -> int:
    body = {"email": email, "password": password}
    return (await api.post("/auth/login", None, body)).status_code


async def edit(api: Api, session: dict[str, Any], **changes: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    return await api.put(f"/users/{session['user']['id']}", None, changes, headers=headers)


async def test_guesses_of_a_password_from_one_place_are_bounded_and_lock_out_nobody_else(
    make_api: MakeApi, nina: dict[str, Any]
) -> None:
    attacker, owner = make_api(), make_api("192.0.2.2")
    guessed = [await log_in(attacker, f"guess-{number}") for number in range(5)]
    assert guessed == [401, 401, 401, 429, 429]
    assert await log_in(attacker, PASSWORD) == 429
    assert await log_in(attacker, "guess", "another@test.example") == 401
    assert await log_in(owner, PASSWORD) == 200


async def test_guesses_of_a_password_from_many_places_are_bounded_too(
    make_api: MakeApi, nina: dict[str, Any]
) -> None:
    places = [make_api(f"192.0.2.{number}") for number in range(10, 18)]
    guessed = [await log_in(place, "guess") for place in places]
    assert guessed == [401] * 5 + [429] * 3
    # An address that nobody has is answered alike.
    guessed = [await log_in(place, "guess", "nobody@test.example") for place in places]
    assert guessed == [401] * 5 + [429] * 3
    answer = await places[0].post("/auth/login", None, {"email": EMAIL, "password": "guess"})
    assert answer.status_code == 429
    other = await places[0].post("/auth/login", None, {"email": "x@y.example", "password": "guess"})
    assert "account" not in other.headers["ratelimit"]


async def test_right_passwords_do_not_count(make_api: MakeApi, nina: dict[str, Any]) -> None:
    api = make_api()
    assert [await log_in(api, PASSWORD) for _ in range(7)] == [200] * 7
    assert await log_in(api, "wrong") == 401


async def test_crowd_of_guesses_at_once_is_no_way_around(
    make_api: MakeApi, nina: dict[str, Any]
) -> None:
    api = make_api()
    statuses = await asyncio.gather(*(log_in(api, f"guess-{number}") for number in range(12)))
    assert sorted(statuses) == [401] * 3 + [429] * 9


@pytest.mark.parametrize("change", [{"password": "new-password"}, {"email": "new@test.example"}])
async def test_guesses_of_the_current_password_are_bounded_and_change_nothing(
    make_api: MakeApi, nina: dict[str, Any], connection: asyncpg.Connection, change: dict[str, str]
) -> None:
    api = make_api()
    before = await connection.fetchrow("SELECT * FROM users")
    for _ in range(3):
        response = await edit(api, nina, **change, current_password="guess")
        assert_problem(response, 401, "invalid_credentials")
    response = await edit(api, nina, **change, current_password=PASSWORD)
    assert_problem(response, 429, "rate_limited")
    assert await connection.fetchrow("SELECT * FROM users") == before
    assert (await edit(api, nina, name="Nina")).status_code == 200


async def test_asking_whose_phone_or_name_is_known_is_bounded(
    make_api: MakeApi, nina: dict[str, Any]
) -> None:
    api = make_api()
    for number in range(3):
        body = {"email": f"other{number}@test.example", "password": PASSWORD}
        await api.post("/auth/signup", None, {**body, "phone": f"+6681000000{number}"})
    for number in range(3):
        response = await edit(api, nina, phone=f"+6681000000{number}")
        assert_problem(response, 409, "duplicate")
    assert_problem(await edit(api, nina, username="free"), 429, "rate_limited")
    assert (await edit(api, nina, full_name="Nina N.")).status_code == 200


async def discounted(api: Api) -> tuple[Person, Person, int, str]:
    """A buyer with a filled cart, another buyer, a ticket type, and a code that counts for it."""
    organizer, buyer, other = [
        await api.person(role) for role in (Role.ORGANIZER, Role.CUSTOMER, Role.CUSTOMER)
    ]
    event = await api.event(organizer, payment="online")
    types = await api.get(f"/events/{event['id']}/ticket-types")
    type_id = types.json()[0]["id"]
    code = {"code": "SECRET", "kind": "percent", "value": "10", "event_id": event["id"]}
    assert (await api.post("/discounts", organizer, code)).status_code == 201
    for person in (buyer, other):
        await api.post("/cart", person, {"ticket_type_id": type_id, "quantity": 1})
    return buyer, other, type_id, "SECRET"


async def test_guesses_of_discount_codes_are_bounded_on_carts_and_orders_together(
    make_api: MakeApi, connection: asyncpg.Connection
) -> None:
    api = make_api()
    buyer, other, type_id, code = await discounted(api)

    async def enter(who: Person, text: str) -> httpx.Response:
        return await api.post(f"/cart/user/{who.id}/discount", who, {"code": text})

    async def order(text: str | None) -> httpx.Response:
        body = {"items": [{"ticket_type_id": type_id, "quantity": 1}]}
        return await api.post("/orders", buyer, body | ({"discount_code": text} if text else {}))

    for number in range(2):
        assert_problem(await enter(buyer, f"GUESS{number}"), 409, "discount_invalid")
        # A right one gives no guesses back.
        assert (await enter(buyer, code)).status_code == 200
    assert_problem(await order("GUESS2"), 409, "discount_invalid")
    assert_problem(await order(code), 429, "rate_limited")
    assert_problem(await enter(buyer, code), 429, "rate_limited")
    assert await connection.fetchval("SELECT count(*) FROM orders") == 0
    assert (await order(None)).status_code == 201
    assert (await enter(other, code)).status_code == 200
