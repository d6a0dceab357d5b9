"""The cluster of the embedded PostgreSQL: create it, launch its server, stop it."""

import os
import random
import secrets
import shutil
import signal
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from src.infrastructure.database.embedded_lock import open_lock, try_exclusive, wait_until
from src.infrastructure.database.embedded_process import (
    EmbeddedPostgresError,
    Postmaster,
    Runner,
    find_postmaster,
    find_program,
    is_postmaster,
    runner_for,
    server_account,
    summarise_output,
)
from src.infrastructure.database.wal_archive import Archive, BackupError

HOST = "127.0.0.1"
ROLE = "ticketing_user"
DATABASE = "event_ticketing"

# Below the range of ephemeral ports: a client that retries while the server is down could
# otherwise get the server's port for its own end, and connect to itself.
_PORTS = range(20_000, 30_000)
_PORT_ATTEMPTS = 20
_LOG_BYTES = 10 * 1024 * 1024
_START_SECONDS = 300  # recovery after a crash takes time in proportion to what was written
_ORPHAN_SECONDS = 10
_STOP_STEPS = ((signal.SIGINT, 30), (signal.SIGQUIT, 10))  # fast, then immediate

_ACCESS_RULES = f"host all all {HOST}/32 scram-sha-256\nlocal all all scram-sha-256\n"
# `all` is every database, and a base backup is of none.
_BACKUP_RULE = f"host replication {ROLE} {HOST}/32 scram-sha-256\n"
_SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "max_connections": "200",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_destination": "stderr",
    "log_min_messages": "warning",
    # A refused statement would log e-mail addresses; see also the role's setting.
    "log_min_error_statement": "panic",
    "log_checkpoints": "off",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "jit": "off",
}
_DURABLE_SETTINGS = {"shared_buffers": "256MB"}
_VOLATILE_SETTINGS = {
    "shared_buffers": "128MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


class _PortTakenError(EmbeddedPostgresError):
    """Another program listens on the port."""


class Cluster:
    """A cluster's files and server. Callers of `make`, `run` and `stop` hold the start lock."""

    def __init__(self, data_dir: Path, *, is_durable: bool, archive: Archive | None) -> None:
        self._data_dir = data_dir
        self._archive = archive
        self._folder = data_dir / "postgres"
        self._log = data_dir / "postgres.log"
        self._password_file = data_dir / "postgres.password"
        self._port_file = data_dir / "postgres.port"
        self._is_durable = is_durable

    def postmaster(self) -> Postmaster | None:
        """The live server, ready or not."""
        return find_postmaster(self._folder)

    def password(self) -> str:
        """The password of the application's role."""
        return self._password_file.read_text("ascii").strip()

    def make(self) -> None:
        """Create the cluster with its role and database, unless it exists.

        Raises:
            EmbeddedPostgresError: a program failed; nothing is left behind.
        """
        for leftover in self._data_dir.glob("postgres.new-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        if (self._folder / "PG_VERSION").exists():
            if not self._password_file.exists():
                self._replace_lost_password()
            return
        # A new name each time: an initdb whose caller was killed may still be writing.
        folder = Path(tempfile.mkdtemp(prefix="postgres.new-", dir=self._data_dir))
        try:
            self._fill(folder)
            folder.rename(self._folder)
            _sync_folder(self._data_dir)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def run(self, *, only_port: int | None = None) -> Postmaster:
        """The running server, else a new one (on `only_port`, if given), once it is ready.

        Raises:
            EmbeddedPostgresError: it does not start, or another program uses `only_port`.
        """
        postmaster = self._settle()
        if postmaster is not None:
            return postmaster
        return self._launch(self._candidate_ports() if only_port is None else [only_port])

    def stop(self) -> None:
        """Stop the server if it is running; return when its process has ended.

        Raises:
            EmbeddedPostgresError: it does not stop.
        """
        # After an interrupted launch the new server may not have written its pid file yet.
        wait_until(lambda: bool(self.postmaster()) or self._is_gone(), seconds=_ORPHAN_SECONDS)
        postmaster = self.postmaster()
        if postmaster is None:
            return
        for step, seconds in _STOP_STEPS:
            with suppress(ProcessLookupError):
                os.kill(postmaster.pid, step)
            if wait_until(lambda: not is_postmaster(postmaster.pid, self._folder), seconds=seconds):
                return
        raise EmbeddedPostgresError(
            f"PostgreSQL (process {postmaster.pid}) does not stop: see {self._log}."
        )

    def _fill(self, folder: Path) -> None:
        account = server_account()
        if account is not None:
            os.chown(folder, *account)
        runner, initdb = runner_for(folder), find_program("initdb")
        # The builtin locale is the same on all machines, also without installed locales.
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        options = ["--username=postgres", "--encoding=UTF8", "--data-checksums", "--auth=reject"]
        runner.run([initdb, "--no-sync", "--no-instructions", *locale, *options, "-D", folder])
        (folder / "pg_hba.conf").write_text(_ACCESS_RULES, "ascii")
        if not self._password_file.exists():
            _write_private(self._password_file, secrets.token_urlsafe(24))
        # In single-user mode nobody can connect, and the superuser never needs a password.
        _run_sql(
            runner,
            folder,
            f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{self.password()}';\n"
            # The details of a refused row would log e-mail addresses.
            # A dump of data alone is restored with it, see docs/operating.md.
            f"GRANT SET ON PARAMETER session_replication_role TO {ROLE};\n"
            f"ALTER ROLE {ROLE} SET log_error_verbosity = terse;\n"
            f"CREATE DATABASE {DATABASE} OWNER {ROLE};\n",
        )
        if self._is_durable:
            runner.run([initdb, "--sync-only", "-D", folder])

    def _replace_lost_password(self) -> None:
        if self._settle() is not None:
            raise EmbeddedPostgresError(
                f"The password in {self._password_file} is lost: stop the other processes that "
                "use the embedded PostgreSQL, then start again to get a new one."
            )
        password = secrets.token_urlsafe(24)
        with self._server_lock():
            sql = f"ALTER ROLE {ROLE} PASSWORD '{password}';\n"
            _run_sql(runner_for(self._folder), self._folder, sql)
        _write_private(self._password_file, password)

    def _candidate_ports(self) -> Iterator[int]:
        with suppress(FileNotFoundError, ValueError):
            yield int(self._port_file.read_text("ascii"))
        yield from random.sample(_PORTS, _PORT_ATTEMPTS)

    def _launch(self, ports: Iterable[int]) -> Postmaster:
        refusal = EmbeddedPostgresError("There is no port to try.")
        for port in ports:
            try:
                postmaster = self._launch_on(port)
            except _PortTakenError as error:
                refusal = error
                continue
            _write_private(self._port_file, str(port))
            return postmaster
        raise refusal

    def _launch_on(self, port: int) -> Postmaster:
        runner = runner_for(self._folder)
        settings = _SETTINGS | (_DURABLE_SETTINGS if self._is_durable else _VOLATILE_SETTINGS)
        settings["port"] = str(port)
        if self._archive is not None:
            settings |= self._archive.settings()
        options = [part for name, text in settings.items() for part in ("-c", f"{name}={text}")]
        with self._server_lock() as lock, self._open_log() as log:
            if self._archive is not None:
                self._prepare_archive(self._archive, runner)
            before = os.fstat(log.fileno()).st_size
            command = [str(find_program("postgres")), "-D", str(self._folder), *options]
            runner.spawn(command, log=log, inherited=lock)
        postmaster = self._settle(is_launched=True)
        if postmaster is not None:
            return postmaster
        with self._log.open("rb") as log:
            log.seek(before)
            output = log.read().decode("utf-8", errors="replace")
        if "Address already in use" in output:
            raise _PortTakenError(
                f"Port {port} on {HOST}, which the embedded PostgreSQL needs, is used by another "
                "program: stop that program, or start this one again to get another port."
            )
        raise EmbeddedPostgresError(
            f"PostgreSQL could not start: {summarise_output(output)} (more in {self._log})."
        )

    def _prepare_archive(self, archive: Archive, runner: Runner) -> None:
        """Make the archive's folders, and let our role copy the cluster; no server is running."""
        owner = self._folder.stat()
        try:
            archive.prepare(
                self._data_dir, (owner.st_uid, owner.st_gid) if os.geteuid() == 0 else None
            )
        except BackupError as error:
            raise EmbeddedPostgresError(str(error)) from error
        if not runner.can_reach(archive.wal, program=find_program("postgres")):
            raise EmbeddedPostgresError(
                f"PostgreSQL's account (user {owner.st_uid}) cannot enter {archive.wal}: choose a "
                "BACKUP_DIR that it may enter, or run this as an ordinary user."
            )
        rules = self._folder / "pg_hba.conf"
        if _BACKUP_RULE not in (text := rules.read_text("ascii")):
            _run_sql(runner, self._folder, f"ALTER ROLE {ROLE} REPLICATION;\n")
            rules.write_text(text + _BACKUP_RULE, "ascii")

    def _settle(self, *, is_launched: bool = False) -> Postmaster | None:
        """Wait until a server has started or stopped; the ready server, or None."""

        def is_settled() -> bool:
            postmaster = self.postmaster()
            if postmaster is None:
                # A server just launched may not have written its pid file yet.
                return not is_launched or self._is_gone()
            return postmaster.status == "ready"

        if not wait_until(is_settled, seconds=_START_SECONDS):
            raise EmbeddedPostgresError(
                f"PostgreSQL is not ready after {_START_SECONDS} seconds: see {self._log}."
            )
        return self.postmaster()

    @contextmanager
    def _server_lock(self) -> Iterator[int]:
        """Hold the lock that a server inherits; waits until all processes of the last server ended.

        After a kill -9 of the postmaster its other processes live on for a moment, and PostgreSQL
        refuses to start a second server beside them.
        """
        with open_lock(self._data_dir / "postgres.server.lock") as lock:
            if not wait_until(lambda: try_exclusive(lock), seconds=_ORPHAN_SECONDS):
                raise EmbeddedPostgresError(
                    f"Processes of an earlier PostgreSQL still use {self._folder} (or another "
                    "container does): try again when they have ended."
                )
            # No server is running now, but PostgreSQL would trust a stale pid file if another
            # process has that pid by now.
            (self._folder / "postmaster.pid").unlink(missing_ok=True)
            yield lock

    def _is_gone(self) -> bool:
        with open_lock(self._data_dir / "postgres.server.lock") as lock:
            return try_exclusive(lock)

    def _open_log(self) -> IO[bytes]:
        with suppress(FileNotFoundError):
            if self._log.stat().st_size > _LOG_BYTES:
                self._log.replace(self._log.with_suffix(".log.1"))
        return os.fdopen(os.open(self._log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab")


def _run_sql(runner: Runner, folder: Path, sql: str) -> None:
    # The text of a failing statement would show the password in the error.
    options = ["-c", "exit_on_error=on", "-c", "log_min_error_statement=panic"]
    command = [str(find_program("postgres")), "--single", "-D", str(folder), *options, "postgres"]
    runner.run(command, stdin=sql)


def _write_private(path: Path, text: str) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
