"""The pages of disputes."""

from typing import Any

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.disputes import dispute
from tests.support.orders import order_of, pay
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, assert_page


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
