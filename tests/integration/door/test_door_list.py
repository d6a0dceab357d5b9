"""Door lists: all that a scanner without a network needs, then only what has changed."""

import asyncio
import gzip
import hashlib
from typing import Any

import asyncpg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from src.infrastructure.security.ticket_tokens import PREFIX, SIGNATURE_BYTES, _decode
from tests.support.api import Api, Person, assert_problem
from tests.support.disputes import dispute
from tests.support.door import Door
from tests.support.orders import order_of, pay
from tests.support.payments import ScriptedProvider

Json = dict[str, Any]


def entries(door_list: Json) -> dict[int, Json]:
    found = [dict(zip(door_list["columns"], entry, strict=True)) for entry in door_list["entries"]]
    return {entry["ticket_id"]: entry for entry in found}


async def test_list_has_all_that_a_scanner_needs_and_no_code_or_token(door: Door, api: Api) -> None:
    buyer = await api.person()
    (ticket,) = await door.tickets(1, buyer)
    door_list = await door.list()
    assert door_list["full"]
    assert door_list["event"]["id"] == door.id
    assert door_list["event"]["allows_reentry"] is False
    assert entries(door_list)[ticket["id"]] == {
        "ticket_id": ticket["id"],
        "issue": 1,
        "status": "active",
        "name": buyer.user.name,
        "ticket_type_id": ticket["ticket_type_id"],
        "seat": None,
        "code_ending": ticket["ticket_code"][-4:],
        "used_at": None,
        "gate": None,
        "is_inside": False,
        "is_complimentary": False,
        "is_disputed": False,
    }
    assert ticket["ticket_code"] not in str(door_list)
    assert hashlib.sha256(ticket["ticket_code"].encode()).hexdigest() not in str(door_list)


async def test_keys_of_the_list_verify_the_tokens(door: Door) -> None:
    token = await door.token(await door.ticket())
    data = _decode(token)
    payload, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    keys = {key["id"]: bytes.fromhex(key["public_key"]) for key in (await door.list())["keys"]}
    key = Ed25519PublicKey.from_public_bytes(keys[int.from_bytes(payload[:4])])
    key.verify(signature, PREFIX.encode() + payload)


async def test_delta_has_only_what_changed_those_that_died_included(door: Door, api: Api) -> None:
    stays, used = await door.tickets(2)
    buyer = await api.person()
    refunded = await api.book(buyer, door.id)
    cancelled = await api.book(buyer, door.id)
    before = await door.list()
    assert len(before["entries"]) == 4
    assert (await door.list(before["version"]))["entries"] == []
    await door.check_in(used["ticket_code"], gate="North")
    await api.put(f"/bookings/{refunded['id']}/refund", door.organizer)
    await api.put(f"/bookings/{cancelled['id']}/cancel", door.organizer)
    new = await door.ticket()
    delta = await door.list(before["version"])
    changed = entries(delta)
    assert not delta["full"]
    assert {id_: entry["status"] for id_, entry in changed.items()} == {
        used["id"]: "used",
        refunded["tickets"][0]["id"]: "refunded",
        cancelled["tickets"][0]["id"]: "cancelled",
        new["id"]: "active",
    }
    assert (changed[used["id"]]["gate"], changed[used["id"]]["is_inside"]) == ("North", True)
    assert changed[used["id"]]["used_at"].endswith("Z")
    merged = {**entries(before), **changed}
    assert merged == entries(await door.list())
    assert stays["id"] not in changed
    assert (await door.list(delta["version"]))["entries"] == []


async def test_ticket_appears_when_it_is_confirmed(door: Door, api: Api) -> None:
    buyer = await api.person()
    body = {"event_id": door.id, "quantity": 1}
    held = (await api.post("/reservations/reserve", buyer, body)).json()
    before = await door.list()
    assert before["entries"] == []
    await api.post(f"/reservations/{held['id']}/confirm", buyer)
    assert list(entries(await door.list(before["version"]))) == [held["tickets"][0]["id"]]


async def test_delta_carries_gates_and_facts_of_the_event(
    door: Door, api: Api, organizer: Person
) -> None:
    version = (await door.list())["version"]
    gates = [{"name": "North", "ticket_type_ids": []}]
    await api.put(f"/events/{door.id}/gates", organizer, {"gates": gates})
    await api.put(f"/events/{door.id}", organizer, {"allows_reentry": True, "title": "Renamed"})
    door_lists = api.container.door.door_lists()
    door_lists._doors.invalidate_all()
    delta = await door.list(version)
    assert (delta["gates"], delta["event"]["title"]) == (gates, "Renamed")
    assert delta["event"]["allows_reentry"]


async def test_restored_database_is_answered_with_a_full_list(
    door: Door, connection: asyncpg.Connection
) -> None:
    await door.ticket()
    version = (await door.list())["version"]
    database, number = version.split(".")
    for other in (f"{'0' * 12}.{number}", f"{database}.{int(number) + 1000}"):
        answered = await door.list(other)
        assert (answered["full"], answered["version"]) == (True, version)
    # A dump restored into the same database makes its tables anew.
    await connection.execute("VACUUM FULL tickets")
    answered = await door.list(version)
    assert answered["full"]
    assert answered["version"] != version


@pytest.mark.parametrize("since", ["", "17", "x.y", "5f2ab01c9d3e.", "5f2ab01c9d3e.-1", "z" * 41])
async def test_what_is_no_version_is_refused(door: Door, api: Api, since: str) -> None:
    path = f"/events/{door.id}/door-list"
    response = await api.get(path, door.scanner, params={"since": since})
    assert_problem(response, 422, "validation_failed")


async def test_unchanged_list_is_answered_304_and_a_long_one_compressed(
    door: Door, api: Api
) -> None:
    await door.tickets(50)
    await door.list()
    path = f"/events/{door.id}/door-list"
    plain = await api.get(path, door.scanner, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    packed = await api.get(path, door.scanner, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(gzip.compress(plain.content, 6, mtime=0))
    assert packed.json() == plain.json()
    for tag in (plain.headers["etag"], packed.headers["etag"]):
        again = await api.get(path, door.scanner, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")


async def test_many_scanners_that_poll_cost_as_much_as_one(
    door: Door, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    await door.tickets(3)
    version = (await door.list())["version"]
    await door.ticket()
    lists = api.container.door.door_lists()
    lists.states.invalidate_all()
    read, reads = lists._reader.entries, []

    async def count(event_id: int, *, after: int) -> str:
        reads.append(after)
        return str(await read(event_id, after=after))

    monkeypatch.setattr(lists._reader, "entries", count)
    path = f"/events/{door.id}/door-list"
    answers = await asyncio.gather(
        *(api.get(path, door.scanner, params={"since": version}) for _ in range(20)),
    )
    assert {len(answer.json()["entries"]) for answer in answers} == {1}
    assert len(reads) == 1


async def test_list_marks_tickets_whose_payment_is_disputed_until_that_is_decided(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    disputed, other = [await order_of(api, buyer, event, quantity=1) for _ in range(2)]
    payment = await pay(api, buyer, provider, disputed)
    await pay(api, buyer, provider, other)
    door = Door(api, organizer, organizer, event)
    before = await door.list()
    assert [entry["is_disputed"] for entry in entries(before).values()] == [False, False]
    reference = await dispute(api, provider, payment)
    delta = await door.list(before["version"])
    (changed,) = entries(delta).values()
    assert (changed["is_disputed"], changed["status"]) == (True, "active")
    # Nothing else of it changes for a scanner.
    await dispute(api, provider, payment, "under_review", reference=reference)
    assert (await door.list(delta["version"]))["entries"] == []
    await dispute(api, provider, payment, "won", reference=reference)
    (changed,) = entries(await door.list(delta["version"])).values()
    assert (changed["is_disputed"], changed["status"]) == (False, "active")
    await dispute(api, provider, payment, "lost", reference=reference)
    ended = entries(await door.list(before["version"]))[changed["ticket_id"]]
    assert (ended["is_disputed"], ended["status"]) == (False, "refunded")
