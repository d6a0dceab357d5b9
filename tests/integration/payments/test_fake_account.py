"""The account at the fake payment service: it takes fees and pays out, to be tried by hand."""

import asyncio
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from src.infrastructure.payments.fake.provider import FakeService
from tests.support.api import Api, Person
from tests.support.fake_payments import GOOD
from tests.support.orders import order_of, start
from tests.support.stripe_shop import enabled


@pytest.fixture
def fake(api: Api) -> Iterator[FakeService]:
    service: FakeService = api.container.adapters.fake_payments()
    with enabled(api, service.payments, service.account):
        yield service


async def post(api: Api, path: str, **form: str) -> int:
    ours = {"Sec-Fetch-Site": "same-origin"}
    return (await api.client.post(path, data=form, headers=ours)).status_code


async def paid(api: Api, fake: FakeService, buyer: Person, event: dict[str, Any]) -> str:
    """Pay an order of 50.00; the path of the payment's page."""
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order, provider="fake")
    page = f"/fake-payments/{payment['provider_reference']}"
    assert await post(api, page, card_number=GOOD, action="pay") == 303
    await asyncio.gather(*fake.webhooks.tasks)
    return page


async def figures(api: Api, admin: Person) -> dict[str, Any]:
    response = await api.post("/provider-balances/refresh", admin)
    (held,) = response.json()
    return {name: held[name] for name in ("balance", "fees", "difference")}


async def payout(api: Api, admin: Person) -> dict[str, Any]:
    shown: dict[str, Any] = (await api.get("/payouts", admin)).json()[0]
    return shown


async def test_everything_that_a_payer_and_a_bank_do_moves_the_account(
    api: Api, fake: FakeService, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer, payment="online")
    page = await paid(api, fake, buyer, event)
    other = await paid(api, fake, buyer, event)
    # 1.5 % and 25 cents of each.
    assert await figures(api, admin) == {"balance": "98.00", "fees": "2.00", "difference": "0.00"}
    assert await post(api, f"{page}/bank", step="refund") == 303
    assert await figures(api, admin) == {"balance": "48.00", "fees": "2.00", "difference": "0.00"}
    assert await post(api, f"{page}/bank", step="return_refund") == 303
    assert await post(api, f"{other}/bank", step="dispute") == 303
    await asyncio.gather(*fake.webhooks.tasks)
    assert await figures(api, admin) == {"balance": "33.00", "fees": "17.00", "difference": "0.00"}
    assert await post(api, f"{other}/bank", step="win") == 303
    await asyncio.gather(*fake.webhooks.tasks)
    assert await post(api, f"{page}/bank", step="pay_out") == 303
    # Its webhook comes before anybody reads the account.
    await asyncio.gather(*fake.webhooks.tasks)
    assert (await payout(api, admin))["is_itemized"] is False
    assert await figures(api, admin) == {"balance": "0.00", "fees": "17.00", "difference": "0.00"}
    sent = await payout(api, admin)
    assert (sent["amount"], sent["moved"], sent["fees"]) == ("83.00", "83.00", "-17.00")
    assert (sent["status"], sent["is_itemized"], sent["adjustments"]) == ("paid", True, "0.00")
    # There is nothing left to pay out.
    assert await post(api, f"{page}/bank", step="pay_out") == 409


async def test_what_moved_is_booked_once_however_often_somebody_looks(
    api: Api, fake: FakeService, organizer: Person, buyer: Person
) -> None:
    await paid(api, fake, buyer, await api.event(organizer, payment="online"))
    balances = await asyncio.gather(*(fake.account.balance() for _ in range(4)))
    assert balances == [{"USD": Decimal("49.00")}] * 4
