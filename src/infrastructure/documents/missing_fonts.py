"""Scripts that documents cannot show, for the operator."""

import pickle

import structlog

from src.domain.errors import Unavailable
from src.infrastructure.documents.jobs import FindMissingScripts
from src.infrastructure.documents.press import Press

log = structlog.get_logger()


async def log_missing_fonts() -> None:
    """Log which scripts have no font, if there are any.

    A process looks and ends: in the server, the fonts and what reads them would stay in memory.
    """
    press = Press()
    try:
        # Written by this program.
        missing = pickle.loads(await press.print(FindMissingScripts()))  # noqa: S301
    except Unavailable:
        return
    finally:
        await press.close()
    if missing:
        log.warning(
            "scripts_without_font",
            scripts=missing,
            action="install fonts for them (Noto has all), or documents show replacements",
        )
