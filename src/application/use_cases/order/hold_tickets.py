"""Hold tickets of an event for a checkout."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import EventOrder, Purchase
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.allocation import TicketRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldTicketsCommand:
    """The tickets of one event to hold; of several ticket types all are held or none."""

    event_id: int
    tickets: Sequence[TicketRequest]
    idempotency: IdempotentRequest | None = None


class HoldTickets:
    """Hold tickets or seats of an event for a checkout, all of them or none.

    The result is a pending order, whether the event is paid online, outside or not at all: a
    payment confirms it, or the buyer's word where nothing is paid online (`FinishOrder`).

    Authorization: any user for themselves. Refused like a reservation.
    """

    def __init__(self, buy: Buy) -> None:
        self._buy = buy

    async def execute(
        self,
        actor: Actor,
        command: HoldTicketsCommand,
        is_disconnected: IsDisconnected | None = None,
    ) -> Outcome[Order]:
        if not command.tickets:
            raise ValidationFailed("body.quantity", "Choose how many tickets you want.")
        purchase = Purchase(
            actor=actor,
            wanted=EventOrder(event_id=command.event_id, tickets=tuple(command.tickets)),
            is_hold=True,
            idempotency=command.idempotency,
        )
        return await self._buy.order(purchase, is_disconnected)
