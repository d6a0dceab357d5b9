"""What a PDF says of itself to be kept for long: PDF/A-3 (ISO 19005-3), conformance level B."""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

D50 = (0.9642, 1.0, 0.8249)
"""The white of profiles, as X, Y and Z."""
GAMMA = 0x0233
"""2.2, in parts of 256."""
NAME = b"Grey\0"
COPYRIGHT = b"None\0"

METADATA = """\
<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{created}</xmp:CreateDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:{prefix}="{namespace}">
{values}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{schema}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
{described}
</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
PROPERTY = (
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
    "<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
    "<pdfaProperty:category>external</pdfaProperty:category>"
    "<pdfaProperty:description>{what}</pdfaProperty:description></rdf:li>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Properties of a schema that PDF/A does not know, which is therefore described in the file.

    `values` are by name; `descriptions` has the same names.
    """

    schema: str
    namespace: str
    prefix: str
    values: Mapping[str, str]
    descriptions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to hold. `name` is of plain ASCII, without brackets."""

    name: str
    media_type: str
    description: str
    content: bytes
    properties: Properties


def metadata(title: str, created_at: datetime, properties: Properties) -> bytes:
    """The metadata in XMP; `created_at` is in UTC."""
    prefix = properties.prefix
    values = properties.values.items()
    described = properties.descriptions.items()
    return METADATA.format(
        title=escape(title),
        created=f"{created_at:%Y-%m-%dT%H:%M:%SZ}",
        prefix=prefix,
        namespace=properties.namespace,
        schema=properties.schema,
        values=_lines(
            f"<{prefix}:{name}>{escape(value)}</{prefix}:{name}>" for name, value in values
        ),
        described=_lines(PROPERTY.format(name=name, what=what) for name, what in described),
    ).encode()


def grey_profile() -> bytes:
    """An ICC profile (version 2.1) of shades of grey: what is between black and white."""
    tags = {
        b"desc": b"desc" + struct.pack(">II", 0, len(NAME)) + NAME + bytes(78),
        b"cprt": b"text" + bytes(4) + COPYRIGHT,
        b"wtpt": b"XYZ " + bytes(4) + _xyz(D50),
        b"kTRC": b"curv" + struct.pack(">IIH", 0, 1, GAMMA),
    }
    table, data, at = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", at + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    header = struct.pack(
        ">I4sI4s4s4s6H4s28s12s48s",
        *(at + len(data), b"", 0x02100000, b"mntr", b"GRAY", b"XYZ "),
        *(2026, 1, 1, 0, 0, 0),
        *(b"acsp", b"", _xyz(D50), b""),
    )
    return header + table + data


def _xyz(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in values))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)
