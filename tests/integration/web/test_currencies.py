"""Yen without decimals and dinars with three, from the cart to the receipt and the tables."""

import asyncio
import io
from typing import Any

import pytest
from pypdf import PdfReader

from src.infrastructure.payments.fake.provider import FakeService
from tests.support.api import Api, Person
from tests.support.carts import type_ids
from tests.support.csv_tables import csv_rows
from tests.support.fake_payments import GOOD
from tests.support.orders import no_discrepancy
from tests.support.shop import press_pay
from tests.support.web import Browser, assert_page, assert_redirects, key_of

# By currency: price, fee of each, tax in percent; then what pages, documents and tables have.
SALES: dict[str, dict[str, Any]] = {
    "JPY": {
        "price": "1055",
        "service_fee_fixed": "33",
        "tax_rate": "10",
        "shown": {"price": "JP¥1,055", "subtotal": "JP¥2,110", "fee": "JP¥66", "tax": "JP¥218"},
        "total": "2394",
        "total_shown": "JP¥2,394",
        "half": "1197",
        "half_shown": "JP¥1,197",
        "too_fine": "1196.5",
    },
    "KWD": {
        "price": "10.555",
        "service_fee_fixed": "0.125",
        "tax_rate": "10",
        "shown": {
            "price": "KWD\xa010.555",
            "subtotal": "KWD\xa021.110",
            "fee": "KWD\xa00.250",
            "tax": "KWD\xa02.136",
        },
        "total": "23.496",
        "total_shown": "KWD\xa023.496",
        "half": "11.748",
        "half_shown": "KWD\xa011.748",
        "too_fine": "11.7485",
    },
}


async def sale(api: Api, organizer: Person, currency: str) -> dict[str, Any]:
    names = ("price", "service_fee_fixed", "tax_rate")
    fields = {name: SALES[currency][name] for name in names}
    return await api.event(organizer, payment="online", currency=currency, **fields)


@pytest.fixture
def fake(api: Api, monkeypatch: pytest.MonkeyPatch) -> FakeService:
    """The fake provider, beside the scripted one that tests mostly have."""
    service: FakeService = api.container.adapters.fake_payments()
    by_name = api.container.adapters.payment_providers().by_name
    monkeypatch.setitem(by_name, "fake", service.payments)
    return service


async def pay_at_the_fake_provider(browse: Browser, fake: FakeService, reference: str) -> str:
    """Go to the provider's page and pay there; what the page says."""
    address = (await press_pay(browse, reference, provider="fake")).headers["location"]
    page = await browse.get(address)
    form = {"card_number": GOOD, "action": "pay"}
    assert (await browse.post(address, form)).status_code == 303
    await asyncio.gather(*fake.webhooks.tasks)
    return page.text


@pytest.mark.parametrize("currency", SALES)
async def test_money_has_the_decimals_of_its_currency_on_every_page(
    currency: str,
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    admin: Person,
    fake: FakeService,
) -> None:
    expected = SALES[currency]
    shown: dict[str, str] = expected["shown"]
    event = await sale(api, organizer, currency)
    await browse.log_in(buyer)
    page = await browse.get(f"/events/{event['id']}-test-event")
    assert_page(page, currency)

    (kind,) = await type_ids(api, event)
    assert_redirects(await browse.post("/cart", {f"type_{kind}": "2"}), "/cart")
    cart = await browse.get("/cart")
    assert_page(cart, shown["price"], expected["total_shown"])
    held = await browse.post("/cart/checkout", {"key": key_of(cart)})
    reference = held.headers["location"].removeprefix("/checkout/")
    checkout = await browse.get(f"/checkout/{reference}")
    assert_page(checkout, *shown.values(), f"Pay {expected['total_shown']}")
    assert expected["total_shown"] in await pay_at_the_fake_provider(browse, fake, reference)
    done = await browse.get(f"/orders/{reference}")
    assert_page(done, "Paid. Your tickets are here.", expected["total_shown"])

    receipt = await browse.get(f"/orders/{reference}/receipt.pdf")
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(receipt.content)).pages)
    assert f"{expected['total']} {currency}" in words
    assert f"{expected['price']} {currency}" in words or expected["price"] in words

    await browse.log_in(organizer)
    orders = await browse.get("/manage/orders")
    assert_page(orders, expected["total_shown"], f"Price {shown['subtotal']}")
    assert_page(orders, f"Fees {shown['fee']}", f"Taxes {shown['tax']}")
    (row,) = csv_rows(await browse.get("/manage/orders.csv"))
    assert (row["currency"], row["total_amount"]) == (currency, expected["total"])
    for path in ("/manage/bookings", "/manage/payments", f"/manage/events/{event['id']}/sales"):
        assert_page(await browse.get(path), shown["price"][:3])
    payments = csv_rows(await browse.get("/manage/payments.csv"))
    assert [(paid["currency"], paid["amount"]) for paid in payments] == [
        (currency, expected["total"])
    ]
    await refund_half(api, browse, buyer, int(row["order_id"]), expected)
    await no_discrepancy(api, admin)


async def refund_half(
    api: Api, browse: Browser, buyer: Person, order_id: int, expected: dict[str, Any]
) -> None:
    """The organizer pays half of it back: no part of a unit, and all of it is on every page."""
    path = f"/manage/orders/{order_id}"
    page = await browse.get(path)
    assert_page(
        page, f'value="{expected["total"]}"', f"Up to {expected['total_shown']} can go back"
    )
    (payment,) = (await api.get(f"/transactions/order/{order_id}", buyer)).json()
    form = {"key": key_of(page), "transaction_id": payment["id"], "reason": "Rain"}
    refused = await browse.post(f"{path}/refund", {**form, "amount": expected["too_fine"]})
    assert_page(refused, 'id="field-amount-problem"', status=422)
    back = {**form, "amount": expected["half"]}
    assert_redirects(await browse.post(f"{path}/refund", back), path)
    _, refund = (await api.get(f"/transactions/order/{order_id}", buyer)).json()
    assert (refund["amount"], refund["status"]) == (expected["half"], "success")
    assert_page(await browse.get(path), f"\u2212{expected['half_shown']}")
    assert_page(await browse.get("/manage/orders"), f"{expected['half_shown']} paid back")
    assert_page(await browse.get("/manage/refunds"), expected["half_shown"])
    report = await browse.get("/manage/reports?report=revenue")
    assert_page(report, expected["total_shown"], expected["half_shown"])


async def test_currencies_that_nobody_pays_with_are_not_offered(
    api: Api, browse: Browser, organizer: Person
) -> None:
    await browse.log_in(organizer)
    for path in ("/manage/events/new", "/manage/codes/new", "/manage/codes/batch"):
        page = await browse.get(path)
        assert_page(page, '<option value="CLP"')
        assert '<option value="CLF"' not in page.text, path
    # What an event has stays in its form.
    event = await api.event(organizer, currency="CLF", price="1.0000")
    assert_page(await browse.get(f"/manage/events/{event['id']}/fees"), "CLF")
