"""What organizers hear of payouts and disputes: by mail, by webhook, and each for their part."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.disputes import dispute
from tests.support.mails import Post
from tests.support.orders import order_of, pay
from tests.support.payments import ScriptedProvider
from tests.support.settlement import pay_out


@pytest.fixture
def post(api: Api) -> Post:
    return Post(api.container)


async def shared_order(
    api: Api, buyer: Person, provider: ScriptedProvider, *sellers: Person
) -> dict[str, Any]:
    """An order of two tickets of an event of each: at 10.00, 20.00 …"""
    events = [
        await api.event(who, payment="online", price=f"{10 * number}.00", title=f"Event {number}")
        for number, who in enumerate(sellers, 1)
    ]
    order = await order_of(api, buyer, *events)
    order["payment"] = await pay(api, buyer, provider, order)
    return order


async def test_organizer_hears_once_of_a_payout(
    api: Api, organizer: Person, admin: Person, post: Post
) -> None:
    await api.event(organizer)
    paid = await pay_out(api, admin, organizer, "30.00", reference="Ref 1", is_advance=True)
    (mail,) = await post.deliver()
    assert mail.address == organizer.user.email
    assert mail.rendered.subject == "We have paid you 30.00 USD"
    assert "Ref 1" in mail.rendered.text and "/manage/settlement" in mail.rendered.text
    await api.post(f"/organizer-payouts/{paid.json()['id']}/reversal", admin)
    assert await post.deliver() == []


async def test_each_organizer_hears_of_their_part_of_a_dispute(
    api: Api,
    buyer: Person,
    provider: ScriptedProvider,
    post: Post,
    clock: MovableClock,
) -> None:
    first, second = await api.person(Role.ORGANIZER), await api.person(Role.ORGANIZER)
    order = await shared_order(api, buyer, provider, first, second)
    await post.deliver()
    made = await dispute(api, provider, order["payment"])
    mails = {mail.address: mail.rendered for mail in await post.deliver()}
    assert mails.keys() == {first.user.email, second.user.email}
    own, others = mails[str(first.user.email)], mails[str(second.user.email)]
    assert "20.00 USD" in own.text and "Event 1" in own.text and "Event 2" not in own.text
    assert "40.00 USD" in others.text and "Event 1" not in others.text
    assert order["reference"] in own.subject and "dispute" in own.subject
    for who, amount in ((first, "20.00"), (second, "40.00")):
        (found,) = (await api.get("/disputes", who)).json()
        assert (found["amount"], found["is_part"]) == (amount, True)
        assert (await api.get(f"/disputes/{found['id']}", who)).json() == found
    await dispute(api, provider, order["payment"], "lost", reference=made)
    lost = await post.deliver()
    subjects = sorted(mail.rendered.subject for mail in lost)
    assert subjects == [f"The dispute of order {order['reference']} is lost"] * 2
    (found,) = (await api.get("/disputes", first, params={"state": "lost"})).json()
    assert found["amount"] == "20.00"


async def test_dispute_that_is_won_and_an_inquiry_say_so(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, post: Post
) -> None:
    order = await shared_order(api, buyer, provider, organizer)
    await post.deliver()
    made = await dispute(api, provider, order["payment"], "warning")
    (asked,) = await post.deliver()
    assert "It has not taken the money." in asked.rendered.text
    await dispute(api, provider, order["payment"], "needs_response", reference=made)
    (opened,) = await post.deliver()
    assert "The bank holds the money" in opened.rendered.text
    await dispute(api, provider, order["payment"], "under_review", reference=made)
    assert await post.deliver() == []
    await dispute(api, provider, order["payment"], "won", reference=made)
    (won,) = await post.deliver()
    assert "stays yours" in won.rendered.text


async def test_reminder_comes_once_while_a_dispute_is_to_be_answered(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    post: Post,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    order = await shared_order(api, buyer, provider, organizer)
    made = await dispute(api, provider, order["payment"])
    await post.deliver()
    remind = post.container.mailing.remind_of_disputes().execute
    await connection.execute("UPDATE disputes SET evidence_due_by = now() + interval '4 days'")
    assert await remind() == 0
    clock.move(days=1, minutes=1)
    assert (await remind(), await remind()) == (1, 0)
    (mail,) = await post.deliver()
    assert mail.rendered.subject.startswith("Answer by ")
    again = await dispute(api, provider, order["payment"], reference=made)
    assert again == made and await remind() == 0


async def test_webhooks_hear_of_disputes_of_whole_orders(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    other = await api.person(Role.ORGANIZER)
    for who in (organizer, other):
        body = {"url": "https://crm.example.com/hooks", "events": ["dispute.*"]}
        assert (await api.post("/webhooks", who, body)).status_code == 201
    own = await shared_order(api, buyer, provider, organizer)
    shared = await shared_order(api, buyer, provider, organizer, other)
    for order in (own, shared):
        await dispute(api, provider, order["payment"])
    await api.container.jobs.relay_outbox().execute()
    rows = await connection.fetch("SELECT type, subject_id FROM webhook_deliveries")
    assert [(row["type"], row["subject_id"]) for row in rows] == [
        ("dispute.needs_response", own["payment"]["id"])
    ]
