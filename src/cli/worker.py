"""Run the jobs: `python -m src.cli worker`."""

import asyncio
import signal

from src.cli.support import open_container, open_database, read_settings
from src.config import Settings


def worker() -> None:
    """Run the jobs (hold expiry, completion of past events, clean-up) without the API."""
    from src.container.logs import set_up_logs

    settings = read_settings()
    set_up_logs(settings)
    with open_database(settings) as url:
        asyncio.run(_run_worker(settings, url))


async def _run_worker(settings: Settings, url: str) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    direct = settings.direct_url(url)
    async with (
        open_container(settings, url) as container,
        container.adapters.event_changes().running(direct),
        container.jobs.worker().running(direct),
    ):
        await stop.wait()
