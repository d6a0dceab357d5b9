#!/bin/sh
# mutmut 3.8.1: a file that is added to `only_mutate` after the first run has no mutants, and exit is 0.
#
# mutmut copies the sources to the folder `mutants` and makes the mutants there. A file that was
# copied as it is, because `only_mutate` did not name it yet, counts as up to date in later runs:
# it is made anew only when its source is newer than its copy. "Done" with every mutant killed
# then says nothing of that file. With the folder `mutants` removed, it is mutated.
#
# Guard: remove `mutants` when the configuration changes, and fail if a named file has no mutant.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    mutmut==3.8.1 pytest==9.2.0 2> "$folder/pip.log" ||
    { cat "$folder/pip.log"; exit 1; }
mkdir "$folder/project" "$folder/project/sums" "$folder/project/tests"
cd "$folder/project"
touch sums/__init__.py
printf 'def add(x, y):\n    return x + y\n' > sums/plus.py
printf 'def take(x, y):\n    return x - y\n' > sums/minus.py
cat > tests/test_sums.py <<'PYTHON'
from sums.minus import take
from sums.plus import add


def test_add():
    assert add(2, 1) == 3


def test_take():
    assert take(2, 1) == 1
PYTHON

expect() {  # THE FILES TO MUTATE, then the names of the mutants that it should have
    printf '[tool.mutmut]\nsource_paths = ["sums"]\nonly_mutate = [%s]\n' "$1" > pyproject.toml
    shift
    "$folder/venv/bin/mutmut" run > output 2>&1 || { cat output; exit 1; }
    found=$("$folder/venv/bin/mutmut" results --all true | sed 's/^ *//' | sort | tr '\n' ' ')
    echo "mutmut run: $found"
    [ "$found" = "$*" ] || { echo "Changed: expected \"$*\"."; exit 1; }
}

expect '"sums/plus.py"' "sums.plus.x_add__mutmut_1: killed "
expect '"sums/plus.py", "sums/minus.py"' "sums.plus.x_add__mutmut_1: killed "
rm -r mutants
expect '"sums/plus.py", "sums/minus.py"' \
    "sums.minus.x_take__mutmut_1: killed" "sums.plus.x_add__mutmut_1: killed "
