"""Tickets, the keys of their tokens, and the devices that have their passes."""

from tortoise import fields
from tortoise.fields.db_defaults import SqlDefault
from tortoise.models import Model

from src.domain.entities.ticket import TicketStatus
from src.infrastructure.database.models.money import MoneyField


class TicketModel(Model):
    id = fields.BigIntField(primary_key=True)
    booking_id = fields.BigIntField()
    event_id = fields.BigIntField()
    ticket_type_id = fields.BigIntField()
    user_id = fields.BigIntField()
    seat_id = fields.BigIntField(null=True)
    ticket_code = fields.TextField(null=True)
    issue = fields.IntField(default=1)
    price = MoneyField()
    status = fields.CharEnumField(TicketStatus, max_length=16, default=TicketStatus.RESERVED)
    used_at = fields.DatetimeField(null=True)
    used_by = fields.BigIntField(null=True)
    gate = fields.TextField(null=True)
    is_inside = fields.BooleanField(default=False)
    refunded_amount = MoneyField(null=True)
    kept_amount = MoneyField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)
    change_id = fields.BigIntField(db_default=SqlDefault("nextval('ticket_changes')"))

    class Meta:
        table = "tickets"


class TicketKeyModel(Model):
    id = fields.BigIntField(primary_key=True, generated=False)
    public_key = fields.BinaryField()
    created_at = fields.DatetimeField(auto_now_add=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "ticket_keys"


class PassDeviceModel(Model):
    id = fields.BigIntField(primary_key=True)
    device = fields.TextField()
    ticket_id = fields.BigIntField()
    issue = fields.IntField()
    push_token = fields.TextField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "pass_devices"
