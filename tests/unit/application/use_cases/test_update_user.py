"""Editing accounts: what takes the current password, and what a new one ends."""

from dataclasses import replace

import pytest

from src.application.use_cases.user.update_user import UpdateUser, UpdateUserCommand
from src.domain.entities.user import Actor, User, UserChanges
from src.domain.errors import Forbidden, InvalidCredentials, ValidationFailed
from tests.support.examples import ADMIN, BUYER, NOW, make_user
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.ports import (
    FakeClock,
    FakePasswordHasher,
    FakePasswordPolicy,
    FakeUnitOfWorkFactory,
)
from tests.support.fakes.store import Store

EMAIL = "ann@example.com"
NEW_EMAIL: UserChanges = {"email": "new@example.com"}
SENSITIVE = [
    UpdateUserCommand(BUYER.id, {}, password="new"),
    UpdateUserCommand(BUYER.id, NEW_EMAIL),
    UpdateUserCommand(BUYER.id, {"email": None}),
]


class BusyHasher(FakePasswordHasher):
    """Has somebody else change the account while it verifies; `done` is what happened, in order."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.changed: User | None = None
        self.done: list[str] = []

    async def verify(self, password_hash: str | None, password: str) -> bool:
        if self.changed is not None:
            self._store.add(self.changed)
        self.done.append("verified")
        return await super().verify(password_hash, password)

    async def hash(self, password: str) -> str:
        self.done.append("hashed")
        return await super().hash(password)


@pytest.fixture
def hasher(store: Store) -> BusyHasher:
    return BusyHasher(store)


@pytest.fixture
def update_user(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    hasher: BusyHasher,
    fake_clock: FakeClock,
) -> UpdateUser:
    store.add(make_user(BUYER, email=EMAIL, password_hash="hash of secret"), make_user(ADMIN))
    return UpdateUser(
        unit_of_work, FakeUserRepository(store), hasher, FakePasswordPolicy(), fake_clock
    )


async def refuse(
    update_user: UpdateUser,
    store: Store,
    command: UpdateUserCommand,
    kind: type[Exception],
    actor: Actor = BUYER,
) -> None:
    """The edit is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(kind):
        await update_user.execute(actor, command)
    assert store.snapshot() == before


@pytest.mark.parametrize("current", [None, "wrong"])
@pytest.mark.parametrize("command", SENSITIVE)
async def test_password_and_address_are_not_changed_without_the_current_password(
    update_user: UpdateUser, store: Store, command: UpdateUserCommand, current: str | None
) -> None:
    command = replace(command, current_password=current)
    await refuse(update_user, store, command, InvalidCredentials)


@pytest.mark.parametrize("command", SENSITIVE)
async def test_password_and_address_are_changed_with_the_current_password(
    update_user: UpdateUser, store: Store, command: UpdateUserCommand
) -> None:
    user = await update_user.execute(BUYER, replace(command, current_password="secret"))
    expected = ("hash of new" if command.password else "hash of secret", user.email)
    assert (store.user(BUYER.id).password_hash, store.user(BUYER.id).email) == expected
    assert user.email == command.changes.get("email", EMAIL)


@pytest.mark.parametrize("actor", [BUYER, ADMIN])
async def test_a_password_that_is_easy_to_guess_is_refused_from_admins_too(
    update_user: UpdateUser, store: Store, actor: Actor
) -> None:
    command = UpdateUserCommand(BUYER.id, {}, password="common", current_password="secret")
    await refuse(update_user, store, command, ValidationFailed, actor)


async def test_other_fields_and_the_same_address_need_no_password(
    update_user: UpdateUser, store: Store, hasher: BusyHasher
) -> None:
    changes: UserChanges = {"name": "Ann", "phone": "+6681", "email": EMAIL}
    await update_user.execute(BUYER, UpdateUserCommand(BUYER.id, changes))
    assert (store.user(BUYER.id).name, hasher.verified) == ("Ann", 0)


@pytest.mark.parametrize("command", SENSITIVE)
async def test_who_logs_in_elsewhere_gets_no_password_and_no_address_by_a_token_alone(
    update_user: UpdateUser, store: Store, command: UpdateUserCommand
) -> None:
    store.add(make_user(BUYER, email=EMAIL, external_issuer="issuer", external_id="ann-1"))
    await refuse(update_user, store, command, Forbidden)
    await refuse(update_user, store, replace(command, current_password=""), Forbidden)


@pytest.mark.parametrize("command", SENSITIVE)
async def test_an_admin_changes_both_for_others_without_a_password(
    update_user: UpdateUser, store: Store, command: UpdateUserCommand
) -> None:
    store.add(make_user(BUYER, email=EMAIL, external_issuer="issuer", external_id="ann-1"))
    await update_user.execute(ADMIN, command)
    assert store.user(BUYER.id).email == command.changes.get("email", EMAIL)


async def test_an_admin_proves_their_own_change(update_user: UpdateUser, store: Store) -> None:
    store.add(make_user(ADMIN, password_hash="hash of secret"))
    command = UpdateUserCommand(ADMIN.id, {}, password="new")
    await refuse(update_user, store, command, InvalidCredentials, ADMIN)


async def test_a_new_password_ends_the_tokens_issued_so_far_and_another_address_does_not(
    update_user: UpdateUser, store: Store
) -> None:
    await update_user.execute(
        BUYER, UpdateUserCommand(BUYER.id, NEW_EMAIL, current_password="secret")
    )
    assert store.user(BUYER.id).tokens_valid_from is None
    await update_user.execute(
        BUYER, UpdateUserCommand(BUYER.id, {}, password="new", current_password="secret")
    )
    assert store.user(BUYER.id).tokens_valid_from == NOW


@pytest.mark.parametrize("command", SENSITIVE)
async def test_a_password_that_is_changed_meanwhile_proves_nothing_any_more(
    update_user: UpdateUser, store: Store, hasher: BusyHasher, command: UpdateUserCommand
) -> None:
    hasher.changed = make_user(BUYER, email=EMAIL, password_hash="hash of another")
    with pytest.raises(InvalidCredentials):
        await update_user.execute(BUYER, replace(command, current_password="secret"))
    assert store.user(BUYER.id) == hasher.changed


async def test_passwords_are_hashed_and_verified_before_anything_is_locked(
    update_user: UpdateUser, store: Store, hasher: BusyHasher
) -> None:
    store.before_lock = lambda: hasher.done.append("locked")
    command = UpdateUserCommand(BUYER.id, {}, password="new", current_password="secret")
    await update_user.execute(BUYER, command)
    assert hasher.done == ["verified", "hashed", "locked"]
