"""Images as people upload them."""

import io
from typing import Any

from PIL import Image


def poster_image(
    width: int = 640, height: int = 480, image_format: str = "JPEG", mode: str = "RGB", **save: Any
) -> bytes:
    """An image of a gradient, which no encoder makes vanish."""
    gradient = Image.linear_gradient("L").resize((width, height))
    file = io.BytesIO()
    gradient.convert(mode).save(file, image_format, **save)
    return file.getvalue()
