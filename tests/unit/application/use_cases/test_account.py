"""What somebody does with their own account on the pages."""

import json
from datetime import timedelta

import pytest

from src.application.identity.external_users import ExternalUsers
from src.application.identity.open_web_session import OpenWebSession
from src.application.ports.security import ExternalIdentity
from src.application.use_cases.auth.begin_provider_log_in import BeginProviderLogIn
from src.application.use_cases.auth.check_password import CheckPassword
from src.application.use_cases.auth.finish_provider_log_in import (
    FinishedLogIn,
    FinishProviderLogIn,
)
from src.application.use_cases.user.change_password import ChangePassword, ChangePasswordCommand
from src.application.use_cases.user.end_other_sessions import EndOtherSessions
from src.application.use_cases.user.end_session import EndSession
from src.application.use_cases.user.export_my_data import ROWS_PER_READ, ExportMyData
from src.application.use_cases.user.list_sessions import ListSessions
from src.application.use_cases.user.update_user import UpdateUser
from src.domain.entities.user import User
from src.domain.errors import (
    AccountInactive,
    InvalidCredentials,
    NotAuthenticated,
    NotFound,
    Unavailable,
    ValidationFailed,
)
from tests.support.examples import BUYER, STRANGER, make_user
from tests.support.fakes.accounts import FakeUserRepository, FakeWebSessionRepository
from tests.support.fakes.ports import (
    FakeClock,
    FakeFeedSecrets,
    FakePasswordHasher,
    FakePasswordPolicy,
    FakeUnitOfWorkFactory,
    FakeWebSessionSecrets,
)
from tests.support.fakes.provider_log_ins import FakeLogInProvider, FakePersonalData
from tests.support.fakes.store import Store

LIFETIME = timedelta(days=30)
ANN = ExternalIdentity("https://issuer.example", "ann-1", "Ann", "ann@example.com")


@pytest.fixture
def opener() -> OpenWebSession:
    return OpenWebSession(FakeWebSessionSecrets(), LIFETIME)


@pytest.fixture
def provider() -> FakeLogInProvider:
    return FakeLogInProvider(ANN)


@pytest.fixture
async def buyer(unit_of_work: FakeUnitOfWorkFactory, store: Store) -> User:
    user = make_user(BUYER, password_hash="hash of secret")
    store.users[user.id] = user
    return user


async def open_session(
    unit_of_work: FakeUnitOfWorkFactory,
    opener: OpenWebSession,
    user: User,
    clock: FakeClock,
    former: str | None = None,
) -> tuple[int, str]:
    async with unit_of_work() as uow:
        opened = await opener.execute(uow, user, now=clock(), former=former)
        await uow.commit()
    return opened.session_id, opened.secret


async def test_a_session_replaces_the_one_before(
    unit_of_work: FakeUnitOfWorkFactory,
    opener: OpenWebSession,
    store: Store,
    buyer: User,
    fake_clock: FakeClock,
) -> None:
    guest = make_user(STRANGER)
    store.users[guest.id] = guest
    _, former = await open_session(unit_of_work, opener, guest, fake_clock)
    _, second = await open_session(unit_of_work, opener, buyer, fake_clock, former)
    assert [session.user_id for session in store.web_sessions.values()] == [buyer.id]
    # The same person again, a session that has ended, and one that was made up.
    await open_session(unit_of_work, opener, buyer, fake_clock, second)
    await open_session(unit_of_work, opener, buyer, fake_clock, former)
    await open_session(unit_of_work, opener, buyer, fake_clock, "made up")
    assert [session.user_id for session in store.web_sessions.values()] == [buyer.id] * 3


async def test_sessions_are_listed_and_ended_by_their_user_alone(
    unit_of_work: FakeUnitOfWorkFactory,
    opener: OpenWebSession,
    store: Store,
    buyer: User,
    fake_clock: FakeClock,
) -> None:
    first, _ = await open_session(unit_of_work, opener, buyer, fake_clock)
    second, _ = await open_session(unit_of_work, opener, buyer, fake_clock)
    listed = ListSessions(FakeWebSessionRepository(store), fake_clock)
    assert [session.id for session in await listed.execute(BUYER)] == [second, first]
    end = EndSession(unit_of_work)
    with pytest.raises(NotFound):
        await end.execute(STRANGER, first)
    await end.execute(BUYER, first)
    with pytest.raises(NotFound):
        await end.execute(BUYER, first)
    third, _ = await open_session(unit_of_work, opener, buyer, fake_clock)
    await EndOtherSessions(unit_of_work, fake_clock).execute(BUYER, third)
    assert [session.id for session in await listed.execute(BUYER)] == [third]
    assert store.users[buyer.id].tokens_valid_from is not None


async def test_a_new_password_needs_the_old_one_and_renews_the_session(
    unit_of_work: FakeUnitOfWorkFactory,
    opener: OpenWebSession,
    store: Store,
    buyer: User,
    fake_clock: FakeClock,
) -> None:
    await open_session(unit_of_work, opener, buyer, fake_clock)
    update = UpdateUser(
        unit_of_work,
        FakeUserRepository(store),
        FakePasswordHasher(),
        FakePasswordPolicy(),
        fake_clock,
    )
    change = ChangePassword(update, unit_of_work, opener, fake_clock)
    with pytest.raises(InvalidCredentials):
        await change.execute(BUYER, ChangePasswordCommand("wrong", "another secret"))
    assert len(store.web_sessions) == 1
    opened = await change.execute(
        BUYER, ChangePasswordCommand("secret", "another secret", "Safari")
    )
    (session,) = store.web_sessions.values()
    assert (session.id, session.device) == (opened.session_id, "Safari")
    assert store.users[buyer.id].password_hash == "hash of another secret"


async def test_a_weak_password_is_said_before_it_is_sent() -> None:
    check = CheckPassword(FakePasswordPolicy())
    await check.execute("a good long one", name=None, email="ann@example.com")
    with pytest.raises(ValidationFailed):
        await check.execute("common", name="Ann", email=None)


async def test_an_export_is_one_object_read_in_steps_and_recorded(
    unit_of_work: FakeUnitOfWorkFactory, store: Store, buyer: User
) -> None:
    many = [json.dumps({"id": number}) for number in range(ROWS_PER_READ + 1)]
    data = FakePersonalData(buyer.id, {"profile": ['{"id": 1}'], "cart": [], "mails": many})
    text = "".join([piece async for piece in await ExportMyData(unit_of_work, data).execute(BUYER)])
    exported = json.loads(text)
    assert list(exported) == ["profile", "cart", "mails"]
    assert len(exported["mails"]) == ROWS_PER_READ + 1
    assert exported["cart"] == []
    assert data.reads == 4
    assert store.actions() == ["user.exported"]


async def test_an_export_of_the_newest_has_no_more_of_each_part(
    unit_of_work: FakeUnitOfWorkFactory, store: Store, buyer: User
) -> None:
    mails = [json.dumps({"id": number}) for number in range(ROWS_PER_READ + 1)]
    data = FakePersonalData(buyer.id, {"profile": ['{"id": 1}'], "cart": [], "mails": mails})
    text = await ExportMyData(unit_of_work, data).execute(BUYER, newest=2)
    exported = json.loads("".join([piece async for piece in text]))
    assert exported["mails"] == [{"id": ROWS_PER_READ}, {"id": ROWS_PER_READ - 1}]
    assert (exported["profile"], exported["cart"], data.reads) == ([{"id": 1}], [], 3)
    assert store.actions() == ["user.exported"]


async def log_in(
    begin: BeginProviderLogIn, finish: FinishProviderLogIn, **changes: str
) -> FinishedLogIn:
    begun = await begin.execute("/tickets")
    state = begun.address.partition("state=")[2]
    answer = {"code": f"code of {state}", "state": state, "browser_secret": begun.browser_secret}
    return await finish.execute(**{**answer, **changes})


@pytest.fixture
def begin(
    unit_of_work: FakeUnitOfWorkFactory, provider: FakeLogInProvider, fake_clock: FakeClock
) -> BeginProviderLogIn:
    return BeginProviderLogIn(unit_of_work, provider, FakeFeedSecrets(), fake_clock)


@pytest.fixture
def finish(
    unit_of_work: FakeUnitOfWorkFactory,
    provider: FakeLogInProvider,
    opener: OpenWebSession,
    store: Store,
    fake_clock: FakeClock,
) -> FinishProviderLogIn:
    known = ExternalUsers(unit_of_work, FakeUserRepository(store))
    return FinishProviderLogIn(unit_of_work, provider, known, opener, FakeFeedSecrets(), fake_clock)


async def test_a_log_in_at_a_provider_is_begun_and_finished_once(
    begin: BeginProviderLogIn, finish: FinishProviderLogIn, store: Store
) -> None:
    finished = await log_in(begin, finish)
    assert finished.next_path == "/tickets"
    assert finished.opened.user.external_id == "ann-1"
    assert store.provider_log_ins == {}
    again = await log_in(begin, finish)
    assert again.opened.user.id == finished.opened.user.id


@pytest.mark.parametrize("change", ["code", "state", "browser_secret"])
async def test_a_log_in_that_does_not_fit_together_is_refused(
    begin: BeginProviderLogIn, finish: FinishProviderLogIn, store: Store, change: str
) -> None:
    with pytest.raises(NotAuthenticated):
        await log_in(begin, finish, **{change: "another"})
    assert store.web_sessions == {}


async def test_a_provider_that_is_down_leaves_nothing_behind(
    begin: BeginProviderLogIn, provider: FakeLogInProvider, store: Store
) -> None:
    provider.is_reachable = False
    with pytest.raises(Unavailable):
        await begin.execute("/")
    assert store.provider_log_ins == {}


async def test_a_deactivated_account_is_not_logged_in(
    begin: BeginProviderLogIn, finish: FinishProviderLogIn, store: Store
) -> None:
    finished = await log_in(begin, finish)
    store.users[finished.opened.user.id].is_active = False
    with pytest.raises(AccountInactive):
        await log_in(begin, finish)
