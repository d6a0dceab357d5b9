"""The copy of the project that mutants are made in, in a form that mutmut can work on.

Two of mutmut's limits are met here, so that the sources need not know of them. It refuses a package
with the name `src`: in the copy it is `staged`. And it leaves decorated functions alone: in the
copy a property is a function, with `name = property(name)` after it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "staged"
"""What `src` is called in the copy."""

_NAME_OF_SOURCES = re.compile(r"""\bsrc(?=[./"'])""")


def stage(root: Path, target: Path) -> None:
    """Bring the copy in `target` up to date with the project in `root`.

    Files that did not change keep their time of change, by which mutmut knows them.
    """
    wanted = {Path("pyproject.toml"): root / "pyproject.toml"}
    for name, copied in (("src", PACKAGE), ("tests", "tests")):
        for path in (root / name).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                wanted[copied / path.relative_to(root / name)] = path
    for copy, original in wanted.items():
        _write_if_new(target / copy, _staged(original))
    # mutmut works on a copy of the copy.
    for folder in (target, target / "mutants"):
        for copy in [*folder.glob(f"{PACKAGE}/**/*.py"), *folder.glob("tests/**/*.py")]:
            if copy.relative_to(folder) not in wanted:
                copy.unlink()
        # What became of the mutants of a file goes with it.
        for notes in folder.glob(f"{PACKAGE}/**/*.py.meta"):
            if notes.relative_to(folder).with_suffix("") not in wanted:
                notes.unlink()


def without_property_decorators(source: str) -> str:
    """The same module, every property made by a call after its function instead of a decorator."""
    lines = source.split("\n")
    for node in reversed(list(_properties(ast.parse(source)))):
        end = node.end_lineno or node.lineno
        lines.insert(end, f"{' ' * node.col_offset}{node.name} = property({node.name})")
        del lines[node.decorator_list[0].lineno - 1]
    return "\n".join(lines)


def _properties(module: ast.Module) -> Iterator[ast.FunctionDef]:
    """Methods that `@property` alone decorates, in the order of their lines."""
    for outer in module.body:
        for node in outer.body if isinstance(outer, ast.ClassDef) else []:
            if isinstance(node, ast.FunctionDef) and _decorators(node) == ["property"]:
                yield node


def _decorators(function: ast.FunctionDef) -> list[str]:
    return [ast.unparse(decorator) for decorator in function.decorator_list]


def _staged(path: Path) -> bytes:
    if path.suffix not in (".py", ".toml"):
        return path.read_bytes()
    text = _NAME_OF_SOURCES.sub(PACKAGE, path.read_text(encoding="utf-8"))
    return (without_property_decorators(text) if path.suffix == ".py" else text).encode()


def _write_if_new(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
