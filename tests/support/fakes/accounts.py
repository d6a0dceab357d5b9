"""Users and their sessions in memory: second implementations of their ports."""

from collections.abc import Callable, Collection
from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from src.domain.entities.event import EventStatus
from src.domain.entities.session import RefreshToken
from src.domain.entities.user import Actor, User
from src.domain.entities.web_session import WebSession
from src.domain.errors import Duplicate, NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.pass_device import MAX_DEVICES
from src.domain.repositories.user import Account, UserFilter
from tests.support.fakes.store import Store, contains, page_of

UNIQUE = ("email", "phone", "username")


class FakeUserRepository:
    """Implements `UserRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, user_id: int) -> User:
        user = self._store.users.get(user_id)
        if user is None or user.deleted_at is not None:
            raise NotFound("user", user_id)
        return deepcopy(user)

    async def lock(self, user_id: int) -> User:
        self._store.before_lock()
        return await self.get(user_id)

    async def lock_for_deletion(self, user_id: int) -> User:
        return await self.lock(user_id)

    async def hold(self, user_id: int) -> bool:
        return user_id in self._store.users and self._store.can_be_held(user_id)

    async def end_tokens(self, user_id: int, now: datetime) -> None:
        user = self._store.users[user_id]
        last = user.tokens_valid_from
        user.tokens_valid_from = max(now, last + timedelta(microseconds=1)) if last else now

    async def accounts(self, user_ids: Collection[int]) -> dict[int, Account]:
        return {
            user_id: Account(Actor(user.id, user.role), user.is_active, user.tokens_valid_from)
            for user_id, user in self._store.users.items()
            if user_id in user_ids and user.deleted_at is None
        }

    async def get_by_username(self, username: str) -> User:
        found = self._find(lambda user: user.username == username)
        if found is None:
            raise NotFound("user", username)
        return found

    async def find_by_email(self, email: str) -> User | None:
        return self._find(lambda user: user.email == email)

    async def find_external(self, issuer: str, external_id: str) -> User | None:
        wanted = (issuer, external_id)
        return self._find(lambda user: (user.external_issuer, user.external_id) == wanted)

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, User]:
        found = (self._store.users.get(user_id) for user_id in user_ids)
        return {user.id: deepcopy(user) for user in found if user is not None}

    async def search(self, wanted: UserFilter, page: PageRequest) -> Page[User]:
        def is_wanted(user: User) -> bool:
            return (
                user.deleted_at is None
                and wanted.role in (None, user.role)
                and wanted.is_active in (None, user.is_active)
                and contains(wanted.q, user.name, user.email, user.username, user.phone)
            )

        return page_of(filter(is_wanted, self._store.users.values()), page)

    async def add(self, user: User) -> None:
        self._require_unique(user)
        user.id = self._store.next_id()
        self._store.users[user.id] = deepcopy(user)

    async def save(self, user: User) -> None:
        self._require_unique(user)
        user.version += 1
        valid_from = self._store.users[user.id].tokens_valid_from
        self._store.users[user.id] = replace(user, tokens_valid_from=valid_from)

    async def delete(self, user_id: int) -> None:
        del self._store.users[user_id]

    async def forget_guests(self, before: datetime, *, limit: int) -> int:
        gone = []
        for user in self._store.users.values():
            is_old = user.is_guest and user.created_at is not None and user.created_at < before
            has_ordered = any(order.user_id == user.id for order in self._store.orders.values())
            if is_old and not has_ordered and not await self.has_history(user.id):
                gone.append(user.id)
        for user_id in gone[:limit]:
            del self._store.users[user_id]
        return len(gone[:limit])

    async def has_history(self, user_id: int) -> bool:
        return (
            any(booking.user_id == user_id for booking in self._store.bookings.values())
            or any(ticket.user_id == user_id for ticket in self._store.all_tickets())
            or any(
                user_id in (transfer.from_user_id, transfer.to_user_id)
                for transfer in self._store.transfers.values()
            )
            or any(event.organizer_id == user_id for event in self._store.events.values())
            or any(venue.owner_id == user_id for venue in self._store.venues.values())
            or any(code.owner_id == user_id for code in self._store.discounts.values())
        )

    async def organizes_open_events(self, user_id: int) -> bool:
        open_statuses = (EventStatus.DRAFT, EventStatus.ACTIVE)
        return any(
            event.organizer_id == user_id
            and event.deleted_at is None
            and event.status in open_statuses
            for event in self._store.events.values()
        )

    def _find(self, is_wanted: Callable[[User], bool]) -> User | None:
        living = (user for user in self._store.users.values() if user.deleted_at is None)
        return deepcopy(next(filter(is_wanted, living), None))

    def _require_unique(self, user: User) -> None:
        others = [other for other in self._store.users.values() if other.id != user.id]
        for field in UNIQUE:
            value = getattr(user, field)
            if value is not None and value in {getattr(other, field) for other in others}:
                raise Duplicate(field)
        identity = (user.external_issuer, user.external_id)
        known = {(other.external_issuer, other.external_id) for other in others}
        if user.external_id is not None and identity in known:
            raise Duplicate("external_id")


class FakeWebSessionRepository:
    """Implements `WebSessionRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, session: WebSession) -> None:
        session.id = self._store.next_id()
        self._store.web_sessions[session.secret_hash] = deepcopy(session)

    async def end(self, secret_hash: bytes) -> int | None:
        ended = self._store.web_sessions.pop(secret_hash, None)
        return ended.user_id if ended else None

    async def of_user(self, user_id: int, now: datetime) -> list[WebSession]:
        own = [
            deepcopy(session)
            for session in self._store.web_sessions.values()
            if session.user_id == user_id and session.expires_at > now
        ]
        return sorted(own, key=lambda session: (session.last_seen_at, session.id), reverse=True)

    async def end_one(self, user_id: int, session_id: int) -> bool:
        for key, session in self._store.web_sessions.items():
            if (session.user_id, session.id) == (user_id, session_id):
                del self._store.web_sessions[key]
                return True
        return False

    async def end_others(self, user_id: int, session_id: int) -> None:
        sessions = self._store.web_sessions
        for key in [
            key
            for key, session in sessions.items()
            if session.user_id == user_id and session.id != session_id
        ]:
            del sessions[key]

    async def end_all_of(self, user_id: int) -> None:
        sessions = self._store.web_sessions
        for key in [key for key, session in sessions.items() if session.user_id == user_id]:
            del sessions[key]

    async def see(self, session_ids: Collection[int], *, now: datetime, until: datetime) -> None:
        for session in self._store.web_sessions.values():
            if session.id in session_ids:
                session.last_seen_at, session.expires_at = now, until

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        sessions = self._store.web_sessions
        old = [key for key, session in sessions.items() if session.expires_at < before][:limit]
        for key in old:
            del sessions[key]
        return len(old)


class FakeSessionRepository:
    """Implements `SessionRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, token: RefreshToken) -> None:
        token.id = self._store.next_id()
        self._store.tokens[token.token_hash] = deepcopy(token)

    async def lock(self, token_hash: bytes) -> RefreshToken | None:
        self._store.before_lock()
        return deepcopy(self._store.tokens.get(token_hash))

    async def save(self, token: RefreshToken) -> None:
        self._store.tokens[token.token_hash] = deepcopy(token)

    async def revoke_family(self, family_id: UUID, now: datetime) -> None:
        self._revoke(now, lambda token: token.family_id == family_id)

    async def revoke_all_of(self, user_id: int, now: datetime) -> None:
        self._revoke(now, lambda token: token.user_id == user_id)

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        expired = [stored for stored in self._store.tokens.values() if stored.expires_at < before]
        oldest = sorted(expired, key=lambda stored: stored.expires_at)[:limit]
        for token in oldest:
            del self._store.tokens[token.token_hash]
        return len(oldest)

    def _revoke(self, now: datetime, is_meant: Callable[[RefreshToken], bool]) -> None:
        for token in self._store.tokens.values():
            if is_meant(token) and token.revoked_at is None:
                token.revoked_at = now


class FakeCalendarFeedRepository:
    """Implements `CalendarFeedRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find_user(self, secret_hash: bytes) -> int | None:
        for user_id, known in self._store.calendar_feeds.items():
            user = self._store.users[user_id]
            if known == secret_hash and user.is_active and user.deleted_at is None:
                return user_id
        return None

    async def made_at(self, user_id: int) -> datetime | None:
        return self._store.clock() if user_id in self._store.calendar_feeds else None

    async def replace(self, user_id: int, secret_hash: bytes) -> None:
        self._store.calendar_feeds[user_id] = secret_hash

    async def remove(self, user_id: int) -> bool:
        return self._store.calendar_feeds.pop(user_id, None) is not None


class FakePassDeviceRepository:
    """Implements `PassDeviceRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, device: str, *, ticket_id: int, issue: int, push_token: str) -> bool:
        known, key = self._store.pass_devices, (device, ticket_id)
        is_new = key not in known
        known[key] = (issue, push_token)
        of_ticket = [other for other in known if other[1] == ticket_id]
        for oldest in of_ticket[:-MAX_DEVICES]:
            del known[oldest]
        return is_new

    async def remove(self, device: str, *, ticket_id: int) -> None:
        self._store.pass_devices.pop((device, ticket_id), None)

    async def updated(self, device: str, *, since: datetime) -> list[tuple[int, int]]:
        found = []
        for ticket in self._store.all_tickets():
            issue, _ = self._store.pass_devices.get((device, ticket.id), (0, ""))
            changed_at = (ticket.updated_at, self._store.event(ticket.event_id).updated_at)
            if issue == ticket.issue and any(time and time > since for time in changed_at):
                found.append((ticket.id, issue))
        return found

    async def forget_user(self, user_id: int) -> None:
        theirs = {ticket.id for ticket in self._store.all_tickets() if ticket.user_id == user_id}
        for key in [key for key in self._store.pass_devices if key[1] in theirs]:
            del self._store.pass_devices[key]
