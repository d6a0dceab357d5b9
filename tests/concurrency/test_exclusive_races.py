"""Things that can happen once: when many try at the same time, exactly one wins."""

import asyncio
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcome,
    outcomes,
    wait_until_blocked,
)

ROUNDS = 6

# What a refresh does between its lock and its commit.
REFRESH_OF_THE_NEWEST = """
WITH newest AS (SELECT * FROM refresh_tokens ORDER BY id DESC LIMIT 1 FOR UPDATE),
used AS (UPDATE refresh_tokens SET used_at = now() FROM newest WHERE newest.id = refresh_tokens.id)
INSERT INTO refresh_tokens (user_id, family_id, token_hash, expires_at)
SELECT user_id, family_id, 'next', expires_at FROM newest
"""


async def sell(api: Api, connection: asyncpg.Connection) -> tuple[Person, list[dict[str, Any]]]:
    """The organizer, and a booking of two tickets for each round."""
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=100)
    buyers = await add_people(connection, ROUNDS)
    return organizer, [await api.book(buyer, event["id"], 2) for buyer in buyers]


async def test_one_of_check_in_and_cancellation_wins_when_they_race(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, bookings = await sell(api, connection)

    def check_in(booking: dict[str, Any]) -> Any:
        return api.post(f"/tickets/{booking['tickets'][0]['ticket_code']}/check-in", organizer)

    def cancel(booking: dict[str, Any]) -> Any:
        return api.put(f"/bookings/{booking['id']}/cancel", organizer)

    # Who is sent first changes from round to round.
    pairs = [
        (check_in(booking), cancel(booking)) if number % 2 else (cancel(booking), check_in(booking))
        for number, booking in enumerate(bookings)
    ]
    responses = await at_once(*(request for pair in pairs for request in pair))

    for pair in zip(responses[::2], responses[1::2], strict=True):
        assert outcomes(pair) == {"200": 1, "invalid_state": 1}
    states = await connection.fetch(
        "SELECT DISTINCT b.status AS booking, array_agg(t.status::text ORDER BY t.id) AS tickets "
        "FROM bookings AS b JOIN tickets AS t ON t.booking_id = b.id GROUP BY b.id, b.status"
    )
    assert {(row["booking"], *row["tickets"]) for row in states} <= {
        ("confirmed", "used", "active"),
        ("cancelled", "cancelled", "cancelled"),
    }
    assert await discrepancies(connection) == []


async def test_one_of_cancellation_and_refund_wins_when_they_race(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, bookings = await sell(api, connection)

    responses = await at_once(
        *(
            api.put(f"/bookings/{booking['id']}/{action}", organizer)
            for booking in bookings
            for action in ("cancel", "refund")
        )
    )

    for booking, pair in zip(
        bookings, zip(responses[::2], responses[1::2], strict=True), strict=True
    ):
        assert outcomes(pair) == {"200": 1, "invalid_state": 1}
        winner = next(response.json() for response in pair if response.status_code == 200)
        stored = (await api.get(f"/bookings/{booking['id']}", organizer)).json()
        assert stored["status"] == winner["status"]
    assert await discrepancies(connection) == []


async def test_one_check_in_succeeds_when_one_ticket_is_scanned_many_times(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, bookings = await sell(api, connection)
    code = bookings[0]["tickets"][0]["ticket_code"]

    responses = await at_once(
        *(
            api.post(f"/tickets/{code}/check-in", organizer, {"gate": f"Gate {number}"})
            for number in range(8)
        )
    )

    assert outcomes(responses) == {"200": 1, "invalid_state": 7}
    winner = next(response.json() for response in responses if response.status_code == 200)
    refused = [response.json() for response in responses if response.status_code == 409]
    assert {problem["gate"] for problem in refused} == {winner["gate"]}
    used = "SELECT count(*) FROM tickets WHERE status = 'used'"
    assert await connection.fetchval(used) == 1
    assert await discrepancies(connection) == []


async def test_one_refresh_succeeds_and_the_session_ends_when_a_token_is_used_many_times(
    api: Api, connection: asyncpg.Connection
) -> None:
    credentials = {"email": "once@test.example", "password": "correct horse"}
    session = (await api.post("/auth/signup", json=credentials)).json()
    shown = {"refresh_token": session["refresh_token"]}

    responses = await at_once(*(api.post("/auth/refresh", json=shown) for _ in range(6)))

    assert outcomes(responses) == {"200": 1, "not_authenticated": 5}
    winner = next(response.json() for response in responses if response.status_code == 200)
    followed = await api.post("/auth/refresh", json={"refresh_token": winner["refresh_token"]})
    assert_problem(followed, 401, "not_authenticated")
    living = "SELECT count(*) FROM refresh_tokens WHERE revoked_at IS NULL"
    assert await connection.fetchval(living) == 0
    # Another session of the same person is another family.
    assert outcome(await api.post("/auth/login", json=credentials)) == "200"


async def test_one_account_is_made_when_an_address_signs_up_many_times(
    api: Api, connection: asyncpg.Connection
) -> None:
    body = {"email": "same@test.example", "password": "correct horse"}

    responses = await at_once(*(api.post("/auth/signup", json=body) for _ in range(6)))

    assert outcomes(responses) == {"201": 1, "duplicate": 5}
    assert {r.json()["field"] for r in responses if r.status_code == 409} == {"email"}
    accounts = "SELECT count(*) FROM users WHERE email = $1"
    assert await connection.fetchval(accounts, body["email"]) == 1
    assert await connection.fetchval("SELECT count(*) FROM refresh_tokens") == 1


@pytest.mark.parametrize("end", ["reuse", "logout"])
async def test_session_ends_wholly_when_a_refresh_beside_it_is_about_to_commit(
    api: Api, connection: asyncpg.Connection, end: str
) -> None:
    credentials = {"email": "beside@test.example", "password": "correct horse"}
    session = (await api.post("/auth/signup", json=credentials)).json()
    spent = {"refresh_token": session["refresh_token"]}
    living = (await api.post("/auth/refresh", json=spent)).json()
    headers = {"Authorization": f"Bearer {living['access_token']}"}
    refresh = connection.transaction()
    await refresh.start()
    await connection.execute(REFRESH_OF_THE_NEWEST)

    ending = asyncio.create_task(
        api.post("/auth/refresh", json=spent)
        if end == "reuse"
        else api.post("/auth/logout", headers=headers)
    )
    await wait_until_blocked(connection)
    await refresh.commit()

    assert outcome(await ending) == ("not_authenticated" if end == "reuse" else "200")
    alive = "SELECT count(*) FROM refresh_tokens WHERE revoked_at IS NULL"
    assert await connection.fetchval(alive) == 0
