"""A unit of work is its transaction: nothing runs before it, and nothing after its commit."""

import asyncpg
import pytest

from src.application.ports.database import AuditEntry, NoTransaction
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api
from tests.support.orders import stored


async def test_a_repository_is_out_of_reach_after_the_commit(
    api: Api, connection: asyncpg.Connection
) -> None:
    entry = AuditEntry("test.done", subject="test", subject_id=1, by=None)
    before = await stored(connection)
    async with TortoiseUnitOfWork() as uow:
        await uow.commit()
        for name in ("users", "bookings", "audit"):
            with pytest.raises(NoTransaction, match=name):
                getattr(uow, name)
        with pytest.raises(NoTransaction):
            await uow.audit.record([entry])
    assert await stored(connection) == before


async def test_a_repository_is_out_of_reach_outside_the_block(
    api: Api, connection: asyncpg.Connection
) -> None:
    before = await stored(connection)
    uow = TortoiseUnitOfWork()
    with pytest.raises(NoTransaction):
        await uow.audit.record([AuditEntry("test.done", subject="test", subject_id=1, by=None)])
    async with uow:
        pass
    with pytest.raises(NoTransaction):
        await uow.audit.record([AuditEntry("test.done", subject="test", subject_id=1, by=None)])
    assert await stored(connection) == before


async def test_a_repository_that_was_kept_does_nothing_after_the_commit(
    api: Api, connection: asyncpg.Connection
) -> None:
    before = await stored(connection)
    async with TortoiseUnitOfWork() as uow:
        audit = uow.audit
        await uow.commit()
        with pytest.raises(NoTransaction):
            await audit.record([AuditEntry("test.done", subject="test", subject_id=1, by=None)])
        with pytest.raises(NoTransaction):
            await current_connection().execute_query("SELECT 1")
    assert await stored(connection) == before


async def test_a_name_that_is_no_repository_is_an_attribute_error() -> None:
    name = "nonsense"
    with pytest.raises(AttributeError):
        getattr(TortoiseUnitOfWork(), name)
