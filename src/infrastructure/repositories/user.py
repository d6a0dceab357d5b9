"""Users in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

from tortoise.exceptions import DoesNotExist
from tortoise.expressions import Q
from tortoise.functions import Lower
from tortoise.queryset import QuerySet

from src.domain.entities.event import EventStatus
from src.domain.entities.user import Actor, Role, User
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.user import Account, UserFilter
from src.infrastructure.database.matching import folded
from src.infrastructure.database.models import (
    BookingModel,
    DiscountModel,
    EventModel,
    OrganizerPayoutModel,
    SettlementTermsModel,
    TicketModel,
    TransferModel,
    UserModel,
    VenueModel,
)
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

ACCOUNTS = f"""SELECT id, role, is_active, tokens_valid_from FROM users
WHERE id {AMONG.format(ids="$1")} AND deleted_at IS NULL"""  # noqa: S608 - no values

HOLD = """SELECT id FROM users
WHERE id = $1 AND deleted_at IS NULL FOR KEY SHARE SKIP LOCKED"""

# Always later than the previous value, also if the clock was set back.
END_TOKENS = """UPDATE users
SET tokens_valid_from = greatest($2, tokens_valid_from + interval '1 microsecond')
WHERE id = $1"""

# Somebody who holds tickets is in the tables that refer to users, which would refuse it as well.
FORGET_GUESTS = """
DELETE FROM users WHERE id = ANY(ARRAY(
    SELECT id FROM users
    WHERE is_guest AND created_at < $1
        AND NOT EXISTS (SELECT 1 FROM web_sessions WHERE user_id = users.id)
        AND NOT EXISTS (SELECT 1 FROM orders WHERE user_id = users.id)
        AND NOT EXISTS (SELECT 1 FROM bookings WHERE user_id = users.id)
        AND NOT EXISTS (SELECT 1 FROM tickets WHERE user_id = users.id)
        AND NOT EXISTS (SELECT 1 FROM transfers WHERE from_user_id = users.id)
        AND NOT EXISTS (SELECT 1 FROM transfers WHERE to_user_id = users.id)
        AND NOT EXISTS (SELECT 1 FROM mails WHERE user_id = users.id)
    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
))
RETURNING id
"""

COLUMNS = (
    "name",
    "phone",
    "email",
    "username",
    "full_name",
    "role",
    "is_active",
    "password_hash",
    "external_issuer",
    "external_id",
    "awaits_verification",
    "is_guest",
    "language",
    "unwanted_mails",
    "deleted_at",
)


class TortoiseUserRepository:
    """Implements `UserRepository`."""

    async def get(self, user_id: int) -> User:
        return await self._get(_not_deleted().filter(id=user_id), user_id)

    async def lock(self, user_id: int) -> User:
        # FOR UPDATE would block every insert that refers to the user, such as a sale, which then
        # waits while it holds the lock of its event.
        query = _not_deleted().filter(id=user_id).select_for_update(no_key=True)
        return await self._get(query, user_id)

    async def lock_for_deletion(self, user_id: int) -> User:
        return await self._get(_not_deleted().filter(id=user_id).select_for_update(), user_id)

    async def hold(self, user_id: int) -> bool:
        return bool(await current_connection().execute_query_dict(HOLD, [user_id]))

    async def accounts(self, user_ids: Collection[int]) -> dict[int, Account]:
        rows = await current_connection().execute_query_dict(ACCOUNTS, [list(user_ids)])
        return {
            row["id"]: Account(
                Actor(row["id"], Role(row["role"])), row["is_active"], row["tokens_valid_from"]
            )
            for row in rows
        }

    async def end_tokens(self, user_id: int, now: datetime) -> None:
        await current_connection().execute_query(END_TOKENS, [user_id, now])

    async def get_by_username(self, username: str) -> User:
        found = _not_deleted().annotate(lowered=Lower("username")).filter(lowered=username.lower())
        return await self._get(found, username)

    async def find_by_email(self, email: str) -> User | None:
        row = await _not_deleted().filter(email=email).first()
        return None if row is None else mapping.to_entity(User, row)

    async def find_external(self, issuer: str, external_id: str) -> User | None:
        row = await _not_deleted().filter(external_issuer=issuer, external_id=external_id).first()
        return None if row is None else mapping.to_entity(User, row)

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, User]:
        rows = await UserModel.filter(id__in=list(user_ids))
        return {row.id: mapping.to_entity(User, row) for row in rows}

    async def search(self, wanted: UserFilter, page: PageRequest) -> Page[User]:
        query = _not_deleted()
        if wanted.role is not None:
            query = query.filter(role=wanted.role)
        if wanted.is_active is not None:
            query = query.filter(is_active=wanted.is_active)
        if wanted.q:
            q = await folded(wanted.q)
            is_named = Q(name_folded__contains=q) | Q(email_folded__contains=q)
            query = query.filter(is_named | Q(username__icontains=q) | Q(phone__contains=q))
        return await fetch_page(query, page, lambda row: mapping.to_entity(User, row))

    async def add(self, user: User) -> None:
        row = await UserModel.create(**mapping.to_row(user, COLUMNS))
        user.id, user.created_at, user.updated_at = row.id, row.created_at, row.updated_at

    async def save(self, user: User) -> None:
        await UserModel.filter(id=user.id).update(**mapping.to_row(user, COLUMNS))
        row = await UserModel.get(id=user.id)
        user.version, user.updated_at = row.version, row.updated_at

    async def delete(self, user_id: int) -> None:
        await UserModel.filter(id=user_id).delete()

    async def forget_guests(self, before: datetime, *, limit: int) -> int:
        rows = await current_connection().execute_query_dict(FORGET_GUESTS, [before, limit])
        return len(rows)

    async def has_history(self, user_id: int) -> bool:
        return (
            await BookingModel.exists(user_id=user_id)
            or await TicketModel.exists(user_id=user_id)
            or await TransferModel.exists(Q(from_user_id=user_id) | Q(to_user_id=user_id))
            or await EventModel.exists(organizer_id=user_id)
            or await VenueModel.exists(owner_id=user_id)
            or await DiscountModel.exists(owner_id=user_id)
            or await SettlementTermsModel.exists(organizer_id=user_id)
            or await OrganizerPayoutModel.exists(organizer_id=user_id)
        )

    async def organizes_open_events(self, user_id: int) -> bool:
        return await EventModel.exists(
            organizer_id=user_id,
            deleted_at__isnull=True,
            status__in=[EventStatus.DRAFT, EventStatus.ACTIVE],
        )

    async def _get(self, query: QuerySet[UserModel], identity: object) -> User:
        try:
            return mapping.to_entity(User, await query.get())
        except DoesNotExist:
            raise NotFound("user", identity) from None


def _not_deleted() -> QuerySet[UserModel]:
    return UserModel.filter(deleted_at__isnull=True)
