"""An embedded PostgreSQL 18: a real server on 127.0.0.1 that lives in a folder of the application.

Any number of processes share one server. Under the data folder there are:

    postgres/               the cluster
    postgres.log            what the server says (and postgres.log.1, the one before)
    postgres.password       the password of `ticketing_user`
    postgres.port           the port of last time, so that it stays the same
    postgres.start.lock     held while somebody starts or stops the server
    postgres.share.lock     held, shared, by each process that uses the server
    postgres.server.lock    held by the server's own processes as long as one of them lives
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

__all__ = ["EmbeddedPostgres", "EmbeddedPostgresError"]


class EmbeddedPostgres:
    """One share of the server that lives in `data_dir`; two objects are two shares.

    `is_durable=False` trades safety for speed (tests): a crash may lose the last commits, that of
    the machine may ruin the cluster. It counts for the process that launches the server, not for
    those that find it running. The methods block: an event loop calls `revive` in a thread.
    """

    def __init__(self, data_dir: Path, *, is_durable: bool = True) -> None:
        self._data_dir = data_dir.expanduser().resolve()
        self._cluster = Cluster(self._data_dir, is_durable=is_durable)
        self._share: int | None = None
        self._port: int | None = None

    def start(self) -> str:
        """Take a share, make the cluster and launch the server where needed, return the URL.

        The URL is `postgres://ticketing_user:<password>@127.0.0.1:<port>/event_ticketing`. Safe to
        call again, and from several processes at once: they wait for each other.

        Raises:
            EmbeddedPostgresError: no server can run here; the share is given back.
        """
        with self._errors_as_sentences():
            self._data_dir.mkdir(parents=True, exist_ok=True)
            with self._start_lock():
                try:
                    if self._share is None:
                        self._share = take_shared(self._data_dir / "postgres.share.lock")
                    self._cluster.make()
                    self._port = self._cluster.run().port
                    password = self._cluster.password()
                except BaseException:
                    self._give_back_share()
                    raise
        return f"postgres://{ROLE}:{password}@{HOST}:{self._port}/{DATABASE}"

    def stop(self) -> None:
        """Give this share back; the last one out stops the server. Does nothing without a share.

        Raises:
            EmbeddedPostgresError: the server does not stop, or its files cannot be reached.
        """
        if self._share is None:
            return
        with self._errors_as_sentences(), self._start_lock():
            self._give_back_share()

    def is_alive(self) -> bool:
        """Whether the server lives where this share's URL says; costs well under a millisecond.

        Raises:
            EmbeddedPostgresError: the server's files cannot be read.
        """
        with self._errors_as_sentences():
            postmaster = self._cluster.postmaster()
        return postmaster is not None and postmaster.port == self._port

    def revive(self) -> None:
        """Launch the server again, on the same port, if it died; else, or without a share, nothing.

        May wait for seconds: for the dead server's last processes, and for its recovery.

        Raises:
            EmbeddedPostgresError: it cannot be launched, or not on the port of this share's URL.
        """
        if self._share is None or self.is_alive():
            return
        with self._errors_as_sentences(), self._start_lock():
            # Another thread may have stopped while this one waited for the lock.
            if self._share is None or self._port is None:
                return
            port = self._cluster.run(only_port=self._port).port
        if port != self._port:
            raise EmbeddedPostgresError(
                f"The embedded PostgreSQL has moved from port {self._port} to {port}: "
                "start this process again."
            )

    def psql_command(self) -> tuple[list[str], dict[str, str]]:
        """Arguments and complete environment of a psql shell on the database. Needs no share.

        Raises:
            EmbeddedPostgresError: the server does not run, or its files cannot be read.
        """
        with self._errors_as_sentences():
            postmaster = self._cluster.postmaster()
            if postmaster is None:
                raise EmbeddedPostgresError("The embedded PostgreSQL does not run: start it first.")
            password = self._cluster.password()
        address = ["--host", HOST, "--port", str(postmaster.port)]
        argv = [str(find_program("psql")), *address, "--username", ROLE, "--dbname", DATABASE]
        # A PGSSLMODE or PGOPTIONS meant for another server would get in the way.
        inherited = {name: text for name, text in os.environ.items() if not name.startswith("PG")}
        return argv, inherited | {"PGPASSWORD": password}

    def _start_lock(self) -> AbstractContextManager[None]:
        return exclusive_lock(self._data_dir / "postgres.start.lock")

    def _give_back_share(self) -> None:
        share, self._share = self._share, None
        if share is None:
            return
        try:
            if try_exclusive(share):
                self._cluster.stop()
        finally:
            os.close(share)

    @contextmanager
    def _errors_as_sentences(self) -> Iterator[None]:
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
