"""A real PostgreSQL for the whole run, a migrated database for each purpose, and the app on it."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import count
from pathlib import Path

import asyncpg
import httpx
import pytest
from fastapi import FastAPI

from src.app import create_app
from src.application.ports.payments import PaymentProvider, PaymentProviders
from src.container import Container
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from src.infrastructure.payments.manual import ManualPayments
from tests.support import browsing, proxies
from tests.support.api import Api, MovableClock
from tests.support.database import MakeDatabase, _execute, empty, test_settings, with_database
from tests.support.event_keys import Watched
from tests.support.fakes.ports import FakeAppleWallet, FakeGoogleWallet
from tests.support.hypothesis_profiles import load_profile
from tests.support.passwords import quick_password_hasher
from tests.support.payments import ScriptedProvider
from tests.support.scheduling import OneProcessForEachFile

load_profile()

STATEMENTS = Watched()


@pytest.fixture(autouse=True)
def statements_are_by_event() -> Iterator[None]:
    """Fail the test in which the application first runs a statement that no cluster could route."""
    yield
    for statement, faults in STATEMENTS.new_faults().items():
        pytest.fail(f"{' '.join(faults)} See tests/support/event_keys.py.\n{statement}")


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneProcessForEachFile:
    """Called by pytest-xdist where there are several processes."""
    return OneProcessForEachFile(config, log)


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Refuse two tests of one name: pytest-xdist would run one of them."""
    names = Counter(item.nodeid for item in items)
    if twice := [name for name, number in names.items() if number > 1]:
        raise pytest.UsageError(f"Tests need names of their own: {', '.join(twice)}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Say last what was left out, and how to get it."""
    yield
    skipped = terminalreporter.getreports("skipped")
    for sentence in (browsing.left_out(skipped), proxies.left_out(skipped)):
        if sentence is not None:
            terminalreporter.write_line(sentence, yellow=True)


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an embedded server that loses its data after the run."""
    data_dir: Path = tmp_path_factory.mktemp("postgres")
    server = EmbeddedPostgres(data_dir, is_durable=False)
    yield server.start()
    server.stop()


@pytest.fixture(scope="session")
async def make_database(postgres_url: str) -> MakeDatabase:
    """`await make_database()` gives the address of a new database, migrated and empty."""
    template = "migrated_template"
    numbers = count(1)
    await _execute(postgres_url, f"CREATE DATABASE {template}")
    await migrate_up(with_database(postgres_url, template))

    async def make() -> str:
        name = f"test_{next(numbers)}"
        await _execute(postgres_url, f"CREATE DATABASE {name} TEMPLATE {template}")
        return with_database(postgres_url, name)

    return make


@pytest.fixture(scope="session")
async def database_url(make_database: MakeDatabase) -> str:
    """The database of the shared application; emptied before each test that uses `api`."""
    return await make_database()


@pytest.fixture(scope="session")
def shared_clock() -> MovableClock:
    return MovableClock()


@pytest.fixture(scope="session")
def shared_provider() -> ScriptedProvider:
    return ScriptedProvider()


@pytest.fixture(scope="session")
async def app(
    database_url: str, shared_clock: MovableClock, shared_provider: ScriptedProvider
) -> AsyncIterator[FastAPI]:
    """One application for all tests, running: its container is `app.state.container`."""
    # What is cached ages by the tests' clock too: set forward, it makes reads fresh.
    age = {"monotonic": lambda: shared_clock().timestamp()}
    providers: dict[str, PaymentProvider] = {
        "scripted": shared_provider,
        "manual": ManualPayments(),
    }
    overrides = {
        "clock": shared_clock,
        "password_hasher": quick_password_hasher(),
        "apple_wallet": FakeAppleWallet(),
        "google_wallet": FakeGoogleWallet(),
        "payment_providers": PaymentProviders(providers, "scripted", []),
        **age,
    }
    app = create_app(test_settings(database_url), overrides)
    app.state.container.adapters.fake_payments().webhooks.transport = httpx.ASGITransport(app=app)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection beside the application, to look into its database."""
    connection = await asyncpg.connect(database_url)
    yield connection
    await connection.close()


@pytest.fixture
def clock(shared_clock: MovableClock) -> Iterator[MovableClock]:
    yield shared_clock
    shared_clock.reset()


@pytest.fixture
def provider(shared_provider: ScriptedProvider) -> ScriptedProvider:
    """The payment provider of the shared application, with no payments and nothing scripted."""
    shared_provider.reset()
    return shared_provider


@pytest.fixture
async def api(
    app: FastAPI, connection: asyncpg.Connection, clock: MovableClock
) -> AsyncIterator[Api]:
    """The API over an empty database (the audit log alone is kept: it refuses to be emptied)."""
    await empty(connection)
    container: Container = app.state.container
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield Api(client, container, clock)
