"""The port for reading the log of changes."""

from collections.abc import Collection, Sequence
from typing import Protocol

from src.application.dtos.audit import AuditRecord, AuditSearch
from src.domain.repositories.page import Page, PageRequest


class AuditReader(Protocol):
    """Reads the audit log."""

    async def search(self, wanted: AuditSearch, page: PageRequest) -> Page[AuditRecord]:
        """Return a page of the entries, newest first."""

    async def of_subjects(
        self, subjects: Collection[tuple[str, int]], *, limit: int
    ) -> Sequence[AuditRecord]:
        """Return the newest entries about these, each a subject and its id, oldest first."""
