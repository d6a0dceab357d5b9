"""The units of systemd: against the commands of the application, and the guide that uses them."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

from src.cli.app import cli
from tests.support.paths import ROOT

UNITS = sorted((ROOT / "deploy" / "systemd").iterdir())
GUIDE = (ROOT / "docs" / "operating.md").read_text()
COMMANDS = {
    command.name or command.callback.__name__
    for command in cli.registered_commands
    if command.callback is not None
}


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_unit_starts_a_command_of_the_application_as_the_guide_sets_it_up(path: Path) -> None:
    unit = ConfigParser(interpolation=None)
    unit.read_string(path.read_text())
    service = unit["Service"]
    (start,) = re.findall(r"^(\S+)/\.venv/bin/python -m src\.cli (\w+)$", service["ExecStart"])
    folder, command = start
    assert command in COMMANDS
    assert folder == service["WorkingDirectory"]
    assert f"--home {folder}" in GUIDE
    assert service["EnvironmentFile"] in GUIDE
    assert service["User"] in GUIDE
    assert path.name in GUIDE


def test_server_has_longer_to_end_than_it_takes() -> None:
    unit = (ROOT / "deploy" / "systemd" / "ticketing-api.service").read_text()
    options = (ROOT / "src/cli/serve.py").read_text()
    (limit,) = re.findall(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    (seconds,) = re.findall(r'"timeout_graceful_shutdown": (\d+)', options)
    assert int(limit) > int(seconds)
