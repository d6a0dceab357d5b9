"""PDF files as responses."""

from typing import Any

from fastapi import Response

MEDIA_TYPE = "application/pdf"
PDF_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}, "example": "%PDF-1.3"}
        }
    }
}
"""The `responses` of a route that returns a PDF."""


class PdfResponse(Response):
    """A PDF that the browser shows, and saves as `<name>.pdf`; kept out of shared caches."""

    media_type = MEDIA_TYPE

    def __init__(self, content: bytes, name: str) -> None:
        headers = {
            "Content-Disposition": f'inline; filename="{name}.pdf"',
            "Cache-Control": "private, no-store",
        }
        super().__init__(content, headers=headers)
