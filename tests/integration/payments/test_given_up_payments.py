"""Payments that were given up for lost here, and are not lost at their provider."""

from src.application.ports.payments import ProviderAnswer, ProviderState
from tests.support.api import Api, Person
from tests.support.orders import order_of, start
from tests.support.payments import ScriptedProvider


async def test_payment_given_up_while_its_provider_was_asked_is_cancelled_there(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)

    async def give_up(method: str) -> None:
        if method != "start":
            return
        payment = (await api.container.adapters.transactions().of_order(order["id"]))[0]
        lost = ProviderAnswer(reference=None, state=ProviderState.FAILED)
        await api.container.settling.record_payment().execute(payment.id, lost)

    provider.during = give_up
    payment = await start(api, buyer, order)
    provider.during = None
    assert payment["status"] == "failed"
    assert [kept.state for kept in provider.payments.values()] == [ProviderState.FAILED]


async def test_payment_that_failed_here_and_was_paid_there_is_found_by_the_reconciler(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    stored = await api.container.adapters.transactions().get(payment["id"])
    failed = ProviderAnswer(reference=None, state=ProviderState.FAILED)
    await api.container.settling.record_payment().execute(stored.id, failed)
    provider.pay(stored)
    findings = (await api.post("/transactions/reconcile?dry_run=true", admin)).json()
    assert [finding["is_healed"] for finding in findings] == [True]
    assert (await api.get(f"/orders/{order['id']}", buyer)).json()["status"] == "pending"
    await api.post("/transactions/reconcile", admin)
    assert (await api.get(f"/orders/{order['id']}", buyer)).json()["status"] == "confirmed"
