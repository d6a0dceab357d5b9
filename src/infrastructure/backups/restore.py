"""Restore the embedded cluster to a moment: a base backup, and the WAL since then."""

import os
import re
import shutil
import signal
import socket
import tarfile
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from src.infrastructure.backups.base import FILES, WAL, BaseBackup, backups, open_tar
from src.infrastructure.database.embedded_cluster import HOST
from src.infrastructure.database.embedded_process import (
    find_program,
    runner_for,
    server_account,
    summarise_output,
)
from src.infrastructure.database.wal_archive import Archive, BackupError, segment_number

Report = Callable[[str], None]

_FETCHED = re.compile(r'restored log file "[0-9A-F]{8}([0-9A-F]{8})([0-9A-F]{8})" from archive')
_LAST = re.compile(r"last completed transaction was at log time (\S+ \S+)")
_READY = "database system is ready to accept connections"
_TOO_LATE = "recovery ended before configured recovery target was reached"
_EVERY = 10
"""Segments after which a line of progress is reported."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and the time of the last transaction in it; None: none since then."""

    backup: BaseBackup
    last_transaction: str | None


def restore(archive: Archive, data_dir: Path, to: datetime | None, report: Report) -> Restored:
    """Restore into `data_dir`/postgres, which must not exist; `to` is None for all that there is.

    Every transaction that was committed until `to` is in it, and none after. `report` is called
    with sentences about the progress.

    Raises:
        BackupError: nothing was restored, and nothing is left behind.
    """
    data_dir = data_dir.expanduser().resolve()
    target = data_dir / "postgres"
    if target.exists():
        raise BackupError(
            f"{target} exists: a restore overwrites nothing. Stop what uses it and move it away, "
            "or restore into another folder with DATA_DIR."
        )
    timeline = archive.newest_timeline()
    backup = choose_backup(archive, to, timeline)
    # The backup has the WAL up to its own end.
    first = segment_number(backup.wal()[2] - 1) + 1
    if to is None and (missing := next(archive.gaps(first, timeline), None)):
        raise BackupError(
            f"The archive has a gap: WAL segment {missing} is missing. Restore to a moment before "
            "it with --to, or begin with a newer backup (python -m src.cli backup list)."
        )
    end = max(archive.lineage(first, timeline), default=first - 1)
    data_dir.mkdir(parents=True, exist_ok=True)
    for leftover in data_dir.glob("postgres.restored-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="postgres.restored-", dir=data_dir))
    try:
        report(f"Unpacking backup {backup.name} …")
        _unpack(backup, folder)
        report(f"Replaying {end - first + 1} segments of WAL …")
        last = _Recovery(archive, folder, to, first, end, report).run()
        _archive_new_timeline_later(folder)
        folder.rename(target)
        os.sync()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Restored(backup, last)


def choose_backup(archive: Archive, to: datetime | None, timeline: int) -> BaseBackup:
    """The newest backup from which the moment can be reached along the newest timeline.

    Raises:
        BackupError: there is none.
    """
    left_at = archive.branches(timeline)
    everything = backups(archive)
    if not everything:
        raise BackupError(f"There is no backup in {archive.folder}.")
    for backup in reversed(everything):
        of, _, end = backup.wal()
        # A backup of a timeline that was given up later leads to nowhere.
        is_ours = of >= timeline or end <= left_at.get(of, -1)
        if is_ours and (to is None or backup.ended_at <= to):
            return backup
    raise BackupError(
        f"No backup is from before {to or 'the last restore'}: the oldest ended at "
        f"{everything[0].ended_at.isoformat()}."
    )


def _unpack(backup: BaseBackup, folder: Path) -> None:
    try:
        for file, into in ((FILES, folder), (WAL, folder / "pg_wal")):
            with open_tar(backup.folder / file) as tar:
                tar.extractall(into, filter="data")
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        raise BackupError(f"Backup {backup.name} cannot be unpacked: {error}.") from error
    (folder / "recovery.signal").touch()
    if (account := server_account()) is not None:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, *account)


@dataclass
class _Recovery:
    """A server that replays WAL, becomes an ordinary one, and is stopped."""

    archive: Archive
    folder: Path
    to: datetime | None
    first: int
    end: int
    report: Report

    def run(self) -> str | None:
        """Returns the time of the last transaction, as PostgreSQL writes it.

        Raises:
            BackupError: the moment was not reached, or WAL cannot be read.
        """
        command = [str(find_program("postgres")), "-D", str(self.folder), *self._options()]
        process = runner_for(self.folder).follow(command)
        output, last, reached = [], None, self.first - 1
        try:
            assert process.stdout is not None
            for line in process.stdout:
                output.append(line)
                if found := _FETCHED.search(line):
                    reached = int(found[1], 16) << 8 | int(found[2], 16)
                    done, of = reached - self.first + 1, self.end - self.first + 1
                    if done > 0 and done % _EVERY == 0:
                        self.report(f"  {done} of {of} segments")
                elif found := _LAST.search(line):
                    last = found[1]
                elif _READY in line:
                    process.send_signal(signal.SIGINT)
            process.wait()
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGQUIT)
                process.wait()
        text = "".join(output)
        if _TOO_LATE in text:
            raise BackupError(
                f"The archive ends before {self.to and self.to.isoformat()}: its last transaction "
                f"is of {last or 'the time of the backup'}. Restore to an earlier moment, or "
                "without --to for all that there is."
            )
        if _READY not in text:
            raise BackupError(f"PostgreSQL cannot restore it: {summarise_output(text)}.")
        if self.to is None and reached < self.end:
            raise BackupError(
                f"The archive cannot be read to its end: {self.end - reached} segments are left. "
                "`python -m src.cli backup verify` says which one is damaged."
            )
        return last

    def _options(self) -> list[str]:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            port = probe.getsockname()[1]
        settings = {
            "listen_addresses": HOST,
            "unix_socket_directories": "",
            "port": str(port),
            "log_destination": "stderr",
            "log_timezone": "UTC",
            "log_line_prefix": "",
            "log_min_messages": "log",
            "logging_collector": "off",
            "hot_standby": "off",
            # A rehearsal must leave no trace in the archive.
            "archive_mode": "off",
            "restore_command": self.archive.restore_command(),
            "recovery_target_action": "promote",
        }
        if self.to is not None:
            settings["recovery_target_time"] = self.to.astimezone(UTC).strftime(
                "%Y-%m-%d %H:%M:%S.%f+00"
            )
        return [part for name, text in settings.items() for part in ("-c", f"{name}={text}")]


def _archive_new_timeline_later(folder: Path) -> None:
    """Have the history of the new timeline archived once a server of it archives.

    PostgreSQL marks for that what is written while it archives, and this was written before.
    """
    histories = sorted((folder / "pg_wal").glob("*.history"))
    if histories:
        mark = folder / "pg_wal" / "archive_status" / f"{histories[-1].name}.ready"
        mark.parent.mkdir(exist_ok=True)
        mark.touch()
        owner = folder.stat()
        if os.geteuid() == 0:
            os.chown(mark, owner.st_uid, owner.st_gid)
            os.chown(mark.parent, owner.st_uid, owner.st_gid)
