"""Scripts that documents cannot show, for the operator."""

import asyncio

import structlog

log = structlog.get_logger()


async def log_missing_fonts() -> None:
    """Log which scripts have no font, if there are any."""
    if missing := await asyncio.to_thread(_missing):
        log.warning(
            "scripts_without_font",
            scripts=missing,
            action="install fonts for them (Noto has all), or documents show replacements",
        )


def _missing() -> list[str]:
    # Imported in the thread: this takes a tenth of a second.
    from src.infrastructure.documents.text.scripts import missing_scripts

    return missing_scripts()
