"""List the entries of the audit log."""

from src.application.access import require_admin
from src.application.dtos.audit import AuditRecord, AuditSearch
from src.application.ports.audit import AuditReader
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Page, PageRequest


class ListAuditEntries:
    """List who changed what and when, newest first, with the values before and after.

    Authorization: admins. `subject_id` needs its `subject`. `q` is part of an action or of a
    value, or a correlation id. An entry without an actor was made by the system or a payment
    provider.
    """

    def __init__(self, audit: AuditReader) -> None:
        self._audit = audit

    async def execute(
        self, actor: Actor, wanted: AuditSearch, page: PageRequest
    ) -> Page[AuditRecord]:
        require_admin(actor)
        if wanted.subject_id is not None and wanted.subject is None:
            raise ValidationFailed("query.subject", "Say what `subject_id` is the id of.")
        first, last = wanted.date_from, wanted.date_to
        if first and last and first >= last:
            raise ValidationFailed("query.date_to", "`date_to` must be later than `date_from`.")
        return await self._audit.search(wanted, page)
