"""Create many discount codes of the same terms at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from src.application.access import require_organizer_role
from src.application.catalogue.code_list import CodeFault, CodeProblem, refused_codes
from src.application.catalogue.discount_for_update import audited
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.application.use_cases.discount.create_discount import (
    CreateDiscountCommand,
    event_of_code,
    make_discount,
)
from src.domain.entities.discount import Discount
from src.domain.entities.user import Actor
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.codes import RandomCode

MAX_CODES = 10_000


@dataclass(frozen=True, slots=True)
class CodeBatch:
    """The codes that were made together, in their order."""

    codes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCodesCommand:
    """`number` random codes with `length` characters after a `prefix`, or the given `codes`.

    `terms` are those of each of them; its `code` is not used.
    """

    terms: CreateDiscountCommand
    codes: Sequence[str] = ()
    number: int = 0
    prefix: str = ""
    length: int = 10
    idempotency: IdempotentRequest | None = None


class CreateCodes:
    """Create up to 10,000 discount codes of the same terms, all of them or none.

    They are made up from a cryptographic source, without characters that are easily confused, or
    are a list of one's own. Unless `max_uses` says otherwise, each can be used once.

    Authorization: organizers for their own events; admins for any, or for all events. Refused
    with `validation_failed` for codes of a list that are wrong, given twice, or taken by another
    code of their owner. Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, random_code: RandomCode) -> None:
        self._unit_of_work = unit_of_work
        self._random_code = random_code

    async def execute(self, actor: Actor, command: CreateCodesCommand) -> Outcome[CodeBatch]:
        require_organizer_role(actor)
        async with self._unit_of_work() as uow:
            return await once(
                uow, command.idempotency, CodeBatch, lambda: self._create(uow, actor, command)
            )

    async def _create(
        self, uow: UnitOfWork, actor: Actor, command: CreateCodesCommand
    ) -> CodeBatch:
        event = await event_of_code(uow, actor, command.terms)
        terms = make_discount(command.terms, event, actor)
        if command.codes:
            codes = list(command.codes)
            await _require_free(uow, terms, codes)
        else:
            codes = await self._made_up(uow, terms, command)
        ids = await uow.discounts.add_many(terms, codes)
        entry = AuditEntry(
            "discount.batch_created",
            subject="discount",
            subject_id=ids[0],
            event_id=terms.event_id,
            after={**audited(replace(terms, code=codes[0])), "number": len(codes)},
            by=actor,
        )
        await uow.audit.record([entry])
        return CodeBatch(codes)

    async def _made_up(
        self, uow: UnitOfWork, terms: Discount, command: CreateCodesCommand
    ) -> list[str]:
        """As many different codes that their owner has not."""
        found: dict[str, None] = {}
        while len(found) < command.number:
            missing = command.number - len(found)
            new = {command.prefix + self._random(command.length) for _ in range(missing)}
            new -= await uow.discounts.taken(terms.owner_id, new)
            found.update(dict.fromkeys(new))
        return list(found)

    def _random(self, length: int) -> str:
        text = ""
        while len(text) < length:
            text += self._random_code()
        return text[:length]


async def _require_free(uow: UnitOfWork, terms: Discount, codes: Sequence[str]) -> None:
    """Raise ValidationFailed for codes that are given twice, or that the owner has already."""
    taken = await uow.discounts.taken(terms.owner_id, codes)
    problems: list[CodeProblem] = []
    seen: set[str] = set()
    for number, code in enumerate(codes, 1):
        if code in taken:
            problems.append(CodeProblem(CodeFault.TAKEN, number, code))
        elif code in seen:
            problems.append(CodeProblem(CodeFault.TWICE, number, code))
        seen.add(code)
    if problems:
        raise refused_codes(problems)
