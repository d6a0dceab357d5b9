"""Answers of idempotent requests as JSON: written by one version, read by the next as well."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from src.application.dtos.webhook import CreatedWebhook
from src.application.selling.purchase import Sale
from src.application.use_cases.discount.create_codes import CodeBatch
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.entities.settlement import OrganizerPayout
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transaction import Transaction
from src.infrastructure.repositories.booking import TortoiseBookingRepository
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.order import TortoiseOrderRepository
from src.infrastructure.repositories.settlement import PostgresSettlementRepository
from src.infrastructure.repositories.ticket_type import TortoiseTicketTypeRepository
from src.infrastructure.repositories.transaction import TortoiseTransactionRepository

Result = TypeVar("Result")

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def write_answer(answer: object) -> str:
    """The JSON of an entity that answers a request."""
    return _adapter(type(answer)).dump_json(answer).decode()


async def read_answer(kind: type[Result], text: str) -> Result:
    """The entity as it was answered first.

    Where another version of the service has written it, and this one has a field that it does
    not know, it is the entity as it is now: the same thing, changed since perhaps.
    """
    try:
        answer: Result = _adapter(kind).validate_json(text)
    except ValidationError:
        answer = await READ_AGAIN[kind](json.loads(text))
    return answer


async def _booking(stored: Any) -> Booking:
    return await TortoiseBookingRepository().get(stored["id"])


async def _code_batch(stored: Any) -> CodeBatch:
    return CodeBatch(stored["codes"])


async def _created_webhook(stored: Any) -> CreatedWebhook:
    return CreatedWebhook(stored["id"])


async def _event(stored: Any) -> Event:
    return (await TortoiseEventRepository().by_ids([stored["id"]]))[stored["id"]]


async def _order(stored: Any) -> Order:
    return await TortoiseOrderRepository().get_any(stored["id"])


async def _payout(stored: Any) -> OrganizerPayout:
    return await PostgresSettlementRepository().get_organizer_payout(stored["id"])


async def _sale(stored: Any) -> Sale:
    if stored["order"] is None:
        return Sale(await _booking(stored["booking"]))
    order = await _order(stored["order"])
    (booking,) = (found for found in order.bookings if found.id == stored["booking"]["id"])
    return Sale(booking, order)


async def _ticket_type(stored: Any) -> TicketType:
    return await TortoiseTicketTypeRepository().get(stored["id"])


async def _transaction(stored: Any) -> Transaction:
    return await TortoiseTransactionRepository().get(stored["id"])


READ_AGAIN: dict[Any, Callable[[Any], Awaitable[Any]]] = {
    Booking: _booking,
    CodeBatch: _code_batch,
    CreatedWebhook: _created_webhook,
    Event: _event,
    Order: _order,
    OrganizerPayout: _payout,
    Sale: _sale,
    TicketType: _ticket_type,
    Transaction: _transaction,
}
"""How to find what an answer was about. Every kind of answer that is kept is here."""


def _adapter(kind: Any) -> TypeAdapter[Any]:
    # Building one costs milliseconds; there is one per kind of answer.
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
