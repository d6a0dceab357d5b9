"""An embedded PostgreSQL 18: a real server on 127.0.0.1 that lives in a folder of the application.

Any number of processes share one server. Under the data folder there are:

    postgres/               the cluster
    postgres.log            the server's log (and postgres.log.1, the previous one)
    postgres.password       the password of `ticketing_user`
    postgres.port           the last port, which is used again
    postgres.start.lock     held while a process starts or stops the server
    postgres.share.lock     held, shared, by each process that uses the server
    postgres.server.lock    held by the server's processes as long as one of them lives
"""

import errno
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from src.infrastructure.database.embedded_cluster import DATABASE, HOST, ROLE, Cluster
from src.infrastructure.database.embedded_lock import exclusive_lock, take_shared, try_exclusive
from src.infrastructure.database.embedded_process import (
    OWN_SERVER_HINT,
    EmbeddedPostgresError,
    find_program,
)
from src.infrastructure.database.wal_archive import Archive

__all__ = ["EmbeddedPostgres", "EmbeddedPostgresError"]


class EmbeddedPostgres:
    """A share of the server in `data_dir`; each object is a share of its own.

    `is_durable=False` trades safety for speed (tests): a crash of the server may lose the last
    commits, a crash of the machine may corrupt the cluster. It applies when this process launches
    the server, not when the server is running already; so does `backup_dir`, where the server
    archives what it writes. All methods block: call them in a thread from an event loop.
    """

    def __init__(
        self, data_dir: Path, *, is_durable: bool = True, backup_dir: Path | None = None
    ) -> None:
        self._data_dir = data_dir.expanduser().resolve()
        archive = Archive(backup_dir) if backup_dir is not None else None
        self._cluster = Cluster(self._data_dir, is_durable=is_durable, archive=archive)
        self._share: int | None = None
        self._port: int | None = None

    def start(self) -> str:
        """Take a share, create the cluster and launch the server if needed, return the URL.

        The URL is `postgres://ticketing_user:<password>@127.0.0.1:<port>/event_ticketing`. Safe to
        call again, and from several processes at once, which wait for each other.

        Raises:
            EmbeddedPostgresError: no server can run here; the share is released.
        """
        with self._translate_errors():
            self._data_dir.mkdir(parents=True, exist_ok=True)
            with self._start_lock():
                try:
                    if self._share is None:
                        self._share = take_shared(self._data_dir / "postgres.share.lock")
                    self._cluster.make()
                    self._port = self._cluster.run().port
                    password = self._cluster.password()
                except BaseException:
                    self._release_share()
                    raise
        return f"postgres://{ROLE}:{password}@{HOST}:{self._port}/{DATABASE}"

    def stop(self) -> None:
        """Release this share; the last one stops the server. Does nothing without a share.

        Raises:
            EmbeddedPostgresError: the server does not stop, or its files cannot be reached.
        """
        if self._share is None:
            return
        with self._translate_errors(), self._start_lock():
            self._release_share()

    def is_alive(self) -> bool:
        """Whether the server is running at this share's URL; takes well under a millisecond.

        Raises:
            EmbeddedPostgresError: the server's files cannot be read.
        """
        with self._translate_errors():
            postmaster = self._cluster.postmaster()
        return postmaster is not None and postmaster.port == self._port

    def revive(self) -> None:
        """Launch the server again, on the same port, if it died. Does nothing without a share.

        May take seconds: it waits for the dead server's last processes, and for recovery.

        Raises:
            EmbeddedPostgresError: it cannot be launched, or only on another port.
        """
        if self._share is None or self.is_alive():
            return
        with self._translate_errors(), self._start_lock():
            # Another thread may have stopped while this one waited for the lock.
            if self._share is None or self._port is None:
                return
            port = self._cluster.run(only_port=self._port).port
        if port != self._port:
            raise EmbeddedPostgresError(
                f"The embedded PostgreSQL now has port {port} instead of {self._port}: "
                "start this process again."
            )

    def client_command(self, program: str) -> tuple[list[str], dict[str, str]]:
        """Arguments and environment of `psql`, `pg_dump` … on the database. Needs no share.

        Raises:
            EmbeddedPostgresError: the server does not run, or its files cannot be read.
        """
        with self._translate_errors():
            postmaster = self._cluster.postmaster()
            if postmaster is None:
                raise EmbeddedPostgresError("The embedded PostgreSQL does not run: start it first.")
            password = self._cluster.password()
        address = ["--host", HOST, "--port", str(postmaster.port)]
        argv = [str(find_program(program)), *address, "--username", ROLE, "--dbname", DATABASE]
        # A PGSSLMODE or PGOPTIONS that is meant for another server would interfere.
        inherited = {name: text for name, text in os.environ.items() if not name.startswith("PG")}
        return argv, inherited | {"PGPASSWORD": password}

    def _start_lock(self) -> AbstractContextManager[None]:
        return exclusive_lock(self._data_dir / "postgres.start.lock")

    def _release_share(self) -> None:
        share, self._share = self._share, None
        if share is None:
            return
        try:
            if try_exclusive(share):
                self._cluster.stop()
        finally:
            os.close(share)

    @contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise EmbeddedPostgresError(self._describe(error)) from error

    def _describe(self, error: OSError) -> str:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return f"The disk of {self._data_dir} is full, and PostgreSQL needs space there."
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return (
                f"The data folder {self._data_dir} cannot be read and written by user "
                f"{os.geteuid()} ({error}): it is read-only or another user's. Run this as its "
                f"owner, choose another data folder, or {OWN_SERVER_HINT}."
            )
        return f"PostgreSQL cannot run in {self._data_dir}: {error}."
