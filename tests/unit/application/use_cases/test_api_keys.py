"""Making and ending API keys, and who a request with one is of."""

from datetime import timedelta

import pytest

from src.application.concurrency.lanes import Lanes
from src.application.identity.load_key_actors import KeyActorLanes, LoadKeyActors
from src.application.use_cases.api_key.create_api_key import (
    MAX_KEYS,
    CreateApiKey,
    CreateApiKeyCommand,
)
from src.application.use_cases.api_key.list_api_keys import ListApiKeys
from src.application.use_cases.api_key.revoke_api_key import RevokeApiKey
from src.application.use_cases.api_key.rotate_api_key import RotateApiKey
from src.application.use_cases.auth import authenticate_key
from src.application.use_cases.auth.authenticate_key import AuthenticateKey
from src.domain.entities.user import Actor, Role
from src.domain.errors import AccountInactive, Forbidden, InUse, NotAuthenticated, NotFound
from src.domain.repositories.page import PageRequest
from src.domain.shared.scopes import Scope
from tests.support.examples import BUYER, STRANGER, make_user
from tests.support.fakes.api_keys import FakeApiKeyRepository, FakeApiKeySecrets
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store

READ = CreateApiKeyCommand("Register", [Scope.ORDERS_READ, Scope.EVENTS_READ])
PAGE = PageRequest(sort="-id", limit=50)
ADMIN = Actor(99, Role.ADMIN)
DAY, NOTHING = timedelta(days=1), timedelta()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def secrets() -> FakeApiKeySecrets:
    return FakeApiKeySecrets()


@pytest.fixture
def create(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, secrets: FakeApiKeySecrets, clock: FakeClock
) -> CreateApiKey:
    store.add(make_user(BUYER))
    store.add(make_user(STRANGER))
    return CreateApiKey(unit_of_work, secrets, clock)


@pytest.fixture
def rotate(
    unit_of_work: FakeUnitOfWorkFactory, secrets: FakeApiKeySecrets, clock: FakeClock
) -> RotateApiKey:
    return RotateApiKey(unit_of_work, secrets, clock)


@pytest.fixture
def authenticate(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, secrets: FakeApiKeySecrets, clock: FakeClock
) -> AuthenticateKey:
    read = FakeApiKeyRepository(store).read_accounts
    load = LoadKeyActors(read, unit_of_work, clock)
    lanes: KeyActorLanes = Lanes(load.execute, max_batch=10, max_waiting=10)
    return AuthenticateKey(secrets, lanes)


async def test_a_key_is_its_user_with_its_scopes(
    create: CreateApiKey, authenticate: AuthenticateKey, store: Store
) -> None:
    made = await create.execute(BUYER, READ)
    actor = await authenticate.execute(made.secret)
    assert (actor.id, actor.role, actor.api_key_id) == (BUYER.id, BUYER.role, made.key.id)
    assert actor.scopes == {Scope.EVENTS_READ, Scope.ORDERS_READ}
    assert store.actions() == ["api_key.created"]
    assert made.secret not in repr(store.api_keys[made.key.id].secret_hash.hex())


async def test_a_key_is_refused_when_it_is_nobodys_or_its_user_may_not(
    create: CreateApiKey, authenticate: AuthenticateKey, store: Store
) -> None:
    made = await create.execute(BUYER, READ)
    for secret in ("key-999", "something"):
        with pytest.raises(NotAuthenticated):
            await authenticate.execute(secret)
    store.add(make_user(BUYER, is_active=False))
    with pytest.raises(AccountInactive):
        await authenticate.execute(made.secret)
    assert store.api_keys[made.key.id].last_used_at is None


async def test_a_key_ends_to_the_second(
    create: CreateApiKey, authenticate: AuthenticateKey, clock: FakeClock
) -> None:
    command = CreateApiKeyCommand("Ends", [Scope.EVENTS_READ], clock() + DAY)
    made = await create.execute(BUYER, command)
    clock.move(days=1, seconds=-1)
    assert (await authenticate.execute(made.secret)).id == BUYER.id
    clock.move(seconds=1)
    with pytest.raises(NotAuthenticated):
        await authenticate.execute(made.secret)


async def test_use_is_noted_once_a_minute(
    create: CreateApiKey, authenticate: AuthenticateKey, store: Store, clock: FakeClock
) -> None:
    made = await create.execute(BUYER, READ)
    await authenticate.execute(made.secret)
    first = store.api_keys[made.key.id].last_used_at
    assert first == clock()
    clock.move(seconds=59)
    await authenticate.execute(made.secret)
    assert store.api_keys[made.key.id].last_used_at == first
    clock.move(seconds=1)
    await authenticate.execute(made.secret)
    assert store.api_keys[made.key.id].last_used_at == clock()


async def test_whose_key_it_is_is_remembered_for_a_number_of_keys(
    create: CreateApiKey, authenticate: AuthenticateKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authenticate_key, "REMEMBERED", 2)
    made = [
        await create.execute(BUYER, CreateApiKeyCommand(str(n), [Scope.EVENTS_READ]))
        for n in range(3)
    ]
    assert authenticate.user_of(made[0].secret) is None, "never used"
    for used in (made[0], made[1], made[0], made[2]):
        await authenticate.execute(used.secret)
    known = [authenticate.user_of(key.secret) for key in made]
    assert known == [BUYER.id, None, BUYER.id]


async def test_only_an_admin_gives_a_key_the_right_to_change_users(
    create: CreateApiKey, store: Store
) -> None:
    command = CreateApiKeyCommand("Users", [Scope.EVENTS_READ, Scope.USERS_WRITE])
    before = store.snapshot()
    with pytest.raises(Forbidden, match="users:write"):
        await create.execute(BUYER, command)
    assert store.snapshot() == before
    store.add(make_user(ADMIN))
    assert (await create.execute(ADMIN, command)).key.user_id == ADMIN.id


async def test_number_of_keys_is_bounded(create: CreateApiKey) -> None:
    for number in range(MAX_KEYS):
        await create.execute(BUYER, CreateApiKeyCommand(str(number), [Scope.EVENTS_READ]))
    with pytest.raises(InUse):
        await create.execute(BUYER, READ)
    await create.execute(STRANGER, READ)


async def test_rotated_key_is_good_with_both_secrets_for_the_grace(
    create: CreateApiKey, rotate: RotateApiKey, authenticate: AuthenticateKey, clock: FakeClock
) -> None:
    made = await create.execute(BUYER, READ)
    rotated = await rotate.execute(BUYER, made.key.id, DAY)
    assert rotated.secret != made.secret
    for secret in (made.secret, rotated.secret):
        assert (await authenticate.execute(secret)).api_key_id == made.key.id
    clock.move(days=1)
    with pytest.raises(NotAuthenticated):
        await authenticate.execute(made.secret)
    at_once = await rotate.execute(BUYER, made.key.id, NOTHING)
    with pytest.raises(NotAuthenticated):
        await authenticate.execute(rotated.secret)
    assert (await authenticate.execute(at_once.secret)).id == BUYER.id


async def test_a_key_of_somebody_else_is_not_there_and_an_admin_only_ends_it(
    create: CreateApiKey,
    rotate: RotateApiKey,
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
) -> None:
    made = await create.execute(BUYER, READ)
    listing = ListApiKeys(FakeApiKeyRepository(store))
    revoke = RevokeApiKey(unit_of_work)
    before = store.snapshot()
    with pytest.raises(NotFound):
        await rotate.execute(STRANGER, made.key.id, DAY)
    with pytest.raises(NotFound):
        await revoke.execute(STRANGER, made.key.id)
    with pytest.raises(Forbidden):
        await listing.execute(STRANGER, PAGE, BUYER.id)
    with pytest.raises(Forbidden):
        await rotate.execute(ADMIN, made.key.id, DAY)
    assert store.snapshot() == before
    assert (await listing.execute(STRANGER, PAGE)).items == []
    (found,) = (await listing.execute(ADMIN, PAGE, BUYER.id)).items
    assert found.name == "Register"
    await revoke.execute(ADMIN, made.key.id)
    assert store.api_keys == {}
    assert store.actions() == ["api_key.created", "api_key.revoked"]
    with pytest.raises(NotFound):
        await revoke.execute(BUYER, made.key.id)
