"""What is counted as it happens: mails, webhooks, jobs, batches, discrepancies."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any, cast

import pytest
from prometheus_client import CollectorRegistry

from src.application.concurrency.for_each import RowsFailed
from src.application.dtos.webhook import WebhookReply
from src.application.ports.mail import (
    MailOutcomeUnknown,
    MailPostponed,
    MailRefused,
    OutgoingMail,
)
from src.domain.errors import Unavailable
from src.infrastructure.jobs.worker import Job, Worker
from src.infrastructure.metrics.discrepancies import CountDiscrepancies
from src.infrastructure.metrics.jobs import JobMetrics
from src.infrastructure.metrics.lanes import LaneMetrics, make_lanes
from src.infrastructure.metrics.sampling import sampled
from src.infrastructure.metrics.senders import MeasuredSender, MeasuredTransport
from src.infrastructure.metrics.service import ServiceMetrics
from tests.support.fakes.mails import FakeTransport
from tests.support.fakes.webhooks import FakeWebhookSender

MAIL = cast(OutgoingMail, None)
"""What it says is no matter of these tests."""


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def metrics(registry: CollectorRegistry) -> ServiceMetrics:
    return ServiceMetrics(registry)


def by(registry: CollectorRegistry, name: str, label: str) -> dict[str, float]:
    """The values of a metric that are not zero."""
    return {
        sample.labels[label]: sample.value
        for family in registry.collect()
        for sample in family.samples
        if sample.name == name and sample.value
    }


async def test_mails_are_counted_by_what_the_server_said(
    registry: CollectorRegistry, metrics: ServiceMetrics
) -> None:
    failures = [None, MailPostponed("Later."), MailRefused("No."), MailOutcomeUnknown("Lost.")]
    inner = FakeTransport(*failures, OSError("A fault."), is_repeatable=True)
    transport = MeasuredTransport(metrics, inner)
    assert (transport.is_enabled, transport.is_repeatable) == (True, True)
    async with transport.session() as session:
        await session.send(MAIL)
        for failure in (MailPostponed, MailRefused, MailOutcomeUnknown, OSError):
            with pytest.raises(failure):
                await session.send(MAIL)
    assert inner.sent == [MAIL]
    counted = by(registry, "ticketing_mails_total", "outcome")
    assert counted == {"sent": 1, "postponed": 1, "refused": 1, "unknown": 2}


class NoServer(FakeTransport):
    def session(self) -> Any:
        raise MailPostponed("Nobody listens.", is_of_server=True)


async def test_a_mail_server_that_is_away_is_counted(
    registry: CollectorRegistry, metrics: ServiceMetrics
) -> None:
    with pytest.raises(MailPostponed):
        async with MeasuredTransport(metrics, NoServer()).session():
            pass
    assert by(registry, "ticketing_mails_total", "outcome") == {"no_connection": 1}


class Unanswered(FakeWebhookSender):
    async def send(self, *_: object) -> WebhookReply:
        return WebhookReply(None, "There was no answer.", timedelta())


async def test_webhooks_are_counted_by_their_answers(
    registry: CollectorRegistry, metrics: ServiceMetrics
) -> None:
    sender = MeasuredSender(metrics, FakeWebhookSender(200, 204, 500, 410))
    replies = [await sender.send("https://shop.example", {}, "{}") for _ in range(4)]
    await MeasuredSender(metrics, Unanswered()).send("https://shop.example", {}, "{}")
    assert [reply.status for reply in replies] == [200, 204, 500, 410]
    counted = by(registry, "ticketing_webhook_requests_total", "outcome")
    assert counted == {"delivered": 2, "refused": 2, "unanswered": 1}


class Found:
    async def discrepancies(self) -> list[tuple[str, int, str]]:
        return [("order", 7, "It is paid twice."), ("event", 8, "It counts 3 tickets.")]


async def test_discrepancies_add_up_over_the_nights(
    registry: CollectorRegistry, metrics: ServiceMetrics
) -> None:
    job = CountDiscrepancies(Found(), metrics)
    assert [await job.execute(), await job.execute()] == [2, 2]
    assert registry.get_sample_value("ticketing_discrepancies_found_total") == 4


async def works() -> int:
    return 3


async def is_postponed() -> int:
    raise Unavailable("The database is away.")


async def has_a_bug() -> int:
    raise ZeroDivisionError


async def fails_for_rows() -> int:
    raise RowsFailed({1: ValueError("A row.")}, 2)


async def takes_long() -> int:
    await asyncio.sleep(60)
    return 0


@pytest.mark.parametrize(
    ("run", "outcome"),
    [
        (works, "done"),
        (is_postponed, "postponed"),
        (has_a_bug, "failed"),
        (fails_for_rows, "failed"),
        (takes_long, "cut_short"),
    ],
)
async def test_runs_of_jobs_are_counted_by_their_outcome(
    run: Callable[[], Awaitable[int]], outcome: str, registry: CollectorRegistry
) -> None:
    job = Job("sweep", "* * * * *", run, max_seconds=0.05)
    worker = Worker([job], metrics=JobMetrics(registry))
    labels = {"job_name": "sweep", "outcome": outcome}
    assert registry.get_sample_value("ticketing_job_runs_total", labels) == 0
    await worker._run_job(job)
    assert by(registry, "ticketing_job_runs_total", "outcome") == {outcome: 1}
    durations = by(registry, "ticketing_job_duration_seconds_count", "job_name")
    assert durations == {"sweep": 1}


async def test_lanes_say_how_many_wait_and_how_large_batches_are(
    registry: CollectorRegistry,
) -> None:
    gate = asyncio.Event()

    async def run(_: str, items: Sequence[int]) -> Sequence[int | Exception]:
        await gate.wait()
        return items

    metrics = LaneMetrics(registry)
    lanes = make_lanes(None, metrics, "sale", run, max_batch=10, max_waiting=10)
    tasks = []
    for key in ("a", "b", "a", "a", "b"):
        tasks.append(asyncio.create_task(lanes.submit(key, 1)))
        await asyncio.sleep(0.01)
    # The first of each key is in its batch.
    async with sampled([metrics.sample]):
        await asyncio.sleep(0)
        assert by(registry, "ticketing_lane_waiting", "lane") == {"sale": 3}
        assert by(registry, "ticketing_lane_longest_queue", "lane") == {"sale": 2}
    gate.set()
    await asyncio.gather(*tasks)
    metrics.sample()
    assert by(registry, "ticketing_lane_waiting", "lane") == {}
    assert by(registry, "ticketing_lane_batch_size_sum", "lane") == {"sale": 5}
    assert by(registry, "ticketing_lane_batch_size_count", "lane") == {"sale": 4}
    assert by(registry, "ticketing_lane_batch_duration_seconds_count", "lane") == {"sale": 4}
