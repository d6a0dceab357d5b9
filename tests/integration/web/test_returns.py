"""Tickets given back on the pages: the buyer's, the organizer's, and the form of the terms."""

from typing import Any

import pytest

from tests.support.api import Api, Person
from tests.support.orders import add_on, of, order_of, pay
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, assert_page, assert_redirects, key_of

TERMS = {
    "is_allowed": "on",
    "until": "7",
    "unit": "days",
    "kept_percent": "10",
    "kept_fixed": "1,00",
}
POLICY = {"until": "P7D", "kept_percent": "10.00", "kept_fixed": "1.00"}


@pytest.fixture
async def booking(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> dict[str, Any]:
    """Two tickets at 25.00, paid here."""
    order = await order_of(api, buyer, await api.event(organizer, payment="online", currency="EUR"))
    await pay(api, buyer, provider, order)
    found = (await api.get(f"/orders/{order['id']}", buyer)).json()
    paid: dict[str, Any] = found["bookings"][0]
    return paid


async def sent(browse: Browser, path: str, **fields: Any) -> Any:
    page = await browse.get(path)
    return await browse.post(path.partition("?")[0], {"key": key_of(page), **fields})


async def test_an_organizer_sets_the_terms_and_buyers_read_them_before_they_buy(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", currency="EUR")
    path = f"/manage/events/{event['id']}/policy"
    await browse.log_in(organizer)
    assert_redirects(await sent(browse, path, **TERMS), path.removesuffix("/policy"))
    stored = (await api.get(f"/events/{event['id']}", buyer)).json()["cancellation_policy"]
    assert stored == {"until": "P7D", "kept_percent": "10.00", "kept_fixed": "1.00"}
    assert_page(await browse.get(path), "gets back €21.50, and you keep €3.50", 'value="7"')
    page = await browse.get(stored_path(event))
    assert_page(page, "Tickets can be given back until", "10% and €1.00 for each ticket are kept")
    wrong = await sent(browse, path, **{**TERMS, "until": "400"})
    assert_page(wrong, "more than a year", status=422)
    assert_redirects(await sent(browse, path), path.removesuffix("/policy"))
    after = (await api.get(f"/events/{event['id']}", buyer)).json()
    assert after["cancellation_policy"] is None
    outside = "buyers can cancel a whole booking in any case."
    assert outside not in (await browse.get(path)).text
    free = await api.event(organizer, payment="none")
    assert_page(await browse.get(f"/manage/events/{free['id']}/policy"), outside)


def stored_path(event: dict[str, Any]) -> str:
    return f"/events/{event['id']}-test-event"


async def test_a_buyer_gives_a_ticket_back_after_reading_what_comes_back(
    api: Api, browse: Browser, organizer: Person, buyer: Person, booking: dict[str, Any]
) -> None:
    first, second = booking["tickets"]
    path = f"/bookings/{booking['id']}/give-back"
    await browse.log_in(buyer)
    assert "/give-back" not in (await browse.get(f"/bookings/{booking['id']}")).text
    assert_page(await browse.get(path), "This event takes no tickets back")
    await api.put(f"/events/{booking['event_id']}/cancellation-policy", organizer, POLICY)
    assert_page(await browse.get(f"/bookings/{booking['id']}"), f'href="{path}"')
    of_ticket = f"{path}?ticket={first['id']}"
    assert_page(await browse.get(f"/tickets/{first['ticket_code']}"), f'href="{of_ticket}"')
    page = await browse.get(path)
    assert_page(page, "Which tickets?", first["ticket_code"], second["ticket_code"])
    assert_page(await browse.get(of_ticket), "€3.50", "€21.50", "Give 1 ticket back")
    changed = await sent(browse, of_ticket, ticket=str(first["id"]), expected="25.00")
    assert_page(changed, "has changed in the meantime", status=409)
    done = await sent(browse, of_ticket, ticket=str(first["id"]), expected="21.50")
    assert_redirects(done, f"/bookings/{booking['id']}")
    assert_page(await browse.get(f"/bookings/{booking['id']}"), "€21.50", "€25.00", "Cancelled")
    assert_page(await browse.get(path), "Give this ticket back?", second["ticket_code"])
    mine = await browse.get("/tickets")
    assert_page(mine, "1 ticket", first["ticket_code"], second["ticket_code"])
    assert "2 tickets" not in mine.text


async def test_nothing_chosen_is_said_and_what_goes_with_tickets_stands_apart(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online", currency="EUR")
    await api.put(f"/events/{event['id']}/cancellation-policy", organizer, POLICY)
    (ticket,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    shirt = await add_on(api, organizer, event)
    items = [of(ticket, 2), of(shirt)]
    order = (await api.post("/orders", buyer, {"items": items})).json()
    await pay(api, buyer, provider, order)
    (booking,) = (await api.get(f"/orders/{order['id']}", buyer)).json()["bookings"]
    path = f"/bookings/{booking['id']}/give-back"
    await browse.log_in(buyer)
    page = await browse.get(path)
    tickets, _, besides = page.text.partition("And of what goes with them?")
    assert ("Which tickets?" in tickets, "T-shirt" in tickets, "T-shirt" in besides) == (
        *(True, False, True),
    )
    empty = await browse.get(f"{path}?is_sent=true")
    assert_page(empty, 'id="field-ticket-problem"', "Choose at least one.", status=422)
    (piece,) = booking["add_ons"]
    alone = await browse.get(f"{path}?is_sent=true&ticket={piece['id']}")
    assert_page(alone, "Give this back?", "Give it all back")
    assert "becomes invalid" not in alone.text


async def test_an_organizer_pays_back_one_ticket_of_a_booking(
    api: Api, browse: Browser, organizer: Person, booking: dict[str, Any]
) -> None:
    first, _ = booking["tickets"]
    root = f"/manage/bookings/{booking['id']}"
    await browse.log_in(organizer)
    page = await browse.get(root)
    assert_page(page, f'value="{first["id"]}"', "Cancel or pay back the chosen ones")
    path = f"{root}/tickets?ticket={first['id']}"
    assert_page(await browse.get(path), "Pay back €25.00")
    fields = {"ticket": str(first["id"]), "expected": "25.00", "how": "refund", "reason": "Ill"}
    assert_redirects(await sent(browse, path, **fields), root)
    assert_page(await browse.get(root), "€25.00 paid back")
    again = await sent(browse, f"{root}/tickets", **fields)
    assert_page(again, "cancelled already", status=409)


async def test_an_organizer_cancels_a_ticket_that_was_paid_outside(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, currency="EUR")
    booking = await api.book(buyer, event["id"], 2)
    first, _ = booking["tickets"]
    root = f"/manage/bookings/{booking['id']}"
    await browse.log_in(organizer)
    path = f"{root}/tickets?ticket={first['id']}"
    assert_page(await browse.get(path), "Pay back €25.00", "Cancel without paying back")
    fields = {"ticket": str(first["id"]), "expected": "25.00", "how": "cancel"}
    assert_redirects(await sent(browse, path, **fields), root)
    left = (await api.get(f"/bookings/{booking['id']}", buyer)).json()
    assert (left["quantity"], left["tickets"][0]["refunded_amount"]) == (1, "0.00")


async def test_the_pages_are_not_there_for_others(
    api: Api, browse: Browser, buyer: Person, booking: dict[str, Any]
) -> None:
    await browse.log_in(await api.person())
    path = f"/bookings/{booking['id']}/give-back"
    assert (await browse.get(path)).status_code == 404
    await browse.log_in(buyer)
    assert (await browse.get(f"/manage/bookings/{booking['id']}/tickets")).status_code == 403
