"""Ticket types."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.ticket_type import TicketTypeStatus
from src.infrastructure.database.models.event import EventModel
from src.infrastructure.database.models.money import MoneyField


class TicketTypeModel(Model):
    id = fields.BigIntField(primary_key=True)
    event: fields.ForeignKeyRelation[EventModel] = fields.ForeignKeyField("ticketing.EventModel")
    event_id: int
    name = fields.TextField()
    category = fields.TextField(null=True)
    section = fields.TextField(null=True)
    admits = fields.BooleanField(default=True)
    price = MoneyField()
    price_tiers: Any = fields.JSONField(null=True)
    is_price_open = fields.BooleanField(default=False)
    capacity = fields.IntField()
    capacity_is_derived = fields.BooleanField(default=False)
    sales_start = fields.DatetimeField(null=True)
    sales_end = fields.DatetimeField(null=True)
    status = fields.CharEnumField(
        TicketTypeStatus, max_length=16, default=TicketTypeStatus.AVAILABLE
    )
    tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    is_hidden = fields.BooleanField(default=False)
    sold = fields.IntField(default=0)
    held = fields.IntField(default=0)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "ticket_types"
