"""Place a section on the plan of its venue."""

from dataclasses import asdict, dataclass

from src.application.catalogue.venue_for_update import lock_venue
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.section_plan import SectionChanges
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.services.hall_layout import lay_out


@dataclass(frozen=True, slots=True)
class PlaceSectionCommand:
    """Where a section stands from now on; None has it arranged by rule again."""

    venue_id: int
    section: str
    changes: SectionChanges | None


class PlaceSection:
    """Shift, turn or bend a section on the plan of its venue; omitted fields keep their values.

    Authorization: the venue's owner and admins. The seats themselves do not change.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: PlaceSectionCommand) -> None:
        async with self._unit_of_work() as uow:
            venue = await lock_venue(uow, actor, command.venue_id)
            sections = lay_out(
                await uow.venue_plans.seats(venue.id), await uow.venue_plans.sections(venue.id)
            )
            plans = {section.plan.section: section.plan for section in sections}
            before = plans.get(command.section)
            if before is None:
                raise NotFound("section", command.section)
            after = None
            if command.changes is None:
                await uow.venue_plans.forget_section(venue.id, command.section)
            else:
                after = before.changed(command.changes)
                await uow.venue_plans.save_section(venue.id, after)
            entry = AuditEntry(
                "venue.section_placed",
                subject="venue",
                subject_id=venue.id,
                before=asdict(before),
                after=asdict(after) if after is not None else None,
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
