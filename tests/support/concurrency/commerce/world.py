"""The use cases of commerce for a test that is not asynchronous, with crashes where it wants."""

from collections.abc import Coroutine
from typing import Any, NamedTuple, TypeVar, cast

from dependency_injector import providers

from src.application.concurrency.for_each import RowsFailed
from src.application.ports.payments import (
    MANUAL,
    PaymentProvider,
    PaymentProviders,
    ProviderState,
)
from src.application.use_cases.payment.findings import Finding
from src.application.use_cases.payment.note_transaction import NoteTransactionCommand
from src.application.use_cases.payment.refund_payment import RefundCommand
from src.application.use_cases.payment.retry_refund import RetryRefundCommand
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatusCommand,
)
from src.application.use_cases.venue.create_venue import CreateVenueCommand
from src.domain.entities.dispute import OPEN, DisputeStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor, Role
from src.domain.errors import ProviderFailed, TicketingError, Unavailable
from src.domain.repositories.venue import NewSeat
from src.infrastructure.payments.manual import ManualPayments
from tests.support.concurrency.commerce import catalogue
from tests.support.concurrency.commerce.agreement import account_differences
from tests.support.concurrency.commerce.balances import wrong_balances
from tests.support.concurrency.commerce.states import Statuses, statuses
from tests.support.concurrency.crashes import Crash, CrashPlan, crashing
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import add_people, discrepancies
from tests.support.concurrency.world import World
from tests.support.invoices import require_agreement
from tests.support.payments import ScriptedProvider
from tests.support.scripted_account import ScriptedAccount

Result = TypeVar("Result")

HOURS = 3600.0

ON_SALE = """
SELECT events.id AS event_id, ticket_types.id, events.currency, ticket_types.price, is_price_open
FROM ticket_types JOIN events ON events.id = ticket_types.event_id
WHERE events.id = ANY($1::int[]) ORDER BY array_position($1, events.id), ticket_types.id
"""


GIVEN_BACK_TOO_LATE = """
SELECT payment.id, payment.amount - payment.refunded_amount - payment.disputed_amount AS rest
FROM transactions AS payment JOIN orders ON orders.id = payment.order_id
WHERE payment.kind = 'payment' AND payment.status = 'success' AND orders.status = 'cancelled'
    AND EXISTS (
        SELECT FROM transactions AS dispute
        WHERE dispute.parent_id = payment.id AND dispute.kind = 'dispute'
            AND dispute.status = 'failed'
    )
    AND payment.refunded_amount + payment.disputed_amount < payment.amount
    AND NOT EXISTS (
        SELECT FROM bookings JOIN tickets
            ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
        WHERE bookings.order_id = orders.id AND kept_amount IS NOT NULL
    )
"""

LOST_DISPUTES = "SELECT transaction_id FROM disputes WHERE status = 'lost' ORDER BY id"


class OnSale(NamedTuple):
    """A ticket type of one of the world's events."""

    event_id: int
    id: int
    currency: str
    price: Any
    is_price_open: bool


class CommerceWorld(World):
    """A world with a payment provider that does what the test says.

    `events` are those on sale: an event that has ended gives its place to another of its kind.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.provider = ScriptedProvider()
        self.account = ScriptedAccount(self.provider, self.clock)
        self.plan = CrashPlan()
        self.seconds = 0.0
        self.steps = 0
        adapters = self.container.adapters
        factory = crashing(self.plan, self.clock, adapters.event_changes().note)
        adapters.unit_of_work.override(providers.Object(factory))
        adapters.monotonic.override(providers.Object(lambda: self.seconds))
        by_name: dict[str, PaymentProvider] = {
            self.provider.name: self.provider,
            MANUAL: ManualPayments(),
        }
        adapters.payment_providers.override(
            providers.Object(PaymentProviders(by_name, self.provider.name, [self.account]))
        )

    def begin(self) -> None:
        """Empty everything; then there are people, events that are paid online, and codes."""
        super().begin()
        self.provider.reset()
        self.account.reset()
        self.plan.disarm()
        (admin,) = self.run(add_people(self._connection, 1, Role.ADMIN))
        (other,) = self.run(add_people(self._connection, 1, Role.ORGANIZER))
        self.admin, self.other = admin.actor, other.actor
        for owner in (self.organizer, self.other):
            seller = catalogue.seller(owner.id)
            self.run(self.container.invoicing.set_seller().execute(owner, seller))
        self.events = [self.open_event(kind) for kind in range(len(catalogue.GENERAL) + 1)]
        for name, terms in catalogue.CODES.items():
            self.add_code(self.organizer, name, terms)
        self.add_code(self.other, "HALF", catalogue.ANOTHER_HALF)

    def open_event(self, kind: int) -> int:
        """A new event of a kind, by its place in `events`; the last is in a hall of its own."""
        if kind == len(catalogue.GENERAL):
            command = catalogue.with_seats(self.clock(), self._open_hall())
        else:
            command = catalogue.GENERAL[kind](self.clock())
        owner, catalog = self.owner_of(kind), self.container.catalogue
        event_id = self.run(catalog.create_event().execute(owner, command)).id
        if kind in catalogue.WITH_POLICY:
            policy = catalogue.KEEPING[command.currency]
            self.run(
                self.container.returns.set_cancellation_policy().execute(owner, event_id, policy)
            )
        return event_id

    def owner_of(self, kind: int) -> Actor:
        """Who owns the events at this place in `events`."""
        return self.other if kind == len(catalogue.GENERAL) - 1 else self.organizer

    def add_code(self, owner: Actor, name: str, terms: dict[str, Any]) -> None:
        """A code for all events of its owner."""
        command = catalogue.code(name, terms)
        self.run(self.container.catalogue.create_discount().execute(owner, command))

    def on_sale(self) -> list[OnSale]:
        """The ticket types of all events."""
        return [OnSale(*row) for row in self.fetch(ON_SALE, self.events)]

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
        return [self.transaction(row["id"]) for row in self.fetch(query, kind)]

    def transaction(self, transaction_id: int) -> Transaction:
        """The transaction with this id."""
        return self.run(self.container.adapters.transactions().get(transaction_id))

    def ids(self, source: str) -> list[int]:
        """The ids in a table, with a condition or without, the oldest first."""
        return [row["id"] for row in self.fetch(f"SELECT id FROM {source} ORDER BY id")]

    def look_wrong(self) -> list[tuple[str, int]]:
        """What is wrong at any moment, crashed or not."""
        wrong = self.run(discrepancies(self._connection))
        wrong += self.run(wrong_counts(self._connection))
        return wrong + self.run(wrong_balances(self._connection))

    def statuses(self) -> Statuses:
        """The status of everything that has one."""
        return self.run(statuses(self._connection))

    def decide_payments(self) -> None:
        """The payers pay every other payment that is open, and give the others up.

        Refunds that are open succeed.
        """
        self.provider.forget_failures()
        self.provider.refund_state = ProviderState.SUCCEEDED
        for number, payment in enumerate(self.transactions("payment")):
            kept = self.provider.payments.get(payment.idempotency_key)
            if kept is not None and kept.state is ProviderState.OPEN:
                (self.provider.decline if number % 2 else self.provider.pay)(payment)
        for refund in self.provider.refunds.values():
            if refund.state is ProviderState.OPEN:
                refund.state = ProviderState.SUCCEEDED
        self._decide_disputes()
        self.account.send_again()

    def _decide_disputes(self) -> None:
        """The banks give back every other disputed payment, and keep the others.

        Inquiries come to nothing.
        """
        payments = {kept.reference: key for key, kept in self.provider.payments.items()}
        by_key = {payment.idempotency_key: payment for payment in self.transactions("payment")}
        for number, (reference, dispute) in enumerate(list(self.provider.disputes.items())):
            if dispute.report.status in OPEN and dispute.payment_reference is not None:
                status = DisputeStatus.LOST if number % 2 else DisputeStatus.WON
                if dispute.report.status is DisputeStatus.WARNING:
                    status = DisputeStatus.CLOSED
                payment = by_key[payments[dispute.payment_reference]]
                amount = dispute.report.amount
                self.provider.dispute(payment, status, amount=amount, reference=reference)

    def reconcile(self) -> list[Finding]:
        """Until it repairs nothing more; what is then left to report."""
        self.clock.move(minutes=1)
        # Nothing that failed has to wait.
        self.seconds += 2 * HOURS
        reconcile = self.container.settling.reconcile()
        for _ in range(10):
            findings = self.run(reconcile.execute(self.admin))
            if not any(finding.is_repaired for finding in findings):
                break
        else:
            raise AssertionError(f"it repairs for ever: {findings}")
        return findings + self.run(reconcile.execute(self.admin, is_dry_run=True))

    def return_what_is_owed(self) -> bool:
        """Refunds by hand are made, and those that failed or came back are sent again.

        What a bank had held when an order was refunded, and gives back, is refunded too. Returns
        whether there was anything.
        """
        settling, is_any = self.container.settling, False
        for refund in self.transactions("refund"):
            if refund.provider == MANUAL and refund.status is TransactionStatus.PENDING:
                done = SetManualPaymentStatusCommand(refund.id, TransactionStatus.SUCCESS)
                self.run(settling.set_manual_payment_status().execute(self.admin, done))
                is_any = True
        for refund in self.transactions("refund"):
            payment = self.transaction(cast(int, refund.parent_id))
            if refund.owed_amount and payment.refundable:
                command = RetryRefundCommand(refund_id=refund.id)
                self.run(settling.retry_refund().execute(self.admin, command))
                is_any = True
        for row in self.fetch(LOST_DISPUTES):
            # Those that the list of discrepancies names, and some that nobody has to look at.
            said = f"note at transaction {row['transaction_id']} what"
            if any(said in finding for finding in self._discrepancies()):
                note = NoteTransactionCommand(row["transaction_id"], "It is written off.")
                self.run(settling.note_transaction().execute(self.admin, note))
                is_any = True
        for row in self.fetch(GIVEN_BACK_TOO_LATE):
            rest = RefundCommand(transaction_id=row["id"], amount=row["rest"])
            self.run(settling.refund_payment().execute(self.admin, rest))
            is_any = True
        return is_any

    def _discrepancies(self) -> list[str]:
        """What does not agree here, in words."""
        reader = self.container.oversight.read_discrepancies()
        return [finding.problem for finding in self.run(reader.execute(self.admin))]

    def money_discrepancies(self) -> list[str]:
        """Where money and tickets differ, or the ledger and the provider's account."""
        wrong = self.run(money_discrepancies(self._connection, self.provider))
        return wrong + self.run(account_differences(self._connection, self.account))

    def issue_invoices(self) -> None:
        """An hour later everything has its document: together they are what the ledger has."""
        self.clock.move(minutes=61)
        self.run(self.container.invoicing.issue_invoices().execute())
        self.run(require_agreement(self._connection))

    def _open_hall(self) -> int:
        venue = CreateVenueCommand(name="Hall")
        catalog = self.container.catalogue
        venue_id = self.run(catalog.create_venue().execute(self.organizer, venue)).id
        seats = [NewSeat("Floor", "A", str(number)) for number in range(catalogue.SEATS)]
        self.run(catalog.add_seats().execute(self.organizer, venue_id, seats))
        return venue_id
