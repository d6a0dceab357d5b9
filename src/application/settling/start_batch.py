"""Payments that are started at the same time are stored in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from src.application.concurrency.lanes import Lanes
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.settling.payment_intent import (
    PaymentIntent,
    new_payment,
    pending_payment,
    started_entry,
)
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction
from src.domain.errors import TicketingError


@dataclass(frozen=True, slots=True)
class Started:
    """A new payment with its order, or one that was started before, without its order."""

    payment: Transaction
    order: Order | None = None
    is_replayed: bool = False


StartLanes = Lanes[None, PaymentIntent, Started | None]
"""None for a payment that has to be started by itself."""

Answers = dict[int, Started | Exception]


class StartBatch:
    """The batch function of the lane of payments to start, none of which lock an event."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self, _: None, intents: Sequence[PaymentIntent]
    ) -> list[Started | Exception | None]:
        """Store what is asked for of orders that nobody else has locked."""
        try:
            answers = await self._start(intents)
        except Exception:
            # Nothing was stored, or nobody knows: each by itself finds out, by its key. And a
            # fault that one has must not fail its neighbours.
            answers = {}
        return [answers.get(number) for number in range(len(intents))]

    async def _start(self, intents: Sequence[PaymentIntent]) -> Answers:
        async with self._unit_of_work() as uow:
            answers = await _recall(uow, intents)
            chosen = _first_of_each(intents, but=answers)
            orders, transactions = await _read(uow, await uow.orders.lock_free(chosen))
            now = self._clock()
            started: dict[int, Transaction] = {}
            for order in orders:
                number, known = chosen[order.id], transactions.get(order.id, [])
                try:
                    pending = pending_payment(intents[number], order, known, now)
                    payment = pending or new_payment(intents[number], order, known)
                except TicketingError as refusal:
                    answers[number] = refusal
                    continue
                answers[number] = Started(payment, None if pending else order)
                started[number] = payment
            await _store(uow, intents, started)
            await uow.commit()
        return answers


def _first_of_each(intents: Sequence[PaymentIntent], but: Collection[int]) -> dict[int, int]:
    """The numbers of the first intents of each order and key, by order id."""
    chosen: dict[int, int] = {}
    keys: set[tuple[int, str]] = set()
    for number, intent in enumerate(intents):
        request = intent.idempotency
        key = None if request is None else (request.caller_id, request.key)
        if number in but or intent.order_id in chosen or key in keys:
            continue
        chosen[intent.order_id] = number
        if key is not None:
            keys.add(key)
    return chosen


async def _recall(uow: UnitOfWork, intents: Sequence[PaymentIntent]) -> Answers:
    """The answers to requests that came before with their keys."""
    keys = [intent.idempotency for intent in intents if intent.idempotency is not None]
    if not keys:
        return {}
    recalled = await uow.idempotency_keys.recall(keys, Transaction)
    answers: Answers = {}
    for number, intent in enumerate(intents):
        match recalled.get(intent.idempotency) if intent.idempotency is not None else None:
            case Transaction() as earlier:
                answers[number] = Started(earlier, is_replayed=True)
            case TicketingError() as refusal:
                answers[number] = refusal
    return answers


async def _read(
    uow: UnitOfWork, held: set[int]
) -> tuple[list[Order], Mapping[int, list[Transaction]]]:
    """The orders that are locked and not deleted, and the transactions of those that have some."""
    if not held:
        return [], {}
    orders = [order for order in await uow.orders.by_ids(sorted(held)) if not order.deleted_at]
    return orders, await uow.transactions.of_orders(held)


async def _store(
    uow: UnitOfWork, intents: Sequence[PaymentIntent], started: Mapping[int, Transaction]
) -> None:
    """Store the new payments, and the answers to the requests that have keys."""
    new = {number: payment for number, payment in started.items() if not payment.id}
    if new:
        await uow.transactions.add([*new.values()])
        await uow.audit.record(
            [started_entry(payment, intents[number].actor) for number, payment in new.items()]
        )
    answers = {
        key: payment
        for number, payment in started.items()
        if (key := intents[number].idempotency) is not None
    }
    if answers:
        await uow.idempotency_keys.remember(answers)
