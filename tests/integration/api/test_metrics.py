"""Metrics of the business: what was sold, refused, paid and checked in, and what waits."""

import re
from collections.abc import Callable
from typing import Any

import asyncpg
import pytest
from prometheus_client import CollectorRegistry

from src.application.ports.database import AuditEntry
from src.infrastructure.metrics import database
from src.infrastructure.metrics.database import read_database_metrics
from src.infrastructure.metrics.exposition import write_families
from tests.support.api import Api, MovableClock, Person
from tests.support.metrics import Scrape, scrape
from tests.support.orders import change_status, order_of, pay, read, start
from tests.support.paths import ROOT
from tests.support.payments import ScriptedProvider

DOCUMENT = (ROOT / "docs" / "monitoring.md").read_text()

Delta = Callable[..., float]


@pytest.fixture
def since(api: Api) -> Delta:
    """By how much a counter has grown since the test began."""
    registry: CollectorRegistry = api.container.adapters.metrics_registry()
    before = {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in registry.collect()
        for sample in family.samples
    }

    def grown(name: str, **labels: str) -> float:
        now = registry.get_sample_value(name, labels) or 0.0
        return now - before.get((name, frozenset(labels.items())), 0.0)

    return grown


async def stored(api: Api) -> Scrape:
    families = await read_database_metrics(api.container.adapters.clock())
    return Scrape(write_families(families).decode())


async def test_purchases_are_counted_by_what_came_of_them(
    api: Api, organizer: Person, buyer: Person, since: Delta
) -> None:
    event = await api.event(organizer, capacity=3)
    path, key = f"/events/{event['id']}/bookings", {"Idempotency-Key": "once"}
    statuses = [
        (await api.post(path, buyer, {"quantity": quantity}, headers=headers)).status_code
        for quantity, headers in ((2, key), (2, key), (2, {}), (99, {}))
    ]
    assert statuses == [201, 201, 409, 409]
    assert since("ticketing_purchases_total", outcome="accepted") == 1
    assert since("ticketing_purchases_total", outcome="replayed") == 1
    assert since("ticketing_purchases_total", outcome="insufficient_tickets") == 2
    assert since("ticketing_changes_total", action="booking.confirmed") == 1


async def test_payments_and_refunds_are_counted_once_by_provider_and_outcome(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    since: Delta,
) -> None:
    event = await api.event(organizer, payment="online")
    paid = await pay(api, buyer, provider, await order_of(api, buyer, event))
    given_back = await api.post(f"/transactions/{paid['id']}/refund", organizer)
    assert given_back.status_code in (200, 201, 202), given_back.text
    failed = await start(api, buyer, await order_of(api, buyer, event), provider="manual")
    await change_status(api, admin, failed, "failed")

    def counted(kind: str, by: str, outcome: str) -> float:
        return since("ticketing_payments_total", kind=kind, provider=by, outcome=outcome)

    assert counted("payment", paid["provider"], "success") == 1
    assert counted("refund", paid["provider"], given_back.json()["status"]) == 1
    assert counted("payment", "manual", "failed") == 1
    assert counted("payment", "manual", "success") == 0


async def test_check_ins_are_counted_and_refused_ones_are_not(
    api: Api, organizer: Person, buyer: Person, since: Delta
) -> None:
    booking = await api.book(buyer, (await api.event(organizer))["id"])
    code = booking["tickets"][0]["ticket_code"]
    answers = [await api.post(f"/tickets/{code}/check-in", organizer) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert since("ticketing_changes_total", action="ticket.used") == 1


async def test_stored_metrics_are_what_the_tables_say(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock, connection: asyncpg.Connection
) -> None:
    await connection.execute("DELETE FROM pgqueuer_schedules")
    sold = await api.event(organizer, currency="EUR", price="10.00")
    await api.book(buyer, sold["id"], 2)
    held = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, held, quantity=3)
    assert (await read(api, buyer, order))["status"] == "pending"
    await connection.execute(
        "INSERT INTO pgqueuer_schedules (entrypoint, expression, next_run, last_run) "
        "VALUES ('sweep_holds', '* * * * * */5', $1::timestamptz - interval '90 s', $1)",
        clock(),
    )
    clock.move(minutes=60)
    found = await stored(api)
    assert found.by("ticketing_tickets", "state") == {"sold": 2, "held": 3}
    assert found.by("ticketing_revenue", "currency")["EUR"] == 20
    assert found.by("ticketing_events", "status") == {"active": 2}
    assert found.sum("ticketing_queue_due", queue="lapsed_holds") == 1
    oldest = found.sum("ticketing_queue_oldest_seconds", queue="lapsed_holds")
    assert oldest == pytest.approx(3000, abs=60)
    late = found.by("ticketing_job_late_seconds", "job_name")
    assert late == {"sweep_holds": pytest.approx(3690, abs=1)}
    assert found.sum("ticketing_database_readable") == 1


async def test_without_a_database_the_metrics_of_the_process_are_there(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> Any:
        raise OSError("The connection was refused.")

    monkeypatch.setattr(database, "reading_briefly", away)
    api.container.adapters.metrics.reset()
    found = await scrape(api.client)
    api.container.adapters.metrics.reset()
    assert found.sum("ticketing_database_readable") == 0
    assert "ticketing_tickets" not in found.families
    assert found.sum("process_start_time_seconds") > 0


async def test_what_is_rolled_back_is_not_counted(
    api: Api, organizer: Person, since: Delta
) -> None:
    event = await api.event(organizer)
    assert since("ticketing_changes_total", action="event.created") == 1
    async with api.container.adapters.unit_of_work()() as uow:
        entry = AuditEntry("event.created", subject="event", subject_id=event["id"], by=None)
        await uow.audit.record([entry])
    assert since("ticketing_changes_total", action="event.created") == 1


async def test_labels_are_the_documented_ones(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    await api.book(buyer, (await api.event(organizer))["id"])
    rows = re.findall(r"^\| `([a-z_]+)` \| [a-z]+ \| (.*?) \|", DOCUMENT, re.MULTILINE)
    documented = {name: set(re.findall(r"`(\w+)`", cell)) for name, cell in rows}
    found = Scrape((await api.client.get("/metrics")).text)
    seen = set()
    for sample in found.samples:
        name = sample.name
        if name not in documented:
            name = re.sub("_(bucket|sum|count)$", "", name)
        assert sample.labels.keys() - {"le"} == documented[name], name
        seen.add(name)
    assert {"ticketing_purchases_total", "ticketing_tickets", "http_requests_total"} <= seen
