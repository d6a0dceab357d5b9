"""Draws the icons of the app from static/icons/brand.svg: `python -m tools.draw_icons`.

Phones take PNG files. One that is cut into a shape, and Apple's, fill their square.
"""

from playwright.sync_api import ViewportSize

from tests.support.browsing import opened_browser
from tests.support.paths import ROOT

FOLDER = ROOT / "src" / "presentation" / "web" / "static" / "icons"
ROUNDED, SQUARE = 'rx="14"', 'rx="0"'
ICONS = (
    ("app-192.png", 192, ROUNDED),
    ("app-512.png", 512, ROUNDED),
    ("app-180.png", 180, SQUARE),
    ("app-maskable-512.png", 512, SQUARE),
)


def main() -> None:
    """Draw them anew."""
    brand = (FOLDER / "brand.svg").read_text()
    assert ROUNDED in brand
    with opened_browser() as browser:
        for name, size, corners in ICONS:
            page = browser.new_page(viewport=ViewportSize(width=size, height=size))
            drawn = brand.replace(ROUNDED, corners)
            page.set_content(f"<style>* {{ margin: 0; display: block }}</style>{drawn}")
            page.screenshot(path=FOLDER / name, omit_background=True)
            page.close()


if __name__ == "__main__":
    main()
