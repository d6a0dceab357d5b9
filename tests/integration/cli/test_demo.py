"""The season that `make demo` adds to the sample data."""

import re
import sys
from typing import Any

import asyncpg

from src.domain.entities.event import EventKind
from tests.support.database import MakeDatabase
from tests.support.paths import ROOT
from tests.support.processes import run

DEMO = (
    sys.executable,
    "-c",
    """
import asyncio
from src.cli.sample_data import load_demo
from src.config import load_settings
settings = load_settings()
asyncio.run(load_demo(settings, settings.database_url))
""",
)

SEASON = """
SELECT count(*) AS events,
    (SELECT count(*) FROM tickets) AS tickets,
    (SELECT count(*) FROM venues) AS venues,
    array_agg(DISTINCT kind::text) AS kinds,
    array_agg(DISTINCT seating::text) AS seatings,
    array_agg(DISTINCT currency) AS currencies,
    count(*) FILTER (WHERE price = 0) AS free,
    count(*) FILTER (WHERE capacity = total_tickets_sold AND ends_at > now()) AS sold_out,
    count(*) FILTER (WHERE sales_start > now()) AS not_yet,
    count(*) FILTER (WHERE ends_at < now()) AS past,
    count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
    count(*) FILTER (WHERE payment = 'online') AS online
FROM events
"""


async def season(url: str) -> dict[str, Any]:
    connection = await asyncpg.connect(url)
    row = await connection.fetchrow(SEASON)
    await connection.close()
    return dict(row or {})


async def test_the_demo_has_something_of_everything_and_is_loaded_once(
    make_database: MakeDatabase,
) -> None:
    url = await make_database()
    first = await run(DEMO, {"DATABASE_URL": url})
    assert (first.code, first.errors) == (0, "")
    found = await season(url)
    assert found["events"] >= 24 + 5
    assert set(found["kinds"]) == set(EventKind)
    assert set(found["seatings"]) == {"general", "reserved"}
    assert len(found["currencies"]) >= 5
    for what in ("free", "sold_out", "not_yet", "past", "cancelled", "online"):
        assert found[what] > 0, what
    second = await run(DEMO, {"DATABASE_URL": url})
    assert (second.code, second.output) == (0, "")
    assert await season(url) == found


def test_make_demo_keeps_its_data_apart() -> None:
    makefile = (ROOT / "Makefile").read_text()
    command = r"^demo: .*\n\t@DATA_DIR=\$\$\{DATA_DIR:-\.data-demo\} \$\(PY\) -m src\.cli demo$"
    assert re.search(command, makefile, re.MULTILINE)
    assert ".data-demo/" in (ROOT / ".gitignore").read_text().splitlines()


async def test_the_demo_is_refused_where_others_could_log_in() -> None:
    refused = await run((sys.executable, "-m", "src.cli", "demo"), {"HOST": "0.0.0.0"})
    assert refused.code == 1
    assert "public passwords" in refused.errors
