"""The picture of an event on a page: its poster in several widths, or one that is made for it."""

from dataclasses import dataclass

from src.domain.entities.event import Event
from src.domain.entities.poster import Poster
from src.domain.repositories.poster import PictureFormat
from src.presentation.web.generated_picture import HEIGHT, WIDTH

PREFERRED_WIDTH = 800


@dataclass(frozen=True, slots=True)
class EventPicture:
    """What an `<img>` needs; `sources` are pairs of media type and `srcset`, the best first.

    `social` is the address of a picture for the previews of links, None without a poster.
    """

    src: str
    width: int
    height: int
    sources: tuple[tuple[str, str], ...] = ()
    social: str | None = None


def picture_of(event: Event) -> EventPicture:
    """The picture of an event."""
    if event.poster is None:
        return EventPicture(f"/pictures/{event.kind.value}-{event.id}.svg", WIDTH, HEIGHT)
    poster = Poster.named(event.poster)
    middle = min(poster.widths, key=lambda width: abs(width - PREFERRED_WIDTH))
    return EventPicture(
        _address(event.id, poster, middle, PictureFormat.WEBP),
        middle,
        round(poster.height * middle / poster.width),
        (
            ("image/avif", _srcset(event.id, poster, PictureFormat.AVIF)),
            ("image/webp", _srcset(event.id, poster, PictureFormat.WEBP)),
        ),
        _address(event.id, poster, poster.social_width, PictureFormat.JPEG),
    )


def _srcset(event_id: int, poster: Poster, picture_format: PictureFormat) -> str:
    return ", ".join(
        f"{_address(event_id, poster, width, picture_format)} {width}w" for width in poster.widths
    )


def _address(event_id: int, poster: Poster, width: int, picture_format: PictureFormat) -> str:
    return f"/pictures/{event_id}-{poster.digest}-{width}.{picture_format.value}"
