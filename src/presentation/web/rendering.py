"""Templates in the reader's language, with the headers that every page has."""

import zlib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from src.domain.shared.language import Language
from src.presentation.web.formats import formats_of
from src.presentation.web.refusals import said
from src.presentation.web.static_files import static
from src.presentation.web.words import NAMES, translations

TEMPLATES = Path(__file__).parent / "templates"
HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; media-src 'self' blob:; font-src 'self'; manifest-src 'self'; "
        "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Vary": "Cookie, Accept-Language",
    "X-Frame-Options": "DENY",
}
"""Nothing inline, nothing from another host, no framing."""

WORTH_COMPRESSING = 1000
COMPRESSION_LEVEL = 1
GZIP = 16 + zlib.MAX_WBITS


@cache
def environment(language: Language) -> Environment:
    """The templates of one language; each is compiled once."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_translations(  # type: ignore[attr-defined]
        translations(language), newstyle=True
    )
    formats = formats_of(language)
    made.filters.update(formats.filters())
    made.filters["said"] = partial(said, language=language)
    made.globals.update(static=static, language=language.value, languages=NAMES)
    made.globals["countries"] = formats.countries()
    return made


def rendered(language: Language, template: str, values: Mapping[str, object]) -> str:
    """The template as text."""
    return environment(language).get_template(template).render(values)


def html_response(
    body: str, status: int, headers: Mapping[str, str], *, is_gzip_accepted: bool
) -> HTMLResponse:
    """The page, compressed for those who can read that."""
    encoded = body.encode()
    headers = {**HEADERS, **headers}
    if is_gzip_accepted and len(encoded) > WORTH_COMPRESSING:
        packer = zlib.compressobj(COMPRESSION_LEVEL, zlib.DEFLATED, GZIP)
        encoded = packer.compress(encoded) + packer.flush()
        headers["Content-Encoding"] = "gzip"
        headers["Vary"] += ", Accept-Encoding"
    return HTMLResponse(encoded, status, headers)
