"""The commands of backups: what they refuse, what they find, and what they delete."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from src.infrastructure.backups.base import backups
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.wal_archive import Archive
from tests.support.processes import Finished, run

CLI = (sys.executable, "-m", "src.cli")
NOTE = "INSERT INTO notes VALUES (clock_timestamp())"
BEGINNING = "2026-01-01T00:00:00Z"


class Shop:
    """An embedded database with an archive; its server runs only while a command does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data, self.backups = folder / "data", folder / "backups"

    async def cli(self, *command: str, data: Path | None = None, **settings: str) -> Finished:
        environment = {"DATA_DIR": str(data or self.data), "BACKUP_DIR": str(self.backups)}
        return await run([*CLI, *command], environment | settings)

    async def succeed(self, *command: str, data: Path | None = None, **settings: str) -> str:
        done = await self.cli(*command, data=data, **settings)
        assert done.code == 0, done.errors
        return done.output.strip()

    async def refuse(self, *command: str, data: Path | None = None, **settings: str) -> str:
        done = await self.cli(*command, data=data, **settings)
        assert done.code == 1, done.output
        return done.errors


@pytest.fixture(scope="module")
async def original(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Two backups; a note before the first, one between them, and one after the second."""
    shop = Shop(tmp_path_factory.mktemp("shop"))
    await shop.succeed("psql", "-c", "CREATE TABLE notes (at timestamptz)", "-c", NOTE)
    await shop.succeed("backup", "create")
    await shop.succeed("psql", "-c", NOTE)
    await shop.succeed("backup", "create")
    await shop.succeed("psql", "-c", NOTE)
    return shop


@pytest.fixture
def shop(original: Shop, tmp_path: Path) -> Iterator[Shop]:
    """A copy of the backups to damage, and no database."""
    copy = Shop(tmp_path)
    shutil.copytree(original.backups, copy.backups)
    (copy.backups / "database").unlink()
    yield copy
    shutil.rmtree(tmp_path)


async def test_whole_backups_are_listed_and_verified(original: Shop) -> None:
    names = [backup.name for backup in backups(Archive(original.backups))]
    listed = (await original.succeed("backup", "list")).splitlines()
    assert [line.split()[0] for line in listed] == names
    assert "All is well: 2 backups" in await original.succeed("backup", "verify")


async def test_a_restore_without_a_moment_has_all_that_was_archived(shop: Shop) -> None:
    assert "Replaying" in await shop.succeed("backup", "restore")
    # The last note is of after the last backup: a server that is stopped archives what it has.
    count = ("psql", "-XAtc", "SELECT count(*) FROM notes")
    assert await shop.succeed(*count) == "3"

    # A second restore from the same backups goes along what happened since the first.
    await shop.succeed("psql", "-c", NOTE)
    shutil.rmtree(shop.data)
    await shop.succeed("backup", "restore")
    assert await shop.succeed(*count) == "4"


async def test_a_restore_overwrites_no_database(original: Shop) -> None:
    refused = await original.refuse("backup", "restore")
    assert "exists: a restore overwrites nothing" in refused


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        (BEGINNING, "No backup is from before 2026-01-01"),
        ("yesterday", "is no time: write it like"),
        ("2026-11-30T19:00:00", "needs an offset, or Z for UTC"),
        ("2999-01-01T00:00:00Z", "is in the future"),
    ],
)
async def test_a_moment_that_cannot_be_restored_is_refused(
    original: Shop, tmp_path: Path, moment: str, sentence: str
) -> None:
    refused = await original.refuse("backup", "restore", "--to", moment, data=tmp_path / "other")
    assert sentence in refused
    assert not (tmp_path / "other" / "postgres").exists()


async def test_a_moment_after_the_archives_end_is_refused(original: Shop, tmp_path: Path) -> None:
    now = await original.succeed(
        "psql",
        "-XAtc",
        "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
    )
    refused = await original.refuse("backup", "restore", "--to", now, data=tmp_path / "other")
    assert "The archive ends before" in refused
    assert list((tmp_path / "other").iterdir()) == []


async def test_a_gap_in_the_archive_is_found(shop: Shop) -> None:
    archive = Archive(shop.backups)
    shutil.rmtree(backups(archive)[1].folder)
    # The one before the last: earlier ones may be of before the backup.
    lost = sorted(archive.segments())[-2]
    archive.path(lost).unlink()
    assert f"WAL segment {lost} is missing" in await shop.refuse("backup", "restore")
    verified = await shop.cli("backup", "verify")
    assert (verified.code, f"WAL segment {lost}, which follows" in verified.output) == (
        1,
        True,
    )


async def test_a_damaged_segment_ends_a_restore_with_a_sentence(shop: Shop) -> None:
    archive = Archive(shop.backups)
    shutil.rmtree(backups(archive)[1].folder)
    # The one before the last: earlier ones may be of before the backup.
    damaged = sorted(archive.segments())[-2]
    flip(archive.path(damaged))
    assert "cannot be read to its end" in await shop.refuse("backup", "restore")
    verified = await shop.cli("backup", "verify")
    assert (verified.code, f"WAL segment {damaged}: it cannot be read" in verified.output) == (
        1,
        True,
    )


@pytest.mark.parametrize("file", ["base.tar.gz", "pg_wal.tar.gz", "backup_manifest"])
async def test_a_damaged_backup_is_found(shop: Shop, file: str) -> None:
    newest = backups(Archive(shop.backups))[-1]
    flip(newest.folder / file)
    verified = await shop.cli("backup", "verify")
    assert verified.code == 1
    assert newest.name in verified.output


async def test_a_rehearsal_cannot_write_into_the_archive(original: Shop, tmp_path: Path) -> None:
    other = tmp_path / "rehearsal"
    before = sorted(path.name for path in Archive(original.backups).wal.iterdir())
    await original.succeed("backup", "restore", data=other)
    refused = await original.refuse("psql", "-c", NOTE, data=other)
    assert "start it with an empty BACKUP_DIR" in refused
    count = ("psql", "-XAtc", "SELECT count(*) FROM notes")
    assert await original.succeed(*count, data=other, BACKUP_DIR="") == "3"
    assert sorted(path.name for path in Archive(original.backups).wal.iterdir()) == before


async def test_old_backups_are_deleted_with_the_log_before_them(shop: Shop) -> None:
    archive = Archive(shop.backups)
    old = backups(archive)
    await shop.succeed("backup", "restore")
    assert "Deleted" not in await shop.succeed(
        "backup", "create", "--keep", "1", "--keep-days", "1"
    )
    output = await shop.succeed("backup", "create", "--keep", "1")
    assert all(f"Deleted backup {backup.name}." in output for backup in old)
    assert len(backups(archive)) == 1
    assert "All is well: 1 backups" in await shop.succeed("backup", "verify")


async def test_a_server_without_an_archive_is_not_backed_up(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    postgres = EmbeddedPostgres(shop.data, is_durable=False)
    postgres.start()
    try:
        assert "started without BACKUP_DIR" in await shop.refuse("backup", "create")
    finally:
        postgres.stop()


async def test_backups_need_a_folder_and_the_embedded_server(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    assert "BACKUP_DIR is not set" in await shop.refuse("backup", "create", BACKUP_DIR="")
    url = "postgres://user@host/db"
    both = await shop.refuse("backup", "list", DATABASE_URL=url)
    assert "BACKUP_DIR is for the embedded PostgreSQL" in both
    own = await shop.refuse("backup", "create", DATABASE_URL=url, BACKUP_DIR="")
    assert "docs/backups.md" in own


def flip(path: Path) -> None:
    """Change a byte in the middle of the file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
