"""What mails say of add-ons: with tickets, alone, and when one goes back."""

from typing import Any

import pytest

from tests.support.api import Api, Person
from tests.support.mails import Post
from tests.support.orders import add_on, item, of, pay, place, read
from tests.support.payments import ScriptedProvider

TWO_SHIRTS, SHIRT = "2 \u00d7 T-shirt", "1 \u00d7 T-shirt"


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer, title="Songs", payment="online")


async def test_mails_name_the_add_ons_that_were_bought_and_those_that_went_back(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    provider: ScriptedProvider,
    post: Post,
) -> None:
    shirt = await add_on(api, organizer, event)
    order = (await place(api, buyer, await item(api, event), of(shirt, 2))).json()
    await pay(api, buyer, provider, order)
    (mail,) = await post.deliver()
    assert mail.rendered.subject == "Your tickets: Songs"
    for shown in (mail.rendered.text, mail.rendered.html):
        assert TWO_SHIRTS in shown and "Also yours" in shown
    # The code of a shirt admits nobody: only that of the ticket is sent, and its document.
    assert mail.rendered.text.count("TKT-") == 1
    (booking,) = (await read(api, buyer, order))["bookings"]
    codes = [piece["ticket_code"] for piece in booking["add_ons"]]
    assert not any(code in mail.rendered.text for code in codes)

    assert (await api.post(f"/tickets/{codes[0]}/refund", organizer)).status_code == 200
    (mail,) = await post.deliver()
    assert mail.rendered.subject == "Your refund: Songs"
    for shown in (mail.rendered.text, mail.rendered.html):
        assert SHIRT in shown and "15.00 USD" in shown and "TKT-" not in shown


async def test_add_ons_alone_are_said_to_go_with_the_ticket_that_is_there(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer, title="Songs")
    shirt = await add_on(api, organizer, event)
    await api.book(buyer, event["id"])
    await post.deliver()
    body = {"quantity": 1, "ticket_type_id": shirt["id"]}
    booked = await api.post(f"/events/{event['id']}/bookings", buyer, body)
    assert booked.status_code == 201, booked.text
    (mail,) = await post.deliver()
    assert "This comes with the ticket that you have:" in mail.rendered.text
    assert SHIRT in mail.rendered.text and "TKT-" not in mail.rendered.text
    assert not mail.attachments
