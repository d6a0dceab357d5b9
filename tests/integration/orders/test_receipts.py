"""The receipt of an order: what is printed is what the order says."""

import io
import re
from typing import Any

import asyncpg
import httpx
import pytest
from pypdf import PdfReader

from src.application.ports.payments import ProviderState
from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.carts import make_code
from tests.support.orders import FEES, add_on, item, of, order_of, pay, place, start
from tests.support.payments import ScriptedProvider


async def receipt_of(api: Api, who: Person | None, order: dict[str, Any]) -> httpx.Response:
    return await api.get(f"/orders/{order['id']}/receipt.pdf", who)


async def printed(api: Api, who: Person, order: dict[str, Any]) -> str:
    """The text of the receipt."""
    response = await receipt_of(api, who, order)
    assert response.status_code == 200, response.text
    pages = PdfReader(io.BytesIO(response.content)).pages
    return "\n".join(page.extract_text() for page in pages)


def amounts(text: str) -> list[str]:
    """Every amount of dollars, from top to bottom."""
    return re.findall(r"(-?\d+\.\d\d) USD", text)


async def test_receipt_is_a_private_pdf_named_after_the_order(
    api: Api, organizer: Person, buyer: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer))
    response = await receipt_of(api, buyer, order)
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["cache-control"] == "private, no-store"
    name = f"receipt-{order['reference']}.pdf"
    assert response.headers["content-disposition"] == f'inline; filename="{name}"'
    assert response.content.startswith(b"%PDF-")


async def test_receipt_has_a_line_of_its_own_for_add_ons(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    shirt = await add_on(api, organizer, event)
    order = (await place(api, buyer, await item(api, event, 2), of(shirt, 3))).json()
    await pay(api, buyer, provider, order)
    text = await printed(api, buyer, order)
    assert re.search(r"T-shirt[^A-Z]*3\b", text), text
    assert {"50.00", "45.00", "95.00"} <= set(amounts(text))


async def test_receipt_says_what_was_bought_by_whom_and_where(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, title="Spring concert", timezone="Asia/Bangkok")
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    body = {
        "items": [{"ticket_type_id": types[0]["id"], "quantity": 2}],
        "contact_name": "Malee Srisai",
        "contact_email": "malee@example.com",
    }
    order = (await api.post("/orders", buyer, body)).json()
    text = await printed(api, buyer, order)
    for part in ("Event ticketing", order["reference"], buyer.user.name, "Malee Srisai"):
        assert part in text
    assert "malee@example.com" in text and "(Asia/Bangkok)" in text and "UTC" not in text
    assert "Spring concert · General admission" in " ".join(text.split())
    assert "Nothing was paid online." in text and "Stays paid" not in text
    line = ["25.00", "0.00", "0.00", "0.00", "50.00"]
    assert amounts(text) == [*line, "50.00", "0.00", "0.00", "50.00"]


async def test_receipt_hides_from_an_organizer_the_name_of_somebody_they_ordered_for(
    api: Api, organizer: Person, buyer: Person
) -> None:
    # The name that tests give could be "Customer" and a number too.
    name = "Ada Lovelace"
    await api.put(f"/users/{buyer.id}", buyer, {"name": name})
    event = await api.event(organizer)
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    items = [{"ticket_type_id": types[0]["id"], "quantity": 1}]
    body = {"items": items, "user_id": buyer.id}
    order = (await api.post("/orders", organizer, body)).json()
    text = await printed(api, organizer, order)
    assert name not in text
    assert f"Customer {buyer.id}" in text
    for who in (buyer, await api.person(Role.ADMIN)):
        assert name in await printed(api, who, order)
    own = (await api.post("/orders", buyer, {"items": items})).json()
    assert name in await printed(api, organizer, own)


async def test_receipt_adds_up_when_taxes_come_on_top(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    events = [await api.event(organizer, **FEES), await api.event(organizer, payment="online")]
    order = await order_of(api, buyer, *events)
    await pay(api, buyer, provider, order)
    text = await printed(api, buyer, order)
    # Two at 25.00, a fee of 1.50 each and 2 per cent of 50.00, and 7 per cent tax of 54.00.
    first = ["25.00", "0.00", "4.00", "3.78", "57.78"]
    second = ["25.00", "0.00", "0.00", "0.00", "50.00"]
    sums = [order[name] for name in ("subtotal", "fee_amount", "tax_amount", "total_amount")]
    assert sums == ["100.00", "4.00", "3.78", "107.78"]
    assert amounts(text) == [*first, *second, *sums, "107.78", "107.78"]
    assert "7%" in text and "included" not in text
    assert "Paid through scripted on" in text and "(UTC)" in text


async def test_receipt_says_which_taxes_are_included(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, **FEES, tax_inclusive=True)
    order = await order_of(api, buyer, event)
    await pay(api, buyer, provider, order)
    text = await printed(api, buyer, order)
    assert order["tax_included"] == order["tax_amount"] == "3.53"
    line = ["25.00", "0.00", "4.00", "3.53", "54.00"]
    assert amounts(text) == [*line, "50.00", "4.00", "54.00", "3.53", "54.00", "54.00"]
    assert "7% included" in text and "Taxes included in the total" in text


async def test_receipt_names_the_discount(api: Api, organizer: Person, buyer: Person) -> None:
    event = await api.event(organizer)
    await make_code(api, organizer, "SUMMER20", event_id=event["id"])
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    items = [{"ticket_type_id": types[0]["id"], "quantity": 2}]
    body = {"items": items, "discount_code": "SUMMER20"}
    order = (await api.post("/orders", buyer, body)).json()
    text = await printed(api, buyer, order)
    line = ["25.00", "-10.00", "0.00", "0.00", "40.00"]
    assert amounts(text) == [*line, "50.00", "-10.00", "0.00", "0.00", order["total_amount"]]
    assert "Discount (SUMMER20)" in text


async def test_receipt_shows_what_went_back_and_what_stays_paid(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await pay(api, buyer, provider, order)
    refund = await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "12.50"})
    assert refund.json()["status"] == "success"
    text = await printed(api, buyer, order)
    assert amounts(text)[-3:] == ["50.00", "-12.50", "37.50"]
    assert text.index("Paid through") < text.index("Refunded through") < text.index("Stays paid")


async def test_receipt_says_what_is_owed_and_could_not_be_sent_back(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = ProviderState.FAILED
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "12.50"})
    text = await printed(api, buyer, order)
    assert "Owed to the buyer, could not be sent back yet" in text
    assert amounts(text)[-3:] == ["50.00", "-12.50", "37.50"]
    assert "Stays paid once that has arrived" in text


async def test_receipt_of_another_is_not_found(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    other = await api.person(Role.ORGANIZER)
    order = await order_of(api, buyer, await api.event(organizer), await api.event(other))
    before = await connection.fetch("SELECT * FROM orders")
    for who in (await api.person(), organizer, other):
        assert_problem(await receipt_of(api, who, order), 404, "not_found")
    assert_problem(await receipt_of(api, None, order), 401, "not_authenticated")
    assert await connection.fetch("SELECT * FROM orders") == before
    assert (await receipt_of(api, await api.person(Role.ADMIN), order)).status_code == 200


async def test_receipt_is_refused_when_nothing_was_paid_yet(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await start(api, buyer, order)
    problem = assert_problem(await receipt_of(api, buyer, order), 409, "invalid_state")
    assert problem["from"] == "pending"
    assert (await api.get(f"/orders/{order['id']}", buyer)).json()["status"] == "pending"
    assert (await api.get(f"/transactions/{payment['id']}", buyer)).json()["status"] == "pending"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("คอนเสิร์ตน้ำใจที่กรุงเทพ", "คอนเสิร์ตน้ำใจที่กรุงเทพ"),
        ("Zażółć gęślą jaźń", "Zażółć gęślą jaźń"),
        ("Rock 🎸 night", "Rock 🎸 night"),
        ("{nb} **bold**", "{nb} **bold**"),
        ("王小明 山田 太郎 김민준", "王小明 山田 太郎 김민준"),
        ("प्रिया शर्मा", "प्रिया शर्मा"),
        ("অমিত தமிழ் မြန်မာ ខ្មែរ සිංහල አማርኛ", "অমিত தமிழ் မြန်မာ ខ្មែរ සිංහල አማርኛ"),
        ("مريم العلي", "مريم العلي"),
    ],
    ids=["thai", "polish", "emoji", "markup", "cjk", "hindi", "southern asia", "arabic"],
)
async def test_title_is_readable_in_any_script(
    title: str, expected: str, api: Api, organizer: Person, buyer: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, title=title))
    text = await printed(api, buyer, order)
    assert expected.replace(" ", "") in "".join(text.split())


async def test_receipt_says_what_it_said_when_it_was_bought(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await api.put(f"/users/{buyer.id}", buyer, {"name": "Original Name"})
    event = await api.event(organizer, title="Concert A", payment="online")
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    await api.put(f"/ticket-types/{kind['id']}", organizer, {"name": "Standing"})
    order = await order_of(api, buyer, event)
    await pay(api, buyer, provider, order)
    first = await printed(api, buyer, order)
    assert "Concert A · Standing" in " ".join(first.split()) and "Original Name" in first
    for path, who, name in (
        (f"/events/{event['id']}", organizer, "title"),
        (f"/ticket-types/{kind['id']}", organizer, "name"),
        (f"/users/{buyer.id}", buyer, "name"),
    ):
        response = await api.put(path, who, {name: "Renamed"})
        assert response.status_code == 200, response.text
    for who in (buyer, organizer, await api.person(Role.ADMIN)):
        again = await printed(api, who, order)
        assert "Renamed" not in again
        assert _but_its_time(again) == _but_its_time(first)
    # What is bought from now on has the new names.
    later = await order_of(api, buyer, event, quantity=1)
    await pay(api, buyer, provider, later)
    assert "Renamed · Renamed" in " ".join((await printed(api, buyer, later)).split())


async def test_receipt_of_items_that_were_added_has_their_names(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, title="Before", payment="online")
    order = await order_of(api, buyer, event, quantity=1)
    await api.put(f"/events/{event['id']}", organizer, {"title": "After"})
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    items = {"items": [{"ticket_type_id": kind["id"], "quantity": 1}]}
    added = await api.post(f"/orders/{order['id']}/items", buyer, items)
    assert added.status_code == 201, added.text
    await pay(api, buyer, provider, order)
    text = " ".join((await printed(api, buyer, order)).split())
    assert text.index("Before · General") < text.index("After · General")


async def test_receipt_of_a_deleted_buyer_has_no_name(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    await api.put(f"/users/{buyer.id}", buyer, {"name": "Ada Lovelace"})
    order = await order_of(api, buyer, await api.event(organizer))
    assert "Ada Lovelace" in await printed(api, admin, order)
    response = await api.call("DELETE", f"/users/{buyer.id}", admin)
    assert response.status_code == 200, response.text
    assert "Ada Lovelace" not in await printed(api, admin, order)


async def test_what_stays_paid_is_what_the_lines_above_leave(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = ProviderState.OPEN
    for amount in ("10.00", "5.13"):
        await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": amount})
    text = await printed(api, buyer, order)
    assert amounts(text)[-4:] == ["50.00", "-10.00", "-5.13", "34.87"]
    assert "To be refunded" in text and "Stays paid once that has arrived" in text
    assert not re.search(r"Stays paid\s", text.replace("Stays paid once", ""))


def _but_its_time(text: str) -> str:
    return re.sub(r"Issued: .*", "", text)
