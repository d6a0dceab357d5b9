"""Tickets that change hands: offered by e-mail, accepted with the token from the mail."""

from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.rows import audit, recount, snapshot, start_event
from tests.support.transfers import accept, make_offer, offer, token_of


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer)


@pytest.fixture
async def friend(api: Api) -> Person:
    return await api.person()


@pytest.fixture
async def booking(api: Api, buyer: Person, event: dict[str, Any]) -> dict[str, Any]:
    """Two tickets."""
    return await api.book(buyer, event["id"], 2)


@pytest.fixture
def code(booking: dict[str, Any]) -> str:
    return str(booking["tickets"][0]["ticket_code"])


async def test_accepted_ticket_is_the_receivers_under_a_new_code(
    api: Api,
    connection: asyncpg.Connection,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    booking: dict[str, Any],
    code: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    response = await accept(api, token, friend)
    assert response.status_code == 200, response.text
    ticket = response.json()
    assert ticket["id"] == booking["tickets"][0]["id"]
    assert (ticket["user_id"], ticket["status"]) == (friend.id, "active")
    assert ticket["ticket_code"] != code
    (listed,) = (await api.get(f"/tickets/user/{friend.id}", friend)).json()
    assert listed["ticket_code"] == ticket["ticket_code"]
    assert (await api.get(f"/tickets/{ticket['ticket_code']}", friend)).json() == ticket
    row = await connection.fetchrow("SELECT * FROM tickets WHERE id = $1", ticket["id"])
    assert row is not None and row["issue"] == 2
    counted = await recount(connection, event["id"])
    stored = (await api.get(f"/events/{event['id']}")).json()
    assert counted["total_tickets_sold"] == stored["total_tickets_sold"] == 2


async def test_offer_never_shows_its_token_and_states_when_it_ends(
    api: Api, connection: asyncpg.Connection, buyer: Person, code: str
) -> None:
    response = await offer(api, code, buyer, email="Friend@Test.Example")
    assert response.status_code == 201, response.text
    offered = response.json()
    assert response.headers["location"] == f"/api/v1/tickets/{code}/transfer"
    assert (offered["email"], offered["status"]) == ("friend@test.example", "offered")
    assert offered["ticket_code"] == code
    token = await token_of(api, connection)
    assert token not in response.text
    seen = await api.get(f"/tickets/{code}/transfer", buyer)
    assert seen.json() == offered
    assert token not in seen.text
    stored = await connection.fetchrow("SELECT * FROM transfers")
    assert stored is not None
    assert token.encode() not in b"".join(value for value in stored if isinstance(value, bytes))
    lasts = stored["expires_at"] - stored["created_at"]
    assert 6.9 < lasts.total_seconds() / 86400 < 7.1


async def test_offer_ends_at_the_latest_when_the_event_starts(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer)
    clock.move(days=27)
    buyer = api.renewed(buyer)
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    offered = (await offer(api, ticket["ticket_code"], buyer)).json()
    assert offered["expires_at"] == event["date_time"]


async def test_who_has_the_token_sees_what_is_offered_without_logging_in(
    api: Api,
    connection: asyncpg.Connection,
    buyer: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    seen = (await api.get(f"/transfers/{token}")).json()
    assert (seen["status"], seen["sender"]) == ("offered", buyer.user.name)
    assert (seen["event"]["id"], seen["event"]["title"]) == (event["id"], event["title"])
    assert seen["ticket_type"] == "General admission"
    assert seen["seat"] is None
    assert code not in str(seen)
    for wrong in (f"{token}x", "x" * 43):
        assert_problem(await api.get(f"/transfers/{wrong}"), 404, "not_found")
        assert_problem(await accept(api, wrong, buyer), 404, "not_found")
        assert_problem(await api.call("DELETE", f"/transfers/{wrong}"), 404, "not_found")


async def test_old_code_is_dead_and_says_why(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    other_organizer = await api.person(Role.ORGANIZER)
    token = await make_offer(api, connection, buyer, code)
    new = (await accept(api, token, friend)).json()["ticket_code"]
    before = await snapshot(connection, event["id"])
    for request in (
        api.get(f"/tickets/{code}", buyer),
        api.get(f"/tickets/{code}/transfer", buyer),
        offer(api, code, buyer),
        api.post(f"/tickets/{code}/reissue", buyer),
        api.call("DELETE", f"/tickets/{code}/transfer", buyer),
    ):
        problem = assert_problem(await request, 404, "not_found")
        assert problem["detail"].startswith("This ticket was transferred")
        assert new not in str(problem)
    for path in (f"/tickets/{code}/check-in", "/tickets/check-in"):
        body = {"code": code} if path.endswith("s/check-in") else None
        problem = assert_problem(await api.post(path, organizer, body), 409, "invalid_state")
        assert problem["from"] == "transferred"
        assert problem["detail"].startswith("This ticket was transferred on")
        assert new not in str(problem)
        refused = assert_problem(await api.post(path, other_organizer, body), 404, "not_found")
        assert "transferred" not in refused["detail"]
    assert_problem(await api.get(f"/tickets/{new}", buyer), 404, "not_found")
    assert await snapshot(connection, event["id"]) == before
    assert (await api.post(f"/tickets/{new}/check-in", organizer)).status_code == 200


async def test_buyer_sees_that_a_ticket_was_transferred_without_its_new_code(
    api: Api,
    connection: asyncpg.Connection,
    buyer: Person,
    friend: Person,
    booking: dict[str, Any],
    code: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    new = (await accept(api, token, friend)).json()["ticket_code"]
    answers = (
        await api.get(f"/bookings/{booking['id']}", buyer),
        await api.get(f"/bookings/user/{buyer.id}", buyer),
    )
    for answer in answers:
        found = answer.json()[0] if isinstance(answer.json(), list) else answer.json()
        gone, kept = found["tickets"]
        assert (gone["ticket_code"], gone["transferred"]) == (None, True)
        assert (gone["price"], gone["status"]) == ("25.00", "active")
        assert kept["ticket_code"] == booking["tickets"][1]["ticket_code"]
        assert kept["transferred"] is False
        assert found["quantity"] == 2 and found["total_amount"] == "50.00"
        assert new not in answer.text
    (own,) = (await api.get(f"/tickets/user/{buyer.id}", buyer)).json()
    assert own["ticket_code"] == kept["ticket_code"]
    assert_problem(await api.get(f"/bookings/{booking['id']}", friend), 404, "not_found")
    # Given back, it is the buyer's like any other.
    back = await make_offer(api, connection, friend, new)
    ticket = (await accept(api, back, buyer)).json()
    gone, _ = (await api.get(f"/bookings/{booking['id']}", buyer)).json()["tickets"]
    assert (gone["ticket_code"], gone["transferred"]) == (ticket["ticket_code"], False)


async def test_error_about_a_used_ticket_does_not_name_its_new_code_to_the_buyer(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    friend: Person,
    booking: dict[str, Any],
    code: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    new = (await accept(api, token, friend)).json()["ticket_code"]
    await api.post(f"/tickets/{new}/check-in", organizer)
    problem = assert_problem(
        await api.put(f"/bookings/{booking['id']}/cancel", buyer), 409, "invalid_state"
    )
    assert new not in str(problem)
    assert "that was transferred was used" in problem["detail"]


async def test_refusal_leaves_ticket_and_offer_as_they_were(
    api: Api,
    connection: asyncpg.Connection,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    assert_problem(await offer(api, code, friend), 404, "not_found")
    own = await offer(api, code, buyer, email=buyer.user.email or "")
    assert assert_problem(own, 422, "validation_failed")["errors"][0]["field"] == "body.email"
    assert_problem(await offer(api, code, buyer, email="nobody"), 422, "validation_failed")
    assert_problem(await api.get(f"/tickets/{code}/transfer", buyer), 404, "not_found")
    withdrawn = await api.call("DELETE", f"/tickets/{code}/transfer", buyer)
    assert_problem(withdrawn, 404, "not_found")
    assert await connection.fetchval("SELECT count(*) FROM transfers") == 0

    token = await make_offer(api, connection, buyer, code)
    before = await snapshot(connection, event["id"])
    offers = await connection.fetch("SELECT *, xmin FROM transfers")
    again = assert_problem(await offer(api, code, buyer, "else@test.example"), 409, "invalid_state")
    assert "take that offer back first" in again["detail"]
    assert_problem(await accept(api, token, buyer), 409, "invalid_state")
    assert_problem(await accept(api, token, None), 401, "not_authenticated")
    strange = await api.call("DELETE", f"/tickets/{code}/transfer", friend)
    assert_problem(strange, 404, "not_found")
    assert await snapshot(connection, event["id"]) == before
    assert await connection.fetch("SELECT *, xmin FROM transfers") == offers


@pytest.mark.parametrize("how", ["withdrawn", "declined", "accepted", "expired"])
async def test_closed_offer_cannot_be_accepted_and_forgets_its_address(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    code: str,
    how: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    match how:
        case "withdrawn":
            await api.call("DELETE", f"/tickets/{code}/transfer", buyer)
        case "declined":
            await api.call("DELETE", f"/transfers/{token}")
        case "accepted":
            await accept(api, token, friend)
        case _:
            clock.move(days=7, seconds=1)
            assert (await api.get(f"/transfers/{token}")).json()["status"] == "expired"
            await api.container.jobs.clean_up().execute()
    stored = await connection.fetchrow("SELECT status, email, closed_at FROM transfers")
    assert stored is not None
    assert (stored["status"], stored["email"]) == (how, None)
    assert stored["closed_at"] is not None
    assert (await api.get(f"/transfers/{token}")).json()["status"] == how
    before = await snapshot(connection, event["id"])
    late = api.renewed(await api.person())
    problem = assert_problem(await accept(api, token, late), 409, "invalid_state")
    assert (problem["from"], problem["to"]) == (how, "accepted")
    declined = assert_problem(await api.call("DELETE", f"/transfers/{token}"), 409, "invalid_state")
    assert declined["from"] == how
    assert await snapshot(connection, event["id"]) == before
    entries = await connection.fetch(
        "SELECT action FROM audit_log WHERE action LIKE '%transfer%' AND event_id = $1 ORDER BY id",
        event["id"],
    )
    end = "ticket.transferred" if how == "accepted" else f"transfer.{how}"
    assert [entry["action"] for entry in entries] == ["transfer.offered", end]


async def test_expired_offer_makes_room_for_another(
    api: Api, connection: asyncpg.Connection, clock: MovableClock, buyer: Person, code: str
) -> None:
    await make_offer(api, connection, buyer, code)
    clock.move(days=7, seconds=1)
    buyer = api.renewed(buyer)
    withdrawn = await api.call("DELETE", f"/tickets/{code}/transfer", buyer)
    assert assert_problem(withdrawn, 409, "invalid_state")["from"] == "expired"
    assert (await offer(api, code, buyer, "second@test.example")).status_code == 201
    rows = await connection.fetch("SELECT status, email FROM transfers ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("expired", None),
        ("offered", "second@test.example"),
    ]


@pytest.mark.parametrize("how", ["used", "cancelled", "refunded", "reissued", "event cancelled"])
async def test_offer_ends_with_what_becomes_of_its_ticket(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    booking: dict[str, Any],
    code: str,
    how: str,
) -> None:
    other = booking["tickets"][1]["ticket_code"]
    await make_offer(api, connection, buyer, other, "other@test.example")
    token = await make_offer(api, connection, buyer, code)
    match how:
        case "used":
            done = await api.post(f"/tickets/{code}/check-in", organizer)
        case "cancelled":
            done = await api.put(f"/bookings/{booking['id']}/cancel", buyer)
        case "refunded":
            done = await api.put(f"/bookings/{booking['id']}/refund", organizer)
        case "reissued":
            done = await api.post(f"/tickets/{code}/reissue", buyer)
        case _:
            done = await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    assert done.status_code == 200, done.text
    problem = assert_problem(await accept(api, token, friend), 409, "invalid_state")
    assert problem["from"] == "ended"
    rows = await connection.fetch("SELECT status FROM transfers ORDER BY id")
    of_other = "offered" if how in ("used", "reissued") else "ended"
    assert [row["status"] for row in rows] == [of_other, "ended"]
    if how == "used":
        # A check-in that is taken back does not bring the offer back.
        await api.post(f"/tickets/{code}/undo-check-in", organizer)
        assert_problem(await accept(api, token, friend), 409, "invalid_state")
        assert (await offer(api, code, buyer)).status_code == 201


async def test_event_may_forbid_transfers_also_of_what_is_offered_already(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    await api.put(f"/events/{event['id']}", organizer, {"allows_transfer": False})
    problem = assert_problem(await accept(api, token, friend), 409, "invalid_state")
    assert "does not allow" in problem["detail"]
    await api.call("DELETE", f"/tickets/{code}/transfer", buyer)
    problem = assert_problem(await offer(api, code, buyer), 409, "invalid_state")
    assert "does not allow" in problem["detail"]


async def test_ticket_is_not_transferred_after_the_start_but_reissued_until_the_end(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    await start_event(connection, event["id"])
    for response in (await offer(api, code, buyer), await accept(api, token, friend)):
        problem = assert_problem(response, 409, "invalid_state")
        assert "started" in problem["detail"] or "offered to somebody" in problem["detail"]
    new = (await api.post(f"/tickets/{code}/reissue", buyer)).json()["ticket_code"]
    await connection.execute(
        "UPDATE events SET ends_at = now() - interval '1 minute' WHERE id = $1", event["id"]
    )
    over = assert_problem(await api.post(f"/tickets/{new}/reissue", buyer), 409, "invalid_state")
    assert "over" in over["detail"]


async def test_used_ticket_is_neither_transferred_nor_reissued(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    await api.post(f"/tickets/{code}/check-in", organizer)
    before = await snapshot(connection, event["id"])
    for response in (
        await offer(api, code, buyer),
        await api.post(f"/tickets/{code}/reissue", buyer),
    ):
        assert assert_problem(response, 409, "invalid_state")["from"] == "used"
    assert await snapshot(connection, event["id"]) == before


async def test_limit_per_person_counts_what_one_holds(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person, friend: Person
) -> None:
    # Sold out, which does not matter to a transfer.
    event = await api.event(organizer, capacity=4, max_tickets_per_user=2)
    first, _ = (await api.book(buyer, event["id"], 2))["tickets"]
    await api.book(friend, event["id"], 1)
    token = await make_offer(api, connection, buyer, first["ticket_code"])
    await api.book(friend, event["id"], 1)
    before = await snapshot(connection, event["id"])
    problem = assert_problem(await accept(api, token, friend), 409, "ticket_limit_exceeded")
    assert (problem["limit"], problem["held"]) == (2, 2)
    assert await snapshot(connection, event["id"]) == before
    assert (await accept(api, token, await api.person())).status_code == 200
    counts = await connection.fetch("SELECT user_id, count(*) FROM tickets GROUP BY user_id")
    assert dict(map(tuple, counts))[buyer.id] == 1


@pytest.mark.parametrize("payment", ["none", "free"])
async def test_buyer_cannot_cancel_what_somebody_else_holds_but_staff_can(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    friend: Person,
    payment: str,
) -> None:
    event = await api.event(organizer, price="0.00" if payment == "free" else "25.00")
    booking = await api.book(buyer, event["id"])
    (ticket,) = booking["tickets"]
    token = await make_offer(api, connection, buyer, ticket["ticket_code"])
    new = (await accept(api, token, friend)).json()["ticket_code"]
    before = await snapshot(connection, event["id"])
    problem = assert_problem(
        await api.put(f"/bookings/{booking['id']}/cancel", buyer), 409, "invalid_state"
    )
    assert "transferred" in problem["detail"]
    assert_problem(await api.put(f"/bookings/{booking['id']}/cancel", friend), 404, "not_found")
    assert await snapshot(connection, event["id"]) == before
    refunded = await api.put(f"/bookings/{booking['id']}/refund", organizer)
    assert refunded.json()["status"] == "refunded"
    assert refunded.json()["user_id"] == buyer.id
    assert (await api.get(f"/tickets/{new}", friend)).json()["status"] == "cancelled"


async def test_organizer_reissues_a_ticket_and_its_old_code_is_dead(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    booking: dict[str, Any],
    code: str,
) -> None:
    for staff in (organizer, buyer):
        response = await api.post(f"/tickets/{code}/reissue", staff)
        assert response.status_code == 200, response.text
        new = response.json()
        assert new["ticket_code"] != code
        assert (new["user_id"], new["status"]) == (buyer.id, "active")
        problem = assert_problem(
            await api.post(f"/tickets/{code}/check-in", organizer), 409, "invalid_state"
        )
        assert problem["from"] == "reissued"
        gone = assert_problem(await api.get(f"/tickets/{code}", buyer), 404, "not_found")
        assert gone["detail"].startswith("This ticket was reissued")
        code = new["ticket_code"]
    first = (await api.get(f"/bookings/{booking['id']}", buyer)).json()["tickets"][0]
    assert (first["ticket_code"], first["transferred"]) == (code, False)
    entries = await audit(connection, "ticket", first["id"])
    assert [entry["action"] for entry in entries] == ["ticket.reissued"] * 2
    assert entries[-1]["event_id"] == booking["event_id"]
    assert (entries[-1]["before"], entries[-1]["after"]) == ('{"issue": 2}', '{"issue": 3}')


async def test_audit_log_says_who_gave_what_to_whom_without_addresses_or_codes(
    api: Api,
    connection: asyncpg.Connection,
    buyer: Person,
    friend: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    token = await make_offer(api, connection, buyer, code, "friend@test.example")
    new = (await accept(api, token, friend)).json()
    rows = await connection.fetch(
        "SELECT * FROM audit_log WHERE action LIKE '%transfer%' AND event_id = $1 ORDER BY id",
        event["id"],
    )
    assert [(row["action"], row["actor_id"], row["event_id"]) for row in rows] == [
        ("transfer.offered", buyer.id, event["id"]),
        ("ticket.transferred", friend.id, event["id"]),
    ]
    assert f'"user_id": {buyer.id}' in rows[1]["before"]
    assert f'"user_id": {friend.id}' in rows[1]["after"]
    for secret in ("friend@test.example", code, new["ticket_code"], token):
        assert secret not in str(rows)


async def test_deleting_a_user_closes_the_offers_by_and_to_them(
    api: Api, connection: asyncpg.Connection, buyer: Person, friend: Person, booking: dict[str, Any]
) -> None:
    first, second = (ticket["ticket_code"] for ticket in booking["tickets"])
    to_friend = await make_offer(api, connection, buyer, first, friend.user.email or "")
    to_other = await make_offer(api, connection, buyer, second)
    assert (await api.call("DELETE", f"/users/{friend.id}", friend)).status_code == 200
    rows = await connection.fetch("SELECT status, email FROM transfers ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("declined", None),
        ("offered", "friend@test.example"),
    ]
    other = await api.person()
    assert_problem(await accept(api, to_friend, other), 409, "invalid_state")
    assert (await api.call("DELETE", f"/users/{buyer.id}", buyer)).status_code == 200
    rows = await connection.fetch("SELECT status, email FROM transfers ORDER BY id")
    assert [tuple(row) for row in rows] == [("declined", None), ("withdrawn", None)]
    assert_problem(await accept(api, to_other, other), 409, "invalid_state")
    assert (await api.get(f"/transfers/{to_other}")).json()["sender"] == "Deleted user"


@pytest.mark.parametrize("who", ["buyer", "receiver who passed it on", "receiver"])
async def test_deleted_user_of_a_transferred_ticket_leaves_it_valid(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    buyer: Person,
    friend: Person,
    code: str,
    who: str,
) -> None:
    token = await make_offer(api, connection, buyer, code)
    code = (await accept(api, token, friend)).json()["ticket_code"]
    leaving = buyer if who == "buyer" else friend
    if who == "receiver who passed it on":
        token = await make_offer(api, connection, friend, code)
        code = (await accept(api, token, await api.person())).json()["ticket_code"]
    assert (await api.call("DELETE", f"/users/{leaving.id}", leaving)).status_code == 200
    # With a history the row stays, and has nothing personal.
    row = await connection.fetchrow("SELECT name, email FROM users WHERE id = $1", leaving.id)
    assert row is not None and tuple(row) == ("Deleted user", None)
    assert (await api.post(f"/tickets/{code}/check-in", organizer)).status_code == 200


async def test_admin_acts_for_the_holder(
    api: Api, connection: asyncpg.Connection, admin: Person, buyer: Person, code: str
) -> None:
    await make_offer(api, connection, admin, code)
    assert (await api.get(f"/tickets/{code}/transfer", buyer)).json()["status"] == "offered"
    assert await connection.fetchval("SELECT from_user_id FROM transfers") == buyer.id
    response: httpx.Response = await api.call("DELETE", f"/tickets/{code}/transfer", admin)
    assert response.json()["success"] is True
    assert (await api.get(f"/tickets/{code}/transfer", buyer)).json()["status"] == "withdrawn"
