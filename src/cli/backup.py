"""Back up the embedded database, and restore it to a moment: `python -m src.cli backup create`."""

import asyncio
import contextlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from src.cli.support import fail, open_database, read_settings
from src.config import Settings

if TYPE_CHECKING:
    from src.infrastructure.backups.base import BaseBackup
    from src.infrastructure.database.wal_archive import Archive

ARCHIVED_WITHIN_SECONDS = 30
LAST_ARCHIVED = "SELECT COALESCE(last_archived_wal, '') FROM pg_stat_archiver"

backup = typer.Typer(help="Back up the embedded database, and restore it.", no_args_is_help=True)

From = Annotated[
    Path | None, typer.Option("--from", help="The folder of the backups; else BACKUP_DIR.")
]


@backup.command("create")
def create(
    keep: Annotated[
        int,
        typer.Option(min=1, help="Keep this many backups, and the WAL since the oldest of them."),
    ] = 7,
    keep_days: Annotated[
        int, typer.Option(min=0, help="And all that a restore to these days ago needs.")
    ] = 0,
) -> None:
    """Copy the whole database, beside a running service; then delete old backups."""
    from src.infrastructure.backups.base import make_backup, remove_old
    from src.infrastructure.database.embedded import EmbeddedPostgres

    settings, archive = _archive(None)
    with open_database(settings) as url, _one_sentence():
        if asyncio.run(_ask(url, "SHOW archive_mode")) != "on":
            fail(
                "The running server was started without BACKUP_DIR: stop what uses it, start again."
            )
        command, environment = EmbeddedPostgres(settings.data_dir).client_command("pg_basebackup")
        # A base backup is of the whole cluster, and pg_basebackup knows no database.
        made = make_backup(archive, command[: command.index("--dbname")], environment)
        typer.echo(f"Backup {made.name}: {_megabytes(made.size)}.")
        _wait_until_archived(url, made)
        old, segments = remove_old(archive, keep=keep, days=keep_days)
        for each in old:
            typer.echo(f"Deleted backup {each.name}.")
        if segments:
            typer.echo(f"Deleted {segments} segments of WAL from before the oldest backup.")


@backup.command("list")
def show(source: From = None) -> None:
    """Show the backups: when each ended, which is the earliest moment it can restore, its size."""
    from src.infrastructure.backups.base import backups

    _, archive = _archive(source)
    for each in backups(archive):
        typer.echo(f"{each.name}  {each.ended_at.isoformat()}  {_megabytes(each.size)}")


@backup.command("verify")
def verify(source: From = None) -> None:
    """Read all backups and the archive, and compare them with their checksums.

    Exit code 1 when anything is missing or damaged; each problem is a sentence.
    """
    from src.infrastructure.backups.base import backups
    from src.infrastructure.backups.verify import archive_problems

    _, archive = _archive(source)
    everything = backups(archive)
    if not everything:
        fail(f"There is no backup in {archive.folder}.")
    found = 0
    with _one_sentence():
        for each in everything:
            typer.echo(f"Reading backup {each.name} …", err=True)
            for problem in each.problems():
                typer.echo(problem)
                found += 1
        typer.echo("Reading the archive …", err=True)
        for problem in archive_problems(archive, everything):
            typer.echo(problem)
            found += 1
    if found:
        fail(f"{found} problems. Make a new backup now: python -m src.cli backup create")
    typer.echo(
        f"All is well: {len(everything)} backups, {len(archive.segments())} segments of WAL."
    )


@backup.command("restore")
def restore(
    to: Annotated[
        str | None,
        typer.Option(help="The moment, such as 2026-11-30T19:00:00Z; else all that there is."),
    ] = None,
    source: From = None,
) -> None:
    """Restore the database into DATA_DIR/postgres, which must not exist, to a moment.

    Then start the service, and run `reconcile`: payment providers know what happened since.
    """
    from src.infrastructure.backups import restore as restoring

    settings, archive = _archive(source)
    with _one_sentence():
        moment = _moment(to) if to else None
        done = restoring.restore(archive, settings.data_dir, moment, typer.echo)
    last = done.last_transaction or f"none since backup {done.backup.name}"
    typer.echo(f"Restored into {settings.data_dir / 'postgres'}. The last transaction: {last}.")
    typer.echo("Next: start the service, then python -m src.cli reconcile --dry-run")


def _archive(source: Path | None) -> "tuple[Settings, Archive]":
    from src.infrastructure.database.wal_archive import Archive

    settings = read_settings()
    if settings.database_url is not None and source is None:
        fail("With DATABASE_URL the server is yours to back up: docs/backups.md says how.")
    folder = source or settings.backup_dir
    if folder is None:
        fail("BACKUP_DIR is not set: it names the folder for backups, on another disk.")
    if source is not None and not source.is_dir():
        fail(f"There is no folder {source}.")
    return settings, Archive(folder)


def _moment(text: str) -> datetime:
    from src.infrastructure.database.wal_archive import BackupError

    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BackupError(f"--to {text} is no time: write it like 2026-11-30T19:00:00Z.") from None
    if moment.tzinfo is None:
        raise BackupError(f"--to {text} needs an offset, or Z for UTC: 2026-11-30T19:00:00Z.")
    if moment > datetime.now(UTC):
        raise BackupError(f"--to {text} is in the future.")
    return moment


def _wait_until_archived(url: str, made: "BaseBackup") -> None:
    """Wait until the WAL of the backup is in the archive: a full disk there shows here."""
    from src.infrastructure.database.wal_archive import Segment, segment_number

    timeline, _, end = made.wal()
    wanted = str(Segment(timeline, segment_number(end - 1)))
    deadline = time.monotonic() + ARCHIVED_WITHIN_SECONDS
    while str(asyncio.run(_ask(url, LAST_ARCHIVED)))[:24] < wanted:
        if time.monotonic() > deadline:
            fail(
                "The backup is whole, but the archive takes no WAL: what happens from now on could "
                "not be restored. postgres.log in DATA_DIR says why (is the disk full?)."
            )
        time.sleep(0.2)


async def _ask(url: str, statement: str) -> object:
    import asyncpg

    connection = await asyncpg.connect(url, timeout=10)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


@contextlib.contextmanager
def _one_sentence() -> Iterator[None]:
    from src.infrastructure.database.embedded import EmbeddedPostgresError
    from src.infrastructure.database.wal_archive import BackupError

    try:
        yield
    except (BackupError, EmbeddedPostgresError) as error:
        fail(str(error))
    except OSError as error:
        fail(f"The backup's files cannot be read or written: {error}.")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
