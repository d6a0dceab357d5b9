"""Which events have something left that everybody sees, where they hide ticket types."""

from collections.abc import Mapping

from tortoise.expressions import F, Q, Subquery

from src.infrastructure.database.models import TicketTypeModel
from src.infrastructure.read_models.lapsed_holds import Lapsed


def is_visible_left(lapsed: Mapping[int, Lapsed]) -> Q:
    """The condition that something is left of a type that everybody sees, where others are hidden.

    `lapsed` are the lapsed holds of all events.
    """
    admitting = TicketTypeModel.filter(admits=True)
    free_again = [type_id for found in lapsed.values() for type_id in found.by_type]
    is_left = Q(capacity__gt=F("sold") + F("held")) | Q(id__in=free_again)
    visible = admitting.filter(is_left, is_hidden=False).values("event_id")
    hiding = admitting.filter(is_hidden=True).values("event_id")
    return ~Q(id__in=Subquery(hiding)) | Q(id__in=Subquery(visible))
