"""Photographs every page that tests/browser/registry names: `make photos`, or

    python -m tools.photograph [NAME …]

On a phone and at a desk, light and dark, in English, German and Thai, into .photos/. Without names
it also draws docs/pages.webp, one sheet with all pages. It needs a Chromium.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from tests.browser.pages import PAGES
from tests.support.browser.faults import Faults
from tests.support.browser.pages import DEVICES, LOCALES, BrowserPages
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site, in_thread, make_sample_template, running_site
from tests.support.browsing import CHROMIUM, NO_BROWSER, opened_browser
from tests.support.database import _execute, with_database
from tests.support.paths import ROOT
from tools.contact_sheet import draw_sheet

FOLDER = ROOT / ".photos"
SHEET = ROOT / "docs" / "pages.webp"
THEMES = ("light", "dark")
SCALES = {"phone": 2, "desktop": 1}
MIGRATED = "migrated_template"


def main(names: list[str]) -> None:
    """Take the photographs of the pages with these names (`cart*` too), or of all pages."""
    if CHROMIUM is None:
        raise SystemExit(f"There is {NO_BROWSER}: apt-get install chromium")
    wanted = [page for page in PAGES if not names or any(fnmatch(page.name, one) for one in names)]
    if not wanted:
        raise SystemExit(f"No such page. There are: {' '.join(page.name for page in PAGES)}")
    FOLDER.mkdir(exist_ok=True)
    with own_site() as site:
        for path in photographs(site, wanted):
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    if not names:
        draw_sheet(FOLDER, [page.name for page in wanted], SHEET)


@contextmanager
def own_site() -> Iterator[Site]:
    """A server with sample data, on a database that is thrown away."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = EmbeddedPostgres(folder / "database", is_durable=False)
        url = database.start()
        try:
            in_thread(lambda: _execute(url, f"CREATE DATABASE {MIGRATED}"))
            in_thread(lambda: migrate_up(with_database(url, MIGRATED)))
            template = make_sample_template(url, MIGRATED)
            with running_site(url, template, folder) as site:
                yield site
        finally:
            database.stop()


def photographs(site: Site, wanted: Iterable[Shown]) -> Iterator[Path]:
    """Each page in each dress; the paths of the files."""
    with opened_browser() as browser:
        faults = Faults()
        pages = BrowserPages(browser, site, faults)
        for shown, device, language in product(wanted, DEVICES, LOCALES):
            page = pages.open(
                device, who=shown.visitor(site), language=language, scale=SCALES[device]
            )
            shown.visit(page, site)
            for theme in THEMES:
                page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
                path = FOLDER / f"{shown.name}-{device}-{theme}-{language}.png"
                page.screenshot(path=path, full_page=shown.is_photographed_whole)
                yield path
            pages.close()
        for fault in faults.unexpected():
            sys.stderr.write(f"{fault}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
