"""What a report's transaction may do, and what it leaves behind."""

import asyncpg
import pytest
from tortoise.exceptions import TransactionManagementError

from src.domain.errors import Unavailable
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.database.orm import current_connection
from src.infrastructure.reports.reading import reading
from tests.support.api import Api

SETTINGS = "SELECT name, setting FROM pg_settings WHERE name = ANY ($1)"
NAMES = ["enable_seqscan", "plan_cache_mode", "statement_timeout", "transaction_read_only"]


async def settings() -> dict[str, str]:
    rows = await current_connection().execute_query_dict(SETTINGS, [NAMES])
    return {row["name"]: row["setting"] for row in rows}


async def test_report_may_read_whole_tables_for_a_limited_time(api: Api) -> None:
    async with reading():
        assert await settings() == {
            "enable_seqscan": "on",
            "plan_cache_mode": "force_custom_plan",
            "statement_timeout": "10000",
            "transaction_read_only": "on",
        }


async def test_settings_are_those_of_sales_after_a_report(api: Api) -> None:
    before = await settings()
    async with reading():
        assert await settings() != before
    assert await settings() == before
    assert before["enable_seqscan"] == "off"


async def test_report_cannot_write(api: Api) -> None:
    person = await api.person()
    with pytest.raises(TransactionManagementError, match="read-only"):
        async with reading() as connection:
            await connection.execute_query("UPDATE users SET name = 'x'")
    assert (await api.container.adapters.users().get(person.id)).name == person.user.name


async def test_report_that_takes_too_long_is_refused_for_now(api: Api) -> None:
    with pytest.raises(asyncpg.QueryCanceledError) as ended:
        async with reading() as connection:
            await connection.execute_script("SET LOCAL statement_timeout = '20ms'")
            await connection.execute_query("SELECT pg_sleep(60)")
    assert isinstance(as_refusal(ended.value), Unavailable)


async def test_report_sees_one_moment(api: Api, connection: asyncpg.Connection) -> None:
    async with reading() as report:
        before = await report.execute_query_dict("SELECT count(*) AS users FROM users")
        await connection.execute("INSERT INTO users (name) VALUES ('Late')")
        assert await report.execute_query_dict("SELECT count(*) AS users FROM users") == before
    assert await connection.fetchval("SELECT count(*) FROM users") == before[0]["users"] + 1
