"""The inner layers stand on the standard library, and a list; import-linter sees to the rest."""

import ast
import sys
from pathlib import Path

import pytest

from tests.support.paths import SRC

ALLOWED = {"domain": ("src.domain",), "application": ("src.application", "src.domain")}
DATA = {"domain": {"iso4217", "stdnum"}, "application": set[str]()}
"""Packages that are a table and nothing else: the currencies of ISO 4217."""


@pytest.mark.parametrize("layer", ALLOWED)
def test_layer_imports_only_the_standard_library_its_data_and_what_is_below(layer: str) -> None:
    imported = {name for path in (SRC / layer).rglob("*.py") for name in imports_of(path)}
    ours = {name for name in imported if name.startswith("src.")}
    assert ours
    assert {name for name in ours if not name.startswith(ALLOWED[layer])} == set()
    foreign = {name.partition(".")[0] for name in imported - ours} - sys.stdlib_module_names
    assert foreign == DATA[layer]


def imports_of(path: Path) -> set[str]:
    """The modules that a file imports, inside functions too; a relative import stays one."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    return names


def test_foreign_import_is_found_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text("import os\ndef late():\n    from pydantic import BaseModel\n")
    assert imports_of(path) == {"os", "pydantic"}
