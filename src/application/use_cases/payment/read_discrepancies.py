"""Read discrepancies between payments, tickets and stock."""

from src.application.access import require_admin
from src.application.ports.reports import DiscrepancyReader
from src.application.use_cases.payment.findings import Finding
from src.domain.entities.user import Actor


class ReadDiscrepancies:
    """Read where payments, orders, tickets and stock do not agree now, without asking providers.

    Authorization: admins.
    """

    def __init__(self, discrepancies: DiscrepancyReader) -> None:
        self._discrepancies = discrepancies

    async def execute(self, actor: Actor) -> list[Finding]:
        require_admin(actor)
        return [
            Finding(subject, subject_id, problem, is_repaired=False)
            for subject, subject_id, problem in await self._discrepancies.discrepancies()
        ]
