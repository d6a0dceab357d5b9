"""The linters that others judge OpenAPI documents with find nothing in ours.

What is disabled is in their configuration, in the folder `lint`, with the reason.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.support.node import node_modules
from tests.support.paths import ROOT

DOCUMENT = ROOT / "docs" / "openapi.json"
FOLDER = Path(__file__).parent / "lint"
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_NOTIFICATIONS": "true", "NO_COLOR": "1"}

# The machine may have much else to do, and the packages to fetch first.
pytestmark = pytest.mark.timeout(240)


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the linters' packages on the document."""
    command = [str(node_modules(FOLDER) / "node_modules" / ".bin" / program), *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **QUIET}, capture_output=True, text=True, check=False
    )


def spectral(document: Path) -> subprocess.CompletedProcess[str]:
    ruleset = str(FOLDER / "spectral.yaml")
    return run("spectral", "lint", "--fail-severity=info", f"--ruleset={ruleset}", str(document))


def redocly(document: Path) -> subprocess.CompletedProcess[str]:
    config = str(FOLDER / "redocly.yaml")
    return run("redocly", "lint", f"--config={config}", "--format=stylish", str(document))


def test_spectral_has_nothing_to_say() -> None:
    found = spectral(DOCUMENT)
    assert found.returncode == 0, found.stdout + found.stderr


def test_redocly_has_nothing_to_say() -> None:
    found = redocly(DOCUMENT)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "warning" not in found.stdout, found.stdout


def test_linters_see_what_is_wrong(tmp_path: Path) -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Wrong", "version": "1"},
        "paths": {"/things/{id}": {"get": {"responses": {"200": {"description": "Fine"}}}}},
    }
    wrong = tmp_path / "openapi.json"
    wrong.write_text(json.dumps(document))
    for lint in (spectral, redocly):
        found = lint(wrong)
        assert found.returncode == 1, found.stdout + found.stderr
        assert "operation" in found.stdout + found.stderr
