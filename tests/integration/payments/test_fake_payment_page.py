"""The fake provider's payment page, as a browser without scripts uses it."""

import re
from collections.abc import Iterator

import asyncpg
import httpx
import pytest

from src.app import create_app
from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock
from tests.support.database import SECRET, test_settings
from tests.support.fake_payments import (
    DECLINED,
    PAYMENT,
    POOR,
    SLOW,
    FakePaymentsWorld,
    fake_payments_world,
)

OPEN, SUCCEEDED, FAILED = ProviderState.OPEN, ProviderState.SUCCEEDED, ProviderState.FAILED
HTML = {"Accept": "text/html"}
PAYER_BUTTON = 'name="action"'
ROWS = "SELECT * FROM fake_payments ORDER BY id"


@pytest.fixture
def world(api: Api, clock: MovableClock) -> Iterator[FakePaymentsWorld]:
    with fake_payments_world(api, clock) as world:
        yield world


async def read(world: FakePaymentsWorld, page: str) -> str:
    response = await world.api.client.get(page)
    assert response.status_code == 200, response.text
    return response.text


async def test_page_shows_the_order_and_what_a_payer_can_do(world: FakePaymentsWorld) -> None:
    text = await read(world, await world.page())
    for shown in ("Event ticketing", "ORD-7K2M9QXA", "US$50.00", "Pay by", "Test options"):
        assert shown in text
    for number in (DECLINED, POOR, SLOW):
        assert number in text
    assert 'value="4242 4242 4242 4242"' in text
    buttons = re.findall(r'<button[^>]*value="(\w+)">([^<]+)<', text)
    assert buttons == [
        ("pay", "Pay US$50.00"),
        ("decline", "Decline"),
        ("pay_late", "Pay after the deadline"),
    ]


async def test_every_input_has_a_label_and_nothing_is_loaded_or_run(
    world: FakePaymentsWorld,
) -> None:
    response = await world.api.client.get(await world.page())
    labelled = set(re.findall(r'<label for="(\w+)"', response.text))
    inputs = re.findall(r'<input [^>]*id="[^>]+>', response.text)
    assert len(inputs) == 5
    named = {found[1] for field in inputs if (found := re.search(r' id="(\w+)"', field))}
    assert named == labelled
    assert not re.search(r"<script|<img|https?://", response.text)
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["referrer-policy"] == "same-origin"


async def test_what_is_filled_in_is_escaped(world: FakePaymentsWorld) -> None:
    text = await read(world, await world.page(order_reference="<b>&"))
    assert "<b>" not in text
    assert "&lt;b&gt;&amp;" in text


async def test_payment_is_paid_and_reported_by_a_click(world: FakePaymentsWorld) -> None:
    page = await world.page()
    response = await world.click(page)
    assert (response.status_code, response.headers["location"]) == (303, f"{page}/result")
    (webhook_event,) = await world.inbox.all()
    assert webhook_event.transaction_id == PAYMENT.id
    found = await world.found()
    assert (found.state, found.failure) == (SUCCEEDED, None)
    assert webhook_event.answer.reference == found.reference
    assert (webhook_event.answer.state, webhook_event.answer.amount) == (SUCCEEDED, PAYMENT.amount)
    for address in (page, f"{page}/result"):
        text = await read(world, address)
        assert re.search(r'role="status"[^>]*>\s*<h1>Paid</h1>', text)
        assert PAYER_BUTTON not in text and "Try again" not in text
        assert 'href="/"' in text


async def test_second_click_on_a_paid_payment_changes_nothing(
    world: FakePaymentsWorld, connection: asyncpg.Connection
) -> None:
    page = await world.page()
    await world.click(page)
    before = await connection.fetch(ROWS)
    for action in ("pay", "decline", "pay_late"):
        assert (await world.click(page, action)).status_code == 303
    assert await connection.fetch(ROWS) == before
    assert await world.inbox.states() == ["succeeded"]


@pytest.mark.parametrize(
    ("card", "why"),
    [(DECLINED, "The card was declined."), (POOR, "The card has insufficient funds.")],
)
async def test_declined_card_leaves_the_payment_open_for_another(
    world: FakePaymentsWorld, card: str, why: str
) -> None:
    page = await world.page(return_url="/orders/7")
    response = await world.click(page, card_number=card)
    assert response.headers["location"] == f"{page}/result"
    assert why in (text := await read(world, f"{page}/result"))
    assert "Try again" in text
    found = await world.found()
    assert (found.state, found.failure) == (OPEN, why)
    assert why in await read(world, page)
    await world.click(page)
    assert [webhook_event.answer.failure for webhook_event in await world.inbox.all()] == [
        why,
        None,
    ]
    assert await world.inbox.states() == ["open", "succeeded"]
    found = await world.found()
    assert (found.state, found.failure) == (SUCCEEDED, None)


async def test_declined_payment_has_failed(world: FakePaymentsWorld) -> None:
    page = await world.page()
    await world.click(page, "decline")
    assert (await world.found()).state is FAILED
    assert await world.inbox.states() == ["failed"]
    text = await read(world, page)
    assert "Not paid" in text and PAYER_BUTTON not in text


async def test_slow_card_pays_after_ten_seconds(
    world: FakePaymentsWorld, clock: MovableClock
) -> None:
    page = await world.page()
    await world.click(page, card_number=SLOW.replace(" ", ""), lose_it="true")
    assert (await world.found()).state is OPEN
    assert "On its way" in await read(world, page)
    clock.move(seconds=11)
    assert (await world.found()).state is SUCCEEDED


async def test_payment_after_the_deadline_succeeds_only_then_and_cannot_be_called_back(
    world: FakePaymentsWorld, clock: MovableClock
) -> None:
    page = await world.page()
    await world.click(page, "pay_late", lose_it="true")
    clock.move(minutes=9, seconds=58)
    answer = await world.provider.cancel(PAYMENT)
    assert answer is not None and answer.state is OPEN
    clock.move(seconds=4)
    assert (await world.found()).state is SUCCEEDED


async def test_webhook_of_a_late_payment_is_sent_when_it_is_paid(
    world: FakePaymentsWorld, clock: MovableClock
) -> None:
    begun = clock()
    await world.click(await world.page(), "pay_late")
    assert await world.inbox.states() == ["succeeded"]
    assert (clock() - begun).total_seconds() >= 601
    assert (await world.found()).state is SUCCEEDED


async def test_webhook_is_delayed_when_asked_to(
    world: FakePaymentsWorld, clock: MovableClock
) -> None:
    begun = clock()
    await world.click(await world.page(), delay_seconds="40")
    assert await world.inbox.states() == ["succeeded"]
    assert (clock() - begun).total_seconds() >= 40


async def test_same_webhook_is_sent_twice_when_asked_to(world: FakePaymentsWorld) -> None:
    await world.click(await world.page(), send_twice="true")
    first, second = await world.inbox.all()
    assert first == second


async def test_older_webhook_comes_last_when_asked_to(world: FakePaymentsWorld) -> None:
    await world.click(await world.page(), out_of_order="true")
    assert await world.inbox.states() == ["succeeded", "open"]
    first, second = await world.inbox.all()
    assert first.id != second.id


async def test_no_webhook_is_sent_when_it_is_lost(world: FakePaymentsWorld) -> None:
    await world.click(await world.page(), lose_it="true")
    assert await world.inbox.all() == []
    assert (await world.found()).state is SUCCEEDED


async def test_unknown_card_is_refused_on_the_page_and_changes_nothing(
    world: FakePaymentsWorld, connection: asyncpg.Connection
) -> None:
    page = await world.page()
    before = await connection.fetch(ROWS)
    response = await world.click(page, card_number='1234"><b>')
    assert response.status_code == 422
    assert 'role="alert"' in response.text and 'aria-invalid="true"' in response.text
    assert "<b>" not in response.text
    assert await connection.fetch(ROWS) == before
    assert await world.inbox.all() == []


async def test_form_is_refused_when_it_is_not_the_pages(
    world: FakePaymentsWorld, connection: asyncpg.Connection
) -> None:
    page = await world.page()
    before = await connection.fetch(ROWS)
    for form in ({"action": "steal"}, {"delay_seconds": "-1"}, {"delay_seconds": "3601"}):
        assert (await world.click(page, **form)).status_code == 422
    assert await connection.fetch(ROWS) == before


@pytest.mark.parametrize("suffix", ["", "/result"])
async def test_unknown_reference_is_not_found(world: FakePaymentsWorld, suffix: str) -> None:
    await world.page()
    page = "/fake-payments/fake_pay_unknown"
    response = await world.api.client.get(f"{page}{suffix}", headers=HTML)
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert (await world.click(page)).status_code == 404


@pytest.mark.parametrize("url", ["/orders/7?paid", "http://127.0.0.1:8000/orders/7"])
async def test_payer_is_led_back_to_where_they_came_from(
    world: FakePaymentsWorld, url: str
) -> None:
    page = await world.page(return_url=url)
    path = url.removeprefix("http://127.0.0.1:8000")
    assert (await world.click(page)).headers["location"] == path
    assert f'href="{path}"' in await read(world, page)


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example", "javascript:x"])
async def test_payer_is_not_led_elsewhere(world: FakePaymentsWorld, url: str) -> None:
    page = await world.page(return_url=url)
    assert (await world.click(page)).headers["location"] == f"{page}/result"
    assert "evil" not in (text := await read(world, page)) and "javascript" not in text


async def test_pages_are_gone_when_the_provider_is_disabled(database_url: str) -> None:
    async def status(**changes: object) -> int:
        app = create_app(test_settings(database_url, **changes))
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            ours = {"Sec-Fetch-Site": "same-origin"}
            path = "/fake-payments/fake_pay_1"
            return (await client.post(path, data={}, headers=ours)).status_code

    assert await status() == 422
    assert await status(payment_providers=("manual",)) == 404
    assert await status(environment="production", secret_key=SECRET) == 404
