"""The pages of settlement: for organizers, and for administrators."""

from typing import Any

import asyncpg
import httpx

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.csv_tables import csv_rows
from tests.support.disputes import dispute
from tests.support.orders import order_of, pay, stored
from tests.support.payments import ScriptedProvider
from tests.support.settlement import agree, pay_out
from tests.support.web import Browser, assert_page, assert_redirects, key_of

ACCOUNT = "/manage/settlement/account"


async def send(browse: Browser, page: str, action: str, **fields: Any) -> httpx.Response:
    """Send a form of this page, as a press of its button does."""
    return await browse.post(action, {"key": key_of(await browse.get(page)), **fields})


async def sell(api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider) -> None:
    event = await api.event(organizer, payment="online", title="Autumn Concert")
    await pay(api, buyer, provider, await order_of(api, buyer, event))


async def test_organizer_says_where_to_pay_and_sees_what_is_owed(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage/settlement"), "Nothing to settle yet", "bank account")
    wrong = await send(browse, ACCOUNT, ACCOUNT, holder="Ada", iban="DE00370400440532013000")
    assert_page(wrong, "This is no IBAN", status=422)
    saved = await send(browse, ACCOUNT, ACCOUNT, holder="Ada", iban="DE89 3704 0044 0532 0130 00")
    assert_redirects(saved, "/manage/settlement")
    await sell(api, organizer, buyer, provider)
    page = await browse.get("/manage/settlement")
    assert_page(page, "DE89 3704 0044 0532 0130 00", "$50.00", "Autumn Concert", "provisional")
    (event,) = [
        row
        for row in csv_rows(await browse.get("/manage/settlement/statement.csv?currency=USD"))
        if row["section"] == "event"
    ]
    assert (event["event_title"], event["amount"]) == ("Autumn Concert", "50.00")
    document = await browse.get("/manage/settlement/statement.pdf?currency=USD")
    assert document.headers["content-type"] == "application/pdf"
    assert (await browse.get("/manage/settlement/statement.pdf")).status_code == 404
    early = "/manage/settlement?currency=USD&date_from=2020-01-02&date_to=2020-01-01"
    assert_page(await browse.get(early), "The end must be later than the beginning.", status=422)
    removed = await send(browse, ACCOUNT, f"{ACCOUNT}/remove")
    assert_redirects(removed, "/manage/settlement")
    assert "DE89" not in (await browse.get("/manage/settlement")).text


async def test_two_who_say_an_account_at_once_do_not_overwrite_each_other(
    api: Api, browse: Browser, organizer: Person
) -> None:
    path = f"/bank-accounts/{organizer.id}"
    await api.put(path, organizer, {"holder": "First", "other": "Bank 1"})
    await browse.log_in(organizer)
    opened = {
        "holder": "Mine",
        "other": "Bank 2",
        "version": "1",
        "key": key_of(await browse.get(ACCOUNT)),
    }
    await api.put(path, organizer, {"holder": "Theirs", "other": "Bank 1"})
    assert_page(await browse.post(ACCOUNT, opened), "Saved now: Theirs", "Mine", status=409)
    assert (await api.get(path, organizer)).json()["holder"] == "Theirs"


async def test_administrator_agrees_terms_pays_out_and_takes_it_back(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    page = f"/admin/settlement/{organizer.id}"
    await browse.log_in(admin)
    terms = {"currency": "USD", "commission_percent": "10", "hold_back_days": "0"}
    past = await send(browse, page, f"{page}/terms", **terms, begins_on="2020-01-01")
    assert_page(past, "New terms begin now or later", status=422)
    assert_redirects(await send(browse, page, f"{page}/terms", **terms), page)
    await sell(api, organizer, buyer, provider)
    clock.move(days=40)
    await browse.log_in(api.renewed(admin))
    assert_page(await browse.get("/admin/settlement"), organizer.user.name, "$45.00", page)
    assert_page(await browse.get(page), "10%", "$45.00", "has not said to which bank account")
    dear = await send(browse, page, f"{page}/terms", **terms, commission_per_ticket="2500")
    assert_page(dear, "the dearest is 25.00 USD.", status=422)
    today = clock().date().isoformat()
    paid = {"currency": "USD", "paid_on": today, "reference": "Transfer 17"}
    before = await stored(connection)
    much = await send(browse, page, f"{page}/payouts", **paid, amount="45.01")
    assert_page(much, "At most 45.00 can be paid out now", "Transfer 17", status=422)
    fine = await send(browse, page, f"{page}/payouts", **paid, amount="1.250")
    assert_page(fine, "Amounts in USD have 2 decimals", status=422)
    assert await stored(connection) == before
    sent = {**paid, "amount": "45.00", "key": key_of(await browse.get(page))}
    for _ in range(2):
        assert_redirects(await browse.post(f"{page}/payouts", sent), page)
    assert await connection.fetchval("SELECT count(*) FROM organizer_payouts") == 1
    assert_page(await browse.get(page), "Transfer 17", "Take the payout back")
    payout_id = await connection.fetchval("SELECT id FROM organizer_payouts")
    back = f"{page}/payouts/{payout_id}/reversal"
    assert_redirects(await send(browse, page, back, note="Wrong account"), page)
    assert_page(await browse.get(page), "Wrong account", "was taken back")
    assert_page(await send(browse, page, back), "This payout was taken back already.", status=422)


async def test_pages_are_for_organizers_and_administrators(
    api: Api, browse: Browser, organizer: Person, buyer: Person, admin: Person
) -> None:
    await agree(api, admin, organizer, commission_percent="7")
    await api.event(organizer)
    await pay_out(api, admin, organizer, "3.00", reference="secret 1", is_advance=True)
    other = await api.person(Role.ORGANIZER)
    await browse.log_in(other)
    assert "secret 1" not in (await browse.get("/manage/settlement")).text
    pages = (f"/admin/settlement/{organizer.id}", "/admin/settlement")
    for page in pages:
        assert (await browse.get(page)).status_code == 403
    assert (await browse.get(f"{pages[0]}/statement.csv?currency=USD")).status_code == 403
    await browse.log_in(buyer)
    for page in ("/manage/settlement", ACCOUNT, *pages):
        assert (await browse.get(page)).status_code == 403
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage/settlement"), "secret 1", "7%", "$3.00")


async def test_door_lets_a_disputed_ticket_in_and_says_so(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    payment = await pay(api, buyer, provider, order)
    found = (await api.get(f"/orders/{order['id']}", buyer)).json()
    ticket = found["bookings"][0]["tickets"][0]
    path = f"/events/{event['id']}/attendees"

    async def marks() -> list[bool]:
        attendees = (await api.get(path, organizer)).json()
        return [attendee["is_disputed"] for attendee in attendees]

    made = await dispute(api, provider, payment)
    assert await marks() == [True] * 2
    await browse.log_in(organizer)
    page = f"/door/{event['id']}"
    shown = await browse.post(f"{page}/check-in", {"code": ticket["ticket_code"]})
    assert_page(shown, "Let in", "Payment disputed")
    await dispute(api, provider, payment, "won", reference=made)
    assert await marks() == [False] * 2
