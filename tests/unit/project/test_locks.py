"""What must agree with each other: pyproject.toml, the lock files, the imports, .env.example."""

import ast
import os
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from src.config import Settings, read_version
from tests.support.paths import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUN = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEV = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
CLIENTS = [Requirement(line) for line in PROJECT["dependency-groups"]["clients"]]
BROUGHT_ALONG = {"starlette", "cryptography"}
"""Which fastapi and pyjwt[crypto] bring along, in the version that suits them."""

LOCKS = {
    "requirements.txt": RUN,
    "requirements-dev.txt": [*RUN, *DEV],
    "requirements-clients.txt": CLIENTS,
}
WALKS = ROOT / "tests" / "clients" / "walks"
"""Programs in an environment of their own, that of the group `clients`."""

each_lock = pytest.mark.parametrize("lock", LOCKS)


def pins(lock: str) -> list[tuple[Requirement, list[str]]]:
    """Every pinned requirement of a lock file with its hashes."""
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    lines = [line.partition(" --hash=") for line in text.splitlines() if line.strip()]
    return [
        (Requirement(requirement.strip()), (separator + hashes).split())
        for requirement, separator, hashes in lines
    ]


def test_the_version_is_written_nowhere_else() -> None:
    assert read_version() == PROJECT["project"]["version"]
    written = re.compile(rf"""["']{re.escape(read_version())}["']""")
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "docker").rglob("*"), ROOT / "Makefile"]
    assert [path for path in files if path.is_file() and written.search(path.read_text())] == []


@each_lock
def test_lock_names_no_place_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert re.findall(r".*(?:://|@|index|find-links|trusted-host).*", text) == []


@each_lock
def test_lock_pins_every_package_with_hashes(lock: str) -> None:
    for requirement, hashes in pins(lock):
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", digest) for digest in hashes)


@each_lock
def test_lock_covers_every_direct_dependency_within_its_specifier(lock: str) -> None:
    pinned: dict[str, list[str]] = {}
    for requirement, _ in pins(lock):
        version = str(requirement.specifier).removeprefix("==")
        pinned.setdefault(canonicalize_name(requirement.name), []).append(version)
    for wanted in LOCKS[lock]:
        versions = pinned.get(canonicalize_name(wanted.name), [])
        assert versions, f"{wanted} is not in {lock}: run `make lock`"
        assert all(version in wanted.specifier for version in versions), (
            f"{lock} has {wanted.name} {versions}, pyproject.toml wants {wanted}: run `make lock`"
        )


def test_developers_have_the_versions_that_run() -> None:
    run = {str(requirement): hashes for requirement, hashes in pins("requirements.txt")}
    dev = {str(requirement): hashes for requirement, hashes in pins("requirements-dev.txt")}
    assert run.items() <= dev.items()


@pytest.mark.parametrize(
    ("folder", "allowed"),
    [("src", RUN), ("tests", [*RUN, *DEV]), ("tools", [*RUN, *DEV])],
    ids=["src", "tests", "tools"],
)
def test_every_imported_package_is_a_direct_dependency(
    folder: str, allowed: list[Requirement]
) -> None:
    known = {canonicalize_name(requirement.name) for requirement in allowed} | BROUGHT_ALONG
    distributions = packages_distributions()
    foreign = {
        module: found
        for module in _imported_packages(ROOT / folder)
        if not known
        & (found := {canonicalize_name(distribution) for distribution in distributions[module]})
    }
    assert foreign == {}


def _imported_packages(folder: Path) -> set[str]:
    """The top-level names that are neither the standard library's nor ours."""
    names = set()
    for path in folder.rglob("*.py"):
        if WALKS in path.parents:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    top = {name.partition(".")[0] for name in names}
    return top - sys.stdlib_module_names - {"src", "tests", "tools", "bench"}


def example_lines() -> list[str]:
    return (ROOT / ".env.example").read_text().splitlines()


def test_example_lists_every_setting_in_order() -> None:
    names = [line.partition("=")[0] for line in example_lines() if re.match(r"\w+=", line)]
    assert names == [name.upper() for name in Settings.model_fields]


def test_example_explains_every_setting() -> None:
    lines = example_lines()
    for before, line in pairwise(lines):
        if re.match(r"\w+=", line):
            assert re.fullmatch(r"# .{10,}", before), line


def test_example_has_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields.keys() & {name.lower() for name in os.environ}:
        monkeypatch.delenv(name.upper(), raising=False)
    assert _settings(ROOT / ".env.example") == _settings(None)


def test_example_would_be_noticed_when_it_had_another_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PORT", raising=False)
    (tmp_path / ".env").write_text("PORT=8001\n")
    assert _settings(tmp_path / ".env").port == 8001


def _settings(file: Path | None) -> Settings:
    return Settings(_env_file=file)  # type: ignore[call-arg]
