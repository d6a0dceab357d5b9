"""What the platform owes an organizer: the terms, what was paid out, and a statement of it.

The platform takes the money of all sales. Of what it took for an organizer's events it keeps what
the terms say; the rest is the organizer's, until it is paid out.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from src.domain.errors import InvalidState, PayoutExceedsBalance, ValidationFailed
from src.domain.shared.currency import require_currency
from src.domain.shared.language import Language
from src.domain.shared.money import ZERO, payable, with_decimals, written

MAX_HOLD_BACK_DAYS = 365
LONGEST_AGO = timedelta(days=3653)
"""How late a payout can be recorded: for as long are accounts kept."""

FINAL_AFTER = timedelta(hours=1)
"""Money is booked with the time at which its transaction began; none lasts so long."""


@dataclass(kw_only=True, slots=True)
class SettlementTerms:
    """What the platform keeps of an organizer's sales in a currency.

    They are for tickets whose first payment was booked at `valid_from` or later, until other terms
    begin: what goes back of it goes back under the same terms. `keeps_fees` if the service fees are
    the platform's. The commission is on the price of tickets: per cent, and for each ticket.
    `receives_manual` if manual payments come to the platform; otherwise they are the organizer's
    own and not settled. The money of an event is held back until `hold_back_days` after its end.
    """

    id: int = 0
    organizer_id: int
    currency: str
    valid_from: datetime
    keeps_fees: bool = False
    commission_percent: Decimal = ZERO
    commission_per_ticket: Decimal = ZERO
    receives_manual: bool = False
    hold_back_days: int = 0
    created_at: datetime | None = None

    def check(self, now: datetime, *, dearest: Decimal | None) -> None:
        """Raise ValidationFailed for terms that are none, or would change what is past.

        `dearest` is what the organizer's dearest ticket in this currency costs, None without a
        limit. Of a cheaper one the commission takes no more than was paid for it.
        """
        require_currency(self.currency, field="body.currency")
        field = "body.commission_per_ticket"
        self.commission_per_ticket = payable(self.commission_per_ticket, self.currency, field=field)
        if dearest and self.commission_per_ticket > dearest:
            most, currency = written(dearest, self.currency), self.currency
            message = (
                f"No ticket of this organizer costs so much: the dearest is {most} {currency}."
            )
            raise ValidationFailed(field, message)
        if self.valid_from < now:
            message = "New terms begin now or later: what is sold stays under those before."
            raise ValidationFailed("body.valid_from", message)


@dataclass(kw_only=True, slots=True)
class OrganizerPayout:
    """Money that the platform paid an organizer by hand; negative for a counter entry.

    It never changes. `reference` is what the bank calls it. `is_advance` if it may be more than
    could be paid out. `reverses_id` is the payout that a counter entry takes back.
    """

    id: int = 0
    organizer_id: int
    currency: str
    amount: Decimal
    paid_on: date
    reference: str
    note: str | None = None
    is_advance: bool = False
    reverses_id: int | None = None
    recorded_at: datetime

    def check(self, balance: "Balance") -> None:
        """Raise ValidationFailed, or PayoutExceedsBalance above what can be paid out."""
        require_currency(self.currency, field="body.currency")
        self.amount = payable(self.amount, self.currency, field="body.amount")
        if self.paid_on > (self.recorded_at + timedelta(days=1)).date():
            raise ValidationFailed("body.paid_on", "A payout is recorded once it was made.")
        if self.paid_on < (self.recorded_at - LONGEST_AGO).date():
            message = "This day is more than ten years ago: look at its year."
            raise ValidationFailed("body.paid_on", message)
        if self.amount > balance.payable and not self.is_advance:
            raise PayoutExceedsBalance(
                requested=self.amount, payable=with_decimals(balance.payable, self.currency)
            )

    def require_sales(self, currencies: Collection[str]) -> None:
        """Raise ValidationFailed unless these, of the recipient's events, have the payout's."""
        if not currencies:
            message = "This user has no events: only who sells is paid."
            raise ValidationFailed("body.organizer_id", message)
        if self.currency not in currencies:
            message = f"The events of this organizer are in {', '.join(currencies)}."
            raise ValidationFailed("body.currency", message)

    def reversal(self, note: str | None, now: datetime) -> "OrganizerPayout":
        """The counter entry of this payout. Raises InvalidState for a counter entry."""
        if self.reverses_id is not None:
            why = "A counter entry is not taken back: record the payout again."
            raise InvalidState("payout", "reversed", "reversed", why)
        return OrganizerPayout(
            organizer_id=self.organizer_id,
            currency=self.currency,
            amount=-self.amount,
            paid_on=now.date(),
            reference=self.reference,
            note=note,
            reverses_id=self.id,
            recorded_at=now,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Money by what it is for: prices, service fees, and taxes that were added to them."""

    tickets: Decimal = ZERO
    fees: Decimal = ZERO
    taxes: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        return self.tickets + self.fees + self.taxes

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(
            tickets=self.tickets + other.tickets,
            fees=self.fees + other.fees,
            taxes=self.taxes + other.taxes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShare:
    """What moved for an event in a period; `opening` is what was owed for it before.

    Refunds and disputes are negative unless more came back. Of what the platform kept, the
    commission and the fees of what went back are given back: then they are negative.
    """

    organizer_id: int
    currency: str
    event_id: int
    event_title: str
    ends_at: datetime
    opening: Decimal
    sales: Parts
    refunds: Parts
    disputes: Parts
    commission: Decimal
    kept_fees: Decimal

    @property
    def change(self) -> Decimal:
        """What is owed for it more than before."""
        gross = self.sales.total + self.refunds.total + self.disputes.total
        return gross - self.commission - self.kept_fees

    @property
    def owed(self) -> Decimal:
        """What is owed for it at the end, payouts aside."""
        return self.opening + self.change

    @property
    def has_moved(self) -> bool:
        parts = (self.sales, self.refunds, self.disputes)
        amounts = [amount for part in parts for amount in (part.tickets, part.fees, part.taxes)]
        return any((*amounts, self.commission, self.kept_fees))


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What an organizer is owed in a currency now; negative if they owe the platform.

    `held_back` is of events that are not over for long enough, `disputed` what banks hold of the
    rest; neither is paid out yet.
    """

    organizer_id: int
    organizer: str
    currency: str
    earned: Decimal = ZERO
    paid_out: Decimal = ZERO
    held_back: Decimal = ZERO
    disputed: Decimal = ZERO

    @property
    def owed(self) -> Decimal:
        return self.earned - self.paid_out

    @property
    def payable(self) -> Decimal:
        """What can be paid out now; nothing while more is held back or disputed."""
        return max(self.owed - self.held_back - self.disputed, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an organizer earned and was paid in [`start`, `end`), in one currency.

    `language` is the organizer's, for documents of it.
    """

    organizer_id: int
    organizer: str
    currency: str
    start: datetime
    end: datetime
    is_final: bool
    opening: Decimal
    events: Sequence[EventShare]
    payouts: Sequence[OrganizerPayout]
    timezone: str = "UTC"
    language: Language = Language.EN
    closing: Decimal = field(init=False)
    """What is owed at the end."""

    def __post_init__(self) -> None:
        moved = sum((event.change for event in self.events), ZERO)
        object.__setattr__(self, "closing", self.opening + moved - self.paid_out)

    @property
    def paid_out(self) -> Decimal:
        return sum((payout.amount for payout in self.payouts), ZERO)

    @property
    def total(self) -> EventShare:
        """All events as one."""
        zero, events = Parts(), self.events
        return EventShare(
            organizer_id=self.organizer_id,
            currency=self.currency,
            event_id=0,
            event_title="",
            ends_at=self.end,
            opening=sum((event.opening for event in events), ZERO),
            sales=sum((event.sales for event in events), zero),
            refunds=sum((event.refunds for event in events), zero),
            disputes=sum((event.disputes for event in events), zero),
            commission=sum((event.commission for event in events), ZERO),
            kept_fees=sum((event.kept_fees for event in events), ZERO),
        )
