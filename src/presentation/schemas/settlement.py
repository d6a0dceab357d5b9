"""Request and response bodies of settlement: balances, statements, terms, payouts, accounts."""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints
from pydantic.config import JsonDict

from src.application.use_cases.settlement.set_terms import SetTermsCommand
from src.domain.entities.bank_account import BankAccount
from src.domain.entities.settlement import (
    MAX_HOLD_BACK_DAYS,
    EventShare,
    Parts,
    Statement,
)
from src.domain.shared.money import with_decimals
from src.domain.shared.times import in_zone_or_none
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Currency,
    Day,
    Id,
    Line,
    LongText,
    Moment,
    Money,
    Name,
    Percent,
    Price,
    Rate,
    StoredMoney,
    Street,
    When,
    with_example,
)

PARTS: JsonDict = {"tickets": "1500.00", "fees": "47.50", "taxes": "108.33"}
NOTHING: JsonDict = {"tickets": "0.00", "fees": "0.00", "taxes": "0.00"}
PAYOUT: JsonDict = {
    "organizer_id": 2,
    "currency": "THB",
    "amount": "1000.00",
    "paid_on": "2026-11-20",
    "reference": "SCB 20261120-0042",
    "note": None,
    "is_advance": False,
}
PAYOUT_ANSWER: JsonDict = {
    "id": 1,
    **PAYOUT,
    "reverses_id": None,
    "recorded_at": "2026-11-20T13:00:00Z",
}
TERMS: JsonDict = {
    "currency": "THB",
    "valid_from": "2030-12-01T00:00:00Z",
    "keeps_fees": True,
    "commission_percent": "2.50",
    "commission_per_ticket": "5.00",
    "receives_manual": False,
    "hold_back_days": 5,
}
ACCOUNT: JsonDict = {
    "holder": "Konzerthaus am Fluss GmbH",
    "iban": "DE89370400440532013000",
    "other": None,
}

Reference = Annotated[Line, Field(description="What the bank calls the payment.")]
Iban = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{8,40}$"
    ),
    Field(description="By ISO 13616; blanks are left out."),
]
OtherAccount = Annotated[Street, Field(description="Bank and number where there is no IBAN.")]
HoldBackDays = Annotated[
    int,
    Field(
        ge=0,
        le=MAX_HOLD_BACK_DAYS,
        description="How many days after its end the money of an event can be paid out.",
    ),
]


class BalanceAnswer(Answer):
    """What an organizer is owed now; negative if they owe the platform."""

    model_config = with_example(
        {
            "organizer_id": 2,
            "organizer": "Somchai Jaidee",
            "currency": "THB",
            "earned": "1612.50",
            "paid_out": "1000.00",
            "owed": "612.50",
            "held_back": "500.00",
            "disputed": "0.00",
            "payable": "112.50",
        }
    )

    organizer_id: int
    organizer: str
    currency: str
    earned: Money
    paid_out: Money
    owed: Money
    held_back: Money
    disputed: Money
    payable: Money


class PartsAnswer(Answer):
    """Money by what it is for: prices, service fees, and taxes that were added to them."""

    tickets: StoredMoney
    fees: StoredMoney
    taxes: StoredMoney


class EventShareAnswer(Answer):
    """What moved for an event. `change` is what is owed for it more than before."""

    event_id: int
    event_title: str
    sales: PartsAnswer
    refunds: PartsAnswer
    disputes: PartsAnswer
    commission: StoredMoney
    kept_fees: StoredMoney
    change: StoredMoney


class OrganizerPayoutAnswer(Answer):
    """A payout; a counter entry is negative, and `reverses_id` is the payout it takes back."""

    model_config = with_example(PAYOUT_ANSWER)

    id: int
    organizer_id: int
    currency: str
    amount: Money
    paid_on: date
    reference: str
    note: str | None
    is_advance: bool
    reverses_id: int | None
    recorded_at: Moment


class StatementAnswer(Answer):
    """What an organizer earned and was paid; the parts add up from `opening` to `closing`."""

    model_config = with_example(
        {
            "organizer_id": 2,
            "organizer": "Somchai Jaidee",
            "currency": "THB",
            "start": "2026-11-01T00:00:00Z",
            "end": "2026-12-01T00:00:00Z",
            "is_final": True,
            "opening": "0.00",
            "closing": "612.50",
            "events": [
                {
                    "event_id": 1,
                    "event_title": "Rock Concert 2026",
                    "sales": PARTS,
                    "refunds": NOTHING,
                    "disputes": NOTHING,
                    "commission": "0.00",
                    "kept_fees": "43.33",
                    "change": "1612.50",
                }
            ],
            "payouts": [PAYOUT_ANSWER],
        }
    )

    organizer_id: int
    organizer: str
    currency: str
    start: Moment
    end: Moment
    is_final: bool
    opening: Money
    closing: Money
    events: list[EventShareAnswer]
    payouts: list[OrganizerPayoutAnswer]

    @classmethod
    def of(cls, statement: Statement) -> "StatementAnswer":
        """The answer to who asks for the statement."""
        return cls(
            organizer_id=statement.organizer_id,
            organizer=statement.organizer,
            currency=statement.currency,
            start=statement.start,
            end=statement.end,
            is_final=statement.is_final,
            opening=statement.opening,
            closing=statement.closing,
            events=[_share(event) for event in statement.events],
            payouts=[OrganizerPayoutAnswer.model_validate(payout) for payout in statement.payouts],
        )


class SettlementTermsAnswer(Answer):
    """What the platform keeps of an organizer's sales in a currency, from `valid_from` on."""

    model_config = with_example(
        {"id": 1, "organizer_id": 2, **TERMS, "created_at": EXAMPLE_TIMES["created_at"]}
    )

    id: int
    organizer_id: int
    currency: str
    valid_from: Moment
    keeps_fees: bool
    commission_percent: Rate
    commission_per_ticket: Money
    receives_manual: bool
    hold_back_days: int
    created_at: Moment


class SettlementTermsBody(Body):
    """What the platform keeps; `valid_from` is now unless it is given."""

    model_config = with_example(TERMS)

    not_here: ClassVar[Sentences] = all_of(SettlementTermsAnswer, BY_SERVICE)

    currency: Currency
    valid_from: When | None = Field(None, description="UTC without offset; now or later.")
    keeps_fees: bool = Field(False, description="Whether service fees are the platform's.")
    commission_percent: Percent = Field(Decimal(0), description="Of the price of tickets.")
    commission_per_ticket: Price = Field(
        Decimal(0), description="Of each ticket that is paid, at most its price."
    )
    receives_manual: bool = Field(
        False, description="Whether manual payments come to the platform."
    )
    hold_back_days: HoldBackDays = 0

    def command(self, organizer_id: int) -> SetTermsCommand:
        """What the use case takes."""
        start = in_zone_or_none(self.valid_from, "UTC")
        details = self.model_dump(exclude={"valid_from"})
        return SetTermsCommand(organizer_id=organizer_id, valid_from=start, **details)


class OrganizerPayoutBody(Body):
    """What was paid to whom, when, and what the bank calls it."""

    model_config = with_example(PAYOUT)

    not_here: ClassVar[Sentences] = all_of(OrganizerPayoutAnswer, BY_SERVICE)

    organizer_id: Id
    currency: Currency
    amount: Annotated[Price, Field(gt=Decimal(0))]
    paid_on: Day
    reference: Reference
    note: LongText | None = None
    is_advance: bool = Field(False, description="Whether it may be more than what is payable.")


class OrganizerPayoutReversalBody(Body):
    """Why a payout is taken back."""

    model_config = with_example({"note": "The bank returned it: the account is closed."})

    not_here: ClassVar[Sentences] = all_of(OrganizerPayoutAnswer, BY_SERVICE)

    note: LongText | None = None


class BankAccountAnswer(Answer):
    """Where an organizer is paid."""

    model_config = with_example({"user_id": 2, **ACCOUNT, **EXAMPLE_TIMES})

    user_id: int
    holder: str
    iban: str | None
    other: str | None
    created_at: Moment
    updated_at: Moment


class BankAccountBody(Body):
    """Where an organizer is paid: all of it, in place of what was said before."""

    model_config = with_example(ACCOUNT)

    not_here: ClassVar[Sentences] = all_of(BankAccountAnswer, BY_SERVICE)

    holder: Name
    iban: Iban | None = None
    other: OtherAccount | None = None

    def account(self, user_id: int) -> BankAccount:
        """The account of the domain."""
        return BankAccount(user_id=user_id, **self.model_dump())


def _share(share: EventShare) -> EventShareAnswer:
    def exact(amount: Decimal) -> Decimal:
        return with_decimals(amount, share.currency)

    def parts(of: Parts) -> PartsAnswer:
        return PartsAnswer(tickets=exact(of.tickets), fees=exact(of.fees), taxes=exact(of.taxes))

    return EventShareAnswer(
        event_id=share.event_id,
        event_title=share.event_title,
        sales=parts(share.sales),
        refunds=parts(share.refunds),
        disputes=parts(share.disputes),
        commission=exact(share.commission),
        kept_fees=exact(share.kept_fees),
        change=exact(share.change),
    )
