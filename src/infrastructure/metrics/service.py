"""Metrics of the business, counted where it happens.

Labels are kinds, outcomes and names that the code or the settings have, never ids or what people
typed. What the database knows is not counted here: see `database.py`.
"""

import asyncio
from collections import Counter as Tally
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from prometheus_client import CollectorRegistry, Counter, Histogram

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import ClientDisconnected, IsDisconnected
from src.application.ports.database import AuditEntry
from src.application.selling.buy import Buy
from src.application.selling.purchase import Purchase, Sale
from src.domain.entities.transaction import TransactionStatus
from src.domain.errors import TicketingError

Key = TypeVar("Key")
Value = TypeVar("Value")

FINAL = (TransactionStatus.SUCCESS, TransactionStatus.FAILED)
MAIL_OUTCOMES = ("sent", "postponed", "refused", "unknown", "no_connection")
REQUEST_OUTCOMES = ("delivered", "refused", "unanswered")


class ServiceMetrics:
    """Counters and durations of the business, of this process."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.purchases = Counter(
            "ticketing_purchases",
            "Purchases and reservations answered: accepted, replayed, or the code of a refusal.",
            ["outcome"],
            registry=registry,
        )
        self.changes = Counter(
            "ticketing_changes",
            "Changes that were committed, by the action in the audit log.",
            ["action"],
            registry=registry,
        )
        self.payments = Counter(
            "ticketing_payments",
            "Payments and refunds that came to an end.",
            ["kind", "provider", "outcome"],
            registry=registry,
        )
        self.snapshots = Histogram(
            "ticketing_snapshot_fetch_duration_seconds",
            "Time to read a snapshot; what is shown is at most so old, and 0.2 s.",
            ["snapshot"],
            registry=registry,
        )
        self.mails = Counter(
            "ticketing_mails",
            "Mails handed to the mail server, by what it said.",
            ["outcome"],
            registry=registry,
        )
        self.webhook_requests = Counter(
            "ticketing_webhook_requests",
            "Requests to endpoints of webhooks: delivered, refused or unanswered.",
            ["outcome"],
            registry=registry,
        )
        self.discrepancies = Counter(
            "ticketing_discrepancies_found",
            "Discrepancies found by the nightly comparison of the tables.",
            registry=registry,
        )
        # From zero on: the first failure is an increase too.
        for outcome in MAIL_OUTCOMES:
            self.mails.labels(outcome)
        for outcome in REQUEST_OUTCOMES:
            self.webhook_requests.labels(outcome)

    def note_changes(self, entries: Sequence[AuditEntry]) -> None:
        """Count what a transaction has committed."""
        for action, number in Tally(entry.action for entry in entries).items():
            self.changes.labels(action).inc(number)
        for entry in entries:
            if entry.subject == "transaction":
                self._note_payment(entry)

    def _note_payment(self, entry: AuditEntry) -> None:
        before, after = entry.before or {}, entry.after or {}
        if after.get("status") in FINAL and before.get("status") != after["status"]:
            kind = entry.action.partition(".")[0]
            # It is committed: nothing that is missing here may fail it.
            provider = after.get("provider", "unknown")
            self.payments.labels(kind, provider, after["status"]).inc()

    def timed(
        self, snapshot: str, fetch: Callable[[Key], Awaitable[Value]]
    ) -> Callable[[Key], Awaitable[Value]]:
        """The fetch of a snapshot, with its duration noted."""
        duration = self.snapshots.labels(snapshot)

        async def timed_fetch(key: Key) -> Value:
            with duration.time():
                return await fetch(key)

        return timed_fetch


class MeasuredBuy(Buy):
    """The entry point of sales, with what comes of each purchase counted."""

    def __init__(self, metrics: ServiceMetrics, **parts: Any) -> None:
        super().__init__(**parts)
        self._purchases = metrics.purchases

    async def execute(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Sale]:
        outcome = "error"
        try:
            sale = await super().execute(purchase, is_disconnected)
            outcome = "replayed" if sale.is_replayed else "accepted"
            return sale
        except TicketingError as refusal:
            outcome = refusal.code
            raise
        except (ClientDisconnected, asyncio.CancelledError):
            outcome = "disconnected"
            raise
        finally:
            self._purchases.labels(outcome).inc()
