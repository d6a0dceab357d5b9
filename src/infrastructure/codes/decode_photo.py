"""The process that looks for a QR code in a photo.

`PhotoCodeReader` starts it. It reads the photo from its input and writes what the code says. A
picture comes from somebody else, and programs that read pictures have had faults: so it is read
here, with little memory, few seconds, and nothing of the server's. Its exit code says what was
wrong with the picture.
"""

import resource
import sys
from io import BytesIO

MAX_PIXELS = 50_000_000
LONGEST_SIDE = 2000
MEMORY_BYTES = 1024 * 1024 * 1024
SECONDS = 5
NO_PICTURE, TOO_LARGE = 3, 4
KINDS = ("JPEG", "PNG", "WEBP")


def main() -> int:
    """Decode one photo; the exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))

    import zxingcpp
    from PIL import Image, ImageOps

    # Judged before anything is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(sys.stdin.buffer.read()), formats=KINDS) as photo:
            if photo.width * photo.height > MAX_PIXELS:
                return TOO_LARGE
            # Makes a JPEG smaller while it is unpacked.
            photo.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
            grey = photo.convert("L")
    except (OSError, SyntaxError, ValueError):
        return NO_PICTURE
    grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    # White on black, as on a phone's dark page, is tried by the decoder itself.
    found = zxingcpp.read_barcodes(ImageOps.autocontrast(grey), formats=formats)
    sys.stdout.buffer.write(next((code.text for code in found if code.text), "").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
