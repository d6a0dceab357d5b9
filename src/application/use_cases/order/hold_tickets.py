"""Hold tickets of an event for a checkout."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import EventOrder, Purchase
from src.domain.entities.discount import Discount
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import (
    DiscountInvalid,
    InsufficientTickets,
    SalesClosed,
    TicketingError,
    ValidationFailed,
)
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.allocation import TicketRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldTicketsCommand:
    """The tickets of one event to hold; of several ticket types all are held or none.

    `code` is a discount code, which may open a hidden ticket type.
    """

    event_id: int
    tickets: Sequence[TicketRequest]
    code: str | None = None
    idempotency: IdempotentRequest | None = None


class HoldTickets:
    """Hold tickets or seats of an event for a checkout, all of them or none.

    The result is a pending order, whether the event is paid online, outside or not at all: a
    payment confirms it, or the buyer's word where nothing is paid online (`FinishOrder`).

    The best seats of a hall whose sections cost differently are those of the cheapest ticket type
    that has as many, unless a type or a section is named.

    Authorization: any user for themselves. Refused like a reservation, and with
    `discount_invalid`.
    """

    def __init__(
        self, buy: Buy, ticket_types: TicketTypeRepository, discounts: DiscountRepository
    ) -> None:
        self._buy = buy
        self._ticket_types = ticket_types
        self._discounts = discounts

    async def execute(
        self,
        actor: Actor,
        command: HoldTicketsCommand,
        is_disconnected: IsDisconnected | None = None,
    ) -> Outcome[Order]:
        if not command.tickets:
            raise ValidationFailed("body.quantity", "Choose how many tickets you want.")
        refusals: list[TicketingError] = []
        codes = await self._codes(command)
        opened = {code.ticket_type_id for code in codes}
        for tickets in await self._choices(command, opened):
            purchase = Purchase(
                actor=actor,
                wanted=EventOrder(
                    event_id=command.event_id,
                    tickets=tickets,
                    discount_ids=tuple(code.id for code in codes),
                ),
                is_hold=True,
                idempotency=command.idempotency,
            )
            try:
                return await self._buy.order(purchase, is_disconnected)
            except (InsufficientTickets, SalesClosed) as refusal:
                refusals.append(refusal)
        raise max(refusals, key=_left)

    async def _codes(self, command: HoldTicketsCommand) -> list[Discount]:
        """The codes of the name that was given. Raises DiscountInvalid."""
        if command.code is None:
            return []
        if not (found := await self._discounts.named(command.code, [command.event_id])):
            raise DiscountInvalid("unknown", "There is no such discount code.")
        return found

    async def _choices(
        self, command: HoldTicketsCommand, opened: Collection[int | None]
    ) -> list[tuple[TicketRequest, ...]]:
        """What to ask for, in this order, until it is there."""
        first, *others = command.tickets
        is_named = first.ticket_type_id is not None or first.section is not None
        if others or is_named or not first.is_best_available:
            return [tuple(command.tickets)]
        of_event = await self._ticket_types.of_event(command.event_id)
        types = [kind for kind in of_event if not kind.is_hidden or kind.id in opened]
        if not types:
            return [tuple(command.tickets)]
        by_price = sorted(
            types, key=lambda ticket_type: (ticket_type.current_price, ticket_type.id)
        )
        return [(replace(first, ticket_type_id=ticket_type.id),) for ticket_type in by_price]


def _left(refusal: TicketingError) -> int:
    """How many tickets the refusal says are left: the most helpful one says most."""
    return int(str(refusal.facts["available"])) if "available" in refusal.facts else -1
