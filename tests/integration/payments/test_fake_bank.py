"""What a bank does later, by hand on the page of the fake provider: refunds come back, disputes."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import httpx
import pytest

from src.application.ports.payments import ProviderDispute, ProviderState
from src.domain.entities.dispute import DisputeStatus
from tests.support.api import Api, MovableClock
from tests.support.fake_payments import PAYMENT, REFUND, FakePaymentsWorld, fake_payments_world


@pytest.fixture
def world(api: Api, clock: MovableClock) -> Iterator[FakePaymentsWorld]:
    with fake_payments_world(api, clock) as world:
        yield world


@pytest.fixture
async def page(world: FakePaymentsWorld) -> str:
    """The page of a payment that is paid, of which all has been reported."""
    page = await world.page()
    assert (await world.click(page)).status_code == 303
    await world.inbox.all()
    world.inbox.webhook_events.clear()
    return page


async def act(world: FakePaymentsWorld, page: str, step: str, **form: str) -> httpx.Response:
    ours = {"Sec-Fetch-Site": "same-origin"}
    return await world.api.client.post(f"{page}/bank", data={"step": step, **form}, headers=ours)


async def disputes(world: FakePaymentsWorld) -> list[ProviderDispute]:
    since = world.api.clock() - timedelta(days=1)
    return [dispute async for dispute in world.provider.disputes_since(since)]


async def test_refund_is_sent_back_days_later(world: FakePaymentsWorld, page: str) -> None:
    made = await world.provider.refund(REFUND, PAYMENT)
    assert made.state is ProviderState.SUCCEEDED
    assert (await act(world, page, "return_refund")).headers["location"] == f"{page}/result"
    (event,) = await world.inbox.all()
    assert (event.transaction_id, event.answer.reference) == (REFUND.id, made.reference)
    assert (event.answer.state, event.answer.failure) == (
        ProviderState.FAILED,
        "The bank sent the refund back.",
    )
    found = await world.provider.find_refund(REFUND)
    assert found is not None and found.state is ProviderState.FAILED
    assert (await world.found()).refunded_amount == 0
    # There is none left to send back.
    assert (await act(world, page, "return_refund")).status_code == 409


async def test_refund_outside_the_shop_is_of_all_that_is_left(
    world: FakePaymentsWorld, page: str
) -> None:
    await world.provider.refund(REFUND, PAYMENT)
    assert (await act(world, page, "refund")).status_code == 303
    (event,) = await world.inbox.all()
    assert (event.transaction_id, event.answer.amount) == (None, Decimal("20.00"))
    assert event.payment_reference == (await world.found()).reference
    assert (await world.found()).refunded_amount == PAYMENT.amount
    assert (await act(world, page, "refund")).status_code == 409


@pytest.mark.parametrize(
    ("steps", "status", "is_taken"),
    [
        (["inquire"], DisputeStatus.WARNING, False),
        (["inquire", "close"], DisputeStatus.CLOSED, False),
        (["inquire", "dispute"], DisputeStatus.NEEDS_RESPONSE, True),
        (["dispute"], DisputeStatus.NEEDS_RESPONSE, True),
        (["dispute", "win"], DisputeStatus.WON, False),
        (["dispute", "lose"], DisputeStatus.LOST, True),
        (["dispute", "lose", "win"], DisputeStatus.WON, False),
    ],
    ids=str,
)
async def test_bank_asks_disputes_and_decides(
    world: FakePaymentsWorld,
    page: str,
    steps: list[str],
    status: DisputeStatus,
    is_taken: bool,
) -> None:
    for step in steps:
        assert (await act(world, page, step)).status_code == 303
    await world.inbox.all()
    (dispute,) = await disputes(world)
    assert (dispute.report.status, dispute.report.is_taken) == (status, is_taken)
    assert dispute.payment_reference == (await world.found()).reference
    assert await world.provider.find_dispute(dispute.report.reference) == dispute
    events = world.inbox.dispute_events
    assert [event.reference for event in events] == [dispute.report.reference] * len(steps)


@pytest.mark.parametrize(
    "steps", [["win"], ["close"], ["dispute", "close"], ["inquire", "lose"], ["dispute", "dispute"]]
)
async def test_bank_decides_only_what_it_was_asked(
    world: FakePaymentsWorld, page: str, steps: list[str]
) -> None:
    for step in steps[:-1]:
        await act(world, page, step)
    before = await disputes(world)
    refused = await act(world, page, steps[-1])
    assert refused.status_code == 409
    assert "The bank cannot do that with this payment now." in refused.text
    assert await disputes(world) == before


async def test_what_the_bank_has_taken_is_not_refunded(world: FakePaymentsWorld, page: str) -> None:
    await act(world, page, "dispute", lose_it="true")
    assert (await world.provider.refund(REFUND, PAYMENT)).state is ProviderState.FAILED
    assert (await act(world, page, "refund")).status_code == 409
    assert await world.inbox.all() == [] and world.inbox.dispute_events == []


async def test_unpaid_payment_is_not_disputed(world: FakePaymentsWorld) -> None:
    assert (await act(world, await world.page(), "dispute")).status_code == 409
    assert (await act(world, "/fake-payments/unknown", "dispute")).status_code == 404
