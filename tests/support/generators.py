"""The programs that generate clients, or a reason to skip the test where they are missing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tools.clients.environment import Unreachable, programs, run

DOCUMENT = ROOT / "docs" / "openapi.json"


def client_programs() -> Path:
    """The folder with the generators and a `python` that has what their clients import."""
    try:
        return programs()
    except Unreachable as error:
        pytest.skip(f"The generators of clients cannot be downloaded: {error}")


def openapi_generator(language: str, target: Path) -> Path:
    """The folder with what openapi-generator makes of the document with its default options."""
    folder = client_programs()
    if shutil.which("java") is None:
        pytest.skip("openapi-generator needs Java, which is not installed.")
    generate = ("generate", "--input-spec", str(DOCUMENT), "--output", str(target))
    succeed([str(folder / "openapi-generator-cli"), *generate, "--generator-name", language])
    return target


def succeed(command: list[str], **variables: str) -> str:
    """What the command prints; fails the test with all that it says when it fails."""
    try:
        return run(command, **variables)
    except subprocess.CalledProcessError as error:
        pytest.fail(f"{error}\n{error.stdout}\n{error.stderr}")
