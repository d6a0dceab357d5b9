"""Uploaded images as posters; runs in the process that prints, which knows no secrets."""

import io
from collections.abc import Iterator
from hashlib import blake2b

from PIL import Image, ImageCms, ImageOps

from src.application.ports.pictures import MadePoster
from src.domain.entities.poster import MAX_PIXELS, MIN_WIDTH, WIDTHS, Poster, widths_of
from src.domain.repositories.poster import PictureFormat, PosterPicture

READ = ("JPEG", "PNG", "WEBP")
MAX_RATIO = 4
TOO_LARGE = "The picture may have at most 40 megapixels."
WHITE = (255, 255, 255)

# AVIF takes 40 % fewer bytes than WebP at the same look, and about twice the time.
ENCODING: dict[PictureFormat, dict[str, object]] = {
    PictureFormat.WEBP: {"format": "WEBP", "quality": 80, "method": 4},
    PictureFormat.AVIF: {"format": "AVIF", "quality": 60, "speed": 6},
    PictureFormat.JPEG: {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}


class Unfit(Exception):
    """Says to the sender why their image makes no poster."""


def poster_of(data: bytes) -> MadePoster:
    """The poster of an image. Raises Unfit."""
    image = _upright(data)
    if image.width > WIDTHS[-1]:
        image = _resized(image, WIDTHS[-1])
    pictures = list(_pictures(image))
    digest = blake2b(b"".join(p.content for p in pictures), digest_size=8).hexdigest()
    return MadePoster(Poster(digest, image.width, image.height), pictures)


def _upright(data: bytes) -> Image.Image:
    """The image in plain sRGB, as a person would see it."""
    try:
        with Image.open(io.BytesIO(data), formats=READ) as opened:
            # Known from the header: nothing is decoded yet.
            _require_size(opened.width, opened.height)
            image = ImageOps.exif_transpose(opened)
            return _in_srgb(image)
    except Unfit:
        raise
    except Image.DecompressionBombError as error:
        raise Unfit(TOO_LARGE) from error
    except Exception as error:
        raise Unfit("This file cannot be read as a JPEG, PNG or WebP picture.") from error


def _require_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise Unfit(TOO_LARGE)
    if min(width, height) * MAX_RATIO < max(width, height):
        raise Unfit("The picture may be at most four times as long as it is wide.")
    if min(width, height) < MIN_WIDTH:
        raise Unfit(f"The picture has to be at least {MIN_WIDTH} pixels wide and high.")


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        image = Image.new("RGB", image.size, WHITE)
        image.paste(layer, mask=layer.getchannel("A"))
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None
        image = converted or image
    return image.convert("RGB")


def _pictures(image: Image.Image) -> Iterator[PosterPicture]:
    for width in widths_of(image.width):
        resized = _resized(image, width)
        for picture_format in (PictureFormat.WEBP, PictureFormat.AVIF):
            yield _encoded(resized, picture_format)
    social = Poster("", image.width, image.height).social_width
    yield _encoded(_resized(image, social), PictureFormat.JPEG)


def _resized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _encoded(image: Image.Image, picture_format: PictureFormat) -> PosterPicture:
    file = io.BytesIO()
    # A picture without `info` has nothing that an encoder could write beside the pixels.
    plain = Image.frombytes("RGB", image.size, image.tobytes())
    plain.save(file, **ENCODING[picture_format])  # type: ignore[arg-type]
    return PosterPicture(picture_format, image.width, file.getvalue())
