"""From a change to a receiver that verifies it: signatures, order, retries, secrets, the log."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
from standardwebhooks.webhooks import WebhookVerificationError

from src.domain.entities.user import Role
from tests.integration.webhooks.conftest import Deliver
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.rows import audit
from tests.support.webhooks import Received, Receiver, create, deliveries

ALL = ("booking.*", "order.*", "payment.*", "refund.*", "ticket.*", "event.*")


async def test_receiver_verifies_what_it_gets_and_it_is_what_the_api_answers(
    api: Api, organizer: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 2)
    assert await deliver() == 1
    (request,) = receiver.received
    message = request.verify(webhook["secret"])
    assert request.path == "/hooks"
    assert request.headers["host"] == f"receiver.example:{receiver.port}"
    assert request.headers["content-type"] == "application/json"
    assert message["type"] == "booking.confirmed"
    assert (message["version"], message["object"]) == (1, "booking")
    assert message["object_id"] == booking["id"]
    answered = (await api.get(f"/bookings/{booking['id']}", organizer)).json()
    assert message["data"] == answered
    assert request.id == f"msg_{message['sequence']}"
    (delivery,) = await deliveries(api, organizer, webhook)
    assert delivery["status"] == "delivered"
    assert delivery["webhook_id"] == request.id
    assert (delivery["attempts"], delivery["response_status"]) == (1, 204)
    assert delivery["error"] is None
    assert await deliver() == 0
    with pytest.raises(WebhookVerificationError):
        request.verify("whsec_" + "A" * 43 + "=")


async def test_every_kind_of_object_is_sent_in_the_shape_of_the_api(
    api: Api, organizer: Person, admin: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    webhook = await create(api, organizer, receiver.url, *ALL)
    event = await api.event(organizer, payment="online")
    order = (await api.book(buyer, event["id"]))["order_id"]
    body = {"order_id": order, "provider": "manual"}
    payment = (await api.post("/transactions", buyer, body)).json()
    await api.call(
        "PATCH", f"/transactions/{payment['id']}/status", admin, json={"status": "success"}
    )
    booking = (await api.get(f"/bookings/user/{buyer.id}", buyer)).json()[0]
    code = booking["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/check-in", organizer)).status_code == 200
    while await deliver():
        pass
    assert {"event.created", "booking.pending", "order.pending", "payment.started"} < {
        *receiver.types
    }
    for kind, path in (
        ("event", f"/events/{event['id']}"),
        ("booking", f"/bookings/{booking['id']}"),
        ("order", f"/orders/{order}"),
        ("ticket", f"/tickets/{code}"),
        ("transaction", f"/transactions/{payment['id']}"),
    ):
        last = _last(receiver, kind)
        last.verify(webhook["secret"])
        answered = (await api.get(path, admin)).json()
        if kind == "transaction":
            answered |= {"client_secret": None, "redirect_url": None}
        assert last.message["data"] == answered, kind


async def test_test_message_is_sent_and_logged(
    api: Api, organizer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    webhook = await create(api, organizer, receiver.url, "order.confirmed")
    response = await api.post(f"/webhooks/{webhook['id']}/test", organizer)
    assert response.status_code == 202
    assert response.json()["status"] == "pending"
    await deliver()
    message = receiver.received[0].verify(webhook["secret"])
    assert (message["type"], message["object_id"]) == ("webhook.test", webhook["id"])
    assert "secret" not in message["data"]
    (delivery,) = await deliveries(api, organizer, webhook)
    assert delivery["id"] == response.json()["id"]
    assert (delivery["type"], delivery["status"]) == ("webhook.test", "delivered")


async def test_each_hears_of_its_own_events_and_admins_of_all(
    api: Api, organizer: Person, admin: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    rival = await api.person(Role.ORGANIZER)
    theirs = await create(api, organizer, receiver.url)
    foreign = await create(api, rival, receiver.url)
    everything = await create(api, admin, receiver.url)
    other_type = await create(api, organizer, receiver.url, "booking.cancelled")
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    assert await deliver() == 2
    assert len(await deliveries(api, organizer, theirs)) == 1
    assert len(await deliveries(api, admin, everything)) == 1
    assert await deliveries(api, rival, foreign) == []
    assert await deliveries(api, organizer, other_type) == []


async def test_order_of_two_organizers_is_heard_of_by_admins_alone(
    api: Api, organizer: Person, admin: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    rival = await api.person(Role.ORGANIZER)
    webhook = await create(api, organizer, receiver.url, "order.*")
    everything = await create(api, admin, receiver.url, "order.*")
    events = [await api.event(who) for who in (organizer, rival)]
    types = [
        (await api.get(f"/events/{event['id']}/ticket-types")).json()[0]["id"] for event in events
    ]
    items = [{"ticket_type_id": type_id, "quantity": 1} for type_id in types]
    assert (await api.post("/orders", buyer, {"items": items})).status_code == 201
    assert (await api.post("/orders", buyer, {"items": items[:1]})).status_code == 201
    await deliver()
    own = await deliveries(api, organizer, webhook)
    assert len(own) == 1
    assert len(await deliveries(api, admin, everything)) == 2


async def test_nothing_is_sent_for_who_was_deactivated_demoted_or_deleted(
    api: Api, organizer: Person, admin: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    await api.container.jobs.relay_outbox().execute()
    await api.call("PATCH", f"/users/{organizer.id}/deactivate", admin)
    assert await deliver() == 0
    await api.call("PATCH", f"/users/{organizer.id}/activate", admin)
    await api.put(f"/users/{organizer.id}", admin, {"role": "customer"})
    assert await deliver() == 0
    await api.put(f"/users/{organizer.id}", admin, {"role": "organizer"})
    assert await deliver() == 1
    await api.put(f"/events/{event['id']}", admin, {"status": "cancelled"})
    assert (await api.call("DELETE", f"/users/{organizer.id}", admin)).status_code == 200
    assert (await api.get("/webhooks", admin)).json() == []
    assert await deliver() == 0


async def test_what_was_deleted_is_gone_from_what_is_still_to_be_sent(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    receiver: Receiver,
    deliver: Deliver,
) -> None:
    await create(api, organizer, receiver.url, "order.*")
    event = await api.event(organizer, payment="online")
    order = (await api.book(buyer, event["id"]))["order_id"]
    contact = {"contact_name": "Ann Example", "contact_email": "ann@test.example"}
    assert (await api.put(f"/orders/{order}", buyer, contact)).status_code == 200
    receiver.status = 500
    await deliver()
    assert receiver.received[0].message["data"]["contact_name"] == "Ann Example"
    receiver.status, receiver.received = 204, []
    await api.post(f"/orders/{order}/cancel", buyer)
    assert (await api.call("DELETE", f"/orders/{order}", buyer)).status_code == 200
    clock.move(minutes=1)
    while await deliver():
        pass
    later = receiver.received
    assert {request.message["type"] for request in later} == {"order.pending", "order.cancelled"}
    assert [request.message["data"] for request in later] == [None] * len(later)
    assert all(request.message["object_id"] == order for request in later)


async def test_receiver_that_fails_for_an_hour_gets_everything_in_the_end(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    receiver: Receiver,
    deliver: Deliver,
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    bookings = [(await api.book(buyer, event["id"]))["id"] for _ in range(3)]
    receiver.status = 500
    for _ in range(60):
        await deliver()
        clock.move(minutes=1)
    ids = {request.id for request in receiver.received}
    assert len(ids) == 3
    assert len(receiver.received) == 3 * 5, "at once, after 5 s, 1, 5 and 30 minutes"
    log = await deliveries(api, organizer, webhook)
    assert {delivery["status"] for delivery in log} == {"pending"}
    assert log[0]["error"] == "The answer was 500."
    organizer = api.renewed(organizer)
    assert (await api.get(f"/webhooks/{webhook['id']}", organizer)).json()["failing_since"]

    receiver.status, receiver.received = 200, []
    clock.move(hours=1)
    while await deliver():
        pass
    messages = [request.verify(webhook["secret"]) for request in receiver.received]
    assert sorted(message["object_id"] for message in messages) == bookings
    assert {request.id for request in receiver.received} == ids
    organizer = api.renewed(organizer)
    assert (await api.get(f"/webhooks/{webhook['id']}", organizer)).json()["failing_since"] is None


async def test_endpoint_is_disabled_after_three_days_and_can_be_enabled_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    receiver: Receiver,
    deliver: Deliver,
    connection: asyncpg.Connection,
) -> None:
    webhook = await create(api, organizer, receiver.url)
    path = f"/webhooks/{webhook['id']}"
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    receiver.status = 500
    for _ in range(90):
        await deliver()
        clock.move(hours=1)
    organizer = api.renewed(organizer)
    stored = (await api.get(path, organizer)).json()
    assert (stored["is_active"], stored["disabled_reason"]) == (False, "failing")
    (failed,) = await deliveries(api, organizer, webhook)
    assert (failed["status"], failed["attempts"]) == ("failed", 12)
    assert failed["next_attempt_at"] is None
    entry = (await audit(connection, "webhook", webhook["id"]))[-1]
    assert (entry["action"], entry["actor_id"]) == ("webhook.disabled", None)

    count = len(receiver.received)
    await api.book(api.renewed(buyer), event["id"])
    await deliver()
    assert len(receiver.received) == count, "nothing is planned for it"
    for refused in (
        await api.post(f"{path}/test", organizer),
        await api.post(f"{path}/deliveries/{failed['id']}/replay", organizer),
    ):
        assert_problem(refused, 409, "invalid_state")
    receiver.status = 204
    enabled = (await api.put(path, organizer, {"is_active": True})).json()
    assert (enabled["is_active"], enabled["failing_since"]) == (True, None)
    replayed = await api.post(f"{path}/deliveries/{failed['id']}/replay", organizer)
    assert replayed.status_code == 202
    assert (replayed.json()["status"], replayed.json()["attempts"]) == ("pending", 0)
    assert await deliver() == 1
    assert receiver.received[-1].id == receiver.received[0].id


async def test_endpoint_that_is_gone_is_disabled_at_once(
    api: Api,
    organizer: Person,
    buyer: Person,
    receiver: Receiver,
    deliver: Deliver,
    connection: asyncpg.Connection,
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    receiver.status = 410
    await deliver()
    stored = (await api.get(f"/webhooks/{webhook['id']}", organizer)).json()
    assert (stored["is_active"], stored["disabled_reason"]) == (False, "gone")
    assert (await audit(connection, "webhook", webhook["id"]))[-1]["action"] == "webhook.disabled"
    await deliver()
    assert len(receiver.received) == 1


async def test_both_secrets_sign_for_a_day(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    receiver: Receiver,
    deliver: Deliver,
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    rotated = await api.post(f"/webhooks/{webhook['id']}/rotate-secret", organizer)
    assert rotated.status_code == 200
    old, new = webhook["secret"], rotated.json()["secret"]
    assert old != new
    await api.book(buyer, event["id"])
    await deliver()
    for secret in (old, new):
        receiver.received[0].verify(secret)
    assert len(receiver.received[0].headers["webhook-signature"].split(" ")) == 2

    clock.move(hours=24)
    await api.book(api.renewed(buyer), event["id"])
    await deliver()
    receiver.received[1].verify(new)
    with pytest.raises(WebhookVerificationError):
        receiver.received[1].verify(old)


async def test_endpoint_asks_to_be_left_alone_and_is(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    receiver: Receiver,
    deliver: Deliver,
) -> None:
    await create(api, organizer, receiver.url)
    await api.book(buyer, (await api.event(organizer))["id"])
    receiver.status, receiver.headers = 429, {"Retry-After": "600"}
    await deliver()
    clock.move(minutes=9)
    await deliver()
    assert len(receiver.received) == 1
    clock.move(minutes=1, seconds=5)
    await deliver()
    assert len(receiver.received) == 2


async def test_redirect_is_not_followed(
    api: Api, organizer: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    webhook = await create(api, organizer, receiver.url)
    await api.book(buyer, (await api.event(organizer))["id"])
    receiver.status, receiver.headers = 302, {"Location": "https://receiver.example/elsewhere"}
    assert await deliver() == 0
    assert [request.path for request in receiver.received] == ["/hooks"]
    (delivery,) = await deliveries(api, organizer, webhook)
    assert (delivery["status"], delivery["response_status"]) == ("pending", 302)


async def test_messages_about_an_object_come_in_order_while_nothing_fails(
    api: Api, organizer: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    bookings = [await api.book(buyer, event["id"]) for _ in range(4)]
    for booking in bookings:
        await api.put(f"/bookings/{booking['id']}/cancel", buyer)

    async def take_time(request: Received) -> None:
        await asyncio.sleep(0.01 if "cancelled" in request.message["type"] else 0.05)

    receiver.before_answer = take_time
    while await deliver():
        pass
    for booking in bookings:
        about = [r.message for r in receiver.received if r.message["object_id"] == booking["id"]]
        assert [message["type"] for message in about] == ["booking.confirmed", "booking.cancelled"]
        assert about[0]["sequence"] < about[1]["sequence"]


async def test_message_that_is_tried_again_holds_up_no_later_one_and_shows_its_place(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    receiver: Receiver,
    deliver: Deliver,
) -> None:
    await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"])
    receiver.status = 500
    await deliver()
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    receiver.status = 204
    await deliver()
    clock.move(minutes=1)
    await deliver()
    first, second, third = [request.message for request in receiver.received]
    assert first["type"] == third["type"] == "booking.confirmed"
    assert second["sequence"] > third["sequence"] == first["sequence"]
    assert third["data"]["status"] == "cancelled", "the state when sent"


async def test_sold_out_is_announced_once_each_time(
    api: Api, organizer: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    webhook = await create(api, organizer, receiver.url, "event.sold_out")
    event = await api.event(organizer, capacity=3)
    await api.book(buyer, event["id"], 2)
    await deliver()
    assert receiver.types == []
    last = await api.book(buyer, event["id"])
    await deliver()
    await deliver()
    assert receiver.types == ["event.sold_out"]
    message = receiver.received[0].verify(webhook["secret"])
    assert message["data"]["tickets_available"] == 0
    assert receiver.received[0].id == f"msg_{message['sequence']}_sold_out"

    await api.put(f"/bookings/{last['id']}/cancel", buyer)
    await deliver()
    await api.book(buyer, event["id"])
    await deliver()
    assert receiver.types == ["event.sold_out"] * 2
    assert len({request.id for request in receiver.received}) == 2


async def test_log_is_filtered_by_status_and_type(
    api: Api, organizer: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"])
    await deliver()
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    receiver.status = 500
    await deliver()
    path = f"/webhooks/{webhook['id']}/deliveries"
    for params, types in (
        ({}, ["booking.cancelled", "booking.confirmed"]),
        ({"status": "pending"}, ["booking.cancelled"]),
        ({"status": "delivered"}, ["booking.confirmed"]),
        ({"type": "booking.confirmed"}, ["booking.confirmed"]),
        ({"type": "booking.confirmed", "status": "failed"}, []),
    ):
        log = (await api.get(path, organizer, params=params)).json()
        assert [delivery["type"] for delivery in log] == types, params
    assert_problem(await api.get(path, organizer, params={"type": "x"}), 422, "validation_failed")


async def test_old_deliveries_are_cleaned_up(
    api: Api,
    organizer: Person,
    buyer: Person,
    receiver: Receiver,
    deliver: Deliver,
    connection: asyncpg.Connection,
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    await api.book(buyer, event["id"])
    await deliver()
    clean_up = api.container.webhooks.clean_up_deliveries()
    assert await clean_up.execute() == 0
    await connection.execute(
        "UPDATE webhook_deliveries SET created_at = created_at - $1::interval "
        "WHERE id = (SELECT min(id) FROM webhook_deliveries)",
        timedelta(days=31),
    )
    assert await clean_up.execute() == 1
    assert len(await deliveries(api, organizer, webhook)) == 1


def _last(receiver: Receiver, kind: str) -> Received:
    about = [request for request in receiver.received if request.message["object"] == kind]
    return max(about, key=_sequence)


def _sequence(request: Received) -> int:
    sequence: int = request.message["sequence"]
    return sequence
