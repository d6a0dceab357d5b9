"""Files for other programs as responses."""

import hashlib
from typing import Any

from fastapi import Request, Response

CALENDAR = "text/calendar"
APPLE_PASS = "application/vnd.apple.pkpass"  # noqa: S105


class CalendarResponse(Response):
    """A calendar file (iCalendar), in UTF-8."""

    media_type = CALENDAR

    @classmethod
    def named(cls, content: bytes, name: str) -> "CalendarResponse":
        """A file for one person that the browser opens with a calendar, or saves as `name`."""
        return cls(content, headers=private(name))


def private(name: str) -> dict[str, str]:
    """The headers of a file that is for one person, and saved under this name."""
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }


def file_responses(
    media_type: str, example: str, *, is_text: bool = False
) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that returns a file of this type."""
    schema = {"type": "string"} if is_text else {"type": "string", "format": "binary"}
    return {200: {"content": {media_type: {"schema": schema, "example": example}}}}


class ApplePassResponse(Response):
    """A pass for Apple Wallet."""

    media_type = APPLE_PASS

    @classmethod
    def named(cls, content: bytes, name: str) -> "ApplePassResponse":
        """A pass for one person that a phone opens with its wallet."""
        return cls(content, headers=private(name))


APPLE_PASS_RESPONSES = file_responses(APPLE_PASS, "PK")
CALENDAR_RESPONSES = file_responses(CALENDAR, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", is_text=True)


def subscribed_calendar(request: Request, content: bytes) -> Response:
    """A calendar that a program reads again and again: 304 when it has this one already."""
    etag = f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    known = request.headers.get("if-none-match", "")
    if etag in {tag.strip().removeprefix("W/") for tag in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return CalendarResponse(content, headers=headers)
