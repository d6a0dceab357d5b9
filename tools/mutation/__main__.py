"""How strong the unit tests are: faults made on purpose, one by one, and which of them they see.

    make mutants                  all of them; those that died before are not tried again
    make mutants ONLY=allocation  those of one module, or of a package (ONLY=domain.entities)
    make mutants ONLY=survivors   those that lived on the last time, after new tests
    make clean                    forgets what died

A fault that lives on asks for a test. One that changes nothing that anybody could see goes into
`equivalent.toml`, with the reason. Fails when less than 99 per cent of the others died, or when the
list names a fault that is no more.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from tools.mutation.report import Report, entry, forget, read_equivalents, read_mutants
from tools.mutation.stage import stage

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".mutants"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
LEAST_RATIO = 99.0
SURVIVORS = "survivors"


def main() -> int:
    """Make the mutants, try them, say what became of them; 0 if enough died."""
    parser = argparse.ArgumentParser(prog="make mutants")
    parser.add_argument("--jobs", type=int, help="how many to try at a time; else one a processor")
    parser.add_argument("only", nargs="?", help=f"a module, a package, or `{SURVIVORS}`")
    options = parser.parse_args()
    known = read_equivalents(EQUIVALENT)
    stage(ROOT, FOLDER)
    living = Report(FOLDER, read_mutants(FOLDER), known).survivors
    if options.only is None:
        forget(FOLDER, living.keys())
        names = []
    elif options.only == SURVIVORS:
        names = list(living)
    else:
        names = [f"*.{options.only}.*"]
    if options.only != SURVIVORS or living:
        run_mutmut(names, options.jobs)
    tried = [
        mutant
        for mutant in read_mutants(FOLDER)
        if options.only in (None, SURVIVORS) or fnmatch(mutant.name, names[0])
    ]
    report = Report(FOLDER, tried, known)
    for survivor in report.survivors.values():
        print(entry(survivor))
    print(report.table())
    unseen = report.unseen if options.only is None else set()
    for change in unseen:
        print(f"Listed as equivalent, but not there or not alive:\n{entry(change)}")
    return int(report.ratio < LEAST_RATIO or bool(unseen))


def run_mutmut(names: Sequence[str], jobs: int | None) -> None:
    """Try these, by name or pattern; without one, all that have no result yet."""
    command = [sys.executable, str(Path(__file__).with_name("operators.py")), "run"]
    if jobs is not None:
        command += ["--max-children", str(jobs)]
    code = subprocess.run([*command, *names], cwd=FOLDER, check=False).returncode
    if code:
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main())
