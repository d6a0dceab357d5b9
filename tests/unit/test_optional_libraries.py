"""A server loads nothing that it has no use for."""

import subprocess
import sys

import pytest

from src.infrastructure.optional_libraries import UNUSED

LOADED = """
import sys
import {module}
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
import rich
"""


@pytest.mark.parametrize("module", ["src.main", "src.cli.__main__"])
def test_what_is_not_used_is_not_loaded_and_can_be_later(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(module=module)],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "typer" in loaded or "fastapi" in loaded
    assert not loaded & {*UNUSED, "aerich", "uharfbuzz", "zxcvbn"}
