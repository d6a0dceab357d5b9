"""Clients in Python: clients/python by openapi-python-client, and what openapi-generator makes."""

import json
import re
import sys
import tomllib
from filecmp import dircmp
from pathlib import Path

import pytest

from src.config import read_version
from tests.clients.walking import assert_walks
from tests.support.generators import DOCUMENT, client_programs, openapi_generator, succeed
from tests.support.paths import ROOT
from tests.support.processes import run
from tests.support.servers import Server
from tools.clients.__main__ import PACKAGE, PYTHON_CLIENT, generate_python_client

CACHE = ROOT / ".mypy_cache" / "clients"
WALKS = Path(__file__).parent / "walks" / "python"
MODULES = PYTHON_CLIENT / PACKAGE

# Each starts programs that take their time on a busy machine.
pytestmark = pytest.mark.timeout(400)


def type_check(*options: str, client: Path) -> None:
    """Check types strictly, where this client is installed."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={CACHE}"]
    python = f"--python-executable={client_programs() / 'python'}"
    succeed([*command, python, *options], MYPYPATH=f"{client}:{WALKS}")


def differences(compared: dircmp[str]) -> list[str]:
    here = [*compared.left_only, *compared.right_only, *compared.diff_files, *compared.funny_files]
    return here + [name for part in compared.subdirs.values() for name in differences(part)]


def test_published_client_is_what_the_generator_makes(tmp_path: Path) -> None:
    client_programs()
    generate_python_client(tmp_path / "python")
    compared = dircmp(PYTHON_CLIENT, tmp_path / "python", ignore=["__pycache__"])
    assert differences(compared) == [], "run `make openapi clients` and read its diff"


def test_published_client_has_every_operation() -> None:
    document = json.loads(DOCUMENT.read_text())
    operations = {
        operation["operationId"]
        for operations in document["paths"].values()
        for operation in operations.values()
    }
    modules = {path.stem for path in (MODULES / "api").glob("*/[a-z]*.py")}
    assert modules == operations


def test_published_client_has_the_version_of_the_product() -> None:
    project = tomllib.loads((PYTHON_CLIENT / "pyproject.toml").read_text())["project"]
    assert project["version"] == read_version()
    assert (MODULES / "py.typed").exists()


def test_published_client_is_typed_strictly() -> None:
    type_check(str(MODULES), client=PYTHON_CLIENT)


def test_published_client_accepts_a_code_that_a_newer_service_has() -> None:
    program = """
from event_ticketing_client.models import Problem, ProblemCode
known = dict(type="/", title="", status=409, detail="", instance="/", correlation_id="")
problem = Problem.from_dict({**known, "code": "made_up"})
assert isinstance(problem.code, ProblemCode)
assert problem.code == "made_up"
assert problem.to_dict()["code"] == "made_up"
"""
    succeed([str(client_programs() / "python"), "-c", program], PYTHONPATH=str(PYTHON_CLIENT))


async def test_walk_with_the_published_client(shop: Server) -> None:
    walk = WALKS / "openapi_python_client_walk.py"
    type_check(str(walk), client=PYTHON_CLIENT)
    await assert_walks(shop, client_programs() / "python", walk, PYTHONPATH=PYTHON_CLIENT)


async def test_example_of_the_readme_works_where_the_client_is_installed(
    shop: Server, tmp_path: Path
) -> None:
    python = str(client_programs() / "python")
    where = ("--python", python, "--target", str(tmp_path / "installed"))
    install = [sys.executable, "-m", "uv", "--quiet", "pip", "install", *where]
    # What builds it and what it needs is there already.
    succeed([*install, "--no-build-isolation", "--no-deps", str(PYTHON_CLIENT)])
    readme = (PYTHON_CLIENT / "README.md").read_text()
    (example,) = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    program = tmp_path / "example.py"
    program.write_text(example.replace("http://127.0.0.1:8000", shop.address))
    type_check(str(program), client=PYTHON_CLIENT)
    done = await run([python, str(program)], {"PYTHONPATH": str(tmp_path / "installed")})
    assert done.code == 0, done.errors
    assert re.match(r"confirmed [\d.]+ \['TKT-", done.output), done.output


async def test_walk_with_a_client_of_openapi_generator(shop: Server, tmp_path: Path) -> None:
    client = openapi_generator("python", tmp_path)
    walk = WALKS / "openapi_generator_walk.py"
    # Its own code is not typed as strictly as a program that uses it can be.
    type_check("--follow-imports=silent", str(walk), client=client)
    await assert_walks(shop, client_programs() / "python", walk, PYTHONPATH=client)
