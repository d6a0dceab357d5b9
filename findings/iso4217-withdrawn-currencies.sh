#!/bin/sh
# iso4217 1.16.20260101 (Python): an update takes currencies away, and their decimals with them.
#
# The package holds ISO 4217's list one, which has today's currencies only. Money that was taken in
# a currency since withdrawn stays in the books: with 1.11.20220401 the kuna (HRK) and the lev (BGN)
# are found, with 1.14.20250512 the lev alone, with 1.16.20260101 neither: `Currency("BGN")` raises
# ValueError. Whoever looks decimals up when amounts are shown can no longer show old orders after
# an update in which nothing of the own code changed. Thirteen codes that are found (gold, drawing
# rights, test codes) have `exponent` None, and two have four decimals (CLF, UYW).
#
# Guard: the decimals of an unknown code are two, as amounts in it were kept; only new prices need a
# code of the list (src/domain/shared/currency.py).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 1.11.20220401 1.14.20250512 1.16.20260101; do
    python3 -m venv "$folder/$version"
    "$folder/$version/bin/pip" install --quiet --disable-pip-version-check "iso4217==$version" \
        2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 1; }
    "$folder/$version/bin/python" - "$version" <<'PYTHON'
import sys

from iso4217 import Currency

KNOWN = {
    "1.11.20220401": {"HRK": 2, "BGN": 2},
    "1.14.20250512": {"BGN": 2},
    "1.16.20260101": {},
}
codes = {currency.code: currency.exponent for currency in Currency}
found = {code: codes[code] for code in ("HRK", "BGN") if code in codes}
print(f"{sys.argv[1]}: {len(codes)} codes, decimals of the two withdrawn ones: {found}")
assert found == KNOWN[sys.argv[1]], "Changed."
for code in {"HRK", "BGN"} - found.keys():
    try:
        Currency(code)
    except ValueError as error:
        print(f"  ValueError: {error}")
    else:
        raise AssertionError("Changed: it is found.")
if sys.argv[1] == "1.16.20260101":
    without = sorted(code for code, exponent in codes.items() if exponent is None)
    four = sorted(code for code, exponent in codes.items() if exponent == 4)
    print(f"  no exponent: {', '.join(without)}; four decimals: {', '.join(four)}")
    assert len(without) == 13 and four == ["CLF", "UYW"], "Changed."
PYTHON
done
