"""Who a token belongs to: ours, or of the outside identity provider."""

from datetime import datetime, timedelta

import pytest

from src.application.concurrency.lanes import Lanes
from src.application.identity.external_users import ExternalUsers
from src.application.identity.load_actors import ActorLanes, LoadActors
from src.application.ports.security import ExternalIdentity
from src.application.use_cases.auth.authenticate import Authenticate
from src.domain.entities.user import Actor, Role, User
from src.domain.errors import (
    AccountInactive,
    Duplicate,
    NotAuthenticated,
    TokenExpired,
    Unavailable,
)
from tests.support.examples import BUYER, NOW, STRANGER, make_user
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.api_keys import FakeApiKeySecrets
from tests.support.fakes.ports import FakeAccessTokens, FakeIdentityProvider, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store

ISSUER = "https://issuer.example"
ANN = ExternalIdentity(ISSUER, "ann-1", "Ann", "ann@example.com")
NAMELESS = ExternalIdentity(ISSUER, "nobody-1")
OURS = f"access-{BUYER.id}"


@pytest.fixture
def tokens() -> FakeAccessTokens:
    return FakeAccessTokens()


@pytest.fixture
def provider() -> FakeIdentityProvider:
    return FakeIdentityProvider(ann=ANN, nameless=NAMELESS)


@pytest.fixture
def authenticate(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    tokens: FakeAccessTokens,
    provider: FakeIdentityProvider,
) -> Authenticate:
    store.add(make_user(BUYER))
    users = FakeUserRepository(store)
    lanes: ActorLanes = Lanes(LoadActors(users).execute, max_batch=10, max_waiting=10)
    keys = FakeApiKeySecrets()
    return Authenticate(ExternalUsers(unit_of_work, users), tokens, provider, keys, lanes)


async def test_a_token_of_ours_is_its_users(authenticate: Authenticate) -> None:
    assert await authenticate.execute(OURS) == BUYER


async def test_the_role_is_read_each_time(authenticate: Authenticate, store: Store) -> None:
    store.add(make_user(BUYER, role=Role.ORGANIZER))
    assert await authenticate.execute(OURS) == Actor(BUYER.id, Role.ORGANIZER)


async def test_a_token_is_refused_when_it_has_lapsed_or_is_nobodys(
    authenticate: Authenticate, tokens: FakeAccessTokens
) -> None:
    tokens.expired.add(OURS)
    with pytest.raises(TokenExpired):
        await authenticate.execute(OURS)
    for token in ("access-everything", "unknown"):
        with pytest.raises(NotAuthenticated):
            await authenticate.execute(token)


async def test_a_token_stops_working_at_once_when_its_user_is_deactivated_or_deleted(
    authenticate: Authenticate, store: Store
) -> None:
    store.add(make_user(BUYER, is_active=False))
    with pytest.raises(AccountInactive):
        await authenticate.execute(OURS)
    store.add(make_user(BUYER, deleted_at=NOW))
    with pytest.raises(NotAuthenticated):
        await authenticate.execute(OURS)
    del store.users[BUYER.id]
    with pytest.raises(NotAuthenticated):
        await authenticate.execute(OURS)


async def test_a_token_from_before_the_end_of_all_sessions_has_lapsed(
    authenticate: Authenticate, store: Store, tokens: FakeAccessTokens
) -> None:
    store.add(user := make_user(BUYER, tokens_valid_from=NOW))
    with pytest.raises(TokenExpired):
        await authenticate.execute(OURS)
    newer = tokens.issue(user).value
    assert await authenticate.execute(newer) == BUYER
    # To whichever side they differ: no clock is compared.
    store.add(make_user(BUYER, tokens_valid_from=NOW - timedelta(days=1)))
    with pytest.raises(TokenExpired):
        await authenticate.execute(newer)


@pytest.mark.parametrize(
    ("issued_at", "is_valid"),
    [(None, True), (NOW, True), (NOW - timedelta(seconds=1), False)],
)
async def test_an_outside_token_has_lapsed_when_it_is_older_than_the_end_of_all_sessions(
    authenticate: Authenticate,
    store: Store,
    provider: FakeIdentityProvider,
    issued_at: datetime | None,
    is_valid: bool,
) -> None:
    ended_at = NOW + timedelta(milliseconds=300)
    ids = {"external_issuer": ISSUER, "external_id": "bob-1"}
    store.add(make_user(STRANGER, tokens_valid_from=ended_at, **ids))
    provider.add("bob", ExternalIdentity(ISSUER, "bob-1", issued_at=issued_at))
    if is_valid:
        assert await authenticate.execute("bob") == STRANGER
    else:
        with pytest.raises(TokenExpired):
            await authenticate.execute("bob")


async def test_an_outside_user_becomes_a_customer_when_first_seen_and_stays_the_same(
    authenticate: Authenticate, store: Store
) -> None:
    actor = await authenticate.execute("ann")
    user = store.user(actor.id)
    assert (user.name, user.email, user.role) == ("Ann", "ann@example.com", Role.CUSTOMER)
    assert (user.external_issuer, user.external_id) == (ISSUER, "ann-1")
    assert user.password_hash is None
    assert store.actions() == ["user.first_seen"]
    before = store.snapshot()
    assert await authenticate.execute("ann") == actor
    assert store.snapshot() == before


async def test_an_outside_user_needs_no_name_and_no_address(
    authenticate: Authenticate, store: Store
) -> None:
    user = store.user((await authenticate.execute("nameless")).id)
    assert (user.name, user.email) == ("New user", None)


async def test_an_outside_user_is_never_matched_by_address(
    authenticate: Authenticate, store: Store
) -> None:
    store.add(owner := make_user(STRANGER, email="ann@example.com"))
    actor = await authenticate.execute("ann")
    assert actor.id != STRANGER.id
    assert store.user(actor.id).email is None
    assert store.user(STRANGER.id) == owner


async def test_the_same_id_at_another_issuer_is_another_user(
    authenticate: Authenticate, store: Store
) -> None:
    store.add(make_user(STRANGER, external_issuer="https://other.example", external_id="ann-1"))
    assert (await authenticate.execute("ann")).id != STRANGER.id


async def test_an_outside_user_is_one_when_two_requests_see_them_first(
    authenticate: Authenticate, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def be_slower(*_: object) -> None:
        store.add(make_user(STRANGER, external_issuer=ISSUER, external_id="ann-1"))
        raise Duplicate("external_id")

    monkeypatch.setattr(FakeUserRepository, "add", be_slower)
    # The other request's row is there to stay, whatever happens to this transaction.
    monkeypatch.setattr(Store, "restore", lambda *_: None)
    assert await authenticate.execute("ann") == STRANGER
    assert store.users.keys() == {BUYER.id, STRANGER.id}


async def test_an_outside_user_is_not_added_again_when_it_is_not_the_address_that_is_taken(
    authenticate: Authenticate, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = []

    async def refuse(_: FakeUserRepository, user: User) -> None:
        added.append(user)
        raise Duplicate("external_id")

    monkeypatch.setattr(FakeUserRepository, "add", refuse)
    with pytest.raises(Duplicate):
        await authenticate.execute("ann")
    assert len(added) == 1
    assert store.users.keys() == {BUYER.id}


async def test_an_inactive_outside_user_is_refused(
    authenticate: Authenticate, store: Store
) -> None:
    store.add(make_user(STRANGER, external_issuer=ISSUER, external_id="ann-1", is_active=False))
    with pytest.raises(AccountInactive):
        await authenticate.execute("ann")


async def test_only_tokens_of_ours_work_while_the_provider_is_out_of_reach(
    authenticate: Authenticate, provider: FakeIdentityProvider, store: Store
) -> None:
    provider.is_reachable = False
    with pytest.raises(Unavailable):
        await authenticate.execute("ann")
    assert store.users.keys() == {BUYER.id}
    assert await authenticate.execute(OURS) == BUYER
