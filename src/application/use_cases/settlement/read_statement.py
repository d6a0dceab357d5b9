"""Read statements: what an organizer earned and was paid in a period."""

from dataclasses import dataclass
from datetime import datetime

from src.application.access import require_organizer_role, require_same_user
from src.application.ports.database import Clock
from src.application.ports.documents import StatementWriter
from src.domain.entities.settlement import FINAL_AFTER, Statement
from src.domain.entities.user import Actor
from src.domain.repositories.settlement import SettlementRepository
from src.domain.repositories.user import UserRepository
from src.domain.services.periods import period
from src.domain.shared.language import Language
from src.domain.shared.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery:
    """Whose statement, of which currency and period; by default the last 30 days."""

    organizer_id: int
    currency: str
    date_from: datetime | None = None
    date_to: datetime | None = None
    timezone: str = "UTC"


class ReadStatement:
    """Get a statement: what was owed before, what moved by event, what was paid, what is owed.

    Amounts are from the ledger, from `date_from` (inclusive) to `date_to` (exclusive), by default
    the last 30 days, at the time when they were booked. Refunds and disputes are negative. The
    statement of a period is the same whenever it is asked for, once `is_final`: an hour after its
    end; and the closing balance is the opening balance of the next.

    Manual payments are the organizer's own and not here, unless the terms say that they come to
    the platform.

    Authorization: the organizer, and admins.
    """

    def __init__(
        self, settlement: SettlementRepository, users: UserRepository, clock: Clock
    ) -> None:
        self._settlement = settlement
        self._users = users
        self._clock = clock

    async def execute(self, actor: Actor, query: StatementQuery) -> Statement:
        require_organizer_role(actor)
        require_same_user(actor, query.organizer_id)
        organizer = await self._users.get(query.organizer_id)
        now = self._clock()
        within = period(query.date_from, query.date_to, now)
        whose = query.organizer_id, query.currency
        events = await self._settlement.shares(*whose, within.start, within.end)
        payouts = await self._settlement.paid_before(*whose, within.end)
        earlier = [payout for payout in payouts if payout.recorded_at < within.start]
        return Statement(
            organizer_id=organizer.id,
            organizer=organizer.name,
            currency=query.currency,
            start=within.start,
            end=within.end,
            is_final=within.end + FINAL_AFTER <= now,
            opening=sum((event.opening for event in events), ZERO)
            - sum((payout.amount for payout in earlier), ZERO),
            events=[event for event in events if event.has_moved],
            payouts=payouts[len(earlier) :],
            timezone=query.timezone,
            language=organizer.language or Language.EN,
        )


class GetStatementDocument:
    """Get a statement as a PDF, in the language of the organizer.

    Authorization: as for reading it.
    """

    def __init__(self, read_statement: ReadStatement, writer: StatementWriter) -> None:
        self._read_statement = read_statement
        self._writer = writer

    async def execute(self, actor: Actor, query: StatementQuery) -> bytes:
        return await self._writer.write(await self._read_statement.execute(actor, query))
