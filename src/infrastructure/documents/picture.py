"""Pages as pictures."""

import io

from src.application.dtos.ticket_document import PageFormat

PIXELS_PER_POINT = {PageFormat.A4: 150 / 72, PageFormat.PHONE: 3.6}
"""Paper at 150 dpi; a phone's page 1080 pixels wide, as most displays are."""


def png_of_first_page(pdf: bytes, page_format: PageFormat) -> bytes:
    """The first page as a PNG in shades of grey."""
    # Imported on use: few need it, and it takes 20 MiB.
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    document = PdfDocument(pdf)
    try:
        scale = PIXELS_PER_POINT[page_format]
        image = document[0].render(scale=scale, grayscale=True).to_pil()
        file = io.BytesIO()
        image.save(file, "PNG")
        return file.getvalue()
    finally:
        document.close()
