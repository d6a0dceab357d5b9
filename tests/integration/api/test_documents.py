"""What the documents say of the embedded PostgreSQL is true of the server that really starts."""

import re

import asyncpg
import pytest

from tests.support.paths import ROOT

# "PostgreSQL 15 or newer" is what a server of the operator's own must be.
VERSION = re.compile(r"PostgreSQL\s+(\d+)(?!\d)(?!\s+or\s+newer)")

each_document = pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/operating.md",
        "docs/decisions/0004-embedded-postgresql.md",
        ".env.example",
        "src/infrastructure/database/embedded.py",
    ],
)


@each_document
async def test_document_names_the_version_of_the_embedded_server(
    name: str, connection: asyncpg.Connection
) -> None:
    named = set(VERSION.findall((ROOT / name).read_text()))
    assert named == {str(connection.get_server_version().major)}
