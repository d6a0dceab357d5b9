"""Base backups: a copy of the whole cluster, from which a restore begins."""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from src.infrastructure.database.wal_archive import (
    Archive,
    BackupError,
    Segment,
    parse_address,
    segment_damage,
    segment_number,
)

FILES, WAL, MANIFEST = "base.tar.gz", "pg_wal.tar.gz", "backup_manifest"
NAME = "%Y%m%dT%H%M%S.%fZ"
_CHUNK = 1024 * 1024
_CHECKSUM_LINE = b'"Manifest-Checksum"'


@dataclass(frozen=True)
class BaseBackup:
    """A base backup in the archive; any moment from its end on can be restored from it."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def ended_at(self) -> datetime:
        return datetime.strptime(self.name, NAME).replace(tzinfo=UTC)

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.folder.iterdir())

    def manifest(self) -> dict[str, Any]:
        """What PostgreSQL wrote about the backup.

        Raises:
            BackupError: it is missing or damaged.
        """
        try:
            content = (self.folder / MANIFEST).read_bytes()
            read: dict[str, Any] = json.loads(content)
            own = read["Manifest-Checksum"]
        except (OSError, ValueError, KeyError) as error:
            raise BackupError(
                f"The manifest of backup {self.name} cannot be read ({error})."
            ) from None
        if hashlib.sha256(content[: content.rindex(_CHECKSUM_LINE)]).hexdigest() != own:
            raise BackupError(f"The manifest of backup {self.name} is damaged.")
        return read

    def wal(self) -> tuple[int, int, int]:
        """Timeline, and the addresses between which WAL is needed for the backup to be whole."""
        last = self.manifest()["WAL-Ranges"][-1]
        return last["Timeline"], parse_address(last["Start-LSN"]), parse_address(last["End-LSN"])

    def problems(self) -> Iterator[str]:
        """What is wrong with the backup; each a sentence. Reads all of it."""
        try:
            manifest = self.manifest()
            yield from self._file_problems({file["Path"]: file for file in manifest["Files"]})
            yield from self._wal_problems(manifest.get("System-Identifier"))
        except BackupError as error:
            yield str(error)
        except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
            yield f"Backup {self.name} cannot be read ({error})."

    def _file_problems(self, expected: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
        missing = set(expected)
        with open_tar(self.folder / FILES) as tar:
            for member in tar:
                path = member.name.removeprefix("./")
                if path not in missing:
                    continue
                missing.remove(path)
                file, digest = tar.extractfile(member), hashlib.sha256()
                while file is not None and (chunk := file.read(_CHUNK)):
                    digest.update(chunk)
                if digest.hexdigest() != expected[path]["Checksum"]:
                    yield f"Backup {self.name}: {path} is not what was copied."
        for path in sorted(missing):
            yield f"Backup {self.name}: {path} is missing."

    def _wal_problems(self, system: int | None) -> Iterator[str]:
        timeline, start, end = self.wal()
        found: dict[str, str | None] = {}
        with open_tar(self.folder / WAL) as tar:
            for member in tar:
                if (file := tar.extractfile(member)) and re.fullmatch("[0-9A-F]{24}", member.name):
                    name = member.name
                    number = int(name[8:16], 16) << 8 | int(name[16:], 16)
                    segment = Segment(int(name[:8], 16), number)
                    found[name] = segment_damage(file.read(), segment, system)
        for number in range(segment_number(start), segment_number(end - 1) + 1):
            name = str(Segment(timeline, number))
            if (damage := found.get(name, "it is missing")) is not None:
                yield f"Backup {self.name}: of its WAL segment {name}, {damage}."


@contextmanager
def open_tar(path: Path) -> Iterator[tarfile.TarFile]:
    """Read a compressed tar file of pg_basebackup from its beginning to its end.

    That of the WAL consists of several gzip members, which tarfile's own reading does not know.
    """
    with gzip.open(path) as file, tarfile.open(fileobj=file, mode="r|") as tar:
        yield tar


def backups(archive: Archive) -> list[BaseBackup]:
    """All base backups of the archive, oldest first."""
    if not archive.base.is_dir():
        return []
    return [
        BaseBackup(path)
        for path in sorted(archive.base.iterdir())
        if re.fullmatch(r"\d{8}T\d{6}\.\d{6}Z", path.name)
    ]


def make_backup(
    archive: Archive, command: Sequence[str], environment: Mapping[str, str]
) -> BaseBackup:
    """Copy the running cluster with `pg_basebackup`, whose progress goes to standard error.

    Raises:
        BackupError: it failed; nothing is left behind.
    """
    for leftover in archive.base.glob("new-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="new-", dir=archive.base))
    options = ["--format=tar", "--gzip", "--wal-method=stream", "--checkpoint=fast", "--progress"]
    options += ["--manifest-checksums=SHA256", "--no-password", f"--pgdata={folder}"]
    try:
        # Its exit code counts: with a damaged page it warns, leaves all files, and ends with 1.
        done = subprocess.run([*command, *options], env=environment, check=False)  # noqa: S603
        if done.returncode != 0:
            raise BackupError("pg_basebackup has failed: it says why above. No backup was made.")
        # Some milliseconds late: a moment at which it is surely over.
        final = archive.base / datetime.now(UTC).strftime(NAME)
        folder.rename(final)
        os.sync()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return BaseBackup(final)


def remove_old(archive: Archive, *, keep: int, days: int) -> tuple[list[BaseBackup], int]:
    """Delete all but the newest `keep` backups and those that a restore to `days` ago needs.

    WAL from before the oldest that is left goes as well. Returns what was deleted: the backups, and
    how many segments.
    """
    everything = backups(archive)
    since = datetime.now(UTC) - timedelta(days=days)
    # A restore to a moment needs the last backup before it.
    needed = [at for at, backup in enumerate(everything) if days and backup.ended_at <= since]
    first = max(0, len(everything) - keep)
    if days:
        first = min(first, needed[-1] if needed else 0)
    old, left = everything[:first], everything[first:]
    for backup in old:
        shutil.rmtree(backup.folder)
    if not left:
        return old, 0
    return old, archive.remove_before(min(segment_number(backup.wal()[1]) for backup in left))
