"""Generate the Python client: `python -m tools.clients`. Needs the network the first time."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.clients.environment import ROOT, programs, run

DOCUMENT = ROOT / "docs" / "openapi.json"
PACKAGE = "event_ticketing_client"
PYTHON_CLIENT = ROOT / "clients" / "python"
HERE = Path(__file__).parent


def generate_python_client(target: Path) -> None:
    """Write the client there, instead of what is there. Raises as `programs` and `run` do."""
    folder = programs()
    if target.exists():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary:
        document = Path(temporary) / "openapi.json"
        document.write_text(json.dumps(without_optional_log_in(json.loads(DOCUMENT.read_text()))))
        command = [
            *(str(folder / "openapi-python-client"), "generate", "--meta", "pdm"),
            *("--path", str(document), "--config", str(HERE / "python.yaml")),
            *("--custom-template-path", str(HERE / "templates"), "--output-path", str(target)),
        ]
        # It calls ruff.
        run(command, PATH=f"{folder}{os.pathsep}{os.environ['PATH']}", RUFF_NO_CACHE="true")
    (target / ".gitignore").unlink()
    # Without what it writes there, a comment that no newline ends.
    (target / PACKAGE / "py.typed").write_text("")


def without_optional_log_in(document: dict[str, Any]) -> dict[str, Any]:
    """The document with operations that anybody may call, logged in or not, as open ones.

    Otherwise openapi-python-client 0.29 demands a client with a token for them.
    """
    for operations in document["paths"].values():
        for operation in operations.values():
            if {} in operation["security"]:
                operation["security"] = []
    return document


if __name__ == "__main__":
    try:
        generate_python_client(PYTHON_CLIENT)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error}\n{error.stdout}{error.stderr}")
