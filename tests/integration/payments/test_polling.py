"""How often a provider is asked for what is open there."""

from datetime import timedelta
from typing import Any

from tests.support.api import Api, MovableClock, Person
from tests.support.orders import order_of, read, send_webhook, start
from tests.support.payments import ScriptedProvider


async def ask(api: Api, clock: MovableClock, provider: ScriptedProvider, minutes: int) -> int:
    """How often the provider is asked in so many runs of the job, a minute apart."""
    provider.calls.clear()
    for _ in range(minutes):
        clock.move(minutes=1)
        await api.container.settling.reconcile().settle_open_payments()
    return len(provider.calls)


async def test_the_longer_money_is_on_its_way_the_less_often_its_provider_is_asked(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, clock: MovableClock
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online", payment_days=5))
    payment = await start(api, buyer, order)
    stored = await api.container.adapters.transactions().get(payment["id"])
    provider.send(stored)
    assert await ask(api, clock, provider, 10) < 8
    clock.move(days=2)
    assert await ask(api, clock, provider, 120) <= 3
    provider.pay(stored)
    assert await send_webhook(api, provider, payment["id"]) == "recorded"
    assert (await read(api, api.renewed(buyer), order))["status"] == "confirmed"


async def test_payment_is_cancelled_at_its_provider_as_soon_as_its_order_waits_no_longer(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    """However seldom it was asked for by then."""
    payment = await start(api, buyer, order)
    stored = await api.container.adapters.transactions().get(payment["id"])
    assert stored.created_at is not None
    deadline = (await api.container.adapters.orders().get_any(order["id"])).expires_at
    assert deadline is not None
    while api.clock() < deadline - timedelta(minutes=1):
        await ask(api, clock, provider, 1)
    await ask(api, clock, provider, 2)
    assert provider.calls[-1] == ("cancel", payment["id"])
