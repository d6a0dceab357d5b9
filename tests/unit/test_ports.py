"""Every port has an adapter and a stand-in: mypy accepts both, and none is forgotten."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import timedelta

import pytest

import src.domain.repositories
from src.application import ports
from src.application.ports import (
    AccessTokens,
    AuditEntry,
    AuditLog,
    Clock,
    IdempotencyKeyRepository,
    IdentityProvider,
    PasswordHasher,
    RateLimiter,
    ReceiptWriter,
    SessionRepository,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.domain.entities.user import User
from src.domain.errors import RateLimited
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.books import BooksReader
from src.domain.repositories.cart import CartRepository
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transaction import LedgerRepository, TransactionRepository
from src.domain.repositories.user import UserRepository
from src.domain.repositories.venue import VenueRepository
from src.infrastructure.clock import utc_now
from src.infrastructure.database.unit_of_work import TortoiseUnitOfWork
from src.infrastructure.documents.receipts import PdfReceiptWriter
from src.infrastructure.repositories.books import PostgresBooksReader
from src.infrastructure.security.identity_provider import JwksIdentityProvider, NoIdentityProvider
from src.infrastructure.security.passwords import Argon2PasswordHasher
from src.infrastructure.security.rate_limiter import MovingWindowLimiter
from src.infrastructure.security.tokens import JwtAccessTokens
from tests.unit.fake_orders import FakeBooksReader
from tests.unit.fake_store import Store
from tests.unit.fakes import (
    FakeAccessTokens,
    FakeClock,
    FakeIdentityProvider,
    FakePasswordHasher,
    FakeRateLimiter,
    FakeReceiptWriter,
    FakeUnitOfWorkFactory,
)

# The types are the test: each pair is an adapter and its stand-in.
UNITS_OF_WORK: tuple[UnitOfWorkFactory, ...] = (TortoiseUnitOfWork, FakeUnitOfWorkFactory(Store()))
CLOCKS: tuple[Clock, ...] = (utc_now, FakeClock())
PASSWORD_HASHERS: tuple[type[PasswordHasher], ...] = (Argon2PasswordHasher, FakePasswordHasher)
ACCESS_TOKENS: tuple[AccessTokens, ...] = (
    JwtAccessTokens("k" * 32, timedelta(minutes=15), utc_now),
    FakeAccessTokens(),
)
IDENTITY_PROVIDERS: tuple[type[IdentityProvider], ...] = (
    JwksIdentityProvider,
    NoIdentityProvider,
    FakeIdentityProvider,
)
RATE_LIMITERS: tuple[RateLimiter, ...] = (
    MovingWindowLimiter({}, is_enabled=False),
    FakeRateLimiter(tries=1),
)
RECEIPT_WRITERS: tuple[type[ReceiptWriter], ...] = (PdfReceiptWriter, FakeReceiptWriter)
BOOKS_READERS: tuple[BooksReader, ...] = (PostgresBooksReader(), FakeBooksReader())
# What a unit of work carries: its attributes are declared as these ports on both sides.
CARRIED = {
    UserRepository,
    VenueRepository,
    EventRepository,
    TicketTypeRepository,
    BookingRepository,
    TicketRepository,
    OrderRepository,
    TransactionRepository,
    LedgerRepository,
    CartRepository,
    DiscountRepository,
    SessionRepository,
    IdempotencyKeyRepository,
    AuditLog,
}
COVERED = {
    UnitOfWork,
    UnitOfWorkFactory,
    Clock,
    PasswordHasher,
    AccessTokens,
    IdentityProvider,
    RateLimiter,
    ReceiptWriter,
    BooksReader,
} | CARRIED


def declared_ports() -> Iterator[type]:
    repositories = src.domain.repositories
    modules = [ports] + [
        importlib.import_module(f"{repositories.__name__}.{found.name}")
        for found in pkgutil.iter_modules(repositories.__path__)
    ]
    for module in modules:
        for value in vars(module).values():
            if getattr(value, "_is_protocol", False) and value.__module__ == module.__name__:
                yield value


def test_every_port_has_an_adapter_and_a_stand_in() -> None:
    assert set(declared_ports()) == COVERED


def test_a_unit_of_work_carries_every_port_it_declares() -> None:
    assert set(UnitOfWork.__annotations__.values()) == CARRIED
    for begin in UNITS_OF_WORK:
        assert UnitOfWork.__annotations__.keys() <= vars(begin()).keys()


async def test_the_stand_in_keeps_what_was_committed_and_nothing_after() -> None:
    store = Store()
    async with FakeUnitOfWorkFactory(store)() as uow:
        await uow.users.add(User(name="Kept"))
        await uow.commit()
        await uow.users.add(User(name="Lost"))
    assert [user.name for user in store.users.values()] == ["Kept"]


async def test_the_stand_in_forgets_everything_when_nobody_commits() -> None:
    store = Store()
    store.add(User(name="Before"))
    before = store.snapshot()
    async with FakeUnitOfWorkFactory(store)() as uow:
        await uow.users.add(User(name="Lost"))
        await uow.users.delete(1)
        await uow.audit.record(None, [AuditEntry("user.deleted", "user", 1)])
    assert store.snapshot() == before


async def test_the_stand_in_forgets_a_change_that_nobody_saves() -> None:
    store = Store()
    store.add(User(name="Before"))
    async with FakeUnitOfWorkFactory(store)() as uow:
        (await uow.users.get(1)).name = "Changed"
        await uow.commit()
    assert store.user(1).name == "Before"


@pytest.mark.parametrize(
    "limiter", [MovingWindowLimiter({"login": "1/hour"}, is_enabled=True), FakeRateLimiter(tries=1)]
)
async def test_a_limiter_counts_each_client_alone(limiter: RateLimiter) -> None:
    await limiter.hit("login", "one")
    await limiter.hit("login", "other")
    with pytest.raises(RateLimited):
        await limiter.hit("login", "one")
