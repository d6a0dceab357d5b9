"""Photos of tickets: what is read of them, and what is refused."""

import asyncio
from io import BytesIO

import pytest
import segno
from PIL import Image

from src.domain.errors import Unavailable, ValidationFailed
from src.infrastructure.codes import photo_reader
from src.infrastructure.codes.photo_reader import PhotoCodeReader

CODE = "TKT1." + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 4


def photo(kind: str = "JPEG", *, code: str = CODE, angle: int = 0, size: int = 1200) -> bytes:
    """A ticket's code on a table, photographed from above."""
    drawn, taken = BytesIO(), BytesIO()
    segno.make_qr(code).save(drawn, kind="png", scale=6)
    with Image.open(drawn) as image:
        turned = image.convert("L").rotate(angle, expand=True, fillcolor=190)
    table = Image.new("L", (size, size), 110)
    table.paste(turned, (size // 5, size // 6))
    table.save(taken, kind)
    return taken.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_code_is_read_from_a_photo(kind: str) -> None:
    assert await PhotoCodeReader().read(photo(kind, angle=17)) == CODE


async def test_photo_without_a_code_says_nothing() -> None:
    blank = BytesIO()
    Image.new("L", (400, 400), 200).save(blank, "PNG")
    assert await PhotoCodeReader().read(blank.getvalue()) is None


@pytest.mark.parametrize("content", [b"", b"no picture", photo()[:2000], b"GIF89a" + b"\0" * 99])
async def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(ValidationFailed, match="no picture"):
        await PhotoCodeReader().read(content)


async def test_picture_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = BytesIO()
    Image.new("1", (10_000, 9_000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 20_000
    with pytest.raises(ValidationFailed, match="50 million pixels"):
        await PhotoCodeReader().read(bomb.getvalue())


async def test_too_many_photos_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_reader, "MAX_WAITING", 1)
    reader = PhotoCodeReader()
    first = asyncio.create_task(reader.read(photo()))
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await reader.read(photo())
    assert await first == CODE


async def test_photo_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_reader, "COMMAND", ("-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(photo_reader, "SECONDS_TO_READ", 0.2)
    assert await PhotoCodeReader().read(photo()) is None
