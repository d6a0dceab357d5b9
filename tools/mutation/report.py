"""What became of the mutants: how many died, which lived on, and which of those nobody can kill."""

import json
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

from tools.mutation.stage import PACKAGE

KILLED = frozenset({"killed", "timeout", "segfault"})
"""`segfault` is what mutmut calls a process that it had to stop twice."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a mutant is: lines of a function, and what they become, without their indentation."""

    function: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """One that was tried, by the name that mutmut knows it by."""

    name: str
    path: Path
    is_killed: bool


def read_equivalents(path: Path) -> Mapping[Change, str]:
    """The mutants that no test can kill, with the reason of each."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["equivalent"]
    return {
        Change(entry["function"], entry["was"], becomes): entry["why"]
        for entry in entries
        for becomes in entry["becomes"]
    }


def read_mutants(folder: Path) -> Iterator[Mutant]:
    """All that were tried in this copy of the project."""
    for path in sorted(folder.glob("mutants/**/*.py.meta")):
        codes: dict[str, int | None] = json.loads(path.read_text())["exit_code_by_key"]
        source = path.relative_to(folder / "mutants").with_suffix("")
        for name, code in codes.items():
            if code is not None:
                yield Mutant(name, source, status_by_exit_code[code] in KILLED)


def forget(folder: Path, names: Set[str]) -> None:
    """Make mutmut try these again."""
    for path in folder.glob("mutants/**/*.py.meta"):
        meta = json.loads(path.read_text())
        for name in names & meta["exit_code_by_key"].keys():
            meta["exit_code_by_key"][name] = None
        path.write_text(json.dumps(meta))


def read_change(folder: Path, mutant: Mutant) -> Change:
    """What this mutant changes."""
    with chdir(folder):
        lines = get_diff_for_mutant(mutant.name, path=mutant.path).splitlines()[2:]
    was, becomes = (
        "\n".join(line[1:].strip() for line in lines if line[:1] == sign) for sign in "-+"
    )
    # `x_function`, or `xǁClassǁmethod`.
    mangled = mutant.name.rpartition(".")[2].partition("__mutmut")[0]
    function = ".".join(mangled.split("ǁ")[1:]) or mangled.removeprefix("x_")
    return Change(function, was, becomes)


class Report:
    """The mutants counted, file by file; those listed as equivalent do not count."""

    def __init__(self, folder: Path, tried: Iterable[Mutant], known: Collection[Change]) -> None:
        """`folder` is the copy of the project that they were made in, `known` the list."""
        self._counts: dict[Path, Counter[str]] = {}
        self.survivors: dict[str, Change] = {}
        """By the names that mutmut has for them."""
        self.unseen = set(known)
        """What the list names and did not survive."""
        for mutant in tried:
            counts = self._counts.setdefault(mutant.path, Counter())
            if mutant.is_killed:
                counts["killed"] += 1
                continue
            change = read_change(folder, mutant)
            self.unseen.discard(change)
            if change in known:
                counts["equivalent"] += 1
            else:
                counts["survived"] += 1
                self.survivors[mutant.name] = change

    @property
    def ratio(self) -> float:
        """How many per cent of all those that can be killed were."""
        return _ratio(sum(self._counts.values(), Counter()))

    def table(self) -> str:
        """A line for each file, and one for all of them."""
        names = {
            str(path).replace(PACKAGE, "src", 1): counts for path, counts in self._counts.items()
        }
        names["all"] = sum(self._counts.values(), Counter())
        width = max(map(len, names))
        lines = [f"{'':{width}}  mutants  killed  equivalent  survived  ratio"]
        for name, counts in names.items():
            lines.append(
                f"{name:{width}}  {counts.total():7}  {counts['killed']:6}"
                f"  {counts['equivalent']:10}  {counts['survived']:8}  {_ratio(counts):4.1f} %"
            )
        return "\n".join(lines)


def entry(change: Change) -> str:
    """This change as an entry of the list, but for its reason."""
    was, becomes = (
        f"'''\n{text}'''" if "\n" in text or "'" in text else f"'{text}'"
        for text in (change.was, change.becomes)
    )
    return f'[[equivalent]]\nfunction = "{change.function}"\nwas = {was}\nbecomes = [{becomes}]\n'


def _ratio(counts: Counter[str]) -> float:
    killable = counts["killed"] + counts["survived"]
    return 100 * counts["killed"] / killable if killable else 100.0
