"""What the use cases need from outside: each has an adapter and a stand-in in the tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self, TypeVar
from uuid import UUID

from src.application.dtos.receipt import Receipt
from src.domain.entities.session import RefreshToken
from src.domain.entities.user import Actor, User
from src.domain.errors import TicketingError
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.cart import CartRepository
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transaction import LedgerRepository, TransactionRepository
from src.domain.repositories.user import UserRepository
from src.domain.repositories.venue import VenueRepository

Result = TypeVar("Result")


class Clock(Protocol):
    """Gives the present moment, aware, in UTC."""

    def __call__(self) -> datetime: ...


class SessionRepository(Protocol):
    """Refresh tokens, by hash and by family."""

    async def add(self, token: RefreshToken) -> None: ...

    async def lock(self, token_hash: bytes) -> RefreshToken | None:
        """The token, which nobody else can use until the transaction ends."""

    async def save(self, token: RefreshToken) -> None: ...

    async def revoke_family(self, family_id: UUID, now: datetime) -> None: ...

    async def revoke_all_of(self, user_id: int, now: datetime) -> None: ...

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        """Remove tokens that expired before then, except locked ones; how many."""


@dataclass(frozen=True, slots=True)
class IdempotentRequest:
    """`fingerprint` is a SHA-256 over method, path and body; keys are per caller."""

    caller_id: int
    key: str
    fingerprint: bytes


class IdempotencyKeyRepository(Protocol):
    """Answers of requests that were sent with an Idempotency-Key, for 24 hours."""

    async def recall(
        self, requests: Sequence[IdempotentRequest], kind: type[Result]
    ) -> dict[IdempotentRequest, Result | TicketingError]:
        """What each request that is not new led to: its first answer, or its refusal.

        That is IdempotencyInProgress while the first request runs, IdempotencyKeyReused when
        the key came with another request. A new request is not in it.
        """

    async def remember(self, answers: Mapping[IdempotentRequest, object]) -> None:
        """Store the answers in the transaction of their effects.

        Raises IdempotencyInProgress when another process was faster with one of the keys.
        """

    async def forget(self, before: datetime, *, limit: int) -> int:
        """Remove answers given before then, except locked ones; how many."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change of state: `action` such as `booking.confirmed`, values before and after.

    `by` is who did it, where the entries of one statement are several people's.
    """

    action: str
    subject: str
    subject_id: int
    event_id: int | None = None
    before: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None
    by: Actor | None = None


class AuditLog(Protocol):
    """Append-only record of who changed what."""

    async def record(self, actor: Actor | None, entries: Sequence[AuditEntry]) -> None:
        """Write all entries with one statement, in the transaction of the change."""


class UnitOfWork(Protocol):
    """One transaction. Leaving it without `commit` undoes everything."""

    users: UserRepository
    venues: VenueRepository
    events: EventRepository
    ticket_types: TicketTypeRepository
    bookings: BookingRepository
    tickets: TicketRepository
    orders: OrderRepository
    transactions: TransactionRepository
    ledger: LedgerRepository
    carts: CartRepository
    discounts: DiscountRepository
    sessions: SessionRepository
    idempotency_keys: IdempotencyKeyRepository
    audit: AuditLog

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    async def commit(self) -> None: ...


class UnitOfWorkFactory(Protocol):
    """Begins a new, independent transaction."""

    def __call__(self) -> UnitOfWork: ...


class PasswordHasher(Protocol):
    """Slow on purpose; runs beside the event loop."""

    async def hash(self, password: str) -> str: ...

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Takes as long for a missing hash as for a wrong password."""


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A signed JWT and how many seconds it is valid."""

    value: str
    expires_in: int


class AccessTokens(Protocol):
    """Signs and checks the tokens of this service."""

    def issue(self, user: User) -> AccessToken: ...

    def is_ours(self, token: str) -> bool:
        """Whether the token names us as its issuer; says nothing of its signature."""

    def verify(self, token: str) -> int:
        """The id of the user it was issued to. Raises NotAuthenticated, TokenExpired."""

    def new_refresh_token(self) -> str:
        """A random secret that can be exchanged once."""

    def hash_refresh_token(self, token: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class ExternalIdentity:
    """Who an outside identity provider says the caller is."""

    issuer: str
    external_id: str
    name: str | None = None
    email: str | None = None


class IdentityProvider(Protocol):
    """Checks tokens of the outside identity provider, if one is configured."""

    async def verify(self, token: str) -> ExternalIdentity:
        """Raises NotAuthenticated, TokenExpired; Unavailable while its keys cannot be read."""


class RateLimiter(Protocol):
    """Bounds how often one client may try something."""

    async def hit(self, limit: str, client: str) -> None:
        """Count one try. Raises RateLimited when there were too many."""


class ReceiptWriter(Protocol):
    """Prints receipts; runs beside the event loop."""

    async def write(self, receipt: Receipt) -> bytes:
        """The receipt as a PDF. Characters that no font has are shown as replaced."""
