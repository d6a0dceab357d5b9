"""Add-ons in the messages that an organizer's systems get."""

from tests.integration.webhooks.conftest import Deliver
from tests.support.api import Api, Person
from tests.support.orders import add_on, item, of, pay, place, read
from tests.support.payments import ScriptedProvider
from tests.support.webhooks import Receiver, create


async def test_messages_have_add_ons_apart_from_the_tickets_and_say_when_one_goes_back(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    receiver: Receiver,
    deliver: Deliver,
) -> None:
    types = ("booking.confirmed", "order.confirmed", "ticket.refunded")
    webhook = await create(api, organizer, receiver.url, *types)
    event = await api.event(organizer, payment="online")
    shirt = await add_on(api, organizer, event)
    order = (await place(api, buyer, await item(api, event, 2), of(shirt, 3))).json()
    await pay(api, buyer, provider, order)
    while await deliver():
        pass
    messages = {
        request.message["type"]: request.verify(webhook["secret"]) for request in receiver.received
    }
    booking = messages["booking.confirmed"]["data"]
    assert (booking["quantity"], len(booking["tickets"]), len(booking["add_ons"])) == (2, 2, 3)
    lines = messages["order.confirmed"]["data"]["items"]
    assert [line["quantity"] for line in lines] == [2, 3]

    (paid,) = (await read(api, buyer, order))["bookings"]
    code = paid["add_ons"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/refund", organizer)).status_code == 200
    while await deliver():
        pass
    message = receiver.received[-1].verify(webhook["secret"])
    assert (message["type"], message["data"]["ticket_code"]) == ("ticket.refunded", code)
    assert (message["data"]["admits"], message["data"]["refunded_amount"]) == (False, "15.00")
