"""Background jobs and their schedules."""

from typing import cast

from dependency_injector import containers, providers

from src.application.concurrency.for_each import ForEach
from src.application.use_cases.maintenance.clean_up import CleanUp
from src.application.use_cases.maintenance.complete_past_events import CompletePastEvents
from src.application.use_cases.maintenance.finish_cancellations import FinishCancellations
from src.application.use_cases.maintenance.refresh_tier_prices import RefreshTierPrices
from src.application.use_cases.maintenance.relay_outbox import RelayOutbox
from src.application.use_cases.maintenance.sweep_holds import SweepHolds
from src.container.adapters import Adapters
from src.container.catalogue import Catalogue
from src.container.invoicing import Invoicing
from src.container.mailing import Mailing
from src.container.settling import Settling
from src.container.webhooks import Webhooks
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.jobs.tables import JobLog
from src.infrastructure.jobs.worker import (
    EVERY_5_SECONDS,
    EVERY_HOUR,
    EVERY_MINUTE,
    EVERY_NIGHT,
    Job,
    Worker,
)
from src.infrastructure.metrics.discrepancies import CountDiscrepancies
from src.infrastructure.reports.fold_activity import fold_activity

MAX_SECONDS_OF_LONG_JOBS = 300.0
MAX_SECONDS_OF_NIGHTLY_JOBS = 3600.0


class Jobs(containers.DeclarativeContainer):
    """Background jobs and their schedules."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    catalogue = cast(type[Catalogue], providers.DependenciesContainer())
    settling = cast(type[Settling], providers.DependenciesContainer())
    invoicing = cast(type[Invoicing], providers.DependenciesContainer())
    webhooks = cast(type[Webhooks], providers.DependenciesContainer())
    mailing = cast(type[Mailing], providers.DependenciesContainer())

    sweep_holds = providers.Singleton(
        SweepHolds,
        unit_of_work=adapters.unit_of_work,
        bookings=adapters.bookings,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "event", int, as_refusal=as_refusal),
    )
    finish_cancellations = providers.Singleton(
        FinishCancellations,
        bookings=adapters.bookings,
        cancel_bookings=catalogue.cancel_event_bookings,
        for_each=providers.Factory(ForEach, "event", int, as_refusal=as_refusal),
    )
    complete_past_events = providers.Singleton(
        CompletePastEvents,
        unit_of_work=adapters.unit_of_work,
        events=adapters.events,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "event", int, as_refusal=as_refusal),
    )
    refresh_tier_prices = providers.Singleton(
        RefreshTierPrices,
        unit_of_work=adapters.unit_of_work,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "event", int, as_refusal=as_refusal),
    )
    clean_up = providers.Singleton(
        CleanUp, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    relay_outbox = providers.Singleton(
        RelayOutbox,
        unit_of_work=adapters.unit_of_work,
        outbox=adapters.outbox,
        handlers=providers.List(mailing.plan_mails, webhooks.plan_deliveries),
        for_each=providers.Factory(ForEach, "message", int, as_refusal=as_refusal),
    )
    count_discrepancies = providers.Singleton(
        CountDiscrepancies, reader=adapters.discrepancies, metrics=adapters.service_metrics
    )
    job_log = providers.Singleton(JobLog, clock=adapters.clock)
    worker = providers.Singleton(
        Worker,
        tracing=adapters.tracing,
        metrics=adapters.job_metrics,
        jobs=providers.List(
            providers.Factory(Job, "sweep_holds", EVERY_5_SECONDS, sweep_holds.provided.execute),
            providers.Factory(Job, "relay_outbox", EVERY_5_SECONDS, relay_outbox.provided.execute),
            providers.Factory(
                Job, "plan_mailings", EVERY_5_SECONDS, mailing.plan_mailings.provided.execute
            ),
            providers.Factory(
                Job,
                "remind_of_payments",
                EVERY_MINUTE,
                mailing.remind_of_payments.provided.execute,
            ),
            providers.Factory(
                Job,
                "remind_of_disputes",
                EVERY_HOUR,
                mailing.remind_of_disputes.provided.execute,
            ),
            providers.Factory(
                Job,
                "send_mails",
                EVERY_5_SECONDS,
                mailing.send_mails.provided.execute,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
            providers.Factory(
                Job,
                "deliver_webhooks",
                EVERY_5_SECONDS,
                webhooks.deliver_webhooks.provided.execute,
            ),
            providers.Factory(
                Job,
                "clean_up_deliveries",
                EVERY_HOUR,
                webhooks.clean_up_deliveries.provided.execute,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
            providers.Factory(
                Job,
                "register_ticket_key",
                EVERY_MINUTE,
                adapters.ticket_tokens.provided.register,
            ),
            providers.Factory(
                Job, "settle_orders", EVERY_5_SECONDS, settling.settle_orders.provided.execute
            ),
            providers.Factory(
                Job,
                "finish_cancellations",
                EVERY_5_SECONDS,
                finish_cancellations.provided.execute,
            ),
            providers.Factory(
                Job,
                "refund_cancelled_events",
                EVERY_5_SECONDS,
                settling.refund_cancelled_events.provided.execute,
            ),
            providers.Factory(
                Job, "settle_refunds", EVERY_5_SECONDS, settling.settle_refunds.provided.execute
            ),
            providers.Factory(
                Job,
                "issue_invoices",
                EVERY_MINUTE,
                invoicing.issue_invoices.provided.execute,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
            providers.Factory(
                Job,
                "reconcile",
                EVERY_MINUTE,
                settling.reconcile.provided.settle_open_payments,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
            providers.Factory(
                Job,
                "compare_refunds",
                EVERY_NIGHT,
                settling.compare_refunds.provided.execute,
                max_seconds=MAX_SECONDS_OF_NIGHTLY_JOBS,
            ),
            providers.Factory(
                Job,
                "compare_disputes",
                EVERY_NIGHT,
                settling.compare_disputes.provided.execute,
                max_seconds=MAX_SECONDS_OF_NIGHTLY_JOBS,
            ),
            providers.Factory(
                Job,
                "count_discrepancies",
                EVERY_NIGHT,
                count_discrepancies.provided.execute,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
            providers.Factory(
                Job,
                "follow_accounts",
                EVERY_NIGHT,
                settling.follow_accounts.provided.execute,
                max_seconds=MAX_SECONDS_OF_NIGHTLY_JOBS,
            ),
            providers.Factory(
                Job, "complete_past_events", EVERY_MINUTE, complete_past_events.provided.execute
            ),
            providers.Factory(
                Job, "refresh_tier_prices", EVERY_MINUTE, refresh_tier_prices.provided.execute
            ),
            providers.Factory(Job, "fold_activity", EVERY_MINUTE, providers.Object(fold_activity)),
            providers.Factory(
                Job,
                "complete_orders",
                EVERY_HOUR,
                settling.complete_orders.provided.execute,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
            providers.Factory(
                Job,
                "clean_up",
                EVERY_HOUR,
                clean_up.provided.execute,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
            providers.Factory(
                Job,
                "clean_up_job_log",
                EVERY_HOUR,
                job_log.provided.clean_up,
                max_seconds=MAX_SECONDS_OF_LONG_JOBS,
            ),
        ),
    )
