"""JSON that is made once, compressed once, and sent to many clients."""

import gzip
from typing import NamedTuple

from fastapi import Request, Response

from src.presentation.utils.encoding import Encoded
from src.presentation.utils.responses import JSON, shared_list

WORTH_COMPRESSING = 1500
"""Bytes: what fits into one packet gains nothing."""


class Compressed(NamedTuple):
    """JSON as it is sent, plain and compressed."""

    encoded: Encoded
    compressed: bytes | None


def compress(encoded: Encoded) -> Compressed:
    """The same with its compressed form, where that is worth it."""
    is_long = len(encoded.body) > WORTH_COMPRESSING
    return Compressed(encoded, gzip.compress(encoded.body, 6, mtime=0) if is_long else None)


def compressed_list(request: Request, written: Compressed) -> Response:
    """200, compressed for a client that takes that, or 304 if it has the same already."""
    response = shared_list(request, written.encoded)
    response.headers["Vary"] = "Accept-Encoding"
    is_accepted = "gzip" in request.headers.get("accept-encoding", "")
    if response.status_code == 304 or written.compressed is None or not is_accepted:
        return response
    # Not the same bytes, hence a weak tag; it matches all the same.
    headers = {
        "ETag": f"W/{response.headers['etag']}",
        "Cache-Control": response.headers["cache-control"],
        "Vary": "Accept-Encoding",
        "Content-Encoding": "gzip",
    }
    return Response(written.compressed, 200, headers, media_type=JSON)
