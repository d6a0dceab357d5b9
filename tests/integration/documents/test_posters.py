"""What becomes of an uploaded image."""

import io
import struct
import zlib

import pytest
from PIL import Image

from src.domain.entities.poster import Poster
from src.domain.repositories.poster import PictureFormat
from src.infrastructure.documents.poster import Unfit, poster_of
from tests.support.pictures import poster_image

ORIENTATION, TURNED = 0x0112, 6
GPS = 0x8825


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_a_poster_is_kept_in_each_width_and_format(image_format: str) -> None:
    made = poster_of(poster_image(2000, 1000, image_format))
    assert (made.poster.width, made.poster.height) == (1600, 800)
    assert Poster.named(made.poster.name) == made.poster
    kept = {(picture.format.value, picture.width) for picture in made.pictures}
    pages = {(name, width) for name in ("webp", "avif") for width in (400, 800, 1600)}
    assert kept == pages | {("jpg", 1200)}
    for picture in made.pictures:
        image = opened(picture.content)
        expected = {"webp": "WEBP", "avif": "AVIF", "jpg": "JPEG"}[picture.format]
        assert (image.format, image.size) == (expected, (picture.width, picture.width // 2))


def test_a_small_picture_is_not_blown_up() -> None:
    made = poster_of(poster_image(640, 480))
    assert made.poster.widths == (400, 640)
    assert max(picture.width for picture in made.pictures) == 640


def test_a_poster_stands_upright_and_says_nothing_of_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    exif[GPS] = {1: "N", 2: (13.0, 45.0, 0.0)}
    made = poster_of(poster_image(900, 600, exif=exif, comment=b"shot by Malee"))
    assert (made.poster.width, made.poster.height) == (600, 900)
    for picture in made.pictures:
        image = opened(picture.content)
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
        assert b"Malee" not in picture.content


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "I;16", "1"])
def test_every_kind_of_png_makes_a_poster(mode: str) -> None:
    assert poster_of(poster_image(400, 400, "PNG", mode)).poster.widths == (400,)


def test_transparency_becomes_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(file, "PNG")
    (webp,) = (p for p in poster_of(file.getvalue()).pictures if p.format is PictureFormat.WEBP)
    assert opened(webp.content).convert("RGB").getpixel((200, 200)) == (255, 255, 255)


def test_of_an_animation_the_first_picture_is_kept() -> None:
    frames = [Image.new("RGB", (400, 400), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    picture = opened(poster_of(file.getvalue()).pictures[0].content)
    assert getattr(picture, "n_frames", 1) == 1
    red, _, blue = picture.convert("RGB").getpixel((200, 200))  # type: ignore[misc]
    assert red > 200 > blue


def png_that_says(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("image", "reason"),
    [
        (b"", "cannot be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot be read"),
        (b"GIF89a", "cannot be read"),
        (poster_image(400, 400, "GIF", "P"), "cannot be read"),
        (poster_image(800, 600)[:2000], "cannot be read"),
        (png_that_says(800, 600), "cannot be read"),
        (png_that_says(50_000, 50_000), "40 megapixels"),
        (png_that_says(8_000, 5_001), "40 megapixels"),
        (poster_image(399, 400), "at least 400 pixels"),
        (poster_image(2000, 450), "four times"),
    ],
    ids=[
        "nothing",
        "svg",
        "gif_name",
        "gif",
        "cut_off",
        "too_little",
        "bomb",
        "just_too_large",
        "too_small",
        "too_long",
    ],
)
def test_what_makes_no_poster_is_refused_with_the_reason(image: bytes, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        poster_of(image)
