"""The checkout leads to Stripe's own page, and back to the order."""

from tests.support.api import Api, Person
from tests.support.orders import order_of
from tests.support.shop import press_pay
from tests.support.stripe_shop import stripe_shop
from tests.support.web import Browser, assert_page


async def test_buyer_leaves_for_stripe_and_finds_the_tickets_on_return(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    await browse.log_in(buyer)
    with stripe_shop(api) as shop:
        leaves = await press_pay(browse, order["reference"], provider="stripe")
        assert leaves.status_code == 303
        (session,) = shop.server.sessions.values()
        assert_page(await browse.get(leaves.headers["location"]), session["url"])
        assert order["reference"] in session["success_url"]
        paid = shop.server.check_out(session["id"])
        assert await shop.send("checkout.session.completed", paid) == "recorded"
        back = session["success_url"].partition("://")[2].partition("/")[2]
        assert_page(await browse.get(f"/{back}"), order["reference"])
    assert (await api.get(f"/orders/{order['id']}", buyer)).json()["status"] == "confirmed"


async def test_too_small_an_amount_is_said_on_the_page(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", price="0.20")
    order = await order_of(api, buyer, event)
    await browse.log_in(buyer)
    with stripe_shop(api) as shop:
        refused = await press_pay(browse, order["reference"], provider="stripe")
        assert refused.status_code == 409
        assert "takes 0.50 USD at least" in refused.text and shop.server.requests == []
