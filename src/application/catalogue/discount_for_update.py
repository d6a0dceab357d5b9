"""Shared by changes of a discount code: lock it, check access, and audit it."""

from src.application.access import require_organizer_role
from src.application.ports.database import UnitOfWork
from src.domain.entities.discount import Discount
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


async def lock_discount(uow: UnitOfWork, actor: Actor, discount_id: int) -> Discount:
    """Lock the code. Raises Forbidden without the organizer role, NotFound."""
    require_organizer_role(actor)
    discount = (await uow.discounts.lock([discount_id])).get(discount_id)
    if discount is None or discount.deleted_at or not discount.is_managed_by(actor):
        raise NotFound("discount code", discount_id)
    return discount


def audited(discount: Discount) -> dict[str, object]:
    """The fields of the code that the audit log records."""
    return {
        "code": discount.code,
        "kind": discount.kind,
        "value": discount.value,
        "valid_from": discount.valid_from,
        "valid_until": discount.valid_until,
        "max_uses": discount.max_uses,
        "max_uses_per_user": discount.max_uses_per_user,
        "max_tickets": discount.max_tickets,
        "min_spend": discount.min_spend,
        "max_discount": discount.max_discount,
    }
