"""A ticket at the door as the scanner's page sees it: let in, or why not, and whose it is."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.application.dtos.door import TicketScan
from src.application.use_cases.door.scan_ticket import ShownTicket
from src.domain.entities.scan import ScanKind
from src.domain.entities.user import Role
from src.domain.errors import Forbidden, ValidationFailed
from tests.support.api import Api, Person
from tests.support.door import Door, open_door
from tests.support.rows import snapshot


async def scan(door: Door, who: Person | None = None, **shown: Any) -> TicketScan:
    use_case = door.api.container.door.scan_ticket()
    wanted = ShownTicket(**{"event_id": door.id, **shown})
    return await use_case.execute((who or door.scanner).actor, wanted)


async def test_ticket_that_is_let_in_is_answered_with_its_holder(door: Door) -> None:
    buyer = await door.api.person()
    (ticket,) = await door.tickets(1, buyer)
    answer = await scan(door, code=await door.token(ticket), gate="North")
    assert answer.is_let_through and answer.attendee is not None
    assert (answer.attendee.name, answer.attendee.gate) == (buyer.user.name, "North")
    assert answer.attendee.ticket_type == "General admission"
    assert (await door.seen(ticket))["status"] == "used"


async def test_used_ticket_is_refused_with_its_holder_and_when_and_where(door: Door) -> None:
    ticket = await door.ticket()
    used = (await door.check_in(ticket["ticket_code"], gate="North")).json()
    for shown in ({"code": ticket["ticket_code"]}, {"ticket_id": ticket["id"]}):
        answer = await scan(door, **shown)
        assert (answer.reason, answer.gate) == ("already_used", "North")
        assert answer.used_at is not None and answer.attendee is not None
        assert answer.used_at.isoformat().replace("+00:00", "Z") == used["used_at"]
        assert answer.attendee.ticket_id == ticket["id"]


async def test_ticket_chosen_by_name_is_let_in(door: Door) -> None:
    ticket = await door.ticket()
    assert (await scan(door, ticket_id=ticket["id"])).is_let_through
    assert (await door.seen(ticket))["status"] == "used"


async def test_scan_that_is_sent_again_has_one_effect_and_the_same_answer(
    door: Door, connection: asyncpg.Connection
) -> None:
    ticket = await door.ticket()
    shown = {"code": ticket["ticket_code"], "key": ("phone-1", "scan-1")}
    assert (await scan(door, **shown)).is_let_through
    before = await snapshot(connection, door.id)
    assert (await scan(door, **shown)).is_let_through
    assert await snapshot(connection, door.id) == before
    other = await scan(door, code=ticket["ticket_code"], key=("phone-1", "scan-2"))
    assert other.reason == "already_used"


async def test_scan_that_was_a_conflict_is_one_when_it_is_sent_again(door: Door) -> None:
    ticket = await door.ticket()
    await door.merge("phone-2", door.scan(ticket, 1, "first"))
    (outcome,) = await door.merge("phone-1", door.scan(ticket, 2, "second"))
    assert outcome["result"] == "conflict"
    answer = await scan(door, code=ticket["ticket_code"], key=("phone-1", "second"))
    assert answer.reason == "already_used"


async def test_key_of_another_ticket_is_refused(door: Door) -> None:
    first, second = await door.tickets(2)
    await scan(door, code=first["ticket_code"], key=("phone-1", "scan-1"))
    with pytest.raises(ValidationFailed):
        await scan(door, code=second["ticket_code"], key=("phone-1", "scan-1"))
    assert (await door.seen(second))["status"] == "active"


async def test_scan_that_was_answered_is_admitted_when_it_is_merged_later(door: Door) -> None:
    """Its answer was lost, so the scanner let it in by its list and reports it."""
    ticket = await door.ticket()
    await scan(door, code=ticket["ticket_code"], key=("phone-1", "scan-1"))
    (outcome,) = await door.merge("phone-1", door.scan(ticket, 1, "scan-1"))
    assert (outcome["result"], outcome["reason"]) == ("rejected", "scan_id_reused")


@pytest.mark.parametrize(
    ("code", "reason"), [("TKT-20261120-8F3KQ2ZN", "not_found"), ("TKT1.RUBBISH", "unreadable")]
)
async def test_code_that_is_no_ticket_is_refused(door: Door, code: str, reason: str) -> None:
    answer = await scan(door, code=code)
    assert (answer.reason, answer.attendee) == (reason, None)


async def test_ticket_of_another_event_is_refused_without_its_holder(
    api: Api, door: Door, organizer: Person
) -> None:
    other = await open_door(api, organizer)
    ticket = await other.ticket()
    answer = await scan(door, code=await other.token(ticket))
    assert (answer.reason, answer.attendee) == ("other_event", None)


async def test_wrong_gate_is_refused_with_the_right_one(api: Api, organizer: Person) -> None:
    door = await open_door(api, organizer)
    kinds = (await api.get(f"/events/{door.id}/ticket-types")).json()
    vip = await api.post(
        f"/events/{door.id}/ticket-types", organizer, {"name": "VIP", "price": "5.00"}
    )
    gates = [
        {"name": "North", "ticket_type_ids": [vip.json()["id"]]},
        {"name": "South", "ticket_type_ids": [kinds[0]["id"]]},
    ]
    body = {"ticket_type_id": kinds[0]["id"], "quantity": 1}
    booked = await api.post(f"/events/{door.id}/bookings", await api.person(), body)
    ticket = booked.json()["tickets"][0]
    answer = await api.put(f"/events/{door.id}/gates", organizer, {"gates": gates})
    assert answer.status_code == 200, answer.text
    refused = await scan(door, code=ticket["ticket_code"], gate="North")
    assert (refused.reason, refused.gates) == ("wrong_gate", ["South"])
    assert (await door.seen(ticket))["status"] == "active"
    assert (await scan(door, code=ticket["ticket_code"], gate="South")).is_let_through


async def test_ticket_goes_out_and_in_where_reentry_is_allowed(revolving_door: Door) -> None:
    ticket = await revolving_door.ticket()
    code = ticket["ticket_code"]
    assert (await scan(revolving_door, code=code, direction=ScanKind.OUT)).reason == "not_inside"
    assert (await scan(revolving_door, code=code)).is_let_through
    assert (await scan(revolving_door, code=code)).reason == "already_inside"
    assert (await scan(revolving_door, code=code, direction=ScanKind.OUT)).is_let_through
    assert (await scan(revolving_door, code=code)).is_let_through


async def test_customers_scan_nothing_and_scanners_of_others_find_nothing(door: Door) -> None:
    ticket = await door.ticket()
    with pytest.raises(Forbidden):
        await scan(door, await door.api.person(), code=ticket["ticket_code"])
    stranger = await door.api.person(Role.SCANNER)
    for shown in ({"code": ticket["ticket_code"]}, {"ticket_id": ticket["id"]}):
        assert (await scan(door, stranger, **shown)).reason == "not_found"
    assert (await door.seen(ticket))["status"] == "active"


async def test_doors_are_those_where_somebody_works(
    api: Api, door: Door, organizer: Person
) -> None:
    other = await open_door(api, await api.person(Role.ORGANIZER))
    list_doors = api.container.door.list_doors()

    async def doors(who: Person) -> list[int]:
        return [event.id for event in (await list_doors.execute(who.actor)).near]

    assert await doors(door.scanner) == await doors(organizer) == [door.id]
    assert await doors(other.scanner) == [other.id]
    assert await doors(await api.person(Role.ADMIN)) == [door.id, other.id]
    assert await doors(await api.person(Role.SCANNER)) == []
    with pytest.raises(Forbidden):
        await doors(await api.person())


async def test_door_of_yesterday_is_no_longer_listed(api: Api, door: Door) -> None:
    list_doors = api.container.door.list_doors()
    api.clock.move(hours=16)  # type: ignore[attr-defined]
    (event,) = (await list_doors.execute(door.scanner.actor)).near
    assert event.id == door.id
    api.clock.move(hours=2)  # type: ignore[attr-defined]
    assert (await list_doors.execute(door.scanner.actor)).near == []


async def test_door_of_another_day_is_listed_apart(api: Api, organizer: Person) -> None:
    door = await open_door(api, organizer, date_time=(api.clock() + timedelta(days=3)).isoformat())
    doors = await api.container.door.list_doors().execute(door.scanner.actor)
    assert (doors.near, [event.id for event in doors.later]) == ([], [door.id])


async def test_door_counts_who_is_in(revolving_door: Door) -> None:
    door = revolving_door
    tickets = await door.tickets(3)
    await scan(door, code=tickets[0]["ticket_code"])
    await scan(door, code=tickets[1]["ticket_code"])
    await scan(door, code=tickets[1]["ticket_code"], direction=ScanKind.OUT)
    overview = await door.api.container.door.get_door().execute(door.scanner.actor, door.id)
    count = overview.count
    assert (count.expected, count.used, count.inside) == (3, 2, 1)
    stranger = await door.api.person(Role.SCANNER)
    with pytest.raises(Forbidden):
        await door.api.container.door.get_door().execute(stranger.actor, door.id)
