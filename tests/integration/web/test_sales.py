"""The sales pages of organizers: what they show, change and refuse, and whose events they are."""

import re
from decimal import Decimal
from typing import Any

import asyncpg
import httpx
import pytest

from src.application.ports.payments import ProviderState
from src.domain.entities.user import Role
from src.infrastructure.reports import reading
from tests.support.api import Api, Person
from tests.support.csv_tables import csv_rows
from tests.support.many_orders import add_orders
from tests.support.orders import (
    manual_payment,
    no_discrepancy,
    order_of,
    pay,
    read,
    start,
)
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, assert_page, assert_redirects, key_of

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer, title="Own", payment="online", timezone="Asia/Bangkok")


@pytest.fixture
async def paid(
    api: Api, buyer: Person, event: dict[str, Any], provider: ScriptedProvider
) -> dict[str, Any]:
    order = await order_of(api, buyer, event)
    await pay(api, buyer, provider, order)
    return await read(api, buyer, order)


async def send(browse: Browser, page: str, action: str, **fields: Any) -> httpx.Response:
    """Send a form of this page, as a press of its button does."""
    shown = await browse.get(page)
    key = {"key": key_of(shown)} if 'name="key"' in shown.text else {}
    return await browse.post(action, {**key, **fields})


@pytest.mark.parametrize(
    "path",
    [
        *("/manage", "/manage/live", "/manage/orders", "/manage/orders.csv", "/manage/bookings"),
        *("/manage/payments", "/manage/payments.csv", "/manage/movements.csv"),
        *("/manage/bookings.csv", "/manage/refunds", "/manage/guests", "/manage/reports"),
        *(f"/manage/reports?report={name}" for name in ("revenue", "taxes", "tickets", "users")),
        *(
            f"/manage/reports/{name}.csv"
            for name in ("sales", "revenue", "taxes", "tickets", "users")
        ),
        *(f"/manage/events/{{event}}/{name}" for name in ("sales", "sales/live", "guests")),
        *(f"/manage/events/{{event}}/guests.{name}" for name in ("csv", "pdf")),
        *("/manage/orders/{order}", "/manage/bookings/{booking}"),
    ],
)
async def test_pages_are_for_organizers_and_each_sees_their_own(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    paid: dict[str, Any],
    path: str,
) -> None:
    booking_id = paid["bookings"][0]["id"]
    address = path.format(event=event["id"], order=paid["id"], booking=booking_id)
    response = await browse.get(address)
    assert response.status_code == 303
    assert response.headers["location"].startswith("/login?next=/manage")
    await browse.log_in(buyer)
    assert (await browse.get(address)).status_code == 403
    await browse.log_in(organizer)
    response = await browse.get(address)
    assert response.status_code == 200, response.text
    await browse.log_in(await api.person(Role.ADMIN))
    assert (await browse.get(address)).status_code == 200
    await browse.log_in(await api.person(Role.ORGANIZER))
    response = await browse.get(address)
    assert response.status_code == (404 if "{" in path else 200)
    assert paid["reference"] not in response.text


async def test_the_dashboard_shows_what_sells(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any], paid: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    response = await browse.get("/manage")
    assert_page(response, "Own", "2 of 10 sold", "2 tickets", 'data-live="/manage/live"')
    part = await browse.get("/manage/live")
    assert_page(part, "2 of 10 sold")
    assert "<html" not in part.text


async def test_the_curve_has_its_numbers_behind_it(
    browse: Browser, organizer: Person, event: dict[str, Any], paid: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    page = f"/manage/events/{event['id']}/sales"
    for interval in ("minute", "hour", "day", "of-time"):
        response = await browse.get(f"{page}?interval={interval}")
        assert_page(response, 'class="chart__line"', "The numbers as a table")
        assert re.search(r'<td class="numeric">2</td><td class="numeric">2</td>', response.text)


async def test_orders_are_searched_sorted_and_taken_along(
    browse: Browser, organizer: Person, buyer: Person, paid: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    found = await browse.get(f"/manage/orders?q={paid['reference']}&sort=highest")
    assert_page(found, paid["reference"], buyer.user.name, "2 tickets · 1 order in the list")
    assert_page(await browse.get("/manage/orders?q=nobody"), "No orders found")
    assert_page(await browse.get("/manage/orders?status=cancelled"), "No orders found")
    table = await browse.get("/manage/orders.csv?status=confirmed")
    (row,) = csv_rows(table)
    assert (row["reference"], row["total_amount"]) == (paid["reference"], "50.00")
    assert (await browse.get("/manage/orders?cursor=bm8")).status_code == 422


@pytest.mark.parametrize("is_inclusive", [True, False])
async def test_what_a_total_is_made_of_adds_up(
    api: Api, browse: Browser, organizer: Person, buyer: Person, *, is_inclusive: bool
) -> None:
    fields = {"service_fee_fixed": "1.50", "tax_rate": "7.00", "tax_inclusive": is_inclusive}
    event = await api.event(organizer, payment="online", **fields)
    order = await order_of(api, buyer, event)
    await browse.log_in(organizer)
    page = (await browse.get(f"/manage/orders/{order['id']}")).text
    items = page.partition('id="items-title"')[2].partition("</section>")[0]
    *lines, total = (Decimal(amount) for amount in re.findall(r"<span>US\$([\d.]+)</span>", items))
    assert (sum(lines), total) == (total, Decimal(order["total_amount"]))
    listed = (await browse.get("/manage/orders")).text
    parts = re.findall(r"<li>(?:Price|Fees|Taxes) US\$([\d.]+)</li>", listed)
    assert sum(map(Decimal, parts)) == total
    for shown in (items, listed):
        assert (f"US${order['tax_included']} tax included" in shown) is is_inclusive


async def test_text_of_a_buyer_is_neither_script_nor_formula(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, event)
    await connection.execute("UPDATE orders SET contact_name = $1", f"=cmd{HOSTILE}")
    await browse.log_in(organizer)
    for path in ("/manage", "/manage/orders", f"/manage/orders/{order['id']}", "/manage/bookings"):
        response = await browse.get(path)
        assert HOSTILE not in response.text
        assert "&lt;script&gt;" in response.text
    for name in ("orders", "bookings"):
        (row,) = csv_rows(await browse.get(f"/manage/{name}.csv"))
        assert row["name"] == f"'=cmd{HOSTILE}"


async def test_a_part_is_paid_back_once_however_often_the_form_is_sent(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    paid: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    await browse.log_in(organizer)
    page = f"/manage/orders/{paid['id']}"
    shown = await browse.get(page)
    assert_page(shown, "Up to US$50.00 can go back", 'value="50.00"')
    payment_id = re.search(r'name="transaction_id" value="(\d+)"', shown.text)
    assert payment_id
    form = {"key": key_of(shown), "transaction_id": payment_id[1], "amount": "20.00"}
    for _ in range(2):
        assert_redirects(await browse.post(f"{page}/refund", {**form, "reason": "Rain"}), page)
    assert len(provider.refunds) == 1
    assert_page(
        await browse.get(page), "US$20.00 goes back to the buyer.", "Rain", "Up to US$30.00"
    )
    assert (await read(api, buyer, paid))["status"] == "confirmed"
    too_much = await send(
        browse, page, f"{page}/refund", transaction_id=payment_id[1], amount="30.01"
    )
    assert_page(too_much, "30.00", 'value="30.01"', status=422)
    assert len(provider.refunds) == 1


@pytest.mark.parametrize("amount", ["", "0", "-5", "1.001", "a lot"])
async def test_an_amount_that_makes_no_sense_stays_in_its_field(
    browse: Browser,
    organizer: Person,
    paid: dict[str, Any],
    provider: ScriptedProvider,
    amount: str,
) -> None:
    await browse.log_in(organizer)
    page = f"/manage/orders/{paid['id']}"
    refused = await send(browse, page, f"{page}/refund", transaction_id=1, amount=amount)
    assert_page(refused, 'id="field-amount-problem"', status=422)
    assert not provider.refunds


async def test_a_pending_order_is_confirmed_or_cancelled_by_its_organizer(
    api: Api, browse: Browser, organizer: Person, buyer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    for verb, status in (("confirm", "confirmed"), ("cancel", "cancelled")):
        order = await order_of(api, buyer, event)
        page = f"/manage/orders/{order['id']}"
        assert_redirects(await send(browse, page, f"{page}/{verb}"), page)
        assert (await read(api, buyer, order))["status"] == status
    again = await send(browse, page, f"{page}/cancel")
    assert again.status_code == 409
    assert 'role="alert"' in again.text


async def test_history_of_an_order_says_each_thing_once_and_in_words(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", payment_days=5)
    order = await order_of(api, buyer, event)
    for _ in range(2):
        payment = await start(api, buyer, order, provider="manual")
        given_up = await api.post(f"/transactions/{payment['id']}/cancel", buyer)
        assert given_up.status_code == 200
    await start(api, buyer, order, provider="manual")
    await browse.log_in(organizer)
    page = await browse.get(f"/manage/orders/{order['id']}")
    assert_page(page, "By hand or bank transfer")
    history = page.text[page.text.index("What happened") : page.text.index('id="money-title"')]
    counted = {text: history.count(text) for text in ("Order placed", "Tickets held")}
    assert counted == {"Order placed": 1, "Tickets held": 1}
    assert (history.count("Payment begun"), history.count("Payment given up")) == (3, 2)
    assert not re.search(r"(payment|order|booking)\.[a-z]+", history)
    german = {"Accept-Language": "de"}
    why = "Der Käufer hat einen anderen Zahlungsweg gewählt."
    for path in (f"/manage/orders/{order['id']}", "/manage/payments"):
        assert_page(await browse.get(path, headers=german), why, "Von Hand oder per Überweisung")


async def test_sums_say_of_what_they_are(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    paid: dict[str, Any],
) -> None:
    await order_of(api, buyer, event)
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage/orders"), "2 tickets · 2 orders in the list")
    assert_page(await browse.get("/manage/bookings"), "2 tickets · 2 bookings in the list")


async def test_what_came_of_a_bank_transfer_is_noted_on_the_orders_page(
    api: Api, browse: Browser, organizer: Person, buyer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    order = await order_of(api, buyer, event)
    await start(api, buyer, order, provider="manual")
    page = f"/manage/orders/{order['id']}"
    shown = await browse.get(page)
    assert_page(shown, f"with the reference {order['reference']}.", "The money is here")

    async def note(received: str) -> httpx.Response:
        found = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
        return await send(
            browse,
            page,
            f"{page}/received",
            transaction_id=found[-1]["id"],
            received=received,
        )

    for wrong in ("", "0", "1.001", "a lot"):
        assert_page(await note(wrong), 'id="field-received-problem"', status=422)
    assert_redirects(await note("40.00"), page)
    assert_page(await browse.get(page), "instead of US$50.00", 'value="10.00"')
    assert_page(await browse.get("/manage"), "came for order")
    await browse.log_in(buyer)
    waiting = await browse.get(f"/orders/{order['reference']}")
    assert_page(waiting, "Still missing", "US$10.00", "Received", "US$40.00")
    await browse.log_in(organizer)
    assert_redirects(await note("10.00"), page)
    assert (await read(api, buyer, order))["status"] == "confirmed"


async def test_a_booking_is_refunded_by_the_rules(
    api: Api, browse: Browser, organizer: Person, paid: dict[str, Any], provider: ScriptedProvider
) -> None:
    await browse.log_in(organizer)
    page = f"/manage/bookings/{paid['bookings'][0]['id']}"
    assert_page(await browse.get(page), "Pays back what this booking cost")
    assert_redirects(await send(browse, page, f"{page}/refund"), page)
    assert_page(await browse.get(page), "The booking is refunded.")
    assert len(provider.refunds) == 1
    assert (await send(browse, page, f"{page}/refund")).status_code == 409


@pytest.mark.parametrize(
    "action",
    [
        *(
            f"/manage/orders/{{order}}/{verb}"
            for verb in ("refund", "received", "cancel", "confirm")
        ),
        *(f"/manage/bookings/{{booking}}/{verb}" for verb in ("refund", "cancel", "confirm")),
        "/manage/events/{event}/sales/box-office",
    ],
)
async def test_nobody_changes_what_another_organizer_sold(
    api: Api,
    browse: Browser,
    organizer: Person,
    event: dict[str, Any],
    paid: dict[str, Any],
    action: str,
) -> None:
    booking_id = paid["bookings"][0]["id"]
    address = action.format(event=event["id"], order=paid["id"], booking=booking_id)
    fields = {
        "transaction_id": "1",
        "amount": "1.00",
        "ticket_type_id": "1",
        "name": "Ada",
        "email": "ada@test.example",
    }
    await browse.log_in(organizer)
    foreign = {"headers": {"Sec-Fetch-Site": "cross-site"}}
    assert (await browse.post(address, fields, **foreign)).status_code == 403
    await browse.log_in(await api.person(Role.ORGANIZER))
    assert (await browse.post(address, fields)).status_code == 404
    await browse.log_in(await api.person(Role.SCANNER))
    assert (await browse.post(address, fields)).status_code == 403


async def test_a_guest_is_let_in_by_hand_and_taken_back(
    browse: Browser, organizer: Person, buyer: Person, event: dict[str, Any], paid: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    page = f"/manage/events/{event['id']}/guests"
    query = f"?q={buyer.user.email}"
    shown = await browse.get(f"{page}{query}")
    codes = re.findall(r'name="code" value="([^"]+)"', shown.text)
    assert len(codes) == 2
    done = await browse.post(f"{page}/check-in{query}", {"code": codes[0]})
    assert_redirects(done, f"{page}{query}")
    assert_page(await browse.get(f"{page}?status=used"), "Checked in.", codes[0][-4:])
    again = await browse.post(f"{page}/check-in", {"code": codes[0]})
    assert_redirects(again, page)
    assert "Checked in." not in (await browse.get(page)).text
    assert_redirects(await browse.post(f"{page}/undo", {"code": codes[0]}), page)
    assert_page(await browse.get(page), "Taken back")
    assert_page(await browse.get(f"{page}?status=used"), "Nobody found")


async def test_the_box_office_sells_to_somebody_without_an_account_once(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    page = f"/manage/events/{event['id']}/sales"
    kind = (await api.get(f"/events/{event['id']}/ticket-types")).json()[0]["id"]
    form = {
        "key": key_of(await browse.get(page)),
        "ticket_type_id": kind,
        "quantity": "2",
        "name": "Ada",
        "email": "ada@test.example",
    }
    sold = [await browse.post(f"{page}/box-office", form) for _ in range(2)]
    assert_redirects(sold[0], sold[1].headers.get("location", ""))
    assert sold[0].headers["location"] == sold[1].headers["location"]
    order = await browse.get(sold[0].headers["location"])
    assert_page(order, "The tickets go to ada@test.example", "Ada", "confirmed")
    assert (await api.get(f"/events/{event['id']}")).json()["total_tickets_sold"] == 2
    form = {**form, "key": "another", "quantity": "9"}
    assert_page(await browse.post(f"{page}/box-office", form), 'value="Ada"', status=422)
    assert (await browse.post(f"{page}/box-office", {**form, "email": ""})).status_code == 422


async def test_a_mail_of_an_order_goes_out_again(
    browse: Browser,
    organizer: Person,
    buyer: Person,
    paid: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    mail_id = await connection.fetchval(
        "INSERT INTO mails (cause, kind, user_id, order_id, event_id, status, next_at, message_id) "
        "VALUES ('test', 'order_confirmed', $1, $2, $3, 'gave_up', NULL, gen_random_uuid()) "
        "RETURNING id",
        buyer.id,
        paid["id"],
        paid["bookings"][0]["event_id"],
    )
    await browse.log_in(organizer)
    page = f"/manage/orders/{paid['id']}"
    assert_page(await browse.get(page), "Order confirmed", "Send again")
    assert_redirects(await browse.post(f"{page}/mails/{mail_id}/send-again"), page)
    status = "SELECT status::text FROM mails WHERE id = $1"
    assert await connection.fetchval(status, mail_id) == "waiting"


async def test_refunds_are_listed_with_their_state(
    api: Api,
    browse: Browser,
    organizer: Person,
    paid: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    await browse.log_in(organizer)
    page = f"/manage/bookings/{paid['bookings'][0]['id']}"
    await send(browse, page, f"{page}/refund")
    assert_page(await browse.get("/manage/refunds"), paid["reference"], "$50.00")
    assert_page(await browse.get("/manage/refunds?state=failed"), "No refunds here")


async def test_a_failed_refund_is_sent_again_or_paid_out_by_its_organizer(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    paid: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    provider.refund_state = ProviderState.FAILED
    booking = paid["bookings"][0]["id"]
    assert (await api.put(f"/bookings/{booking}/refund", organizer)).is_success
    rows = (await api.get(f"/transactions/order/{paid['id']}", buyer)).json()
    page = f"/manage/refunds/{rows[-1]['id']}"
    await browse.log_in(buyer)
    waits = "What you paid could not be sent back to you yet."
    assert_page(await browse.get(f"/bookings/{booking}"), waits, "Refund not sent yet")
    owed = "Your money could not be sent back yet"
    shown = await browse.get(f"/orders/{paid['reference']}")
    assert_page(shown, owed, "Could not be sent back yet")
    assert (await browse.get(page)).status_code == 403
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage"), "did not go back")
    shown = await browse.get("/manage/refunds?state=failed")
    assert_page(shown, "50.00 still owed", page)
    assert_page(await browse.get(page), "50.00 again", "Paid out another way")
    note = {"note": "In cash."}
    refused = await send(browse, page, f"{page}/paid-out", amount="50.01", **note)
    assert_page(refused, "At most", status=422)
    assert_page(await send(browse, page, f"{page}/paid-out", amount="20.00"), status=422)
    assert_redirects(await send(browse, page, f"{page}/paid-out", amount="20.00", **note), page)
    provider.refund_state = ProviderState.SUCCEEDED
    sent = await send(browse, page, f"{page}/retry")
    assert sent.status_code == 303
    assert_page(await browse.get(sent.headers["location"]), "30.00", "In place of a refund")
    again = await browse.post(f"{page}/retry")
    assert_page(again, "Nothing of this refund is owed any more", status=409)
    await browse.log_in(buyer)
    assert_page(await browse.get(f"/orders/{paid['reference']}"), "Cancelled and paid back")


async def test_who_has_paid_a_refund_back_by_hand_says_so_where_the_dashboard_leads(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    admin: Person,
    event: dict[str, Any],
) -> None:
    order = await order_of(api, buyer, event)
    payment = await manual_payment(api, buyer, admin, order)
    made = (await api.post(f"/transactions/{payment['id']}/refund", organizer)).json()
    assert (made["provider"], made["status"]) == ("manual", "pending")
    page, button = f"/manage/refunds/{made['id']}", "I have paid it back"
    await browse.log_in(organizer)
    back, by_hand = "$50.00 paid back", "has to be paid back by hand"
    assert back not in (await browse.get("/manage/orders")).text
    assert_page(await browse.get("/manage/payments"), f"{back} or going back")
    assert_page(await browse.get("/manage"), by_hand, f'href="{page}"')
    for shown in (f"/manage/orders/{order['id']}", "/manage/refunds?state=open"):
        assert_page(await browse.get(shown), "To be paid back by hand", f'href="{page}"')
    assert_page(await browse.get(page), button, "$50.00")

    assert_redirects(await send(browse, page, f"{page}/paid-back"), page)

    assert button not in (await browse.get(page)).text
    assert by_hand not in (await browse.get("/manage")).text
    assert_page(await browse.get("/manage/orders"), back)
    assert (await api.get(f"/transactions/{made['id']}", buyer)).json()["status"] == "success"
    # Once more changes nothing, and a payment has no such page.
    assert_redirects(await browse.post(f"{page}/paid-back"), page)
    late = await start(api, buyer, await order_of(api, buyer, event), provider="manual")
    assert (await browse.post(f"/manage/refunds/{late['id']}/paid-back")).status_code == 404
    assert (await api.get(f"/transactions/{late['id']}", buyer)).json()["status"] == "pending"
    await no_discrepancy(api, admin)


async def test_a_refund_by_hand_over_events_of_others_is_for_an_administrator(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    admin: Person,
    event: dict[str, Any],
) -> None:
    other = await api.event(await api.person(Role.ORGANIZER), payment="online")
    order = await order_of(api, buyer, event, other)
    await manual_payment(api, buyer, admin, order)
    booking = next(b for b in order["bookings"] if b["event_id"] == event["id"])
    assert (await api.put(f"/bookings/{booking['id']}/refund", organizer)).is_success
    made = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()[-1]
    page = f"/manage/refunds/{made['id']}"
    await browse.log_in(organizer)
    shown = await browse.get(page)
    assert_page(shown, "an administrator says that it was paid back")
    assert "I have paid it back" not in shown.text
    assert (await browse.post(f"{page}/paid-back")).status_code == 409
    assert (await api.get(f"/transactions/{made['id']}", buyer)).json()["status"] == "pending"
    await browse.log_in(admin)
    assert_redirects(await send(browse, page, f"{page}/paid-back"), page)


async def test_what_an_administrator_settles_is_seen_by_the_organizers_of_the_order(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    admin: Person,
    event: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    rival = await api.person(Role.ORGANIZER)
    other = await api.event(rival, payment="online", price="5.00")
    order = await order_of(api, buyer, event, other)
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = ProviderState.FAILED
    made = (await api.post(f"/transactions/{payment['id']}/refund", admin)).json()
    page = f"/manage/refunds/{made['id']}"
    for who, part in ((organizer, "$50.00"), (rival, "$10.00")):
        await browse.log_in(who)
        assert_page(await browse.get("/manage"), f"{part} of order")
        shown = await browse.get("/manage/refunds?state=failed")
        assert_page(shown, f"{part} still owed", "An administrator settles it")
        shown = await browse.get(page)
        assert_page(shown, part, "your part of it")
        assert "Send again" not in shown.text
        assert "$60.00" not in shown.text
    await browse.log_in(admin)
    assert_page(await browse.get(page), "60.00 again", "Paid out another way")


async def test_order_of_several_organizers_has_a_page_for_each_with_their_part(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    admin: Person,
    event: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    rival = await api.person(Role.ORGANIZER)
    other = await api.event(rival, title="Rival event", payment="online", price="5.00")
    order = await order_of(api, buyer, event, other)
    await pay(api, buyer, provider, order)
    page = f"/manage/orders/{order['id']}"
    booking_of = {booking["event_id"]: booking for booking in order["bookings"]}
    own = (organizer, event, "$50.00"), (rival, other, "$10.00")
    for (who, mine, part), (_, others, hidden) in (own, own[::-1]):
        await browse.log_in(who)
        assert_page(await browse.get("/manage/orders"), page, "your part of it")
        shown = await browse.get(page)
        assert_page(shown, mine["title"], part, "your part of it", "of other organizers too")
        assert booking_of[mine["id"]]["reference"] in shown.text
        for secret in (
            *(others["title"], hidden, "$60.00", booking_of[others["id"]]["reference"]),
            *("Pay back", "Cancel the order", "Send again"),
        ):
            assert secret not in shown.text, secret
        for action in ("cancel", "confirm"):
            assert (await send(browse, page, f"{page}/{action}")).status_code == 404
    await browse.log_in(await api.person(Role.ORGANIZER))
    assert (await browse.get(page)).status_code == 404
    await browse.log_in(admin)
    whole = await browse.get(page)
    assert_page(whole, "$60.00", "Rival event", "Pay back")
    assert "your part of it" not in whole.text


async def test_a_refund_is_for_who_organizes_its_event(
    api: Api,
    browse: Browser,
    organizer: Person,
    paid: dict[str, Any],
) -> None:
    payment = (await api.get(f"/transactions/order/{paid['id']}", organizer)).json()[0]
    made = (await api.post(f"/transactions/{payment['id']}/refund", organizer)).json()
    await browse.log_in(await api.person(Role.ORGANIZER))
    assert (await browse.get(f"/manage/refunds/{made['id']}")).status_code == 404
    assert (await browse.post(f"/manage/refunds/{made['id']}/retry")).status_code == 404


async def test_reports_have_a_chart_and_a_table(
    browse: Browser, organizer: Person, event: dict[str, Any], paid: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    for name, words in (("sales", "Own"), ("revenue", "By purpose"), ("users", "Who spent most")):
        shown = await browse.get(f"/manage/reports?report={name}&event_id={event['id']}")
        assert_page(shown, 'class="chart__bar"', words)
    assert_page(await browse.get("/manage/reports?report=tickets"), "Capacity")
    days = "date_from=2026-02-01&date_to=2020-01-01"
    refused = await browse.get(f"/manage/reports?{days}")
    assert_page(refused, 'value="2026-02-01"', status=422)
    assert (
        await browse.get("/manage/reports?interval=hour&date_from=2020-01-01")
    ).status_code == 422


async def test_list_comes_without_sums_that_take_too_long(
    browse: Browser,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    connection: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await add_orders(connection, event, buyer.id, 6_000)
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage/orders"), "CSV of 6000 rows", "Confirmed, in USD")
    monkeypatch.setattr(reading, "BRIEFLY", "SET LOCAL statement_timeout = '1ms';")
    for path, row in (("orders", "ORD-"), ("bookings", "BKG-"), ("payments", "ORD-")):
        shown = await browse.get(f"/manage/{path}")
        assert_page(shown, "too much to add up", "As CSV", row)
