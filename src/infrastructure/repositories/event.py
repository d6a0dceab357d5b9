"""Events in PostgreSQL."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from tortoise.exceptions import DoesNotExist
from tortoise.expressions import F, Q, Subquery
from tortoise.queryset import QuerySet

from src.application.ports.database import Clock
from src.domain.entities.event import Event, EventStatus, Seating
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor, Role
from src.domain.errors import NotFound
from src.domain.repositories.event import EventFilter, FreeEvents, LockedEvent
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.clock import utc_now
from src.infrastructure.database.matching import folded
from src.infrastructure.database.models import EventModel, EventScannerModel, VenueModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.read_models.event_for_sale import (
    lock_for_sale,
    lock_free_for_sale,
    read_for_sale,
)
from src.infrastructure.read_models.lapsed_holds import (
    NOTHING_LAPSED,
    count_all_lapsed,
    count_lapsed,
)
from src.infrastructure.read_models.shown_stocks import is_visible_left
from src.infrastructure.read_models.whole_events import shown_events, whole_events
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.frequency import most_frequent
from src.infrastructure.repositories.keyset import fetch_ids

COLUMNS = (
    "title",
    "description",
    "venue",
    "venue_id",
    "country",
    "kind",
    "date_time",
    "ends_at",
    "timezone",
    "capacity",
    "capacity_is_derived",
    "price",
    "tier_price",
    "currency",
    "status",
    "seating",
    "payment",
    "max_tickets_per_user",
    "sales_start",
    "sales_end",
    "service_fee_fixed",
    "service_fee_percent",
    "tax_rate",
    "tax_inclusive",
    "fee_tax_rate",
    "listed_tax_rate",
    "terms",
    "language",
    "allows_reentry",
    "allows_transfer",
    "allows_bank_transfer",
    "payment_days",
    "payment_instructions",
    "cancellation_until",
    "cancellation_kept_percent",
    "cancellation_kept_fixed",
    "organizer_id",
    "deleted_at",
)

BOUNDS = {
    "kind": "kind",
    "venue_id": "venue_id",
    "country": "country",
    "date_from": "date_time__gte",
    "date_to": "date_time__lt",
    "price_min": "lowest_price__gte",
    "price_max": "lowest_price__lte",
    "currency": "currency",
    "ends_after": "ends_at__gt",
}

WITH_PRICE_TIERS = """
SELECT id FROM events
WHERE id IN (SELECT event_id FROM ticket_types WHERE price_tiers IS NOT NULL)
    AND status = 'active' AND ends_at > $1 AND deleted_at IS NULL
ORDER BY id
"""

ATTENDED = """
SELECT id FROM events AS e WHERE deleted_at IS NULL AND ends_at > $2 AND id IN (
    SELECT event_id FROM tickets WHERE user_id = $1 AND admits AND (
        status IN ('active', 'used')
        OR status = 'cancelled' AND ticket_code IS NOT NULL AND e.status = 'cancelled'
    )
)
ORDER BY date_time, id LIMIT $3
"""

# In the order in which everybody locks events; then those wait who add one.
LOCK_ALL_OF = """
SELECT id FROM events WHERE organizer_id = $1 ORDER BY id FOR NO KEY UPDATE
"""
HOLD_NEW_ONES = "SELECT 1 FROM users WHERE id = $1 FOR UPDATE"
TAKE_TERMS = """
UPDATE events
SET by_small_business = sellers.is_small_business, tax_rounding = sellers.tax_rounding
FROM sellers WHERE sellers.user_id = $1 AND events.organizer_id = $1
    AND (events.by_small_business, events.tax_rounding)
        <> (sellers.is_small_business, sellers.tax_rounding)
RETURNING events.id
"""

LOCK_FREE = """
SELECT id FROM events WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
"""


class TortoiseEventRepository:
    """Implements `EventRepository`; the clock decides which holds have lapsed."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock
        self.locked_ids: set[int] = set()

    async def get(self, event_id: int) -> Event:
        event = (await whole_events([event_id], self._clock())).get(event_id)
        if event is None or event.deleted_at is not None:
            raise NotFound("event", event_id)
        return event

    async def lock(self, event_id: int, *, with_deleted: bool = False) -> Event:
        # NO KEY: a plain FOR UPDATE would block every insert that refers to the event.
        query = EventModel.filter(id=event_id).select_for_update(no_key=True)
        if not with_deleted:
            query = query.filter(deleted_at__isnull=True)
        try:
            (event,) = await self._to_entities([await query.get()])
        except DoesNotExist:
            raise NotFound("event", event_id) from None
        self.locked_ids.add(event_id)
        return event

    async def lock_free(self, event_ids: Collection[int]) -> set[int]:
        rows = await current_connection().execute_query_dict(LOCK_FREE, [list(event_ids)])
        locked = {row["id"] for row in rows}
        self.locked_ids |= locked
        return locked

    async def lock_for_sale(self, event_id: int, buyer_ids: Collection[int] = ()) -> LockedEvent:
        found = await lock_for_sale(event_id, buyer_ids)
        self.locked_ids.add(event_id)
        return found

    async def lock_free_for_sale(
        self, event_ids: Collection[int], buyer_ids: Collection[int]
    ) -> FreeEvents:
        found = await lock_free_for_sale(event_ids, buyer_ids)
        self.locked_ids |= found.by_id.keys()
        return found

    async def read_for_sale(self, event_id: int) -> tuple[Event, Sequence[TicketType]]:
        return await read_for_sale(event_id)

    async def by_ids(self, event_ids: Collection[int]) -> dict[int, Event]:
        return await whole_events(event_ids, self._clock())

    async def attended(self, user_id: int, *, ended_after: datetime, limit: int) -> list[int]:
        rows = await current_connection().execute_query_dict(
            ATTENDED, [user_id, ended_after, limit]
        )
        return [row["id"] for row in rows]

    async def search(self, wanted: EventFilter, page: PageRequest) -> Page[Event]:
        found = await fetch_ids(await self._found(wanted), page)
        events = await shown_events(wanted.viewer, found.items, self._clock())
        # One that is deleted between the two statements is left out.
        return Page([events[id_] for id_ in found.items if id_ in events], found.next)

    async def currencies(self, wanted: EventFilter) -> list[str]:
        query = await self._found(replace(wanted, price_min=None, price_max=None))
        return await most_frequent(query, "currency")

    async def _found(self, wanted: EventFilter) -> QuerySet[EventModel]:
        query = EventModel.filter(deleted_at__isnull=True, status=wanted.status)
        viewer = wanted.viewer
        if wanted.status is EventStatus.DRAFT and not (viewer and viewer.is_admin):
            query = query.filter(organizer_id=viewer.id if viewer else None)
        for name, condition in BOUNDS.items():
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{condition: value})
        if wanted.q:
            q = await folded(wanted.q)
            query = query.filter(Q(title_folded__contains=q) | Q(venue_folded__contains=q))
        if wanted.place:
            place = await folded(wanted.place)
            there = VenueModel.filter(location_folded__contains=place, deleted_at__isnull=True)
            is_there = Q(venue_id__in=Subquery(there.values("id")))
            query = query.filter(Q(venue_folded__contains=place) | is_there)
        if wanted.is_available is not None:
            is_left = Q(capacity__gt=F("total_tickets_sold") + F("tickets_held"))
            # A lapsed hold leaves at least its own tickets available.
            lapsed = await count_all_lapsed(self._clock())
            is_left |= Q(id__in=[event_id for event_id in lapsed if lapsed[event_id].admissions])
            is_left &= is_visible_left(lapsed)
            query = query.filter(is_left if wanted.is_available else ~is_left)
        return query

    async def add(self, event: Event) -> None:
        row = await EventModel.create(**mapping.to_row(event, COLUMNS))
        event.id, event.created_at, event.updated_at = row.id, row.created_at, row.updated_at
        # What the database takes from the seller.
        await row.refresh_from_db(fields=["by_small_business", "tax_rounding"])
        event.by_small_business, event.tax_rounding = row.by_small_business, row.tax_rounding

    async def take_seller_terms(self, organizer_id: int) -> None:
        connection = current_connection()
        await connection.execute_query_dict(LOCK_ALL_OF, [organizer_id])
        await connection.execute_query_dict(HOLD_NEW_ONES, [organizer_id])
        rows = await connection.execute_query_dict(TAKE_TERMS, [organizer_id])
        self.locked_ids |= {row["id"] for row in rows}

    async def save(self, event: Event) -> None:
        await EventModel.filter(id=event.id).update(**mapping.to_row(event, COLUMNS))
        row = await EventModel.get(id=event.id)
        event.version, event.updated_at = row.version, row.updated_at
        event.total_bookings, event.total_revenue = row.total_bookings, row.total_revenue
        event.total_tickets_sold, event.tickets_held = row.total_tickets_sold, row.tickets_held

    async def set_poster(self, event_id: int, name: str | None) -> None:
        await EventModel.filter(id=event_id).update(poster=name)

    async def with_price_tiers(self, now: datetime) -> list[int]:
        rows = await current_connection().execute_query_dict(WITH_PRICE_TIERS, [now])
        return [row["id"] for row in rows]

    async def set_tier_price(self, event_id: int, price: Decimal | None) -> None:
        await EventModel.filter(id=event_id).update(tier_price=price)

    async def open_at_venue(
        self, venue_id: int, *, now: datetime, seating: Seating | None = None
    ) -> list[int]:
        query = EventModel.filter(
            venue_id=venue_id,
            deleted_at__isnull=True,
            status__in=[EventStatus.DRAFT, EventStatus.ACTIVE],
            ends_at__gt=now,
        )
        if seating is not None:
            query = query.filter(seating=seating)
        return [row.id for row in await query.order_by("id").only("id")]

    async def past_active(
        self, now: datetime, *, limit: int, but: Collection[int] = ()
    ) -> list[int]:
        # Ended events have started; the condition on the start can use the index.
        past = EventModel.filter(
            status=EventStatus.ACTIVE, deleted_at__isnull=True, date_time__lt=now, ends_at__lte=now
        )
        if but:
            past = past.exclude(id__in=list(but))
        rows = await past.order_by("date_time", "id").limit(limit).only("id")
        return [row.id for row in rows]

    async def at_door(self, actor: Actor, *, ended_after: datetime, limit: int) -> list[Event]:
        query = EventModel.filter(
            deleted_at__isnull=True,
            status__in=[EventStatus.ACTIVE, EventStatus.COMPLETED],
            ends_at__gt=ended_after,
        )
        if actor.role is Role.SCANNER:
            assigned = EventScannerModel.filter(user_id=actor.id)
            query = query.filter(id__in=Subquery(assigned.values("event_id")))
        elif not actor.is_admin:
            query = query.filter(organizer_id=actor.id)
        return await self._to_entities(await query.order_by("date_time", "id").limit(limit))

    async def scanner_ids(self, event_id: int) -> list[int]:
        rows = await EventScannerModel.filter(event_id=event_id).order_by("user_id")
        return [row.user_id for row in rows]

    async def is_scanner(self, event_id: int, user_id: int) -> bool:
        return await EventScannerModel.exists(event_id=event_id, user_id=user_id)

    async def assign_scanners(self, event_id: int, user_ids: Sequence[int]) -> None:
        await EventScannerModel.filter(event_id=event_id).delete()
        await EventScannerModel.bulk_create(
            [EventScannerModel(event_id=event_id, user_id=user_id) for user_id in user_ids]
        )

    async def _to_entities(self, rows: Sequence[EventModel]) -> list[Event]:
        held = [row.id for row in rows if row.tickets_held]
        lapsed = await count_lapsed(held, self._clock())
        return [
            mapping.to_entity(
                Event, row, tickets_lapsed=lapsed.get(row.id, NOTHING_LAPSED).admissions
            )
            for row in rows
        ]
