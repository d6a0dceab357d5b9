"""Style sheets, scripts and icons: read once, compressed once, and cached by browsers for ever.

Their addresses have a digest of all of them, so that modules can import each other by name, and a
new release is a new address.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from src.presentation.schemas.fields import PathText

FOLDER = Path(__file__).parent / "static"
COMPRESSED = ("text/", "image/svg", "application/json", "application/manifest")
HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
}

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is sent, and compressed where that helps."""

    media_type: str
    body: bytes
    compressed: bytes | None


def _read(folder: Path) -> Iterator[tuple[str, StaticFile]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            body = path.read_bytes()
            media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            is_text = media_type.startswith(COMPRESSED)
            # No time in it: the same content is the same file.
            packed = gzip.compress(body, 9, mtime=0) if is_text else None
            yield path.relative_to(folder).as_posix(), StaticFile(media_type, body, packed)


FILES = dict(_read(FOLDER))
VERSION = hashlib.blake2b(
    b"".join(name.encode() + file.body for name, file in FILES.items()), digest_size=6
).hexdigest()


def static(name: str) -> str:
    """The address of a static file. Raises LookupError where there is none."""
    if name not in FILES:
        raise LookupError(f"There is no static file {name}.")
    return f"/static/{VERSION}/{name}"


@router.get("/static/{version}/{name:path}")
async def read_static_file(request: Request, version: PathText, name: PathText) -> Response:
    """A static file, of this release alone."""
    file = FILES.get(name)
    if file is None or version != VERSION:
        raise HTTPException(404)
    return file_response(request, file, HEADERS)


def file_response(request: Request, file: StaticFile, headers: dict[str, str]) -> Response:
    """The file, compressed for those who can read that."""
    if file.compressed and "gzip" in request.headers.get("accept-encoding", ""):
        headers = {**headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(file.compressed, 200, headers, media_type=file.media_type)
    return Response(file.body, 200, headers, media_type=file.media_type)
