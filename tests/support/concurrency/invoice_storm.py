"""Many processes that issue invoices of one seller at once, and die at every step of it.

`python -m tests.support.concurrency.invoice_storm URL SELLER_ID ORDER_ID...` forks one process for
each order id, which may be named several times. Every process but each `STEPS + 1`th kills itself
after a step of its transaction, one of them after the commit; nobody cleans up behind it.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from src.application.invoicing.issue import issue
from src.infrastructure.database.orm import Database, PoolSettings
from src.infrastructure.repositories.audit_log import TortoiseAuditLog
from src.infrastructure.repositories.invoice import PostgresInvoiceRepository
from src.infrastructure.repositories.seller import TortoiseSellerRepository
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork

STEPS: tuple[tuple[type, str], ...] = (
    (TortoiseUnitOfWork, "__aenter__"),
    (TortoiseSellerRepository, "lock"),
    (PostgresInvoiceRepository, "hold_orders"),
    (PostgresInvoiceRepository, "take_numbers"),
    (PostgresInvoiceRepository, "add"),
    (TortoiseAuditLog, "record"),
    (TortoiseUnitOfWork, "commit"),
)
POOL = PoolSettings(min_size=1, max_size=1, acquire_timeout=60.0, lock_timeout=60.0)


def _die_after(owner: type, name: str) -> None:
    """Make the process kill itself once this step is done."""
    step: Callable[..., Awaitable[Any]] = getattr(owner, name)

    async def last_step(*values: Any, **named: Any) -> Any:
        await step(*values, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, last_step)


async def _issue(url: str, seller_id: int, order_id: int) -> None:
    database = Database(POOL)
    await database.open(url)
    async with TortoiseUnitOfWork() as uow:
        if await issue(uow, seller_id, [order_id], now=datetime.now(UTC), by=None):
            await uow.commit()
    await database.close()


def _child(url: str, seller_id: int, order_id: int, number: int) -> None:
    step = number % (len(STEPS) + 1)
    if step < len(STEPS):
        _die_after(*STEPS[step])
    asyncio.run(_issue(url, seller_id, order_id))


def main(url: str, seller_id: int, order_ids: list[int]) -> None:
    """Prints how many of the processes were killed, ended well, and failed."""
    children = []
    for number, order_id in enumerate(order_ids):
        pid = os.fork()
        if not pid:
            try:
                _child(url, seller_id, order_id, number)
            except BaseException as error:
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
            os._exit(0)
        children.append(pid)
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]
    sys.stdout.write(f"{codes.count(-signal.SIGKILL)} {codes.count(0)} {codes.count(1)}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), [int(text) for text in sys.argv[3:]])
