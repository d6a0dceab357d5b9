"""The archive of the embedded server's write-ahead log (WAL), which it fills itself.

Under BACKUP_DIR there are:

    database        the data folder whose server writes here: no other may
    base/           base backups, each in a folder with the time of its end as a name
    wal/            every segment of the WAL, and the history of each timeline, compressed

A segment is 16 MiB of WAL; its name is the timeline and the segment's place in it. A timeline
begins with each restore (https://www.postgresql.org/docs/18/continuous-archiving.html).
"""

import gzip
import os
import re
import shlex
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SEGMENT_BYTES = 16 * 1024 * 1024
SECONDS = 60
"""What a lost machine can cost: a segment is archived after this long even when it is not full."""

_SEGMENT = re.compile(r"([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})\.gz")
_HISTORY = re.compile(r"([0-9A-F]{8})\.history\.gz")
_BRANCH = re.compile(r"^\s*(\d+)\s+([0-9A-F]+)/([0-9A-F]+)", re.MULTILINE)
# Magic, flags, timeline, address of the page, length of what goes on; system, size of a segment.
_FIRST_PAGE = struct.Struct("=HHIQI4xQI")

# PostgreSQL replaces %p by the segment's path and %f by its name. What is there already is
# compared: after a crash the server archives again what it has archived. A name appears whole.
_KEEP = """\
d={folder}; if [ -e "$d/%f.gz" ]; then gzip -dc "$d/%f.gz" | cmp -s - "%p"; else \
gzip -1c "%p" > "$d/%f.new" && sync "$d/%f.new" && mv "$d/%f.new" "$d/%f.gz" && sync "$d"; fi"""
_FETCH = 'f={folder}/%f.gz; [ -e "$f" ] && gzip -dc "$f" > "%p"'


class BackupError(Exception):
    """A backup cannot be made, or is of no use; the message is a sentence for an operator."""


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """16 MiB of WAL: the timeline, and the number of the segment since the cluster's beginning."""

    timeline: int
    number: int

    def __str__(self) -> str:
        return f"{self.timeline:08X}{self.number >> 8:08X}{self.number & 0xFF:08X}"


def segment_number(address: int) -> int:
    """The number of the segment that has this address in the WAL."""
    return address // SEGMENT_BYTES


def parse_address(text: str) -> int:
    """An address in the WAL as PostgreSQL writes it: `0/3000148`."""
    high, _, low = text.partition("/")
    return (int(high, 16) << 32) | int(low, 16)


class Archive:
    """The archive in BACKUP_DIR."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.expanduser().resolve()
        self.wal = self.folder / "wal"
        self.base = self.folder / "base"

    def settings(self) -> Mapping[str, str]:
        """Settings of a server that fills this archive."""
        return {
            "archive_mode": "on",
            "archive_command": _command(_KEEP, self.wal),
            "archive_timeout": str(SECONDS),
        }

    def restore_command(self) -> str:
        """The setting of a server that is restored from this archive."""
        return _command(_FETCH, self.wal)

    def prepare(self, data_dir: Path, account: tuple[int, int] | None) -> None:
        """Make the folders, those of the WAL for the server's account.

        Raises:
            BackupError: another database has its backups here.
        """
        for folder in (self.folder, self.base, self.wal):
            folder.mkdir(
                mode=0o755 if folder == self.folder else 0o700, parents=True, exist_ok=True
            )
        if account is not None:
            os.chown(self.wal, *account)
        owner = self.folder / "database"
        if not owner.exists():
            owner.write_text(f"{data_dir}\n", "utf-8")
        elif (known := owner.read_text("utf-8").strip()) != str(data_dir):
            raise BackupError(
                f"BACKUP_DIR {self.folder} has the backups of the database in {known}, and this "
                f"one is in {data_dir}: give each a folder of its own. To rehearse a restore, "
                f"start it with an empty BACKUP_DIR. If the database has moved here, delete "
                f"{owner}."
            )

    def segments(self) -> set[Segment]:
        """All segments of the archive."""
        found = (_SEGMENT.fullmatch(path.name) for path in self.wal.glob("*.gz"))
        return {
            Segment(int(name[1], 16), (int(name[2], 16) << 8) | int(name[3], 16))
            for name in found
            if name
        }

    def branches(self, timeline: int) -> dict[int, int]:
        """The earlier timelines that led to this one: where each was left, as an address."""
        path = self.wal / f"{timeline:08X}.history.gz"
        if not path.exists():
            return {}
        text = gzip.decompress(path.read_bytes()).decode("ascii", errors="replace")
        return {
            int(number): parse_address(f"{high}/{low}")
            for number, high, low in _BRANCH.findall(text)
        }

    def newest_timeline(self) -> int:
        """The timeline on which the database went on after its last restore; 1 without any."""
        found = (_HISTORY.fullmatch(path.name) for path in self.wal.glob("*.history.gz"))
        return max((int(name[1], 16) for name in found if name), default=1)

    def path(self, segment: Segment) -> Path:
        return self.wal / f"{segment}.gz"

    def lineage(self, first: int, timeline: int) -> dict[int, list[Segment]]:
        """By number, the segments from number `first` on that lead along this timeline."""
        left_at = {old: segment_number(end) for old, end in self.branches(timeline).items()}
        by_number: dict[int, list[Segment]] = {}
        for segment in sorted(self.segments()):
            is_ours = segment.timeline == timeline or (
                segment.number <= left_at.get(segment.timeline, -1)
            )
            if is_ours and segment.number >= first:
                by_number.setdefault(segment.number, []).append(segment)
        return by_number

    def gaps(self, first: int, timeline: int) -> Iterator[Segment]:
        """Segments that are missing between number `first` and the archive's end."""
        present = self.lineage(first, timeline)
        for number in range(first, max(present, default=first)):
            if number not in present:
                yield Segment(timeline, number)

    def damage(self, segment: Segment, system: int | None) -> str | None:
        """Why this segment cannot be read, or is not what its name says; None if all is well."""
        try:
            with gzip.open(self.path(segment)) as file:
                return segment_damage(file.read(), segment, system)
        except (OSError, EOFError, zlib.error) as error:
            return f"it cannot be read ({error})"

    def remove_before(self, number: int) -> int:
        """Delete segments before this number, on every timeline; returns how many."""
        old = [segment for segment in self.segments() if segment.number < number]
        for segment in old:
            for path in self.wal.glob(f"{segment}.*"):
                path.unlink(missing_ok=True)
        return len(old)


def segment_damage(content: bytes, segment: Segment, system: int | None) -> str | None:
    """Why this is not the segment of that name; None if it is."""
    if len(content) != SEGMENT_BYTES:
        return f"it has {len(content)} bytes instead of {SEGMENT_BYTES}"
    _, _, _, address, _, of_system, _ = _FIRST_PAGE.unpack_from(content)
    if address != segment.number * SEGMENT_BYTES:
        return "it holds another part of the WAL than its name says"
    if system is not None and of_system != system:
        return "it is of another database"
    return None


def _command(template: str, folder: Path) -> str:
    return template.format(folder=shlex.quote(str(folder)).replace("%", "%%"))
