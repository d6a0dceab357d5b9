"""Clients in Python."""

import json
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.processes import run
from tests.support.servers import Server

from tools.clients.environment import programs

WALKS = Path(__file__).parent / "walks" / "python"


async def test_walk(shop: Server) -> None:
    done = await run(
        [str(programs() / "python"), str(WALKS / "openapi_python_client_walk.py")],
        {"ADDRESS": shop.address, "PYTHONPATH": str(ROOT / "clients" / "python")},
    )
    assert done.code == 0, done.errors
    print(done.output)
