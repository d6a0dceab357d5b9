"""Clients in TypeScript: by openapi-typescript with openapi-fetch, and by openapi-generator."""

import shutil
from pathlib import Path

import pytest

from tests.clients.walking import assert_walks
from tests.support.generators import DOCUMENT, openapi_generator, succeed
from tests.support.node import node_modules
from tests.support.servers import Server

WALKS = Path(__file__).parent / "walks" / "typescript"

# Each starts programs that take their time on a busy machine.
pytestmark = pytest.mark.timeout(400)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the packages, the walks' common part and the options of the compiler."""
    packages = node_modules(WALKS) / "node_modules"
    (tmp_path / "node_modules").symlink_to(packages)
    for name in ("package.json", "tsconfig.json", "outside.ts"):
        shutil.copy(WALKS / name, tmp_path)
    return tmp_path


def compile_walk(project: Path, name: str) -> Path:
    """The program that `tsc --strict` makes of the walk and its client."""
    shutil.copy(WALKS / f"{name}.ts", project)
    succeed(["node", f"{project}/node_modules/typescript/bin/tsc", "--project", str(project)])
    return project / "built" / f"{name}.js"


async def test_walk_with_openapi_fetch(shop: Server, project: Path) -> None:
    generator = project / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
    succeed(["node", str(generator), str(DOCUMENT), "--output", str(project / "schema.d.ts")])
    await assert_walks(shop, "node", compile_walk(project, "openapi_fetch_walk"))


async def test_walk_with_typescript_fetch(shop: Server, project: Path) -> None:
    openapi_generator("typescript-fetch", project / "typescript_fetch")
    await assert_walks(shop, "node", compile_walk(project, "typescript_fetch_walk"))
