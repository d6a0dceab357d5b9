"""A ticket changes hands while something else happens to it: it has one holder and one code."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.concurrency.test_code_collisions import Scripted
from tests.support.api import Api, Person, assert_problem
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcome,
    outcomes,
    running_app,
    wait_until_blocked,
)
from tests.support.transfers import accept, make_offer, offer, wrong_transfers

ROUNDS = 6
LOCK = "SELECT FROM events WHERE id = $1 FOR NO KEY UPDATE"


@dataclass(frozen=True)
class Offered:
    """A ticket that its buyer has offered, and the token that accepts it."""

    organizer: Person
    event_id: int
    booking_id: int
    ticket_id: int
    code: str
    buyer: Person
    friend: Person
    token: str


async def make_offered(api: Api, connection: asyncpg.Connection) -> Offered:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    buyer, friend = await api.person(), await api.person()
    booking = await api.book(buyer, event["id"])
    (ticket,) = booking["tickets"]
    code = ticket["ticket_code"]
    token = await make_offer(api, connection, buyer, code)
    return Offered(organizer, event["id"], booking["id"], ticket["id"], code, buyer, friend, token)


Rival = Callable[[Api, Offered], Coroutine[Any, Any, httpx.Response]]

EXCLUSIVE: dict[str, Rival] = {
    "accept": lambda api, of: accept(api, of.token, of.organizer),
    "withdraw": lambda api, of: api.call("DELETE", f"/tickets/{of.code}/transfer", of.buyer),
    "decline": lambda api, of: api.call("DELETE", f"/transfers/{of.token}"),
    "check-in": lambda api, of: api.post(f"/tickets/{of.code}/check-in", of.organizer),
    "reissue": lambda api, of: api.post(f"/tickets/{of.code}/reissue", of.buyer),
    "cancel": lambda api, of: api.put(f"/bookings/{of.booking_id}/cancel", of.buyer),
}
"""Only one of these and of accepting the offer can succeed."""

LAST: dict[str, Rival] = {
    "refund": lambda api, of: api.put(f"/bookings/{of.booking_id}/refund", of.organizer),
    "event": lambda api, of: api.put(
        f"/events/{of.event_id}", of.organizer, {"status": "cancelled"}
    ),
}
"""These succeed in any case, and end the ticket of its holder."""


async def race(
    api: Api, connection: asyncpg.Connection, url: str, rival: Rival
) -> list[tuple[Offered, httpx.Response, httpx.Response]]:
    """Accept offers beside the rival: freely, and with either of them first at the lock."""
    raced = []
    for number in range(ROUNDS):
        offered = await make_offered(api, connection)
        acceptance, other = accept(api, offered.token, offered.friend), rival(api, offered)
        match number % 3:
            case 0:
                pair = await at_once(acceptance, other)
            case 1:
                pair = await one_behind_the_other(connection, url, offered, acceptance, other)
            case _:
                pair = await one_behind_the_other(connection, url, offered, other, acceptance)
                pair.reverse()
        raced.append((offered, pair[0], pair[1]))
    return raced


async def one_behind_the_other(
    connection: asyncpg.Connection,
    url: str,
    offered: Offered,
    *requests: Coroutine[Any, Any, httpx.Response],
) -> list[httpx.Response]:
    """The responses to two requests, the second of which comes while the first waits."""
    locking = await asyncpg.connect(url)
    async with locking.transaction():
        await locking.execute(LOCK, offered.event_id)
        first = asyncio.create_task(requests[0])
        await wait_until_blocked(connection)
        second = asyncio.create_task(requests[1])
        await asyncio.sleep(0.05)
    await locking.close()
    return [await first, await second]


@pytest.mark.parametrize("name", EXCLUSIVE)
async def test_one_of_accepting_and_its_rival_wins(
    api: Api, connection: asyncpg.Connection, database_url: str, name: str
) -> None:
    raced = await race(api, connection, database_url, EXCLUSIVE[name])

    for offered, accepted, other in raced:
        assert (accepted.status_code == 200) != (other.status_code == 200)
        # Who comes late finds a closed offer, or a code that is no longer valid.
        assert outcomes([accepted, other]) in (
            {"200": 1, "invalid_state": 1},
            {"200": 1, "not_found": 1},
        )
        row = await connection.fetchrow("SELECT * FROM tickets WHERE id = $1", offered.ticket_id)
        assert row is not None
        winner = accepted if accepted.is_success else other
        receiver = offered.friend if winner is accepted else offered.organizer
        if winner is accepted or name == "accept":
            assert (row["user_id"], row["issue"], row["status"]) == (receiver.id, 2, "active")
            assert row["ticket_code"] == winner.json()["ticket_code"] != offered.code
        else:
            assert row["user_id"] == offered.buyer.id
            assert (row["ticket_code"] == offered.code) == (name != "reissue")
    assert await wrong_transfers(connection) == []
    assert await discrepancies(connection) == []
    # Both orders have been seen.
    assert {accepted.is_success for _, accepted, _ in raced} == {True, False}


@pytest.mark.parametrize("name", LAST)
async def test_refund_and_cancelled_event_end_the_ticket_of_its_holder(
    api: Api, connection: asyncpg.Connection, database_url: str, name: str
) -> None:
    for offered, accepted, other in await race(api, connection, database_url, LAST[name]):
        assert other.status_code == 200
        assert outcome(accepted) in ("200", "invalid_state")
        row = await connection.fetchrow(
            "SELECT tickets.user_id, tickets.status, bookings.user_id AS buyer, "
            "bookings.status AS booking FROM tickets JOIN bookings ON bookings.id = booking_id "
            "WHERE tickets.id = $1",
            offered.ticket_id,
        )
        assert row is not None
        holder = offered.friend if accepted.is_success else offered.buyer
        assert (row["user_id"], row["status"]) == (holder.id, "cancelled")
        assert row["buyer"] == offered.buyer.id
        assert row["booking"] == ("refunded" if name == "refund" else "cancelled")
    assert await wrong_transfers(connection) == []
    assert await discrepancies(connection) == []


async def test_one_offer_is_made_when_a_ticket_is_offered_to_many_at_once(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    booking = await api.book(buyer, (await api.event(organizer))["id"])
    code = booking["tickets"][0]["ticket_code"]

    responses = await at_once(
        *(offer(api, code, buyer, f"friend{number}@test.example") for number in range(6))
    )

    assert outcomes(responses) == {"201": 1, "invalid_state": 5}
    assert await connection.fetchval("SELECT count(*) FROM transfers") == 1


async def test_one_of_many_receivers_gets_the_ticket(
    api: Api, connection: asyncpg.Connection
) -> None:
    offered = await make_offered(api, connection)
    people = await add_people(connection, 8)

    responses = await at_once(*(accept(api, offered.token, person) for person in people))

    assert outcomes(responses) == {"200": 1, "invalid_state": 7}
    winner = next(response.json() for response in responses if response.is_success)
    assert await wrong_transfers(connection) == []
    codes = {offered.code: "invalid_state", winner["ticket_code"]: "200"}
    for code, expected in codes.items():
        answer = await api.post(f"/tickets/{code}/check-in", offered.organizer)
        assert outcome(answer) == expected


async def test_limit_per_person_holds_when_one_accepts_many_offers_at_once(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, friend = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer, max_tickets_per_user=2)
    tokens = []
    for buyer in await add_people(connection, 3):
        for ticket in (await api.book(buyer, event["id"], 2))["tickets"]:
            tokens.append(await make_offer(api, connection, buyer, ticket["ticket_code"]))

    responses = await at_once(*(accept(api, token, friend) for token in tokens))

    assert outcomes(responses) == {"200": 2, "ticket_limit_exceeded": 4}
    held = "SELECT count(*) FROM tickets WHERE user_id = $1"
    assert await connection.fetchval(held, friend.id) == 2
    assert await wrong_transfers(connection) == []


@pytest.mark.parametrize("leaving", ["buyer", "friend"])
async def test_deleted_user_neither_gives_nor_gets_a_ticket_afterwards(
    api: Api, connection: asyncpg.Connection, leaving: str
) -> None:
    def leave(api: Api, offered: Offered) -> Coroutine[Any, Any, httpx.Response]:
        person: Person = getattr(offered, leaving)
        return api.call("DELETE", f"/users/{person.id}", person)

    for number in range(ROUNDS):
        offered = await make_offered(api, connection)
        pair = [accept(api, offered.token, offered.friend), leave(api, offered)]
        if number % 2:
            accepted, left = await at_once(*pair)
        else:
            left, accepted = await at_once(*reversed(pair))
        assert left.status_code == 200
        assert outcome(accepted) in ("200", "invalid_state", "not_found", "not_authenticated") or (
            outcome(accepted) == "unavailable" and leaving == "friend"
        )
        holder = await connection.fetchval(
            "SELECT user_id FROM tickets WHERE id = $1", offered.ticket_id
        )
        expected = offered.friend if accepted.is_success else offered.buyer
        assert holder == expected.id
    assert await wrong_transfers(connection) == []
    assert await discrepancies(connection) == []


async def test_account_that_is_being_deleted_is_not_waited_for(
    api: Api, connection: asyncpg.Connection, database_url: str
) -> None:
    offered = await make_offered(api, connection)
    other = await asyncpg.connect(database_url)
    async with other.transaction():
        await other.execute("SELECT FROM users WHERE id = $1 FOR UPDATE", offered.friend.id)
        refused = await accept(api, offered.token, offered.friend)
        assert outcome(refused) == "unavailable"
        # Nothing of the event waits meanwhile.
        sold = await api.book(await api.person(), offered.event_id)
        assert sold["status"] == "confirmed"
    assert (await accept(api, offered.token, offered.friend)).status_code == 200
    await other.close()


async def test_acceptance_waits_for_the_event_and_finds_what_happened_meanwhile(
    api: Api, connection: asyncpg.Connection, database_url: str
) -> None:
    offered = await make_offered(api, connection)
    other = await asyncpg.connect(database_url)
    transaction = other.transaction()
    await transaction.start()
    await other.execute(LOCK, offered.event_id)
    use = "UPDATE tickets SET status = 'used', used_at = now() WHERE id = $1"
    await other.execute(use, offered.ticket_id)

    response = asyncio.create_task(accept(api, offered.token, offered.friend))
    await wait_until_blocked(connection)
    await transaction.commit()

    problem = assert_problem(await response, 409, "invalid_state")
    assert problem["from"] == "ended"
    await other.close()


async def test_new_code_is_generated_again_when_it_is_or_was_that_of_a_ticket(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    # Bookings: reference A code B, reference C code D. Then the other's code, its own, a new one.
    script = Scripted(iter("ABCDDBEEBFG"))
    async with running_app(own_url, random_code=script) as api:
        organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
        event = await api.event(organizer)
        codes = []
        for _ in range(2):
            (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
            codes.append(ticket["ticket_code"])
        token = await make_offer(api, own_connection, buyer, codes[0])
        given = (await accept(api, token, organizer)).json()["ticket_code"]
        # Its own again, the one before, a new one.
        again = (await api.post(f"/tickets/{given}/reissue", organizer)).json()["ticket_code"]

    assert [code[-8:] for code in (*codes, given, again)] == [
        letter * 8 for letter in ("B", "D", "E", "F")
    ]
    assert await wrong_transfers(own_connection) == []
