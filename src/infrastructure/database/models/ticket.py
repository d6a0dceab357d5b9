"""Tickets."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.ticket import TicketStatus


class TicketModel(Model):
    id = fields.BigIntField(primary_key=True)
    booking_id = fields.BigIntField()
    event_id = fields.BigIntField()
    ticket_type_id = fields.BigIntField()
    user_id = fields.BigIntField()
    seat_id = fields.BigIntField(null=True)
    ticket_code = fields.TextField(null=True)
    price = fields.DecimalField(max_digits=12, decimal_places=2)
    status = fields.CharEnumField(TicketStatus, max_length=16, default=TicketStatus.RESERVED)
    used_at = fields.DatetimeField(null=True)
    used_by = fields.BigIntField(null=True)
    gate = fields.TextField(null=True)
    is_inside = fields.BooleanField(default=False)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "tickets"
