"""`make mutants`: the copy that faults are made in, and the counting of those that lived on."""

import json
import tomllib
from pathlib import Path

import pytest

from tools.mutation.report import Change, Mutant, Report, entry, forget, read_mutants
from tools.mutation.stage import stage, without_property_decorators

SOURCE = '''
class Box:
    """A box."""

    def __init__(self, side: int) -> None:
        self.side = side

    @property
    def area(self) -> int:
        """Of one side."""
        return self.side * self.side

    @staticmethod
    def cube() -> "Box":
        return Box(1)

    @property
    def is_flat(self) -> bool:
        return self.side == 0
'''


def test_property_of_the_copy_is_a_function_and_works_as_before() -> None:
    copied = without_property_decorators(SOURCE)
    assert "@property" not in copied
    assert "@staticmethod" in copied
    module: dict[str, type] = {}
    exec(copied, module)
    box = module["Box"](3)
    assert (box.area, box.is_flat, box.cube().side) == (9, False, 1)


def test_copy_calls_the_sources_otherwise_and_forgets_files_that_are_gone(tmp_path: Path) -> None:
    project, copy = tmp_path / "project", tmp_path / "copy"
    for name, text in {
        "pyproject.toml": 'paths = ["src", "src/domain/*"]',
        "src/domain/box.py": "from src.domain import lid\n",
        "src/domain/lid.py": "",
        "src/pages/box.html": '<a href="src/box">',
        "tests/test_box.py": 'import src.domain.box\nSRC = "src"\n',
    }.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)
    stage(project, copy)
    assert (copy / "pyproject.toml").read_text() == 'paths = ["staged", "staged/domain/*"]'
    assert (copy / "staged/domain/box.py").read_text() == "from staged.domain import lid\n"
    assert (copy / "tests/test_box.py").read_text() == 'import staged.domain.box\nSRC = "staged"\n'
    assert (copy / "staged/pages/box.html").read_text() == '<a href="src/box">'
    made = (copy / "staged/domain/box.py").stat().st_mtime_ns
    (project / "src/domain/lid.py").unlink()
    mutants = copy / "mutants/staged/domain"
    mutants.mkdir(parents=True)
    for name in ("box.py", "box.py.meta", "lid.py", "lid.py.meta"):
        (mutants / name).touch()
    stage(project, copy)
    assert not (copy / "staged/domain/lid.py").exists()
    assert sorted(path.name for path in mutants.iterdir()) == ["box.py", "box.py.meta"]
    assert (copy / "staged/domain/box.py").stat().st_mtime_ns == made


@pytest.mark.parametrize(
    "change",
    [
        Change("total", "return sum(one)", "return sum(None)"),
        Change("Box.name", "return 'it' + \"s\"", "return 'it' - \"s\""),
        Change("Box.area", "return product(\nside,", "return product(\nNone,"),
    ],
)
def test_survivor_is_printed_as_the_list_has_it(change: Change) -> None:
    (read,) = tomllib.loads(entry(change))["equivalent"]
    assert Change(read["function"], read["was"], *read["becomes"]) == change


def test_mutants_are_read_as_killed_when_a_test_failed_or_never_ended(tmp_path: Path) -> None:
    path = tmp_path / "mutants/staged/box.py.meta"
    path.parent.mkdir(parents=True)
    codes = {"killed": 1, "endless": -24, "alive": 0, "untested": 33, "not tried": None}
    path.write_text(json.dumps({"exit_code_by_key": codes}))
    source = Path("staged/box.py")
    tried = [Mutant(name, source, name in ("killed", "endless")) for name in list(codes)[:-1]]
    assert list(read_mutants(tmp_path)) == tried
    forget(tmp_path, {"alive", "killed"})
    assert list(read_mutants(tmp_path)) == tried[1:2] + tried[3:]


def test_ratio_counts_what_can_be_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tools.mutation.report.read_change", lambda folder, mutant: Change(mutant.name, "a", "b")
    )
    source = Path("src/box.py")
    tried = [Mutant(f"killed {number}", source, is_killed=True) for number in range(3)]
    tried += [Mutant(name, source, is_killed=False) for name in ("weak", "equal")]
    equal, gone = Change("equal", "a", "b"), Change("gone", "a", "b")
    report = Report(Path("unread"), tried, {equal, gone})
    assert report.ratio == 75.0
    assert report.survivors == {"weak": Change("weak", "a", "b")}
    assert report.unseen == {gone}
    row = report.table().splitlines()[1]
    assert row.split() == ["src/box.py", "5", "3", "1", "1", "75.0", "%"]
