"""Files as responses: PDF documents, XML and pictures."""

from typing import Any

from fastapi import Response


def _responses(media_type: str, example: str) -> dict[int | str, dict[str, Any]]:
    schema = {"type": "string", "format": "binary"}
    return {200: {"content": {media_type: {"schema": schema, "example": example}}}}


PDF_RESPONSES = _responses("application/pdf", "%PDF-1.7")
PNG_RESPONSES = _responses("image/png", "\x89PNG")
XML_RESPONSES = _responses("application/xml", "<?xml version='1.0' encoding='utf-8'?>")
"""The `responses` of routes that return a PDF, a PNG or XML."""


class FileResponse(Response):
    """A file that the browser shows, and saves as `<name>.<ending>`; kept out of shared caches."""

    ending: str

    def __init__(self, content: bytes, name: str) -> None:
        headers = {
            "Content-Disposition": f'inline; filename="{name}.{self.ending}"',
            "Cache-Control": "private, no-store",
        }
        super().__init__(content, headers=headers)


class PdfResponse(FileResponse):
    """A PDF document."""

    media_type = "application/pdf"
    ending = "pdf"


class XmlResponse(FileResponse):
    """An XML document."""

    media_type = "application/xml"
    ending = "xml"


class PngResponse(FileResponse):
    """A picture."""

    media_type = "image/png"
    ending = "png"
