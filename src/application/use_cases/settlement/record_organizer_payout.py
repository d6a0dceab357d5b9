"""Record payouts that were made by hand, and counter entries of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from src.application.access import require_admin
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.settlement import Balance, OrganizerPayout
from src.domain.entities.user import Actor
from src.domain.repositories.idempotency_key import IdempotentRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOrganizerPayoutCommand:
    """What was paid to whom, when, and what the bank calls it."""

    organizer_id: int
    currency: str
    amount: Decimal
    paid_on: date
    reference: str
    note: str | None = None
    is_advance: bool = False
    idempotency: IdempotentRequest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseOrganizerPayoutCommand:
    """Which payout is taken back, and why."""

    payout_id: int
    note: str | None = None
    idempotency: IdempotentRequest | None = None


class RecordOrganizerPayout:
    """Record that an organizer was paid by hand: how much, when, and the bank's reference.

    The organizer gets a mail. Payouts are never changed: one that was wrong is taken back by a
    counter entry, and recorded again.

    Authorization: admins. Refused with `payout_exceeds_balance` above what is payable, unless
    `is_advance`; an advance needs an event of theirs in its currency. `duplicate` if a payout to
    the organizer has this reference. Of two at once, the second sees what the first has paid. Safe
    to repeat with the same `Idempotency-Key`.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self, actor: Actor, command: RecordOrganizerPayoutCommand
    ) -> Outcome[OrganizerPayout]:
        require_admin(actor)

        async def effect() -> OrganizerPayout:
            # All payouts to an organizer are recorded one after another.
            organizer = await uow.users.lock(command.organizer_id)
            now = self._clock()
            payout = OrganizerPayout(
                organizer_id=organizer.id,
                currency=command.currency,
                amount=command.amount,
                paid_on=command.paid_on,
                reference=command.reference,
                note=command.note,
                is_advance=command.is_advance,
                recorded_at=now,
            )
            found = await uow.settlement.balances([organizer.id], now, command.currency)
            nothing = Balance(
                organizer_id=organizer.id, organizer=organizer.name, currency=command.currency
            )
            payout.check(found[0] if found else nothing)
            if payout.is_advance:
                payout.require_sales(await uow.settlement.event_currencies(organizer.id))
            await uow.settlement.add_payout(payout)
            await uow.audit.record([_entry("organizer_payout.recorded", payout, actor)])
            return payout

        async with self._unit_of_work() as uow:
            return await once(uow, command.idempotency, OrganizerPayout, effect)


class ReverseOrganizerPayout:
    """Take a payout back that was recorded wrongly, or that the bank returned.

    It stays, and a counter entry of today follows it: the same amount, negative, with the same
    reference, which may then be used again.

    Authorization: admins. Refused with `invalid_state` for a counter entry, or if it was taken back
    already. Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self, actor: Actor, command: ReverseOrganizerPayoutCommand
    ) -> Outcome[OrganizerPayout]:
        require_admin(actor)

        async def effect() -> OrganizerPayout:
            known = await uow.settlement.get_organizer_payout(command.payout_id)
            entry = known.reversal(command.note, self._clock())
            await uow.settlement.add_payout(entry)
            await uow.audit.record([_entry("organizer_payout.reversed", entry, actor)])
            return entry

        async with self._unit_of_work() as uow:
            return await once(uow, command.idempotency, OrganizerPayout, effect)


def _entry(action: str, payout: OrganizerPayout, actor: Actor) -> AuditEntry:
    return AuditEntry(
        action,
        subject="organizer_payout",
        subject_id=payout.id,
        after={
            "organizer_id": payout.organizer_id,
            "amount": payout.amount,
            "currency": payout.currency,
            "paid_on": payout.paid_on,
            "is_advance": payout.is_advance,
            "reverses_id": payout.reverses_id,
        },
        by=actor,
    )
