"""Which change leads to which mail, to whom, and when it is not sent after all."""

from typing import Any

import asyncpg
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock, Person
from tests.support.mails import Post
from tests.support.orders import manual_payment, order_of, send_webhook, start
from tests.support.payments import ScriptedProvider


async def online(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    return await order_of(api, buyer, await api.event(organizer, payment="online"))


async def pay(api: Api, provider: ScriptedProvider, payment: dict[str, Any]) -> None:
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])


async def test_a_booking_is_confirmed_to_its_buyer_with_its_codes(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer, title="Rock & Rüben", language="de", venue="Halle 5")
    booking = await api.book(buyer, event["id"], 2)
    (mail,) = await post.deliver()
    assert (mail.address, mail.name) == (buyer.user.email, buyer.user.name)
    assert mail.reply_to == organizer.user.email
    assert mail.rendered.subject == "Ihre Tickets: Rock & Rüben"
    codes = [ticket["ticket_code"] for ticket in booking["tickets"]]
    for shown in (mail.rendered.text, mail.rendered.html):
        assert all(text in shown for text in [booking["reference"], "Halle 5", *codes])
    assert "Rock &amp; Rüben" in mail.rendered.html
    assert await post.deliver() == []


async def test_a_gift_says_who_gives_it_and_that_it_is_free(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer, payment="online", service_fee_fixed="2.00")
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    path = f"/events/{event['id']}/complimentary"
    reason = "An apology that is ours"
    gift = {"ticket_type_id": kind["id"], "quantity": 1, "reason": reason}
    for receiver in ({"user_id": buyer.id}, {"name": "Ada", "email": "ada@test.example"}):
        given = await api.post(path, organizer, {**gift, **receiver})
        assert given.status_code == 201, given.text
    mails = await post.deliver()
    assert [mail.address for mail in mails] == [buyer.user.email, "ada@test.example"]
    for mail in mails:
        for shown in (mail.rendered.text, mail.rendered.html):
            assert organizer.user.name in shown
            assert "They are free: there is nothing to pay." in shown
            assert "Free" in shown and "0.00" not in shown
            assert "Thank you for your order" not in shown and reason not in shown
        assert "TKT-" in mail.rendered.text
    bought = await order_of(api, buyer, await api.event(organizer))
    (mail,) = await post.deliver()
    assert bought["reference"] in mail.rendered.text
    assert "free" not in mail.rendered.text.lower()


async def test_an_order_of_two_events_is_one_mail_and_its_bookings_are_none(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, post: Post
) -> None:
    events = [await api.event(organizer, title=title, payment="online") for title in "AB"]
    order = await order_of(api, buyer, *events)
    await pay(api, provider, await start(api, buyer, order))
    (mail,) = await post.deliver()
    assert mail.rendered.subject == "Your tickets: A and 1 more"
    assert order["reference"] in mail.rendered.text
    assert mail.rendered.text.count("TKT-") == 4
    assert "deadline" not in mail.rendered.text


async def test_a_late_payment_that_is_honoured_says_so(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    post: Post,
    clock: MovableClock,
) -> None:
    order = await online(api, organizer, buyer)
    payment = await start(api, buyer, order)
    clock.move(hours=1)
    await pay(api, provider, payment)
    (mail,) = await post.deliver()
    assert "after the deadline, but your tickets were still free" in mail.rendered.text


async def test_a_late_payment_that_buys_nothing_is_answered_with_its_refund(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    post: Post,
    clock: MovableClock,
) -> None:
    event = await api.event(organizer, payment="online", capacity=2)
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    clock.move(hours=1)
    other = api.renewed(await api.person())
    await order_of(api, other, event)
    await pay(api, provider, payment)
    sent = {mail.rendered.subject.partition(":")[0]: mail for mail in await post.deliver()}
    assert set(sent) == {"We are giving your payment back", "Your refund"}
    assert all(mail.address == buyer.user.email for mail in sent.values())
    text = sent["We are giving your payment back"].rendered.text
    assert "your tickets were gone by then" in text
    assert "50.00 USD" in text


async def test_a_failed_payment_says_until_when_to_try_again(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, post: Post
) -> None:
    order = await online(api, organizer, buyer)
    payment = await start(api, buyer, order)
    provider.decline(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])
    (mail,) = await post.deliver()
    assert mail.rendered.subject.startswith("Your payment did not go through")
    assert "You can try again until" in mail.rendered.text


async def test_a_failed_payment_is_no_mail_when_another_has_succeeded_since(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    post: Post,
    connection: asyncpg.Connection,
) -> None:
    order = await online(api, organizer, buyer)
    payment = await start(api, buyer, order)
    provider.decline(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])
    await pay(api, provider, await start(api, buyer, order))
    assert [mail.rendered.subject for mail in await post.deliver()] == ["Your tickets: Test event"]
    row = await connection.fetchrow("SELECT * FROM mails WHERE kind = 'payment_failed'")
    assert row is not None
    assert (row["status"], row["last_error"]) == (
        "gave_up",
        "The order does not need this payment.",
    )


async def test_a_payment_by_transfer_is_waited_for_with_its_reference(
    api: Api, organizer: Person, buyer: Person, admin: Person, post: Post
) -> None:
    order = await online(api, organizer, buyer)
    await start(api, buyer, order, provider="manual")
    (mail,) = await post.deliver()
    assert f"Reference: {order['reference']}" in mail.rendered.text
    # Neither the event nor the service names an account.
    assert "reply to this mail to reach the organizer" in mail.rendered.text
    paid = await online(api, organizer, buyer)
    await manual_payment(api, buyer, admin, paid)
    # It is paid before the first mail is written, which then says nothing that helps.
    assert [m.rendered.subject for m in await post.deliver()] == ["Your tickets: Test event"]


async def test_how_to_pay_by_a_transfer_that_was_given_up_is_sent_to_nobody(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    order = await online(api, organizer, buyer)
    payment = await start(api, buyer, order, provider="manual")
    await api.post(f"/transactions/{payment['id']}/cancel", buyer)
    assert await post.deliver() == []


@pytest.mark.parametrize(("hold", "number"), [(3600, 1), (3599, 0)])
async def test_a_reminder_is_sent_once_half_an_hour_before_a_long_hold_ends(
    api: Api,
    organizer: Person,
    buyer: Person,
    post: Post,
    connection: asyncpg.Connection,
    hold: int,
    number: int,
) -> None:
    order = await online(api, organizer, buyer)
    remind = post.container.mailing.remind_of_payments().execute
    await connection.execute(
        """UPDATE orders SET created_at = now() - interval '31 minutes',
            expires_at = now() - interval '31 minutes' + make_interval(secs => $1)""",
        float(hold),
    )
    assert await remind() == number
    assert await remind() == 0
    sent = await post.deliver()
    assert [mail.rendered.subject for mail in sent] == [
        "Your tickets are held for a little longer: Test event"
    ] * number
    assert all(order["reference"] in mail.rendered.text for mail in sent)


async def test_who_goes_without_reminders_gets_none(
    api: Api,
    organizer: Person,
    buyer: Person,
    post: Post,
    connection: asyncpg.Connection,
) -> None:
    await online(api, organizer, buyer)
    await connection.execute(
        """UPDATE orders SET created_at = now() - interval '31 minutes',
            expires_at = now() + interval '29 minutes'"""
    )
    await connection.execute("UPDATE users SET unwanted_mails = '{payment_reminder}'")
    remind = post.container.mailing.remind_of_payments().execute
    assert await remind() == 0
    await connection.execute("UPDATE users SET unwanted_mails = '{ticket_given}'")
    assert await remind() == 1


async def test_a_hold_with_time_left_is_not_reminded_of(
    api: Api, organizer: Person, buyer: Person, post: Post, connection: asyncpg.Connection
) -> None:
    await online(api, organizer, buyer)
    await connection.execute("UPDATE orders SET expires_at = created_at + interval '2 hours'")
    assert await post.container.mailing.remind_of_payments().execute() == 0


async def test_who_holds_a_ticket_hears_once_that_the_event_is_elsewhere(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer)
    for _ in range(2):
        await api.book(buyer, event["id"], 2)
    gone = await api.person()
    booking = await api.book(gone, event["id"])
    assert (await api.put(f"/bookings/{booking['id']}/cancel", gone)).status_code == 200
    await post.deliver()
    for change in (
        {"venue": "Another hall"},
        {"description": "The same place"},
        {"venue": "Another hall"},
    ):
        response = await api.put(f"/events/{event['id']}", organizer, change)
        assert response.status_code == 200
    (mail,) = await post.deliver()
    assert mail.address == buyer.user.email
    assert "Another hall" in mail.rendered.text
    assert mail.rendered.text.count("TKT-") == 4


async def test_a_mailing_goes_on_in_steps_and_leaves_out_later_buyers(
    api: Api,
    organizer: Person,
    post: Post,
    connection: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("src.application.use_cases.maintenance.plan_mailings.TICKETS_PER_STEP", 2)
    event = await api.event(organizer)
    buyers = [await api.person() for _ in range(5)]
    for person in buyers:
        await api.book(person, event["id"])
    await api.put(f"/events/{event['id']}", organizer, {"venue": "Another hall"})
    await post.container.jobs.relay_outbox().execute()
    await api.book(later := await api.person(), event["id"])
    assert await post.container.mailing.plan_mailings().execute() == 5
    assert await post.container.mailing.plan_mailings().execute() == 0
    rows = await connection.fetch("SELECT user_id FROM mails WHERE kind = 'event_changed'")
    assert {row["user_id"] for row in rows} == {person.id for person in buyers}
    assert later.id not in {row["user_id"] for row in rows}


async def test_each_buyer_hears_once_of_a_cancelled_event(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    post: Post,
    clock: MovableClock,
) -> None:
    event = await api.event(organizer, payment="online")
    await pay(api, provider, await start(api, buyer, await order_of(api, buyer, event)))
    await pay(api, provider, await start(api, buyer, await order_of(api, buyer, event)))
    await post.deliver()
    response = await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    assert response.status_code == 200
    (mail,) = await post.deliver()
    assert mail.rendered.subject == "Cancelled: Test event"
    assert "What you paid online goes back to you" in mail.rendered.text
    await post.container.settling.refund_cancelled_events().execute()
    clock.move(minutes=5)
    await post.container.settling.settle_refunds().execute()
    refunds = await post.deliver()
    assert [mail.rendered.subject for mail in refunds] == ["Your refund: Test event"] * 2


async def test_nobody_writes_to_a_deleted_account_or_one_without_an_address(
    api: Api, organizer: Person, buyer: Person, post: Post, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    silent = await api.person()
    await connection.execute("UPDATE users SET email = NULL WHERE id = $1", silent.id)
    await api.book(silent, event["id"])
    await api.call("DELETE", f"/users/{buyer.id}", buyer)
    assert await post.deliver() == []
    rows = await connection.fetch("SELECT status, last_error FROM mails")
    assert [tuple(row) for row in rows] == [("gave_up", "There is no address to send it to.")] * 2


async def test_a_mail_keeps_no_personal_detail(
    api: Api, organizer: Person, buyer: Person, post: Post, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    await post.deliver()
    row = await connection.fetchval("SELECT mails::text FROM mails")
    assert buyer.user.email not in row and buyer.user.name not in row


async def test_a_name_cannot_add_a_header(
    api: Api, organizer: Person, buyer: Person, post: Post, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    # Neither is taken today; rows of earlier versions may have them.
    await connection.execute(
        "UPDATE events SET title = E'Show\\r\\nBcc: everybody@test.example' WHERE id = $1",
        event["id"],
    )
    await connection.execute(
        "UPDATE users SET name = E'Nina\\r\\nBcc: all@test.example' WHERE id = $1", buyer.id
    )
    await api.book(buyer, event["id"])
    (mail,) = await post.deliver()
    assert mail.rendered.subject == "Your tickets: Show Bcc: everybody@test.example"


async def test_a_refund_that_came_back_leads_to_a_mail_and_one_by_hand_says_so(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    post: Post,
    connection: asyncpg.Connection,
) -> None:
    order = await online(api, organizer, buyer)
    payment = await start(api, buyer, order)
    await pay(api, provider, payment)
    await post.deliver()
    made = (await api.post(f"/transactions/{payment['id']}/refund", organizer)).json()
    (mail,) = await post.deliver()
    assert "to the account or card that you paid with" in mail.rendered.text
    stored = await api.container.adapters.transactions().get(made["id"])
    provider.settle_refund(stored, ProviderState.FAILED)
    await send_webhook(api, provider, made["id"])
    (mail,) = await post.deliver()
    assert mail.rendered.subject.startswith("Your refund has not arrived yet")
    assert mail.address == buyer.user.email
    assert "50.00 USD that we owe you" in mail.rendered.text
    body = {"note": "In cash."}
    await api.post(f"/transactions/{made['id']}/paid-out", organizer, body)
    (mail,) = await post.deliver()
    assert "has paid 50.00 USD back to you by hand" in mail.rendered.text
    assert "In cash." not in mail.rendered.text
    assert await connection.fetchval("SELECT count(*) FROM mails WHERE status <> 'sent'") == 0


async def test_who_holds_a_single_ticket_hears_that_it_is_dead(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer, title="Jazz")
    booking = await api.book(buyer, event["id"], 2)
    await post.deliver()
    first, second = (ticket["ticket_code"] for ticket in booking["tickets"])
    assert (await api.post(f"/tickets/{first}/cancel", organizer)).status_code == 200
    (mail,) = await post.deliver()
    assert (mail.address, mail.rendered.subject) == (
        buyer.user.email,
        "No longer valid: your tickets for Jazz",
    )
    assert first in mail.rendered.text and second not in mail.rendered.text
    assert (await api.post(f"/tickets/{second}/cancel", organizer)).status_code == 200
    (mail,) = await post.deliver()
    assert second in mail.rendered.text


async def test_a_refund_of_a_single_ticket_names_it(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, post: Post
) -> None:
    event = await api.event(organizer, payment="online", language="de")
    policy = {"until": "P7D", "kept_percent": "10", "kept_fixed": "2"}
    await api.put(f"/events/{event['id']}/cancellation-policy", organizer, policy)
    order = await order_of(api, buyer, event)
    await pay(api, provider, await start(api, buyer, order))
    (mail,) = await post.deliver()
    assert "Von dem, was für jedes Ticket bezahlt wurde, werden" in mail.rendered.text
    assert "10 % + 2" in mail.rendered.text
    found = (await api.get(f"/orders/{order['id']}", buyer)).json()
    first, second = (ticket["ticket_code"] for ticket in found["bookings"][0]["tickets"])
    assert (await api.post(f"/tickets/{first}/refund", buyer)).status_code == 200
    (mail,) = await post.deliver()
    assert first in mail.rendered.text and second not in mail.rendered.text
    assert "20,50" in mail.rendered.text
