"""The same request sent twice: one effect, one answer, and a refusal that leaves no trace."""

import pytest

from src.application.concurrency.idempotency import Outcome, once
from src.domain.entities.user import User
from src.domain.errors import IdempotencyInProgress, IdempotencyKeyReused, InUse
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.fakes.ports import FakeIdempotencyKeyRepository, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store

REQUEST = IdempotentRequest(caller_id=4, key="key-1", fingerprint=b"request 1")
OTHER_BODY = IdempotentRequest(caller_id=4, key="key-1", fingerprint=b"request 2")
OTHER_KEY = IdempotentRequest(caller_id=4, key="key-2", fingerprint=b"request 1")
OTHER_CALLER = IdempotentRequest(caller_id=5, key="key-1", fingerprint=b"request 1")


async def send(
    begin: FakeUnitOfWorkFactory,
    request: IdempotentRequest | None,
    *,
    refusal: Exception | None = None,
) -> Outcome[User]:
    """A request whose effect is one more user, or a refusal after that effect."""
    async with begin() as uow:

        async def effect() -> User:
            user = User(name="Somebody")
            await uow.users.add(user)
            if refusal is not None:
                raise refusal
            return user

        return await once(uow, request, User, effect)


async def test_an_effect_is_committed_and_nothing_is_stored_when_there_is_no_key(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    outcomes = [await send(unit_of_work, None), await send(unit_of_work, None)]
    assert [outcome.is_replayed for outcome in outcomes] == [False, False]
    assert (len(store.users), store.commits, store.answers) == (2, 2, {})


async def test_the_answer_is_stored_in_the_transaction_of_the_effect(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    outcome = await send(unit_of_work, REQUEST)
    assert not outcome.is_replayed
    assert store.answers == {(4, "key-1"): (b"request 1", outcome.result)}
    assert (len(store.users), store.commits) == (1, 1)


async def test_a_replay_has_the_first_answer_and_commits_nothing(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    first = await send(unit_of_work, REQUEST)
    before = store.snapshot()
    second = await send(unit_of_work, REQUEST)
    assert second == Outcome(first.result, is_replayed=True)
    assert store.snapshot() == before


@pytest.mark.parametrize("other", [OTHER_KEY, OTHER_CALLER])
async def test_another_key_or_another_caller_is_another_request(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, other: IdempotentRequest
) -> None:
    await send(unit_of_work, REQUEST)
    assert not (await send(unit_of_work, other)).is_replayed
    assert len(store.users) == 2


async def test_a_refusal_stores_nothing_and_can_be_tried_again(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    before = store.snapshot()
    with pytest.raises(InUse):
        await send(unit_of_work, REQUEST, refusal=InUse("Something depends on it."))
    assert store.snapshot() == before
    assert not (await send(unit_of_work, REQUEST)).is_replayed
    assert len(store.users) == 1


async def test_a_key_with_another_request_is_refused(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    await send(unit_of_work, REQUEST)
    before = store.snapshot()
    with pytest.raises(IdempotencyKeyReused):
        await send(unit_of_work, OTHER_BODY)
    assert store.snapshot() == before


async def test_a_request_is_refused_while_the_first_one_runs(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.running.add((4, "key-1"))
    before = store.snapshot()
    with pytest.raises(IdempotencyInProgress):
        await send(unit_of_work, REQUEST)
    assert store.snapshot() == before


async def test_the_effect_is_undone_when_its_answer_cannot_be_stored(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("the connection is lost")

    monkeypatch.setattr(FakeIdempotencyKeyRepository, "remember", fail)
    before = store.snapshot()
    with pytest.raises(OSError, match="lost"):
        await send(unit_of_work, REQUEST)
    assert store.snapshot() == before
