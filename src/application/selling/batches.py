"""What all transactions that sell to several purchases have in common.

Repeated requests are recalled, purchases are refused that need no stock for it, and what was sold
is stored with the answers to remember.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import UnitOfWork
from src.application.selling.purchase import Purchase, Sale
from src.application.selling.read_stock import why_not_held
from src.application.selling.store_sales import store_sales
from src.domain.entities.cart import require_unchanged_cart
from src.domain.entities.event import Event
from src.domain.errors import IdempotencyInProgress, InUse, TicketingError, Unavailable
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.checkout import require_payable_together

Answer = Outcome[Sale] | Exception
Recalled = Mapping[IdempotentRequest, Sale | TicketingError]


@dataclass(slots=True)
class Progress:
    """How far a transaction has come, which decides what its failure means."""

    has_event: bool = False
    is_committing: bool = False


def is_about_all(error: Exception, progress: Progress) -> bool:
    """Whether it is the event's own refusal, or an outage, and no single purchase's fault.

    Before the event's lock is held nothing is anybody's own; and while it commits an outage
    leaves open what was done, so that nothing may be tried again.
    """
    if not progress.has_event:
        return True
    return progress.is_committing and isinstance(error, Unavailable)


async def earlier_answers(uow: UnitOfWork, purchases: Sequence[Purchase]) -> Recalled:
    """The answers to the purchases that were made before. Raises IdempotencyInProgress."""
    keys = {key for purchase in purchases if (key := purchase.idempotency) is not None}
    return await uow.idempotency_keys.recall(list(keys), Sale) if keys else {}


async def answer_at_once(
    uow: UnitOfWork,
    events: Mapping[int, Event],
    purchases: Mapping[int, Purchase],
    recalled: Recalled,
    held_buyers: Collection[int],
) -> dict[int, Answer]:
    """The answers that need no stock: replays, keys in use, purchases that are not authorized.

    `purchases` and the answers are by place; `events` are all that the purchases name.
    """
    not_held = {purchase.buyer_id for purchase in purchases.values()} - set(held_buyers)
    named = {
        purchase.user_id
        for purchase in purchases.values()
        if purchase.buyer_id != purchase.actor.id
    }
    looked_up = [user_id for user_id in named | not_held if user_id]
    users = await uow.users.by_ids(looked_up) if looked_up else {}
    buyers = {purchase.buyer_id for purchase in purchases.values() if purchase.cart is not None}
    # Somebody's own cart, held up by themselves, holds up nobody else.
    carts = await uow.carts.lock(buyers, skip_locked=True) if buyers else {}
    answers: dict[int, Answer] = {}
    seen: set[tuple[int, str]] = set()
    for i, purchase in purchases.items():
        if (key := purchase.idempotency) is not None:
            if (key.caller_id, key.key) in seen:
                answers[i] = IdempotencyInProgress()
                continue
            seen.add((key.caller_id, key.key))
            match recalled.get(key):
                case Sale() as earlier:
                    answers[i] = Outcome(earlier, is_replayed=True)
                    continue
                case TicketingError() as refusal:
                    answers[i] = refusal
                    continue
        try:
            wanted = [events[event_id] for event_id in sorted(purchase.event_ids)]
            for event in wanted:
                event.require_buyer(purchase.actor, purchase.user_id, users)
            require_payable_together(wanted)
            if purchase.buyer_id in not_held:
                raise why_not_held(purchase.buyer_id, users)
            if purchase.cart is not None:
                if purchase.buyer_id not in carts:
                    raise InUse("This cart is being checked out already.")
                require_unchanged_cart(purchase.cart, carts.pop(purchase.buyer_id))
        except TicketingError as refusal:
            answers[i] = refusal
    return answers


async def store_sold(uow: UnitOfWork, sold: Sequence[tuple[Purchase, Sale]]) -> None:
    """Store the sales, empty the carts that they were made from, and remember the answers."""
    await store_sales(uow, [(purchase.actor, sale) for purchase, sale in sold])
    carts = [purchase.buyer_id for purchase, _ in sold if purchase.cart is not None]
    if carts:
        await uow.carts.empty(carts)
    answers = {
        purchase.idempotency: sale for purchase, sale in sold if purchase.idempotency is not None
    }
    if answers:
        await uow.idempotency_keys.remember(answers)
