"""What every rule over commerce needs: a world, crashes on demand, and records that balance."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from src.application.ports.payments import ProviderState
from src.application.selling.purchase import OrderItemRequest
from src.domain.entities.transaction import Transaction
from tests.support.concurrency.commerce.catalogue import UNITS
from tests.support.concurrency.commerce.states import illegal_moves
from tests.support.concurrency.commerce.world import CommerceWorld, OnSale
from tests.support.concurrency.use_cases import UseCases
from tests.support.concurrency.world import choose

Crash = tuple[int, bool, bool] | None
"""How many commits still succeed, whether the next takes effect, whether it is noticed."""

CRASH = st.none() | st.tuples(st.sampled_from([0, 0, 1, 2]), st.booleans(), st.booleans())
QUANTITIES = st.sampled_from([1, 2, 3])
REFUND_STATES = st.sampled_from(
    [ProviderState.SUCCEEDED, ProviderState.SUCCEEDED, ProviderState.OPEN, ProviderState.FAILED]
)
"""What becomes of a refund at the provider."""

EVENTS = st.sampled_from(range(6))
CODES = st.sampled_from([None, None, "HALF", "TEN", "YEN", "CAP"])

Lines = list[tuple[int, int, int]]
"""An event's place, a ticket type's, and how many tickets."""

LINES = st.lists(st.tuples(EVENTS, EVENTS, QUANTITIES), min_size=1, max_size=3)

Thing = TypeVar("Thing")


class CommerceMachine(RuleBasedStateMachine):
    """Looks after each step whether anything is wrong; it has no rules of its own."""

    def __init__(self, world: CommerceWorld) -> None:
        super().__init__()
        self.world = world
        self.use_cases = UseCases(world.container)
        world.begin()
        self.seen = world.statuses()

    @invariant()
    def everything_is_in_order(self) -> None:
        self.world.steps += 1
        before, self.seen = self.seen, self.world.statuses()
        require_none("illegal moves", illegal_moves(before, self.seen))
        require_none("wrong", self.world.look_wrong())

    def teardown(self) -> None:
        self.world.plan.disarm()
        self.world.decide_payments()
        self.settle()
        if self.world.ids("orders WHERE status = 'pending'"):
            # Nobody pays the rest of what waits for a bank transfer.
            self.world.clock.move(days=4)
            self.settle()
        self.world.issue_invoices()

    def settle(self) -> None:
        """Repair what is to be repaired; then everything adds up."""
        self.world.reconcile()
        # A refund that is sent again may fail, and one by hand waits for a person.
        for _ in range(5):
            if not self.world.return_what_is_owed():
                break
        require_none("findings", self.world.reconcile())
        require_none("wrong at the end", self.world.look_wrong())
        require_none("discrepancies", self.world.money_discrepancies())

    def arm(self, crash: Crash) -> None:
        """Let a commit of what comes next fail."""
        if crash is not None:
            commits_left, is_done, is_lost = crash
            self.world.plan.arm(commits_left, is_done=is_done, is_lost=is_lost)

    def attempt(self, name: str, effort: Any) -> list[Any]:
        """The result in a list, which is empty if it was refused or crashed."""
        return self.world.attempt(name, effort)

    def one_of(self, source: str, number: int) -> int | None:
        """The id of one row of a table, with a condition or without; None without any."""
        ids = self.world.ids(source)
        return choose(ids, number) if ids else None

    def known_at_provider(self, kind: str) -> list[Transaction]:
        """The transactions of this kind of which the provider has a record, the oldest first."""
        provider = self.world.provider
        keys = provider.payments if kind == "payment" else provider.refunds
        return [
            transaction
            for transaction in self.world.transactions(kind)
            if transaction.idempotency_key in keys
        ]

    def wanted(self, lines: Lines, *, is_mixed: bool = False) -> list[OrderItemRequest]:
        """What the lines mean, of events in the currency of the first unless `is_mixed`.

        Where buyers may give more, they do so for every second line.
        """
        all_types = self.world.on_sale()
        currency = _of(all_types, self.world.events[lines[0][0]])[0].currency
        wanted = []
        for number, (place, type_number, quantity) in enumerate(lines):
            event_ids = [
                event_id
                for event_id in self.world.events
                if is_mixed or _of(all_types, event_id)[0].currency == currency
            ]
            event_id = self.world.events[place] if number == 0 else choose(event_ids, place)
            ticket_type = choose(_of(all_types, event_id), type_number)
            price = None
            if ticket_type.is_price_open and type_number % 2:
                price = ticket_type.price + 17 * UNITS[ticket_type.currency]
            wanted.append(OrderItemRequest(ticket_type.id, quantity, unit_price=price))
        return wanted


def _of(all_types: Sequence[OnSale], event_id: int) -> list[OnSale]:
    return [ticket_type for ticket_type in all_types if ticket_type.event_id == event_id]


def part_of(amount: Decimal, percent: int, currency: str) -> Decimal:
    """So many per cent of an amount, and one smallest unit at least."""
    unit = UNITS.get(currency, UNITS["USD"])
    return max(unit, (amount * percent / 100 // unit) * unit)


def require_none(what: str, found: Sequence[object]) -> None:
    """Raise AssertionError unless nothing was found."""
    assert not found, f"{what}: {found}"
