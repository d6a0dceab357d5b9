"""What the reconciler finds, row by row, also where a row cannot be looked at."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from src.application.concurrency.for_each import RowsFailed
from src.application.ports.payments import ProviderAnswer, ProviderState
from src.domain.errors import NotFound, ProviderFailed, Unavailable


class _HasId(Protocol):
    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=_HasId)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that did not agree, in words; `is_repaired` where it does now (or would)."""

    subject: str
    subject_id: int
    problem: str
    is_repaired: bool


async def look_at(
    subject: str,
    rows: AsyncIterator[Row],
    look: Callable[[Row], Awaitable[Finding | None]],
) -> list[Finding]:
    """What there is to say of these; one that cannot be looked at is said to be so."""
    findings = []
    async for row in rows:
        try:
            finding = await look(row)
        except (ProviderFailed, Unavailable, NotFound) as failure:
            finding = Finding(subject, row.id, failure.detail, is_repaired=False)
        except Exception as error:
            log.error("The %s %d could not be compared.", subject, row.id, exc_info=error)
            finding = Finding(subject, row.id, _of_fault(error), is_repaired=False)
        if finding is not None:
            findings.append(finding)
    return findings


async def failures_of(subject: str, job: Callable[[], Awaitable[int]]) -> list[Finding]:
    """Do a job's work; the rows on which it failed."""
    try:
        await job()
    except RowsFailed as failed:
        return [
            Finding(subject, row_id, _of_fault(error), is_repaired=False)
            for row_id, error in failed.failures.items()
        ]
    return []


def in_words(answer: ProviderAnswer) -> str:
    """What a provider says that a payment or refund has done: "failed", or "is open"."""
    return "is open" if answer.state is ProviderState.OPEN else answer.state.value


def _of_fault(error: Exception) -> str:
    return f"It could not be settled: {type(error).__name__}. The logs have more."
