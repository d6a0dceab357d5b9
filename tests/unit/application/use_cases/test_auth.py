"""Signing up, logging in and out, and the chain of refresh tokens."""

from datetime import timedelta

import pytest

from src.application.dtos.session import Session
from src.application.identity.open_session import OpenSession
from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.application.use_cases.auth.log_out import LogOut
from src.application.use_cases.auth.refresh_session import RefreshSession
from src.application.use_cases.auth.sign_up import SignUp, SignUpCommand
from src.domain.entities.user import Role
from src.domain.errors import (
    AccountInactive,
    AuthenticationError,
    Duplicate,
    InvalidCredentials,
    NotAuthenticated,
    TokenExpired,
    ValidationFailed,
)
from tests.support.examples import BUYER, NOW, STRANGER, make_user
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.ports import (
    FakeAccessTokens,
    FakeClock,
    FakePasswordHasher,
    FakePasswordPolicy,
    FakeUnitOfWorkFactory,
)
from tests.support.fakes.store import Store

LIFETIME = timedelta(days=30)
ACCOUNT = {"email": "ann@example.com", "password_hash": "hash of secret"}
SIGN_UP = SignUpCommand("ann@example.com", "secret")
LOG_IN = LogInCommand("ann@example.com", "secret")


@pytest.fixture
def tokens() -> FakeAccessTokens:
    return FakeAccessTokens()


@pytest.fixture
def hasher() -> FakePasswordHasher:
    return FakePasswordHasher()


@pytest.fixture
def open_session(tokens: FakeAccessTokens) -> OpenSession:
    return OpenSession(tokens, LIFETIME)


@pytest.fixture
def sign_up(
    unit_of_work: FakeUnitOfWorkFactory,
    hasher: FakePasswordHasher,
    open_session: OpenSession,
    fake_clock: FakeClock,
) -> SignUp[Session]:
    return SignUp(
        unit_of_work,
        hasher,
        FakePasswordPolicy(),
        open_session,
        fake_clock,
        requires_verification=False,
    )


@pytest.fixture
def log_in(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    hasher: FakePasswordHasher,
    open_session: OpenSession,
    fake_clock: FakeClock,
) -> LogIn[Session]:
    store.add(make_user(BUYER, **ACCOUNT))
    return LogIn(unit_of_work, FakeUserRepository(store), hasher, open_session, fake_clock)


@pytest.fixture
def refresh(
    unit_of_work: FakeUnitOfWorkFactory,
    tokens: FakeAccessTokens,
    open_session: OpenSession,
    fake_clock: FakeClock,
) -> RefreshSession:
    return RefreshSession(unit_of_work, tokens, open_session, fake_clock)


@pytest.fixture
def log_out(
    unit_of_work: FakeUnitOfWorkFactory, tokens: FakeAccessTokens, fake_clock: FakeClock
) -> LogOut:
    return LogOut(unit_of_work, tokens, fake_clock)


async def signed_up(sign_up: SignUp[Session], command: SignUpCommand = SIGN_UP) -> Session:
    """The session of who has signed up."""
    session = await sign_up.execute(command)
    assert session is not None
    return session


async def refuse(
    refresh: RefreshSession, store: Store, token: str, kind: type[AuthenticationError]
) -> None:
    """The token is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(kind):
        await refresh.execute(token)
    assert store.snapshot() == before


async def test_a_sign_up_makes_a_customer_who_is_logged_in(
    sign_up: SignUp[Session], store: Store
) -> None:
    command = SignUpCommand("ann@example.com", "secret", name="Ann", phone="+6681")
    session = await signed_up(sign_up, command)
    assert store.users == {session.user.id: session.user}
    user = session.user
    assert (user.role, user.is_active, user.name) == (Role.CUSTOMER, True, "Ann")
    assert (user.email, user.phone) == ("ann@example.com", "+6681")
    assert user.password_hash == "hash of secret"
    assert session.access_token.value == f"access-{user.id}"
    assert store.actions() == ["user.signed_up"]


async def test_a_name_left_out_is_the_local_part_of_the_address(sign_up: SignUp[Session]) -> None:
    assert (await signed_up(sign_up)).user.name == "ann"


async def test_only_the_hash_of_a_refresh_token_is_stored_until_it_expires(
    sign_up: SignUp[Session], store: Store, tokens: FakeAccessTokens
) -> None:
    session = await signed_up(sign_up)
    (token,) = store.tokens.values()
    assert token.token_hash == tokens.hash_refresh_token(session.refresh_token)
    assert (token.user_id, token.expires_at) == (session.user.id, NOW + LIFETIME)
    assert session.refresh_token.encode() not in token.token_hash


@pytest.mark.parametrize("taken", [{"email": "ann@example.com"}, {"phone": "+6681"}])
async def test_a_sign_up_leaves_nothing_when_address_or_phone_is_taken(
    sign_up: SignUp[Session], store: Store, taken: dict[str, str]
) -> None:
    store.add(make_user(STRANGER, **taken))
    before = store.snapshot()
    with pytest.raises(Duplicate) as refusal:
        await sign_up.execute(SignUpCommand("ann@example.com", "secret", phone="+6681"))
    assert [refusal.value.facts["field"]] == list(taken)
    assert store.snapshot() == before


async def test_a_sign_up_leaves_nothing_when_its_password_is_easy_to_guess(
    sign_up: SignUp[Session], store: Store
) -> None:
    before = store.snapshot()
    with pytest.raises(ValidationFailed):
        await sign_up.execute(SignUpCommand("ann@example.com", "common"))
    assert store.snapshot() == before


async def test_a_log_in_opens_a_session(log_in: LogIn[Session], store: Store) -> None:
    session = await log_in.execute(LOG_IN)
    assert session.user == store.user(BUYER.id)
    assert {token.user_id for token in store.tokens.values()} == {BUYER.id}


@pytest.mark.parametrize(
    "command", [LogInCommand("ann@example.com", "wrong"), LogInCommand("bob@example.com", "secret")]
)
async def test_a_wrong_password_and_an_unknown_address_are_refused_alike(
    log_in: LogIn[Session], store: Store, hasher: FakePasswordHasher, command: LogInCommand
) -> None:
    before = store.snapshot()
    with pytest.raises(InvalidCredentials) as refusal:
        await log_in.execute(command)
    assert str(refusal.value) == str(InvalidCredentials())
    # A password is verified in both cases: else the time would reveal which address is known.
    assert hasher.verified == 1
    assert store.snapshot() == before


async def test_an_account_without_a_password_cannot_log_in(
    log_in: LogIn[Session], store: Store
) -> None:
    store.add(make_user(BUYER, email="ann@example.com"))
    with pytest.raises(InvalidCredentials):
        await log_in.execute(LOG_IN)
    assert not store.tokens


async def test_a_password_that_is_changed_while_it_is_verified_opens_no_session(
    log_in: LogIn[Session], store: Store
) -> None:
    def change() -> None:
        store.add(make_user(BUYER, email="ann@example.com", password_hash="hash of new"))

    store.before_lock = change
    with pytest.raises(InvalidCredentials):
        await log_in.execute(LOG_IN)
    assert not store.tokens


async def test_an_inactive_account_is_reported_only_with_the_right_password(
    log_in: LogIn[Session], store: Store
) -> None:
    store.add(make_user(BUYER, is_active=False, **ACCOUNT))
    with pytest.raises(AccountInactive):
        await log_in.execute(LOG_IN)
    with pytest.raises(InvalidCredentials):
        await log_in.execute(LogInCommand("ann@example.com", "wrong"))
    assert not store.tokens


async def test_a_refresh_gives_the_next_token_of_the_same_family(
    log_in: LogIn[Session], refresh: RefreshSession, store: Store, fake_clock: FakeClock
) -> None:
    first = await log_in.execute(LOG_IN)
    fake_clock.move(days=1)
    second = await refresh.execute(first.refresh_token)
    assert second.user == store.user(BUYER.id)
    old, new = store.tokens.values()
    assert (old.used_at, new.used_at) == (fake_clock.now, None)
    assert (new.family_id, new.expires_at) == (old.family_id, fake_clock.now + LIFETIME)
    await refresh.execute(second.refresh_token)


async def test_a_spent_token_ends_its_session_and_no_other(
    log_in: LogIn[Session], refresh: RefreshSession, store: Store
) -> None:
    stolen, other = await log_in.execute(LOG_IN), await log_in.execute(LOG_IN)
    newest = await refresh.execute(stolen.refresh_token)
    with pytest.raises(NotAuthenticated):
        await refresh.execute(stolen.refresh_token)
    assert store.actions() == ["session.reuse_detected"]
    # Also of those that the thief holds.
    assert store.user(BUYER.id).tokens_valid_from == NOW
    with pytest.raises(NotAuthenticated):
        await refresh.execute(newest.refresh_token)
    await refresh.execute(other.refresh_token)


async def test_a_token_that_has_lapsed_or_is_unknown_is_refused(
    log_in: LogIn[Session], refresh: RefreshSession, store: Store, fake_clock: FakeClock
) -> None:
    session = await log_in.execute(LOG_IN)
    await refuse(refresh, store, "refresh-of-nobody", NotAuthenticated)
    fake_clock.now += LIFETIME
    await refuse(refresh, store, session.refresh_token, TokenExpired)


async def test_a_token_works_to_the_last_moment(
    log_in: LogIn[Session], refresh: RefreshSession, fake_clock: FakeClock
) -> None:
    session = await log_in.execute(LOG_IN)
    fake_clock.now += LIFETIME - timedelta(microseconds=1)
    assert isinstance(await refresh.execute(session.refresh_token), Session)


async def test_an_inactive_user_gets_no_new_token(
    log_in: LogIn[Session], refresh: RefreshSession, store: Store
) -> None:
    session = await log_in.execute(LOG_IN)
    store.add(make_user(BUYER, is_active=False, **ACCOUNT))
    before = store.snapshot()
    with pytest.raises(AccountInactive):
        await refresh.execute(session.refresh_token)
    assert store.snapshot() == before


async def test_a_log_out_ends_the_session_of_its_token_and_no_other(
    log_in: LogIn[Session], log_out: LogOut, refresh: RefreshSession
) -> None:
    ended, other = await log_in.execute(LOG_IN), await log_in.execute(LOG_IN)
    await log_out.execute(BUYER, ended.refresh_token)
    with pytest.raises(NotAuthenticated):
        await refresh.execute(ended.refresh_token)
    renewed = await refresh.execute(other.refresh_token)
    assert renewed.access_token.value == f"{other.access_token.value}-{NOW.isoformat()}"


async def test_a_log_out_without_a_token_ends_all_sessions_of_the_user_and_no_others(
    log_in: LogIn[Session], log_out: LogOut, refresh: RefreshSession, store: Store
) -> None:
    store.add(make_user(STRANGER, email="bob@example.com", password_hash="hash of secret"))
    stays = await log_in.execute(LogInCommand("bob@example.com", "secret"))
    ended = [await log_in.execute(LOG_IN), await log_in.execute(LOG_IN)]
    await log_out.execute(BUYER, None)
    for session in ended:
        with pytest.raises(NotAuthenticated):
            await refresh.execute(session.refresh_token)
    await refresh.execute(stays.refresh_token)


@pytest.mark.parametrize("token", ["refresh-1", "refresh-of-nobody"])
async def test_a_log_out_changes_nothing_for_a_token_that_is_not_ones_own(
    log_in: LogIn[Session], log_out: LogOut, refresh: RefreshSession, store: Store, token: str
) -> None:
    store.add(make_user(STRANGER))
    session = await log_in.execute(LOG_IN)
    assert session.refresh_token == "refresh-1"
    await log_out.execute(STRANGER, token)
    await refresh.execute(session.refresh_token)
