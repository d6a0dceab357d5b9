"""The use cases of commerce for a test that is not asynchronous, with crashes where it wants."""

from collections.abc import Coroutine
from datetime import timedelta
from decimal import Decimal
from typing import Any, TypeVar, cast

from dependency_injector import providers

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.concurrency.for_each import RowsFailed
from src.application.ports.payments import MANUAL, ProviderState
from src.application.use_cases.discount.create_discount import CreateDiscountCommand
from src.application.use_cases.event.create_event import CreateEventCommand
from src.application.use_cases.payment.findings import Finding
from src.application.use_cases.payment.retry_refund import RetryRefundCommand
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatusCommand,
)
from src.application.use_cases.venue.create_venue import CreateVenueCommand
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Payment, Seating
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Role
from src.domain.errors import ProviderFailed, TicketingError, Unavailable
from src.domain.repositories.venue import NewSeat
from tests.support.concurrency.crashes import Crash, CrashPlan, crashing
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import add_people, discrepancies
from tests.support.concurrency.world import World
from tests.support.payments import ScriptedProvider

Result = TypeVar("Result")

FEES = {
    "service_fee_fixed": Decimal("1.50"),
    "service_fee_percent": Decimal("2.00"),
    "tax_rate": Decimal("7.00"),
}
INCLUSIVE = {"tax_rate": Decimal("19.00"), "tax_inclusive": True}
CAPACITY = 12


class CommerceWorld(World):
    """A world with a payment provider that does what the test says."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.provider = ScriptedProvider()
        self.plan = CrashPlan()
        factory = crashing(self.plan, self.clock, self.container.adapters.event_changes().note)
        self.container.adapters.unit_of_work.override(providers.Object(factory))
        self.container.adapters.payment_providers.override(
            providers.Object(self.provider.as_providers())
        )

    def begin(self) -> None:
        """Empty everything; then there are people, three events that are paid online, codes."""
        super().begin()
        self.provider.reset()
        self.plan.disarm()
        (admin,) = self.run(add_people(self._connection, 1, Role.ADMIN))
        self.admin = admin.actor
        self.events = [self.open_event(FEES), self.open_event(INCLUSIVE), self.open_seated()]
        self.add_code("HALF", DiscountKind.PERCENT, "50.00", max_uses=3)
        self.add_code("TEN", DiscountKind.FIXED, "10.00", max_uses_per_user=1)

    def open_event(self, fees: dict[str, Any]) -> int:
        """A general event with two prices."""
        types = [("Standard", "25.00"), ("Odd", "9.99")]
        command = CreateEventCommand(
            title="Online",
            date_time=self.clock() + timedelta(days=30),
            capacity=CAPACITY,
            payment=Payment.ONLINE,
            ticket_types=[NewTicketType(name=n, price=Decimal(price)) for n, price in types],
            **fees,
        )
        return self.run(self.container.catalogue.create_event().execute(self.organizer, command)).id

    def open_seated(self) -> int:
        """A seated one, in a hall of its own."""
        venue = CreateVenueCommand(name="Hall")
        venue_id = self.run(
            self.container.catalogue.create_venue().execute(self.organizer, venue)
        ).id
        seats = [NewSeat("Floor", "A", str(number)) for number in range(6)]
        self.run(self.container.catalogue.add_seats().execute(self.organizer, venue_id, seats))
        command = CreateEventCommand(
            title="Seated",
            date_time=self.clock() + timedelta(days=30),
            price=Decimal("30.00"),
            seating=Seating.RESERVED,
            payment=Payment.ONLINE,
            venue_id=venue_id,
        )
        return self.run(self.container.catalogue.create_event().execute(self.organizer, command)).id

    def add_code(self, code: str, kind: DiscountKind, value: str, **limits: Any) -> None:
        """A code for all events of the organizer."""
        currency = "USD" if kind is DiscountKind.FIXED else None
        command = CreateDiscountCommand(
            code=code, kind=kind, value=Decimal(value), currency=currency, **limits
        )
        self.run(self.container.catalogue.create_discount().execute(self.organizer, command))

    def attempt(self, name: str, *efforts: Coroutine[Any, Any, Result]) -> list[Result]:
        """The result, if it was neither refused nor crashed. Raises what is neither."""
        results: list[Result] = []
        for effort in efforts:
            try:
                results.append(self.run(effort))
            except Crash:
                self.refused["crash"] += 1
            except RowsFailed as failed:
                # A job goes on with its other rows.
                assert all(isinstance(error, Crash) for error in failed.failures.values()), name
                self.refused["crash"] += 1
            except Unavailable:
                assert self.plan.has_struck, f"{name} was unavailable without reason"
                self.refused["lost"] += 1
            except ProviderFailed:
                self.refused["provider_error"] += 1
            except TicketingError:
                self.refused[name] += 1
            else:
                self.done[name] += 1
        return results

    def transactions(self, kind: str) -> list[Transaction]:
        """All of a kind, the oldest first."""
        query = "SELECT id FROM transactions WHERE kind = $1::transaction_kind ORDER BY id"
        rows = self.run(self._connection.fetch(query, kind))
        return [self.run(self.container.adapters.transactions().get(row["id"])) for row in rows]

    def ids(self, source: str) -> list[int]:
        """The ids in a table, with a condition or without, the oldest first."""
        rows = self.run(self._connection.fetch(f"SELECT id FROM {source} ORDER BY id"))
        return [row["id"] for row in rows]

    def codes(self) -> list[str]:
        """The codes of all tickets that have one."""
        query = "SELECT ticket_code FROM tickets WHERE ticket_code IS NOT NULL ORDER BY id"
        return [row["ticket_code"] for row in self.run(self._connection.fetch(query))]

    def look_wrong(self) -> list[tuple[str, int]]:
        """What is wrong at any moment, crashed or not."""
        wrong = self.run(discrepancies(self._connection))
        return wrong + self.run(wrong_counts(self._connection))

    def decide_payments(self) -> None:
        """The payers pay every other payment that is open, and give the others up."""
        self.provider.forget_failures()
        for number, payment in enumerate(self.transactions("payment")):
            kept = self.provider.payments.get(payment.idempotency_key)
            if kept is not None and kept.state is ProviderState.OPEN:
                (self.provider.decline if number % 2 else self.provider.pay)(payment)

    def reconcile(self) -> list[Finding]:
        """Until it repairs nothing more; what is then left to report."""
        self.clock.move(minutes=1)
        reconcile = self.container.settling.reconcile()
        for _ in range(10):
            findings = self.run(reconcile.execute(self.admin))
            if not any(finding.is_repaired for finding in findings):
                break
        else:
            raise AssertionError(f"it repairs for ever: {findings}")
        return findings + self.run(reconcile.execute(self.admin, is_dry_run=True))

    def return_what_is_owed(self) -> None:
        """Refunds by hand are made, and those that failed or came back are sent again."""
        settling = self.container.settling
        for refund in self.transactions("refund"):
            if refund.provider == MANUAL and refund.status is TransactionStatus.PENDING:
                done = SetManualPaymentStatusCommand(refund.id, TransactionStatus.SUCCESS)
                self.run(settling.set_manual_payment_status().execute(self.admin, done))
        for refund in self.transactions("refund"):
            payment = self.run(
                self.container.adapters.transactions().get(cast(int, refund.parent_id))
            )
            if refund.owed_amount and payment.refundable:
                command = RetryRefundCommand(refund_id=refund.id)
                self.run(settling.retry_refund().execute(self.admin, command))

    def money_discrepancies(self) -> list[str]:
        """Where money and tickets differ."""
        return self.run(money_discrepancies(self._connection, self.provider))
