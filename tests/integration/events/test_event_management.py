"""What organizers do with their events beside selling them: previews, copies, staff, the table."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.dtos.managed_event import (
    EventPeriod,
    ManagedEventSearch,
    ManagedEventSort,
    MovePreview,
)
from src.application.use_cases.event.duplicate_event import DuplicateEventCommand
from src.domain.entities.event import EventStatus
from src.domain.entities.user import Role
from src.domain.errors import Forbidden, NotFound
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.halls import make_hall, seated_event
from tests.support.orders import FEES, order_of, pay, read, stored
from tests.support.payments import ScriptedProvider
from tests.support.rows import audit


async def preview(api: Api, who: Person, event: dict[str, Any]) -> dict[str, Any]:
    response = await api.get(f"/events/{event['id']}/cancellation-preview", who)
    assert response.status_code == 200, response.text
    said: dict[str, Any] = response.json()
    return said


async def cancel(api: Api, organizer: Person, event: dict[str, Any]) -> None:
    response = await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    assert response.status_code == 200, response.text


async def refunded(api: Api, connection: asyncpg.Connection) -> dict[str, tuple[Decimal, int]]:
    """What the cancellation pays back, by currency, and for how many bookings."""
    await api.container.settling.refund_cancelled_events().execute()
    rows = await connection.fetch(
        "SELECT currency, sum(amount) AS amount, count(DISTINCT booking_id) AS bookings "
        "FROM transactions WHERE kind = 'refund' AND reason = 'The event was cancelled.' "
        "GROUP BY currency"
    )
    return {row["currency"]: (row["amount"], row["bookings"]) for row in rows}


async def test_the_preview_of_a_cancellation_is_what_the_cancellation_does(
    api: Api, organizer: Person, provider: ScriptedProvider, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, price="19.99", capacity=40, **FEES)
    other = await api.event(organizer, price="7.35", **FEES)
    buyers = [await api.person() for _ in range(4)]
    both = await order_of(api, buyers[0], event, other, quantity=3)
    used = await order_of(api, buyers[1], event, quantity=3)
    part = await order_of(api, buyers[2], event, other, quantity=2)
    for buyer, order in zip(buyers, (both, used, part), strict=False):
        await pay(api, buyer, provider, order)
    await order_of(api, buyers[3], event, quantity=1)
    code = (await read(api, buyers[1], used))["bookings"][0]["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/check-in", organizer)).status_code == 200
    payments = (await api.get(f"/transactions/order/{part['id']}", buyers[2])).json()
    path = f"/transactions/{payments[0]['id']}/refund"
    assert (await api.post(path, organizer, {"amount": "11.11"})).status_code == 201

    said = await preview(api, organizer, event)
    assert (said["bookings"], said["holds"], said["kept_bookings"]) == (2, 1, 1)
    assert (said["tickets"], said["people"]) == (3 + 2 + 2 + 1, 4)
    await cancel(api, organizer, event)
    done = await refunded(api, connection)
    assert {
        back["currency"]: (Decimal(back["amount"]), back["bookings"]) for back in said["paid_back"]
    } == done
    assert done["USD"][1] == 3
    ended = await connection.fetch(
        "SELECT id FROM bookings WHERE event_id = $1 AND status IN ('cancelled', 'refunded')",
        event["id"],
    )
    assert len(ended) == said["bookings"] + said["holds"]


async def test_of_an_event_that_is_paid_outside_nothing_is_paid_back(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"], 2)
    before = await stored(connection)
    said = await preview(api, organizer, event)
    assert said == {
        **dict.fromkeys(("bookings", "people"), 1),
        **dict.fromkeys(("holds", "kept_bookings"), 0),
        "tickets": 2,
        "paid_back": [],
    }
    assert await stored(connection) == before
    await cancel(api, organizer, event)
    again = await api.get(f"/events/{event['id']}/cancellation-preview", organizer)
    assert_problem(again, 409, "invalid_state")


async def test_a_move_notifies_everybody_who_holds_a_ticket_once(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"], 2)
    await api.book(buyer, event["id"], 1)
    await api.book(await api.person(), event["id"], 1)
    move = api.container.management.preview_event_move()
    assert await move.execute(organizer.actor, event["id"]) == MovePreview(people=2, tickets=4)
    with pytest.raises(NotFound):
        await move.execute((await api.person(Role.ORGANIZER)).actor, event["id"])
    with pytest.raises(Forbidden):
        await move.execute(buyer.actor, event["id"])


async def test_a_copy_is_a_draft_with_the_same_types_at_another_time(
    api: Api, organizer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(
        organizer,
        date_time="2036-07-01T20:00:00",
        timezone="Europe/Berlin",
        sales_start="2036-06-01T09:00:00",
        capacity=None,
        terms="Doors at seven.",
        **FEES,
        ticket_types=[
            {"name": "VIP", "price": "90.00", "capacity": 5, "sales_end": "2036-06-30T23:59:00"},
            {"name": "Standard", "price": "30.00", "capacity": 50},
        ],
    )
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    await api.call(
        "PATCH", f"/ticket-types/{types[0]['id']}/status", organizer, json={"status": "closed"}
    )
    response = await api.post(
        f"/events/{event['id']}/duplicate", admin, {"date_time": "2036-12-01T20:00:00"}
    )
    assert response.status_code == 201, response.text
    copy = response.json()
    own = {"id", "status", "date_time", "ends_at", "sales_start", "created_at", "updated_at"}
    assert {key for key in copy if copy[key] != event[key]} == own
    # By the clock on the wall, though the clocks went back between.
    assert copy["date_time"] == "2036-12-01T19:00:00Z"
    assert copy["ends_at"] == "2036-12-01T22:00:00Z"
    assert copy["sales_start"] == "2036-11-01T08:00:00Z"
    copied = (await api.get(f"/events/{copy['id']}/ticket-types", organizer)).json()
    assert [(t["name"], t["price"], t["capacity"], t["status"]) for t in copied] == [
        ("VIP", "90.00", 5, "available"),
        ("Standard", "30.00", 50, "available"),
    ]
    assert copied[0]["sales_end"] == "2036-11-30T22:59:00Z"
    (entry,) = await audit(connection, "event", copy["id"])
    assert (entry["action"], entry["actor_id"]) == ("event.created", admin.id)


async def test_a_copy_of_a_seated_event_sells_the_same_sections(
    api: Api, organizer: Person
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    path = f"/events/{event['id']}/duplicate"
    copy = (await api.post(path, organizer, {"date_time": "2036-12-01T20:00:00Z"})).json()
    assert (copy["seating"], copy["capacity"]) == ("reserved", event["capacity"])
    assert (copy["venue_id"], copy["status"]) == (hall.id, "draft")


async def test_a_copy_in_the_past_is_refused(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    before = await stored(connection)
    path = f"/events/{event['id']}/duplicate"
    refused = await api.post(path, organizer, {"date_time": "2020-01-01T20:00:00Z"})
    assert_problem(refused, 422, "validation_failed")
    assert await stored(connection) == before


async def test_a_form_that_is_sent_twice_makes_one_event(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    duplicate = api.container.management.duplicate_event()
    command = DuplicateEventCommand(
        event_id=event["id"],
        date_time=api.clock() + timedelta(days=90),
        idempotency=IdempotentRequest(organizer.id, "form-1", b"same"),
    )
    first = await duplicate.execute(organizer.actor, command)
    second = await duplicate.execute(organizer.actor, command)
    assert (first.result.id, second.is_replayed) == (second.result.id, True)


async def test_a_scanner_is_added_by_address_and_taken_away(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    scanner, other = await api.person(Role.SCANNER), await api.person(Role.SCANNER)
    path = f"/events/{event['id']}/scanners"
    for person in (other, scanner, scanner):
        response = await api.post(path, organizer, {"email": str(person.user.email).upper()})
        assert response.status_code == 201, response.text
    assert (response.json()["name"], response.json()["email"]) == (scanner.user.name, None)
    assert len(await audit(connection, "event", event["id"])) == 3
    staff = await api.container.management.list_staff().execute(organizer.actor)
    assert [member.user_id for member in staff] == sorted([scanner.id, other.id])
    assert staff[0].events == [(event["id"], event["title"])]
    remove = api.container.management.remove_scanner()
    await remove.execute(organizer.actor, event["id"], other.id)
    assert [user["id"] for user in (await api.get(path, organizer)).json()] == [scanner.id]
    with pytest.raises(NotFound):
        await remove.execute((await api.person(Role.ORGANIZER)).actor, event["id"], scanner.id)


async def test_addresses_of_others_are_refused_in_the_same_words(
    api: Api, organizer: Person
) -> None:
    event = await api.event(organizer)
    customer = await api.person()
    inactive = await api.person(Role.SCANNER, is_active=False)
    details = set()
    for email in (customer.user.email, inactive.user.email, "nobody@test.example"):
        refused = await api.post(f"/events/{event['id']}/scanners", organizer, {"email": email})
        details.add(assert_problem(refused, 404, "not_found")["detail"])
    assert details == {"There is no scanner with this e-mail address."}


async def test_the_table_shows_drafts_and_shares_of_ones_own_events_alone(
    api: Api, organizer: Person, admin: Person, buyer: Person, clock: MovableClock
) -> None:
    first = await api.event(organizer, title="Alpha 100%", venue="Hall_1")
    draft = await api.event(organizer, title="beta", status="draft", capacity=30)
    rival = await api.person(Role.ORGANIZER)
    foreign = await api.event(rival, title="Foreign")
    await api.book(buyer, first["id"], 3)
    table = api.container.management.list_managed_events()

    async def ids(who: Person, **fields: Any) -> list[int]:
        found = await table.execute(who.actor, ManagedEventSearch(**fields))
        return [event.id for event in found.items]

    found = await table.execute(organizer.actor, ManagedEventSearch(organizer_id=rival.id))
    assert [event.id for event in found.items] == [first["id"], draft["id"]]
    assert (found.total, found.sold, found.capacity) == (2, 3, 40)
    assert (found.items[0].sold, found.items[0].organizer) == (3, organizer.user.name)
    assert await ids(organizer, status=EventStatus.DRAFT) == [draft["id"]]
    assert await ids(organizer, q="0%") == await ids(organizer, q="l_1") == [first["id"]]
    assert await ids(organizer, sort=ManagedEventSort.SOLD) == [draft["id"], first["id"]]
    assert await ids(organizer, sort=ManagedEventSort.TITLE_DESCENDING) == [
        draft["id"],
        first["id"],
    ]
    assert await ids(organizer, limit=1, offset=1) == [draft["id"]]
    assert await ids(admin, organizer_id=rival.id) == [foreign["id"]]
    assert foreign["id"] in await ids(admin)
    clock.move(days=40)
    assert await ids(organizer, period=EventPeriod.UPCOMING) == []
    assert len(await ids(organizer, period=EventPeriod.PAST)) == 2
    with pytest.raises(Forbidden):
        await ids(buyer)
