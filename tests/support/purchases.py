"""Purchases of tickets of one event."""

from typing import Any

from src.application.selling.purchase import EventTickets, Purchase
from src.domain.entities.user import Actor
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.allocation import TicketRequest


def buying(
    actor: Actor,
    event_id: int,
    quantity: int,
    *,
    user_id: int | None = None,
    is_hold: bool = False,
    idempotency: IdempotentRequest | None = None,
    **tickets: Any,
) -> Purchase:
    """So many tickets; `tickets` are further fields of `TicketRequest`."""
    return Purchase(
        actor=actor,
        wanted=EventTickets(event_id=event_id, tickets=TicketRequest(quantity=quantity, **tickets)),
        user_id=user_id,
        is_hold=is_hold,
        idempotency=idempotency,
    )
