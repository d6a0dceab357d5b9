"""PDF files: objects, pages, and what the pages share."""

import base64
import hashlib
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime

from src.infrastructure.documents.pdf_archive import Attachment, grey_profile, metadata

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
INVISIBLE_FONT = zlib.decompress(
    base64.b64decode(
        "eNpjYGRgYGBjcGBgYlBIz6lMuxn35T1Q5AcQS2WkJqYkcjtbANk5QGyWARRgFWPUA7KXALFKRm5JBeMXBhB4ATIlJz"
        "85kYEXzP8A4ucmVhQwsDCwAtkngFiBAWQXEG9RWfYqnt/mKwMz8wsGDPDfgvELswKQwQx0EwQA9TAr/Ae6A2IbkGRE"
        "08QIFmEC6oHIMKGbCnUnBPBCzITaBFQrysjM+OXXCeYX/3iAUgCGMCes"
    )
)
"""A TrueType font with a glyph that is a line without an area: it draws nothing, and has a size,
for PDFium drops a line of text that equals the one before if neither has a size."""
CODES_IN_A_BLOCK = 100
"""A CMap may name so many characters at once."""


class PdfFile:
    """Collects the objects of a file. Screen readers use `title` and `language`."""

    def __init__(self, title: str, language: str, created_at: datetime) -> None:
        self._objects: list[bytes] = []
        self._pages: list[int] = []
        self._characters: dict[str, int] = {}
        self._forms: dict[str, int] = {}
        self._pages_id = self._reserve()
        self.resources_id = self._reserve()
        self._title, self._language, self._created_at = title, language, created_at
        self._archived = ""

    def text_codes(self, text: str) -> str:
        """The characters as codes of the font of the text layer, in hexadecimal digits."""
        codes = self._characters
        return "".join(f"{codes.setdefault(char, len(codes) + 1):04x}" for char in text)

    def add_form(self, content: str, box: Sequence[float], *, nested: bool = False) -> str:
        """Add a drawing that pages can show; its name. `nested`: it shows others itself."""
        resources = f"/Resources {self.resources_id} 0 R" if nested else "/Resources << >>"
        bounds = " ".join(number(edge) for edge in box)
        number_of_it = self._add_stream(
            content, f"/Type /XObject /Subtype /Form /BBox [{bounds}] {resources}"
        )
        name = f"X{len(self._forms)}"
        self._forms[name] = number_of_it
        return name

    def add_page(self, content: str, width: float, height: float) -> None:
        """Add a page with this content; lengths are in points."""
        content_id = self._add_stream(content, "")
        page = (
            f"<< /Type /Page /Parent {self._pages_id} 0 R /Contents {content_id} 0 R"
            f" /MediaBox [0 0 {number(width)} {number(height)}]"
            f" /Resources {self.resources_id} 0 R >>"
        )
        self._pages.append(self._add(page))

    def archive(self, attachment: Attachment) -> None:
        """Make it a PDF/A-3 that holds another file, which says the same as its pages do.

        Colours are shades of grey; what readers must know of them is added too.
        """
        content, moment = attachment.content, self._moment()
        checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()
        file = self._add_stream(
            content,
            f"/Type /EmbeddedFile /Subtype /{attachment.media_type.replace('/', '#2F')}"
            f" /Params << /Size {len(content)} /ModDate ({moment}) /CheckSum <{checksum}> >>",
        )
        name = f"({attachment.name})"
        described = self._add(
            f"<< /Type /Filespec /F {name} /UF {name} /AFRelationship /Alternative"
            f" /Desc <{_utf16(attachment.description, mark=True)}>"
            f" /EF << /F {file} 0 R /UF {file} 0 R >> >>"
        )
        xmp = metadata(self._title, self._created_at.astimezone(UTC), attachment.properties)
        # Readers that know nothing of PDF find it as it is.
        known = self._add_stream(xmp, "/Type /Metadata /Subtype /XML", is_packed=False)
        profile = self._add_stream(grey_profile(), "/N 1")
        intent = (
            "/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (Grey)"
            f" /Info (Grey) /DestOutputProfile {profile} 0 R"
        )
        self._archived = (
            f" /Metadata {known} 0 R /OutputIntents [<< {intent} >>] /AF [{described} 0 R]"
            f" /Names << /EmbeddedFiles << /Names [{name} {described} 0 R] >> >>"
        )

    def output(self) -> bytes:
        """The file."""
        font = self._add_font()
        forms = " ".join(f"/{name} {form} 0 R" for name, form in self._forms.items())
        self._set(self.resources_id, f"<< /Font << /F {font} 0 R >> /XObject << {forms} >> >>")
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        pages = f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>"
        self._set(self._pages_id, pages)
        root = self._add(
            f"<< /Type /Catalog /Pages {self._pages_id} 0 R /Lang ({self._language})"
            f" /ViewerPreferences << /DisplayDocTitle true >>{self._archived} >>"
        )
        title = _utf16(self._title, mark=True)
        info = self._add(f"<< /Title <{title}> /CreationDate ({self._moment()}) >>")
        return self._written(root, info)

    def _written(self, root: int, info: int) -> bytes:
        parts, offsets, at = [HEADER], [], len(HEADER)
        for object_id, content in enumerate(self._objects, 1):
            part = b"%d 0 obj\n%b\nendobj\n" % (object_id, content)
            offsets.append(at)
            parts.append(part)
            at += len(part)
        size = len(offsets) + 1
        entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        identity = ""
        if self._archived:
            known_by = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest()
            identity = f" /ID [<{known_by}> <{known_by}>]"
        trailer = f"trailer << /Size {size} /Root {root} 0 R /Info {info} 0 R{identity} >>".encode()
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b%b\n" % (size, entries, trailer))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(parts)

    def _moment(self) -> str:
        return f"D:{self._created_at.astimezone(UTC):%Y%m%d%H%M%S}Z"

    def _add_font(self) -> int:
        """The font of the text layer.

        It draws nothing: the layer is invisible and says which characters stand where. Each
        character has a code of its own, all are equally wide, so that every reader finds the
        text that was meant, whatever the glyphs on the page are.
        """
        file = self._add_stream(INVISIBLE_FONT, f"/Length1 {len(INVISIBLE_FONT)}")
        glyphs = self._add_stream(b"\0\1" * (len(self._characters) + 1), "")
        descriptor = self._add(
            "<< /Type /FontDescriptor /FontName /Invisible /Flags 5 /FontBBox [0 -200 500 800]"
            " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80"
            f" /FontFile2 {file} 0 R >>"
        )
        descendant = self._add(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invisible /DW 500 /CIDSystemInfo"
            " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /CIDToGIDMap {glyphs} 0 R /FontDescriptor {descriptor} 0 R >>"
        )
        unicode_map = self._add_stream(self._unicode_map(), "")
        return self._add(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Invisible /Encoding /Identity-H"
            f" /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode_map} 0 R >>"
        )

    def _unicode_map(self) -> str:
        pairs = [f"<{code:04x}> <{_utf16(char)}>" for char, code in self._characters.items()]
        blocks = [
            pairs[at : at + CODES_IN_A_BLOCK] for at in range(0, len(pairs), CODES_IN_A_BLOCK)
        ]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CMapName /Invisible def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
        ]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines)

    def _reserve(self) -> int:
        self._objects.append(b"")
        return len(self._objects)

    def _add(self, content: str) -> int:
        object_id = self._reserve()
        self._set(object_id, content)
        return object_id

    def _set(self, object_id: int, content: str) -> None:
        self._objects[object_id - 1] = content.encode("ascii")

    def _add_stream(self, content: str | bytes, entries: str, *, is_packed: bool = True) -> int:
        data = content.encode("ascii") if isinstance(content, str) else content
        if is_packed:
            data, entries = zlib.compress(data), f"{entries} /Filter /FlateDecode"
        head = f"<< {entries} /Length {len(data)} >>\nstream\n"
        self._objects.append(head.encode("ascii") + data + b"\nendstream")
        return len(self._objects)


def number(value: float) -> str:
    """A number as PDF writes it: without an exponent, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _utf16(text: str, *, mark: bool = False) -> str:
    return ("feff" if mark else "") + text.encode("utf-16-be").hex()
