"""From a choice to paid tickets on the pages, and each way in which that stops."""

import re
from decimal import Decimal

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person
from tests.support.carts import type_ids
from tests.support.orders import FEES, send_webhook
from tests.support.payments import ScriptedProvider
from tests.support.shop import ANN, buy, choose, hold, order_row, press_pay, settle
from tests.support.web import Browser, assert_page, assert_redirects

ONLINE = {"payment": "online", "currency": "EUR"}
TYPES = [
    {"name": "Standard", "price": "25.00", "capacity": 8},
    {"name": "Balcony", "price": "39.00", "capacity": 3},
]


async def count(connection: asyncpg.Connection, table: str) -> int:
    number = await connection.fetchval(f"SELECT count(*) FROM {table}")
    return int(number)


async def test_a_visitor_without_an_account_buys_and_sees_tickets(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(
        organizer, **ONLINE, **{k: v for k, v in FEES.items() if k != "payment"}
    )
    reference = await hold(api, browse, event, 2)
    page = await browse.get(f"/checkout/{reference}")
    assert_page(page, "Test event", "General admission", "€57.78", "Pay €57.78")
    assert 'name="robots" content="noindex"' in page.text
    assert_redirects(
        await press_pay(browse, reference, email="ANN@Example.com", name="Ann"),
        f"/checkout/{reference}/leave",
    )
    leave = await browse.get(f"/checkout/{reference}/leave")
    assert_page(leave, 'content="0;url=https://', "Go on to the payment")
    waiting = await browse.get(f"/orders/{reference}")
    assert_page(waiting, "Waiting for your payment", "<noscript><meta http-equiv")
    assert (await browse.get(f"/orders/{reference}/state")).json()["state"] == "provider"
    await settle(api, provider, reference)
    done = await browse.get(f"/orders/{reference}")
    assert_page(done, "Paid. Your tickets are here.", ANN)
    assert len(set(re.findall(r'href="/tickets/(TKT-[^"]+)"', done.text))) == 2
    assert (await browse.get(f"/orders/{reference}/state")).json()["state"] == "done"
    receipt = await browse.get(f"/orders/{reference}/receipt.pdf")
    assert receipt.headers["content-type"] == "application/pdf"
    row = await order_row(connection, reference)
    assert (row["contact_email"], row["contact_name"], row["status"]) == (ANN, "Ann", "confirmed")
    guest = await connection.fetchrow("SELECT * FROM users WHERE id = $1", row["user_id"])
    assert guest is not None
    assert (guest["is_guest"], guest["name"], guest["email"]) == (True, "Ann", None)


@pytest.mark.parametrize("price", ["0.00", "20.00"])
async def test_what_is_not_paid_online_is_confirmed_by_a_press(
    api: Api, browse: Browser, organizer: Person, price: str
) -> None:
    event = await api.event(organizer, price=price, payment="online" if price == "0.00" else "none")
    reference = await hold(api, browse, event, 1)
    page = await browse.get(f"/checkout/{reference}")
    assert_page(page, "Get tickets")
    assert "How you pay" not in page.text
    assert ("is paid at the event" in page.text) is (price != "0.00")
    assert_redirects(await press_pay(browse, reference), f"/orders/{reference}")
    assert_page(await browse.get(f"/orders/{reference}"), "Your tickets are here.", "TKT-")


async def test_several_types_are_held_all_or_none(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **ONLINE, ticket_types=TYPES)
    refused = await choose(api, browse, event, 2, 4)
    name = TYPES[1]["name"]
    assert_page(refused, f"Only 3 of &#34;{name}&#34; are left; you asked for 4.", status=422)
    assert_page(refused, 'value="2"', 'value="4"', "Get tickets", status=422)
    assert await count(connection, "orders") == await count(connection, "tickets") == 0
    reference = await hold(api, browse, event, 2, 3)
    assert (await order_row(connection, reference))["subtotal"] == Decimal("167.00")


async def test_a_lost_race_says_what_is_left_and_leads_on(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, **ONLINE, capacity=2)
    (type_id,) = await type_ids(api, event)
    refused = await choose(api, browse, event, 3)
    assert_page(refused, "Only 2 tickets are left. You asked for 3.", "Take 2 tickets", status=409)
    assert f'name="type_{type_id}" value="2"' in refused.text
    taken = await browse.post(f"/events/{event['id']}/hold", {f"type_{type_id}": "2"})
    assert taken.status_code == 303
    none_left = await choose(api, browse, event, 1)
    assert_page(none_left, "No tickets of this kind are left.", "Sold out", status=422)
    as_json = await choose_json(browse, event["id"], type_id)
    assert as_json == {
        "problem": "No tickets of this kind are left.",
        "requested": 1,
        "available": 0,
    }


async def choose_json(browse: Browser, event_id: int, type_id: int) -> object:
    response = await browse.post(
        f"/events/{event_id}/hold",
        {f"type_{type_id}": "1"},
        headers={"Accept": "application/json"},
    )
    assert response.status_code == 409
    return response.json()


@pytest.mark.parametrize(
    "fields",
    [{}, {"quantity": "0"}, {"quantity": "x"}, {"type_1": "-1"}],
)
async def test_a_choice_of_nothing_is_refused(
    api: Api, browse: Browser, organizer: Person, fields: dict[str, str]
) -> None:
    event = await api.event(organizer, **ONLINE)
    refused = await browse.post(f"/events/{event['id']}/hold", fields)
    assert_page(refused, "Choose ", " tickets", 'id="form-problem"', "Get tickets", status=422)
    assert (await browse.post("/events/x/hold", fields)).status_code == 404
    assert (await browse.post("/events/999999/hold", fields)).status_code == 404


async def test_a_refused_choice_of_seats_leads_back_to_them(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, **ONLINE)
    fields = {"seat_ids": ["x", "12", "13"]}
    refused = await browse.post(f"/events/{event['id']}/hold", fields)
    assert_page(refused, f'href="/events/{event["id"]}/seats?keep=12,13"', status=409)
    assert_page(refused, "Back to your seats", status=409)


async def test_a_decline_leaves_the_hold_and_another_try_pays(
    api: Api, browse: Browser, organizer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    await press_pay(browse, reference)
    async with api.container.adapters.unit_of_work()() as uow:
        order_id = await uow.orders.id_of(reference)
        (payment,) = await uow.transactions.of_order(order_id)
    provider.decline(payment, "The card was declined.")
    await send_webhook(api, provider, payment.id)
    assert_page(await browse.get(f"/orders/{reference}"), "The payment did not go through")
    page = await browse.get(f"/checkout/{reference}")
    assert_page(page, "Nothing was charged.", "Your tickets are still held")
    await press_pay(browse, reference)
    await settle(api, provider, reference)
    assert_page(await browse.get(f"/orders/{reference}"), "Paid. Your tickets are here.")


async def test_pressing_pay_twice_charges_once(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    for _ in range(2):
        response = await press_pay(browse, reference, key="one-key")
        assert_redirects(response, f"/checkout/{reference}/leave")
    # The same page, corrected after going back.
    again = await press_pay(browse, reference, key="one-key", name="Other")
    assert_redirects(again, f"/checkout/{reference}/leave")
    assert await count(connection, "transactions") == len(provider.payments) == 1


async def test_holding_twice_with_one_key_holds_once(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **ONLINE)
    first = await choose(api, browse, event, 1, key="k")
    second = await choose(api, browse, event, 1, key="k")
    assert first.headers["location"] == second.headers["location"]
    assert await count(connection, "orders") == 1


async def test_the_best_seats_anywhere_are_the_cheapest_that_suffice(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    venue, seats = await hall(api, organizer, stalls=2, balcony=3)
    types = [
        {"name": "Stalls", "price": "30.00", "section": "Stalls"},
        {"name": "Balcony", "price": "50.00", "section": "Balcony"},
    ]
    event = await api.event(
        organizer,
        capacity=5,
        payment="online",
        seating="reserved",
        venue_id=venue,
        ticket_types=types,
    )
    path = f"/events/{event['id']}/hold"
    best = {"best_available": "true", "section": ""}
    first = await browse.post(path, {**best, "quantity": "3"})
    assert first.status_code == 303, first.text
    reference = first.headers["location"].removeprefix("/checkout/")
    assert (await order_row(connection, reference))["subtotal"] == Decimal("150.00")
    refused = await browse.post(path, {**best, "quantity": "3"})
    assert_page(refused, "Only 2 tickets are left. You asked for 3.", "Take 2", status=409)
    # A lost race for one of two seats keeps the other, and offers the nearest instead.
    taken, free = seats["Balcony"][0], seats["Stalls"][0]
    lost = await browse.post(path, {"seat_ids": [str(taken), str(free)]})
    assert_redirects(lost, f"/events/{event['id']}/seats?taken={taken}&keep={free}")
    assert_page(
        await browse.get(lost.headers["location"]),
        "just been taken by somebody else",
        "Your other seats are still chosen.",
        "Take",
    )
    kept = await browse.post(path, {"seat_ids": str(free)})
    assert_page(await browse.get(kept.headers["location"]), "Stalls, row A, seat 1", "30.00")


async def hall(api: Api, organizer: Person, **sections: int) -> tuple[int, dict[str, list[int]]]:
    """A venue with a row of so many seats in each section; its id, and the seats' ids."""
    venue = (await api.post("/venues", organizer, {"name": "Hall"})).json()["id"]
    seats: dict[str, list[int]] = {}
    for name, number in sections.items():
        section = name.title()
        body = {"section": section, "rows": ["A"], "seats_per_row": number}
        assert (await api.post(f"/venues/{venue}/seats", organizer, body)).status_code == 201
    for seat in (await api.get(f"/venues/{venue}/seats")).json():
        seats.setdefault(seat["section"], []).append(seat["id"])
    return venue, seats


async def test_who_holds_as_many_as_they_may_is_led_to_them(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, **ONLINE, max_tickets_per_user=2)
    reference = await hold(api, browse, event, 2)
    refused = await choose(api, browse, event, 1)
    assert_page(refused, "you already have 2", f'href="/checkout/{reference}"', status=409)


async def test_what_has_lapsed_is_offered_again_with_one_press(
    api: Api, browse: Browser, organizer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer, **ONLINE, capacity=2)
    reference = await hold(api, browse, event, 2)
    clock.move(minutes=11)
    assert_redirects(await browse.get(f"/checkout/{reference}"), f"/orders/{reference}")
    page = await browse.get(f"/orders/{reference}")
    assert_page(page, "The time for these tickets is over", "Hold the same tickets again")
    assert_redirects(await press_pay(browse, reference, key="x"), f"/orders/{reference}")
    again = await browse.post(f"/orders/{reference}/again", {"key": "k"})
    assert again.status_code == 303
    assert again.headers["location"] != f"/checkout/{reference}"
    assert_page(await browse.get(again.headers["location"]), "General admission", "€50.00")
    # Now they are held by the new order: the old one offers them in vain.
    refused = await browse.post(f"/orders/{reference}/again", {"key": "other"})
    assert_page(refused, "No tickets are left.", status=409)


async def test_a_hold_is_extended_once(
    api: Api,
    browse: Browser,
    organizer: Person,
    connection: asyncpg.Connection,
    clock: MovableClock,
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    before = (await order_row(connection, reference))["expires_at"]
    clock.move(minutes=9)
    response = await browse.post(f"/checkout/{reference}/extend", {"email": ANN})
    assert_redirects(response, f"/checkout/{reference}")
    row = await order_row(connection, reference)
    assert row["expires_at"] > before
    assert row["contact_email"] == ANN
    page = await browse.get(f"/checkout/{reference}")
    assert "I need more time" not in page.text
    refused = await browse.post(f"/checkout/{reference}/extend")
    assert_page(refused, "extended once already", status=409)


async def test_a_code_changes_the_total_and_can_be_taken_off(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    code = {"code": "TEN", "kind": "percent", "value": "10.00", "max_uses": 1}
    assert (await api.post("/discounts", organizer, code)).status_code == 201
    used = "SELECT used FROM discounts"
    reference = await hold(api, browse, event, 2)
    unknown = await browse.post(f"/checkout/{reference}/code", {"code": "NOPE", "email": "ann@"})
    assert_page(unknown, "There is no such discount code.", 'value="ann@"', status=409)
    for _ in range(2):
        applied = await browse.post(f"/checkout/{reference}/code", {"code": "ten", "email": ANN})
        assert applied.status_code == 303
        assert_page(await browse.get(f"/checkout/{reference}"), "Pay €45.00", f'value="{ANN}"')
        assert await connection.fetchval(used) == 1
    assert (await browse.post(f"/checkout/{reference}/code", {"code": ""})).status_code == 303
    assert_page(await browse.get(f"/checkout/{reference}"), "Pay €50.00")
    assert await connection.fetchval(used) == 0
    await browse.post(f"/checkout/{reference}/code", {"code": "TEN"})
    await press_pay(browse, reference)
    late = await browse.post(f"/checkout/{reference}/code", {"code": ""})
    assert_redirects(late, f"/orders/{reference}")
    await settle(api, provider, reference)
    row = await order_row(connection, reference)
    assert (row["total_amount"], row["status"]) == (Decimal("45.00"), "confirmed")
    sold = (await api.get(f"/events/{event['id']}")).json()
    assert sold["total_revenue"] == "45.00"


async def test_another_persons_order_does_not_exist(
    api: Api, browse: Browser, other_browse: Browser, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    paths = [f"/checkout/{reference}", f"/orders/{reference}", f"/orders/{reference}/state"]
    paths += [
        f"/orders/{reference}/events",
        f"/checkout/{reference}/leave",
        f"/orders/{reference}/receipt.pdf",
    ]
    actions = [f"/checkout/{reference}/{name}" for name in ("pay", "code", "extend", "release")]
    actions.append(f"/orders/{reference}/again")
    for path in paths:
        assert (await other_browse.get(path)).status_code == 303
    for person in (buyer, organizer):
        await other_browse.log_in(person)
        for path in (*paths, "/orders/ORD-NOTHING9"):
            assert (await other_browse.get(path)).status_code == 404, path
        for path in actions:
            response = await other_browse.post(path, {"email": ANN, "key": "k"})
            assert response.status_code == 404, path
    assert_page(await browse.get(f"/checkout/{reference}"), "Pay €25.00")


async def test_forms_of_other_sites_are_refused(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    evil = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    paths = [f"/checkout/{reference}/{name}" for name in ("pay", "code", "extend", "release")]
    paths += [
        f"/orders/{reference}/again",
        f"/orders/{reference}/another-way",
        f"/events/{event['id']}/hold",
        "/cart",
        "/find-tickets",
    ]
    before = await order_row(connection, reference)
    for path in paths:
        response = await browse.post(path, {"email": ANN, "quantity": "1"}, headers=evil)
        assert response.status_code == 403, path
    assert await order_row(connection, reference) == before
    assert await count(connection, "orders") == 1


async def test_what_is_typed_is_kept_and_stays_text(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, **ONLINE, title="<script>alert(1)</script>")
    reference = await hold(api, browse, event, 1)
    wrong = await press_pay(browse, reference, email="ann@", name="<script>x</script>")
    assert_page(wrong, "such as name@example.com", 'value="ann@"', status=422)
    assert "<script>x" not in wrong.text and "<script>alert" not in wrong.text
    await browse.post(f"/checkout/{reference}/pay", {"email": ANN, "name": "<script>x</script>"})
    assert "<script>x" not in (await browse.get(f"/orders/{reference}")).text


HALL = "Alte Oper\nIBAN DE02 1203 0000 0000 2020 51"


async def test_a_bank_transfer_says_what_to_send_and_can_be_given_up_for_a_card(
    api: Api, browse: Browser, organizer: Person, provider: ScriptedProvider
) -> None:
    terms = {"payment_days": 5, "payment_instructions": HALL}
    event = await api.event(organizer, **ONLINE, **terms)
    reference = await hold(api, browse, event, 1)
    checkout = await browse.get(f"/checkout/{reference}")
    assert_page(checkout, "Bank transfer", "You have 5 days for it.")
    await press_pay(browse, reference, provider="manual")
    page = await browse.get(f"/orders/{reference}")
    assert_page(page, "Waiting for your bank transfer", "€25.00", reference, "Here by", HALL)
    other = await press_pay(browse, reference, provider="scripted", key="k2")
    assert_redirects(other, f"/orders/{reference}")
    given_up = await browse.post(f"/orders/{reference}/another-way")
    assert_redirects(given_up, f"/checkout/{reference}")
    checkout = await browse.get(f"/checkout/{reference}")
    assert_page(checkout, "How you pay")
    assert "did not go through" not in checkout.text
    await press_pay(browse, reference, provider="scripted", key="k3")
    page = await browse.get(f"/orders/{reference}")
    assert "Pay another way" in page.text


async def test_a_bank_transfer_without_days_is_not_offered_beside_another_way(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    assert "Bank transfer" not in (await browse.get(f"/checkout/{reference}")).text


async def test_a_late_payment_that_went_back_says_why(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    await press_pay(browse, reference, provider="scripted")
    clock.move(hours=1)
    await api.container.settling.settle_orders().execute()
    await connection.execute("UPDATE events SET status = 'cancelled'")
    order_id = await connection.fetchval("SELECT id FROM orders")
    (payment,) = await api.container.adapters.transactions().of_order(order_id)
    provider.pay(payment)
    await send_webhook(api, provider, payment.id)
    page = await browse.get(f"/orders/{reference}")
    assert_page(page, "the event was cancelled. Your money goes back to you.")


async def test_an_unknown_way_to_pay_is_refused(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await hold(api, browse, event, 1)
    refused = await press_pay(browse, reference, provider="gold")
    assert refused.status_code == 409
    assert await count(connection, "transactions") == 0


async def test_released_tickets_are_free_for_others(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, **ONLINE, capacity=1)
    reference = await hold(api, browse, event, 1)
    released = await browse.post(f"/checkout/{reference}/release")
    assert_redirects(released, f"/events/{event['id']}")
    assert_page(await browse.get(f"/orders/{reference}"), "This order was cancelled.")
    await hold(api, browse, event, 1)


async def test_a_refund_is_shown_with_its_amount(
    api: Api, browse: Browser, organizer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await buy(api, browse, provider, event, 2)
    async with api.container.adapters.unit_of_work()() as uow:
        order_id = await uow.orders.id_of(reference)
        (payment,) = await uow.transactions.of_order(order_id)
    response = await api.post(f"/transactions/{payment.id}/refund", admin)
    assert response.status_code == 201
    assert_page(await browse.get(f"/orders/{reference}"), "Cancelled and paid back", "€50.00")
