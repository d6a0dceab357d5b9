"""Refunds that failed: access to them, and what their provider says of them now."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.ports.database import UnitOfWork
from src.application.ports.payments import MANUAL, PaymentProviders, ProviderState
from src.application.selling.order_for_update import manages_all
from src.application.settling.record_refund import RecordRefund
from src.domain.entities.event import Event
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, InvalidState, NotFound, ProviderFailed
from src.domain.repositories.transaction import TransactionRepository

STILL_OPEN = "Its provider still works on this refund: wait for what becomes of it."


class NotAskedYet(Exception):
    """The provider of a failed refund is to be asked first, outside the transaction."""


@dataclass(frozen=True, slots=True)
class FailedRefund:
    """A failed refund of which some is owed, and its payment; their order is locked."""

    refund: Transaction
    payment: Transaction


async def lock_failed_refund(uow: UnitOfWork, actor: Actor, refund_id: int) -> FailedRefund:
    """Lock the order of a failed refund, and read it.

    Raises NotFound, Forbidden unless the actor may send it again; InvalidState unless it is owed.
    """
    order_id = (await uow.transactions.get(refund_id)).order_id
    events = await uow.events.by_ids(await uow.orders.event_ids([order_id]))
    await uow.orders.lock([order_id])
    order = await uow.orders.get_any(order_id)
    refund = await uow.transactions.get(refund_id)
    _require_manager(actor, refund, order.user_id, list(events.values()))
    refund.require_owed()
    assert refund.parent_id is not None
    return FailedRefund(refund, await uow.transactions.get(refund.parent_id))


async def replace_failed(uow: UnitOfWork, failed: Transaction, refund: Transaction) -> None:
    """Store a refund that returns what a failed one was to, for the same tickets."""
    await uow.transactions.save(failed)
    await uow.transactions.add([refund])
    by_ticket = await uow.transactions.refunded_tickets(failed.id)
    if by_ticket:
        await uow.transactions.add_refunded_tickets(refund.id, by_ticket)


def manages_refund(actor: Actor, refund: Transaction, events: Sequence[Event]) -> bool:
    """Whether it is the actor's business: of their event, or of an order of theirs alone.

    `events` are those of its order.
    """
    is_own = any(event.id == refund.event_id and event.is_managed_by(actor) for event in events)
    return manages_all(actor, events) or (is_own and not refund.is_payment)


def _require_manager(
    actor: Actor, refund: Transaction, buyer_id: int, events: Sequence[Event]
) -> None:
    if manages_refund(actor, refund, events):
        return
    if actor.id == buyer_id:
        raise Forbidden("Only the event's organizer or an administrator can refund.")
    raise NotFound("transaction", refund.id)


class AskAboutRefund:
    """Asks the provider what became of a refund that failed here."""

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_refund: RecordRefund,
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._record_refund = record_refund

    async def execute(self, refund_id: int) -> Transaction:
        """Return the refund as it is now: successful if the provider has made it after all.

        Raises ProviderFailed, InvalidState while the provider has not decided.
        """
        refund = await self._transactions.get(refund_id)
        if refund.provider == MANUAL:
            return refund
        provider = self._providers.by_name.get(refund.provider)
        if provider is None:
            raise ProviderFailed(refund.provider)
        answer = await provider.find_refund(refund)
        if answer is None or answer.state is ProviderState.FAILED:
            return refund
        if answer.state is ProviderState.OPEN:
            raise InvalidState("transaction", refund.status.value, "pending", STILL_OPEN)
        recorded, _ = await self._record_refund.execute(refund_id, answer)
        if recorded.status is not TransactionStatus.SUCCESS:
            why = recorded.failure or STILL_OPEN
            raise InvalidState("transaction", recorded.status.value, "pending", why)
        return recorded
