"""A running product with the sample data, in which who signs up confirms the address."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.database import SECRET, MakeDatabase
from tests.support.processes import run
from tests.support.servers import Server, running_server


@pytest.fixture(scope="session")
async def shop(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Server]:
    """The server for all walks of this process; each walk has a buyer and an event of its own."""
    database_url = await make_database()
    folder: Path = tmp_path_factory.mktemp("shop")
    settings = {"DATABASE_URL": database_url, "SECRET_KEY": SECRET, "DATA_DIR": str(folder)}
    loaded = await run([sys.executable, "create_sample_data.py"], settings)
    assert loaded.code == 0, loaded.errors
    async with running_server(
        database_url,
        data_dir=folder,
        worker_enabled=True,
        sign_up_verification=True,
        rate_limit_enabled=False,
    ) as server:
        yield server
