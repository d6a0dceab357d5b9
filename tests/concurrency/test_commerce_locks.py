"""Everything that takes locks, all at once over the same three events: nobody waits in a ring."""

import asyncio

import asyncpg

from src.application.ports.payments import (
    MANUAL,
    PaymentProvider,
    PaymentProviders,
    ProviderState,
)
from src.application.use_cases.payment.retry_refund import RetryRefundCommand
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatusCommand,
)
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.infrastructure.payments.manual import ManualPayments
from tests.support.concurrency.buying import Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import add_people, deadlocks, discrepancies, running_app
from tests.support.concurrency.storm import DEEDS, Storm
from tests.support.payments import ScriptedProvider


async def test_nobody_waits_in_a_ring_when_everything_happens_at_once(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    provider = ScriptedProvider()
    by_name: dict[str, PaymentProvider] = {provider.name: provider, MANUAL: ManualPayments()}
    providers = PaymentProviders(by_name, provider.name)
    async with running_app(own_url, payment_providers=providers) as api:
        storm = await gather_storm(await open_shop(api, provider), own_connection)
        works = [*[storm.buy] * 8, *[storm.give_back] * 4, *[storm.hold_and_release] * 3]
        works += [storm.pay_another_way, storm.pay_another_way]
        works += [storm.edit, storm.run_job, storm.run_job, storm.delete_user]
        await asyncio.gather(*(storm.repeat(work) for work in works), storm.direct())
        await decide_payments(storm)
        await storm.shop.repair()
        await return_what_is_owed(storm)
        await storm.shop.settle()

    assert storm.refused["internal_error"] == 0
    assert storm.done.keys() >= DEEDS
    assert await money_discrepancies(own_connection, provider) == []
    assert await wrong_counts(own_connection) == await discrepancies(own_connection) == []
    assert await deadlocks(own_connection) == 0


async def gather_storm(shop: Shop, connection: asyncpg.Connection) -> Storm:
    """Three events that are paid online, a code for all of them, and twenty buyers."""
    fees = {"service_fee_percent": "2.00", "tax_rate": "7.00"}
    events = [await shop.event(capacity=100, **fees) for _ in range(3)]
    code = {"code": "STORM", "kind": "percent", "value": "10", "max_uses": 40}
    assert (await shop.api.post("/discounts", shop.organizer, code)).status_code == 201
    rows = await connection.fetch("SELECT id FROM ticket_types ORDER BY id")
    buyers = await add_people(connection, 20)
    return Storm(shop, connection, events, [row["id"] for row in rows], buyers)


async def decide_payments(storm: Storm) -> None:
    """Every payment that is open is paid; no webhook is sent."""
    container, provider = storm.shop.api.container, storm.shop.provider
    payments = await container.adapters.transactions().open(
        TransactionKind.PAYMENT,
        created_before=container.adapters.clock()(),
        after_id=0,
        limit=10_000,
    )
    for payment in payments:
        kept = provider.payments.get(payment.idempotency_key)
        if kept is not None and kept.state is ProviderState.OPEN:
            provider.pay(payment)


async def return_what_is_owed(storm: Storm) -> None:
    """Refunds by hand are made, and those that failed are sent again."""
    container, admin = storm.shop.api.container, storm.shop.admin.actor
    transactions, settling = container.adapters.transactions(), container.settling
    query = "SELECT id FROM transactions WHERE kind = 'refund' ORDER BY id"
    for _ in range(3):
        for row in await storm.connection.fetch(query):
            refund = await transactions.get(row["id"])
            if refund.provider == MANUAL and refund.status is TransactionStatus.PENDING:
                done = SetManualPaymentStatusCommand(refund.id, TransactionStatus.SUCCESS)
                await settling.set_manual_payment_status().execute(admin, done)
            elif refund.owed_amount and (await transactions.get(refund.parent_id or 0)).refundable:
                again = RetryRefundCommand(refund_id=refund.id)
                await settling.retry_refund().execute(admin, again)
