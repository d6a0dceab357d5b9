"""Time zones come from the pinned package, whatever the system has, in every process."""

import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import tzdata  # type: ignore[import-untyped]

from tests.support.paths import ROOT

ENTRIES = [
    "src.main",
    "src.cli.app",
    "src.infrastructure.documents.printer",
    "src.infrastructure.database.orm",
    "create_sample_data",
    "tests.conftest",
]
"""What is loaded first by servers, commands, printers, aerich, the old script, and tests."""

EVENING = """
import zoneinfo
from datetime import UTC, datetime
# A library that looks at a zone before anything of ours is loaded.
zoneinfo.ZoneInfo("America/Vancouver")
{load}
from src.domain.shared.times import in_zone
print(in_zone(datetime(2026, 12, 5, 19), "America/Vancouver").isoformat())
print(in_zone(datetime(2027, 1, 20, 19), "America/Vancouver").isoformat())
"""
STALE = ["2026-12-06T03:00:00+00:00", "2027-01-21T03:00:00+00:00"]
RIGHT = ["2026-12-06T02:00:00+00:00", "2027-01-21T02:00:00+00:00"]


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Zone files in which Vancouver still changes its clocks, as Los Angeles does."""
    folder = tmp_path_factory.mktemp("zoneinfo")
    (folder / "America").mkdir()
    old = files("tzdata") / "zoneinfo" / "America" / "Los_Angeles"
    (folder / "America" / "Vancouver").write_bytes(old.read_bytes())
    return folder


def evenings(system: Path, load: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", EVENING.format(load=load)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONTZPATH": str(system)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize("entry", ENTRIES)
def test_evening_in_vancouver_is_right_whatever_the_system_has(system: Path, entry: str) -> None:
    assert evenings(system, f"import {entry}") == RIGHT


def test_system_would_be_wrong(system: Path) -> None:
    undo = f"import src; zoneinfo.reset_tzpath([{str(system)!r}]); zoneinfo.ZoneInfo.clear_cache()"
    assert evenings(system, undo) == STALE


def test_no_script_of_a_page_computes_the_clock_of_a_venue() -> None:
    scripts = sorted((ROOT / "src/presentation/web/static/js").rglob("*.js"))
    assert scripts
    for script in scripts:
        zones = re.findall(r"timeZone\s*:\s*([^,}\s]+)", script.read_text())
        assert set(zones) <= {'"UTC"'}, script.name


def test_data_are_pinned_and_new_enough() -> None:
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (version,) = re.findall(r"^tzdata==(\S+)", (ROOT / lock).read_text(), re.MULTILINE)
        assert version == tzdata.__version__
    assert tzdata.IANA_VERSION >= "2026"
