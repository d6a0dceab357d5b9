"""Give up a payment, to pay another way."""

from copy import deepcopy
from datetime import datetime, timedelta

from src.application.access import as_seen_by, require_own_order
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import PaymentProviders, ProviderAnswer, ProviderState
from src.application.selling.order_for_update import lock_order, save_order
from src.application.settling.record_payment import SettlePayment
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, ProviderFailed
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.services.part_payments import kept_parts

ON_ITS_WAY = "The money is on its way: this payment cannot be given up now."
NO_PAYMENT = "Only a payment that is under way can be given up."


class GiveUpPayment:
    """Give up a payment that is under way, so that the order can be paid another way.

    Authorization: the buyer of its order, and admins. Refused with `invalid_state` if it is paid,
    or its money is on its way; after `provider_error` repeat the request. It is cancelled at its
    provider. The order keeps its tickets, for as long as any hold from now where they waited for
    a bank transfer, and not beyond the most that a hold can last, if that is still to come; while
    a part of the money is here, for as long as they waited before.
    Money that comes all the same pays for the order if that still waits for any,
    and goes back otherwise. Giving up what was given up changes nothing.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        orders: OrderRepository,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        settle_payment: SettlePayment,
        clock: Clock,
        hold_for: timedelta,
        hold_at_most: timedelta,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._orders = orders
        self._transactions = transactions
        self._providers = providers
        self._settle_payment = settle_payment
        self._clock = clock
        self._hold_for = hold_for
        self._hold_at_most = hold_at_most

    async def execute(self, actor: Actor, transaction_id: int) -> Transaction:
        payment = await self._transactions.get(transaction_id)
        order = await self._orders.get_any(payment.order_id)
        try:
            require_own_order(actor, order)
        except NotFound:
            raise NotFound("transaction", transaction_id) from None
        if payment.given_up:
            return as_seen_by(actor, payment, order)
        _require_under_way(payment)
        answer = await self._cancel(payment)
        if answer is not None and answer.state is ProviderState.SUCCEEDED:
            # It was paid before it could be cancelled.
            payment = (await self._settle_payment.execute(payment.id, answer)).payment
            _require_under_way(payment)
        if answer is not None and answer.state is ProviderState.OPEN:
            raise InvalidState("transaction", payment.status.value, "failed", ON_ITS_WAY)
        return as_seen_by(actor, await self._record(actor, transaction_id), order)

    async def _cancel(self, payment: Transaction) -> ProviderAnswer | None:
        """Cancel it at its provider, while no lock is held. Raises ProviderFailed."""
        provider = self._providers.by_name.get(payment.provider)
        if provider is None:
            raise ProviderFailed(payment.provider)
        return await provider.cancel(payment)

    async def _record(self, actor: Actor, transaction_id: int) -> Transaction:
        async with self._unit_of_work(touches=Touches(transaction_id=transaction_id)) as uow:
            order_id = (await uow.transactions.get(transaction_id)).order_id
            locked = await lock_order(uow, order_id)
            payment = await uow.transactions.get(transaction_id)
            # Paid, after all, or given up by another request in the meantime.
            if payment.given_up:
                return payment
            if payment.status is not TransactionStatus.FAILED:
                _require_under_way(payment)
            before, now = deepcopy(locked.order), self._clock()
            status = payment.status
            payment.give_up(now)
            if payment.due_at is not None and not await _has_part(uow, locked.order):
                locked.order.wait_no_longer_than(self._until(locked.order, now))
            await uow.transactions.save(payment)
            await save_order(uow, locked.order, before, actor)
            entry = AuditEntry(
                "payment.given_up",
                subject="transaction",
                subject_id=payment.id,
                before={"status": status},
                after={"status": payment.status, "provider": payment.provider},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return payment

    def _until(self, order: Order, now: datetime) -> datetime:
        """Until when its tickets wait for another way to pay.

        Transfers that are begun and given up in turn do not carry a hold beyond its cap. Past it,
        the tickets were held for a transfer all the time: who gives that up needs a moment.
        """
        until = now + self._hold_for
        cap = None if order.held_since is None else order.held_since + self._hold_at_most
        return until if cap is None or cap <= now else min(until, cap)


async def _has_part(uow: UnitOfWork, order: Order) -> bool:
    """Whether money is kept for the order, whose rest is asked for by another way then."""
    return bool(kept_parts(order, await uow.transactions.of_order(order.id)))


def _require_under_way(payment: Transaction) -> None:
    if not payment.is_payment or payment.status is not TransactionStatus.PENDING:
        raise InvalidState("transaction", payment.status.value, "failed", NO_PAYMENT)
