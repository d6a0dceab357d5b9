"""What a browser calls itself, in words."""

import re
from collections.abc import Callable, Sequence

Names = Sequence[tuple[str, str]]

# The order matters: many browsers call themselves others' names too.
BROWSERS: Names = (
    (r"Edg(e|A|iOS)?/", "Edge"),
    (r"OPR/|Opera", "Opera"),
    (r"SamsungBrowser/", "Samsung Internet"),
    (r"Firefox/|FxiOS/", "Firefox"),
    (r"Chrome/|CriOS/|Chromium/", "Chrome"),
    (r"Safari/", "Safari"),
)
SYSTEMS: Names = (
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android", "Android"),
    (r"CrOS", "ChromeOS"),
    (r"Windows", "Windows"),
    (r"Macintosh|Mac OS X", "Mac"),
    (r"Linux|X11", "Linux"),
)


def device_name(device: str | None, gettext: Callable[[str], str]) -> str:
    """`Firefox on Windows`, from the `User-Agent` header of the log-in."""
    browser, system = _known(device, BROWSERS), _known(device, SYSTEMS)
    if browser and system:
        return gettext("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or gettext("An unknown browser")


def _known(device: str | None, names: Names) -> str | None:
    return next((name for sign, name in names if re.search(sign, device or "")), None)
