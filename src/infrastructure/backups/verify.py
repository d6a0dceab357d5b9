"""Whether an archive of WAL is whole: what a restore would stumble over, before it is needed."""

from collections.abc import Iterator, Sequence

from src.infrastructure.backups.base import BaseBackup
from src.infrastructure.database.wal_archive import Archive, BackupError, segment_number


def archive_problems(archive: Archive, everything: Sequence[BaseBackup]) -> Iterator[str]:
    """Gaps and damaged segments since the oldest backup; each a sentence. Reads all of it."""
    timeline = archive.newest_timeline()
    for backup in everything:
        try:
            of, _, end = backup.wal()
            system = backup.manifest().get("System-Identifier")
        except BackupError:
            continue  # the backup's own problems say so
        first = segment_number(end - 1) + 1
        for missing in archive.gaps(first, max(of, timeline)):
            yield f"WAL segment {missing}, which follows backup {backup.name}, is missing."
        for segments in archive.lineage(first, max(of, timeline)).values():
            for segment in segments:
                if (damage := archive.damage(segment, system)) is not None:
                    yield f"WAL segment {segment}: {damage}."
        # What follows the oldest includes what follows the others.
        return
