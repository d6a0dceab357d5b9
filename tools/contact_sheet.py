"""One picture of all pages, small: each at a desk and on a phone, one of them dark."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

COLUMNS = 5
GAP = 20
LABEL = 26
HEIGHT = 300
DESKTOP_WIDTH = 427
PHONE_WIDTH = 146
MOST_BYTES = 1_500_000
BACKGROUND = "#e8e8ea"


def draw_sheet(folder: Path, names: Sequence[str], target: Path) -> None:
    """Draw the photographs of these pages into one file of at most 1.5 MB."""
    tiles = [_tile(folder, name, is_dark=index % 3 == 2) for index, name in enumerate(names)]
    columns = min(COLUMNS, len(tiles))
    rows = -(-len(tiles) // columns)
    width, height = tiles[0].size
    size = (GAP + columns * (width + GAP), GAP + rows * (height + GAP))
    sheet = Image.new("RGB", size, BACKGROUND)
    for index, tile in enumerate(tiles):
        row, column = divmod(index, columns)
        sheet.paste(tile, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    for quality in (80, 65, 50, 35, 20):
        sheet.save(target, quality=quality, method=6)
        if target.stat().st_size <= MOST_BYTES:
            return


def _tile(folder: Path, name: str, *, is_dark: bool) -> Image.Image:
    """A page's beginning at a desk, and on a phone beside it, under the page's name."""
    theme = "dark" if is_dark else "light"
    tile = Image.new("RGB", (DESKTOP_WIDTH + GAP // 2 + PHONE_WIDTH, LABEL + HEIGHT), BACKGROUND)
    ImageDraw.Draw(tile).text((0, 2), name, fill="#222222", font=ImageFont.load_default(15))
    for device, width, left in (
        ("desktop", DESKTOP_WIDTH, 0),
        ("phone", PHONE_WIDTH, DESKTOP_WIDTH + GAP // 2),
    ):
        with Image.open(folder / f"{name}-{device}-{theme}-en.png") as photograph:
            small = ImageOps.contain(photograph.convert("RGB"), (width, 10 * HEIGHT))
        tile.paste(small.crop((0, 0, width, min(HEIGHT, small.height))), (left, LABEL))
    return tile
