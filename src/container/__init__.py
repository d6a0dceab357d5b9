"""The only composition root: which class stands behind which name.

Everything is stateless, or guards its own state, and lives as long as the process.
"""

from dependency_injector import providers

from src.application.use_cases.maintenance.clean_up import CleanUp
from src.application.use_cases.maintenance.complete_past_events import CompletePastEvents
from src.application.use_cases.maintenance.sweep_holds import SweepHolds
from src.container.adapters import Adapters
from src.container.sales import Sales
from src.infrastructure.jobs.tables import JobLog
from src.infrastructure.jobs.worker import EVERY_5_SECONDS, EVERY_HOUR, EVERY_MINUTE, Job, Worker


class Container(Sales):
    """Controllers ask for the use cases by these names."""

    sweep_holds = providers.Singleton(
        SweepHolds, Adapters.unit_of_work, Adapters.bookings, Adapters.clock
    )
    complete_past_events = providers.Singleton(
        CompletePastEvents, Adapters.unit_of_work, Adapters.events, Adapters.clock
    )
    clean_up = providers.Singleton(CleanUp, Adapters.unit_of_work, Adapters.clock)
    job_log = providers.Singleton(JobLog, Adapters.clock)
    worker = providers.Singleton(
        Worker,
        providers.List(
            providers.Factory(Job, "sweep_holds", EVERY_5_SECONDS, sweep_holds.provided.execute),
            providers.Factory(
                Job, "settle_orders", EVERY_5_SECONDS, Sales.settle_orders.provided.execute
            ),
            providers.Factory(
                Job,
                "refund_cancelled_events",
                EVERY_5_SECONDS,
                Sales.refund_cancelled_events.provided.execute,
            ),
            providers.Factory(
                Job, "settle_refunds", EVERY_5_SECONDS, Sales.settle_refunds.provided.execute
            ),
            providers.Factory(Job, "reconcile", EVERY_MINUTE, Sales.reconcile.provided.heal),
            providers.Factory(
                Job, "complete_past_events", EVERY_MINUTE, complete_past_events.provided.execute
            ),
            providers.Factory(Job, "clean_up", EVERY_HOUR, clean_up.provided.execute),
            providers.Factory(Job, "clean_up_job_log", EVERY_HOUR, job_log.provided.clean_up),
        ),
    )
