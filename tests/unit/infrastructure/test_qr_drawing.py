"""The drawing of a QR code for pages has the modules of the code that is printed."""

import re

from src.infrastructure.documents.qr_code import SegnoQrCodes, qr_modules

TOKEN = "TKT1.AAAAAAAA" + "x7Q-_" * 22


def test_the_path_covers_each_dark_module_once() -> None:
    drawn = SegnoQrCodes().draw(TOKEN)
    covered = [
        (int(x) + step, int(y))
        for x, y, width, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", drawn.path)
        for step in range(int(width))
        if width == back
    ]
    modules = qr_modules(TOKEN)
    dark = [(x, y) for y, row in enumerate(modules) for x, is_dark in enumerate(row) if is_dark]
    assert sorted(covered) == sorted(dark)
    assert drawn.size == len(modules)
    assert re.sub(r"M\d+ \d+h\d+v1h-\d+z", "", drawn.path) == ""


def test_the_quiet_zone_is_four_modules_wide() -> None:
    drawn = SegnoQrCodes().draw(TOKEN)
    places = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)", drawn.path)]
    assert min(x for x, _ in places) == min(y for _, y in places) == 4
    assert max(y for _, y in places) == drawn.size - 5
