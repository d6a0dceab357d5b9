#!/bin/sh
# schemathesis 4.32.5 + pytest 9.2.0 + pytest-xdist 3.8.0: one test of many is run, and exit is 0.
#
# `@schema.parametrize()` makes one test item per operation of the API. If the test takes nothing
# but `case`, all items have one node id ("test_api.py::test_operation"), though each is shown
# with a name of its own ("test_operation[GET /a]") when it fails. In one process, and with
# `-n 2`, all of them run. With `-n 2 --dist loadfile` (and any scheduler that keeps work by node
# id) one of them runs, the others are not reported as skipped, and pytest exits with 0.
#
# Guard: refuse, in pytest_collection_modifyitems, items that share a node id.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    schemathesis==4.32.5 pytest==9.2.0 pytest-xdist==3.8.0 2> "$folder/pip.log" ||
    { cat "$folder/pip.log"; exit 1; }
cat > "$folder/test_api.py" <<'PYTHON'
import schemathesis

ANSWERS = {"200": {"description": "OK"}}
PATHS = {f"/{name}": {"get": {"responses": ANSWERS}} for name in "abcd"}
DOCUMENT = {"openapi": "3.1.0", "info": {"title": "Four", "version": "1"}, "paths": PATHS}
schema = schemathesis.openapi.from_dict(DOCUMENT)


@schema.parametrize()
def test_operation(case):
    assert case.path in PATHS
PYTHON
cd "$folder"

expect() {  # WHAT IT SHOULD SAY, then the options of pytest
    said=$1
    shift
    venv/bin/python -m pytest -q -p no:cacheprovider "$@" test_api.py > output || { cat output; exit 1; }
    echo "pytest $*: $(grep -E "^[0-9]+ (passed|tests collected)" output)"
    grep -q "^$said" output || { echo "Changed: expected \"$said\"."; cat output; exit 1; }
}

expect "4 tests collected" --collect-only
[ "$(grep '::' output | sort -u)" = "test_api.py::test_operation" ] ||
    { echo "Changed: the node ids differ."; exit 1; }
expect "4 passed"
expect "4 passed" -n 2
expect "1 passed" -n 2 --dist loadfile
