"""Ticket types in PostgreSQL."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from tortoise.exceptions import DoesNotExist
from tortoise.expressions import F, Q
from tortoise.queryset import QuerySet

from src.application.ports.database import Clock
from src.domain.entities.event import EventStatus
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.ticket_type import TicketTypeFilter
from src.infrastructure.clock import utc_now
from src.infrastructure.database.matching import folded
from src.infrastructure.database.models import TicketModel, TicketTypeModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.price_tiers import tiers_from_json, tiers_to_json
from src.infrastructure.read_models.lapsed_holds import (
    NOTHING_LAPSED,
    Lapsed,
    count_all_lapsed,
    count_lapsed,
)
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.frequency import most_frequent
from src.infrastructure.repositories.keyset import fetch_page

COLUMNS = (
    "event_id",
    "name",
    "category",
    "section",
    "admits",
    "price",
    "is_price_open",
    "tax_rate",
    "capacity",
    "capacity_is_derived",
    "sales_start",
    "sales_end",
    "status",
    "is_hidden",
)

CONDITIONS = {
    "event_id": "event_id",
    "admits": "admits",
    "status": "status",
    "category": "category",
    "price_min": "price__gte",
    "price_max": "price__lte",
    "currency": "event__currency",
    "date_from": "event__date_time__gte",
    "date_to": "event__date_time__lt",
}

SEARCHED = {
    "event_name": "event__title_folded__contains",
    "venue": "event__venue_folded__contains",
}

EVENT_IDS = "SELECT id, event_id FROM ticket_types WHERE id = ANY($1)"

KEPT_EVENT_IDS = 10_000
"""A ticket type never moves to another event: every order would ask the same again."""


class TortoiseTicketTypeRepository:
    """Implements `TicketTypeRepository`; the clock decides which holds have lapsed."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock
        self._event_ids: dict[int, int] = {}

    async def get(self, ticket_type_id: int) -> TicketType:
        try:
            row = await TicketTypeModel.get(id=ticket_type_id).select_related("event")
        except DoesNotExist:
            raise NotFound("ticket type", ticket_type_id) from None
        (ticket_type,) = await self._to_entities([row])
        return ticket_type

    async def by_ids(self, ticket_type_ids: Collection[int]) -> dict[int, TicketType]:
        query = TicketTypeModel.filter(id__in=list(ticket_type_ids)).select_related("event")
        ticket_types = await self._to_entities(await query)
        return {ticket_type.id: ticket_type for ticket_type in ticket_types}

    async def event_ids(self, ticket_type_ids: Collection[int]) -> dict[int, int]:
        known = self._event_ids
        found = {type_id: known[type_id] for type_id in ticket_type_ids if type_id in known}
        if unknown := [type_id for type_id in ticket_type_ids if type_id not in found]:
            rows = await current_connection().execute_query_dict(EVENT_IDS, [unknown])
            new = {row["id"]: row["event_id"] for row in rows}
            if len(known) + len(new) > KEPT_EVENT_IDS:
                known.clear()
            known |= new
            found |= new
        return found

    async def of_event(self, event_id: int) -> list[TicketType]:
        query = TicketTypeModel.filter(event_id=event_id).select_related("event").order_by("id")
        return await self._to_entities(await query)

    async def search(self, wanted: TicketTypeFilter, page: PageRequest) -> Page[TicketType]:
        query = (await self._found(wanted)).select_related("event")
        found = await fetch_page(query, page, lambda row: row)
        return Page(await self._to_entities(found.items), found.next)

    async def currencies(self, wanted: TicketTypeFilter) -> list[str]:
        query = await self._found(replace(wanted, price_min=None, price_max=None))
        return await most_frequent(query, "event__currency")

    async def _found(self, wanted: TicketTypeFilter) -> QuerySet[TicketTypeModel]:
        query = TicketTypeModel.filter(
            event__status=EventStatus.ACTIVE, event__deleted_at__isnull=True, is_hidden=False
        )
        for name, condition in CONDITIONS.items():
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{condition: value})
        for name, condition in SEARCHED.items():
            if (text := getattr(wanted, name)) is not None:
                query = query.filter(**{condition: await folded(text)})
        if wanted.is_available is not None:
            taken = F("event__total_tickets_sold") + F("event__tickets_held")
            # A lapsed hold leaves at least its own tickets available.
            lapsed = await count_all_lapsed(self._clock())
            type_ids = [type_id for of_event in lapsed.values() for type_id in of_event.by_type]
            on_sale = (
                Q(status=TicketTypeStatus.AVAILABLE)
                & (Q(capacity__gt=F("sold") + F("held")) | Q(id__in=type_ids))
                & (Q(admits=False) | Q(event__capacity__gt=taken) | Q(event_id__in=list(lapsed)))
            )
            # Not `exclude`, which drops rows that meet any of several conditions.
            query = query.filter(on_sale if wanted.is_available else ~on_sale)
        return query

    async def add(self, ticket_types: Sequence[TicketType]) -> None:
        for ticket_type in ticket_types:
            row = await TicketTypeModel.create(**_to_row(ticket_type))
            ticket_type.id, ticket_type.created_at = row.id, row.created_at
            ticket_type.updated_at = row.updated_at

    async def save(self, ticket_type: TicketType) -> None:
        # It never moves to another event, which is also what its rows are distributed by.
        values = {k: value for k, value in _to_row(ticket_type).items() if k != "event_id"}
        await TicketTypeModel.filter(event_id=ticket_type.event_id, id=ticket_type.id).update(
            **values
        )
        row = await TicketTypeModel.get(event_id=ticket_type.event_id, id=ticket_type.id)
        ticket_type.version, ticket_type.updated_at = row.version, row.updated_at

    async def delete(self, ticket_type_id: int) -> None:
        await TicketTypeModel.filter(id=ticket_type_id).delete()

    async def has_tickets(self, event_id: int, ticket_type_id: int) -> bool:
        return await TicketModel.exists(event_id=event_id, ticket_type_id=ticket_type_id)

    async def _to_entities(self, rows: Sequence[TicketTypeModel]) -> list[TicketType]:
        holding = {row.event_id for row in rows if row.event.tickets_held or row.held}
        lapsed = await count_lapsed(holding, self._clock())
        now = self._clock()
        return [_to_entity(row, lapsed.get(row.event_id, NOTHING_LAPSED), now) for row in rows]


def _to_row(ticket_type: TicketType) -> dict[str, Any]:
    tiers = tiers_to_json(ticket_type.price_tiers)
    return {**mapping.to_row(ticket_type, COLUMNS), "price_tiers": tiers}


def _to_entity(row: TicketTypeModel, lapsed: Lapsed, now: datetime) -> TicketType:
    """The entity; `lapsed` is what lapsed holds of its event have."""
    event = row.event
    left = event.capacity - event.total_tickets_sold - event.tickets_held + lapsed.admissions
    return mapping.to_entity(
        TicketType,
        row,
        price_tiers=tiers_from_json(row.price_tiers),
        event_left=left,
        lapsed=lapsed.by_type.get(row.id, 0),
        read_at=now,
    )
