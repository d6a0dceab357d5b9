"""The pages of disputes."""

from typing import Any

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.disputes import dispute
from tests.support.orders import order_of, pay
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, assert_page, assert_redirects, key_of


async def disputed(
    api: Api, provider: ScriptedProvider, organizer: Person, **fields: Any
) -> tuple[dict[str, Any], dict[str, Any], str]:
    """An order, its payment, and the reference of the dispute of it."""
    buyer = await api.person()
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await pay(api, buyer, provider, order)
    return order, payment, await dispute(api, provider, payment, **fields)


async def test_organizer_sees_what_is_to_be_answered_and_what_came_of_it(
    api: Api, browse: Browser, provider: ScriptedProvider
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    order, payment, reference = await disputed(api, provider, organizer)
    await browse.log_in(organizer)
    (listed,) = (await api.get("/disputes", organizer, params={"state": "open"})).json()
    page = f"/manage/disputes/{listed['id']}"
    assert_page(await browse.get("/manage"), "50.00 of order", page)
    assert_page(await browse.get("/manage/disputes"), order["reference"], "to be answered", page)
    assert_page(await browse.get(page), "Answer it in the provider", "The bank holds the money")
    shown = f"/manage/orders/{order['id']}"
    assert_page(await browse.get(shown), "disputed", "held by the bank", "Payment disputed")
    assert_page(await browse.get("/manage/payments"), "held by the bank")
    await dispute(api, provider, payment, "lost", reference=reference)
    assert_page(await browse.get(page), "the tickets that nobody had used are void")
    assert_page(await browse.get("/manage/disputes?state=open"), "No disputes here")
    assert_page(await browse.get("/manage/disputes?state=lost"), order["reference"])
    assert_page(await browse.get(shown), "Dispute lost")
    await dispute(api, provider, payment, "won", reference=reference)
    assert_page(await browse.get("/manage/disputes?state=won"), order["reference"])
    assert_page(await browse.get(page), "The bank has decided for you")


async def test_disputes_are_for_who_organizes_the_whole_order_and_administrators(
    api: Api, browse: Browser, provider: ScriptedProvider
) -> None:
    organizer, other = await api.person(Role.ORGANIZER), await api.person(Role.ORGANIZER)
    order, _, _ = await disputed(api, provider, organizer, status="warning")
    (listed,) = (await api.get("/disputes", organizer)).json()
    await browse.log_in(other)
    assert_page(await browse.get("/manage/disputes"), "No disputes here")
    assert (await browse.get(f"/manage/disputes/{listed['id']}")).status_code == 404
    admin = await api.person(Role.ADMIN)
    await browse.log_in(admin)
    assert_page(await browse.get("/manage/disputes"), order["reference"], "inquiry")
    link = f"/manage/disputes/{listed['id']}"
    assert_page(await browse.get("/admin/reconciliation"), link, "It is to be answered")


async def test_what_is_owed_after_a_dispute_is_paid_back_on_its_page(
    api: Api, browse: Browser, provider: ScriptedProvider
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    order, payment, reference = await disputed(api, provider, organizer)
    await api.post(f"/orders/{order['id']}/cancel", organizer)
    await dispute(api, provider, payment, "won", reference=reference)
    await browse.log_in(organizer)
    (listed,) = (await api.get("/disputes", organizer)).json()
    page = f"/manage/disputes/{listed['id']}"
    assert_page(await browse.get("/manage"), "50.00 is still to be paid back", page)
    assert_page(await browse.get("/manage/disputes"), "50.00 still to pay back", page)
    shown = await browse.get(page)
    assert_page(shown, "The order was cancelled while the bank held the money", f"{page}/refund")
    key = {"key": key_of(shown)}
    assert_redirects(await browse.post(f"{page}/refund", key), page)
    assert_page(await browse.get(page), "goes back to the buyer", "The bank has decided for you")
    (refund,) = [
        money
        for money in (await api.get(f"/transactions/order/{order['id']}", organizer)).json()
        if money["kind"] == "refund"
    ]
    assert (refund["amount"], refund["status"]) == ("50.00", "success")
    # The form of a page that is out of date.
    assert_redirects(await browse.post(f"{page}/refund", key), page)
    assert "Still to pay back" not in (await browse.get(page)).text
    other = await api.person(Role.ORGANIZER)
    await browse.log_in(other)
    assert (await browse.post(f"{page}/refund", {})).status_code == 404


async def test_what_the_buyer_has_twice_is_said_until_an_administrator_notes_what_came_of_it(
    api: Api, browse: Browser, provider: ScriptedProvider
) -> None:
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    _, payment, reference = await disputed(api, provider, organizer, status="warning")
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "20.00"})
    await dispute(api, provider, payment, reference=reference)
    (listed,) = (await api.get("/disputes", organizer)).json()
    page = f"/manage/disputes/{listed['id']}"
    await browse.log_in(organizer)
    assert_page(await browse.get(page), "20.00 of it was refunded already: say so in the answer")
    await dispute(api, provider, payment, "lost", reference=reference)
    assert_page(await browse.get("/manage"), "20.00 twice", page)
    assert_page(await browse.get("/manage/disputes"), "20.00 paid twice")
    assert_page(await browse.get(page), "An administrator notes here what came of it")
    assert (await browse.post(f"{page}/settled", {"note": "Mine."})).status_code == 403
    await browse.log_in(admin)
    assert_page(await browse.get("/admin/reconciliation"), "twice, refunded and by the bank", page)
    empty = await browse.post(f"{page}/settled", {"note": ""})
    assert_page(empty, "Paid twice", status=422)
    note = {"note": "The buyer sent it by transfer."}
    assert_redirects(await browse.post(f"{page}/settled", note), page)
    assert "Paid twice" not in (await browse.get(page)).text
    assert "twice" not in (await browse.get("/admin/reconciliation")).text
